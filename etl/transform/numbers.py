"""Counts in a text: figures and number words with their exact spans, plain values and qualifiers.

Not counts, and left out: years, days of the month, clock times, money, shares, scores, ages, distances, lengths of time, ordinals,
versions, telephone numbers and the numbers of episodes, rooms and flights.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.transform.cardinals import WORDS, cardinal

# Words around a number that say how exact it is; the longest phrase that ends right before the number counts.
AT_LEAST = (
    "over|more than|at least|upwards? of|north of|in excess of|past|topped|topping|tops|surpassed|surpassing|surpasses|exceeded|"
    "exceeding|exceeds|passed|passing|"
    "crossed|crossing|no fewer than|no less than|not less than|a minimum of|minimum of|above|better than|beyond|greater than|bigger "
    "than|broke|broken|eclipsed|cleared|upward of"
)
AT_MOST = (
    "nearly|almost|up to|as many as|as much as|under|fewer than|less than|no more than|not more than|at most|shy of|short of|close to|"
    "close on|approaching|approached|approaches|"
    "nearing|neared|nears|not quite|a maximum of|maximum of|below|nigh on|practically|virtually|touching"
)
ABOUT = (
    "about|around|some|roughly|approximately|approx\\.?|circa|an estimated|estimated|estimates of|in the region of|in the order of|on "
    "the order of|in the neighbou?rhood of|"
    "something like|somewhere around|perhaps|maybe|or so|more or less|give or take|an average of about|probably|~|≈|c\\."
)
_BETWEEN = r"(?: the| a| an| its| their| his| her| another| just| as many as)?"
_BEFORE = tuple(
    (q, re.compile(rf"(?i)(?:(?<![\w])(?:{words})){_BETWEEN}[ \u00a0]?$"))
    for q, words in (("at_least", AT_LEAST), ("at_most", AT_MOST), ("about", ABOUT))
)
_AFTER = (
    ("at_least", re.compile(r"(?i)\+|[ -]?plus\b| or more\b| and counting\b|,? at least\b|-strong-plus")),
    ("about", re.compile(r"(?i)[ -]odd\b| or so\b| or thereabouts\b|,? give or take\b|-ish\b|ish\b")),
    ("at_most", re.compile(r"(?i) or (?:fewer|less)\b|,? at (?:most|best)\b")),
)

MULTIPLES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mln": 1e6, "mn": 1e6, "mil": 1e6, "m": 1e6,
    "billion": 1e9, "bln": 1e9, "bn": 1e9,
    "b": 1e9, "trillion": 1e12, "tn": 1e12, "lakh": 1e5, "lac": 1e5, "crore": 1e7, "cr": 1e7, "dozen": 12.0, "score": 20.0,
}  # fmt: skip
_LONG = r"(?:hundred|thousand|million|mln|mil|billion|bln|trillion|lakh|lac|crore|dozen)s?\b"
_SHORT = r"(?:mn|m|bn|b|tn|k|cr)\b"
_FIGURE = r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?: \d{3})+(?![\d,])|\d+(?:\.\d+)?"
_HALF = r"(?: and a half)"
_NUMBER = re.compile(
    rf"(?<![\w.,/:#$£€¥₹₩@%])(?:(?P<figure>{_FIGURE})(?:(?P<short>{_SHORT}|[KMB]\b)|(?P<half1>{_HALF})?[ \u00a0-]?(?P<long>{_LONG}|"
    rf"(?:mn|m|bn|k|cr)\b))?"
    rf"|(?P<fraction>half|a quarter of|(?:a )?quarter|three[- ]quarters of|a third of) (?:an? )(?P<of>hundred|thousand|million|"
    rf"billion|lakh|crore|dozen)\b"
    rf"|(?:(?P<words>{WORDS}|an?)(?P<half2>{_HALF})?[ -](?P<mult>(?:thousand|million|billion|trillion|lakh|crore|dozen|score of)s?)\b"
    rf"(?P<half3> and a half\b)?)"
    rf"|(?P<plain>{WORDS})"
    rf"|(?P<vague>(?:tens|dozens|scores|hundreds|thousands|millions|billions|lakhs|crores)(?: of (?:thousands|millions|billions|lakhs|"
    rf"crores))?"
    rf"|(?:several|a few|many|a couple of|few) (?:dozen|hundred|thousand|million|billion|lakh|crore)s?)\b)(?!\w)",
    re.IGNORECASE,
)
# The second number of a range: "5,000 to 6,000", "between 5 and 6 million", "5-6 million".
_RANGE = re.compile(r" ?(?:[-–—]|to|and|or) ?")
_MONEY_BEFORE = re.compile(r"(?:[$£€¥₹₩]|\b(?:US\$|A\$|C\$|Rs\.?|USD|EUR|GBP|INR|N|R|₦)) ?$")
_LABEL_BEFORE = re.compile(
    r"(?:\b(?:No|Nos|Vol|Ch|pp?|Fig)\.|#|\b(?:[Ee]pisode|[Ee]pisodes|[Ss]eason|[Cc]hannel|[Cc]hapter|[Rr]oom|[Ff]light|[Rr]oute|"
    r"[Pp]age|[Pp]art|[Vv]ersion|[Ll]evel|[Gg]ame|[Ww]eek|[Dd]ay|"
    r"[Rr]ound|[Tt]itle|Area|Formula|Article|Section|Phase|Act|Boeing|Airbus|BBC Radio|Radio|Number|[Aa]ged?|[Vv]|iPhone|Windows|"
    r"Highway|Interstate|Studio|NFL|FIFA|GTA|TV)) $"
)
_MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.? $")
_NOT_AFTER = re.compile(
    r"(?:\.\d|:\d|/\d|,\d|st\b|nd\b|rd\b|th\b|%|°|['’]s\b|[ -]?(?:per ?cent|percent|pct|percentage|points?\b|pc\b)|[ -](?:years?|"
    r"months?|weeks?|days?|hours?|minutes?|mins?|seconds?|decades?|centur\w+|"
    r"nights?|fortnights?)\b|[ -](?:dollars?|pounds?|euros?|rupees?|naira|yuan|yen|pesos?|reais|rand|francs?|cents?|pence|quid|bucks?|"
    r"USD|EUR|GBP)\b|[ -]?(?:am|pm|a\.m\.|p\.m\.|o['’]clock|GMT|"
    r"km|kg|kms|cm|mm|mph|kph|GB|MB|TB|MW|GW|kWh)\b|[ -](?:miles?|kilomet\w+|met(?:re|er)s?|feet|foot|inch\w*|yards?|tonnes?|tons?|"
    r"litres?|gallons?|acres?|hectares?|degrees?|stone)\b|"
    r" ?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|"
    r"Oct|Nov|Dec)\b)"
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SCORE = re.compile(r"\d{1,2}[-–—]\d{1,2}(?!\d|,\d|[ -]?(?:million|m\b|billion|bn|thousand|k\b|lakh|crore))")


@dataclass(frozen=True, slots=True)
class Number:
    """A count at `start:end` (half-open code points).

    `value` is None for a vague one ("tens of thousands"); in a range it is the lower end and `upper` the higher. `qualifier` is
    exact, about, at_least or at_most.
    """

    start: int
    end: int
    text: str
    value: float | None
    qualifier: str = "exact"
    upper: float | None = None


def _plain(figure: str) -> float:
    return float(re.sub(r"[,\s]", "", figure))


def _value(m: re.Match[str]) -> float | None:
    if m["vague"]:
        return None
    if m["fraction"]:
        share = {"half": 0.5, "a third of": 1 / 3}.get(
            m["fraction"].casefold(), 0.75 if m["fraction"].casefold().startswith("three") else 0.25
        )
        return share * MULTIPLES[m["of"].casefold()]
    if m["figure"]:
        times = (m["short"] or m["long"] or "").casefold()
        times = times if times in MULTIPLES else times.removesuffix("s")
        return round((_plain(m["figure"]) + (0.5 if m["half1"] else 0)) * MULTIPLES.get(times, 1.0), 6)
    if m["plain"]:
        n = cardinal(m["plain"])
        return None if n is None else float(n)
    words = m["words"].casefold()
    base = 1 if words in ("a", "an") else cardinal(words)
    if base is None:
        return None
    return (base + (0.5 if m["half2"] or m["half3"] else 0)) * MULTIPLES[m["mult"].casefold().removesuffix(" of").removesuffix("s")]


def _counts(text: str, m: re.Match[str]) -> bool:
    start, end = m.span()
    before = text[max(0, start - 14) : start]
    if _MONEY_BEFORE.search(before) or _NOT_AFTER.match(text, end):
        return False
    if m["figure"]:
        if _LABEL_BEFORE.search(before) or (m["figure"] == m[0] and len(m[0]) <= 2 and _MONTH_BEFORE.search(before)):
            return False
        if m["figure"] == m[0] and (_SCORE.match(text, start) or re.search(r"\d[-–—]$", before)):
            return False
        # A bare 2024 is a year, unless the thing counted follows.
        if _YEAR.fullmatch(m[0]) and not re.match(r" [a-z]+(?:ers|ors|ees|ople|ews|oads|ans)\b", text[end : end + 24]):
            return False
        if re.match(r"-(?:year|month|week|day|hour|minute|second|page|part|man|seat|storey|point|mile|metre|member|person)\b", text[end:]):
            return False
    return True


def qualifier(text: str, start: int, end: int) -> str:
    """How exact the words around the number `start:end` say it is."""
    before = text[max(0, start - 40) : start]
    if found := [(len(m[0]), name) for name, pattern in _BEFORE if (m := pattern.search(before))]:
        return max(found)[1]
    return next((name for name, pattern in _AFTER if pattern.match(text, end)), "exact")


def numbers(text: str) -> tuple[Number, ...]:
    """The counts in `text`, in order, none overlapping; linear in its length."""
    out: list[Number] = []
    found = [(m, _counts(text, m)) for m in _NUMBER.finditer(text)]
    skip = False
    for i, (m, good) in enumerate(found):
        if skip or not good:
            skip = False
            continue
        start, end, value, upper = m.start(), m.end(), _value(m), None
        after, good_after = found[i + 1] if i + 1 < len(found) else (None, False)
        if after is not None and good_after and value is not None and (gap := _RANGE.fullmatch(text, end, after.start())):
            high = _value(after)
            between = re.search(r"(?i)\bbetween $", text[max(0, start - 9) : start])
            rising = re.search(r"(?i)\bfrom $", text[max(0, start - 5) : start])
            if (
                high is not None
                and not rising
                and (gap[0].strip() in ("-", "–", "—", "to") or between or (gap[0].strip() == "or" and value < high))
            ):
                # "5 to 6 million": the first figure shares the second's multiple.
                if value < 1000 <= high and not (m["short"] or m["long"] or m["figure"] is None):
                    value *= high / _plain(after["figure"]) if after["figure"] else 1
                upper, end, skip = high, after.end(), True
        out.append(Number(start, end, text[start:end], value, "at_least" if upper is not None else qualifier(text, start, end), upper))
    return tuple(out)
