"""The vocabulary of time: months, weekdays, seasons, units, parts of the day, holidays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

_MONTHS = "January February March April May June July August September October November December".split()
MONTHS: Mapping[str, int] = {
    **{m.casefold(): n for n, m in enumerate(_MONTHS, 1)},
    **{m[:3].casefold(): n for n, m in enumerate(_MONTHS, 1)},
    "sept": 9,
}
# Months that are also given names or verbs: alone they need a preposition before them.
DOUBTFUL_MONTHS = frozenset(
    ("april", "may", "june", "august", "jan", "march", "mar", "dec", "sept", "oct", "nov", "feb", "jun", "jul", "apr")
)
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
WEEKDAYS: Mapping[str, int] = {
    **{d.casefold(): n for n, d in enumerate(_DAYS, 1)},
    **{d[:3].casefold(): n for n, d in enumerate(_DAYS, 1)},
    "tues": 2, "weds": 3, "thur": 4, "thurs": 4,
}  # fmt: skip
SEASONS: Mapping[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
SEASON_STARTS: Mapping[str, int] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
PARTS: Mapping[str, str] = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI", "lunchtime": "MI", "midday": "MI"}
SUN: Mapping[str, str] = {
    "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "sunset": "EV", "dusk": "EV", "nightfall": "EV", "midday": "12:00",
}  # fmt: skip
# Unit to its letter in a duration and its factor; time units come after a T.
UNITS: Mapping[str, tuple[str, int]] = {
    "second": ("TS", 1), "sec": ("TS", 1), "minute": ("TM", 1), "min": ("TM", 1), "hour": ("TH", 1), "hr": ("TH", 1),
    "day": ("D", 1), "night": ("D", 1),
    "week": ("W", 1), "fortnight": ("W", 2), "weekend": ("WE", 1), "month": ("M", 1), "quarter": ("Q", 1), "year": ("Y", 1), "yr": ("Y", 1),
    "decade": ("DE", 1), "century": ("CE", 1), "centurie": ("CE", 1),
}  # fmt: skip
FREQUENCIES: Mapping[str, str] = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "biweekly": "P2W", "monthly": "P1M",
    "quarterly": "P3M", "annually": "P1Y", "annual": "P1Y", "yearly": "P1Y",
}  # fmt: skip
DECADES: Mapping[str, int] = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196, "seventies": 197, "eighties": 198, "nineties": 199,
}  # fmt: skip


def weekday_of_month(year: int, month: int, weekday: int, n: int) -> date:
    """The `n`th weekday (Monday 1 … Sunday 7) of a month; `n` = -1: the last."""
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (n - 1))
    last = (date(year + month // 12, month % 12 + 1, 1)) - timedelta(1)
    return last - timedelta((last.isoweekday() - weekday) % 7)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


HOLIDAYS: Mapping[str, Callable[[int], date]] = {
    "new year's day": lambda y: date(y, 1, 1),
    "new year's eve": lambda y: date(y, 12, 31),
    "martin luther king day": lambda y: weekday_of_month(y, 1, 1, 3),
    "inauguration day": lambda y: date(y, 1, 20),
    "valentine's day": lambda y: date(y, 2, 14),
    "presidents' day": lambda y: weekday_of_month(y, 2, 1, 3),
    "ash wednesday": lambda y: easter(y) - timedelta(46),
    "st patrick's day": lambda y: date(y, 3, 17),
    "april fools' day": lambda y: date(y, 4, 1),
    "palm sunday": lambda y: easter(y) - timedelta(7),
    "good friday": lambda y: easter(y) - timedelta(2),
    "easter sunday": easter,
    "easter monday": lambda y: easter(y) + timedelta(1),
    "easter": easter,
    "may day": lambda y: date(y, 5, 1),
    "memorial day": lambda y: weekday_of_month(y, 5, 1, -1),
    "juneteenth": lambda y: date(y, 6, 19),
    "fourth of july": lambda y: date(y, 7, 4),
    "bastille day": lambda y: date(y, 7, 14),
    "labor day": lambda y: weekday_of_month(y, 9, 1, 1),
    "columbus day": lambda y: weekday_of_month(y, 10, 1, 2),
    "halloween": lambda y: date(y, 10, 31),
    "guy fawkes night": lambda y: date(y, 11, 5),
    "election day": lambda y: weekday_of_month(y, 11, 1, 1) + timedelta(1),
    "veterans day": lambda y: date(y, 11, 11),
    "armistice day": lambda y: date(y, 11, 11),
    "thanksgiving day": lambda y: weekday_of_month(y, 11, 4, 4),
    "thanksgiving": lambda y: weekday_of_month(y, 11, 4, 4),
    "black friday": lambda y: weekday_of_month(y, 11, 4, 4) + timedelta(1),
    "cyber monday": lambda y: weekday_of_month(y, 11, 4, 4) + timedelta(4),
    "christmas eve": lambda y: date(y, 12, 24),
    "christmas day": lambda y: date(y, 12, 25),
    "christmas": lambda y: date(y, 12, 25),
    "boxing day": lambda y: date(y, 12, 26),
}


def holiday(name: str) -> Callable[[int], date]:
    """The rule that gives the day of the holiday `name` (any case and apostrophe) in a year."""
    key = name.casefold().replace("’", "'").replace(".", "")
    return HOLIDAYS.get(key) or HOLIDAYS[key.replace("'s", "s'")]
