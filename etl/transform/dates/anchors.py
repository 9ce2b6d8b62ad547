"""Words without which a form of time expression cannot stand in a line: most forms need not be looked for in most lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from etl.transform.dates.words import DECADES, FREQUENCIES, HOLIDAYS, MONTHS, PARTS, SEASONS, UNITS, WEEKDAYS

_UNITS = frozenset(UNITS) | {f"{unit}s" for unit in UNITS}
_LETTERS = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_FOUR_DIGITS = re.compile(r"\d{4}")
# "Two days before.": the word after which a clause ends.
_LAST_WORD = re.compile(r"\b(?:before|after|on)(?=[,.;]|$)")
_CLOSING = "before,"
# A clock may run on behind a line break ("8\np.m."); nothing else does.
_LINE = re.compile(r"\n+(?![apAP]\.?[mM])")

# Name of an anchor to its words, in small letters; "digit" is a digit.
ANCHORS: Mapping[str, frozenset[str]] = {
    "month": frozenset(MONTHS),
    "weekday": frozenset(w for w in WEEKDAYS if w.endswith("day")),
    "weekdays": frozenset(f"{w}s" for w in WEEKDAYS if w.endswith("day")),
    "season": frozenset(SEASONS),
    "part": frozenset(PARTS),
    "unit": _UNITS,
    "holiday": frozenset(name.replace("'", " ").split()[0] for name in HOLIDAYS) | {"president"},
    "decade": frozenset(DECADES),
    "frequency": frozenset(FREQUENCIES) | {"once", "twice", "weeknights", "weekends", "weekdays"},
    "year": frozenset({"year"}),
    "ordinal": frozenset({"st", "nd", "rd", "th"}),
    "century": frozenset({"century"}),
    "quarter": frozenset({"quarter", "half"}),
    "quarters": frozenset({"quarter", "quarters"}),
    "half": frozenset({"half"}),
    "weekend": frozenset({"weekend"}),
    "day": frozenset({"day"}),
    "same": frozenset({"same", "that"}),
    "of": frozenset({"of"}),
    "ago": frozenset({"ago", "back"}),
    "hence": frozenset({"now", "today", "tomorrow", "hence"}),
    "from": frozenset({"from"}),
    "before": frozenset({"before", "after", "earlier", "later"}),
    "apart": frozenset({"later", "earlier", "previously", "prior", _CLOSING}),
    "deictic": frozenset({"yesterday", "tomorrow", "today", "tonight", "night", "overnight"}),
    "every": frozenset({"every", "each"}),
    "clock": frozenset({"clock"}),
    "noon": frozenset({"noon", "midnight", "digit"}),
    "digit": frozenset({"digit"}),
    "figures": frozenset({"1999"}),
    "beyond": frozenset({"past"}),
    "minutes": frozenset({"minutes"}),
    "sun": frozenset({"dawn", "daybreak", "sunrise", "sunset", "dusk", "nightfall", "midday"}),
    "trading": frozenset({"trading"}),
    "most": frozenset({"most"}),
    "present": frozenset({"now", "currently", "nowadays", "days", "present", "moment", "time", "today"}),
    "past": frozenset({"recently", "lately", "other", "past", "ago", "previously", "times"}),
    "future": frozenset({"future", "soon", "sooner", "shortly"}),
}


def lines(text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
    """The lines of `text` and the names of the anchors that each holds; a line ends where the next begins."""
    cuts = [m.end() for m in _LINE.finditer(text)]
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        line = text[start:end]
        words = set(_LETTERS.findall(line.casefold()))
        if _DIGIT.search(line):
            words.add("digit")
            if _FOUR_DIGITS.search(line):
                words.add("1999")
        if _LAST_WORD.search(line):
            words.add(_CLOSING)
        yield start, end, frozenset(name for name, any_of in ANCHORS.items() if not any_of.isdisjoint(words))
