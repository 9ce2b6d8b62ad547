"""Answers to an occasion just told of ("Lowe has accepted", "Bright said he would not attend"), and which occasion that was."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from etl.transform.appearances import cues, slots
from etl.transform.appearances.cast import Cast
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.appearances.modality import refuses
from etl.transform.appearances.parts import SUBJECT, Part
from etl.transform.appearances.telling_cues import ANSWERED_WITHIN, ANSWERING, DECLINED
from etl.transform.appearances.telling_roles import TellingRoles
from etl.transform.reading import Reading


def _both(frame: Frame, around: Frame) -> Frame:
    """One frame of what the clause and the part of the sentence around it say of an occasion."""
    whole = replace(frame, kinds=[*frame.kinds, *around.kinds], hosts=list(frame.hosts), platforms=list(frame.platforms))
    whole.show = frame.show or around.show
    whole.place = frame.place or around.place
    if frame.date is None:
        whole.date, whole.date_text = around.date, around.date_text
    join(whole.platforms, around.platforms)
    join(whole.hosts, without(around.hosts, frame.guests))
    return whole


@dataclass(slots=True)
class Telling:
    """A candidate.

    Attributes:
        frame: what it tells.
        cues: those noted on it.
        spot: where it was found: the first character of its part, and the number of what it hangs on there.
        heard: whether what the network says is among its cues.
    """

    frame: Frame
    cues: set[str] = field(default_factory=set)
    spot: tuple[int, int] = (0, 0)
    heard: bool = False


class Answers(TellingRoles):
    """Keeps the occasion last told of, and reads who came and who stayed away.

    Args:
        reading: the article.
        cast: who is who, with the context of what was told before.
    """

    def __init__(self, reading: Reading, cast: Cast) -> None:
        super().__init__(reading, cast)
        self._age = 0
        self.event: Frame | None = None  # the occasion last told of, for those who "agreed", "declined", "will attend"

    def remember(self, frames: list[Frame], told: list[Telling]) -> None:
        """Take note of the occasion that a sentence told of last: of its clause, with what the part of the sentence around it says besides."""
        event = next((f for f in reversed(frames) if f.kinds or f.show or f.platforms), None)
        around = [t.frame for t in told if event is not None and t.frame.tokens[0].i <= event.at.i <= t.frame.tokens[-1].i]
        if event is not None and around and around[-1] is not event:
            event = _both(event, around[-1])
        self._age = 0 if event is not None else self._age + 1
        self.event = event if event is not None else self.event if self._age <= ANSWERED_WITHIN else None

    def _answer(self, part: Part, event: Frame) -> Telling | None:
        """Somebody's answer to the occasion just told of: "Lowe has accepted", "Bright said he would not attend"."""
        text = slots.told(self.reading, part.start, part.end)
        people = [p.thing for p in part.people if p.role == SUBJECT and p.thing.type == "Person"]
        verb = next((t for t in part.tokens if t.pos_ == "VERB" and (refuses(t) or t.lemma_ in ANSWERING)), None)
        refused = bool(DECLINED.search(text))
        if not refused and event.status == cues.OCCURRED and any(people[:1] == [p] for p in event.people):
            return None  # that the one who was there had agreed to it is nothing new
        if not people or not (verb is not None or refused) or slots.in_quote(self.reading, part.tokens[0]):
            return None
        frame = Frame(
            at=verb or part.tokens[0],
            rule="appearances.loose",
            confidence=0.5,
            tokens=list(part.tokens),
            kinds=list(event.kinds),
            guests=people[:1],
        )
        frame.show, frame.platforms, frame.date, frame.date_text, frame.place = (
            event.show,
            list(event.platforms),
            event.date,
            event.date_text,
            event.place,
        )
        frame.hosts = without(event.hosts, people)
        frame.status = (
            cues.DECLINED
            if refused or (verb is not None and refuses(verb))
            else event.status
            if event.status != cues.DECLINED
            else cues.PLANNED
        )
        frame.evidence.append(self.reading.sentence_span(part.start))
        return Telling(frame, {"answer", f"answer {frame.status}", *(["event live"] if set(event.kinds) & cues.LIVE_KINDS else [])})
