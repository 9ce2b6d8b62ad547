"""Time expressions in news English, resolved against the publication date (TIMEX3 types and values).

A grammar (`grammar`) finds the expressions, `tense` tells past from future, `resolution` gives the values; all three are
linear in the text and need no parser. Types and values are those of TimeML's TIMEX3 (ISO-TimeML, TempEval-3).
"""

from __future__ import annotations

import re
from datetime import date

from etl.transform.dates.context import Context
from etl.transform.dates.grammar import expressions
from etl.transform.dates.joining import Time, joined
from etl.transform.dates.resolution import VALUES
from etl.transform.dates.tense import Sentences

__all__ = ["Time", "day", "minutes", "times"]


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
        if out and (both := joined(text, out[-1], time)):
            out[-1] = time = both
        else:
            out.append(time)
        context.name(time, e.kind)
    return tuple(out)


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
