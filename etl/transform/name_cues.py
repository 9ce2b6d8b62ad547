"""What the words around a name tell of its type: apposition, verbs of saying, "host of", "followers on", "mayor of", and the like.

`cues` looks at a few words to the left and right of one mention and yields votes, pairs of a type and a weight; about 3 is
sure evidence, 1 a hint. `Work`, `Event` and `Product` are types here too: such names are no entities.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from etl.transform.kinds import kind_of, kinds_of, singular
from etl.transform.name_contexts import closes, left_of, noun_phrase, right_of, weighted
from etl.transform.name_cue_words import (
    AFTER,
    AIRED_ON,
    AIRING_VERBS,
    ANY_BEFORE,
    APPEARING,
    APPOSING,
    BARE_ROLE_OPENERS,
    BEFORE,
    COMPANY_VERBS,
    DETERMINERS,
    FAMILY,
    HUMAN_VERBS,
    KIN,
    OF_STATIONS,
    OUT_ON,
    PLACE_BEFORE,
    PLATFORM_TIES,
    SAYING,
    Vote,
)  # fmt: skip
from etl.transform.name_neighbours import around_title, neighbours
from etl.transform.name_words import Candidate, ordinary
from etl.transform.reading import Reading

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday tonight yesterday tomorrow".split())
# "a barber in Lowe told me": what follows a name in a phrase is not said of it.
CALLING = frozenset(
    "caller listener viewer voter farmer reader callers listeners viewers voters farmers readers daughter son boy girl".split()
)
BANNING = frozenset("suspended banned reinstated unbanned deplatformed demonetised demonetized".split())
INSIDE = frozenset("in from at near of".split())
DAYS = WEEKDAYS | frozenset(
    """night evening morning afternoon week weekend month jan feb mar apr may jun jul aug sep sept oct nov dec january february march april
    june july august september october november december""".split()
)
AMONG = (["like"], ["as"], ["including"], ["and"])


def cues(reading: Reading, candidate: Candidate, known: Mapping[int, str]) -> Iterator[Vote]:
    """The votes of the words around one mention; `known` gives the types of sure names by where they start and end."""
    left, right = left_of(reading.text, candidate.start), right_of(reading.text, candidate.end)
    left_bare = left[1:] if left and left[0] == "the" and len(left) > 1 else left
    yield from _noun_before(reading, candidate, left, right)
    before = " ".join(reversed(left[:8]))
    if ANY_BEFORE.search(before):
        for pattern, votes in BEFORE:
            if pattern.search(before):
                yield from votes
    yield from _prepositions(
        left_bare, right, ordinary(candidate.text), candidate.form == "italic" and candidate.text.removeprefix("The ").count(" ") < 2
    )
    yield from neighbours(reading.text, candidate, known)
    yield from _after(left, right, " " not in candidate.text, inside=left_bare[:1] != [] and left_bare[0] in INSIDE)
    if candidate.form in ("quoted", "italic"):
        yield from around_title(reading.text, candidate, left)


def _noun_before(reading: Reading, candidate: Candidate, left: list[str], right: list[str]) -> Iterator[Vote]:
    if not left:
        return
    first = left[0]
    if first in ("include", "includes", "included") and len(left) > 1 and kinds_of(left[1]):
        yield from weighted(left[1], 2.5)
        return
    listed = 2 if left[:2] in (["them", "among"], ["as", "such"]) else 1 if first in ("including", "like") else 0
    if listed and (nouns := [w for w in left[listed : listed + 4] if kinds_of(w)]):
        yield from weighted(nouns[0], 2.5)
        return
    if first in ("called", "named", "titled", "entitled", "dubbed") and len(left) > 1:
        nouns = [w for w in left[1:6] if kinds_of(w)]
        if nouns:
            yield from weighted(nouns[0], 3.0)
        return
    if first == "of" and left[1:2] and left[1] in FAMILY:
        yield "Person", 3.0
        return
    if first == "," and len(left) > 1 and kinds_of(left[1]):
        reach = left[2:7]
        stop = next((n for n, w in enumerate(reach) if w in (",", ".", "\n")), len(reach))
        if any(w in DETERMINERS or w in ("'s", "whose") or w.endswith(("’s", "'s")) for w in reach[:stop]) and (
            right[:1] and right[0] in (",", ".", ";", ")", "—", "–")
        ):
            if left[1] == "channel" and left[2:3] and left[2] in OF_STATIONS:
                yield "Outlet", 3.5
                return
            yield from weighted(left[1], 3.5, " " not in candidate.text)
        return
    if first == "," and "of" in left[2:6]:
        # "a maker of valves, Lowe,": what the trade is of stands between
        at = left.index("of", 2)
        reach = left[at + 1 : at + 6]
        if kinds_of(left[at + 1] if len(left) > at + 1 else "") and any(w in DETERMINERS for w in reach[1:]) and "," not in left[1:at]:
            yield from weighted(left[at + 1], 3.0, " " not in candidate.text)
            return
    trade = singular(first) != first and {"Person", "Organization"} & set(kinds_of(first)) and left[1:2] not in AMONG
    if trade and " " not in candidate.text:
        # "the outfitters Lowe": the trade of a house
        yield "Organization", 2.0
        return
    if first in ("channel", "channels") and len(left) > 1 and left[1] in OF_STATIONS:
        yield "Outlet", 3.0
        return
    if kinds_of(first):
        token = reading.token(max(0, candidate.start - 2))
        if token.pos_ in ("NOUN", "PROPN", "ADJ") or first not in (
            "show",
            "host",
            "stream",
            "report",
            "play",
            "film",
            "guest",
            "judge",
            "star",
        ):
            # "the company Lowe bought": the noun is not what Lowe is
            lone = " " not in candidate.text
            relative = (
                lone
                and left[1:2] == ["the"]
                and bool(right)
                and right[0][0].islower()
                and reading.token(candidate.end + 1).pos_ in ("VERB", "AUX")
            )
            person = "Person" in kinds_of(first)
            yield from weighted(first, 3.0 if person or not relative else 1.0, lone)


def _prepositions(left: list[str], right: list[str], common: bool, set_off: bool) -> Iterator[Vote]:
    if not left:
        return
    near = set(left[1:6])
    first = left[0]
    if first == "in" and set_off:
        yield "Outlet", 1.8  # "reported in *Lowe*"
    elif first in PLACE_BEFORE:
        yield "Place", 1.5 if common else 1.7
    elif first == "at":
        yield "Place", 2.2 if _dated(right) else 0.8
        yield "Event", 0.3
        yield "Organization", 0.4
    elif first in ("from", "to"):
        person = len(left) > 1 and (("Person" in kinds_of(left[1]) and left[1]) or left[1] in CALLING)
        yield "Place", 1.7 if person in CALLING else 1.3 if first == "from" and person else 0.3
    elif first == "with" and near & {
        "interview",
        "conversation",
        "chat",
        "episode",
        "stream",
        "spoke",
        "talked",
        "sat",
        "discussion",
        "debate",
        "live",
    }:
        yield "Person", 1.5
    elif first in ("on", "via", "through") and right[:1] == ["'s"]:
        yield "Person", 0.3
    elif first == "off":
        yield "Platform", 1.0
    elif first in ("on", "via", "through"):
        yield "Person", -1.0
        if (
            right
            and right[0].lower() in ("he", "she", "they", "i", "we")
            and right[1:3]
            and set(right[1:3]) & (SAYING | APPEARING | HUMAN_VERBS | {"was"})
        ):
            yield "Show", 1.2
        yield "Show", 0.8
        yield "Platform", 0.9
        yield "Outlet", 0.4
        if near & PLATFORM_TIES or (right and right[0].lower() in ("followers", "users", "subscribers")):
            yield "Platform", 1.6
        if near & APPEARING:
            yield "Show", 1.4
            yield "Outlet", 0.5
        if near & AIRED_ON:
            yield "Outlet", 1.5
            yield "Platform", 0.5
        if near & OUT_ON:
            yield "Platform", 1.2
    elif first == "by" and near & AIRED_ON:
        yield "Outlet", 1.5
    elif first in ("'s", "’s") or first.endswith(("’s", "'s")):
        day = first.rstrip("s").rstrip("'’") in WEEKDAYS
        yield "Show", 1.8 if day else 0.5
    elif first in SAYING and not (right and right[0] == "'s"):
        yield "Speaker", 1.2
        yield "Outlet", 0.3
        yield "Organization", 0.4


def _dated(right: list[str]) -> bool:
    """Whether a day follows: "at Lowe Church *on Friday*", "at the Lowe *last night*"."""
    words = [w.lower() for w in right[:3]]
    return words[:1] in (["tonight"], ["yesterday"], ["tomorrow"]) or (
        len(words) > 1 and words[0] in ("on", "last", "this", "next", "tomorrow", "yesterday") and words[1] in DAYS
    )


def _after(left: list[str], right: list[str], lone: bool, *, inside: bool) -> Iterator[Vote]:
    if not right:
        return
    first, second = right[0].lower(), (right[1].lower() if len(right) > 1 else "")
    if first == "'s":
        if second in KIN:
            yield "Person", 2.0
        elif second in ("host", "hosts", "co-host", "listeners", "episode"):
            yield "Show", 2.0
        elif second in (
            "digital",
            "media",
            "marketing",
            "department",
            "newsroom",
            "staff",
            "app",
            "website",
            "lawyers",
            "campaign",
            "chief",
            "ceo",
            "founder",
            "shares",
            "board",
            "headquarters",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "listing",
            "profits",
            "revenue",
            "revenues",
            "customers",
            "shareholders",
            "executives",
            "owner",
            "owners",
        ):
            yield "Organization", 1.5
        elif second in ("capital", "mayor", "population", "government", "parliament", "president", "economy"):
            yield "Place", 1.5
        elif second in ("podcast", "show", "channel", "stream"):
            yield "Person", 0.8
        return
    if first in APPOSING:
        yield from _apposition(first, right, lone)
        return
    if first in AFTER:
        yield from AFTER[first]
    elif left[:1] in (["the"], ["a"], ["their"], ["its"]) and singular(first) == first and first not in HUMAN_VERBS | SAYING:
        # "the Save Our Woods group", "the Lowe label"
        kind = kind_of(first)
        if kind in ("Organization", "Outlet", "Platform", "Show"):
            yield kind, 1.8
        elif first in ("leader", "chair", "chairman", "boss"):
            yield "Organization", 1.4
    if inside:
        return
    if first in SAYING:
        yield "Speaker", 1.5
        yield "Outlet", 0.5
        yield "Organization", 0.7
    if first in HUMAN_VERBS or (first in ("has", "had", "also", "will", "would") and second in HUMAN_VERBS):
        yield "Speaker", 1.0
    if first in COMPANY_VERBS:
        yield "Organization", 0.5
    if first in BANNING:
        yield "Platform", 1.0
    if first in AIRING_VERBS:
        yield "Outlet", 1.2
    if first == "who":
        yield "Person", 2.5
    if first in ("hosted", "presented", "fronted", "co-hosted", "anchored") and second == "by":
        yield "Show", 2.5
    if first in ("is", "was", "are", "were", "became", "remains", "will") and second:
        rest = right[2:] if second == "be" else right[1:]
        if rest and rest[0].lower() in DETERMINERS and (np := noun_phrase(rest[1:])):
            yield from weighted(np[0], 2.0)


def _determined(tokens: list[str]) -> int | None:
    """Where the noun phrase goes on behind its determiner, a possessive name of up to four words included; None without one."""
    if tokens[0].lower() in DETERMINERS:
        return 1
    for n, token in enumerate(tokens[:4]):
        if token.endswith(("’s", "'s")):
            return n + 1
        if not token[0].isupper():
            return None
    return None


def _apposition(mark: str, right: list[str], lone: bool) -> Iterator[Vote]:
    rest = right[1:]
    if not rest:
        return
    low = rest[0].lower()
    close = rest[1] if len(rest) > 1 else ""
    if low.isdigit() and 10 <= int(low) <= 110 and close in (",", ".", ")", "and", ";", "—", "–"):
        yield "Person", 4.0
        return
    if mark == "-":
        return
    if low == "who":
        yield "Person", 2.5
    elif low == "whose":
        for kind in ("Person", "Organization", "Outlet", "Show"):
            yield kind, 0.4
    elif low == "which":
        for kind in ("Organization", "Platform", "Outlet", "Show"):
            yield kind, 0.5
        yield "Person", -1.0
    elif low == "where":
        yield "Place", 1.2
    elif (at := _determined(rest)) is not None:
        if (np := noun_phrase(rest[at:])) and singular(np[0]) == np[0] and closes(rest[at + len(np[1]) :]):
            yield from weighted(np[0], 4.0, lone)
    elif low in ("hosted", "presented", "fronted", "co-hosted", "anchored") and close == "by":
        yield "Show", 2.5
    elif (
        rest[0][0].islower()
        and not BARE_ROLE_OPENERS.fullmatch(low)
        and (np := noun_phrase(rest))
        and "Person" in kinds_of(np[0])
        and len(np[1]) <= 5
    ):
        yield "Person", 2.0
