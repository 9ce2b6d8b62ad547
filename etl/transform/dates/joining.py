"""Neighbouring time expressions that are one: a day and its clock, a part of something and what it is part of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from etl.transform.dates.context import at_grain, last_day, shift
from etl.transform.dates.near_days import weekday_near
from etl.transform.dates.tense import OPEN
from etl.transform.dates.words import PARTS, WEEKDAYS


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression: `type` is DATE, TIME, DURATION or SET, `value` its TIMEX3 value; half-open code points.

    `value` is "" where the words have a value only together with something the text does not date ("the same day",
    "yesterday" in an article without a date); XXXX stands for a year that is not known.
    """

    start: int
    end: int
    text: str
    type: str
    value: str


# What may stand between a day and its time of day.
_JOIN_CLOCK = re.compile(r",? (?:at |from |around |about |by )?|,? on |, ")
_CLOCK = re.compile(r".*T(\d\d:\d\d)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ANY_DAY = re.compile(r"\d{4}-\d\d-\d\d|XXXX-\w+-\w+")
_NTH = re.compile(r"the \d+(?:st|nd|rd|th)")
_PART_OF = re.compile(r"(?:the )?(.+) of")
_BESIDE = re.compile(r"the (\w+) (before|after)")


def joined(text: str, one: Time, two: Time) -> Time | None:
    """Both as one expression where they are; None where they are two."""
    between = text[one.end : two.start]
    if len(between) > 8:
        return None
    if found := _of(one, two, between) or _day_and_day(one, two, between) or _day_and_clock(one, two, between):
        return Time(one.start, two.end, text[one.start : two.end], *found)
    return None


def _of(one: Time, two: Time, between: str) -> tuple[str, str] | None:
    """ "The eve of", "the night of", "the weekend of" a day, "the last day of" a month, "the day before" a holiday."""
    words = one.text.casefold()
    if between == " " and (m := _BESIDE.fullmatch(words)) and _DAY.fullmatch(two.value):
        return _beside(m[1], m[2] == "after", date.fromisoformat(two.value))
    if between == " " and words in ("the same quarter", "the same month") and re.fullmatch(r"\d{4}", two.value):
        return "DATE", two.value + one.value[4:]
    if between == " of " and words in ("the weekend", "this weekend"):
        words = "the weekend of"
    elif between not in (" ", " the "):
        return None
    if not (m := _PART_OF.fullmatch(words)):
        return None
    if _DAY.fullmatch(two.value):
        return _part_of_day(m[1], date.fromisoformat(two.value))
    if m[1] in ("first day", "last day", "final day") and re.fullmatch(r"\d{4}(-\d\d)?", two.value):
        year, month = int(two.value[:4]), int(two.value[5:] or 0)
        first = m[1] == "first day"
        return "DATE", (date(year, month or 1, 1) if first else last_day(year, month or 12)).isoformat()
    return None


def _part_of_day(part: str, d: date) -> tuple[str, str] | None:
    if part == "eve":
        return "DATE", (d - timedelta(1)).isoformat()
    if part in ("week", "weekend"):
        return "DATE", at_grain(d, "W" if part == "week" else "WE")
    code = PARTS.get(part, "MO" if part.endswith("hours") else None)
    return ("TIME", f"{d}T{code}") if code else None


def _beside(word: str, after: bool, d: date) -> tuple[str, str] | None:
    if word in WEEKDAYS:
        return "DATE", weekday_near(d, WEEKDAYS[word], "next" if after else "last", OPEN).isoformat()
    unit = {"day": "D", "night": "D", "week": "W", "month": "M", "year": "Y"}.get(word)
    if unit is None:
        return None
    value = at_grain(shift(d, unit, 1 if after else -1), unit)
    return ("TIME", f"{value}TNI") if word == "night" else ("DATE", value)


def _day_and_day(one: Time, two: Time, between: str) -> tuple[str, str] | None:
    """ "Oct. 21, a Monday", "Sunday the 10th"."""
    if between == ", a " and _DAY.fullmatch(one.value) and two.text.casefold() in WEEKDAYS:
        return one.type, one.value
    if between in (" ", ", ") and one.text.casefold() in WEEKDAYS and _NTH.fullmatch(two.text) and _ANY_DAY.fullmatch(two.value):
        return "DATE", two.value
    return None


def _day_and_clock(one: Time, two: Time, between: str) -> tuple[str, str] | None:
    """ "8 p.m." and "Monday" in either order, "every Tuesday" and "at 10pm"."""
    if not _JOIN_CLOCK.fullmatch(between):
        return None
    if two.type == "TIME" and (m := _CLOCK.fullmatch(two.value)):
        if one.type == "DATE" and _ANY_DAY.fullmatch(one.value):
            return "TIME", f"{one.value}T{m[1]}"
        if one.type == "SET" and re.fullmatch(r"XXXX-WXX-\w|P1D", one.value):
            return "SET", f"{one.value}T{m[1]}"
    if one.type == "TIME" and (m := _CLOCK.fullmatch(one.value)) and between in (" ", " on ", ", ", ", on "):
        if two.type == "DATE" and _ANY_DAY.fullmatch(two.value):
            return "TIME", f"{two.value}T{m[1]}"
        if two.type == "SET" and re.fullmatch(r"XXXX-WXX-\w", two.value):
            return "SET", f"{two.value}T{m[1]}"
        if two.type == "TIME" and (d := re.match(r"(\d{4}-\d\d-\d\d)T(?:MO|AF|EV|NI)", two.value)):
            return "TIME", f"{d[1]}T{m[1]}"
    return None
