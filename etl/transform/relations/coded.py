"""A paragraph as English with one character for each mention: what the surface patterns of the relations are matched on.

Names, pronouns and short descriptions that stand for a thing become one private-use character that tells its type; possessive
pronouns become that character and "'s". Emphasis, quotation marks around names, ages and short asides are left out, so that
"*Dead Air*, hosted by Ann Lee (pictured), 43," reads as "S, hosted by P,".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.transform.reading import DESCRIPTION, Reading, Thing

CODES = {
    "Person": "\ue000", "Organization": "\ue001", "Outlet": "\ue002", "Platform": "\ue003", "Show": "\ue004", "Place": "\ue005",
}  # fmt: skip
LETTERS = dict(zip("POUFSL", CODES.values(), strict=True))
ANY = "[\ue000-\ue005]"
DROPPED = (
    re.compile(r"[*_#]+"),
    re.compile(rf"‘(?={ANY}[,.]?’)|(?<=‘{ANY})[,.]?’"),
    re.compile(rf"[“”\"‘]+(?={ANY})|(?<={ANY})(?:,(?=[”\"]))?[”\"]+(?=[\s,.;:)’'])|(?<={ANY},)[”\"]+"),
    re.compile(rf"(?<={ANY}), (?:aged )?\d\d(?=[,.)])"),
    re.compile(r"\s\([^()\ue000-\ue005]{0,60}\)"),
)
WRITTEN = str.maketrans({"’": "'", "\u00a0": " ", "—": ",", "–": ","})
# Paragraphs are read up to this many characters: a line of megabytes is no paragraph.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Coded:
    """One paragraph: `text`, and for each of its characters the thing that it codes (or None) and the character it stands at."""

    text: str
    things: tuple[Thing | None, ...]
    places: tuple[int, ...]


def _characters(reading: Reading, start: int, end: int) -> Iterator[tuple[str, Thing | None, int]]:
    at, last = start, None
    for mention, thing in reading.within(start, end):
        code = CODES.get(thing.type)
        if code is None or mention.start < at or mention.end > end:
            continue
        if mention.kind == DESCRIPTION:
            # "its founder", "Night Shift, the podcast": here the words are what a pattern looks for
            defined = mention.text.lower().startswith(("the ", "this ", "that ", "these ", "those "))
            if not defined or (thing is last and reading.text[at : mention.start].strip("”\"’*, ") == ""):
                continue
        yield from ((reading.text[i], None, i) for i in range(at, mention.start))
        yield code, thing, mention.start
        if reading.token(mention.start).tag_ in ("PRP$", "WP$"):
            yield from ((c, None, mention.start) for c in "'s")
        at, last = mention.end, thing
    yield from ((reading.text[i], None, i) for i in range(at, end))


def paragraphs(reading: Reading) -> Iterator[Coded]:
    """The paragraphs of the article with at least one mention, in order."""
    for line in re.finditer(r"[^\n]+", reading.text):
        kept = list(_characters(reading, line.start(), min(line.end(), line.start() + LONGEST)))
        for pattern in DROPPED:
            text = "".join(c for c, _, _ in kept)
            gone = {i for found in pattern.finditer(text) for i in range(found.start(), found.end())}
            kept = [c for i, c in enumerate(kept) if i not in gone]
        if any(thing is not None for _, thing, _ in kept):
            text = "".join(c for c, _, _ in kept).translate(WRITTEN)
            yield Coded(text, tuple(t for _, t, _ in kept), tuple(p for _, _, p in kept))
