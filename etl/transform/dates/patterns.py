"""The forms of time expressions in news English, one regular expression for each, whose named groups are roles."""

from __future__ import annotations

import re

from etl.transform.cardinals import ORDINALS, WORDS
from etl.transform.dates.words import DECADES, FREQUENCIES, HOLIDAYS
from etl.transform.word_starts import Opening


def _either(words: object) -> str:
    return "(?:" + "|".join(sorted((re.escape(w) for w in words), key=len, reverse=True)) + ")"  # type: ignore[attr-defined]


# Names of months and weekdays are written with a capital: that keeps out "may" and "sun".
MONTH = (
    r"(?P<month>(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![^\W_])"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?|OCT|NOV|DEC)\b\.?)"
)
WEEKDAY = r"(?P<weekday>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)(?:day|nesday|rsday|urday|sday)?\b\.?,?"
SEASON = r"(?P<season>(?i:spring|summer|autumn|fall|winter))"
UNIT = r"(?P<unit>second|sec|minute|min|hour|hr|day|night|week|fortnight|weekend|month|quarter|year|yr|decade|century|centurie)"
CALENDAR = r"(?P<unit>day|week|fortnight|weekend|month|quarter|year|decade|century)"
PART = r"(?P<part>(?i:morning|afternoon|evening|night|lunchtime))"
YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?![\d,.]?\d)"
VAGUE = r"(?:a few|several|many|some|a couple of|couple of|dozens of|scores of|hundreds of|a number of|countless|multiple|few|couple)"
COUNT = rf"(?P<count>(?i:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{VAGUE}|{WORDS}|half an?|an?))"
HALF = r"(?P<half>(?:[- ]and[- ](?:a[- ](?:half|quarter)|three[- ]quarters)|½| 1/2))"
EDGE = r"(?P<edge>(?i:early|late|mid|later|earlier)\b(?: in| on|-)? ?(?:the )?)"
ZONE = (
    r"(?: ?\(?(?:[A-Z]{1,2}[SD]?T|GMT|UTC|CES?T|BST|IST)\b(?:/[A-Z]{2,3})?\)?| (?:Eastern|Pacific|Central|Mountain|local)(?: "
    r"[Tt]ime)?\b)?"
)
CLOCK = (
    r"(?:(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half_day>[ap]\.m\.|[ap]m\b|[AP]\.M\.|[AP]M\b)"
    r"|(?P<hour24>[01]?\d|2[0-3])(?::(?P<minute24>[0-5]\d))(?![:\d])"
    r"|(?P<noon>(?i:noon|midnight))\b)"
)
HOUR = r"(?P<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
OF_DAY = r"(?: in the (?P<part>morning|afternoon|evening)| at (?P<part2>night))"
OCLOCK = rf"{HOUR} o['’]clock{OF_DAY}?"
PAST_HOUR = rf"{HOUR}\b(?: o['’]clock)?{OF_DAY}?"
ORDINAL = _either(ORDINALS)
DAY_OR_MONTH = (
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September|October|"
    "November|December|[A-Z][a-z]{2,3}\\.) ?"
)
HOLIDAY = (
    _either(set(HOLIDAYS) | {h.replace("presidents'", "president's").replace("fools'", "fool's") for h in HOLIDAYS})
    .replace(r"st\ patrick", r"st\.?\ patrick")
    .replace("'", "['’]")
    .replace("martin\\ luther\\ king\\ day", "martin\\ luther\\ king(?:\\ jr\\.?)?\\ day")
)

_NEXT = (
    r"(?:,? and |,? )(?P<count2>\d+|(?:twenty|thirty|forty|fifty)?-?(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve|fifteen|twenty|thirty|forty))[ -]"
)
# What may go on after a unit is a smaller one: "two hours and ten minutes", not "48 years, 120 minutes".
SMALLER = "|".join(
    rf"(?:(?<={unit})|(?<={unit}s)){_NEXT}(?P<unit2>{smaller})s?\b"
    for unit, smaller in (("year", "month|week|day"), ("month", "week|day"), ("week", "day"), ("day", "hour|minute"),
                          ("hour", "minute|min|second"), ("minute", "second"))
)  # fmt: skip

# Kind, pattern and the anchors without all of which it cannot match; the longest match at a place wins, the earlier kind among equals.
# All patterns are linear: bounded repeats only.
_SOURCES: tuple[tuple[str, str, str], ...] = (
    ("iso", r"(?<![\d-])(?P<year>\d{4})-(?P<mon>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?:[T ](?P<clock>[0-2]\d:[0-5]\d)(?::\d\d)?Z?)?(?![\d-])",
     "figures"),
    ("slashed", r"(?<![\d/.])(?P<a>\d{1,2})(?P<mark>[/.])(?P<b>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d|\d\d(?<=/\d\d))(?![\d/])", "digit"),
    ("date", rf"(?:{SHORT_WEEKDAY} )?{MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:(?: ?[-–—] ?| and | to )[0-3]?\d(?:st|nd|rd|"
             rf"th)?)?(?![\d%]|[:/.,]\d)(?:,? (?:in )?{YEAR})?", "month digit"),
    ("date", rf"(?:{SHORT_WEEKDAY} )?(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: ?[-–—] ?[0-3]?\d(?:st|nd|rd|th)?)?(?: of)? "
             rf"{MONTH}(?:,? {YEAR})?(?! [0-3]?\d\b[^,])", "month digit"),
    ("date", rf"\b(?:[Tt]he )(?P<day>{ORDINAL}) (?:day )?of {MONTH}(?:,? {YEAR})?", "month"),
    ("date", rf"(?:{SHORT_WEEKDAY} )?{MONTH} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?,? (?:of )?(?P<which>last|this|next) year\b",
     "month digit year"),
    ("date", rf"(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {MONTH},? (?:of )?(?P<which>last|this|next) year\b", "month digit year"),
    ("nth", r"\b[Tt]he (?P<day>[0-3]?\d)(?:st|nd|rd|th)\b(?=[,.;:)]|$| (?:at|when|with|to|and)\b)(?! and \d\d?(?:st|nd|rd|th) )",
     "ordinal"),
    ("month", rf"\b{EDGE}?{MONTH}(?: of|,)? {YEAR}", "month digit"),
    ("month", rf"\b{EDGE}?{MONTH}(?: of)? (?P<which>last|this|next) year\b", "month year"),
    ("month", rf"\b{EDGE}?(?P<which>(?i:last|this past|this|next|this coming|coming|past))? ?{MONTH}", "month"),
    ("month", rf"\b(?:the )?(?P<edge>beginning|start|end|middle|first half|second half|course|rest|opening days|last days) of "
              rf"(?P<which>last |this |next )?{MONTH}(?: {YEAR})?", "month"),
    ("year", rf"\b(?P<cue>(?i:in|since|by|until|till|from|of|before|after|during|for|to|through|between|and|early|late|mid|(?:it|that|"
             rf"this) (?:is|was)|end of|"
             rf"beginning of|start of|back in|as of|year|circa|about))[ -](?P<from>)(?:late |early |mid-?|fiscal )?{YEAR}(?!-)", "figures"),
    ("year", rf"(?<![\w$£€#.,/'’-]){YEAR}(?=[ )–-])(?!-\d\d-)", "figures"),
    ("year", r"(?<=(?:[12]\d{3})[-–])(?P<year>(?:19|20)\d\d)\b", "figures"),
    ("year", r"(?<=[(,] )(?P<year>(?:19|20)\d\d)(?=[,.);])", "figures"),
    ("decade", r"\b(?:the )?(?:early |late |mid-?)?(?P<decade>(?:1[5-9]|20)\d)0['’]?s\b", "figures"),
    ("decade", r"(?:the )(?:early |late |mid-?)?['’‘](?P<short>\d)0s\b", "digit"),
    ("decade", rf"\b[Tt]he (?:early |late |mid-?)?(?:nineteen-?)?(?P<word>(?i:{_either(DECADES)}))\b", "decade"),
    ("century_no", rf"\b(?:the )?(?:early |late |mid-?)?(?P<n>(?:1[0-9]|2[0-2])(?:st|nd|rd|th)|{ORDINAL})[ -][Cc]entury\b", "century"),
    ("quarter", rf"\b(?:(?i:the|its|their) )?(?:fiscal )?(?P<n>first|second|third|fourth|final|1st|2nd|3rd|4th)(?:[ -]fiscal)?[ "
                rf"-](?P<span>quarter|half)(?: of)?(?: fiscal)?(?: {YEAR}| (?P<which>last|this|next|the) year\b)", "quarter"),
    ("quarter", r"\b(?:(?i:the) (?:fiscal )?(?P<n>first|second|third|fourth) (?:fiscal )?(?P<span>quarter)|(?P<n>(?i:first|second|"
                r"third|fourth))-(?P<span>quarter))\b", "quarter"),
    ("quarter", rf"\b(?:Q(?P<n>[1-4])(?: (?:of )?{YEAR})?|(?P<n2>[1-4])Q(?: {YEAR})?)\b", "digit"),
    ("weekday", rf"\b(?P<edge>(?i:early|late|mid)(?: on)? )?(?P<which>(?i:last|this past|this coming|this|next|the following|the "
                rf"previous|the same|that|past|coming|the(?= [A-Z])))? ?{WEEKDAY}\b(?: (?P<last>last|next)(?= week\b)| (?P<week>of "
                rf"(?:last|this|"
                rf"next) week))?(?: {PART}\b)?", "weekday"),
    ("weekday", rf"\bthe {WEEKDAY} (?P<rel>before|after)\b", "weekday before"),
    ("weekdays", rf"\b{WEEKDAY}s\b(?:(?: at)? {CLOCK}{ZONE})?", "weekdays"),
    ("deictic", r"\b(?P<word>(?i:the day before yesterday|the day after tomorrow|yesterday|tomorrow|today|earlier today|later today|"
                r"tonight|last night|overnight))\b(?!\.\w)"
                rf"(?:(?:['’]s)? {PART}\b)?", "deictic"),
    ("part", rf"\b(?P<edge>(?i:early|late|later|earlier) )?(?P<which>(?i:this|that|the same|the following|the next|the previous)) "
             rf"{PART}\b", "part"),
    ("part", rf"\b(?P<which>(?i:the)) {PART} (?P<rel>before|after)\b", "part before"),
    ("part", rf"\b(?i:in|by|throughout|during) (?P<from>)(?P<which>the) (?:early |late )?{PART}\b(?! of\b)", "part"),
    ("part", rf"\b(?:(?i:early|late|mid)[ -])?{PART}(?= trading\b)", "part trading"),
    ("season", rf"\b{EDGE}?(?P<which>(?i:last|this past|this coming|this|next|the following|the previous|that|the))? ?{SEASON}(?: of|"
               rf",)? {YEAR}", "season digit"),
    ("season", rf"\b(?P<which>(?i:last|this past|this coming|this|next|the following|the previous|that)) {SEASON}\b", "season"),
    ("season", r"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Oo]ver|[Ff]or|[Dd]uring|[Tt]his|[Ee]arly|[Ll]ate|[Tt]hroughout|[Ff]rom) "
               r"(?P<from>)(?:the )?(?P<edge>early |late |mid-?)?(?P<season>spring|summer|autumn|winter|fall(?<=the fall))\b(?! "
               r"(?:apart|short|into|in|to|for|from|behind|over|foul|of))", "season"),
    ("season", r"\b(?:[Mm]ost|[Mm]uch|[Aa]ll|[Hh]alf|[Rr]est|[Ww]hole|[Ss]tart|[Bb]eginning|[Mm]iddle|[Hh]eight|[Ee]nd) of (?P<from>)"
               r"the (?P<season>spring|summer|autumn|winter)\b(?! of\b)", "season"),
    ("apart", r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?P<way>next|following|previous|preceding|prior) (?P<unit>day)\b", "day"),
    ("unit", rf"\b{EDGE}?(?P<which>(?i:last|this past|this coming|this|next|the following|the previous|the prior|the past|the coming|"
             rf"the next|the last|previous|the current|the latest|the same|that|the present)) (?:fiscal |calendar |school "
             rf")?{CALENDAR}\b(?!-)(?: (?P<weekday2>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)?", "unit"),
    ("unit", r"\b(?P<edge>(?i:earlier|later|late|early)) in the (?P<unit>day|week|month|year|decade|century)\b", "unit"),
    ("unit", r"\b(?P<which>the) (?P<unit>weekend)\b", "weekend"),
    ("the_unit", r"\b(?P<which>)(?P<unit>year)[ -]end\b", "unit"),
    ("the_unit", r"\b(?P<which>the) (?P<unit>year|quarter)\b(?! (?:of|that|when|which|to|ahead|in|\d)\b|-)", "unit"),
    ("unit", r"\b(?P<which>[Tt]he) (?P<unit>quarter)(?= (?:ended|ending|through)\b)", "unit"),
    ("edge", r"\b(?:(?:[Aa]t|[Bb]y) )?(?P<from>)(?:[Tt]he )?(?P<edge>end|beginning|start|middle|turn|close) of (?P<which>the|"
             r"this|last|next) (?P<unit>week|month|quarter|year|decade|century)\b", "unit"),
    ("ago", rf"\b(?:(?:about|nearly|almost|over|around|some|roughly|more than|less than|just|only|at least) )?{COUNT}[ "
            rf"-]{UNIT}s?{HALF}? (?:ago|back(?= (?:when|that|and|in)\b|[,.]))", "ago unit"),
    ("ago", rf"\b(?P<count>half an?|many|{VAGUE}) (?P<unit>hour|dozen years|decade|century) ago", "ago unit"),
    ("ago", r"\b(?P<bare>[Ll]ong|[Mm]oments|[Mm]inutes|[Hh]ours|[Dd]ays|[Ww]eeks|[Mm]onths|[Yy]ears|[Dd]ecades|[Cc]enturies|[Aa] "
            r"(?:short |long )?while|[Ss]ome time) ago\b", "ago"),
    ("hence", rf"\b(?P<count>(?i:{WORDS}|\d+|an?)) {UNIT}s? (?P<way>from (?:now|today|tomorrow)|hence)\b", "hence unit"),
    ("hence", rf"\b(?P<count>(?i:{WORDS}|\d+|an?)) (?P<unit>day|week|month|year)s? from {WEEKDAY}\b", "from unit weekday"),
    ("apart", rf"\b(?:(?:about|nearly|almost|just|only|some|more than|over|less than) )?{COUNT} {UNIT}s?{HALF}? (?P<way>later|earlier|"
              rf"before(?=[,.;]|$)|after(?=[,.;]|$)|previously|on(?=,)|prior(?! to\b))(?!\w)", "apart unit"),
    ("apart", r"\b[Tt]he (?P<unit>day|week|month|year|night) (?P<way>before|after|earlier|later)\b(?! (?:yesterday|tomorrow|that "
              r"(?:he|she|it|they))\b)", "before unit"),
    ("apart", r"\b(?P<unit>[Mm]inute|[Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade)(?P<vague>s) "
              r"(?P<way>later|earlier)\b", "apart unit"),
    ("apart", r"\b(?P<unit>year)-(?P<way>earlier|ago)\b", "unit"),
    ("same", r"\b(?P<which>(?i:the same|that|that same|that very)) (?P<unit>day|week|weekend|month|year)\b(?! (?:that|of|when|after|"
             r"before)\b)", "same unit"),
    ("part_of", r"\b[Tt]he eve of(?= )", "of"),
    ("part_of", rf"\b[Tt]he (?:early hours|small hours|morning|afternoon|evening|night|week|weekend|(?:first|last|final) day) of(?= "
                rf"(?:the )?"
                rf"(?:\d|(?:this |last |next )?{DAY_OR_MONTH}))", "of"),
    ("holiday", rf"(?<!\w)(?P<which>(?i:last|this|next) )?(?P<name>(?i:(?:the )?{HOLIDAY}))\b(?:,? {YEAR})?(?: (?P<rel>last|this|"
                rf"next) year\b)?", "holiday"),
    ("clock", rf"(?<![\w.:$£€-]){CLOCK}{ZONE}(?: in the morning| in the afternoon| in the evening| at night)?", "noon"),
    ("clock", rf"\b{OCLOCK}{ZONE}", "clock"),
    ("clock", rf"\b(?P<past>half|a quarter|quarter|five|ten|twenty|twenty-five) (?P<way>past) {PAST_HOUR}", "beyond"),
    ("clock", rf"\b(?P<past>a quarter|quarter) (?P<way>to) {PAST_HOUR}", "quarters"),
    ("clock", rf"\b(?P<past>{WORDS}|\d{{1,2}}) minutes (?P<way>past|to) {PAST_HOUR}", "minutes"),
    ("hour", rf"\b{HOUR}{OF_DAY}", "part"),
    ("sun", r"\b(?i:at|by|before|until|till|from|since|after|around) (?P<from>)(?P<sun>dawn|daybreak|sunrise|sunset|dusk|nightfall|"
            r"midday)\b(?!-)", "sun"),
    ("military", r"\b(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d) ?(?:GMT|UTC|ET|EST|EDT|PT|PST|PDT|CET|CEST|BST|IST|JST|hrs|hours|h)\b",
     "figures"),
    ("duration", rf"(?<![\w.$£€,])(?<!-and-a-){COUNT}(?P<pre_half>(?:[- ]and[- ]a[- ](?:half|quarter)|½| 1/2))?[ -](?:or so |more |"
                 rf"full |straight |consecutive |long |whole |solid |short |further |additional |extra |good |calendar |working |"
                 rf"business )?{UNIT}s?\b(?:{HALF})?"
                 rf"(?:{SMALLER})?(?P<tail>[ -]old\b|s?[ -]olds?\b|-long\b)?", "unit"),
    ("duration", r"(?<![\w.])(?P<count>\d{1,2})(?P<unit>h)(?:r|rs)? ?(?:(?P<count2>\d{1,2}) ?(?P<unit2>min|m)(?:in|ins|s)?)?\b", "digit"),
    ("duration", r"(?<![\w.$£€])(?P<count>\d{1,3})[- ]?(?P<unit>min|hr|sec)s?\b", "digit unit"),
    ("duration", rf"\b{COUNT} (?:and )?(?:one[- ])?(?P<pre_half>half) {UNIT}s?\b", "half unit"),
    ("duration", r"\b(?P<count>half)[ -]?(?:(?:an?|the) )?(?P<unit>hour|day|year|decade|century|minute|month)\b(?!-)", ""),
    ("duration", r"\b(?P<count>quarter)s? of an? (?P<unit>hour|century)\b", "quarters"),
    ("duration", r"\b(?P<count>three[- ]quarters) of an (?P<unit>hour)\b", "quarters unit"),
    ("duration", r"\b(?P<unit>minute|hour|day|week|month|year|decade|centurie|century)s?-?(?:long)\b", ""),
    ("bare", r"\b(?P<unit>[Mm]inute|[Hh]our|[Dd]ay|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade|[Cc]enturie)s\b(?! ago\b| later\b| of "
             r"\w+ing\b)", "unit"),
    ("recent", r"\b(?P<rel>(?:the|his|her|their|its|our|my) (?:past|last|previous|preceding|coming|next|following|first|final|opening)|"
               r"recent|coming|past|upcoming|"
               r"ensuing|the ensuing) "
               rf"(?:(?P<count>\d[\d,]*(?:\.\d+)?|{WORDS}|{VAGUE}|dozen|couple of|half) ?-?(?P<half>and[- ]a[- ]half "
               rf")?)?{UNIT}s?\b(?![-’'])", "unit"),
    ("whole", r"\b(?:(?P<from>)(?P<word>all|the whole|the entire|the full|a whole|an entire|a full|another|a single|each passing|per)|"
              r"(?:nearly|almost|about|around|over|under|than|for|within|in|after|lasting|lasts?|lasted|spent|spend|took|takes?|of|to|"
              r"by|once|was|is|only|just|roughly|up to|barely|wait|waited) (?P<from>)an?) (?:full |whole |entire |long |good "
              r")?(?P<unit>minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|century)\b(?!-)", "unit"),
    ("every", r"\b(?P<word>[Mm]ost) (?P<unit>day|night|week|weekend|weekday)s\b", "unit most"),
    ("every", rf"\b(?P<word>(?i:every|each)) (?:single )?(?:(?P<n>other|second|third|fourth|few|{WORDS}|\d+) )?(?:(?P<unit>second|"
              rf"minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|weekday)s?\b|{WEEKDAY}\b(?: {PART}\b)?|"
              rf"{PART}\b|{SEASON}\b|{MONTH})(?:,? (?:at )?{CLOCK}{ZONE})?", "every"),
    ("rate", r"(?:(?<=[a-z] )|(?<=[km] )|(?<=\d ))(?<!for )(?<!in )(?<!of )(?<!than )(?<!over )(?<!after )(?<!ithin )(?<!as )(?<!be "
             r")(?<!to )(?<!about )(?P<word>an?|per|each|every) (?P<unit>second|minute|hour|day|night|week|month|quarter|year)\b(?! "
             r"(?:ago|later|earlier|before|after|old|since|long)\b|-)", "unit"),
    ("length", r"\b(?P<from>)[Aa]n? (?:full |whole |entire |long |good |mere )?(?P<unit>hour|week|fortnight|month|decade|"
               r"century)\b(?!-)", "unit"),
    ("length", r"\b(?P<from>)[Aa] (?P<unit>day|night|year)\b(?= (?:before|after)\b)", "unit"),
    ("frequency", rf"(?<![\w-])(?:(?i:once|twice|thrice|three times|four times) )?(?P<word>{_either(FREQUENCIES)}|[Oo]nce an? (?P<u1>day|"
                  rf"week|month|year)|[Tt]wice an? (?P<u2>day|week|month|year)|weeknights|weekends|weekdays)\b(?!-)", "frequency"),
    ("reference", r"\b(?P<present>(?i:now(?! (?:that|and then)\b)|currently|nowadays|these days|right now|just now|at present|at the "
                  r"moment|at this time|the present(?= day|[,.;])|present-day|"
                  r"today['’]s(?= (?:world|media|market))))(?![\w-])", "present"),
    ("reference", r"\b(?P<past>(?i:recently(?! as\b)|the other (?:day|week|night)|lately|the past(?= [^\w]|[,.;)]|$)|in the past|the "
                  r"recent past|not long ago|previously|in "
                  r"recent times))(?![\w-])", "past"),
    ("reference", r"\b(?P<future>(?i:(?:the )?(?:near |not[- ]too[- ]distant |foreseeable )?future(?<=the future|ear future|ant "
                  r"future|ble future)|soon(?! after\b| as\b)|sooner or later|shortly(?! (?:after|before|afterwards?)\b)))(?![\w-])",
     "future"),
)  # fmt: skip


def _compiled(pattern: str) -> re.Pattern[str]:
    """A role may stand at several places of a pattern; from the second on its group is called role__2, role__3, …"""
    seen: dict[str, int] = {}

    def numbered(m: re.Match[str]) -> str:
        seen[m[1]] = n = seen.get(m[1], 0) + 1
        return m[0] if n == 1 else f"(?P<{m[1]}__{n}>"

    return re.compile(re.sub(r"\(\?P<(\w+)>", numbered, pattern))


PATTERNS = tuple((kind, Opening(_compiled(pattern)), frozenset(anchors.split())) for kind, pattern, anchors in _SOURCES)
