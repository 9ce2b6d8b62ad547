"""What in a sentence points to an occasion: nouns of occasions, shows, somebody's programme, outlets on whose air one speaks."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span, Token

from etl.transform.appearances import cues
from etl.transform.appearances.programmes import is_broadcaster
from etl.transform.appearances.slots import governor, in_quote, root
from etl.transform.clauses import possessors
from etl.transform.reading import Reading, Thing

NOUN, SHOW, VENUE, OUTLET, POST, STAGE, GUEST = "noun", "show", "venue", "outlet", "post", "stage", "guest"
# Places and gatherings before which one speaks.
GATHERINGS = frozenset(
    """crowd conference convention summit gathering rally fundraiser luncheon dinner commencement graduation congress assembly vigil march festival forum expo
    symposium delegate stage lectern podium parliament congregation supporter""".split()
)
PEOPLE = frozenset("supporter voter worker student fan delegate member follower activist investor farmer".split())
GATHERINGS = GATHERINGS | PEOPLE
# "Half an hour on the show", "a guest on the show": what hangs on these hangs on the verb.
LIGHT = frozenset(
    "hour minute day week time half part end start course lot guest regular while moment spell appearance word evening night morning afternoon panellist panelist".split()
)


@dataclass(frozen=True, slots=True)
class Item:
    """A word that points to an occasion, with what it is and the thing it names, if it names one."""

    token: Token
    sort: str
    kind: str = ""
    thing: Thing | None = None


# A forum of these is a debate.
FORUMS = frozenset(
    "candidate candidates candidates' candidates’ leaders leaders' leaders’ leadership presidential mayoral gubernatorial election open people's people’s".split()
)


# Words that an item can stand on: in the tables as they are, by their last part, or put together from two.
WORDS = (
    frozenset(cues.NOUNS) | frozenset(cues.VENUES) | cues.STRONG | cues.POSTED | cues.FILMS | GATHERINGS
    | frozenset(noun.rsplit("-", 1)[-1] for noun in cues.NOUNS) | frozenset(("guest", "audience", "hall", "forum", "meeting"))
)  # fmt: skip


def _before(token: Token) -> str:
    """The word before `token`, with the one before a possessive's mark."""
    if token.i <= token.sent.start:
        return ""
    before = token.nbor(-1)
    return before.nbor(-1).lower_ if before.tag_ == "POS" and before.i > token.sent.start else before.lower_


def key(token: Token) -> str:
    """The token's lemma as it stands in the tables; "townhall" for both words of a town hall."""
    if token.lower_ == "hall" and token.i > token.sent.start and token.nbor(-1).lower_ in ("town", "-"):
        return "townhall"
    if (
        token.i > 1
        and token.nbor(-1).text in "-‑–"
        and token.i > token.sent.start + 1
        and (joined := f"{token.nbor(-2).lower_}-{token.lower_}") in cues.NOUNS
    ):
        return joined
    if token.lower_ == "forum" and _before(token) in FORUMS:
        return "hustings"
    if token.lower_ == "meeting" and _before(token) in ("public", "town"):
        return "townhall"
    return token.lower_ if token.lower_ in cues.NOUNS else token.lemma_.lower()


def is_plural(token: Token) -> bool:
    """Whether a noun is in the plural."""
    return token.tag_ in ("NNS", "NNPS")


def _compound(token: Token) -> bool:
    """Whether the noun only qualifies another that is no occasion: "interview request", "debate stage", "podcast host"."""
    following = token.nbor(1) if token.i + 1 < token.sent.end else None
    if following is not None and following.text == "-":
        return True
    if token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i:
        return True
    return following is not None and following.pos_ == "NOUN" and following.dep_ not in ("appos", "npadvmod") and token.head == following


def _noun(reading: Reading, token: Token) -> Item | None:
    name = key(token)
    if (
        token.pos_ not in ("NOUN", "PROPN", "ADJ")
        and "-" not in name
        and not (token.pos_ == "VERB" and token.i and token.nbor(-1).pos_ in ("DET", "ADJ"))
    ):
        return None
    here = reading.at(token)
    if here is not None and here.type not in ("Topic", "Audience") and not (name in GATHERINGS and here.type in ("Organization", "Place")):
        return None
    if (name in cues.NOUNS and not is_plural(token)) or (name in cues.STRONG and is_plural(token)):
        if (
            token.pos_ == "ADJ"
            and not (token.i and token.nbor(-1).tag_ == "POS")
            and not (name == "live" and token.i and token.nbor(-1).lower_ in ("a", "the", "his", "her"))
        ):
            return None
        if (
            (_compound(token) and not (token.i and token.nbor(-1).tag_ == "POS" and name in cues.VENUES))
            or (name == "hour" and not possessors(token) and not any(c.lower_ == "with" for c in token.children))
            or (name == "match" and token.nbor(-1).lower_ != "return")
        ):
            return None
        owned = name in cues.VENUES and (bool(possessors(token)) or (token.i > 0 and token.nbor(-1).tag_ == "POS"))
        return Item(token, VENUE if owned else NOUN, cues.NOUNS[name])
    if name in cues.VENUES and not is_plural(token) and not _compound(token) and token.pos_ == "NOUN":
        return Item(token, VENUE, cues.VENUES[name])
    if name == "guest" and token.pos_ == "NOUN" and not _compound(token):
        return Item(token, GUEST)
    if name in cues.POSTED and token.pos_ == "NOUN" and not _compound(token):
        return Item(token, POST, "post")
    if name in cues.FILMS and token.pos_ == "NOUN" and not _compound(token) and _put_online(reading, token):
        return Item(token, POST, "post")
    if name == "audience" and token.dep_ in ("dobj", "dative") and token.head.lemma_ in ("tell", "address"):
        return Item(token, STAGE, "speech")
    if name in GATHERINGS and not _compound(token) and token.text != "March" and not (name in PEOPLE and not is_plural(token)):
        return Item(token, STAGE, "speech")
    return None


def _put_online(reading: Reading, token: Token) -> bool:
    """Whether the film or message of `token` is one that its clause puts on a platform: "released a film on her YouTube channel"."""
    verb = verb_above(token)
    posted = verb is not None and verb.lemma_ in cues.POSTING | {"go"} and not (verb.lemma_ == "film" and verb.i < token.i)
    return (
        posted
        and verb is not None
        and any((thing := reading.at(t)) is not None and thing.type == "Platform" for t in verb.subtree if t.i > token.i)
    )


def items(reading: Reading, sent: Span) -> list[Item]:
    """The items of the sentence in order."""
    out: list[Item] = []
    for token in reading.words[sent.start : sent.end]:
        if (
            (reading.forms[token.i] not in WORDS and reading.lemmas[token.i] not in WORDS)
            or token.is_space
            or token.is_punct
            or in_quote(reading, token)
        ):
            continue
        found = _noun(reading, token)
        if found is not None:
            out.append(found)
    for mention, thing in reading.within(sent.start_char, sent.end_char, ("Show", "Outlet", "Platform")):
        token = root(reading, mention)
        if in_quote(reading, token):
            continue
        if thing.type == "Show":
            prep, gov = governor(token)
            if prep in ("on", "for", "in", "to", "at", "with", "by", "from", "of", "") and gov.lemma_ not in (
                "host",
                "presenter",
                "producer",
                "listener",
                "fan",
            ):
                out.append(Item(token, SHOW, "", thing))
        elif thing.type == "Platform" and thing.name.endswith((" Live", " Spaces")):
            out.append(Item(token, OUTLET, "livestream" if thing.name.endswith("Live") else "interview", thing))
        elif thing.type == "Outlet" and is_broadcaster(reading, thing):
            out.append(Item(token, OUTLET, "broadcast", thing))
    return sorted(out, key=lambda i: i.token.i)


def _says_more(verb: Token) -> bool:
    """Whether the verb only says more of a noun of occasion or a show: "the interview, recorded on Monday, …"."""
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in ("VERB", "AUX"):
        first = first.head
    does = next((c for c in verb.children if c.dep_ == "xcomp"), verb) if verb.lemma_ == "be" else verb  # "that was to be broadcast"
    return (
        first.dep_ in ("acl", "relcl")
        and does.lemma_.lower() in cues.CARRIED
        and not any(c.dep_ == "nsubj" and c.lower_ not in ("that", "which", "who") and c.ent_type_ in ("PERSON",) for c in verb.lefts)
    )


def relative_of(token: Token) -> Token | None:
    """The verb of the clause that tells what happened at the venue `token`: "the show where she …", "the show on which he …"."""
    for child in token.children:
        if child.dep_ == "relcl" and child.lemma_.lower() not in cues.CARRIED:
            left = [t for t in child.subtree if t.i < child.i]
            if any(
                t.lower_ == "where" or (t.lower_ == "which" and t.i and t.nbor(-1).lower_ in ("on", "in", "during", "at")) for t in left[:3]
            ):
                return child
    return None


def verb_above(token: Token) -> Token | None:
    """The verb in whose clause `token` stands."""
    node = token
    while node.head != node:
        node = node.head
        if node.pos_ in ("VERB", "AUX") and node.dep_ not in ("aux", "auxpass", "advmod") and not _says_more(node):
            return node
    return None


def position(token: Token) -> str:
    """How the noun phrase stands to its verb: "subject", "object", a preposition, or "" for anything else."""
    node = token
    for _ in range(10):
        if node.dep_ in ("nsubj", "nsubjpass"):
            return "subject"
        if node.dep_ in ("dobj", "dative", "attr", "oprd"):
            return "object" if node.dep_ != "attr" else "attr"
        head = node.head
        if head == node:
            return ""
        if node.dep_ == "pobj" or head.pos_ == "ADP":
            if head.head.pos_ in ("VERB", "AUX", "ADP", "ADV") or head.dep_ == "ROOT":
                return head.lower_
            above = head.head.lemma_.lower()
            if above in LIGHT or (
                head.lower_ == "on"
                and above not in cues.NOUNS
                and above not in cues.VENUES
                and above not in ("follower", "subscriber", "account")
            ):
                return head.lower_
            node = head.head  # "a slot on the show", "the end of the interview": the noun above decides
            if node.pos_ in ("VERB", "AUX"):
                return head.lower_
            continue
        if head.pos_ in ("VERB", "AUX"):
            before = [
                c for c in head.children if c.i < node.i and c.pos_ == "ADP" and c.i > head.i and any(o.dep_ == "pobj" for o in c.children)
            ]
            return before[-1].lower_ if node.dep_ == "conj" and before else node.dep_
        node = head
    return ""
