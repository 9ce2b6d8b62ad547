"""The sentences of an article read one after the other: what each tells of an occasion goes into the record of that occasion, or begins one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from etl.transform import dates
from etl.transform.appearances import cues
from etl.transform.appearances.answers import Telling
from etl.transform.appearances.calendar import entries, headed, label, lines
from etl.transform.appearances.evidence import NEEDED as NEEDED_OF_LOOSE
from etl.transform.appearances.evidence import probability
from etl.transform.appearances.finding import Finder
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.items import Item
from etl.transform.appearances.merging import NEEDED, NEEDED_WHEN_DEFINITE, absorb, inherit, likeness, substantial
from etl.transform.appearances.occasion_hearing import OccasionHearing
from etl.transform.appearances.programmes import Programmes
from etl.transform.appearances.sections import sections
from etl.transform.appearances.slot_times import LONGEST, SHORTEST, is_length
from etl.transform.appearances.spots import Spots
from etl.transform.appearances.successions import also_there, successions
from etl.transform.appearances.tellings import Teller
from etl.transform.reading import Reading
from etl.transform.topics import placed, topics, verbless

# Sentences after which an occasion is no longer what "they" talk about.
MEMORY = 5
NEXT_WITHIN = 3  # sentences in which another occasion may be told as the next in a row
ASKING = re.compile(r"\b(?:asked the questions|(?:was|were) (?:the moderators?|in the chair)|moderated(?! by))")
LASTING = re.compile(
    r"\b(?:last(?:s|ed|ing)|r[au]ns?(?: to)?|running|took|takes|long|went on for|goes on for|spoke for|talked for|spent|stayed|length|all|some|about)\b"
)


def records_of(reading: Reading, known: Programmes, spots: Spots, hearing: OccasionHearing | None) -> list[Frame]:
    """The records in the order in which the article begins to tell of them.

    Args:
        reading: the article.
        known: what it says of shows and hosts at large.
        spots: where occasions may be told loosely.
        hearing: asks the network about these; None while that is still to be trained.
    """
    finder = Finder(reading, known)
    sentences = _Sentences(reading, known, finder, Teller(reading, finder, spots), hearing)
    records: list[Frame] = []
    last_seen: dict[int, int] = {}
    current: Frame | None = None
    pending: tuple[int, Frame] | None = None  # told too briefly to stand, until the next sentence says more
    for n, sent in enumerate(reading.sentences):
        told = False
        frames = sentences.told(sent, spots.items[sent.start_char])
        if current is not None and n - last_seen[id(current)] <= NEXT_WITHIN:
            after = successions(reading, finder, sent, current)
            told_fully = [p for f in frames if f.show or (f.platforms and f.strong) for p in f.people]
            after = [f for f in after if without(f.guests, told_fully) == f.guests and f.show not in {g.show for g in frames if g.show}]
            frames = [*after, *(f for f in frames if f.show or not any(p is q for p in f.people for a in after for q in a.people))]
            if not any(f.guests for f in frames) and (others := also_there(reading, sent, current)):
                join(current.guests, others)
                current.evidence.append(reading.sentence_span(sent.start_char))
        standing: list[tuple[Frame, Frame]] = []  # what the sentence tells of, with the record that it went into
        for frame in frames:
            if current is not None and frame.further and frame.status != cues.OCCURRED:
                inherit(frame, current)
            record = _place(frame, records, last_seen, n, known)
            if record is None and frame.instead is not None:
                frame = frame.instead
                record = _place(frame, records, last_seen, n, known)
            if record is None and frame.guests and frame.strong + bool(frame.date) + bool(frame.platforms):
                pending = (n, frame)
                standing.append((frame, frame))
            elif record is frame and pending is not None and n - pending[0] <= 1 and likeness(frame, pending[1], 0) > 0:
                absorb(frame, pending[1])
                pending = None
            if record is not None:
                last_seen[id(record)] = n
                current, told = record, True
                standing.append((frame, record))
        if standing:
            for thing, at in placed(reading, sent.start_char, sent.end_char, told=True):
                join(_talked_on(standing, at).topics, [thing])
        if current is not None and n - last_seen[id(current)] <= 2 and "debate" in current.kinds and not current.hosts:
            _chair(reading, sent, current)
        if told:
            continue
        if current is not None and n - last_seen[id(current)] == 1 and (listed_topics := verbless(reading, sent.start_char, sent.end_char)):
            join(current.topics, listed_topics)
            continue
        near = [r for r in records if n - last_seen[id(r)] <= MEMORY or len(records) == 1]
        near.sort(key=lambda r: (r is not current, -last_seen[id(r)]))
        record = next((r for r in near if _continues(reading, sent, spots.items[sent.start_char], r)), None)
        if record is not None:
            _length(reading, sent, record)
            if found := topics(reading, sent.start_char, sent.end_char):
                join(record.topics, found)
                record.evidence.append(reading.sentence_span(sent.start_char))
                last_seen[id(record)] = n
    return records


class _Sentences:
    """Tells of what occasions each sentence tells, by itself.

    Args:
        reading: the article.
        known: what it says of shows and hosts at large.
        finder: finds those told by constructions.
        teller: finds those told loosely.
        hearing: asks the network about these; None while that is still to be trained.
    """

    def __init__(self, reading: Reading, known: Programmes, finder: Finder, teller: Teller, hearing: OccasionHearing | None) -> None:
        self._reading, self._finder, self._teller, self._hearing = reading, finder, teller, hearing
        self._listed = headed(reading, known) or entries(reading, known)
        self._spans = [f.evidence[0] for f in self._listed]
        self._parted = sections(reading, known)
        self._labels = [(start, end, time) for start, end in lines(reading) if (time := label(reading, start, end)) is not None]

    def told(self, sent: Span, found: list[Item]) -> list[Frame]:
        """The frames of a sentence; those of a calendar line stand for its sentences, and a line's date holds for all of the line."""
        here = [f for f, (start, _) in zip(self._listed, self._spans, strict=True) if sent.start_char <= start < sent.end_char]
        if here or any(start <= sent.start_char and sent.end_char <= end + 2 for start, end in self._spans):
            return here
        if any(s.show is not None and s.head[0] - 8 <= sent.start_char < s.head[1] for s in self._parted):
            return []
        section = next((s for s in self._parted if s.start <= sent.start_char < s.end), None)
        loose = self._teller.tellings(sent, section)
        if self._hearing is not None:
            self._hearing.note(loose)
        frames = self._finder.frames(sent, found)
        for frame in frames:
            _debate(frame, loose)
        for told in loose:
            around = covering(told, frames)
            if len(around) == 1 and len(loose) == 1:
                supplement(around[0], told.frame)
                if probability(told) >= NEEDED_OF_LOOSE:
                    around[0].instead = told.frame
        frames += [t.frame for t in loose if probability(t) >= NEEDED_OF_LOOSE and not covered(t, frames)]
        if section is not None:
            for frame in frames:
                section.fill(frame)
        self._teller.remember(frames, loose)
        self._date(sent, frames)
        return frames

    def _date(self, sent: Span, frames: Sequence[Frame]) -> None:
        """Give frames without a day that of the label of their line."""
        head = next((time for start, end, time in self._labels if start <= sent.start_char < end), None)
        if head is None:
            return
        for frame in frames:
            if frame.date is None:
                frame.date, frame.date_text = dates.day(head, self._reading.article.published), head.text


def _debate(frame: Frame, loose: Sequence[Telling]) -> None:
    """Give a debate those whom the parse lost: "between Lowe and Bright"."""
    if not ("debate" in frame.kinds and frame.guests and frame.status == cues.OCCURRED):
        return
    same = [t.frame for t in loose if t.frame.show is frame.show and "debate" in t.frame.kinds and t.frame.status == frame.status]
    found = [g for f in same for g in without(f.guests, frame.hosts) if any(x is y for x in f.guests for y in frame.guests)]
    join(frame.guests, found)


def covered(told: Telling, frames: list[Frame]) -> bool:
    """Whether a construction has already told of the candidate's occasion."""
    return bool(covering(told, frames))


def covering(told: Telling, frames: list[Frame]) -> list[Frame]:
    """The frames that stand within the candidate's part of the sentence, have somebody heard, and name no other show."""
    first, last = told.frame.tokens[0].i, told.frame.tokens[-1].i
    return [
        frame
        for frame in frames
        if (first <= frame.at.i <= last or any(first <= n.i <= last for n in frame.nouns))
        and frame.guests
        and (told.frame.show is None or frame.show is None or told.frame.show is frame.show)
    ]


def supplement(frame: Frame, told: Frame) -> None:
    """Give the frame what it lacks of the circumstances that its part of the sentence tells: day, length, show."""
    if frame.date is None and not (told.vaguely_dated and len(told.date or "") < 10):
        frame.date, frame.date_text = told.date, told.date_text
        frame.slot_evidence.setdefault("date", told.slot_evidence.get("date", []))
    frame.minutes = frame.minutes or told.minutes
    frame.show = frame.show or told.show
    if not frame.platforms:
        join(frame.platforms, told.platforms)


def _talked_on(standing: list[tuple[Frame, Frame]], at: int) -> Frame:
    """The record of the occasion on which was talked about what stands at character `at`: of the last one named before."""
    before = [record for frame, record in standing if min(t.idx for t in (frame.at, *frame.nouns)) <= at]
    return before[-1] if before else standing[0][1]


def _place(frame: Frame, records: list[Frame], last_seen: dict[int, int], n: int, known: Programmes) -> Frame | None:
    """The record that the frame belongs to, an old one or a new one; None where it says too little."""
    if frame.show is not None and not frame.hosts and not frame.partners:
        frame.hosts = without(known.hosts.get(frame.show, []), frame.guests)
    scored = [(likeness(r, frame, n - last_seen[id(r)]), last_seen[id(r)], -i, r) for i, r in enumerate(records)]
    best = max(scored, key=lambda s: s[:3], default=None)
    if best and best[0] >= (NEEDED_WHEN_DEFINITE if (frame.definite or frame.owned) and not frame.further else NEEDED):
        absorb(best[3], frame)
        return best[3]
    if substantial(frame, known):
        records.append(frame)
        return frame
    return None


def _length(reading: Reading, sent: Span, record: Frame) -> None:
    """Let the record take the length that a sentence about it gives: "it lasted 23 minutes", "How long: an hour and a half"."""
    if record.minutes is not None:
        return
    lengths = [t for t in reading.times if sent.start_char <= t.start < sent.end_char and dates.minutes(t)]
    if len(lengths) == 1 and (LASTING.search(sent.text) or is_length(reading, lengths[0])) and reading.quote(lengths[0].start) is None:
        length = dates.minutes(lengths[0])
        record.minutes = length if length and SHORTEST <= length <= LONGEST else None


def _chair(reading: Reading, sent: Span, record: Frame) -> None:
    """Let the debate have the hosts whom the sentence names: "Ada Lowe and Ben Bright asked the questions"."""
    if m := ASKING.search(reading.text, sent.start_char, sent.end_char):
        asking = [t for _, t in reading.within(sent.start_char, m.start(), ("Person",))]
        join(record.hosts, without(asking, record.guests))


def _continues(reading: Reading, sent: Span, found: list[Item], record: Frame) -> bool:
    """Whether the sentence, whose items are `found`, goes on about the record: its people or the occasion itself are the subject."""
    pointing = {item.token.i for item in found}
    for token in sent:
        if token.dep_ in ("nsubj", "nsubjpass"):
            thing = reading.at(token)
            if thing is not None and any(thing is p for p in record.people):
                return True
            if thing is None and (token.lower_ in cues.PLURALS or any(c.lower_ in ("two", "both") for c in token.lefts)):
                return True
            if token.i in pointing:
                return True
    since = max((start for start, _ in record.evidence), default=0)
    if "\n" in reading.text[since : sent.start_char].strip():
        return False
    people = [t for _, t in reading.within(sent.start_char, sent.end_char, ("Person",))]
    return not people or any(t is p for t in people for p in record.people)
