"""Values of days named by the week or from today, of parts of the day, and of times by the clock."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from etl.transform.cardinals import cardinal
from etl.transform.dates.context import (
    AHEAD,
    BACK,
    Context,
    Value,
    count_of,
    day_value,
    shift,
)
from etl.transform.dates.grammar import Expression
from etl.transform.dates.tense import FUTURE, OPEN, PAST
from etl.transform.dates.words import PARTS, SUN, WEEKDAYS


def _with_part(value: str, part: str | None) -> Value:
    return ("TIME", f"{value}T{PARTS[part]}") if part and value else ("DATE", value)


def weekday_near(pub: date, weekday: int, which: str, tense: int) -> date:
    """The day meant by a weekday's name: "last" and "next" exclude today, a bare name includes it."""
    back, ahead = (pub.isoweekday() - weekday) % 7, (weekday - pub.isoweekday()) % 7
    if which in BACK:
        return pub - timedelta(back or 7)
    if which in AHEAD:
        return pub + timedelta(ahead or 7)
    if which == "this":
        return pub + timedelta(ahead) if tense != PAST else pub - timedelta(back)
    return pub + timedelta(ahead) if tense == FUTURE else pub - timedelta(back)


_REGULAR = re.compile(r" (?:show|programme|program|slot|column|newsletter|podcast|broadcast|phone-in)\b")
_OWNED = re.compile(r"(?:\b(?:[Aa]|[Tt]he|[Hh]er|[Hh]is|[Ii]ts|[Tt]heir|[Oo]ur|[Mm]y|[Yy]our)|['’]s?) $")


def weekday_value(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    weekday, part = WEEKDAYS[p["weekday"]], p.get("part")
    text = c.sentences.text
    if (
        not p.get("which", "the").replace("the", "")
        and _REGULAR.match(text, e.end)
        and (p.get("which") or _OWNED.search(text, max(0, e.start - 8), e.start))
    ):
        # "Her Sunday show" comes every Sunday.
        return "SET", _with_part(f"XXXX-WXX-{weekday}", part)[1]
    if pub is None:
        return _with_part(f"XXXX-WXX-{weekday}", part)
    anchor = c.near_anchor(e)
    if "rel" in p:
        base = anchor or pub
        d = weekday_near(base, weekday, "last" if p["rel"] == "before" else "next", OPEN)
        return "DATE", day_value(d)
    which = p.get("which", "")
    if week := p.get("week") or p.get("last"):
        n = -1 if "last" in week else 1 if "next" in week else 0
        monday = pub - timedelta(pub.isoweekday() - 1)
        return _with_part(day_value(monday + timedelta(7 * n + weekday - 1)), part)
    tense, arranged = c.sentences.tense(e.start, e.end)
    if tense == OPEN and not which and c.sentences.text.lower().endswith(("until ", "till "), e.start - 6, e.start):
        tense = FUTURE
    if which == "the" and anchor and anchor <= pub:
        # "The Monday brought …": the first one after the day that was spoken of.
        d = weekday_near(anchor, weekday, "next", OPEN)
    elif which in ("the following", "the previous", "the same", "that") and anchor:
        d = weekday_near(anchor, weekday, which if which.startswith("the ") and which != "the same" else "", OPEN)
    else:
        d = weekday_near(pub, weekday, which, FUTURE if arranged else tense)
    return _with_part(day_value(d), part)


def weekdays_value(e: Expression, c: Context) -> Value:
    value = f"XXXX-WXX-{WEEKDAYS[e.parts['weekday']]}"
    clock = clock_value(e.parts)
    return "SET", value + (f"T{clock}" if clock else "")


def deictic_value(e: Expression, c: Context) -> Value:
    word, part = e.parts["word"], e.parts.get("part")
    pub = c.published
    n = {"yesterday": -1, "tomorrow": 1, "last night": -1, "the day before yesterday": -2, "the day after tomorrow": 2}.get(word, 0)
    if word in ("tonight", "last night"):
        part = "night"
    if pub is None:
        return ("TIME" if part or word == "overnight" else "DATE"), ""
    if word == "overnight":
        return "TIME", f"{pub}TNI"
    return _with_part(day_value(shift(pub, "D", n)), part)


def part_value(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    which, part = p.get("which", ""), PARTS[p["part"]]
    anchor = c.near_anchor(e)
    if not which:
        # "In morning trading".
        base, n = c.day_of_clock(e), 0
    elif which == "this":
        base, n = pub, 0
    elif "rel" in p:
        # "The night before the vote": not the night before today.
        of_something = c.sentences.text.startswith((" the ", " a ", " his ", " her ", " their ", " its "), e.end)
        base, n = anchor or (None if of_something else pub), -1 if p["rel"] == "before" else 1
    else:
        base, n = anchor or pub, {"the following": 1, "the next": 1, "the previous": -1}.get(which, 0)
    return "TIME", f"{shift(base, 'D', n)}T{part}" if base else ""


def clock_value(p: Mapping[str, str]) -> str | None:
    """ "20:40" from the parts of a clock time, None if there are none."""
    if noon := p.get("noon"):
        return "12:00" if noon == "noon" else "24:00"
    if "hour24" in p:
        return f"{int(p['hour24']):02}:{p['minute24']}"
    if "hour" not in p:
        return None
    hour = int(p["hour"]) if p["hour"].isdigit() else cardinal(p["hour"]) or 0
    half = p.get("half_day", "")
    minute = p.get("minute", "00")
    if "way" in p:
        # "Twenty past three", "a quarter to eight".
        before = p["way"] == "to"
        past = {"half": 30, "quarter": 15, "a quarter": 15}.get(p["past"]) or int(count_of(p["past"]) or 0)
        hour, minute = hour - before, f"{(60 - past) % 60 if before else past:02}"
    if p.get("part") in ("afternoon", "evening") or (p.get("part2") and hour > 4) or half.startswith("p"):
        hour = hour % 12 + 12
    elif half.startswith("a"):
        hour %= 12
    return f"{hour:02}:{minute}"


def sun_value(e: Expression, c: Context) -> Value:
    """ "At dawn", "by midday"."""
    return "TIME", f"{c.day_of_clock(e) or 'XXXX-XX-XX'}T{SUN[e.parts['sun']]}"


def clock_time_value(e: Expression, c: Context) -> Value:
    clock, base = clock_value(e.parts), c.day_of_clock(e)
    if base and clock and c.through_midnight(e, clock):
        base += timedelta(1)
    return "TIME", f"{base or 'XXXX-XX-XX'}T{clock}"
