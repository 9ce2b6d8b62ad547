"""Audience segments: the noun phrases that describe groups of people ("young men", "voters who have never owned a home")."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Token

from etl.transform.clauses import antecedent
from etl.transform.reading import Reading, Thing

# Head nouns of groups of people, by themselves or with what describes them.
PEOPLE = frozenset(
    """adult adolescent american boy buyer child commuter consumer crowd demographic devotee driver elder electorate evangelical family fan
    farmer father follower folk gamer girl generation graduate guy household immigrant kid listener man member millennial minority mom
    mother mum nurse parent pensioner people player public reader regular renter resident retiree saver senior subscriber student
    supporter teen teenager user veteran viewer visitor voter woman worker young youngster youth zoomer audience base community
    constituency following customer shopper traveller traveler believer catholic christian muslim jew hindu latino hispanic black
    conservative liberal independent moderate republican democrat progressive undecided centrist enthusiast lover geek nerd bro edgelord
    hunter angler owner investor founder entrepreneur executive professional teacher doctor lawyer engineer developer programmer coder
    designer artist musician creator homeowner tenant taxpayer citizen diaspora migrant expat newcomer undergraduate pupil schoolchild
    schoolboy schoolgirl baby-boomer boomer grandparent grandmother grandfather widow couple single bachelor lad lass punter spectator
    cinemagoer moviegoer theatregoer concertgoer clubber foodie cook gardener runner cyclist hiker climber swimmer golfer surfer skater
    athlete amateur beginner novice insider outsider skeptic sceptic doubter waverer nonvoter non-voter abstainer believer churchgoer
    worshipper rider trader dealer seller broker banker hobbyist collector tinkerer early-adopter cohort group segment crowd market
    class faithful mass tribe subculture niche""".split()
)
# Nouns that make a segment only when something describes them: "his base", "the public" alone say too little.
BARE_TOO_LITTLE = frozenset(
    """people public crowd member group community market class guest man woman folk owner family adult guy couple single generation base
    audience following mass player driver user viewer listener reader follower subscriber supporter fan demographic segment cohort boy
    girl kid child worker citizen resident customer founder executive doctor lawyer engineer creator artist musician regular tribe niche
    professional teacher american conservative liberal independent moderate progressive republican democrat single insider outsider
    amateur visitor constituency electorate""".split()
)
AGED = re.compile(r"(?:under|over)-?\d\ds|(?:\d\d|\w+teen)-?year-olds|twenty-?somethings|thirty-?somethings")
AGES = re.compile(
    r" (?:aged )?(?:under|over|between|aged|above|below|in their) (?:the age of )?(?:\d\ds?|\w+ties)(?: and \d\d| to \d\d)?\b"
)
# "half of them *Albanian teenagers*": how many of a public they are is no part of who they are
SHARE_OF = re.compile(r"[^.;:\n]{0,60}?\bof (?:them|whom|which|these|those) (?:are |were )?(?:mostly |mainly )?")
# "listeners who tuned in": what they did is no description of who they are.
AUDITORS = frozenset("listener viewer reader follower subscriber audience fan user spectator".split())
# "the young men who watch her": what they attend to is told by the relation.
ATTENDING = frozenset("watch listen follow subscribe tune".split())
MODIFIES = frozenset({"amod", "compound", "nmod", "nummod", "advmod", "npadvmod", "quantmod", "punct", "conj", "cc", "prep"})
DETERMINERS = frozenset(
    """a an the this that these those his her its their our my your some many most few several more any all both other such""".split()
)
AGE = frozenset("under over between aged in from of without with outside above below around at".split())


# Modifiers that count or rank a public without saying who it is: "1.3 million *concurrent* viewers".
COUNTED = frozenset(
    """concurrent monthly weekly daily active total average oldest earliest unique paying registered loyal regular new own online live
    million billion thousand hundred crore lakh mln bn m""".split()
)


def _is_group(token: Token) -> bool:
    if AGED.fullmatch(token.lower_) or (
        token.lower_ in ("25s", "30s", "35s", "40s", "50s", "60s") and token.i > 1 and token.nbor(-1).text == "-"
    ):
        return True
    lemma = token.lemma_.lower()
    plural = token.tag_ in ("NNS", "NNPS")
    if plural and token.ent_type_ == "NORP":
        return True
    collective = lemma in (
        "audience", "base", "generation", "public", "demographic", "community", "crowd", "electorate", "constituency", "youth", "people",
        "following", "diaspora", "cohort", "folk", "segment", "faithful", "minority", "subculture", "tribe", "market", "class",
    )  # fmt: skip
    if lemma in PEOPLE or token.lower_ in PEOPLE:
        return plural or collective
    # Agents of any kind: "home-brewers", "bird-watchers"; not "papers", "numbers".
    return (
        plural
        and token.pos_ == "NOUN"
        and lemma.endswith(("goer", "watcher", "lover", "holder", "keeper", "maker", "worker", "olds", "year-old"))
    )


def head_of(token: Token) -> Token:
    """The noun that says who is meant: "a generation of renters" is about renters, "the kind of people" about people."""
    lemma = token.lemma_.lower()
    if lemma in (
        "group",
        "generation",
        "number",
        "kind",
        "sort",
        "type",
        "lot",
        "crowd",
        "million",
        "thousand",
        "hundred",
        "legion",
        "army",
        "majority",
        "share",
        "mass",
    ):
        for prep in token.rights:
            if prep.lower_ == "of":
                for o in prep.children:
                    if o.dep_ == "pobj" and _is_group(o):
                        return o
    return token


def extent(token: Token, text: str) -> tuple[int, int] | None:
    """The characters of the segment with head noun `token`, without determiner; None where it describes too little.

    Args:
        text: the text as it was parsed.
    """
    if not _is_group(token):
        return None
    described = False
    left = token
    for child in reversed(list(token.lefts)):
        if child.dep_ == "det" or child.lower_ in DETERMINERS or child.dep_ == "poss" or child.tag_ == "PRP$":
            break
        if child.dep_ not in MODIFIES or child.dep_ == "prep" or (child.pos_ in ("VERB",) and child.tag_ not in ("VBG", "VBN")):
            break
        if child.dep_ in ("nummod", "quantmod") and child.pos_ == "NUM":
            break
        left = child.left_edge
        described = described or (child.dep_ in ("amod", "compound", "nmod") and child.lower_ not in COUNTED)
    while left.i < token.i and (left.is_punct or left.lower_ in DETERMINERS or left.pos_ in ("CCONJ",)):
        left = left.nbor()
    right = token
    for child in token.rights:
        if (child.dep_ == "prep" and child.lower_ in AGE and child.i == right.i + 1) or (
            child.dep_ in ("relcl", "acl")
            and child.left_edge.i <= right.i + 1
            and token.lemma_ not in AUDITORS
            and child.lemma_ not in ATTENDING
        ):
            right, described = child.right_edge, True
        elif child.dep_ not in ("punct",):
            break
    while right.i > token.i and (right.is_punct or right.is_space):
        right = right.nbor(-1)
    aged = AGES.match(text, token.idx + len(token))  # parsers hang "men under 30" on the verb
    if aged and right.i == token.i:
        right, described = token.doc[token.i + len(aged.group().split())], True
    if not described and token.lemma_.lower() in BARE_TOO_LITTLE:
        return None
    start, end = left.idx, right.idx + len(right)
    share = SHARE_OF.match(text, start, token.idx)
    return (share.end() if share else start), end


def segment(reading: Reading, token: Token) -> Thing | None:
    """The audience that `token` heads, taken up in the reading; None where it is no segment of people."""
    known = reading.at(token)
    if known is not None and known.type == "Audience":
        return known
    head = head_of(token)
    span = extent(head, reading.parsed)
    # "new Republicans", "moderate Democrats" are people, though their name is a party's
    partisans = known is not None and known.type == "Organization" and head.tag_ in ("NNPS", "NNS") and span is not None
    partisans = partisans and any(c.dep_ == "amod" and c.text.islower() for c in head.lefts)
    if span is None or (known is not None and known.type != "Topic" and not partisans):
        return None
    return reading.described("Audience", reading.text[span[0] : span[1]], *span)


def segments(reading: Reading, tokens: Iterable[Token]) -> list[Thing]:
    """The audiences that `tokens` head, each once."""
    out: list[Thing] = []
    for token in tokens:
        found = segment(reading, antecedent(token))
        if found is not None and all(found is not t for t in out):
            out.append(found)
    return out
