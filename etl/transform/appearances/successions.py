"""Occasions told after another as the next in a row ("then it was Lowe's turn", "after her came Bright"), and who else was at the last one."""

from __future__ import annotations

import re

from spacy.tokens import Span

from etl.transform.appearances import cues, slot_times
from etl.transform.appearances.cast import Cast
from etl.transform.appearances.frames import Frame, without
from etl.transform.appearances.modality import status
from etl.transform.reading import Reading, Thing

# The next one stands after these words, or before them.
NEXT_AFTER = re.compile(
    r"\b(?:(?:it (?:was|is|will be)|came|comes|then|next) the turn of|(?:after|before|behind) (?:him|her|them|that|it) (?:came|come|comes|was|were)"
    r"|(?:then|next|later|after that|before that)(?:,? [\w ,]{0,24}?)? (?:came|comes|it was|it is|there was))\s+",
    re.I,
)
NEXT_BEFORE = re.compile(
    r"(?:[’']s turn\b| (?:is|are|was|were) (?:expected |up |on |due )?next\b| (?:follow(?:s|ed)?|will follow|had (?:his|her|their|a) turn|has had a turn)(?=[.,;]| as well| too| the| a ))"
)
NEAR = 50  # characters between the words and the name
ALSO_THERE = re.compile(
    r"\balso (?:on|at|in|behind) the (?:panel|dais|bill|stage|platform|podium|programme|line-up|sofa|studio|debate)\b|\balso (?:there|present|taking part|took part|takes? part|on stage|joining|appearing)\b"
    r"|\b(?:is|are|was|were|will be) (?:also )?on (?:the|its) (?:panel|dais|bill|platform|podium|line-up)\b|\b(?:took|take|takes|taking) part (?:as well|too)\b",
    re.I,
)


def successions(reading: Reading, cast: Cast, sent: Span, last: Frame) -> list[Frame]:
    """The occasions that the sentence tells of as the next after `last`: other guests of the same show, or the same guest elsewhere."""
    out: list[Frame] = []
    for thing, at in _next(reading, sent):
        frame = _frame(reading, cast, sent, out[-1] if out else last, thing, at)
        if frame is not None:
            out.append(frame)
    return out


def _frame(reading: Reading, cast: Cast, sent: Span, last: Frame, thing: Thing, at: int) -> Frame | None:
    token = reading.token(at)
    frame = Frame(at=token, rule="appearances.succession", status=status(token), strong=True, further=True, tokens=list(sent))
    if frame.status == cues.UNREAL or any(thing is p for p in last.people) or thing is last.show:
        return None
    touring = any(g is p for p in cast.leading() for g in last.guests)  # the article follows one guest from host to host
    if thing.type == "Show":
        frame.show, frame.guests = thing, list(last.guests)
        frame.hosts = without(cast.known.hosts.get(thing, []), frame.guests)
    elif touring and cast.known.hosts_anything(thing):
        frame.guests, frame.hosts = list(last.guests), [thing]
    elif touring:
        return None
    else:
        frame.guests, frame.hosts, frame.show = [thing], without(last.hosts, [thing]), last.show
        frame.platforms, frame.kinds = list(last.platforms), list(last.kinds)
    slot_times.fill_times(reading, frame, sent.start_char, sent.end_char, alone=True)
    frame.evidence.append(reading.sentence_span(at))
    return frame if frame.guests and (frame.show or frame.hosts) else None


def _next(reading: Reading, sent: Span) -> list[tuple[Thing, int]]:
    out: dict[int, Thing] = {}
    for m in NEXT_AFTER.finditer(reading.text, sent.start_char, sent.end_char):
        for mention, thing in reading.within(m.end(), min(m.end() + NEAR, sent.end_char), ("Person", "Show"))[:1]:
            out[mention.start] = thing
    for m in NEXT_BEFORE.finditer(reading.text, sent.start_char, sent.end_char):
        for mention, thing in reading.within(sent.start_char, m.start(), ("Person",)):
            if m.start() - mention.end <= 2:
                out[mention.start] = thing
    return [(out[at], at) for at in sorted(out) if reading.quote(at) is None]


def also_there(reading: Reading, sent: Span, last: Frame) -> list[Thing]:
    """Who, by the sentence, was at the occasion too: "Also on the panel were Ada Lowe and Ben Bright"."""
    m = ALSO_THERE.search(reading.text, sent.start_char, sent.end_char)
    if m is None or reading.quote(m.start()) is not None:
        return []
    return without([t for _, t in reading.within(sent.start_char, sent.end_char, ("Person",))], last.people)
