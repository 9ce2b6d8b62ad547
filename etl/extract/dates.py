"""Publication dates: the ways in which files write them, read into ISO days."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

from etl.rejects import Reason, Unfit

_MONTHS = {m: n for n, m in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:\d{2}\S*(?: ?(?:[A-Z]{1,4}|[+-]\d{2}:?\d{2}))?)?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?\d{6}Z?)?")
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? (?=\d|[a-z]{3,9}\.? \d)", re.IGNORECASE)
_CLOCK = re.compile(r",? (?:at )?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?(?: (?:[A-Z]{1,5}|[+-]\d{2}:?\d{2}))?$", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]{3,9})\.?,? (\d{4})")
_MAIL = re.compile(r"[A-Z][a-z]{2}, \d{1,2} [A-Z][a-z]{2} \d{4} .*")


def latest_today() -> date:
    """The date where the day begins first (UTC+14): no article can bear a later one."""
    return (datetime.now(UTC) + timedelta(hours=14)).date()


def published_day(words: str, latest: date) -> str | None:
    """The ISO day that `words` give, None if there are none; a time of day is dropped, an ambiguous order is not guessed.

    Args:
        words: for example 2024-08-13, 2024-08-13T10:00:00Z, 20240813T100000Z, 2024/8/13, Tuesday, August 13, 2024, 13 Aug. 2024.
        latest: the last day that is not in the future.

    Raises:
        Unfit: the words are no such date, or the date is in the future.
    """
    words = " ".join(words.split())
    if not words:
        return None
    try:
        day = _day(words)
    except ValueError as err:
        raise Unfit(Reason.DATE_UNREADABLE, f"{words[:60]!r} (write it as YYYY-MM-DD)") from err
    if day > latest:
        raise Unfit(Reason.DATE_FUTURE, day.isoformat())
    return day.isoformat()


def _day(words: str) -> date:
    if match := _ISO_DAY.fullmatch(words):
        return date(*map(int, match.groups()))
    if match := _DIGITS.fullmatch(words) or _SLASHED.fullmatch(words):
        return date(*map(int, match.groups()))
    if _MAIL.fullmatch(words):
        return parsedate_to_datetime(words).date()
    words = _CLOCK.sub("", _WEEKDAY.sub("", words, count=1), count=1)
    if match := _MONTH_FIRST.fullmatch(words):
        return date(int(match[3]), _month(match[1]), int(match[2]))
    if match := _DAY_FIRST.fullmatch(words):
        return date(int(match[3]), _month(match[2]), int(match[1]))
    raise ValueError(words)


def _month(word: str) -> int:
    full = ("january february march april may june july august september october november december sept").split()
    word = word.lower()
    if word not in _MONTHS and word not in full:
        raise ValueError(word)
    return _MONTHS[word[:3]]
