"""The days that may be that of an occasion: those told near its tellings, each with its cues."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from etl.transform import dates
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.option_places import distance, in_clause
from etl.transform.appearances.slot_times import CLOCK
from etl.transform.appearances.slots import governor
from etl.transform.appearances.telling_cues import WIDE
from etl.transform.dates import Time
from etl.transform.reading import Reading
from graph.records import Span

MANY = 12  # days of a sentence


class Day(NamedTuple):
    """A day, as an ISO date, with the words that tell it and where they stand; nowhere near where a rule has taken it from afar."""

    value: str
    text: str
    span: Span | None


Days = dict[str, tuple[Day, list[str]]]
"""Days by their value, each with its cues."""


def days_told(
    reading: Reading, times: Mapping[int, list[Time]], sentence: int, gap: int, record: Frame, *, shared: bool, into: Days
) -> None:
    """Add the days that a sentence tells, unless they are told nearer.

    Args:
        reading: the article.
        times: its time expressions by the number of their sentence.
        sentence: the number of the sentence.
        gap: sentences from the telling to it.
        record: the occasion.
        shared: whether another occasion is told there.
        into: the days so far.
    """
    here = times.get(sentence, ())[:MANY]
    for time in here:
        value = dates.day(time, reading.article.published)
        if not value or value in into:
            continue
        token = reading.token(time.start)
        prep, head = governor(token)
        noted = [f"gap {gap}", f"time {time.type}", f"prep {prep}", f"times {min(3, len(here))}"]
        if reading.quote(time.start) is not None:
            noted.append("quoted")
        if token.i:
            noted.append(f"word before {reading.forms[token.i - 1].strip() or 'a line'}")
        if head == record.at or head in record.nouns:
            noted.append("on the occasion")
        if gap == 0:
            noted += [in_clause(record, token.i), f"here, {distance(token.i - record.at.i)}"]
        if time.type == "TIME" and CLOCK.fullmatch(time.text):
            noted.append("clock")
        if shared:
            noted.append("other telling")
        noted.append("ends in a number" if time.text[-1].isdigit() else "word " + time.text.split()[-1].lower())
        noted.append(f"verb {WIDE.get(head.lemma_.lower(), 'other')}" if head.pos_ in ("VERB", "AUX") else f"under {head.pos_}")
        into[value] = Day(value, time.text, (time.start, time.end)), noted


def own_cues(record: Frame, value: str, published: str | None, many: int) -> list[str]:
    """The cues of a day beside that of the record and that of publication; `many` days come into question."""
    own = [f"length {len(value)}", f"days {min(many, 3)}"]
    if record.date and value != record.date:
        own.append("more exact" if value.startswith(record.date) else "less exact" if record.date.startswith(value) else "another")
    if published:
        own.append("published then" if value == published else "before" if value < published[: len(value)] else "after or around")
    return own
