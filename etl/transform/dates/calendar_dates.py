"""Values of dates by the calendar: days, months, years, decades, quarters, seasons and holidays."""

from __future__ import annotations

import re
from datetime import date

from etl.transform.cardinals import ORDINALS
from etl.transform.dates.context import (
    AHEAD,
    BACK,
    Context,
    Value,
    day_value,
    safe_day,
    shift,
)
from etl.transform.dates.grammar import Expression
from etl.transform.dates.tense import FUTURE, OPEN, PAST
from etl.transform.dates.words import DECADES, MONTHS, SEASON_STARTS, SEASONS, WEEKDAYS, holiday


def year_of_day_value(e: Expression, c: Context, month: int, day: int, weekday: int | None) -> int | None:
    """The year that a day without one belongs to: that of its weekday, of the context, else by tense; None without a date to go by."""
    pub = c.published
    if (year := c.near_year(e)) is not None:
        tense, _ = c.sentences.tense(e.start, e.end)
        ahead = pub is not None and (day_known := safe_day(year, month, day)) is not None and day_known > pub
        if tense != FUTURE and not (tense == PAST and ahead):
            return year
    if pub is None:
        return None
    choices = [y for y in range(pub.year - 1, pub.year + 2) if safe_day(y, month, day)]
    if weekday:
        choices = [y for y in choices if date(y, month, day).isoweekday() == weekday] or choices
    if not choices:
        return None
    days = [date(y, month, day) for y in choices]
    if not weekday or len(choices) > 1:
        tense, _ = c.sentences.tense(e.start, e.end)
        near = [d for d in days if (d - pub).days * tense >= 0]
        # A day ten months ago would be told with its year: the one within two months is meant ("left the panel of 18 June").
        far = near and tense == PAST and min(abs((d - pub).days) for d in near) > _FAR and any(abs((d - pub).days) <= _NEAR for d in days)
        days = days if far or not near else near
        if not tense and not c.sentences.tense(e.start, e.end)[1]:
            return min(days, key=lambda d: _told(d.toordinal() - pub.toordinal())).year
    return min(days, key=lambda d: abs((d - pub).days)).year


_FAR, _NEAR = 300, 62
"""Days."""


def _told(ahead: int) -> int:
    """How far off a date is that no verb puts before or behind us: what was is told three times as often as what will be."""
    return 3 * ahead if ahead > 0 else -ahead


def date_value(e: Expression, c: Context) -> Value:
    p = e.parts
    month, day = MONTHS[p["month"].rstrip(".")], ORDINALS.get(p["day"]) or int(p["day"])
    weekday = next((n for w in c.sentences.text[e.start : e.end].split() if (n := WEEKDAYS.get(w.rstrip(",.").casefold()))), None)
    if "year" in p:
        year: int | None = int(p["year"])
    elif "which" in p:
        year = c.published.year + {"last": -1, "this": 0, "next": 1}[p["which"]] if c.published else None
    else:
        year = year_of_day_value(e, c, month, day, weekday)
    if year is None or not safe_day(year, month, day):
        return "DATE", f"XXXX-{month:02}-{day:02}" if day <= 31 else ""
    if "year" in p:
        c.year, c.year_sentence = year, c.sentences.number(e.start)
    return "DATE", f"{year:04}-{month:02}-{day:02}"


def iso_value(e: Expression, c: Context) -> Value:
    p = e.parts
    d = safe_day(int(p["year"]), int(p["mon"]), int(p["day"]))
    if d is None:
        return "DATE", ""
    return ("TIME", f"{d}T{p['clock']}") if "clock" in p else ("DATE", day_value(d))


def slashed_value(e: Expression, c: Context) -> Value:
    """American order where both fit and the mark is a slash; with dots, or a first number over 12, the day stands first."""
    p = e.parts
    a, b, year = int(p["a"]), int(p["b"]), int(p["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    month, day = (b, a) if a > 12 or p["mark"] == "." else (a, b)
    d = safe_day(year, month, day)
    return "DATE", day_value(d) if d else ""


def nth_value(e: Expression, c: Context) -> Value:
    day, pub = int(e.parts["day"]), c.published
    if pub is None:
        return "DATE", f"XXXX-XX-{day:02}"
    tense, _ = c.sentences.tense(e.start, e.end)
    base = c.near_anchor(e, "M") or pub
    days = [d for n in (-1, 0, 1) if (m := shift(base.replace(day=1), "M", n)) and (d := safe_day(m.year, m.month, day))]
    days = [d for d in days if (d - pub).days * tense >= 0] or days
    return "DATE", day_value(min(days, key=lambda d: abs((d - base).days))) if days else ""


def month_value(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    month = MONTHS[p["month"].rstrip(".")]
    which = p.get("which", "")
    if "year" in p:
        c.year, c.year_sentence = int(p["year"]), c.sentences.number(e.start)
        return "DATE", f"{int(p['year']):04}-{month:02}"
    if pub is None:
        year = c.near_year(e)
        return "DATE", f"{year:04}-{month:02}" if year else f"XXXX-{month:02}"
    if "year" in c.sentences.text[e.start : e.end].casefold():
        return "DATE", f"{pub.year + {'last': -1, 'this': 0, 'next': 1}[which]:04}-{month:02}"
    tense, arranged = c.sentences.tense(e.start, e.end)
    if tense == PAST and _BY.search(c.sentences.text, max(0, e.start - 8), e.start) and c.sentences.bounds(e.start)[0] < e.start - 8:
        tense, arranged = OPEN, True  # "promised a buyer by June"
    if which in BACK:
        year = pub.year - (month >= pub.month)
    elif which in AHEAD:
        year = pub.year + (month <= pub.month)
    elif which == "this":
        year = pub.year
    elif (near := c.near_year(e)) is not None and tense != FUTURE and not (tense == PAST and (near, month) > (pub.year, pub.month)):
        year = near
    elif tense == PAST:
        year = pub.year - (month > pub.month)
    elif tense == FUTURE:
        year = pub.year + (month < pub.month)
    else:
        # With no verb to go by, or for a plan, the nearest month is meant.
        weigh = abs if arranged else _told
        year = min((pub.year, pub.year - 1, pub.year + 1), key=lambda y: (weigh((y - pub.year) * 12 + month - pub.month), y))
    return "DATE", f"{year:04}-{month:02}"


def year_value(e: Expression, c: Context) -> Value:
    year = int(e.parts["year"])
    c.year, c.year_sentence = year, c.sentences.number(e.start) - 1
    return "DATE", f"{year:04}"


def decade_value(e: Expression, c: Context) -> Value:
    p = e.parts
    if "decade" in p:
        return "DATE", p["decade"]
    if "word" in p:
        return "DATE", str(DECADES[p["word"]])
    return "DATE", ("20" if p["short"] in "01" else "19") + p["short"]


def century_value(e: Expression, c: Context) -> Value:
    n = e.parts["n"]
    return "DATE", f"{(ORDINALS[n] if n in ORDINALS else int(n[:-2])) - 1:02}"


_BY = re.compile(r"\b(?:by|until|till|for) $")
_RESULTS = re.compile(r" (?:net |operating )?(?:results?|earnings|profits?|sales|revenues?|loss(?:es)?|income|figures|numbers)\b")


def quarter_value(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    word = p.get("n") or p.get("n2") or ""
    n = int(word[0]) if word[0].isdigit() else 4 if word == "final" else ORDINALS[word]
    half = p.get("span") == "half"
    if half:
        n = 2 if word == "final" else n
    suffix = f"{'H' if half else 'Q'}{n}"
    if "year" in p:
        return "DATE", f"{p['year']}-{suffix}"
    if pub is None:
        return "DATE", f"XXXX-{suffix}"
    if "which" in p:
        return "DATE", f"{pub.year + {'last': -1, 'next': 1}.get(p['which'], 0):04}-{suffix}"
    now = (pub.month + 5) // 6 if half else (pub.month + 2) // 3
    told = _RESULTS.match(c.sentences.text, e.end)
    tense = PAST if told else c.sentences.tense(e.start, e.end)[0]
    year = pub.year + (n < now) if tense == FUTURE else pub.year - (n > now)
    return "DATE", f"{year:04}-{suffix}"


def season_value(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    code = SEASONS[p["season"]]
    if "year" in p:
        return "DATE", f"{p['year']}-{code}"
    if pub is None:
        return "DATE", f"XXXX-{code}"
    start, which = SEASON_STARTS[code], p.get("which", "")
    # Months since the season last began: under three, it is the season now.
    since = (pub.month - start) % 12
    begun = pub.year - (pub.month < start)
    tense, _ = c.sentences.tense(e.start, e.end)
    anchor = c.near_anchor(e, "Y")
    if anchor and which in ("the following", "the previous", "that"):
        year = anchor.year
        if which == "the following":
            year += start <= anchor.month
        elif which == "the previous":
            year -= start >= anchor.month
    elif which in BACK:
        year = begun - (since < 3)
    elif which in AHEAD:
        # Shortly before it begins, the coming one is "this summer", and "next summer" the one after.
        year = begun + 1 + (since >= 10)
    elif which == "this":
        year = begun if since < (6 if code == "WI" else 3) else pub.year
    elif tense == FUTURE:
        year = begun if since < 3 else begun + 1
    elif tense == OPEN:
        year = begun if since < 6 else begun + 1
    else:
        year = begun
    return "DATE", f"{year:04}-{code}"


def holiday_value(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    rule = holiday(p["name"].removeprefix("the "))
    if "year" in p:
        return "DATE", day_value(rule(int(p["year"])))
    if pub is None:
        return "DATE", ""
    if "rel" in p:
        return "DATE", day_value(rule(pub.year + {"last": -1, "this": 0, "next": 1}[p["rel"]]))
    days = [rule(pub.year + n) for n in (-1, 0, 1)]
    tense, _ = c.sentences.tense(e.start, e.end)
    which = p.get("which")
    tense = {"last": PAST, "next": FUTURE}.get(which or "", tense)
    if which == "this":
        return "DATE", day_value(days[1])
    days = [d for d in days if (d - pub).days * tense >= (1 if which else 0)] or days
    return "DATE", day_value(min(days, key=lambda d: abs((d - pub).days)))
