"""What sure names right beside a name tell of its type, and what the sentence around a title tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from etl.transform.kinds import kind_of
from etl.transform.name_contexts import weighted
from etl.transform.name_cue_words import (
    CONTEXT_TOKEN,
    LIST_LINE,
    ON_AIR,
    ON_PAPER,
    QUOTE_MARKS,
    Vote,
)  # fmt: skip
from etl.transform.name_words import Candidate

AT_PLACE = re.compile(r"\bat (?:the )?$|he $")
CALL_SIGN = re.compile(r"[A-Z]{3,5}\d?")
ITEM_LINE = re.compile(r"[ *_#]{0,6}(?:\d{1,2}[.):]|[-*•]) ")


def neighbours(text: str, candidate: Candidate, known: Mapping[int, str]) -> Iterator[Vote]:
    """What sure names right beside this one tell: "Radio Corran's X" is a show, "X, Leeds" a place."""
    before, after = text[max(0, candidate.start - 4) : candidate.start], text[candidate.end : candidate.end + 2]
    for possessive in ("’s ", "'s ", "’s “", "'s \"", "’s ‘", "’ ", "' "):
        if before.endswith(possessive) and known.get(candidate.start - len(possessive)) in ("Outlet", "Platform"):
            yield "Show", 2.5 if candidate.form == "quoted" else 1.6
    if before.endswith(("’s ", "'s ")) and known.get(candidate.start - 3) == "Place" and candidate.form == "run":
        # "Osaka's Lowe-Hara": houses are said to be of a town
        yield "Organization", 1.2
        yield "Outlet", 0.4
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


def around_title(text: str, candidate: Candidate, left: list[str]) -> Iterator[Vote]:
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
