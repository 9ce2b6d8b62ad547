"""Whom somebody wants to reach, and whom somebody reaches: TARGETS and HAS_AUDIENCE."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from etl.transform import clauses, segments
from etl.transform.drafts import RelationDraft
from etl.transform.reading import Reading, Thing

# Verbs of wanting to reach; with the preposition that leads to the audience, or the direct object.
TARGETING: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        """target court woo reach attract engage energize energise mobilize mobilise galvanize galvanise persuade entice lure sway charm
        seduce prise peel turn activate excite rally register address motivate convince amp meet recruit hook coax nudge lobby flatter""".split(), ("dobj",)),
    "win": ("dobj", "over", "back"), "appeal": ("to",), "aim": ("at", "dobj"), "pitch": ("to", "at", "dobj"), "speak": ("to",), "talk": ("to",),
    "cater": ("to",), "connect": ("with",), "resonate": ("with",), "tap": ("into",), "gear": ("to", "toward", "towards"), "go": ("after", "for"),
    "direct": ("at", "to"), "market": ("to", "at"), "sell": ("to",), "tailor": ("to", "for"), "bring": ("dobj",), "draw": ("dobj",), "get": ("to",),
    "ingratiate": ("with",), "communicate": ("with", "to"), "break": ("through",), "introduce": ("to",), "make": ("inroads",), "fish": ("for",), "look": ("for",),
    "take": ("to",), "carry": ("to",), "deliver": ("to",),
}  # fmt: skip
# "is popular with", "is watched by": whose public it is.
FOLLOWING_VERBS = frozenset("watch follow hear read listen love adore consume enjoy download stream tune".split())
POPULAR = frozenset("popular beloved big huge famous well-liked favorite favourite".split())
PUBLIC = frozenset(
    """audience base listener viewer reader fan follower subscriber user public listenership viewership readership following crowd
    demographic fanbase regular member""".split()
)
ACTORS = ("Person", "Organization", "Show", "Platform", "Outlet")
MAKING_UP = frozenset("be skew lean comprise include make consist remain tend".split())


def _actors(reading: Reading, verb: Token) -> list[Thing]:
    return clauses.doers(reading, clauses.subjects(verb), ACTORS)


def _ways(verb: Token) -> tuple[str, ...] | None:
    """How `verb` leads to whom it is aimed at; lemmatizers miss rare participles ("amping")."""
    lemma, form = verb.lemma_.lower(), verb.lower_
    found = TARGETING.get(lemma)
    if found is None and form.endswith("ing"):
        found = TARGETING.get(form[:-3]) or TARGETING.get(form[:-3] + "e")
    return found


def _targets(reading: Reading) -> Iterator[RelationDraft]:
    for verb in clauses.verbs(reading):
        ways = _ways(verb)
        if ways is None or clauses.is_negated(verb):
            continue
        tokens: list[Token] = []
        if "dobj" in ways:
            tokens += clauses.objects(verb)
        links = [w for w in ways if w != "dobj"]
        tokens += clauses.complements(verb, links) or clauses.deep_complements(verb, links)
        for particle in verb.rights:  # "win over young men": the parser may hang the noun on the particle
            if particle.lower_ in ways:
                tokens += [t for o in particle.children if o.dep_ in ("pobj", "dobj") for t in clauses.conjuncts(o)]
        audiences = segments.segments(reading, tokens)
        if not audiences:
            continue
        if clauses.is_passive(verb) and verb.lemma_.lower() in ("aim", "gear", "pitch", "direct", "target", "tailor", "market"):
            actors = clauses.things(reading, clauses.objects(verb), ACTORS)
        else:
            actors = _actors(reading, verb)
        for actor in actors:
            # A show that reaches somebody has them already; a person who reaches out wants them.
            reached = (
                verb.lemma_ in ("reach", "attract", "draw") and actor.type in ("Show", "Outlet", "Platform") and verb.tag_ in ("VBZ", "VBD")
            )
            for audience in audiences:
                yield _draft(reading, verb, actor, "HAS_AUDIENCE" if reached else "TARGETS", audience, "verb", 0.7)


def _nominal_targets(reading: Reading) -> Iterator[RelationDraft]:
    """ "his appeal to young men", "an appeal to", "a play for", "the campaign's outreach to"."""
    links: dict[str, tuple[str, ...]] = {
        "appeal": ("to",),
        "outreach": ("to",),
        "pitch": ("to",),
        "play": ("for",),
        "courtship": ("of",),
        "overture": ("to",),
        "inroad": ("with", "among"),
        "message": ("to",),
    }
    for token in reading.with_lemma(links):
        ways = links[token.lemma_.lower()]
        if token.pos_ != "NOUN":
            continue
        audiences = segments.segments(reading, clauses.complements(token, ways))
        if not audiences:
            continue
        actors = clauses.things(reading, [*clauses.possessors(token), *clauses.modifiers(token)], ACTORS)
        if not actors and token.head.pos_ == "VERB":
            actors = _actors(reading, token.head)
        for actor in actors:
            for audience in audiences:
                yield _draft(reading, token, actor, "TARGETS", audience, "noun", 0.65)


def _publics(reading: Reading) -> Iterator[RelationDraft]:
    """ "his predominantly teenage audience", "its listeners are mostly nurses", "the podcast's young listeners"."""
    for token in reading.with_lemma(PUBLIC):
        lemma = token.lemma_.lower()
        if token.pos_ not in ("NOUN", "PROPN"):
            continue
        owners = clauses.things(reading, [*clauses.possessors(token), *clauses.complements(token, ("of", "for"))], ACTORS)
        by_name = ("Person", "Show", "Outlet") if lemma in ("follower", "subscriber", "member") else ACTORS
        owners = owners or clauses.things(reading, clauses.modifiers(token), by_name)
        if not owners and token.head.lower_ == "with":  # "Twitch, with its young users"
            owners = clauses.things(reading, [token.head.head], ACTORS)
        if not owners:
            continue
        own = segments.segments(reading, [token]) if _described(token) else []
        own += segments.segments(reading, clauses.complements(token, ("of", "among", "with")))
        for owner in owners:
            for audience in [*own, *_made_up_of(reading, token)]:
                yield _draft(reading, token, owner, "HAS_AUDIENCE", audience, "public", 0.75)


PERCENT = frozenset(
    """% pct percent percentage most many half thirds third quarter quarters fifths fifth majority mostly mainly largely overwhelmingly
    predominantly""".split()
)
SEXES = frozenset("male female men women young".split())


def _is_sex(token: Token) -> bool:
    """Whether "male", "young" and the like are told of a public, not of a noun of their own; parsers take "81% male" for a noun."""
    return token.pos_ == "ADJ" or (token.pos_ == "NOUN" and token.lower_ in ("male", "female"))


def _shares(reading: Reading) -> Iterator[RelationDraft]:
    """ "subscribers, 70 pct of them men in smaller cities", "an audience that is 81% male": what part of a public somebody is."""
    for sign in reading.with_form(PERCENT, ("cent",)):
        if sign.lower_ == "cent" and not (sign.i and sign.nbor(-1).lower_ == "per"):
            continue
        sent = sign.sent
        public = next((t for t in reversed(reading.doc[sent.start : sign.i]) if t.lemma_.lower() in PUBLIC), None)
        those = next((t for t in reading.doc[sign.i : min(sign.i + 6, sent.end)] if t.lower_ in ("those", "people") and _watching(t)), None)
        public = public or those or next((t for t in reading.doc[sign.i : min(sign.i + 6, sent.end)] if t.lemma_.lower() in PUBLIC), None)
        if public is None:
            continue
        owners = clauses.doers(reading, [*clauses.possessors(public), *clauses.complements(public, ("of",))], ACTORS)
        owners = owners or clauses.things(reading, clauses.modifiers(public), ("Show", "Outlet", "Person"))
        watching = _watching(public)
        if watching is not None:
            owners = clauses.things(reading, clauses.objects(watching), ACTORS)
            for type_ in ("Show", "Person"):
                owners = owners or [t for _, t in reading.within(max(0, sent.start_char - 300), sign.idx, (type_,))][-1:]
        if not owners and public.head.lemma_ in ("have", "boast", "count", "draw", "attract"):
            owners = clauses.things(reading, clauses.subjects(public.head), ACTORS)
        for token in reading.doc[max(sign.i, public.i if watching else sign.i) + 1 : min(sign.i + 12, sent.end)]:
            if token.lower_ in SEXES and token.dep_ not in ("amod", "compound") and _is_sex(token):
                number = sign.nbor(-2) if sign.lower_ == "cent" else sign.nbor(-1) if sign.i and sign.nbor(-1).like_num else sign
                name = f"{reading.text[number.idx : token.idx + len(token)]} {public.lower_}"
                groups = [reading.described("Audience", name, number.idx, token.idx + len(token))]
            elif token.lemma_.lower() in PUBLIC and token is not public:
                continue
            else:
                groups = segments.segments(reading, [token])
            if groups:
                for owner in owners:
                    yield _draft(reading, sign, owner, "HAS_AUDIENCE", groups[0], "share", 0.7)
                break


def _watching(token: Token) -> Token | None:
    """The verb of "those who *watch*", or None."""
    for child in token.rights:
        if child.dep_ == "relcl" and child.lemma_.lower() in FOLLOWING_VERBS:
            return child
    return None


def _making_up(reading: Reading) -> Iterator[RelationDraft]:
    """ "women make up half of its listeners", "students account for most of the audience"."""
    for verb in clauses.verbs(reading):
        if verb.lemma_.lower() not in ("make", "account", "form", "represent", "constitute", "comprise"):
            continue
        groups = segments.segments(reading, _first_heads(clauses.subjects(verb)))
        publics = [t for t in verb.subtree if t.i > verb.i and t.lemma_.lower() in PUBLIC and t.pos_ == "NOUN"]
        if not groups or not publics:
            continue
        for owner in clauses.doers(reading, [*clauses.possessors(publics[0]), *clauses.complements(publics[0], ("of",))], ACTORS):
            for group in groups:
                yield _draft(reading, verb, owner, "HAS_AUDIENCE", group, "making_up", 0.7)


def _first_heads(tokens: Iterable[Token]) -> list[Token]:
    return [t for t in tokens if t.lemma_.lower() not in PUBLIC]


WANTING = frozenset("want need miss lack seek chase covet hope lose crave hunt lure".split())


def _wanted(reading: Reading) -> Iterator[RelationDraft]:
    """ "the people the party is missing are shift workers": whom somebody says they want."""
    for token in reading.with_lemma(segments.PEOPLE, ("one", "those")):
        if token.dep_ != "nsubj" or token.head.lemma_ != "be":
            continue
        wanting = next((c for c in token.rights if c.dep_ == "relcl" and c.lemma_.lower() in WANTING), None)
        if wanting is None:
            continue
        groups = segments.segments(reading, [t for c in token.head.rights if c.dep_ == "attr" for t in clauses.conjuncts(c)])
        for actor in _actors(reading, wanting):
            for group in groups:
                yield _draft(reading, token, actor, "TARGETS", group, "wanted", 0.7)


def _target_audience(reading: Reading) -> Iterator[RelationDraft]:
    """ "the target audience is young men", "can be described as …": whom the one the article is about wants to reach."""
    for token in reading.with_form(("audience", "demographic", "group", "market", "voter", "voters", "listener", "viewer")):
        if token.i == 0 or token.nbor(-1).lower_ not in ("target", "targeted", "intended"):
            continue
        owners = clauses.doers(reading, clauses.possessors(token), ACTORS)
        people = [t for t in reading.named("Person") if t.mentions]
        if not owners and people:
            owners = [max(people, key=lambda t: (len(t.mentions), -t.mentions[0].start))]
        head = token.head
        found = (
            [t for c in head.rights if c.dep_ in ("attr", "oprd") for t in clauses.conjuncts(c)] if token.dep_.startswith("nsubj") else []
        )
        found += clauses.complements(head, ("as",)) + clauses.deep_complements(head, ("as",))
        for owner in owners:
            for audience in segments.segments(reading, found):
                yield _draft(reading, token, owner, "TARGETS", audience, "target_audience", 0.65)


def _described(token: Token) -> bool:
    """Whether something says what kind of public it is: "teenage audience", "listeners under 30"; "his 2m followers" does not."""
    adjectives = [
        c for c in token.lefts if c.dep_ in ("amod", "compound", "nmod") and c.pos_ in ("ADJ", "NOUN", "VERB") and c.lower_ not in PLAIN
    ]
    return bool(adjectives) or any(c.dep_ == "prep" and c.lower_ in ("under", "over", "between", "aged") for c in token.rights)


PLAIN = frozenset(
    "own large huge big massive vast enormous total average monthly weekly daily entire whole global online growing live studio many new loyal concurrent paying active regular crore lakh mln million billion thousand hundred".split()
)


def _made_up_of(reading: Reading, token: Token) -> list[Thing]:
    """What the public is said to consist of: "made up of nurses", "are mostly men under 30", "includes drivers"."""
    found: list[Token] = []
    for child in token.rights:
        if child.dep_ in ("acl", "relcl", "appos", "prep"):
            for verb in child.subtree:
                if verb.lemma_ in ("make", "comprise", "compose", "dominate", "consist", "include", "skew") and verb.pos_ == "VERB":
                    found += clauses.complements(verb, ("of", "by"))
                    found += [t for p in verb.children for t in clauses.complements(p, ("of",))]
                    found += clauses.objects(verb) if verb.lemma_ == "include" else []
    head = token.head
    if token.dep_ in ("dobj", "nsubjpass") and head.lemma_ in ("describe", "define", "characterize", "characterise", "depict", "see"):
        found += clauses.deep_complements(head, ("as",))
    if token.dep_ in ("nsubj", "nsubjpass") and head.lemma_ in MAKING_UP:
        found += [t for c in head.rights if c.dep_ in ("attr", "dobj") for t in clauses.conjuncts(c)]
        found += clauses.deep_complements(head, ("of", "toward", "towards"))
    return segments.segments(reading, found)


def _popular(reading: Reading) -> Iterator[RelationDraft]:
    """ "popular with young men", "a favourite of gamers", "watched by students"."""
    for token in reading.with_word(POPULAR, ("hit",), FOLLOWING_VERBS):
        if token.lower_ in POPULAR or token.lower_ == "hit":
            audiences = segments.segments(reading, clauses.complements(token, ("with", "among", "of")))
            holder = token.head
            owners: Iterable[Token] = [holder] if token.dep_ == "amod" else clauses.subjects(holder) if holder.lemma_ == "be" else [holder]
            if token.dep_ == "attr" and holder.lemma_ == "be":
                owners = clauses.subjects(holder)
        elif token.lemma_.lower() in FOLLOWING_VERBS and token.pos_ == "VERB":
            who = clauses.subjects(token) or clauses.deep_complements(token, ("by",))
            audiences = segments.segments(reading, who)
            owners = [*clauses.objects(token), *clauses.complements(token, ("to", "in"))]
        else:
            continue
        for owner in clauses.things(reading, owners, ACTORS):
            for audience in audiences:
                yield _draft(reading, token, owner, "HAS_AUDIENCE", audience, "popular", 0.65)


def _draft(reading: Reading, token: Token, subject: Thing, predicate: str, audience: Thing, rule: str, confidence: float) -> RelationDraft:
    return RelationDraft(
        subject, predicate, audience, f"relations.audiences.{rule}", [reading.sentence_span(token.idx)], confidence=confidence
    )


def find(reading: Reading) -> list[RelationDraft]:
    """Who wants to reach which audience, and whose public is which."""
    return [
        *_targets(reading),
        *_nominal_targets(reading),
        *_publics(reading),
        *_shares(reading),
        *_making_up(reading),
        *_wanted(reading),
        *_target_audience(reading),
        *_popular(reading),
    ]
