"""What the words around a name tell of its type: apposition, verbs of saying, "host of", "followers on", "mayor of", and the like.

`cues` looks at a few words to the left and right of one mention and yields votes, pairs of a type and a weight; about 3 is
sure evidence, 1 a hint. `Work`, `Event` and `Product` are types here too: such names are no entities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from etl.transform.kinds import kind_of, kinds_of, singular
from etl.transform.name_cue_words import (
    AFTER,
    AIRED_ON,
    AIRING_VERBS,
    APPEARING,
    APPOSING,
    AUXILIARIES,
    BARE_ROLE_OPENERS,
    BEFORE,
    COMPANY_VERBS,
    CONTEXT_TOKEN,
    DETERMINERS,
    EITHER,
    HUMAN_VERBS,
    KIN,
    LIST_LINE,
    ON_AIR,
    ON_PAPER,
    OUT_ON,
    PLACE_BEFORE,
    PLATFORM_TIES,
    QUOTE_MARKS,
    SAYING,
    STOPS,
    Vote,
)  # fmt: skip
from etl.transform.name_words import Candidate
from etl.transform.reading import Reading

AT_PLACE = re.compile(r"\bat (?:the )?$|he $")
AMONG = (["like"], ["as"], ["including"], ["and"])
CALL_SIGN = re.compile(r"[A-Z]{3,5}\d?")
ITEM_LINE = re.compile(r"[ *_#]{0,6}(?:\d{1,2}[.):]|[-*•]) ")


def left_of(text: str, start: int, limit: int = 12) -> list[str]:
    """Up to `limit` tokens before `start` in small letters, nearest first, quotation marks left out."""
    found = [t for t in CONTEXT_TOKEN.findall(text[max(0, start - 110) : start]) if t not in QUOTE_MARKS]
    return [t.lower() for t in found[: -limit - 1 : -1]]


def right_of(text: str, end: int, limit: int = 16) -> list[str]:
    """Up to `limit` tokens after `end`, nearest first, as written; a possessive ending stays as "'s"."""
    window = text[end : end + 130]
    out: list[str] = []
    if window[:2] in ("’s", "'s") or (window[:1] in ("’", "'") and text[end - 1 : end] == "s" and window[1:2] == " "):
        out.append("'s")
        window = window[2:] if window[1:2] == "s" else window[1:]
    out += [t for t in CONTEXT_TOKEN.findall(window) if t not in QUOTE_MARKS]
    return out[:limit]


def noun_phrase(tokens: list[str]) -> tuple[str, list[str]] | None:
    """The head and the words of the noun phrase that `tokens` begin with, None where no describing noun heads it."""
    words: list[str] = []
    head_at = -1
    for token in tokens[:9]:
        if token.lower() in STOPS and not (token.lower() == "and" and len(words) > 1 and False):
            break
        if not (token[0].isalnum() or token in ("-", "‑")):
            break
        words.append(token)
        if token[0].islower() and kinds_of(token):
            head_at = len(words) - 1
        elif head_at >= 0 and token.lower() == "of":
            break
    if head_at < 0:
        return None
    return words[head_at].lower(), words[: head_at + 1]


def closes(tokens: list[str]) -> bool:
    """Whether an apposition may end before `tokens`: no verb follows, of which it would be the subject ("…, the mayor said")."""
    return not tokens or tokens[0].lower() not in SAYING | AUXILIARIES


def weighted(noun: str, weight: float, lone: bool = False) -> Iterator[Vote]:
    """The types that `noun` describes with their weights; `lone`: the name is one word, which people seldom are at first mention."""
    kinds = kinds_of(noun)
    if lone and noun.casefold() in EITHER and "Organization" in kinds:
        yield "Organization", weight * 0.8
        return
    for kind, share in kinds.items():
        if kind != "Group":
            yield kind, weight * share


def cues(reading: Reading, candidate: Candidate, known: Mapping[int, str]) -> Iterator[Vote]:
    """The votes of the words around one mention; `known` gives the types of sure names by where they start and end."""
    left, right = left_of(reading.text, candidate.start), right_of(reading.text, candidate.end)
    left_bare = left[1:] if left and left[0] == "the" and len(left) > 1 else left
    yield from _noun_before(reading, candidate, left, right)
    before = " ".join(reversed(left[:8]))
    for pattern, votes in BEFORE:
        if pattern.search(before):
            yield from votes
    yield from _prepositions(left_bare, right)
    yield from _neighbours(reading.text, candidate, known)
    yield from _after(left, right, " " not in candidate.text)
    if candidate.form in ("quoted", "italic"):
        yield from _set_off(reading.text, candidate, left)


def _neighbours(text: str, candidate: Candidate, known: Mapping[int, str]) -> Iterator[Vote]:
    """What sure names right beside this one tell: "Radio Corran's X" is a show, "X, Leeds" a place."""
    before, after = text[max(0, candidate.start - 4) : candidate.start], text[candidate.end : candidate.end + 2]
    for possessive in ("’s ", "'s ", "’s “", "'s \"", "’s ‘", "’ ", "' "):
        if before.endswith(possessive) and known.get(candidate.start - len(possessive)) in ("Outlet", "Platform"):
            yield "Show", 2.5 if candidate.form == "quoted" else 1.6
    if after == " (" and candidate.form == "item":
        yield "Show", 1.5
    if after == " (" and known.get(candidate.end + 2) in ("Platform", "Outlet") and candidate.form != "run":
        yield "Show", 2.5
    if after == ", " and known.get(candidate.end + 2) == "Place":
        yield "Place", 2.0
    if after == " i" and text.startswith(" in ", candidate.end) and known.get(candidate.end + 4) == "Place" and AT_PLACE.search(before):
        yield "Place", 2.0
    if candidate.form != "run" and text[candidate.end : candidate.end + 1] in QUOTE_MARKS:
        for link in (" on ", " to ", " for "):
            at = candidate.end + 1 + len(link)
            if text.startswith(link, candidate.end + 1) and known.get(at, known.get(at + 1)) in ("Platform", "Outlet"):
                yield "Show", 1.5
    if after in ("’s", "'s"):
        at = candidate.end + 3
        at += text[at : at + 1] in QUOTE_MARKS
        if known.get(at) == "Show":
            yield "Outlet", 2.5
        elif text[at - 1] in QUOTE_MARKS and text[at : at + 1].isupper() and is_call_sign(candidate.text):
            yield "Outlet", 2.0
    if before.endswith(" (") and after[:1] == ")" and ITEM_LINE.match(_line(text, candidate.start)):
        yield "Platform", 1.5
        yield "Outlet", 1.0
    if before.endswith(", ") and known.get(candidate.start - 2) == "Place" and LIST_LINE.search(_line(text, candidate.start)):
        yield "Place", 2.5


def is_call_sign(name: str) -> bool:
    """Whether a name is written like that of a station: three to five capitals, perhaps with a digit."""
    return bool(CALL_SIGN.fullmatch(name))


def _set_off(text: str, candidate: Candidate, left: list[str]) -> Iterator[Vote]:
    """What the words of the sentence around a title tell: something on air, or a book or film."""
    begin = max(text.rfind("\n", 0, candidate.start), text.rfind(". ", 0, candidate.start), candidate.start - 90) + 1
    end = min((n for n in (text.find("\n", candidate.end), text.find(". ", candidate.end), candidate.end + 90) if n >= 0), default=0)
    near = {t.lower() for t in CONTEXT_TOKEN.findall(text[begin : candidate.start] + text[candidate.end : end])}
    air, paper = len(near & ON_AIR), len(near & ON_PAPER)
    if air and air >= paper:
        yield "Show", 0.8
    elif paper > air:
        yield "Work", 0.8
    if left[:1] == [","] and (nouns := [w for w in left[1:7] if kind_of(w) in ("Show", "Work")]):
        yield from weighted(nouns[0], 1.5)
    follows = text[candidate.end : candidate.end + 8].lstrip("”\"’'*_,")
    if left[:1] in (["on"], ["do"], ["doing"], ["did"], ["for"]) and follows.startswith(" with "):
        yield "Show", 1.2
    if left[:1] in (["'s"], ["whose"]) or (left and left[0].endswith(("’s", "'s"))):
        yield "Show", 0.3
        yield "Outlet", -0.7


def _line(text: str, position: int) -> str:
    start = text.rfind("\n", 0, position) + 1
    end = text.find("\n", position)
    return text[start : end if end >= 0 else len(text)][:200]


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
    if first == "," and len(left) > 1 and kinds_of(left[1]):
        reach = left[2:7]
        stop = next((n for n, w in enumerate(reach) if w in (",", ".", "\n")), len(reach))
        if any(w in DETERMINERS or w in ("'s", "whose") or w.endswith(("’s", "'s")) for w in reach[:stop]) and (
            right[:1] and right[0] in (",", ".", ";", ")", "—", "–")
        ):
            yield from weighted(left[1], 3.5, " " not in candidate.text)
        return
    trade = singular(first) != first and {"Person", "Organization"} & set(kinds_of(first)) and left[1:2] not in AMONG
    if trade and " " not in candidate.text:
        # "the outfitters Lowe": the trade of a house
        yield "Organization", 2.0
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
            relative = lone and bool(right) and right[0][0].islower() and reading.token(candidate.end + 1).pos_ in ("VERB", "AUX")
            person = "Person" in kinds_of(first)
            yield from weighted(first, 3.0 if person or not relative else 1.0, lone)


def _prepositions(left: list[str], right: list[str]) -> Iterator[Vote]:
    if not left:
        return
    near = set(left[1:6])
    first = left[0]
    if first in PLACE_BEFORE:
        yield "Place", 1.5
    elif first == "at":
        yield "Place", 0.8
        yield "Event", 0.3
        yield "Organization", 0.4
    elif first in ("from", "to"):
        person = len(left) > 1 and "Person" in kinds_of(left[1])
        yield "Place", 1.3 if first == "from" and person else 0.3
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
        yield "Show", 0.5
    elif first in SAYING and not (right and right[0] == "'s"):
        yield "Speaker", 1.2
        yield "Outlet", 0.3
        yield "Organization", 0.4


def _after(left: list[str], right: list[str], lone: bool) -> Iterator[Vote]:
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
    if first in SAYING:
        yield "Speaker", 1.5
        yield "Outlet", 0.5
        yield "Organization", 0.7
    if first in HUMAN_VERBS or (first in ("has", "had", "also", "will", "would") and second in HUMAN_VERBS):
        yield "Speaker", 1.0
    if first in COMPANY_VERBS:
        yield "Organization", 0.5
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
