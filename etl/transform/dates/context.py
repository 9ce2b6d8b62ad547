"""What is known while expressions are resolved, and the arithmetic of units of time."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date

from etl.transform.cardinals import cardinal
from etl.transform.dates.grammar import Expression
from etl.transform.dates.tense import Sentences
from etl.transform.dates.words import UNITS

Value = tuple[str, str]  # TIMEX3 type and value
BACK = ("last", "past", "this past", "previous", "the previous", "the last", "the past", "the prior", "preceding", "prior")
AHEAD = ("next", "coming", "this coming", "the coming", "the next", "the following", "following")


@dataclass(slots=True)
class Context:
    """What is known while reading: the publication date, the day last spoken of and its sentence."""

    sentences: Sentences
    published: date | None
    anchor: date | None = None
    anchor_sentence: int = -10
    year: int | None = None
    year_sentence: int = -10

    def near_anchor(self, e: Expression) -> date | None:
        """The day last spoken of in this sentence or one of the three before."""
        return self.anchor if self.sentences.number(e.start) - self.anchor_sentence <= 3 else None

    def near_year(self, e: Expression) -> int | None:
        """The year named earlier in the same sentence, or with a month in the one before."""
        return self.year if self.sentences.number(e.start) - self.year_sentence <= 1 else None


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
        n += 0.25 if "quarter" in half else 0.5
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
