"""Sections of an article whose heading says for all below on which day, on which show and with whom ("**MONDAY 9**", "**2. Night Shift (Ada Lowe)**")."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from etl.transform import dates
from etl.transform.appearances.calendar import has_verb, lines
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.programmes import Programmes, is_broadcaster
from etl.transform.reading import Reading, Thing

HEADING = re.compile(r"(?:#{1,5} (?P<hash>.{2,110})|(?:\*\*|__)(?P<bold>[^*_\n]{2,110})(?:\*\*|__):?)$")
NUMBERED_DAY = re.compile(
    r"\W*(?P<day>mon|tues|wednes|thurs|fri|satur|sun)day,?\s+(?:the\s+)?(?P<number>\d{1,2})(?:st|nd|rd|th)?\b\W*$", re.I
)
DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
REACH = 20  # days around the publication date within which a weekday and a number make a date


@dataclass(slots=True)
class Section:
    """What the heading over `start:end` says."""

    start: int
    end: int
    head: tuple[int, int] = (0, 0)
    date: str | None = None
    show: Thing | None = None
    hosts: list[Thing] = field(default_factory=list)
    platforms: list[Thing] = field(default_factory=list)

    def fill(self, frame: Frame) -> None:
        """Give the frame what it lacks of the heading's facts."""
        if frame.date is None and self.date is not None:
            frame.date = frame.date_text = self.date
        if frame.show is None and self.show is not None and not (frame.platforms and self.platforms):
            frame.show = self.show
            if not frame.hosts:
                join(frame.hosts, without(self.hosts, frame.guests) or self.hosts)
            if without(frame.guests, frame.hosts):
                frame.guests = without(frame.guests, frame.hosts)
        if self.platforms and not frame.platforms:
            join(frame.platforms, self.platforms)


def sections(reading: Reading, known: Programmes) -> list[Section]:
    """The sections with a telling heading, in order."""
    out: list[Section] = []
    for start, end in lines(reading):
        m = HEADING.match(reading.text, start, end)
        if m is None:
            continue
        if out:
            out[-1].end = min(out[-1].end, start - 1)
        head = m.span("hash" if m["hash"] else "bold")
        if not has_verb([t for t in reading.tokens(*head) if reading.at(t) is None]):
            out.append(_section(reading, known, head, end))
    return [s for s in out if s.date or s.show or s.platforms]


def _section(reading: Reading, known: Programmes, head: tuple[int, int], end: int) -> Section:
    section = Section(end, len(reading.text), head)
    section.date = _day(reading, head)
    shows = [t for _, t in reading.within(*head, ("Show",))]
    people = [t for _, t in reading.within(*head, ("Person",))]
    if len({id(s) for s in shows}) == 1:
        section.show = shows[0]
        section.hosts = list(known.hosts.get(shows[0], ())) or people
        known.hosts.setdefault(shows[0], section.hosts)
    if shows or not people:
        section.platforms = [t for _, t in reading.within(*head, ("Outlet",)) if is_broadcaster(reading, t)]
    return section


def _day(reading: Reading, head: tuple[int, int]) -> str | None:
    published = reading.article.published
    if published and (m := NUMBERED_DAY.match(reading.text, *head)):
        here = date.fromisoformat(published[:10])
        near = sorted((here + timedelta(n) for n in range(-REACH, REACH + 1)), key=lambda d: abs((d - here).days))
        return next((d.isoformat() for d in near if d.day == int(m["number"]) and d.weekday() == DAYS.index(m["day"].lower())), None)
    for time in reading.times:
        if head[0] <= time.start < head[1] and time.end - time.start >= (head[1] - head[0]) * 0.6:
            return dates.day(time, published)
    return None
