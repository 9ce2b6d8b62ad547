"""Loose tellings: a person beside a show, an air, an occasion or a stage, with every cue that speaks for or against an occasion noted.

Where the constructions of `finding` do not match, a part of a sentence that names somebody and somewhere to be heard is a
candidate all the same, and so is one in which somebody named does anything at all; `evidence` weighs the cues, by far the most of them against.
"""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from etl.transform import dates
from etl.transform.appearances import cues, slot_times, slots
from etl.transform.appearances.answers import Answers, Telling
from etl.transform.appearances.cast import Cast
from etl.transform.appearances.frames import Frame, join
from etl.transform.appearances.items import NOUN, POST, STAGE, VENUE, key, verb_above
from etl.transform.appearances.merging import is_bare
from etl.transform.appearances.modality import hypothetical, refuses, status
from etl.transform.appearances.parts import OBJECT, OTHER, OWNER, SUBJECT, Named, Part
from etl.transform.appearances.sections import Section
from etl.transform.appearances.spots import Spots, doing
from etl.transform.appearances.telling_cues import (
    AIR,
    DECLINED,
    OF_THE_PLATFORM,
    PLANNED,
    SPEAKING,
    note_cues,
    note_filled,
    note_words,
)
from etl.transform.reading import Reading

DEAL = re.compile(r"\b(?:deals?|contract|agreement|rights|partnership|acquisition|licen[cs]e|lawsuit|shares)\b")
ABSENT = frozenset(("guest in focus", "guest is protagonist", "guest in sentence"))  # cues of guests whom the part does not name
# Verbs that say what a programme or station is, has or does at large.
STANDING = frozenset(
    "host co-host present front anchor run make produce create found launch start own begin helm "
    "be have become remain reach draw average boast attract claim count broadcast air belong".split()
)
# What happens to programmes and stations as to firms.
BUSINESS = frozenset(
    "acquire buy sell sponsor sue own found create cross reach download average draw attract earn owe belong license rename relaunch "
    "subscribe praise survive quarrel employ hire pay fund merge expand".split()
)


class Teller(Answers):
    """Finds the candidates of an article, sentence by sentence.

    Args:
        reading: the article.
        cast: who is who, with the context of what was told before.
        spots: where they may be.
    """

    def __init__(self, reading: Reading, cast: Cast, spots: Spots) -> None:
        super().__init__(reading, cast)
        self._spots = spots

    def tellings(self, sent: Span, section: Section | None = None) -> list[Telling]:
        """The candidates of the sentence in text order; `section` is what its heading says."""
        out: list[Telling] = []
        for spot in self._spots.of[sent.start_char]:
            part, anchors = spot.part, list(spot.anchors)
            if not anchors and section is not None and section.show is not None and part.people:
                anchors = [(part.people[0].token, None, [])]
            for n, anchor in enumerate(anchors):
                told = self._telling(sent, part, *anchor)
                if told is None:
                    continue
                told.spot = part.start, n
                if section is not None and section.show is not None:
                    told.cues.add("section of a show" if told.frame.show is None else "show in section")
                if section is not None and section.date and not told.frame.date:
                    told.cues.add("section of a day")
                out.append(told)
            if not anchors:
                told = self._answer(part, self.event) if self.event is not None else None
                if (told := told or self._done(sent, part)) is not None:
                    told.spot = part.start, 0
                    out.append(told)
        return out

    def _done(self, sent: Span, part: Part) -> Telling | None:
        """Whatever somebody does in a part that names neither show nor air nor occasion: "Bright came by on 3 March"."""
        verb = doing(part)
        person = next((p for p in part.people if p.thing.type == "Person"), None)
        if person is None or (verb is not None and slots.in_quote(self.reading, verb)):
            return None
        told = self._telling(sent, part, person.token if verb is None else verb, None, [])
        if told is not None:
            told.cues |= {f"{cue}, only done" for cue in told.cues}
            told.frame.definite = is_bare(told.frame)  # what tells no occasion apart goes on about the last one
        return told

    def _telling(self, sent: Span, part: Part, anchor: Token, show: Named | None, outlets: list[Named]) -> Telling | None:
        verb = self._verb(part, anchor)
        frame = Frame(at=verb if verb is not None else anchor, rule="appearances.loose", confidence=0.5)
        told = Telling(frame)
        note = told.cues.add
        frame.tokens = list(part.tokens)
        frame.nouns = [i.token for i in part.nouns if i.sort != STAGE]
        frame.show = show.thing if show is not None else None
        for outlet in outlets:
            join(frame.platforms, [outlet.thing])
            frame.kinds.append("broadcast")
        for platform in part.platforms:
            if platform.token.dep_ in ("compound", "nmod") and platform.token.head.lemma_.lower() in OF_THE_PLATFORM:
                continue  # "the YouTube group Nelk Boys"
            if not slots.elsewhere(platform.token) and (platform.prep in AIR or platform.role == OTHER) and platform.role != SUBJECT:
                join(frame.platforms, [platform.thing])
                note("platform")
        for item in part.nouns:
            if item.sort in (NOUN, VENUE, POST) and item.kind:
                frame.kinds.append(item.kind)
        if any(i.sort == STAGE for i in part.nouns) and not frame.kinds and frame.show is None and not frame.platforms:
            frame.kinds.append("speech")
        if anchor.pos_ == "VERB" and anchor.lemma_.lower() in SPEAKING and not frame.kinds and not frame.platforms:
            frame.kinds.append("speech")
        if verb is not None and verb.lemma_.lower() in ("debate",):
            frame.kinds.append("debate")
        self._roles(frame, told.cues, part, anchor, verb, sent, self._reach(part, show))
        note_cues(self.reading, self.known, told.cues, frame, part, anchor, show, outlets, verb, sent)
        if not (frame.guests or frame.hosts):
            return None
        if ({"modality unreal", "hypothetical"} & told.cues or hypothetical(anchor)) and "declined words" not in told.cues:
            return None
        if verb is not None and verb.lemma_.lower() in cues.REPEATING:
            return None
        if verb is not None and self._only_describes(told, part, verb, show or next(iter(outlets), None)):
            return None
        if show is None and not outlets and verb is not None and "guest is subject" not in told.cues and self._by_somebody_unnamed(verb):
            return None
        frame.status = self._status(told, part, verb, anchor)
        self._fill(frame, part, sent)
        note_filled(self.reading, told.cues, frame, part, anchor, verb)
        note_words(self.reading, told.cues, part, verb)
        frame.evidence.append(self.reading.sentence_span(anchor.idx))
        return told

    def _only_describes(self, told: Telling, part: Part, verb: Token, named: Named | None) -> bool:
        """Whether the part says what a show or station is, has or does at large, and names nobody who could have been heard: "Lowe hosts the podcast"."""
        if named is None or not told.cues & ABSENT:
            return False
        lemma = verb.lemma_.lower()
        if lemma in STANDING and named.role in (SUBJECT, OBJECT, OWNER):
            return True
        if any(i.sort in (NOUN, POST) and key(i.token) not in cues.VENUES for i in part.nouns):
            return False
        dealt = DEAL.search(self.reading.text, part.start, part.end) is not None
        return dealt or (lemma in BUSINESS and named.prep not in ("on", "during"))

    def _by_somebody_unnamed(self, verb: Token) -> bool:
        """Whether the subject is a person without a name: "a former president sat across the table from him"."""
        return any(
            c.dep_ == "nsubj"
            and c.pos_ == "NOUN"
            and key(c) not in cues.NOUNS.keys() | cues.POSTED | cues.VENUES.keys()
            and not self.reading.all_at(c)
            and any(d.lower_ in ("a", "an", "another", "one") for d in c.lefts)
            for c in verb.lefts
        )

    def _verb(self, part: Part, anchor: Token) -> Token | None:
        verb = anchor if anchor.pos_ == "VERB" else verb_above(anchor)
        return verb if verb is not None and part.holds(verb) else doing(part)

    def _status(self, told: Telling, part: Part, verb: Token | None, anchor: Token) -> str:
        text = slots.told(self.reading, part.start, part.end)
        if DECLINED.search(text) or (verb is not None and refuses(verb)):
            return cues.DECLINED
        said = status(verb) if verb is not None else status(anchor)
        if said in (cues.PLANNED, cues.DECLINED):
            return said
        return cues.PLANNED if PLANNED.search(text) and (verb is None or verb.tag_ != "VBD") else cues.OCCURRED

    # -------------------------------------------------------------------------------------------------------- slots
    def _fill(self, frame: Frame, part: Part, sent: Span) -> None:
        for place in part.places:
            if place.prep in slots.AT and frame.place is None:
                frame.place = place.thing
        slot_times.fill_times(self.reading, frame, sent.start_char, sent.end_char, alone=True)
        if frame.date is None:
            self._any_date(frame, part)

    def _any_date(self, frame: Frame, part: Part) -> None:
        for time in self.reading.times:
            if part.start <= time.start < part.end and not slots.in_quote(self.reading, self.reading.token(time.start)):
                value = dates.day(time, self.reading.article.published)
                if value and not (time.type == "TIME" and slot_times.CLOCK.fullmatch(time.text)):
                    frame.date, frame.date_text = value, time.text
                    frame.slot_evidence["date"] = [(time.start, time.end)]
                    frame.vaguely_dated = True
                    return
