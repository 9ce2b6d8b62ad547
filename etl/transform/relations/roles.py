"""Relations stated by a noun: "X, the founder of Y", "Y's chief executive, X", "his sister X", "X's running mate"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.drafts import RelationDraft
from etl.transform.reading import NAME, Reading, Thing
from etl.transform.relations.open_references import is_own_outlet


@dataclass(frozen=True, slots=True)
class Role:
    """What it says of somebody to bear this noun: the relation from the bearer to the complement."""

    predicate: str
    links: tuple[str, ...] = ("of", "at", "for", "with", "in")
    inverse: bool = False
    compound: bool = True  # "Nvidia boss": the complement may stand before the noun


def _roles(predicate: str, nouns: str, *links: str, inverse: bool = False, compound: bool = True) -> dict[str, Role]:
    return {n: Role(predicate, links or ("of", "at", "for", "with", "in"), inverse, compound) for n in nouns.split()}


ROLES: dict[str, Role] = {
    **_roles("OWNS", "owner co-owner proprietor", "of"),
    **_roles("OWNS", "parent", "of"),
    **_roles("FOUNDED", "founder co-founder cofounder creator", "of"),
    **_roles("LEADS", "ceo boss head chief chair chairman chairwoman chairperson president director executive editor principal "
             "captain commissioner governor-general leader editor-in-chief vice-chancellor rector dean"),
    **_roles("WORKS_FOR", "spokesman spokeswoman spokesperson spokespeople correspondent reporter analyst adviser advisor aide strategist columnist "
             "professor lecturer researcher economist lawyer attorney staffer producer editor-at-large executive-producer critic "
             "presenter-at-large "
             "consultant manager organizer organiser engineer scientist fellow newsreader political-editor journalist "
             "commentator secretary agent publicist officer", "of", "at", "for", "with", "from", "to"),
    **_roles("MEMBER_OF", "member candidate nominee senator mp lawmaker guitarist singer drummer bassist vocalist councillor deputy", "of", "for", "in", "with"),
    **_roles("HOSTS", "host co-host cohost presenter anchor", "of"),
    **_roles("RUNNING_MATE_OF", "mate", "of", compound=False),
    **_roles("OPPONENT_OF", "opponent rival challenger", "of", "to", compound=False),
    **_roles("RELATED_TO", "brother sister son daughter father mother wife husband cousin nephew niece uncle aunt grandson granddaughter "
             "grandfather grandmother grandmother twin sibling spouse widow fiancee fiancé stepson stepdaughter half-brother half-sister "
             "son-in-law daughter-in-law brother-in-law sister-in-law father-in-law mother-in-law partner-in-life", "of", "to", compound=False),
    **_roles("PARTNERED_WITH", "sponsor partner", "of", inverse=True),
    **_roles("PART_OF", "subsidiary unit division arm affiliate imprint feature", "of", "in", "within"),
    **_roles("SUPPORTS", "ally supporter backer", "of", compound=False),
    **_roles("CRITICIZED", "critic", "of", compound=False),
}  # fmt: skip
BEARERS = {
    "PART_OF": ("Platform", "Organization", "Show"), "PARTNERED_WITH": ("Organization", "Platform", "Outlet"), "OWNS": ("Person", "Organization"),
    "HOSTS": ("Person", "Organization"), "SUPPORTS": ("Person", "Organization"),
    "CRITICIZED": ("Person", "Organization"),
}  # fmt: skip
FORMER = frozenset("former ex late outgoing then onetime one-time erstwhile ex-".split())
BOUNDARY = frozenset(',;:—–()[]“”"')
PREFERRED = {
    "OWNS": ("Platform", "Organization", "Outlet", "Show"), "FOUNDED": ("Organization", "Platform", "Outlet", "Show"),
    "LEADS": ("Organization", "Outlet", "Platform"), "WORKS_FOR": ("Organization", "Outlet", "Platform", "Person"), "MEMBER_OF": ("Organization",),
    "HOSTS": ("Show",), "RUNNING_MATE_OF": ("Person",), "OPPONENT_OF": ("Person",), "RELATED_TO": ("Person",),
    "PARTNERED_WITH": ("Show", "Organization", "Platform", "Outlet"), "PART_OF": ("Platform", "Organization", "Outlet"),
    "SUPPORTS": ("Person", "Organization"), "CRITICIZED": ("Person", "Organization", "Platform", "Outlet"),
}  # fmt: skip


def phrase(token: Token) -> tuple[int, int]:
    """First and last token index of the noun phrase around the role noun, by surface: up to a comma, verb or name."""
    first = token.i
    doc = token.doc
    while first > token.sent.start and doc[first - 1].text not in BOUNDARY and doc[first - 1].pos_ in (
        "ADJ", "NOUN", "PROPN", "DET", "PRON", "NUM", "PART", "ADV", "ADP", "CCONJ", "PUNCT"
    ) and doc[first - 1].dep_ not in ("nsubj", "mark") and not (doc[first - 1].pos_ in ("ADP", "CCONJ") and doc[first - 1].dep_ != "amod"):  # fmt: skip
        first -= 1
    last = token.i
    right = token.right_edge.i
    while last < right and doc[last + 1].text not in BOUNDARY and doc[last + 1].pos_ not in ("VERB", "AUX", "SCONJ"):
        last += 1
    return first, last


def _named(reading: Reading, token: Token, types: tuple[str, ...]) -> Thing | None:
    thing = reading.at(token)
    return thing if thing is not None and thing.type in types else None


def names_from(reading: Reading, i: int, types: tuple[str, ...], several: bool) -> list[Thing]:
    """The thing named from token `i` on, past titles and trades ("Vice President", "the producer"); where `several`, the list of them."""
    doc = reading.doc
    out: list[Thing] = []
    j, skipped = i, 0
    while j < len(doc):
        mention = reading.mention_at(doc[j])
        if mention is not None and mention.kind == NAME and mention.start == doc[j].idx:
            thing = _named(reading, doc[j], types)
            if thing is None:
                break
            out.append(thing)
            if not several:
                break
            while j < len(doc) and doc[j].idx < mention.end:
                j += 1
            if j < len(doc) and doc[j].lower_ in ("and", ",", "&"):
                j += 1
                if j < len(doc) and doc[j].lower_ == "and":
                    j += 1
                continue
            break
        trade = skipped < 4 and (
            doc[j].text[:1].isupper() or doc[j].text == "." or ((j > i or doc[j].pos_ == "DET") and doc[j].pos_ in ("DET", "ADJ", "NOUN"))
        )
        if out or mention is not None or not trade:
            break
        skipped += 1
        j += 1
    return out


def bearers(reading: Reading, token: Token, types: tuple[str, ...] = ("Person",)) -> list[Thing]:
    """Who bears the role noun `token`: by apposition, prefix ("founder Ann Lee"), copula, "as", or reference."""
    doc, sent = reading.doc, token.sent
    # "founder Ann Lee", "founder Sir Tom Lee"
    follows = names_from(reading, token.i + 1, types, token.tag_ in ("NNS", "NNPS"))
    if follows:
        return follows
    first, last = phrase(token)
    # "Ann Lee, the founder of Y": the phrase opens after a comma behind a name
    if first - 2 >= sent.start and doc[first - 1].text in (",", "—", "–", "("):
        j = first - 2
        if doc[j].text.rstrip(",").isdigit() and j - 2 >= sent.start and doc[j - 1].text == ",":  # "Ann Lee, 43, founder"
            j -= 2
        before = _named(reading, doc[j], types)
        if before is not None:
            return [before]
    # "Y's founder, Ann Lee,"
    if (
        last + 2 < sent.end
        and doc[last + 1].text in (",", ":", "—", "–")
        and (any(c.dep_ == "poss" for c in token.lefts) or doc[first].lower_ in ("the", "its", "their", "a", "an", "one"))
    ):
        behind = names_from(reading, last + 2, types, token.tag_ in ("NNS", "NNPS"))
        if behind:
            return behind
    if token.dep_ in ("attr", "oprd") and token.head.lemma_ in ("be", "become", "remain"):
        return clauses.things(reading, clauses.subjects(token.head), types)
    if token.dep_ == "conj" and token.head.lemma_.lower() in ROLES:
        return bearers(reading, token.head, types)
    if token.dep_ == "pobj" and token.head.lower_ == "as":
        governor = token.head.head
        if governor.pos_ == "VERB":
            found = (
                clauses.objects(governor)
                if governor.lemma_ in ("pick", "choose", "name", "appoint", "hire", "select", "tap")
                else clauses.subjects(governor)
            )
            return clauses.things(reading, found, types)
    kin = ROLES.get(token.lemma_.lower(), ROLES["owner"]).predicate == "RELATED_TO"
    if token.dep_ == "appos" and not kin and not any(c.lower_ == "whose" for c in token.lefts):
        return clauses.things(reading, [token.head], types)
    named = clauses.things(reading, [c for c in token.rights if c.dep_ == "appos"], types)
    if named:
        return named
    thing = _named(reading, token, types)
    # "his brother said": who that is was told elsewhere, and so was that he is a brother
    return [thing] if thing is not None and not kin else []


def _coordinated(reading: Reading, token: Token) -> list[Token]:
    """ "Ann Lee *and her* sister", "Ann Lee, with his wife": kin of the one named right before, whatever the pronoun's number."""
    if not any(c.tag_ == "PRP$" for c in token.lefts):
        return []
    link = token.left_edge.i - 1
    if link < 1 or token.doc[link].lower_ not in ("and", "with"):
        return []
    before = token.doc[link - 1] if token.doc[link - 1].text != "," else token.doc[max(0, link - 2)]
    mention = reading.mention_at(before)
    return [before] if mention is not None and mention.kind == NAME else []


def _complements(reading: Reading, token: Token, role: Role, bearer: Thing) -> list[Thing]:
    """Of what or whom: "founder *of Y*", "*Y's* founder", "*Y* boss"."""
    types = PREFERRED[role.predicate]
    found: list[Thing] = []
    for tokens in (_coordinated(reading, token), clauses.complements(token, role.links), clauses.possessors(token)):
        found += [t for t in clauses.things(reading, tokens, types) if t is not bearer]
        if found and role.predicate == "RELATED_TO":
            break
    if not found and any(t.lower_ == "whose" for t in token.lefts):
        found = [t for _, t in reading.within(token.sent.start_char, token.idx, types) if t is not bearer][-1:]
    if not found and role.compound:
        doc = reading.doc
        first, _ = phrase(token)
        inner = [reading.at(doc[i]) for i in range(first, token.i)]
        found += [t for t in inner if t is not None and t.type in types and t is not bearer]
    if not found and token.dep_ == "conj" and token.head.lemma_.lower() in ROLES:
        found = _complements(reading, token.head, role, bearer)
    if not found:  # "chief executive and co-founder of Y": the complement of the last serves all
        for c in token.rights:
            if c.dep_ == "conj" and c.lemma_.lower() in ROLES:
                found += [t for t in clauses.things(reading, clauses.complements(c, role.links), types) if t is not bearer]
    out: list[Thing] = []
    for t in found:
        if all(t is not o for o in out):
            out.append(t)
    return out


# Who bears one of these has it of somebody: where no complement is told, it is the organization spoken of.
IMPLICIT = frozenset(
    """founder co-founder cofounder ceo boss executive chairman chairwoman spokesman spokeswoman spokesperson owner co-owner chief officer
    director editor-in-chief vice-chancellor rector""".split()
)
# A director may be a film's, an officer the police's: these hold a post only with the department named.
PARTS_ONLY = frozenset("director officer chief".split())
COMPANY_NOUNS = frozenset(
    """company firm group campaign party club station network studio university college broadcaster channel paper newspaper magazine agency
    charity union label team publisher platform app start-up startup brand bank business retailer""".split()
)


NEAR = 900  # characters, about two paragraphs


def _implicit(reading: Reading, token: Token, role: Role) -> list[Thing]:
    """The organization (or platform) most spoken of among those named shortly before the role noun."""
    if token.lemma_.lower() not in IMPLICIT:
        return []
    owners = [c for c in token.lefts if c.dep_ == "poss" or c.tag_ == "PRP$"]
    if any(c.lemma_.lower() not in COMPANY_NOUNS for c in owners) or any(c.lower_ == "of" for c in token.rights):
        return []  # it is somebody's, only unresolved
    if token.lemma_.lower() in PARTS_ONLY and not any(c.dep_ == "compound" or c.dep_ == "amod" for c in token.lefts):
        return []
    types = ("Organization", "Platform") if role.predicate in ("OWNS", "FOUNDED") else ("Organization",)
    types = ("Outlet",) if token.lower_ == "editor-in-chief" else types
    if any(c.lower_ in ("a", "an") for c in token.lefts) and any(t.type == "Person" for t in clauses.things(reading, _subjects(token))):
        return []  # "let it be known through a spokeswoman": hers, not a company's
    before = [t for _, t in reading.within(max(0, token.idx - NEAR), token.idx, types) if not is_own_outlet(reading, t)]
    return [max(before, key=lambda t: len(t.mentions))] if before else []


def _subjects(token: Token) -> list[Token]:
    """The subjects of the clause in which `token` stands."""
    verb = token
    while verb.pos_ not in ("VERB", "AUX") and verb.head.i != verb.i:
        verb = verb.head
    return clauses.subjects(verb)


def _is_vice(token: Token) -> bool:
    """ "vice presidential pick", "running mate": the office sought makes it a running mate."""
    return any(c.lower_.startswith(("vice", "running")) for c in token.subtree if c.i < token.i)


def _is_running_mate(token: Token) -> bool:
    return token.i > 0 and token.nbor(-1).lower_ == "running"


PICKED = frozenset(("pick", "choice", "nominee"))


def find(reading: Reading) -> list[RelationDraft]:
    """The relations stated by role nouns and the names around them."""
    out: list[RelationDraft] = []
    for token in reading.with_word(ROLES, PICKED):
        role = ROLES.get(token.lemma_.lower()) or ROLES.get(token.lower_)
        if token.lemma_.lower() in PICKED and token.pos_ == "NOUN" and _is_vice(token):
            role = ROLES["mate"]
        if role is None or token.pos_ not in ("NOUN", "PROPN") or (token.lower_ == "mate" and not _is_running_mate(token)):
            continue
        types = BEARERS.get(role.predicate, ("Person",))
        for bearer in bearers(reading, token, types):
            for complement in _complements(reading, token, role, bearer) or _implicit(reading, token, role):
                out += _relation(reading, token, role, bearer, complement)
    return out


# "creative director", "political editor" lead a part; these do not narrow the post.
WHOLE = frozenset("managing group party executive general new former first then current outgoing longtime veteran longest-serving".split())


def _whole(reading: Reading, token: Token, complement: Thing) -> bool:
    """Whether the role is over all of `complement`, not over a part ("head of entertainment at X", "marketing director of X")."""
    parts = [o for o in clauses.complements(token, ("of",)) if reading.at(o) is not complement]
    before = [c for c in token.lefts if c.dep_ in ("compound", "amod") and c.lower_ not in WHOLE and reading.at(c) is None]
    return not parts and not (before and token.lower_ in ("director", "editor"))


def _relation(reading: Reading, token: Token, role: Role, bearer: Thing, complement: Thing) -> Iterator[RelationDraft]:
    predicate = role.predicate
    if token.lower_ == "executive" and token.i and token.nbor(-1).lower_ != "chief":
        predicate = "WORKS_FOR"
    if predicate == "LEADS" and token.lower_ in ("head", "director", "chief", "editor") and not _whole(reading, token, complement):
        predicate = "WORKS_FOR"  # "its head of sport" leads a part only
    if predicate == "LEADS" and token.lower_ == "editor" and any(c.lower_ == "at" for c in token.rights):
        predicate = "WORKS_FOR"  # "his editor at Faber" is one of several
    former = any(t.lower_ in FORMER for t in token.lefts) and role.predicate in ("LEADS", "WORKS_FOR", "MEMBER_OF")
    subject, object_ = (complement, bearer) if role.inverse else (bearer, complement)
    confidence = 0.5 if former else 0.8
    yield RelationDraft(
        subject, predicate, object_, f"relations.roles.{role.predicate.lower()}", [reading.sentence_span(token.idx)], confidence=confidence
    )
