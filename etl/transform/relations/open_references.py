"""What words that reference left open most likely stand for within a paragraph: "its", "whose", "the company", "It goes out on …".

The rules of reference (`etl.transform.coreference`) keep to what is clear. The wordings of relations ask for an end of a certain type in
a certain place; there the thing of that type spoken of last is right more often than not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.transform.reading import Mention, Reading, Thing

Mark = tuple[int, int, Mention | None, Thing | None]
HAVING = ("Show", "Platform", "Outlet", "Organization")
ITS = re.compile(r"\b[Ii]ts\b")
# "Ann Lee, a former baker *whose* show": the one before the apposition
RELATIVE = re.compile(r"\b(?:whose|who)\b")
APPOSED = re.compile(r", [^.;:,“”\"()\n]{2,70} ")
COMPANIES, STATIONS, SERVICES, SHOWS = ("Organization",), ("Outlet",), ("Platform",), ("Show",)
KINDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys("company firm studio club label charity union publisher retailer bookmaker brand agency group".split(), COMPANIES),
    **dict.fromkeys("network broadcaster station channel paper newspaper magazine".split(), STATIONS),
    **dict.fromkeys("platform app service site streamer".split(), SERVICES),
    **dict.fromkeys("show podcast programme program series stream pod phone-in newsletter".split(), SHOWS),
}
DESCRIBED = re.compile(
    rf"\b(?:[Tt]he|[Tt]his) ({'|'.join(sorted(KINDS))})(?=[’']s\b|[,.;:)]| (?![a-z]*(?:’|')|of\b|that\b|which\b|in which\b|who\b|where\b|[A-Z“\"*]))"
)
AIRS_ITSELF = re.compile(
    r"(?:^|(?<=[.!?”\"] ))It(?= (?:[a-z]+ ){0,3}?(?:goes out|went out|airs?|aired|streams?|streamed|lives|drops|premieres|launche[sd]|runs|can be|"
    r"is (?:broadcast|hosted|presented|carried|produced|published|available|made|recorded|sponsored|bankrolled|funded)|draws|drew|has \d|"
    r"returns|began|started|averages)\b)"
)
PARTY = re.compile(
    r"\b(?:party|alliance|coalition|front|movement|league|union|labour|labor|democrats|greens|republicans|liberals|conservatives|tories)\b",
    re.I,
)
BACK = 900  # characters before the paragraph in which what it goes on about is looked for


def is_own_outlet(reading: Reading, thing: Thing) -> bool:
    """Whether `thing` is who publishes the article, by name or by the agency's letters in its dateline: "(NBA) -"."""
    outlet = reading.article.outlet or ""
    letters = "".join(word[0] for word in outlet.split() if word[0].isupper())
    return thing.name in (outlet, letters) or outlet in thing.aliases or f"({thing.name}) -" in reading.text[:400]


def _last(reading: Reading, marks: Sequence[Mark], types: tuple[str, ...], start: int, place: int) -> Thing | None:
    """The thing of one of `types` spoken of last before `place`: in the paragraph, else shortly before it."""
    here = [m[3] for m in sorted(marks, key=lambda m: m[0]) if m[1] <= place and m[3] is not None and m[3].type in types]
    here = [t for t in here if t is not None and not is_own_outlet(reading, t)] or [
        t for _, t in reading.within(max(0, start - BACK), start, types) if not is_own_outlet(reading, t)
    ]
    if types == COMPANIES:  # the company that the article is about, not the analysts in between
        here = sorted((t for t in here if not PARTY.search(t.name)), key=lambda t: len(t.mentions))
    return here[-1] if here else None


def _its(reading: Reading, marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    for its in ITS.finditer(reading.text, start, end):
        meant = reading.at(reading.token(its.start()))
        if meant is None or meant.type == "Place":
            before = [m for m in marks if m[1] <= its.start() and m[3] is not None and m[3].type in HAVING]
            if before:
                yield its.start(), its.end(), None, max(before, key=lambda m: m[0])[3]


def _whose(reading: Reading, marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    for relative in RELATIVE.finditer(reading.text, start, end):
        named = [m for m in marks if m[1] <= relative.start() and m[3] is not None]
        last = max(named, key=lambda m: m[0]) if named else None
        apposed = last is not None and APPOSED.fullmatch(reading.text, last[1], relative.start())
        if apposed and last is not None and reading.at(reading.token(relative.start())) is None:
            yield relative.start(), relative.end(), None, last[3]


def _described(reading: Reading, marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    for described in DESCRIBED.finditer(reading.text, start, end):
        if reading.at(reading.token(described.start(1))) is None:
            thing = _last(reading, marks, KINDS[described[1]], start, described.start())
            if thing is not None:
                yield described.start(), described.end(1), None, thing


def _airing(reading: Reading, marks: Sequence[Mark], start: int, end: int) -> Iterator[Mark]:
    for it in AIRS_ITSELF.finditer(reading.text, start, end):
        if reading.at(reading.token(it.start())) is None:
            thing = _last(reading, marks, SHOWS, start, it.start())
            if thing is not None:
                yield it.start(), it.end(), None, thing


def marks_of(reading: Reading, marks: Sequence[Mark], start: int, end: int) -> list[Mark]:
    """Marks for the open references within `start:end`; `marks` are those of the resolved mentions there."""
    return [mark for find in (_its, _whose, _described, _airing) for mark in find(reading, marks, start, end)]
