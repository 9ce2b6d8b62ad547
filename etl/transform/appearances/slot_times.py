"""Date and length of an occasion, out of the time expressions of its sentence."""

from __future__ import annotations

import re
from datetime import date, timedelta

from spacy.tokens import Token

from etl.transform import dates
from etl.transform.appearances import cues
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.slots import governor, in_quote
from etl.transform.reading import NAME, Reading

LEADING = 24  # characters from the head of the sentence within which a time holds for all of it
SHORTEST = 2  # minutes
LONGEST = 36 * 60  # minutes; what takes weeks is no length of an occasion
WEEKDAY = re.compile(r"(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?: (?:morning|afternoon|evening|night))?")
CLOCK = re.compile(
    r"(?:(?:around|about|at|just before|just after|shortly after|a little after) )?(?:\d{1,2}(?:[.:]\d\d)?(?: ?[ap]\.?m\.?)?|noon|midnight|midday)(?: [A-Z]{2,4})?",
    re.I,
)
LENGTH = re.compile(r"\b(?:later|ago|before|after|earlier|late|early|old|notice|into|delay|a week|a day|each)\b")


def _time_token(reading: Reading, time: dates.Time) -> Token:
    tokens = reading.tokens(time.start, time.end) or [reading.token(time.start)]
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside or t.head == t), tokens[-1])


def fill_times(reading: Reading, frame: Frame, start: int, end: int, alone: bool) -> None:
    """Date and length out of the time expressions of the sentence `start:end`; those of other clauses only where `alone`."""
    allowed = {t.i for t in frame.tokens}
    best: tuple[int, int, dates.Time, str] | None = None
    for time in reading.times:
        if not start <= time.start < end or in_quote(reading, reading.token(time.start)):
            continue
        if (named := reading.mention_at(reading.token(time.start))) is not None and named.kind == NAME and named.end >= time.end:
            continue
        token = _time_token(reading, time)
        own = token.i in allowed or any(t.i in allowed for t in reading.tokens(time.start, time.end))
        leading = time.start - start < LEADING and time.end < frame.at.idx
        if not own and not leading and not (alone and _level(token, frame)):
            continue
        if time.type == "DURATION":
            if frame.minutes is None and own and is_length(reading, time):
                length = dates.minutes(time)
                frame.minutes = length if length and 1 <= length <= LONGEST else None
            continue
        value = _ahead(reading, time, token, dates.day(time, reading.article.published))
        if not value or (time.type == "TIME" and CLOCK.fullmatch(time.text)):
            continue
        weight = _date_weight(reading, token, frame, own)
        if weight and (best is None or (weight, -abs(time.start - frame.at.idx)) > (best[0], best[1])):
            best = (weight, -abs(time.start - frame.at.idx), time, value)
    if best and frame.date is None:
        frame.date, frame.date_text = best[3], best[2].text
        frame.released = _is_release(_time_token(reading, best[2]))
        frame.recorded = not frame.released and _governing(_time_token(reading, best[2])).lemma_ in ("record", "tape", "film", "shoot")
        frame.slot_evidence["date"] = [(best[2].start, best[2].end)]


def _ahead(reading: Reading, time: dates.Time, token: Token, value: str | None) -> str | None:
    """The day of a bare weekday, moved a week on where the verb tells of the future ("airs on Sunday", "will be out on Sunday")."""
    published = reading.article.published
    if not value or not published or len(value) < 10 or value >= published or not WEEKDAY.fullmatch(time.text):
        return value
    verb = next((t for t in (token, *token.ancestors) if t.pos_ in ("VERB", "AUX") or t.lower_ == "airs"), token)
    future = any(c.lower_ in cues.FUTURE_AUX for c in verb.lefts) or (
        verb.tag_ != "VBD" and verb.lower_ in ("airs", "returns", "opens", "publishes")
    )
    return (date.fromisoformat(value) + timedelta(7)).isoformat() if future else value


def _governing(token: Token) -> Token:
    _, gov = governor(token)
    return gov if gov.pos_ == "VERB" else token.head


def _is_release(token: Token) -> bool:
    """Whether the time says when something recorded came out."""
    node = _governing(token)
    if node.lemma_ in ("release", "publish", "upload", "air", "post", "drop", "land"):
        return True
    return node.lemma_ in ("go", "come", "put") and any(c.lower_ in ("up", "out", "live") for c in node.children)


def _level(token: Token, frame: Frame) -> bool:
    """Whether a time outside the clause stands on the level of the sentence: under its root, or above the frame's verb."""
    node = token
    for _ in range(4):
        if node.head == node or node.pos_ == "VERB":
            break
        node = node.head
    return node.dep_ == "ROOT" or node.head == node or node in frame.at.ancestors


def _date_weight(reading: Reading, token: Token, frame: Frame, own: bool) -> int:
    prep, gov = governor(token)
    if prep in ("since", "until", "till", "before", "by", "from"):
        return 0
    if gov in frame.nouns or token.head in frame.nouns:
        return 4
    if gov == frame.at or token.head == frame.at:
        return 3
    verb = gov if gov.pos_ == "VERB" else token.head
    if (
        verb.pos_ == "VERB"
        and verb.lemma_.lower() not in cues.CARRIED
        and verb.dep_ in ("xcomp", "pcomp", "advcl", "ccomp", "acl", "relcl")
        and own
    ):
        return 0
    if (
        prep
        and gov.pos_ == "NOUN"
        and gov.lemma_.lower() not in ("guest", "night", "morning", "evening")
        and not {gov.lemma_.lower()} & (cues.NOUNS.keys() | cues.VENUES.keys())
        and reading.at(gov) is None
    ):
        return 0
    return 2 if own else 1


def is_length(reading: Reading, time: dates.Time) -> bool:
    """Whether the duration says how long something lasted, rather than how long ago or after what it was."""
    after = reading.text[time.end : time.end + 16]
    if LENGTH.search(after.split(",")[0]) or "old" in reading.text[time.start : time.end]:
        return False
    prep, gov = governor(_time_token(reading, time))
    if gov.lemma_ in ("wait", "fast", "queue", "drive", "fly", "sleep", "delay", "travel", "sit-in", "postpone", "suspend"):
        return False
    return prep not in ("in", "after", "within", "until", "before", "by", "from", "than", "every")
