"""The TIMEX3 value of a time expression, against the publication date and what was named before it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from etl.transform.cardinals import ORDINALS, cardinal
from etl.transform.dates.grammar import Expression
from etl.transform.dates.tense import FUTURE, OPEN, PAST, Sentences
from etl.transform.dates.words import DECADES, FREQUENCIES, MONTHS, PARTS, SEASON_STARTS, SEASONS, UNITS, WEEKDAYS, holiday

Value = tuple[str, str]  # TIMEX3 type and value
BACK = ("last", "past", "this past", "previous", "the previous", "the last", "the past", "the prior", "preceding", "prior")
AHEAD = ("next", "coming", "this coming", "the coming", "the next", "the following", "following")
VAGUE_REFERENCES = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}


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
        """The day last spoken of in this or the previous sentence."""
        return self.anchor if self.sentences.number(e.start) - self.anchor_sentence <= 1 else None

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


def _unit(word: str) -> tuple[str, int]:
    return UNITS["hour" if word == "h" else "minute" if word == "m" else word]


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _count(words: str | None) -> float | None:
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


def _amount(p: Mapping[str, str], key: str = "count") -> float | None:
    n = _count(p.get(key))
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


# ---------------------------------------------------------------------------------------------------- calendar dates
def _year_of_day(e: Expression, c: Context, month: int, day: int, weekday: int | None) -> int | None:
    """The year that a day without one belongs to: that of its weekday, of the context, else by tense; None without a date to go by."""
    pub = c.published
    if (year := c.near_year(e)) is not None and c.sentences.tense(e.start, e.end)[0] != FUTURE:
        return year
    if pub is None:
        return None
    choices = [y for y in range(pub.year - 1, pub.year + 2) if _safe(y, month, day)]
    if weekday:
        choices = [y for y in choices if date(y, month, day).isoweekday() == weekday] or choices
    if not choices:
        return None
    days = [date(y, month, day) for y in choices]
    if not weekday or len(choices) > 1:
        tense, _ = c.sentences.tense(e.start, e.end)
        days = [d for d in days if (d - pub).days * tense >= 0] or days
    return min(days, key=lambda d: abs((d - pub).days)).year


def _date(e: Expression, c: Context) -> Value:
    p = e.parts
    month, day = MONTHS[p["month"].rstrip(".")], int(p["day"])
    weekday = next((n for w in c.sentences.text[e.start : e.end].split() if (n := WEEKDAYS.get(w.rstrip(",.").casefold()))), None)
    if "year" in p:
        year: int | None = int(p["year"])
    elif "which" in p:
        year = c.published.year + {"last": -1, "this": 0, "next": 1}[p["which"]] if c.published else None
    else:
        year = _year_of_day(e, c, month, day, weekday)
    if year is None or not _safe(year, month, day):
        return "DATE", f"XXXX-{month:02}-{day:02}" if day <= 31 else ""
    if "year" in p:
        c.year, c.year_sentence = year, c.sentences.number(e.start)
    return "DATE", f"{year:04}-{month:02}-{day:02}"


def _iso(e: Expression, c: Context) -> Value:
    p = e.parts
    d = _safe(int(p["year"]), int(p["mon"]), int(p["day"]))
    if d is None:
        return "DATE", ""
    return ("TIME", f"{d}T{p['clock']}") if "clock" in p else ("DATE", day_value(d))


def _slashed(e: Expression, c: Context) -> Value:
    """American order where both fit and the mark is a slash; with dots, or a first number over 12, the day stands first."""
    p = e.parts
    a, b, year = int(p["a"]), int(p["b"]), int(p["year"])
    if year < 100:
        year += 2000 if year < 70 else 1900
    month, day = (b, a) if a > 12 or p["mark"] == "." else (a, b)
    d = _safe(year, month, day)
    return "DATE", day_value(d) if d else ""


def _nth(e: Expression, c: Context) -> Value:
    day, pub = int(e.parts["day"]), c.published
    if pub is None:
        return "DATE", f"XXXX-XX-{day:02}"
    tense, _ = c.sentences.tense(e.start, e.end)
    base = c.near_anchor(e) or pub
    days = [d for n in (-1, 0, 1) if (m := shift(base.replace(day=1), "M", n)) and (d := _safe(m.year, m.month, day))]
    days = [d for d in days if (d - pub).days * tense >= 0] or days
    return "DATE", day_value(min(days, key=lambda d: abs((d - base).days))) if days else ""


def _month(e: Expression, c: Context) -> Value:
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
    if which in BACK:
        year = pub.year - (month >= pub.month)
    elif which in AHEAD:
        year = pub.year + (month <= pub.month)
    elif which == "this":
        year = pub.year
    elif (near := c.near_year(e)) is not None and tense != FUTURE:
        year = near
    elif tense == PAST:
        year = pub.year - (month > pub.month)
    elif tense == FUTURE:
        year = pub.year + (month < pub.month)
    else:
        # With no verb to go by, or for a plan, the nearest month is meant.
        year = min((pub.year, pub.year - 1, pub.year + 1), key=lambda y: (abs((y - pub.year) * 12 + month - pub.month), y))
    return "DATE", f"{year:04}-{month:02}"


def _year(e: Expression, c: Context) -> Value:
    year = int(e.parts["year"])
    c.year, c.year_sentence = year, c.sentences.number(e.start) - 1
    return "DATE", f"{year:04}"


def _decade(e: Expression, c: Context) -> Value:
    p = e.parts
    if "decade" in p:
        return "DATE", p["decade"]
    if "word" in p:
        return "DATE", str(DECADES[p["word"]])
    return "DATE", ("20" if p["short"] in "01" else "19") + p["short"]


def _century(e: Expression, c: Context) -> Value:
    n = e.parts["n"]
    return "DATE", f"{(ORDINALS[n] if n in ORDINALS else int(n[:-2])) - 1:02}"


def _quarter(e: Expression, c: Context) -> Value:
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
    tense, _ = c.sentences.tense(e.start, e.end)
    year = pub.year + (n < now) if tense == FUTURE else pub.year - (n > now)
    return "DATE", f"{year:04}-{suffix}"


def _season(e: Expression, c: Context) -> Value:
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
    if which in BACK:
        year = begun - (since < 3)
    elif which in AHEAD:
        year = begun + 1
    elif which == "this":
        year = begun if since < 3 else pub.year
    elif tense == FUTURE:
        year = begun if since < 3 else begun + 1
    elif tense == OPEN:
        year = begun if since < 6 else begun + 1
    else:
        year = begun
    return "DATE", f"{year:04}-{code}"


def _holiday(e: Expression, c: Context) -> Value:
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


# ---------------------------------------------------------------------------------------------- days by name, parts of days
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


def _weekday(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    weekday, part = WEEKDAYS[p["weekday"]], p.get("part")
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
    if which in ("the following", "the previous", "the same", "that") and anchor:
        d = weekday_near(anchor, weekday, which if which.startswith("the ") and which != "the same" else "", OPEN)
    else:
        d = weekday_near(pub, weekday, which, FUTURE if arranged else tense)
    return _with_part(day_value(d), part)


def _weekdays(e: Expression, c: Context) -> Value:
    value = f"XXXX-WXX-{WEEKDAYS[e.parts['weekday']]}"
    clock = clock_value(e.parts)
    return "SET", value + (f"T{clock}" if clock else "")


def _deictic(e: Expression, c: Context) -> Value:
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


def _part(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    which, part = p["which"], PARTS[p["part"]]
    anchor = c.near_anchor(e)
    if which == "this":
        base, n = pub, 0
    elif "rel" in p:
        base, n = anchor or pub, -1 if p["rel"] == "before" else 1
    else:
        base, n = anchor or pub, {"the following": 1, "the next": 1, "the previous": -1}.get(which, 0)
    return "TIME", f"{shift(base, 'D', n)}T{part}" if base else ""


# -------------------------------------------------------------------------------------------------- distances in time
def _unit_ref(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    unit, factor = _unit(p["unit"])
    which = p.get("which", "")
    if which in ("the past", "the next", "the last", "the coming", "past") and unit != "WE":
        # "the past week" is a stretch up to now, "last week" a week of the calendar.
        return "DURATION", span_value(1, unit, factor)
    if pub is None:
        return "DATE", ""
    if which.startswith(("the same", "that")):
        base = c.near_anchor(e)
        return "DATE", at_grain(base, unit) if base else ""
    n = -1 if which in BACK else 1 if which in AHEAD else 0
    if which in ("the following", "the previous", "the prior") and (base := c.near_anchor(e)):
        pub = base
    if unit == "WE" and which in ("the", "this", ""):
        tense, _ = c.sentences.tense(e.start, e.end)
        n = -1 if pub.isoweekday() < 5 and tense == PAST else 0
    d = shift(pub, unit, n * factor)
    if "weekday2" in p:
        return "DATE", day_value(d - timedelta(d.isoweekday() - WEEKDAYS[p["weekday2"]]))
    return "DATE", at_grain(d, unit)


def _edge(e: Expression, c: Context) -> Value:
    pub, p = c.published, e.parts
    n = {"last": -1, "next": 1}.get(p["which"], 0)
    unit, factor = _unit(p["unit"])
    return "DATE", at_grain(shift(pub, unit, n * factor), unit) if pub else ""


def _away(base: date | None, amount: float | None, unit: str, factor: int, sign: int) -> Value:
    if unit.startswith("T"):
        return "TIME", day_value(base) if base and amount is not None and amount < 6 else ""
    if base is None:
        return "DATE", ""
    if amount is None:
        return "DATE", "PAST_REF" if sign < 0 else "FUTURE_REF"
    amount *= factor
    if unit == "WE":
        unit = "W"
    if amount != int(amount):
        smaller, times = {"Y": ("M", 12), "DE": ("Y", 10), "CE": ("Y", 100), "M": ("D", 30), "W": ("D", 7)}.get(unit, ("D", 1))
        return "DATE", at_grain(shift(base, smaller, sign * round(amount * times)), smaller)
    return "DATE", at_grain(shift(base, unit, sign * int(min(amount, 9999))), unit)


def _ago(e: Expression, c: Context) -> Value:
    p = e.parts
    if "bare" in p:
        return "DATE", "PAST_REF"
    unit, factor = _unit(p["unit"].removeprefix("dozen ").rstrip("s") if p["unit"].startswith("dozen") else p["unit"])
    return _away(c.published, _amount(p), unit, factor, -1)


def _hence(e: Expression, c: Context) -> Value:
    p, pub = e.parts, c.published
    unit, factor = _unit(p["unit"])
    if pub and "weekday" in p:
        pub = weekday_near(pub, WEEKDAYS[p["weekday"]], "", FUTURE)
        return "DATE", day_value(shift(pub, unit, int(_amount(p) or 1) * factor))
    return _away(pub, _amount(p), unit, factor, 1)


def _apart(e: Expression, c: Context) -> Value:
    """So long before or after the day last spoken of; "a year earlier" with none near is counted from the publication."""
    p = e.parts
    unit, factor = _unit(p["unit"])
    way = p["way"]
    sign = 1 if way in ("later", "after", "next", "following", "on") else -1
    base = c.near_anchor(e) or (c.published if way in ("earlier", "previously") else None)
    if p["unit"] == "night" and base:
        return "TIME", f"{shift(base, 'D', sign)}TNI"
    if base is None:
        # Later or earlier than something that has no date here: how long is all there is to say.
        return ("DURATION", span_value(_amount(p), unit, factor)) if "count" in p else ("DATE", "")
    return _away(base, _amount(p) if "count" in p else 1, unit, factor, sign)


def _same(e: Expression, c: Context) -> Value:
    base = c.near_anchor(e)
    return "DATE", at_grain(base, _unit(e.parts["unit"])[0]) if base else ""


def _eve(e: Expression, c: Context) -> Value:
    # Its value comes from the date that follows, if one does: see `combination`.
    return "DATE", ""


# ------------------------------------------------------------------------------------------------ durations and sets
def _duration(e: Expression, c: Context) -> Value:
    p = e.parts
    unit, factor = _unit(p["unit"])
    if "count" not in p:
        return "DURATION", span_value(1 if not p["unit"].endswith("s") else None, unit, factor)
    value = span_value(_amount(p), unit, factor)
    if "count2" in p and "unit2" in p:
        unit2, factor2 = _unit(p["unit2"])
        second = span_value(_count(p["count2"]), unit2, factor2)
        joined = second.removeprefix("P").removeprefix("T")
        value += joined if ("T" in value) == ("T" in second) else second.removeprefix("P")
    return "DURATION", value


def _bare(e: Expression, c: Context) -> Value:
    return "DURATION", span_value(None, _unit(e.parts["unit"])[0])


def _recent(e: Expression, c: Context) -> Value:
    p = e.parts
    unit, factor = _unit(p["unit"])
    rel = p["rel"]
    if rel.startswith("the "):
        return "DURATION", span_value(_amount(p), unit, factor)
    return "DATE", "FUTURE_REF" if rel in ("coming", "upcoming", "ensuing") else "PAST_REF"


def _whole(e: Expression, c: Context) -> Value:
    unit, factor = _unit(e.parts["unit"])
    return ("SET" if e.parts.get("word") in ("per", "each passing") else "DURATION"), span_value(1, unit, factor)


def _every(e: Expression, c: Context) -> Value:
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
    unit, factor = _unit(p["unit"])
    word = p.get("n")
    n = 1.0 if word is None else 2.0 if word == "other" else ORDINALS.get(word) or _count(word)
    return "SET", span_value(n if word != "few" else None, unit, factor)


def _rate(e: Expression, c: Context) -> Value:
    unit, factor = _unit(e.parts["unit"])
    return "SET", span_value(1, unit, factor)


def _frequency(e: Expression, c: Context) -> Value:
    p = e.parts
    if unit := p.get("u1") or p.get("u2"):
        return "SET", span_value(1, _unit(unit)[0])
    return "SET", {"weekends": "XXXX-WXX-WE", "weekdays": "XXXX-WXX-WD", "weeknights": "XXXX-WXX-WDTNI"}.get(p["word"]) or FREQUENCIES[p["word"]]


def _reference(e: Expression, c: Context) -> Value:
    return "DATE", next(v for k, v in VAGUE_REFERENCES.items() if k in e.parts)


# ------------------------------------------------------------------------------------------------------- clock times
def clock_value(p: Mapping[str, str]) -> str | None:
    """"20:40" from the parts of a clock time, None if there are none."""
    if noon := p.get("noon"):
        return "12:00" if noon == "noon" else "24:00"
    if "hour24" in p:
        return f"{int(p['hour24']):02}:{p['minute24']}"
    if "hour" not in p:
        return None
    hour = int(p["hour"]) if p["hour"].isdigit() else cardinal(p["hour"]) or 0
    half = p.get("half_day", "")
    if p.get("part") in ("afternoon", "evening") or p.get("part2") or half.startswith("p"):
        hour = hour % 12 + 12
    elif half.startswith("a"):
        hour %= 12
    return f"{hour:02}:{p.get('minute', '00')}"


def _clock(e: Expression, c: Context) -> Value:
    clock = clock_value(e.parts)
    # A time of day belongs to the day named last in the same sentence, else to the day of publication.
    base = c.anchor if c.anchor_sentence == c.sentences.number(e.start) and c.anchor else c.published
    return "TIME", f"{base or 'XXXX-XX-XX'}T{clock}"


VALUES: Mapping[str, Callable[[Expression, Context], Value]] = {
    "iso": _iso, "slashed": _slashed, "date": _date, "nth": _nth, "month": _month, "year": _year, "decade": _decade, "century_no": _century,
    "quarter": _quarter, "weekday": _weekday, "weekdays": _weekdays, "deictic": _deictic, "part": _part, "season": _season, "unit": _unit_ref,
    "edge": _edge, "ago": _ago, "hence": _hence, "apart": _apart, "same": _same, "eve": _eve, "holiday": _holiday, "clock": _clock,
    "military": _clock, "duration": _duration, "bare": _bare, "recent": _recent, "whole": _whole, "every": _every, "rate": _rate,
    "frequency": _frequency, "reference": _reference,
}  # fmt: skip
