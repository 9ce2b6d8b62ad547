"""What the rest of the article adds to a record: hosts and platforms of its show, the show of its host, and its kind."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise

from etl.transform import dates
from etl.transform.appearances import cues
from etl.transform.appearances.calendar import VENUE_WORD, has_verb
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.programmes import Programmes, is_broadcaster
from etl.transform.appearances.slot_times import CLOCK, WEEKDAY
from etl.transform.reading import Reading, Thing

SINCE = re.compile(r"\b(?:since|until|till|before|by|from|after|a|every|each|ago)(?: \w+)? $", re.I)
TO_COME = re.compile(r"\b(?:tonight|later today|this evening)\b", re.I)
SOON = re.compile(
    r"\b(?:tonight|this evening|later today|in (?:\w+[ -]){1,2}(?:minutes|hours?|hour[’']s time)|within the hour|within minutes)\b", re.I
)
TO_AIR = re.compile(
    r"(?<!was )(?<!were )\b(?:to (?:go (?:to air|out|on air)|air|be (?:aired|broadcast|shown|released|published|streamed|screened))|for (?:transmission|broadcast|release)"
    r"|(?:will|is to|due to|set to) (?:air|go out|be (?:aired|broadcast|shown|released|published)))\b(?: \w+){0,3}? (?:on |in |this |next )?",
    re.I,
)
ON_SITE = re.compile(
    r"\b(?:on ?stage|stage|recorded|recording|taped|festival|summit|conference|convention|theatre|theater|cinema|studio|live audience|in front of|before (?:an audience|a crowd|[\d,]+)|lodge|gala|fair)\b"
)
IN_TOWN = re.compile(r"(?: [a-z]+){0,2} in ")
THERE = re.compile(r"\b(?:in|at|inside|outside) (?:the |downtown |central |nearby )?$")
YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:last|ago)\b")


def complete(reading: Reading, record: Frame, known: Programmes) -> None:
    """Fill the slots of `record` from what the article says elsewhere of its show or host."""
    if record.show is None and record.hosts and not set(record.kinds) & (cues.LIVE_KINDS | {"post"}):
        shows = [s for h in record.hosts for s in known.shows_of(h)]
        if len({id(s) for s in shows}) == 1 and _fits(record, known.kinds.get(shows[0], "")):
            record.show = shows[0]
    if record.show is not None:
        standing = known.hosts.get(record.show, [])
        if all(any(h is s for s in standing) for h in record.hosts):  # none yet, or only some of those who host it together
            join(record.hosts, without(standing, record.guests))
        join(record.platforms, known.platforms.get(record.show, []))
    if len(record.guests) > 1 and record.hosts and not without(record.hosts, record.guests):
        record.guests = without(record.guests, record.hosts)
    record.hosts = without(record.hosts, record.guests)
    owners = [o for p in record.platforms for o in known.owners.get(p, ())]
    at_home = [o for o in owners if any(o is p for p in record.people)]
    if at_home and without(record.people, at_home) and record.show is None and not set(record.kinds) & (cues.LIVE_KINDS | {"post"}):
        record.guests, record.hosts = without(record.people, at_home), at_home  # on his own platform the owner is host
    if record.place is None and (set(record.kinds) & cues.LIVE_KINDS or (record.guests and _on_site(reading, record))):
        record.place = _scene(reading, record)
    if record.place is not None and not VENUE_WORD.search(record.place.name):
        record.place = _town_of(reading, record, record.place)
    published = reading.article.published
    if record.date is None:
        _day_nearby(reading, record)
    _airing(reading, record)
    if record.status == cues.PLANNED and not record.date and published and SOON.search(record.at.sent.text):
        record.date = record.date_text = published
    if (
        record.status == cues.PLANNED
        and record.date
        and published
        and len(record.date) == 10
        and record.date < published
        and (WEEKDAY.fullmatch(record.date_text or "") and (date.fromisoformat(published[:10]) - date.fromisoformat(record.date)).days < 7)
    ):
        record.date = (date.fromisoformat(record.date) + timedelta(7)).isoformat()  # "is down for Sunday"
    if record.status == cues.PLANNED and record.date and published and not YEAR.search(record.date_text or ""):
        record.date = _coming(record.date, published)
    if record.status == cues.OCCURRED and record.date and published and record.date > published[: len(record.date)]:
        record.status = cues.PLANNED
    today = bool(record.date) and record.date == published and bool(TO_COME.search(record.date_text or ""))
    listed = bool(record.date) and record.date == published and not has_verb(list(record.at.sent))  # in the programme of the day
    if record.status == cues.OCCURRED and (listed or (today and record.at.sent.root.tag_ != "VBD")):
        record.status = cues.PLANNED


def _day_nearby(reading: Reading, record: Frame) -> None:
    """Take the only day or month that the sentences of the record tell, else the only one that its paragraph tells before them."""
    published = reading.article.published
    spans = sorted(set(record.evidence))
    if not spans or not published:
        return
    first = spans[0][0]
    paragraph = reading.text.rfind("\n", 0, first) + 1
    for stretch in (spans, [(paragraph, first)]):
        told: dict[str, str] = {}
        for time in reading.times:
            if not any(start <= time.start < end for start, end in stretch) or (time.type == "TIME" and CLOCK.fullmatch(time.text)):
                continue
            value = dates.day(time, published)
            if (
                value
                and len(value) >= 7
                and reading.quote(time.start) is None
                and not SINCE.search(reading.text, max(0, time.start - 24), time.start)
            ):
                told.setdefault(value, time.text)
        if told:
            if len(told) == 1:
                record.date, record.date_text = next(iter(told.items()))
            return


def _airing(reading: Reading, record: Frame) -> None:
    """Take the day on which a recorded talk will be out: "recorded for transmission on 12 June", "to go to air on Monday"."""
    published = reading.article.published
    if record.status != cues.OCCURRED or not published:
        return
    sent = record.at.sent
    if (m := TO_AIR.search(reading.text, sent.start_char, sent.end_char)) is None:
        return
    time = next((t for t in reading.times if m.end() - 1 <= t.start <= m.end() + 4), None)
    value = dates.day(time, published) if time is not None else None
    if time is None or not value:
        return
    if len(value) == 10 and value < published and WEEKDAY.fullmatch(time.text):
        value = (date.fromisoformat(value) + timedelta(7)).isoformat()
    elif not YEAR.search(time.text):
        value = _coming(value, published)
    if value >= published[: len(value)]:
        record.date, record.date_text, record.status = value, time.text, cues.PLANNED


def _scene(reading: Reading, record: Frame) -> Thing | None:
    """Where a rally, speech or debate was, by the first place that its sentences name after "in" or "at"; a venue goes before a town."""
    named = [
        thing
        for start, end in sorted(set(record.evidence))
        for mention, thing in reading.within(start, end, ("Place",))
        if THERE.search(reading.text, max(start, mention.start - 16), mention.start) and reading.quote(mention.start) is None
    ]
    return next((p for p in named if VENUE_WORD.search(p.name)), named[0] if named else None)


def _on_site(reading: Reading, record: Frame) -> bool:
    """Whether the sentences of the record tell of a stage, a recording or a gathering, so that a place in them is where it was."""
    return any(ON_SITE.search(reading.text, start, end) for start, end in set(record.evidence))


def _town_of(reading: Reading, record: Frame, place: Thing) -> Thing:
    """The town where a gathering named as a place is: "at Computex in Taipei", "at the Golden Fig festival in Antalya"."""
    for start, end in sorted(set(record.evidence)):
        named = reading.within(start, end, ("Place",))
        for (one, thing), (two, town) in pairwise(named):
            if thing is place and town is not place and IN_TOWN.fullmatch(reading.text, one.end, two.start):
                return town
    return place


def _coming(day: str, published: str) -> str:
    """The date of a plan: a day or month more than half a year back is meant for the coming year."""
    if (
        len(day) >= 7
        and day < published[: len(day)]
        and int(published[:4]) * 12 + int(published[5:7]) - int(day[:4]) * 12 - int(day[5:7]) > 6
    ):
        return f"{int(day[:4]) + 1}{day[4:]}"
    return day


def _fits(record: Frame, kind: str) -> bool:
    said = {k for k in record.kinds if k in ("podcast", "livestream", "broadcast")}
    return not said or not kind or kind in said


def kind_of(reading: Reading, record: Frame, known: Programmes) -> str:
    """The most specific kind that the record's words support."""
    live = [k for k in record.kinds if k in cues.LIVE_KINDS]
    if "post" in record.kinds:
        return "post"
    if live and record.show is None and not ("speech" in live and record.hosts):
        return max(
            ("debate", "town_hall", "rally", "speech"), key=lambda k: (k in live, -("debate town_hall rally speech".split().index(k)))
        )
    if "debate" in live:
        return "debate"
    words = " ".join(t.text for t in record.tokens)
    if cues.SPACES.search(words) or any(cues.SPACES.search(p.name) for p in record.platforms):
        return "interview"
    if record.show is not None and known.kinds.get(record.show):
        return known.kinds[record.show]
    for kind in ("podcast", "livestream", "broadcast"):
        if kind in record.kinds:
            return kind
    medium = cues.MEDIUM.search(words)
    if medium:
        return medium.lastgroup or "other"
    if any(p.name.split()[0] in cues.STREAMING for p in record.platforms):
        return "livestream"
    if any(is_broadcaster(reading, p) for p in record.platforms):
        return "broadcast"
    for host in record.hosts:
        if known.presenters.get(host):
            return known.presenters[host]
    if "interview" in record.kinds or record.hosts or record.show is not None:
        return "interview"
    return "other"
