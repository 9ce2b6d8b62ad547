"""Calendars and listings: lines without a verb that give a day or a show and who is there ("Thu 9 April – Leeds, City Hall – with …")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from spacy.tokens import Token

from etl.transform import dates
from etl.transform.appearances import cues
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.programmes import Programmes, is_broadcaster
from etl.transform.reading import Reading, Thing

MARKUP = re.compile(r"[\s*_•#>|“\"–—-]*")
SEPARATOR = re.compile(r"[*_)]{0,3}\s?(?:[,.]?\s?\d{4})?\s?(?:[–—:|,-]|\bat\b)")
TO_BE_TOLD = re.compile(r"\b(?:to be (?:announced|confirmed)|tba|tbc|guests?)\b", re.I)
OFF = re.compile(r"\b(?:cancelled|canceled|postponed|called off|scrapped|dropped)\b", re.I)
VENUE_WORD = re.compile(
    r"\b(?:Theatre|Theater|Hall|Arena|Rooms?|Club|Centre|Center|Stadium|House|Pavilion|Vestry|Church|Cathedral|Library|Hotel|Street|Palace|Playhouse|Opera|"
    r"Studio|Auditorium|Museum|College|University|School|Park|Ballroom|Academy|Museum|Bookshop|Gallery)\b"
)
LIVE = re.compile(
    r"\b(?:(?P<rally>rally)|(?P<town_hall>town[ -]hall)|(?P<debate>debate)|(?P<speech>speech|keynote|address|lecture))\b", re.I
)


def lines(reading: Reading) -> Iterator[tuple[int, int]]:
    """The spans of the lines of the text, without the white space around them."""
    at = 0
    for line in reading.text.split("\n"):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            yield start, start + len(bare)
        at += len(line) + 1


def label(reading: Reading, start: int, end: int) -> dates.Time | None:
    """The day that stands at the head of the line `start:end` and is set off from the rest, None where there is none."""
    m = MARKUP.match(reading.text, start, end)
    head = m.end() if m else start
    for time in reading.times:
        if (
            head <= time.start <= head + 2
            and time.type in ("DATE", "TIME")
            and time.end < end
            and SEPARATOR.match(reading.text, time.end, end)
        ):
            return time if dates.day(time, reading.article.published) else None
        if time.start > head + 2:
            break
    return None


def has_verb(tokens: list[Token]) -> bool:
    """Whether a finite verb stands among the tokens."""
    return any(t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in tokens)


def entries(reading: Reading, known: Programmes) -> list[Frame]:
    """The occasions of calendar lines (at least two in the article) and of listings by show."""
    dated: list[tuple[int, int, dates.Time]] = []
    out: list[Frame] = []
    for start, end in lines(reading):
        if end - start > 200:
            continue
        time = label(reading, start, end)
        if time is not None and not has_verb(reading.tokens(time.end, end)):
            dated.append((start, end, time))
        elif (listed := _listing(reading, start, end)) is not None:
            out.append(listed)
    if len(out) < 2:
        out = []
    if len(dated) >= 2:
        show, hosts = _background(reading, known, dated[0][0])
        out += [f for d in dated if (f := _entry(reading, known, *d, show, hosts)) is not None]
    return out


# The guest stands before the show: "Ada Lowe on Night Shift, 2 June", "Ada Lowe → Night Shift".
GUEST_FIRST = re.compile(r" (?:on|at|goes on|joins|visits|meets) |→|->")
HEADING = re.compile(r"(?:\*\*|__)?\s*(?:\d{1,2}[.)]\s+)?(?P<head>[^*_\n]{4,120}?)(?:\*\*|__|\.\s|:\s|$)")


def headed(reading: Reading, known: Programmes) -> list[Frame]:
    """Entries of a list headed by host, show and day: "**2. Ada Lowe, “Night Shift,” June 13.** They talked …"; the guest is whom the text is about."""
    out: list[Frame] = []
    for start, end in lines(reading):
        m = HEADING.match(reading.text, start, end)
        if m is None or not (reading.text.startswith(("**", "__"), start) or re.match(r"\d{1,2}[.)]\s", reading.text[start : start + 4])):
            continue
        head = m.span("head")
        if has_verb([t for t in reading.tokens(*head) if reading.at(t) is None]):
            continue
        named = _in_heading(reading, head)
        people = [t for _, t in named if t.type in ("Person", "Organization")]
        shows = [t for _, t in named if t.type == "Show"]
        where = [t for _, t in named if t.type in ("Platform", "Outlet")]
        when = next((t for t in reading.times if head[0] <= t.start < head[1] and dates.day(t, reading.article.published)), None)
        if when is None or not (shows or where or people) or len(shows) > 1:
            continue
        frame = Frame(
            at=reading.token(head[0]),
            rule="appearances.headed",
            strong=True,
            confidence=0.7,
            platforms=where,
            show=shows[0] if shows else None,
        )
        standing = known.hosts.get(shows[0], []) if shows else []
        joint = GUEST_FIRST.search(reading.text, *head)
        first = [t for at, t in named if joint is not None and at < joint.start() and t.type == "Person"]
        frame.guests = without(first, standing)
        frame.hosts = without(people, frame.guests) or standing
        frame.date, frame.date_text = dates.day(when, reading.article.published), when.text
        frame.tokens = reading.tokens(*head)
        frame.evidence.append(head)
        out.append(frame)
    if len(out) < 2:
        return []
    taken = {id(h) for f in out for h in f.hosts}
    main = next((t for t in ranked(reading, len(reading.text), "Person") if id(t) not in taken), None)
    for frame in out:
        if not frame.guests:
            frame.guests = [main] if main is not None else []
    return out


def _in_heading(reading: Reading, head: tuple[int, int]) -> list[tuple[int, Thing]]:
    """What the heading names, with where: also by one word of a name that the text below gives in full."""
    out = [(m.start, t) for m, t in reading.within(*head)]
    for token in reading.tokens(*head):
        if reading.at(token) is None and token.text[:1].isupper() and len(token) > 3:
            fits = [t for t in reading.named("Person", "Organization", "Show", "Platform", "Outlet") if token.text in t.name.split()]
            if len(fits) == 1:
                out.append((token.idx, fits[0]))
    seen: dict[int, tuple[int, Thing]] = {}
    for at, thing in sorted(out, key=lambda o: o[0]):
        seen.setdefault(id(thing), (at, thing))
    return list(seen.values())


def ranked(reading: Reading, before: int, *types: str) -> list[Thing]:
    """The things of `types` mentioned in the first `before` characters, most often mentioned first."""
    seen: Counter[int] = Counter()
    things: dict[int, Thing] = {}
    for mention, thing in reading.within(0, before, types):
        seen[id(thing)] += 1 + (mention.start < before // 3)
        things[id(thing)] = thing
    return sorted(things.values(), key=lambda t: (-seen[id(t)], min(m.start for m in t.mentions)))


def _background(reading: Reading, known: Programmes, before: int) -> tuple[Thing | None, list[Thing]]:
    """The show that the text above the calendar is about and its hosts, or the person it is about."""
    about = ranked(reading, before, "Show", "Person")
    show = next((t for t in about if t.type == "Show" and known.hosts.get(t)), None)
    person = next((t for t in about if t.type == "Person"), None)
    if show is not None and known.hosts.get(show):
        return show, known.hosts[show]
    return None, [person] if person is not None else []


def _place(reading: Reading, start: int, end: int) -> Thing | None:
    places = [t for _, t in reading.within(start, end, ("Place",))]
    return next((p for p in places if VENUE_WORD.search(p.name)), places[0] if places else None)


def _entry(
    reading: Reading, known: Programmes, start: int, end: int, time: dates.Time, show: Thing | None, main: list[Thing]
) -> Frame | None:
    people = [t for _, t in reading.within(time.end, end, ("Person",))]
    shows = [t for _, t in reading.within(time.end, end, ("Show",))]
    text = reading.text[time.end : end]
    frame = Frame(at=reading.token(time.end + 1), rule="appearances.calendar", confidence=0.75, strong=True)
    frame.date, frame.date_text = dates.day(time, reading.article.published), time.text
    frame.slot_evidence["date"] = [(time.start, time.end)]
    frame.place = _place(reading, time.end, end)
    frame.evidence.append((start, end))
    live = LIVE.search(text)
    if live and live.lastgroup:
        frame.kinds.append(live.lastgroup)
    published = reading.article.published
    late = bool(published and frame.date and frame.date >= published[: len(frame.date)])
    frame.status = cues.DECLINED if OFF.search(text) else cues.PLANNED if late else cues.OCCURRED
    outlets = [t for _, t in reading.within(time.end, end, ("Outlet", "Platform"))]
    join(frame.platforms, outlets)
    if shows:
        frame.show = shows[0]
        join(frame.guests, without(people, known.hosts.get(shows[0], [])) or main)
    elif show is not None:
        frame.show = show
        join(frame.hosts, without(main, people))
        join(frame.guests, without(people, main))
        if not (frame.guests or frame.place or TO_BE_TOLD.search(text)):
            return None
    else:
        join(frame.guests, people or main)
        if not (frame.place or frame.kinds or frame.platforms):
            return None
    return frame


def _listing(reading: Reading, start: int, end: int) -> Frame | None:
    """A line headed by a show or an outlet: "ABC’s “This Week”: the singer Ada Lowe"."""
    colon = reading.text.find(":", start, min(end, start + 60))
    if colon < 0 or has_verb(reading.tokens(start, end)):
        return None
    head = [t for _, t in reading.within(start, colon, ("Show", "Outlet"))]
    people = [t for _, t in reading.within(colon, end, ("Person",))]
    if not head or not people or len(reading.text[start:colon].split()) > 8:
        return None
    frame = Frame(at=reading.token(colon + 2), rule="appearances.listing", guests=people, strong=True, confidence=0.6)
    frame.show = next((t for t in head if t.type == "Show"), None)
    join(frame.platforms, [t for t in head if t.type == "Outlet"])
    if any(is_broadcaster(reading, p) for p in frame.platforms):
        frame.kinds.append("broadcast")
    frame.evidence.append((start, end))
    return frame
