"""A paragraph as English with one character for each mention: what the surface patterns of the relations are matched on.

Names, pronouns and short descriptions that stand for a thing become one private-use character that tells its type; possessive
pronouns become that character and "'s". Emphasis, quotation marks around names, ages and short asides are left out, so that
"*Dead Air*, hosted by Ann Lee (pictured), 43," reads as "S, hosted by P,".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import repeat

from etl.transform.reading import DESCRIPTION, Mention, Reading, Thing
from etl.transform.relations.groups import candidates
from etl.transform.relations.open_references import Mark, marks_of
from graph.records import Span

CODES = {
    "Person": "\ue000", "Organization": "\ue001", "Outlet": "\ue002", "Platform": "\ue003", "Show": "\ue004", "Place": "\ue005",
}  # fmt: skip
GROUP = "\ue006"
LETTERS = dict(zip("POUFSLA", (*CODES.values(), GROUP), strict=True))
ANY = "[\ue000-\ue006]"
DROPPED = (
    re.compile(r"[*_#]+"),
    re.compile(rf"\b(?:Mrs?|Ms|Mx|Sen|Gov|Rep|Gen|Rev|Fr|Capt|Sgt|Lt|Coun|Cllr|Hon|Sir|Dame|Lord|Lady|Miss)\.? (?={ANY})"),
    re.compile(rf"‘(?={ANY}[,.]?’)|(?<=‘{ANY})[,.]?’"),
    re.compile(rf"[“”\"‘]+(?={ANY})|(?<={ANY})[”\"]+(?=[\s,.;:)’'])|(?<={ANY},)[”\"]+"),
    re.compile(r"\s\([^()\ue000-\ue006]{0,60}\)"),
    re.compile(rf"(?<={ANY}), (?:aged )?\d\d(?=[,.)])"),
)
WRITTEN = str.maketrans({"’": "'", "\u00a0": " ", "—": ",", "–": ","})
# Paragraphs are read up to this many characters: a line of megabytes is no paragraph.
LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Coded:
    """One paragraph: `text`; for each of its characters the thing or the group's span that it codes (or None), and where it stands."""

    text: str
    things: tuple[Thing | None, ...]
    groups: tuple[Span | None, ...]
    places: tuple[int, ...]


# "men under 30 … it is for *them*": the group told of last, where the pronoun stands for nobody named
THEM = re.compile(r"\b(?:[Tt]hem|[Tt]hey|[Tt]hese people|[Tt]hose people)\b")
PLURAL = re.compile(r"\b(?:[Tt]hey|[Tt]heir|[Tt]hem|[Tt]he (?:two|pair|duo|couple|three)|[Bb]oth)\b")
ANAPHORIC = 250  # characters from the group to its pronoun
Character = tuple[str, Thing | None, Span | None, int]


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


def _characters(reading: Reading, start: int, end: int, spans: list[Span]) -> Iterator[Character]:
    groups = {a: (a, b) for a, b in spans}
    for pronoun in THEM.finditer(reading.text, start, end) if spans else ():
        before = [s for s in spans if pronoun.start() - ANAPHORIC < s[1] <= pronoun.start()]
        token = reading.token(pronoun.start())
        if before and not reading.all_at(token):
            groups[pronoun.start()] = groups[before[-1][0]]
            spans = sorted([*spans, pronoun.span()])
    marks: list[Mark] = [(a, b, None, None) for a, b in spans]
    for mention, thing in reading.within(start, end):
        if thing.type in CODES and mention.end <= end and not any(a < mention.end and mention.start < b for a, b in spans):
            marks.append((mention.start, mention.end, mention, thing))
    open_marks = marks_of(reading, marks, start, end)
    opened = {m[0] for m in open_marks}
    marks = [m for m in marks if m[0] not in opened] + open_marks
    marks += [(m.start(), m.end(), None, None) for m in PLURAL.finditer(reading.text, start, end) if _others(reading, m.start())]
    at, last = start, None
    for a, b, mark, found in sorted(marks, key=lambda m: m[:2]):
        if a < at or (mark is not None and found is not None and _is_told(reading, mark, found, last, at)):
            continue
        yield from _plain(reading.text, at, a)
        others = _others(reading, a) if found is None and a not in groups else ()
        for other in others[:-1]:
            yield from ((c, None, None, a) for c in (" and " if other is not others[0] else ""))
            yield CODES[other.type], other, None, a
        if others:
            yield from ((c, None, None, a) for c in " and ")
            found = others[-1]
        yield (CODES[found.type] if found is not None else GROUP), found, (groups[a] if found is None else None), a
        if found is not None and reading.token(a).tag_ in ("PRP$", "WP$"):
            yield from ((c, None, None, a) for c in "'s")
        at, last = b, found
    yield from _plain(reading.text, at, end)


def _plain(text: str, start: int, end: int) -> Iterator[Character]:
    return zip(text[start:end], repeat(None), repeat(None), range(start, end), strict=False)


def paragraphs(reading: Reading, *, with_groups: bool = False) -> Iterator[Coded]:
    """The paragraphs of the article with at least one mention, in order.

    Args:
        with_groups: descriptions of groups are coded too, and paragraphs without any are left out.
    """
    for line in re.finditer(r"[^\n]+", reading.text):
        start, end = line.start(), min(line.end(), line.start() + LONGEST)
        spans = list(candidates(reading, start, end)) if with_groups else []
        if with_groups and not spans:
            continue
        kept = list(_characters(reading, start, end, spans))
        if all(thing is None and group is None for _, thing, group, _ in kept):
            continue
        text = "".join([c[0] for c in kept])
        for pattern in DROPPED:
            for found in reversed(list(pattern.finditer(text))):
                del kept[found.start() : found.end()]
                text = text[: found.start()] + text[found.end() :]
        _, things, groups, places = zip(*kept, strict=True)
        yield Coded(text.translate(WRITTEN), things, groups, places)
