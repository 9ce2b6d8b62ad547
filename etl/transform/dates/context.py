"""What is known while expressions are resolved, and the arithmetic of units of time."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime
from datetime import time as clock
from typing import TYPE_CHECKING

from etl.transform.cardinals import cardinal
from etl.transform.dates.grammar import Expression
from etl.transform.dates.tense import PAST, Sentences
from etl.transform.dates.words import SEASON_STARTS, UNITS

if TYPE_CHECKING:
    from etl.transform.dates.joining import Time

Value = tuple[str, str]  # TIMEX3 type and value
BACK = ("last", "past", "this past", "previous", "the previous", "the last", "the past", "the prior", "preceding", "prior")
AHEAD = ("next", "coming", "this coming", "the coming", "the next", "the following", "following")


_GRAINS = ("D", "W", "M", "Q", "Y", "DE", "CE")
_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d))?")
_LONGER = re.compile(r"(\d{4})(?:-(?:(\d\d)|Q(\d)))?")
_UNTIL = re.compile(r",? (?:until|till|to) | ?[-–—] ?")
_SEASON = re.compile(r"(\d{4})-(SP|SU|FA|WI)")
_MARKUP = " \t*_#—–-:.,"


@dataclass(slots=True)
class Spoken:
    """A date that the text has named: its first day, how exact it is (D, M, Q, Y), its end in the text and its sentence."""

    day: date
    grain: str
    end: int
    sentence: int


@dataclass(slots=True)
class Context:
    """What is known while reading: the publication date and what was last spoken of.

    `anchor` is the last date of any exactness, `day` the last day, `moment` the last time by the clock; `heading` is the day under which
    a list or diary stands, down to the character `heading_end`; `year` is the year last named, and `year_sentence` where.
    """

    sentences: Sentences
    published: date | None
    anchor: Spoken | None = None
    day: Spoken | None = None
    moment: datetime | None = None
    moment_sentence: int = -10
    moment_end: int = 0
    heading: date | None = None
    heading_end: int = 0
    year: int | None = None
    year_sentence: int = -10

    def near_anchor(self, e: Expression, unit: str = "D") -> date | None:
        """What was last spoken of in this sentence or one of the three before, if it is as exact as `unit`."""
        spoken = self.day if unit in ("D", "W", "WE") or unit.startswith("T") else self.anchor
        if spoken is None or self.sentences.number(e.start) - spoken.sentence > 3:
            return None
        return spoken.day if _GRAINS.index(spoken.grain) <= (_GRAINS.index(unit) if unit in _GRAINS else 0) else None

    def near_quarter(self, e: Expression) -> date | None:
        """The quarter last spoken of, if nothing else was since."""
        spoken = self.anchor
        return spoken.day if spoken and spoken.grain == "Q" and self.sentences.number(e.start) - spoken.sentence <= 3 else None

    def near_year(self, e: Expression) -> int | None:
        """The year named earlier in the same sentence (a semicolon does not end it), or with a month in the one before."""
        reach = 2 if self.sentences.goes_on(e.start) else 1
        far = self.year is not None and self.published is not None and self.year > self.published.year + 1
        return self.year if self.sentences.number(e.start) - self.year_sentence <= reach and not far else None

    def near_moment(self, e: Expression) -> datetime | None:
        """The time by the clock last spoken of in this sentence or one of the two before."""
        return self.moment if self.sentences.number(e.start) - self.moment_sentence <= 2 else None

    def day_of_clock(self, e: Expression) -> date | None:
        """The day of a time by the clock: that of the sentence, the last one of a tale of the past, of the heading, of publication."""
        n, text = self.sentences.number(e.start), self.sentences.text
        if self.day and self.day.sentence == n:
            return self.day.day
        told = (
            self.day is not None and n - self.day.sentence <= 4 and self.published is not None and self.day.day <= self.published
            and not text.startswith(("\n", "*"), e.start - 1) and self.sentences.tense(e.start, e.end)[0] == PAST
        )  # fmt: skip
        if told and self.day:
            return self.day.day
        return self.heading if self.heading and e.start < self.heading_end else self.published

    def through_midnight(self, e: Expression, clock: str) -> bool:
        """Whether `clock` ends a stretch that began the evening before: "from ten in the evening until six in the morning"."""
        if self.moment is None or self.moment_end > e.start or e.start - self.moment_end > 12:
            return False
        return bool(_UNTIL.fullmatch(self.sentences.text, self.moment_end, e.start)) and clock < f"{self.moment:%H:%M}"

    def name(self, time: Time, kind: str) -> None:
        """Remember what the expression `time` of the form `kind` speaks of."""
        if time.type not in ("DATE", "TIME"):
            return
        sentence = self.sentences.number(time.start)
        if m := _DAY.match(time.value):
            d = date.fromisoformat(m[1])
            if m[2]:
                self.moment = datetime.combine(d, clock(int(m[2]) % 24, int(m[3])))
                self.moment_sentence, self.moment_end = sentence, time.end
            if kind in ("clock", "hour", "sun", "military"):
                return
            self.anchor = self.day = Spoken(d, "D", time.end, sentence)
            self._head(time, d)
        elif kind == "season" and (m := _SEASON.fullmatch(time.value)):
            self.anchor = Spoken(date(int(m[1]), SEASON_STARTS[m[2]], 1), "Y", time.end, sentence)
        elif kind in _NAMED and (m := _LONGER.fullmatch(time.value)):
            month = int(m[2] or 1) if not m[3] else int(m[3]) * 3 - 2
            grain = "M" if m[2] else "Q" if m[3] else "Y"
            self.anchor = Spoken(date(int(m[1]), month, 1), grain, time.end, sentence)

    def _head(self, time: Time, d: date) -> None:
        text = self.sentences.text
        low, high = text.rfind("\n", 0, time.start) + 1, text.find("\n", time.end)
        high = len(text) if high < 0 else high
        if text[low : time.start].strip(_MARKUP) or time.type != "DATE":
            return
        if not text[time.end : high].strip(_MARKUP):
            self.heading, self.heading_end = d, len(text)
        elif self.sentences.bounds(time.start)[1] - time.end <= 4:
            self.heading, self.heading_end = d, high


_NAMED = frozenset(("year", "month", "quarter", "unit", "the_unit", "ago", "apart", "same", "edge"))


def day_value(d: date) -> str:
    """ISO day."""
    return d.isoformat()


def shift(d: date, unit: str, n: int) -> date:
    """`d` moved by `n` units (D, W, M, Q, Y, DE, CE), held within the calendar."""
    if unit in ("D", "W", "WE"):
        return _clamped(d.toordinal() + n * (1 if unit == "D" else 7))
    months = n * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
    index = d.year * 12 + d.month - 1 + months
    year, month = min(max(index // 12, MINYEAR), MAXYEAR), index % 12 + 1
    return date(year, month, min(d.day, monthrange(year, month)[1]))


def _clamped(ordinal: int) -> date:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def at_grain(d: date, unit: str) -> str:
    """The value of the unit (day, week, month, …) in which `d` lies."""
    if unit in ("W", "WE"):
        year, week, _ = d.isocalendar()
        return f"{year}-W{week:02}" + ("-WE" if unit == "WE" else "")
    return {
        "D": d.isoformat(), "M": f"{d:%Y-%m}", "Q": f"{d.year:04}-Q{(d.month + 2) // 3}", "Y": f"{d.year:04}",
        "DE": f"{d.year // 10:03}", "CE": f"{d.year // 100:02}",
    }[unit]  # fmt: skip


def unit_of(word: str) -> tuple[str, int]:
    return UNITS["hour" if word == "h" else "minute" if word == "m" else word]


def safe_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def count_of(words: str | None) -> float | None:
    """A count in figures or words; None for a vague one ("several")."""
    if words is None:
        return None
    words = words.replace(",", "")
    if words in ("a", "an"):
        return 1
    if words in ("half a", "half an", "half"):
        return 0.5
    if words == "quarter":
        return 0.25
    if words.replace("-", " ") == "three quarters":
        return 0.75
    if "couple" in words:
        return 2
    if words == "dozen":
        return 12
    try:
        return float(words)
    except ValueError:
        return cardinal(words)


def amount_of(p: Mapping[str, str], key: str = "count") -> float | None:
    n = count_of(p.get(key))
    if n is not None and (half := p.get("half") or p.get("pre_half")):
        n += 0.75 if "three" in half else 0.25 if "quarter" in half else 0.5
    return n


def span_value(amount: float | None, unit: str, factor: int = 1) -> str:
    """A TIMEX3 duration, "P2D", "PT2H30M", "PXW"; halves are written in the next smaller unit."""
    time, letter = unit.startswith("T"), unit.removeprefix("T")
    if amount is None:
        return f"P{'T' if time else ''}X{letter}"
    amount *= factor
    if amount != int(amount):
        smaller = {"TH": ("TM", 60), "TM": ("TS", 60), "D": ("TH", 24), "Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100)}.get(unit)
        if smaller:
            whole, rest = int(amount), round((amount - int(amount)) * smaller[1])
            if not whole:
                return span_value(rest, smaller[0])
            if unit == "D":
                return f"P{whole}DT{rest}H"
            return span_value(whole, unit) + f"{rest}{smaller[0].removeprefix('T')}"
        return f"P{'T' if time else ''}{amount:g}{letter}"
    return f"P{'T' if time else ''}{int(amount)}{letter}"
