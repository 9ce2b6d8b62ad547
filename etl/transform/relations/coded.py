"""A paragraph as English with one character for each mention: what the surface patterns of the relations are matched on.

Names, pronouns and short descriptions that stand for a thing become one private-use character that tells its type; possessive
pronouns become that character and "'s". Emphasis, quotation marks around names, ages and short asides are left out, so that
"*Dead Air*, hosted by Ann Lee (pictured), 43," reads as "S, hosted by P,".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.transform.reading import DESCRIPTION, Mention, Reading, Thing
from etl.transform.relations.open_references import Mark, marks_of

CODES = {
    "Person": "\ue000", "Organization": "\ue001", "Outlet": "\ue002", "Platform": "\ue003", "Show": "\ue004", "Place": "\ue005",
}  # fmt: skip
LETTERS = dict(zip("POUFSL", CODES.values(), strict=True))
ANY = "[\ue000-\ue005]"
DROPPED = (
    re.compile(r"[*_#]+"),
    re.compile(rf"\b(?:Mrs?|Ms|Mx|Sen|Gov|Rep|Gen|Rev|Fr|Capt|Sgt|Lt|Coun|Cllr|Hon|Sir|Dame|Lord|Lady|Miss)\.? (?={ANY})"),
    re.compile(rf"‘(?={ANY}[,.]?’)|(?<=‘{ANY})[,.]?’"),
    re.compile(rf"[“”\"‘]+(?={ANY})|(?<={ANY})[”\"]+(?=[\s,.;:)’'])|(?<={ANY},)[”\"]+"),
    re.compile(r"\s\([^()\ue000-\ue005]{0,60}\)"),
    re.compile(rf"(?<={ANY}), (?:aged )?\d\d(?=[,.)])"),
)
WRITTEN = str.maketrans({"’": "'", "\u00a0": " ", "—": ",", "–": ","})
# Paragraphs are read up to this many characters: a line of megabytes is no paragraph.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Coded:
    """One paragraph: `text`; for each of its characters the thing that it codes (or None), and where it stands."""

    text: str
    things: tuple[Thing | None, ...]
    places: tuple[int, ...]


PLURAL = re.compile(r"\b(?:[Tt]hey|[Tt]heir|[Tt]hem|[Tt]he (?:two|pair|duo|couple|three)|[Bb]oth)\b")


def _is_told(reading: Reading, mention: Mention, thing: Thing, last: Thing | None, at: int) -> bool:
    """Whether a description is to stay in words, because patterns look for them: "its founder", "Night Shift, the podcast"."""
    defined = mention.text.lower().startswith(("the ", "this ", "that ", "these ", "those "))
    apposed = thing is last and reading.text[at : mention.start].strip('”"’*, ') == ""
    return mention.kind == DESCRIPTION and (not defined or apposed)


def _others(reading: Reading, place: int) -> tuple[Thing, ...]:
    """The several things that "they", "their", "the two" at `place` stands for, where it is for several; else none."""
    token = reading.token(place)
    several = () if reading.at(token) is not None else reading.all_at(token)
    return several if all(t.type in CODES for t in several) else ()


class _Writer:
    """A paragraph while it is being coded: pieces of text, and for each character the thing and the place."""

    def __init__(self, text: str) -> None:
        self._from = text
        self.pieces: list[str] = []
        self.things: list[Thing | None] = []
        self.places: list[int] = []

    def plain(self, start: int, end: int) -> None:
        """The words `start:end` of the article as they are."""
        self.pieces.append(self._from[start:end])
        self.things += [None] * (end - start)
        self.places += range(start, end)

    def put(self, letters: str, place: int, thing: Thing | None = None) -> None:
        """`letters` in the place of what stands at `place`."""
        self.pieces.append(letters)
        self.things += [thing] * len(letters)
        self.places += [place] * len(letters)

    def coded(self) -> Coded:
        """What has been written, without what is left out."""
        text = "".join(self.pieces)
        for pattern in DROPPED:
            for found in reversed(list(pattern.finditer(text))):
                start, end = found.span()
                del self.things[start:end], self.places[start:end]
                text = text[:start] + text[end:]
        return Coded(text.translate(WRITTEN), tuple(self.things), tuple(self.places))


def _written(reading: Reading, start: int, end: int) -> _Writer:
    marks: list[Mark] = [(m.start, m.end, m, t) for m, t in reading.within(start, end) if t.type in CODES and m.end <= end]
    open_marks = marks_of(reading, marks, start, end)
    opened = {m[0] for m in open_marks}
    marks = [m for m in marks if m[0] not in opened] + open_marks
    marks += [(m.start(), m.end(), None, None) for m in PLURAL.finditer(reading.text, start, end) if _others(reading, m.start())]
    out = _Writer(reading.text)
    at, last = start, None
    for a, b, mark, found in sorted(marks, key=lambda m: m[:2]):
        if a < at or (mark is not None and found is not None and _is_told(reading, mark, found, last, at)):
            continue
        out.plain(at, a)
        others = _others(reading, a) if found is None else ()
        for other in others[:-1]:
            if other is not others[0]:
                out.put(" and ", a)
            out.put(CODES[other.type], a, other)
        if others:
            out.put(" and ", a)
            found = others[-1]
        if found is not None:
            out.put(CODES[found.type], a, found)
            if reading.token(a).tag_ in ("PRP$", "WP$"):
                out.put("'s", a)
        at, last = b, found
    out.plain(at, end)
    return out


def paragraphs(reading: Reading) -> Iterator[Coded]:
    """The paragraphs of the article with at least one mention, in order."""
    for line in re.finditer(r"[^\n]+", reading.text):
        written = _written(reading, line.start(), min(line.end(), line.start() + LONGEST))
        if written.things.count(None) < len(written.things):
            yield written.coded()
