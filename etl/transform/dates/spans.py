"""Values of distances in time ("two years ago"), of durations, and of repeated times."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from etl.transform.cardinals import ORDINALS
from etl.transform.dates.context import (
    AHEAD,
    BACK,
    Context,
    Value,
    amount_of,
    at_grain,
    count_of,
    day_value,
    shift,
    span_value,
    unit_of,
)
from etl.transform.dates.grammar import Expression
from etl.transform.dates.near_days import clock_value, weekday_near
from etl.transform.dates.tense import FUTURE, PAST
from etl.transform.dates.words import FREQUENCIES, MONTHS, PARTS, SEASONS, WEEKDAYS

VAGUE_REFERENCES = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}


def unit_ref_value(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    unit, factor = unit_of(p["unit"])
    which = p.get("which", "")
    if which in ("the past", "the next", "the last", "the coming", "past") and unit != "WE":
        # "the past week" is a stretch up to now, "last week" a week of the calendar.
        return "DURATION", span_value(1, unit, factor)
    if pub is None:
        return "DATE", ""
    if which.startswith(("the same", "that")):
        base = c.near_anchor(e, unit)
        return "DATE", at_grain(base, unit) if base else ""
    if unit == "D" and which == "this":
        return "DATE", "PRESENT_REF"
    if unit == "Q" and which == "the":
        return "DATE", at_grain(c.near_quarter(e) or shift(pub, "Q", -1), "Q")
    if unit == "Y" and which in ("the", "") and e.kind == "the_unit":
        return "DATE", f"{c.near_year(e) or pub.year:04}"
    n = -1 if which in BACK or (which == "the latest" and unit == "Q") else 1 if which in AHEAD else 0
    if which in ("the following", "the previous", "the prior") and (base := c.near_anchor(e, unit)):
        pub = base
    if unit == "WE" and which in ("the", "this", ""):
        tense, _ = c.sentences.tense(e.start, e.end)
        n = -1 if pub.isoweekday() < 5 and tense == PAST else 0
    d = shift(pub, unit, n * factor)
    if "weekday2" in p:
        return "DATE", day_value(d - timedelta(d.isoweekday() - WEEKDAYS[p["weekday2"]]))
    return "DATE", at_grain(d, unit)


def edge_value(e: Expression, c: Context) -> Value:
    pub, p = c.published, e.parts
    n = {"last": -1, "next": 1}.get(p["which"], 0)
    unit, factor = unit_of(p["unit"])
    return "DATE", at_grain(shift(pub, unit, n * factor), unit) if pub else ""


def _away(base: date | None, amount: float | None, unit: str, factor: int, sign: int) -> Value:
    if amount is None:
        return ("TIME" if unit.startswith("T") else "DATE"), "PAST_REF" if sign < 0 else "FUTURE_REF"
    if unit.startswith("T"):
        return "TIME", day_value(base) if base and amount < 6 else ""
    if base is None:
        return "DATE", ""
    amount *= factor
    if unit == "WE":
        unit = "W"
    if unit in ("DE", "CE"):
        # "Two decades ago" is as exact as "twenty years ago".
        unit, amount = "Y", amount * (10 if unit == "DE" else 100)
    if amount != int(amount):
        smaller, times = {"Y": ("M", 12), "M": ("D", 30), "W": ("D", 7)}.get(unit, ("D", 1))
        return "DATE", at_grain(shift(base, smaller, sign * round(amount * times)), smaller)
    return "DATE", at_grain(shift(base, unit, sign * int(min(amount, 9999))), unit)


def ago_value(e: Expression, c: Context) -> Value:
    p = e.parts
    if "bare" in p:
        return "DATE", "PAST_REF"
    unit, factor = unit_of(p["unit"].removeprefix("dozen ").rstrip("s") if p["unit"].startswith("dozen") else p["unit"])
    return _away(c.published, amount_of(p), unit, factor, -1)


def hence_value(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    unit, factor = unit_of(p["unit"])
    if pub and "weekday" in p:
        pub = weekday_near(pub, WEEKDAYS[p["weekday"]], "", FUTURE)
        return "DATE", day_value(shift(pub, unit, int(amount_of(p) or 1) * factor))
    return _away(pub, amount_of(p), unit, factor, 1)


def apart_value(e: Expression, c: Context) -> Value:
    """So long before or after what was last spoken of; "a year earlier" with nothing near is counted from the publication."""
    p = e.parts
    unit, factor = unit_of(p["unit"])
    way = p["way"]
    sign = 1 if way in ("later", "after", "next", "following", "on") else -1
    amount = amount_of(p) if "count" in p or "vague" in p else 1
    if unit.startswith("T") and amount is not None and (moment := c.near_moment(e)):
        return "TIME", _clocked(moment, sign * amount * factor, unit)
    if unit == "Y" and amount and (quarter := c.near_quarter(e)):
        return "DATE", at_grain(shift(quarter, "Y", sign * int(amount)), "Q")
    base = c.near_anchor(e, unit) or (c.published if way in ("earlier", "previously", "previous", "ago") else None)
    if p["unit"] == "night" and base:
        return "TIME", f"{shift(base, 'D', sign)}TNI"
    return _away(base, amount, unit, factor, sign)


def _clocked(moment: datetime, amount: float, unit: str) -> str:
    moved = moment + timedelta(seconds=min(amount, 9999) * {"TS": 1, "TM": 60, "TH": 3600}[unit])
    return moved.isoformat(timespec="seconds" if unit == "TS" else "minutes")


def same_value(e: Expression, c: Context) -> Value:
    unit = unit_of(e.parts["unit"])[0]
    base = c.near_anchor(e, unit)
    return "DATE", at_grain(base, unit) if base else ""


def part_of_value(e: Expression, c: Context) -> Value:
    # Its value comes from the date that follows, if one does: see `joining`.
    return "DATE", ""


def duration_value(e: Expression, c: Context) -> Value:
    p = e.parts
    unit, factor = unit_of(p["unit"])
    if "count" not in p:
        return "DURATION", span_value(1 if not p["unit"].endswith("s") else None, unit, factor)
    value = span_value(amount_of(p), unit, factor)
    if "count2" in p and "unit2" in p:
        unit2, factor2 = unit_of(p["unit2"])
        second = span_value(count_of(p["count2"]), unit2, factor2)
        joined = second.removeprefix("P").removeprefix("T")
        value += joined if ("T" in value) == ("T" in second) else second.removeprefix("P")
    return "DURATION", value


def bare_value(e: Expression, c: Context) -> Value:
    return "DURATION", span_value(None, unit_of(e.parts["unit"])[0])


def recent_value(e: Expression, c: Context) -> Value:
    p = e.parts
    unit, factor = unit_of(p["unit"])
    rel = p["rel"]
    if " " in rel and rel != "the ensuing":
        return "DURATION", span_value(amount_of(p), unit, factor)
    return "DATE", "FUTURE_REF" if rel in ("coming", "upcoming", "ensuing") else "PAST_REF"


def whole_value(e: Expression, c: Context) -> Value:
    unit, factor = unit_of(e.parts["unit"])
    return ("SET" if e.parts.get("word") in ("per", "each passing") else "DURATION"), span_value(1, unit, factor)


def every_value(e: Expression, c: Context) -> Value:
    p = e.parts
    clock = clock_value(p)
    tail = f"T{clock}" if clock else ""
    if "weekday" in p:
        return "SET", f"XXXX-WXX-{WEEKDAYS[p['weekday']]}" + (f"T{PARTS[p['part']]}" if "part" in p else tail)
    if "part" in p:
        return "SET", f"XXXX-XX-XXT{PARTS[p['part']]}"
    if "season" in p:
        return "SET", f"XXXX-{SEASONS[p['season']]}"
    if "month" in p:
        return "SET", f"XXXX-{MONTHS[p['month'].rstrip('.')]:02}"
    if p["unit"] == "weekday":
        return "SET", "XXXX-WXX-WD" + tail
    if p["unit"] == "weekend":
        return "SET", "XXXX-WXX-WE" + tail
    if p["unit"] == "night":
        return "SET", "XXXX-XX-XXTNI" if not tail else "P1D" + tail
    unit, factor = unit_of(p["unit"])
    word = p.get("n")
    n = 1.0 if word is None else 2.0 if word == "other" else ORDINALS.get(word) or count_of(word)
    return "SET", span_value(n if word != "few" else None, unit, factor)


def rate_value(e: Expression, c: Context) -> Value:
    unit, factor = unit_of(e.parts["unit"])
    return "SET", span_value(1, unit, factor)


def frequency_value(e: Expression, c: Context) -> Value:
    p = e.parts
    if unit := p.get("u1") or p.get("u2"):
        return "SET", span_value(1, unit_of(unit)[0])
    days = {"weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD", "weeknights": "XXXX-WXX-WDTNI"}
    return "SET", days.get(p["word"]) or FREQUENCIES[p["word"]]


def reference_value(e: Expression, c: Context) -> Value:
    return "DATE", next(v for k, v in VAGUE_REFERENCES.items() if k in e.parts)
