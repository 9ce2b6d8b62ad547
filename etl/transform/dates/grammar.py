"""Where time expressions stand in a text, and of what kind each is; their values are found in `resolution`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from etl.transform.dates.anchors import lines
from etl.transform.dates.patterns import PATTERNS
from etl.transform.dates.words import DOUBTFUL_MONTHS
from etl.transform.word_starts import word_starts


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at `start:end`; `kind` names its form, `parts` its words by role (lower case)."""

    start: int
    end: int
    kind: str
    parts: Mapping[str, str]


_CAPITAL = re.compile(r" [A-Z]")
# After a weekday these words make a title: "Saturday Night Live", "the Sunday Times".
_TITLE_AFTER = re.compile(
    r" (?:Night|Live|Times|Show|Football|Mail|Mirror|Telegraph|Express|Post|Herald|Morning|Politics|Review|Brunch|Briefing|Edition|"
    r"Magazine|Service|"
    r"School|Group|World|Book|Club|Special|Sport|Tribune|Star|Paper|Project|Kitchen|Nights|Lights|Papers|Agenda|Session|Sessions|"
    r"Addams|Mornings|"
    r"Drive|Breakfast|Supplement|Business|Independent|Island|Feature|Game|Economist)\b"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Fox News|CBS News|CBS|NBC News|Black|Bloody|Super|Ruby|Manic|Cyber|Giving|Shrove|Maundy|Whit|Freaky|Casual|Man|Girl|Joe|"
    r"Thank God It['’]s) $"
)
_NAME_MONTH_CUE = re.compile(
    r"(?i)\b(?:in|since|last|next|this|by|until|till|during|early|late|mid|of|from|before|after|for|through|throughout|to|between|and|"
    r"every|each|past|coming|starting|beginning|begins)[ -]+$"
)
_STRICT_MONTH_CUE = re.compile(r"(?i)\b(?:in|since|last|next|this|by|until|till|during|early|late|mid|of|every|throughout)[ -]+$")
# "A May interview", "his March speech": a month before the noun of what happens.
_ATTRIBUTIVE = re.compile(
    r" (?:interview|sit-down|appearance|visit|speech|debate|episode|conversation|rally|event|show|issue|election|vote|referendum|poll|"
    r"survey|launch|meeting|hearing|ruling|summit|festival|concert|match|game|final|tour|trip|premiere|release|attack|storm|"
    r"deadline|budget|report|edition|primary)s?\b"
)
_DETERMINED = re.compile(r"(?:\b(?:[Aa]|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts|[Oo]ur|[Mm]y|[Tt]hat)|['’]s?) $")
_CLOCK_CUE = re.compile(
    r"(?i)(?:\b(?:at|from|by|until|till|around|about|before|after|to|past|and|since|between|near|nearly|almost|than|day|am|pm|night|"
    r"morning|evening|today|tonight|tomorrow)|[-–—(,/|]|^|\n|\*)\s*\**$"
)
_YEAR_NO = re.compile(
    r"(?:\b(?:Project|Agenda|Vision|Episode|Episodes|No\.?|Number|Flight|Route|Room|Windows|Runner|Channel|Chapter|Page|page|episode|"
    r"Section|Article|about|some|nearly|over|than|to|another|of|for) |[$£€#])$"
)
_YEAR_UNIT = re.compile(
    r"[ -](?:people|viewers|listeners|followers|subscribers|users|views|downloads|attendees|fans|words|miles|kilomet|metres|meters|"
    r"feet|pounds|dollars|euros|jobs|votes|seats|times|"
    r"guests|copies|tickets|homes|men|women|members|staff|million|billion|percent|per cent|points|readers|spectators|of (?:them|these|"
    r"those|us)\b|square|employees|students|workers)"
)
_QUOTED = re.compile(
    r"“[^”“\n]{1,60}”|\"[^\"\n]{1,60}\"|(?<!\w)‘[^’\n]{1,60}’(?!\w)|(?<![*\w])\*[^*\n]{1,60}\*(?![*\w])|"
    r"(?<!\w)_[^_\n]{1,60}_(?!\w)"
)
_LITTLE = frozenset("a an the of in on at to for and or with de la from by as is".split())


def _titles(text: str) -> list[tuple[int, int]]:
    """Short quoted or italic stretches in title case: names of works, not dates."""
    out = []
    for m in _QUOTED.finditer(text):
        words = re.findall(r"[^\W\d_][\w’']*", m[0])
        big = [w for w in words if w.casefold() not in _LITTLE]
        if len(words) > 1 and big and all(w[0].isupper() for w in big):
            out.append((m.start(), m.end()))
    return out


def _fits_weekday(text: str, m: re.Match[str]) -> bool:
    return not (_TITLE_AFTER.match(text, m.end()) or _TITLE_BEFORE.search(text, max(0, m.start("weekday") - 20), m.start("weekday")))


def _fits_month(text: str, m: re.Match[str]) -> bool:
    if m.group(0).strip() != m.group("month"):
        return True
    word = m.group("month").rstrip(".").casefold()
    start = m.start("month")
    before = max(0, start - 12)
    if word not in DOUBTFUL_MONTHS:
        return True
    if _ATTRIBUTIVE.match(text, m.end()) and _DETERMINED.search(text, before, start):
        return True
    if _CAPITAL.match(text, m.end()):
        return bool(_STRICT_MONTH_CUE.search(text, before, start))
    return bool(_NAME_MONTH_CUE.search(text, before, start))


def _fits_clock(text: str, m: re.Match[str]) -> bool:
    parts = m.groupdict()
    if parts.get("hour24"):
        return bool(_CLOCK_CUE.search(text, max(0, m.start() - 14), m.start())) or m.end() - m.end("minute24") > 1
    return int(parts["hour"]) <= 24 if (parts.get("hour") or "").isdigit() else True


def _fits_year(text: str, m: re.Match[str]) -> bool:
    at = m.start("year")
    cue = (m.groupdict().get("cue") or "").casefold()
    if _YEAR_UNIT.match(text, m.end("year")) or text[m.end("year") : m.end("year") + 1] in "%°":
        return False
    if not cue or cue in ("to", "of", "for", "about", "and", "than"):
        if not cue:
            return not _YEAR_NO.search(text, max(0, at - 10), at)
        return 1850 < int(m["year"]) < 2060
    return True


def _fits_day(text: str, m: re.Match[str]) -> bool:
    return not m["day"].isdigit() or 1 <= int(m["day"]) <= 31


def _fits_count(text: str, m: re.Match[str]) -> bool:
    """Not "a second", "a day" or "a minute" alone (see "whole"), nor a name such as "60 Minutes" (its unit has a capital)."""
    count = m.groupdict().get("count") or ""
    extra = any(v and k.startswith(("half", "pre_half", "count2", "tail")) for k, v in m.groupdict().items())
    if count.casefold() in ("a", "an", "half a", "half an"):
        return extra or count.casefold().startswith("half")
    # "the second day", "one day he will", "a few good years": the first is an ordinal, the second no span of time.
    single = count.casefold() == "one" and m["unit"] in ("day", "night", "second") and not extra
    return not single or bool(_ONE.search(text, max(0, m.start() - 10), m.start()))


def _fits_recent(text: str, m: re.Match[str]) -> bool:
    """ "The final two nights", "his final weeks", not "the final night"; one unit alone is of kind "unit"."""
    return bool(m["count"]) or " " not in m["rel"] or m[0].endswith("s")


_BARE_CUE = re.compile(
    r"(?i)\b(?:for|in|over|after|within|took|taken|takes|take|taking|spent|spend|spends|spending|lasted|last|lasts|lasting|"
    r"of|into|by|than|past|these|those|through|through the) $"
)
_BARE_AFTER = re.compile(r" (?:before|after|from|of(?! (?:the|his|her|their|our|its)\b))\b")


def _fits_bare(text: str, m: re.Match[str]) -> bool:
    """ "For years", "hours before the vote": a plural without a number needs a word that makes it a length."""
    start = m.start()
    if m[0][0].islower() and _BARE_CUE.search(text, max(0, start - 12), start):
        return True
    return bool(_BARE_AFTER.match(text, m.end())) and (start == 0 or text[start - 1] in ' \n\t“"*(')


_IN = re.compile(r"(?i)\b(?:in|for|of|during|throughout|on) $")


def _fits_the_unit(text: str, m: re.Match[str]) -> bool:
    """ "For the year", "at year-end", not "the year that they met"."""
    return not m["which"] or bool(_IN.search(text, max(0, m.start() - 12), m.start()))


def _fits_deictic(text: str, m: re.Match[str]) -> bool:
    """Not the programme: "the Today programme", "*Today*"."""
    if m["word"] == "Today" and text[m.start() - 1 : m.start()] == text[m.end() : m.end() + 1] == "*":
        return False
    return not (m["word"] in ("Today", "Tonight") and text.endswith("the ", 0, m.start()))


def _fits_hour(text: str, m: re.Match[str]) -> bool:
    """ "At six in the morning", not "three in the morning and one in the afternoon"."""
    return bool(_CLOCK_CUE.search(text, max(0, m.start() - 14), m.start()))


_COUNTED = re.compile(
    r"(?:\d[\d,.]*|%|percent|per cent|cents?|million|billion|thousand|hundred|half|third|fifth|tenth|people|men|women|"
    r"children|once|twice|apiece|euros?|reais|yen|won|"
    r"(?!is |was |has |as |this |his |its |does |gives |gets |takes |lasts |makes |needs |wants |spends |offers |less |us |thus |means )"
    r"[a-z]+s) $"
)


def _fits_rate(text: str, m: re.Match[str]) -> bool:
    """ "40,000 listeners a month", not "had offered an hour": what is counted stands before it."""
    return m["word"] not in ("a", "an") or bool(_COUNTED.search(text, max(0, m.start() - 24), m.start()))


_ONE = re.compile(r"\b(?:for|in|within|after|than|only|just|least|about) $")
_FITS: Mapping[str, Callable[[str, re.Match[str]], bool]] = {
    "weekday": _fits_weekday, "weekdays": _fits_weekday, "month": _fits_month, "clock": _fits_clock, "year": _fits_year, "date": _fits_day,
    "duration": _fits_count, "recent": _fits_recent, "bare": _fits_bare, "the_unit": _fits_the_unit,
    "hour": _fits_hour, "deictic": _fits_deictic, "rate": _fits_rate,
}  # fmt: skip


def _matches(text: str) -> Iterator[tuple[int, int, int, str, Mapping[str, str]]]:
    titles = _titles(text)
    starts = word_starts(text)
    for line_start, line_end, anchors in lines(text):
        for order, (kind, opening, needed) in enumerate(PATTERNS):
            if not needed <= anchors:
                continue
            fits = _FITS.get(kind)
            # Two characters further, so that "$" is the end of the whole text only; no form is so short as to begin there.
            for m in opening.finditer(starts, line_start, line_end + 2):
                if fits and not fits(text, m):
                    continue
                start, end = m.start(), m.end()
                parts = m.groupdict()
                # Where a preposition was needed to tell, an empty group "from" marks the beginning of the expression itself.
                if marks := [m.start(k) for k in ("from", "from__2") if parts.get(k) is not None]:
                    start = marks[0]
                while text[start].isspace():
                    start += 1
                while text[end - 1].isspace() or (text[end - 1] == "," and kind == "date"):
                    end -= 1
                if any(a <= start < b for a, b in titles):
                    continue
                yield start, end, order, kind, {k.split("__")[0]: v.casefold().strip() for k, v in parts.items() if v}


def expressions(text: str) -> list[Expression]:
    """The time expressions of `text` in order, none overlapping: the longest of those that begin first."""
    out: list[Expression] = []
    reached = 0
    for start, end, _, kind, parts in sorted(_matches(text), key=lambda x: (x[0], -x[1], x[2])):
        if start >= reached:
            out.append(Expression(start, end, kind, parts))
            reached = end
    return out
