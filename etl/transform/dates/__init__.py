"""Time expressions in news English, resolved against the publication date (TIMEX3 types and values).

A grammar (`grammar`) finds the expressions, `tense` tells past from future, `resolution` gives the values; all three are
linear in the text and need no parser. Types and values are those of TimeML's TIMEX3 (ISO-TimeML, TempEval-3).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from etl.transform.dates.context import Context
from etl.transform.dates.grammar import expressions
from etl.transform.dates.resolution import VALUES
from etl.transform.dates.tense import Sentences
from etl.transform.dates.words import WEEKDAYS


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


_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# What may stand between a day and its time of day.
_JOIN_CLOCK = re.compile(r",? (?:at |from |around |about |by )?|,? on |, ")


def times(text: str, published: str | None) -> tuple[Time, ...]:
    """The time expressions of `text`, in order, none overlapping.

    Args:
        published: the article's ISO day; None: nothing relative gets a value, see `Time`.
    """
    sentences = Sentences(text)
    context = Context(sentences, date.fromisoformat(published[:10]) if published else None)
    out: list[Time] = []
    for e in expressions(text):
        type_, value = VALUES[e.kind](e, context)
        time = Time(e.start, e.end, text[e.start : e.end], type_, value)
        joined = _joined(text, out[-1], time) if out else None
        if joined:
            out[-1] = time = joined
        else:
            out.append(time)
        if (m := _DAY.match(time.value)) and time.type in ("DATE", "TIME") and e.kind not in ("clock", "military"):
            context.anchor, context.anchor_sentence = date.fromisoformat(m[0]), sentences.number(e.start)
        elif re.fullmatch(r"\d{4}(-\d\d)?", time.value) and time.type == "DATE" and e.kind in ("year", "month"):
            y, _, mon = time.value.partition("-")
            context.anchor, context.anchor_sentence = date(int(y), int(mon or 1), 1), sentences.number(e.start)
    return tuple(out)


def _joined(text: str, one: Time, two: Time) -> Time | None:
    """Two neighbours that are one: "8 p.m." and "Monday" in either order, "every Tuesday" and "at 10pm", "the eve of" and a day."""
    between = text[one.end : two.start]
    whole = text[one.start : two.end]
    if one.text.casefold() == "the eve of" and between == " " and (m := _DAY.fullmatch(two.value)):
        return Time(one.start, two.end, whole, "DATE", (date.fromisoformat(m[0]) - timedelta(1)).isoformat())
    if between == ", a " and re.fullmatch(r"\d{4}-\d\d-\d\d", one.value) and two.text.casefold() in WEEKDAYS:
        return Time(one.start, two.end, whole, one.type, one.value)  # "Oct. 21, a Monday"
    if not _JOIN_CLOCK.fullmatch(between):
        return None
    clock = re.compile(r".*T(\d\d:\d\d)")
    if two.type == "TIME" and (m := clock.fullmatch(two.value)):
        if one.type == "DATE" and re.fullmatch(r"\d{4}-\d\d-\d\d|XXXX-\S+", one.value) and one.value.count("-") == 2:
            return Time(one.start, two.end, whole, "TIME", f"{one.value}T{m[1]}")
        if one.type == "SET" and re.fullmatch(r"XXXX-WXX-\w|P1D", one.value):
            return Time(one.start, two.end, whole, "SET", f"{one.value}T{m[1]}")
    if one.type == "TIME" and (m := clock.fullmatch(one.value)) and between in (" ", " on ", ", ", ", on "):
        if two.type == "DATE" and two.value.count("-") == 2 and re.fullmatch(r"\d{4}-\d\d-\d\d|XXXX-\S+", two.value):
            return Time(one.start, two.end, whole, "TIME", f"{two.value}T{m[1]}")
        if two.type == "SET" and re.fullmatch(r"XXXX-WXX-\w", two.value):
            return Time(one.start, two.end, whole, "SET", f"{two.value}T{m[1]}")
        if two.type == "TIME" and (d := re.match(r"(\d{4}-\d\d-\d\d)T(?:MO|AF|EV|NI)", two.value)):
            return Time(one.start, two.end, whole, "TIME", f"{d[1]}T{m[1]}")
    return None


def day(time: Time, published: str | None = None) -> str | None:
    """The day, month or year of `time` as a slot of an appearance: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; None where it has none.

    A season, quarter or half gives its year, a time of day its day; weeks, weekends, decades, stretches of time and repeated
    times give None. An expression read without a publication date ("XXXX-06") takes the last such year before `published`.
    """
    if time.type not in ("DATE", "TIME"):
        return None
    value = time.value.split("T")[0]
    if value.startswith("XXXX-") and published and re.fullmatch(r"XXXX-\d\d(-\d\d)?", value):
        here = published[: len(value)]
        year = int(published[:4]) - (value[4:] > here[4:])
        value = f"{year:04}{value[4:]}"
    if re.fullmatch(r"\d{4}(-\d\d){0,2}", value):
        return value
    if re.fullmatch(r"\d{4}-(?:S[PU]|FA|WI|Q\d|H\d)", value):
        return value[:4]
    return None


_SPAN = re.compile(r"P(?:(\d+)D)?(?:(\d+)W)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?")


def minutes(time: Time) -> float | None:
    """The length of a DURATION in minutes; None for other types, for vague ones, and for months and longer."""
    if time.type != "DURATION" or not (m := _SPAN.fullmatch(time.value)):
        return None
    days, weeks, hours, mins, secs = (float(g or 0) for g in m.groups())
    return days * 1440 + weeks * 10080 + hours * 60 + mins + secs / 60
