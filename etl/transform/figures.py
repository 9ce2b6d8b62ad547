"""Which numbers of an article count an audience, and in what unit: by the noun they count, the verb they go with, or their setting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.transform.numbers import Number, numbers
from etl.transform.reading import Reading

# ------------------------------------------------------------------------------------------------------------- vocabulary
NOUNS = {
    **dict.fromkeys("viewer viewers watchers concurrents televiewers onlookers-online".split(), "viewers"),
    **dict.fromkeys("listener listeners".split(), "listeners"),
    **dict.fromkeys("follower followers".split(), "followers"),
    **dict.fromkeys("subscriber subscribers subs patrons subscriptions".split(), "subscribers"),
    **dict.fromkeys("user users accounts actives maus daus".split(), "users"),
    **dict.fromkeys("views plays streams pageviews page-views".split(), "views"),
    **dict.fromkeys("listens".split(), "listeners"),
    **dict.fromkeys("downloads".split(), "downloads"),
    **dict.fromkeys("readers".split(), "people"),
    **dict.fromkeys(
        "attendees spectators concertgoers congregants delegates ticket-holders ticketholders worshippers rallygoers rally-goers "
        "festivalgoers "
        "theatregoers audience-members revellers demonstrators marchers attendances".split(),
        "attendees",
    ),
}
# People as such are a reach only where something says that they were reached.
PEOPLE = frozenset(
    "people persons fans supporters members students voters americans britons germans french indians nigerians australians canadians "
    "brazilians "
    "women men households homes families gamers faithful souls mourners youngsters teenagers teens kids children adults guests "
    "visitors others admirers "
    "devotees patriots locals residents workers farmers enthusiasts believers parishioners employees".split()
)
NOT_REACH = frozenset(
    "likes like votes copies tickets seats comments posts reposts retweets shares signatures words jobs staff employees episodes "
    "videos songs dollars points hearts replies "
    "questions complaints donations donors volunteers doors hours miles clips messages tweets emails ratings reviews nominations "
    "candidates stations".split()
)
# Words at which the search for the counted noun stops.
STOPS = frozenset(
    "in on at who that and to for from with as by or than were was are is have had has a an the he she it they but which while when "
    "where after before be been would will did".split()
)
READERS = frozenset("readers readership circulation".split())

_MODAL = re.compile(r"\b(?:would|will|might|could|may)\b")
_VIEW = "watching|watched|watch|viewed|viewing|saw|seeing|looked in|looking in|looked on|streamed live|caught|streaming|turned in"
_TUNE = (
    "tuned in|tuning in|tuned|tune in|tunes in|logged on|logged in|logging on|dialled in|dialed in|clicked in|joined in|joined "
    "live|joined the (?:stream|broadcast|call|live|livestream|space|room)|joined|joining"
)
_HEAR = "listening|listened|listen|heard|hearing"
_COME = (
    "attended|attend|show up|turn up|attending|turned out|turned up|turning out|come|in the audience|showed up|showing up|packed|"
    "packing|packed into|gathered|gathering|came|filled|filling|crammed|crowded|queued|"
    "flocked|cheered|assembled|squeezed|descended|thronged|marched|present|in attendance|in the room|in the hall|on hand|in the crowd|"
    "on site|strong"
)
_AUX = (
    r"(?:(?:would|will|might|could|were|was|are|is|have|had|has|who|that|been|also|already|simultaneously|still|live|all|so far|"
    r"now|then|reportedly|had been) ){0,3}"
)
_WHO = (
    r"(?:of (?:them|us|you|whom|these|those|his|her|their|its|the)(?: \w+)? ?)?"
    r"(?:(?:more |other |different |young |ordinary |curious |loyal |live |concurrent |online |or so |of )*(?:people|viewers|fans|"
    r"supporters|others|users|souls|households|homes|"
    r"Americans|Britons|Germans|Indians|Nigerians|Australians|Canadians|Brazilians|voters|students|listeners|members|readers|locals|"
    r"residents|onlookers) )?"
)
_DID = re.compile(
    rf"[ \u00a0]?{_WHO}{_AUX}(?:(?P<viewers>{_VIEW})|(?P<people>{_TUNE})|(?P<listeners>{_HEAR})|(?P<attendees>{_COME})|"
    rf"(?P<followers>follow(?:ed|ing)?)|"
    r"(?P<subscribers>subscribed|subscribe|signed up|paid to watch|pay to watch)|(?P<downloads>downloaded))\b"
)
_TIMES = re.compile(
    r"(?:(?P<downloads>downloaded)|(?P<views>watched|viewed|seen|streamed|played|clicked(?: on)?|listened to|heard|accessed|replayed|"
    r"opened))(?:[ ,][\w’'-]+){0,6} ?$"
)
_TIMES_AFTER = re.compile(r"(?:-plus)? times\b|-times\b")
_BY = re.compile(
    r"(?:(?P<viewers>watched|viewed|seen|streamed)|(?P<listeners>heard|listened to)|(?P<followers>followed)|"
    r"(?P<people>read|joined|reached|accessed)|(?P<attendees>attended))(?: live| online| on \w+| worldwide| there| at "
    r"once)? (?:by|in)(?: [a-z]+){0,4} ?$"
)
_TAIL = r"(?:[ ,][\w’'.-]+){0,5}?"
_MEASURE = (
    r"(?::| (?:of|to|past|is|was|are|were|at|now|stands at|stood at|standing at|sits at|numbers?|numbered|numbering|topped|tops|"
    r"topping|passed|passing|hit|hits|hitting|reached|reaches|peaked at|peaks at|peaking at|"
    r"grew to|grown to|swelled to|swollen to|climbed to|climbs to|rose to|risen to|averaged|averages|averaging|exceed(?:ed|s)|"
    r"surpassed|surpasses|put at|estimated at|approach(?:ed|es|ing)|crossed|crosses|"
    r"had reached|has passed|had passed|totall?(?:ed|ing|s)|came to|comes to|of (?:about|around|some|nearly|over)))+"
)
_HEADS = (
    ("followers", "following|followers|follower count|fan ?base|fanbase"),
    ("subscribers", "subscribers|subscriber (?:base|count|numbers)|subscribership|paid subscriptions|paying membership"),
    ("users", "users|user base|userbase|user numbers|active users"),
    (
        "viewers",
        "viewership|viewers|viewing figures|television audience|tv audience|concurrent viewership|peak viewership|ratings|"
        "live audience|peak audience|peak|high",
    ),
    ("listeners", "listenership|listeners|radio audience|listening figures"),
    ("views", "views|view count|play count|plays|viewing count"),
    ("downloads", "downloads|download count"),
    ("people", "readership|circulation|print run|audience|audiences|reach"),
    ("attendees", "crowd|crowds|attendance|turnout|gathering|congregation|throng|rally|sell-out crowd|attendees|demonstration"),
)
_HEADED = re.compile(
    r"\b(?:" + "|".join(f"(?P<{unit}>{words})" for unit, words in _HEADS) + rf"){_TAIL}{_MEASURE}(?: [a-z’'-]+){{0,4}} ?$",
    re.IGNORECASE,
)
_REACHED = re.compile(
    r"(?:\b(?:reach(?:es|ed|ing)?|drew|draws?|drawing|drawn|attract(?:s|ed|ing)?|pull(?:s|ed|ing)? in|brought in|brings in|before|in "
    r"front of|address(?:ed|es|ing)|spoke to|told|entertained|"
    r"play(?:ed|s|ing) to|broadcasts? to|broadcasting to|speaks? to|speaking to|crowd of|audience of|gathering of|congregation of|"
    r"beamed to|seen by|heard by|watched by|viewed by|read by|attended by|"
    r"followed by|packed with|full of|room of|hall of|arena of|stadium of|rally of|joined by|filled with|streamed to|sent to|goes to|"
    r"goes out to|went to|mailed to|delivered to|serves|served|preached to)"
    r"(?: (?:a|an|the|live|an? \w+)){0,2}(?: (?:crowd|audience|congregation) of)?(?: [a-z’'-]+){0,4}) ?$",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"\b(?:peak(?:ed|s|ing) at|touch(?:ed|es|ing)|hit|hits|reached|climbed to|rose to|swelled to|grew to|topped|passed|crossed|drew|"
    r"attracted|pulled in|averaged|averages|"
    r"at(?= (?:just|nearly|almost|over|more|about|around|some|under|roughly|approximately|well|close) )|it was|it is|there were|that "
    r"was|down to|up to|with)(?: [a-z’'-]+){0,4} ?$"
)
_HAS = re.compile(r"\b(?:has|have|had|with|counts?|boasts?|claims?|commands?|gained|added|lists?|at|than|to|past)(?: [a-z’'-]+){0,3} ?$")
_AND = re.compile(r"\b(?:and|then|or) (?:then )?(?:another |a further |some |nearly |almost |over |more than |about |around )*$")
_STRONG = re.compile(
    r"(?:-| )strong (?:[\w-]+ )?(?:(?P<followers>following|fan ?base|fandom)|(?P<subscribers>subscriber base|"
    r"membership)|(?P<people>audience|readership)|(?P<attendees>crowd|congregation|gathering|rally|audience))\b"
)
_BARE_END = re.compile(
    r"[ \u00a0]?(?:[.,;:!?)”\"’—–]|$|\n| (?:on|at|by|within|in|after|over|before|during|and|when|while|for|last|"
    r"this|when)\b)"
)
_SETTING = (
    ("downloads", re.compile(r"\bdownload\w*", re.IGNORECASE)),
    ("listeners", re.compile(r"\blisten\w*", re.IGNORECASE)),
    ("viewers", re.compile(r"\b(?:viewers?|watch(?:ed|ing)?|viewership|tuned in|counter|concurrent\w*|audience)\b", re.IGNORECASE)),
    ("views", re.compile(r"\b(?:views|plays)\b", re.IGNORECASE)),
    ("attendees", re.compile(r"\b(?:crowd|turnout|attendance|rally)\b", re.IGNORECASE)),
)
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|will|won['’]t|expects?|expected|hopes?|hoped|hoping|aims?|aiming|target(?:ing|s|ed)?|goal|capacity|"
    r"capable of|seats?|holds?|accommodates?|room for|maximum of|"
    r"thought|projected|predict\w*|forecast|lost|loses|losing|shed|fewer|if|needs?|required?|requires|sold|sells?|banned|removed|"
    r"deleted|suspended|surveyed|polled|survey of|poll of|sample of|interviewed)\b"
    r"[^.;:—]{0,60}$|\b(?:first|next) $",
    re.IGNORECASE,
)
_NOT_FOLLOWED = re.compile(
    r"[^.;,]{0,20}\b(?:surveyed|polled|interviewed|questioned|voted|killed|died|injured|arrested|employed|quit|"
    r"cancelled|unsubscribed|signed a|signed the)\b"
)
_ON = re.compile(
    r"[ \u00a0](?:more |others? |apiece |each )?(?:on|there|across|via|through)\b(?! (?:Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday))"
)
_MEDIA = re.compile(
    r"(?i)\b(?:TV|television|radio|podcast|stream\w*|broadcast\w*|watch\w*|listen\w*|tuned|YouTube|Twitch|online|air|"
    r"aired|weekly|monthly)\b"
)
_AUDIO = re.compile(r"\b(?:radio|podcast\w*|audio|X Spaces|Spaces|Clubhouse|airwaves|FM|listen\w*)\b", re.IGNORECASE)
_VIDEO = re.compile(
    r"\b(?:TV|television|stream\w*|livestream\w*|video|watch\w*|view\w*|Twitch|YouTube|Kick|Rumble|channel|broadcast|"
    r"debate|screen|webcast|live)\b",
    re.IGNORECASE,
)
_STANDING = re.compile(
    r"\b(?:normally|usually|typically|regularly|routinely|on average|averag(?:e|es|ed|ing)|monthly|weekly|daily|nightly|regular|loyal|"
    r"combined|in total|all told|"
    r"across (?:its|his|her|their|all)|since (?:its|the) (?:launch|start)|to date|lifetime)\b",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"[\w ,’'-]{0,24}?\b(?:a|per|each|every|an) (?:month|week|day|night|morning|episode|show|edition|year|instalment|"
    r"installment|issue)\b"
)
_UP_TO = re.compile(r"\b(?:within|in|for|after|over|than|of)\b")


_KEPT = frozenset(("followers", "subscribers", "users"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts an audience.

    Attributes:
        at: where the word stands that made it one (the counted noun or the verb), else the number's own start.
        standing: it says what a show or person usually has, not what one occasion had.
        verbal: it goes with a verb or setting, so that no noun tells whose figure it is.
    """

    number: Number
    unit: str
    at: int
    rule: str
    standing: bool = False
    verbal: bool = False
    real: bool = True


def medium(words: str, default: str = "viewers") -> str:
    """The unit of those who "tuned in", by what the words around speak of; `default` where they tell nothing."""
    audio, video = bool(_AUDIO.search(words)), bool(_VIDEO.search(words))
    return "people" if audio and video else "listeners" if audio else "viewers" if video else default


def _counted(after: str) -> tuple[str, int, list[str]] | None:
    """The noun counted: its unit ("" for people at large, "-" for what is no reach), its offset, and the words before it."""
    seen: list[str] = []
    for m in re.finditer(r"([ \u00a0-]+|\s?\([^)]{1,20}\) ?)?([^\W_](?:[\w’'&.]|-(?=\w))*)", after):
        if m.start() and not m[1]:
            break
        word = m[2].rstrip(".").casefold()
        parts = word.split("-")
        for w in (word, parts[-1]):
            if w in NOUNS:
                return NOUNS[w], m.start(2), seen
            if w in NOT_REACH and w not in PEOPLE:
                return "-", m.start(2), seen
            if w in PEOPLE:
                if w == "members" and any(x in ("paying", "paid", "premium", "patreon", "subscribing") for x in seen):
                    return "subscribers", m.start(2), seen
                if w == "visitors" and any(x in ("unique", "monthly", "daily") for x in seen):
                    return "users", m.start(2), seen
                return "", m.start(2), seen
        if word in STOPS or word[0].isdigit() or len(seen) == 5 or (word == "of" and seen):
            return None
        seen.append(word)
        if not re.match(r"[ \u00a0-]", after[m.end() :]):
            break
    return None


def _unit_by_group(m: re.Match[str]) -> str:
    return next(k for k, v in m.groupdict().items() if v)


def _figure(text: str, n: Number, low: int, high: int, recent: Figure | None, same_sentence: Figure | None) -> Figure | None:
    """The figure that `n` is within the sentence `low:high`, if any; `recent` is the one before it in the paragraph."""
    before, after, words = text[max(low, n.start - 160) : n.start], text[n.end : high], text[low:high]
    after = re.sub(r"^(?:\+|-plus|[ -]odd| or so| plus| or more)(?=[ -])", lambda m: " " * len(m[0]), after)
    rate = _RATE.match(after)
    standing = bool(_STANDING.search(before[-70:] + after[:50]) or (rate and not _UP_TO.search(rate[0])))
    counted = _counted(after)
    # Only what stands between the clause's beginning and the number makes it unreal.
    clause = re.split(r"[;:—]| and (?=\w+ed\b)| but ", before)[-1]
    real = not _UNREAL.search(clause) and not _NOT_FOLLOWED.match(after)

    def made(unit: str, rule: str, at: int, *, verbal: bool = False) -> Figure:
        return Figure(n, unit, at, rule, standing, verbal, real)

    if _TIMES_AFTER.match(after):
        m = _TIMES.search(before)
        return made(_unit_by_group(m), "times", n.start - len(before) + m.start()) if m else None
    if m := _STRONG.match(after):
        return made(_unit_by_group(m), "noun", n.end + m.end() - 1)
    if counted and counted[0] == "-":
        return None
    did = _DID.match(after)
    if counted and counted[0]:
        unit, at, mods = counted
        if unit in ("users", "people") and (m := _BY.search(before)):
            return made(_unit_by_group(m), "by", n.end + at, verbal=True)
        if unit == "users" and "accounts" in after[at : at + 9] and not set(mods) & {"active", "monthly", "daily"}:
            return None
        if unit == "viewers" and mods and mods[-1] == "podcast":
            unit = "listeners"
        return made(unit, "noun", n.end + at)
    if did and (counted is None or counted[0] == ""):
        unit = _unit_by_group(did)
        if unit == "people":
            unit = medium(words, "people" if did["people"].startswith("join") else "viewers")
        real = real and not _MODAL.search(did[0])
        return made(unit, "verb", n.end + did.start(unit if unit in did.groupdict() and did[unit] else "people"), verbal=True)
    if m := _BY.search(before):
        return made(_unit_by_group(m), "by", n.start - len(before) + m.start(), verbal=True)
    if m := _HEADED.search(before):
        unit = _unit_by_group(m)
        if counted is None or counted[0] == "":
            if unit == "people" and "audience" in m[0].casefold():
                room = re.search(
                    r"(?i)\b(?:before|in front of|to|live|studio) (?:an?|the|his|her|their)? ?(?:[\w-]+ "
                    r")?audience",
                    before,
                ) and not _MEDIA.search(words)
                unit = "people" if re.search(r"(?i)\b(?:reader|circulation)", words) else "attendees" if room else medium(words)
            return made(unit, "head", n.start - len(before) + m.start())
    if counted and counted[0] == "":
        at = n.end + counted[1]
        if (m := _REACHED.search(before)) and (n.value or 0) >= 20:
            crowd = re.search(
                r"(?i)crowd|before|in front|gathering|congregation|packed|room|hall|arena|stadium|rally|played to|"
                r"playing to|attended|spoke to|address",
                m[0],
            )
            unit = "attendees" if crowd else "people"
            if re.search(r"(?i)watched|viewed|seen by", m[0]):
                unit = "viewers"
            elif re.search(r"(?i)heard", m[0]):
                unit = "listeners"
            return made(unit, "people", at)
        return None
    if counted is None and (same_sentence or recent) and _ON.match(after) and (n.value or 0) >= 100:
        kin = same_sentence or recent
        if kin and kin.unit in ("followers", "subscribers", "views", "viewers", "downloads", "listeners"):
            return made(kin.unit, "ellipsis", n.start)
    if counted is None and same_sentence and (n.value or 0) >= 100 and _AND.search(before[-30:]) and _BARE_END.match(after):
        return made(same_sentence.unit, "ellipsis", n.start)
    if (
        counted is None
        and same_sentence
        and same_sentence.unit in _KEPT
        and (n.value or 0) >= 100
        and _HAS.search(before[-40:])
        and _BARE_END.match(after)
    ):
        return made(same_sentence.unit, "has", n.start)
    if counted is None and (n.value or 0) >= 100 and _BARE.search(before) and _BARE_END.match(after):
        if recent:
            # What "peaks at" a number is a passing public; a following is not meant.
            unit = recent.unit if recent.unit in ("viewers", "listeners", "views", "downloads", "attendees") else "viewers"
            return made(unit, "bare", n.start, verbal=True)
        unit = next((u for u, p in _SETTING if p.search(words)), "")
        return made(unit, "bare", n.start, verbal=True) if unit else None
    return None


def figures(reading: Reading) -> list[Figure]:
    """The audience figures of the article in order, those that are not real ("would draw 5,000") left out."""
    out: list[Figure] = []
    text = reading.text
    for n in numbers(text):
        if n.value is None or n.value < 2 or any(t.start <= n.start < t.end for t in reading.times):
            continue
        sent = reading.sentence(n.start)
        low, high = sent.start_char, sent.end_char
        paragraph = text.rfind("\n", 0, n.start)
        recent = next((f for f in reversed(out) if f.number.start > max(paragraph, n.start - 400)), None)
        same = next((f for f in reversed(out) if f.number.start >= low), None)
        figure = _figure(text, n, low, high, recent, same)
        if figure:
            out.append(figure)
    return [f for f in out if f.real]
