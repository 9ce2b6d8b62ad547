"""Where time expressions stand in a text, and of what kind each is; their values are found in `resolution`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from etl.transform.cardinals import ORDINALS, WORDS
from etl.transform.dates.words import DECADES, DOUBTFUL_MONTHS, FREQUENCIES, HOLIDAYS


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression at `start:end`; `kind` names its form, `parts` its words by role (lower case)."""

    start: int
    end: int
    kind: str
    parts: Mapping[str, str]


def _either(words: object) -> str:
    return "(?:" + "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True)) + ")"  # type: ignore[attr-defined]


# Names of months and weekdays are written with a capital: that keeps out "may" and "sun".
MONTH = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
WEEKDAY = (
    r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
)
SHORT_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|nesday|rsday|urday|sday)?\b\.?,?"
SEASON = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
UNIT = r"(?P<unit>second|sec|minute|min|hour|hr|day|night|week|fortnight|weekend|month|quarter|year|yr|decade|century|centurie)"
CALENDAR = r"(?P<unit>day|week|fortnight|weekend|month|quarter|year|decade|century)"
PART = r"(?P<part>(?i:morning|afternoon|evening|night|lunchtime))"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d,.]?\d)"
VAGUE = r"(?:a few|several|many|some|a couple of|couple of|dozens of|scores of|hundreds of|a number of|countless|multiple|few|couple)"
COUNT = rf"(?P<count>(?i:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{VAGUE}|{WORDS}|half an?|an?))"
HALF = r"(?P<half>(?:[- ]and[- ]a[- ](?:half|quarter)|½| 1/2))"
EDGE = r"(?P<edge>(?i:early|late|mid|later|earlier)\b(?: in| on|-)? ?(?:the )?)"
ZONE = r"(?: ?\(?(?:[A-Z]{1,2}[SD]?T|GMT|UTC|CES?T|BST|IST)\b(?:/[A-Z]{2,3})?\)?| (?:Eastern|Pacific|Central|Mountain|local)(?: [Tt]ime)?\b)?"
CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half_day>[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)"
    r"|(?P<hour24>[01]?\d|2[0-3])(?::(?P<minute24>[0-5]\d))(?![:\d])"
    r"|(?P<noon>(?i:noon|midnight))\b)"
)
OCLOCK = r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o['’]clock(?: in the (?P<part>morning|afternoon|evening)| at (?P<part2>night))?"
ORDINAL = _either(ORDINALS)
HOLIDAY = (
    _either({h for h in HOLIDAYS} | {h.replace("presidents'", "president's").replace("fools'", "fool's") for h in HOLIDAYS})
    .replace(r"st\ patrick", r"st\.?\ patrick")
    .replace("'", "['’]")
    .replace("martin\\ luther\\ king\\ day", "martin\\ luther\\ king(?:\\ jr\\.?)?\\ day")
)

# Kind and pattern; the longest match at a place wins, the earlier kind among equals. All patterns are linear: bounded repeats only.
_PATTERNS: tuple[tuple[str, str], ...] = (
    ("iso", r"(?<![\d-])(?P<year>\d{4})-(?P<mon>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?Z?)?(?![\d-])"),
    ("slashed", r"(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d(?<=/\d\d))(?![\d/])"),
    ("date", rf"(?:{SHORT_WEEKDAY} )?{MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| and | to )[0-3]?\d(?:st|nd|rd|th)?)?(?![\d:%/]|[.,]\d)(?:,? (?:in )?{YEAR})?"),
    ("date", rf"(?:{SHORT_WEEKDAY} )?(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: ?[-–—] ?[0-3]?\d(?:st|nd|rd|th)?)?(?: of)? {MONTH}(?:,? {YEAR})?(?! [0-3]?\d\b[^,])"),
    ("date", rf"(?:{SHORT_WEEKDAY} )?{MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?,? (?:of )?(?P<which>last|this|next) year\b"),
    ("date", rf"(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {MONTH},? (?:of )?(?P<which>last|this|next) year\b"),
    ("nth", r"\b[Tt]he (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?=[,.;:)]|$| (?:at|when|with|to|and)\b)"),
    ("month", rf"\b{EDGE}?{MONTH}(?: of|,)? {YEAR}"),
    ("month", rf"\b{EDGE}?{MONTH}(?: of)? (?P<which>last|this|next) year\b"),
    ("month", rf"\b{EDGE}?(?P<which>(?i:last|this past|this|next|this coming|coming|past))? ?{MONTH}"),
    ("month", rf"\b(?:the )?(?P<edge>beginning|start|end|middle|first half|second half|course|rest|opening days|last days) of (?P<which>last |this |next )?{MONTH}(?: {YEAR})?"),
    ("year", rf"\b(?P<cue>(?i:in|since|by|until|till|from|of|before|after|during|for|to|through|between|and|early|late|mid|end of|beginning of|start of|back in|as of|year|circa|about))[ -](?P<from>)(?:late |early |mid-?|fiscal )?{YEAR}(?!-)"),
    ("year", rf"(?<![\w$£€#.,/'’-]){YEAR}(?=[ )–-])(?!-\d\d-)"),
    ("year", r"(?<=(?:[12]\d{3})[-–])(?P<year>(?:19|20)\d\d)\b"),
    ("year", r"(?<=[(,] )(?P<year>(?:19|20)\d\d)(?=[,.);])"),
    ("decade", r"\b(?:the )?(?:early |late |mid-?)?(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b"),
    ("decade", r"(?:the )(?:early |late |mid-?)?['’‘](?P<short>\d)0s\b"),
    ("decade", rf"\b[Tt]he (?:early |late |mid-?)?(?:nineteen-?)?(?P<word>{_either(DECADES)})\b"),
    ("century_no", rf"\b(?:the )?(?:early |late |mid-?)?(?P<n>(?:1[0-9]|2[0-2])(?:st|nd|rd|th)|{ORDINAL})[ -][Cc]entury\b"),
    ("quarter", rf"\b(?:the |its |their )?(?:fiscal )?(?P<n>first|second|third|fourth|final|1st|2nd|3rd|4th)(?:[ -]fiscal)?[ -](?P<span>quarter|half)(?: of)?(?: fiscal)?(?: {YEAR}| (?P<which>last|this|next|the) year\b)"),
    ("quarter", r"\b[Tt]he (?:fiscal )?(?P<n>first|second|third|fourth) (?:fiscal )?(?P<span>quarter)\b"),
    ("quarter", rf"\b(?:Q(?P<n>[1-4])(?: (?:of )?{YEAR})?|(?P<n2>[1-4])Q(?: {YEAR})?)\b"),
    ("weekday", rf"\b(?P<edge>(?i:early|late|mid)(?: on)? )?(?P<which>(?i:last|this past|this coming|this|next|the following|the previous|the same|that|past|coming))? ?{WEEKDAY}\b(?: (?P<last>last|next)(?= week\b)| (?P<week>of (?:last|this|next) week))?(?: {PART}\b)?"),
    ("weekday", rf"\b(?:the )?{WEEKDAY} (?P<rel>before|after)\b"),
    ("weekdays", rf"\b{WEEKDAY}s\b(?:(?: at)? {CLOCK}{ZONE})?"),
    ("deictic", r"\b(?P<word>(?i:the day before yesterday|the day after tomorrow|yesterday|tomorrow|today|earlier today|later today|tonight|last night|overnight))\b(?!\.\w)"
                rf"(?:(?:['’]s)? {PART}\b)?"),
    ("part", rf"\b(?P<edge>(?i:early|late|later|earlier) )?(?P<which>(?i:this|that|the same|the following|the next|the previous)) {PART}\b"),
    ("part", rf"\b(?P<which>(?i:the)) {PART} (?P<rel>before|after)\b"),
    ("part", rf"\b[Ii]n (?P<from>)(?P<which>the) (?:early |late )?{PART}\b"),
    ("season", rf"\b{EDGE}?(?P<which>(?i:last|this past|this coming|this|next|the following|the previous|that|the))? ?{SEASON}(?: of|,)? {YEAR}"),
    ("season", rf"\b(?P<which>(?i:last|this past|this coming|this|next|the following|the previous|that)) {SEASON}\b"),
    ("season", r"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Oo]ver|[Ff]or|[Dd]uring|[Tt]his|[Ee]arly|[Ll]ate|[Tt]hroughout|[Ff]rom) (?P<from>)(?:the )?(?P<edge>early |late |mid-?)?(?P<season>spring|summer|autumn|winter|fall(?<=the fall))\b(?! (?:apart|short|into|in|to|for|from|behind|over|foul|of))"),
    ("unit", rf"\b{EDGE}?(?P<which>(?i:last|this past|this coming|this|next|the following|the previous|the prior|the past|the coming|the next|the last|previous|the current|the same|that|the present)) (?:fiscal |calendar |school )?{CALENDAR}\b(?![-’'])(?: (?P<weekday2>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)?"),
    ("unit", r"\b(?P<edge>(?i:earlier|later|late|early)) in the (?P<unit>day|week|month|year|decade|century)\b"),
    ("unit", r"\b(?P<which>the) (?P<unit>weekend)\b"),
    ("edge", r"\b(?:[Tt]he |[Aa]t the |[Bb]y the |[Bb]y |[Aa]t )?(?P<edge>end|beginning|start|middle|turn|close) of (?P<which>the|this|last|next) (?P<unit>week|month|quarter|year|decade|century)\b"),
    ("ago", rf"\b(?:(?:about|nearly|almost|over|around|some|roughly|more than|less than|just|only|at least) )?{COUNT}[ -]{UNIT}s?{HALF}? (?:ago|back(?= (?:when|that|and|in)\b|[,.]))"),
    ("ago", rf"\b(?P<count>half an?|many|{VAGUE}) (?P<unit>hour|dozen years|decade|century) ago"),
    ("ago", r"\b(?P<bare>[Ll]ong|[Mm]oments|[Mm]inutes|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades|[Cc]enturies|[Aa] (?:short |long )?while|[Ss]ome time) ago\b"),
    ("hence", rf"\b(?P<count>{WORDS}|\d+|an?) {UNIT}s? (?P<way>from (?:now|today|tomorrow)|hence)\b"),
    ("hence", rf"\b(?P<count>{WORDS}|\d+|an?) (?P<unit>day|week|month|year)s? from {WEEKDAY}\b"),
    ("apart", rf"\b(?:(?:about|nearly|almost|just|only|some|more than|over|less than) )?{COUNT} {UNIT}s?{HALF}? (?P<way>later|earlier|before(?=[,.;]|$)|after(?=[,.;]|$)|previously|on(?=,)|prior)(?! to\b)(?!\w)"),
    ("apart", r"\b[Tt]he (?P<unit>day|week|month|year|night) (?P<way>before|after|earlier|later)\b(?! (?:yesterday|tomorrow|that (?:he|she|it|they))\b)"),
    ("apart", r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?P<way>next|following|previous|preceding|prior) (?P<unit>day)\b"),
    ("same", r"\b(?P<which>(?i:the same|that|that same|that very)) (?P<unit>day|week|weekend|month|year)\b(?! (?:that|of|when|after|before)\b)"),
    ("eve", r"\b[Tt]he eve of(?= )"),
    ("holiday", rf"(?<!\w)(?P<which>(?i:last|this|next) )?(?P<name>(?i:the )?(?:{HOLIDAY}))\b(?:,? {YEAR})?(?: (?P<rel>last|this|next) year\b)?"),
    ("clock", rf"(?<![\w.:$£€-]){CLOCK}{ZONE}(?: in the morning| in the afternoon| in the evening| at night)?"),
    ("clock", rf"\b{OCLOCK}{ZONE}"),
    ("military", r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?:GMT|UTC|ET|EST|EDT|PT|PST|PDT|CET|CEST|BST|IST|JST|hrs|hours|h)\b"),
    ("duration", rf"(?<![\w.$£€,])(?<!-and-a-){COUNT}(?P<pre_half>(?:[- ]and[- ]a[- ](?:half|quarter)|½| 1/2))?[ -](?:or so |more |full |straight |consecutive |long |whole |solid |short |further |additional |extra |good |calendar |working |business )?{UNIT}s?\b(?:{HALF})?"
                 r"(?:(?:,? and |,? )(?P<count2>\d+|(?:twenty|thirty|forty|fifty)?-?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty))[ -](?P<unit2>second|minute|min|hour|day|week|month)s?\b)?(?P<tail>[ -]old\b|s?[ -]olds?\b|-long\b)?"),
    ("duration", r"(?<![\w.])(?P<count>\d{1,2})(?P<unit>h)(?:r|rs)? ?(?:(?P<count2>\d{1,2}) ?(?P<unit2>min|m)(?:in|ins|s)?)?\b"),
    ("duration", r"(?<![\w.$£€])(?P<count>\d{1,3})[- ]?(?P<unit>min|hr|sec)s?\b"),
    ("duration", rf"\b{COUNT} (?:and )?(?:one[- ])?(?P<pre_half>half) {UNIT}s?\b"),
    ("duration", r"\b(?P<count>half)[ -]?(?:(?:an?|the) )?(?P<unit>hour|day|year|decade|century|minute|month)\b(?!-)"),
    ("duration", r"\b(?P<count>quarter)s? of an? (?P<unit>hour|century)\b"),
    ("duration", r"\b(?P<count>three[- ]quarters) of an (?P<unit>hour)\b"),
    ("duration", r"\b(?P<unit>minute|hour|day|week|month|year|decade|centurie|century)s?-?(?:long)\b"),
    ("bare", r"\b(?i:for|in|over|after|within|took|taken|takes|take|taking|spent|spend|spends|spending|lasted|last|lasts|lasting|of|into|by|than|past|these|those|through|through the) (?P<from>)(?P<unit>minute|hour|day|week|month|year|decade|centurie)s\b(?! ago\b| later\b| of \w+ing\b)"),
    ("recent", r"\b(?P<rel>the (?:past|last|previous|preceding|coming|next|following|first|final|opening)|recent|coming|past|upcoming|ensuing|the ensuing) "
               rf"(?:(?P<count>\d[\d,]*(?:\.\d+)?|{WORDS}|{VAGUE}|dozen|couple of|half) ?-?(?P<half>and[- ]a[- ]half )?)?{UNIT}s?\b(?![-’'])"),
    ("whole", r"\b(?:(?P<from>)(?P<word>all|the whole|the entire|the full|a whole|an entire|a full|another|a single|each passing|per)|(?:nearly|almost|about|around|over|under|than|for|within|in|after|lasting|lasts?|lasted|spent|spend|took|takes?|of|to|by|once|was|is|only|just|roughly|up to|barely|wait|waited) (?P<from>)an?) (?:full |whole |entire |long |good )?(?P<unit>second|minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|century)\b(?!-)"),
    ("every", rf"\b(?P<word>(?i:every|each)) (?:single )?(?:(?P<n>other|second|third|fourth|few|{WORDS}|\d+) )?(?:(?P<unit>second|minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|weekday)s?\b|{WEEKDAY}\b(?: {PART}\b)?|{PART}\b|{SEASON}\b|{MONTH})(?:,? (?:at )?{CLOCK}{ZONE})?"),
    ("rate", r"(?:(?<=[a-z] )|(?<=[km] )|(?<=\d ))(?<!for )(?<!in )(?<!of )(?<!than )(?<!over )(?<!after )(?<!ithin )(?<!as )(?<!be )(?<!to )(?<!about )(?P<word>an?|per|each|every) (?P<unit>second|minute|hour|day|night|week|month|quarter|year)\b(?! (?:ago|later|earlier|before|after|old|or|of|in|from|that|since|long)\b|-)"),
    ("frequency", rf"(?<![\w-])(?:(?:once|twice|thrice|three times|four times) )?(?P<word>{_either(FREQUENCIES)}|once an? (?P<u1>day|week|month|year)|twice an? (?P<u2>day|week|month|year)|weeknights|weekends|weekdays)\b(?!-)"),
    ("reference", r"\b(?P<present>(?i:now(?! (?:that|and then)\b)|currently|nowadays|these days|right now|just now|at present|at the moment|at this time|the present(?= day|[,.;])|present-day|today['’]s(?= (?:world|media|market))))(?![\w-])"),
    ("reference", r"\b(?P<past>(?i:recently|lately|the past(?= [^\w]|[,.;)]|$)|in the past|the recent past|not long ago|previously|in recent times))(?![\w-])"),
    ("reference", r"\b(?P<future>(?i:(?:the )?(?:near |not[- ]too[- ]distant |foreseeable )?future(?<=the future|ear future|ant future|ble future)|soon(?! after\b| as\b)|sooner or later|shortly(?! (?:after|before|afterwards?)\b)))(?![\w-])"),
)  # fmt: skip


def _compiled(pattern: str) -> re.Pattern[str]:
    """A role may stand at several places of a pattern; from the second on its group is called role__2, role__3, …"""
    seen: dict[str, int] = {}

    def numbered(m: re.Match[str]) -> str:
        seen[m[1]] = n = seen.get(m[1], 0) + 1
        return m[0] if n == 1 else f"(?P<{m[1]}__{n}>"

    return re.compile(re.sub(r"\(\?P<(\w+)>", numbered, pattern))


_COMPILED = tuple((kind, _compiled(pattern)) for kind, pattern in _PATTERNS)

_CAPITAL = re.compile(r" [A-Z]")
# After a weekday these words make a title: "Saturday Night Live", "the Sunday Times".
_TITLE_AFTER = re.compile(
    r" (?:Night|Live|Times|Show|Football|Mail|Mirror|Telegraph|Express|Post|Herald|Morning|Politics|Review|Brunch|Briefing|Edition|Magazine|Service|"
    r"School|Group|World|Book|Club|Special|Sport|Tribune|Star|Paper|Project|Kitchen|Nights|Lights|Papers|Agenda|Session|Sessions|Addams|Mornings|"
    r"Drive|Breakfast|Supplement|Business|Independent|Island|Feature|Game|Economist)\b"
)
_TITLE_BEFORE = re.compile(
    r"\b(?:Fox News|CBS News|CBS|NBC News|Black|Bloody|Super|Ruby|Manic|Cyber|Giving|Shrove|Maundy|Whit|Freaky|Casual|Man|Girl|Joe|Thank God It['’]s) $"
)
_NAME_MONTH_CUE = re.compile(
    r"(?i)\b(?:in|since|last|next|this|by|until|till|during|early|late|mid|of|from|before|after|for|through|throughout|to|between|and|every|each|past|coming|starting|beginning|begins)[ -]+$"
)
_STRICT_MONTH_CUE = re.compile(r"(?i)\b(?:in|since|last|next|this|by|until|till|during|early|late|mid|of|every|throughout)[ -]+$")
_CLOCK_CUE = re.compile(
    r"(?i)(?:\b(?:at|from|by|until|till|around|about|before|after|to|past|and|since|between|near|nearly|almost|than|day|am|pm|night|morning|evening|today|tonight|tomorrow)|[-–—(,/|]|^|\n|\*)\s*\**$"
)
_YEAR_NO = re.compile(
    r"(?:\b(?:Project|Agenda|Vision|Episode|Episodes|No\.?|Number|Flight|Route|Room|Windows|Runner|Channel|Chapter|Page|page|episode|Section|Article|about|some|nearly|over|than|to|another|of|for) |[$£€#])$"
)
_YEAR_UNIT = re.compile(
    r"[ -](?:people|viewers|listeners|followers|subscribers|users|views|downloads|attendees|fans|words|miles|kilomet|metres|meters|feet|pounds|dollars|euros|jobs|votes|seats|times|"
    r"guests|copies|tickets|homes|men|women|members|staff|million|billion|percent|per cent|points|readers|spectators|of (?:them|these|those|us)\b|square|employees|students|workers)"
)
_QUOTED = re.compile(r"“[^”“\n]{1,60}”|\"[^\"\n]{1,60}\"|(?<!\w)‘[^’\n]{1,60}’(?!\w)|(?<![*\w])\*[^*\n]{1,60}\*(?![*\w])|(?<!\w)_[^_\n]{1,60}_(?!\w)")
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
    return 1 <= int(m["day"]) <= 31


def _fits_count(text: str, m: re.Match[str]) -> bool:
    """Not "a second", "a day" or "a minute" alone (see "whole"), nor a name such as "60 Minutes" (its unit has a capital)."""
    count = m.groupdict().get("count") or ""
    extra = any(m.groupdict().get(k) for k in ("half", "pre_half", "count2", "tail"))
    if count.casefold() in ("a", "an", "half a", "half an"):
        return extra or count.casefold().startswith("half")
    # "the second day", "one day he will", "a few good years": the first is an ordinal, the second no span of time.
    return not (count.casefold() == "one" and m["unit"] in ("day", "night", "second") and not extra and not _ONE.search(text, max(0, m.start() - 10), m.start()))


def _fits_recent(text: str, m: re.Match[str]) -> bool:
    """"The final two nights", not "the final night"; one unit alone is of kind "unit"."""
    return bool(m["count"]) or not m["rel"].startswith("the ")


_ONE = re.compile(r"\b(?:for|in|within|after|than|only|just|least|about) $")
_FITS: Mapping[str, Callable[[str, re.Match[str]], bool]] = {
    "weekday": _fits_weekday, "weekdays": _fits_weekday, "month": _fits_month, "clock": _fits_clock, "year": _fits_year, "date": _fits_day,
    "duration": _fits_count, "recent": _fits_recent,
}  # fmt: skip


def _matches(text: str) -> Iterator[tuple[int, int, int, str, Mapping[str, str]]]:
    titles = _titles(text)
    for order, (kind, pattern) in enumerate(_COMPILED):
        fits = _FITS.get(kind)
        for m in pattern.finditer(text):
            if fits and not fits(text, m):
                continue
            start, end = m.start(), m.end()
            parts = m.groupdict()
            # Where a preposition was needed to tell, an empty group "from" marks the beginning of the expression itself.
            if (marks := [m.start(k) for k in ("from", "from__2") if parts.get(k) is not None]):
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
