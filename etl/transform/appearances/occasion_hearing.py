"""How strongly a part of a sentence seems to tell of an occasion, and a phrase of what was talked about, as a network hears it (`hearing.py`).

Of a part it is given its words, those around what the occasion hangs on and around the verb, and the sentence; of a phrase its words, its head, those around it and
around the word above it, the sentence, and what stands before and behind it there; of both the sentences before and behind. What it says
joins the cues of the candidate (`telling_cues.py`, `topic_cues.py`), as steps that are reached or not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from math import log1p
from typing import Protocol

from etl.transform.appearances.answers import Telling
from etl.transform.appearances.parts import SUBJECT
from etl.transform.appearances.spots import Anchor, Spot, Spots, doing
from etl.transform.appearances.topic_options import RULE, Option
from etl.transform.hearing import FEWEST, Listener, kept, reached
from etl.transform.hearing_inputs import Inputs, Page, Words
from etl.transform.reading import Reading

NAME, HEARD = "occasions", "heard"
BESIDE = 3  # words beside what the occasion hangs on, beside the verb, and beside a phrase
FAR, MANY = 4.0, 4.0  # by what the logarithm of lengths and numbers of names are divided
AROUND = 5, 7  # from which to which place the sentences around stand
STEPS = (-5.0, -4.0, -3.5, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)  # logarithms of odds
OF_PARTS, OF_PHRASES = 13, 6  # numbers about each
NOWHERE: Words = (0, 0)
Row = tuple[list[Words], str, list[float]]


class Phrase(Protocol):
    """A candidate for a topic, the number of the item of a list that it is, and how many there are."""

    @property
    def option(self) -> Option: ...
    @property
    def item(self) -> int: ...
    @property
    def items(self) -> int: ...


class OccasionHearing:
    """Tells of the candidates of an article how strongly the network hears an occasion, or what was talked about.

    Args:
        reading: the article, its speakers known.
        spots: where it may tell of occasions.

    Attributes:
        is_asked: whether the article is long enough for the network to be asked about occasions; about topics it always is.
    """

    def __init__(self, reading: Reading, spots: Spots) -> None:
        self._reading, self._spots = reading, spots
        self.is_asked = len(reading.sentences) >= FEWEST
        self._listener = Listener(lambda: kept(NAME))

    def note(self, told: Sequence[Telling]) -> None:
        """Add to the cues of candidates for occasions what the network says of them, where it is asked."""
        if self.is_asked:
            for one in told:
                one.cues.update(self._cues[one.spot])
                one.heard = True

    def phrases(self, found: Sequence[Phrase]) -> list[float]:
        """How strongly each phrase is heard as what was talked about, as the logarithm of odds."""
        return [strength for _, strength in self._listener.heard(self.given((), found))]

    def given(self, told: Sequence[Telling], found: Sequence[Phrase]) -> Inputs:
        """What the network is given of some candidates for occasions, and then for topics."""
        spots = self._asked
        return self._inputs([*(spots[one.spot] for one in told), *(self._phrase(phrase) for phrase in found)])

    @cached_property
    def _page(self) -> Page:
        return Page(self._reading)

    @cached_property
    def _asked(self) -> dict[tuple[int, int], Row]:
        """A row for each anchor of each spot, one for a spot that has none but names somebody."""
        return {
            (spot.part.start, number): row
            for n, sent in enumerate(self._reading.sentences)
            for spot in self._spots.of[sent.start_char]
            for number, row in enumerate(self._parts(spot, self._around(n)))
        }

    @cached_property
    def _cues(self) -> dict[tuple[int, int], tuple[str, ...]]:
        said = self._listener.heard(self._inputs(list(self._asked.values())))
        return {at: reached(HEARD, strength, STEPS) for at, (strength, _) in zip(self._asked, said, strict=True)}

    def _inputs(self, rows: Sequence[Row]) -> Inputs:
        return self._page.inputs([where for where, _, _ in rows], [kind for _, kind, _ in rows], [shape for _, _, shape in rows])

    @cached_property
    def _times(self) -> list[int]:
        return [t.start for t in self._reading.times]

    @cached_property
    def _sentences(self) -> list[Words]:
        return [(sent.start, sent.end) for sent in self._reading.sentences]

    def _around(self, n: int) -> list[Words]:
        """The words of the sentence of that number, of the one before and of the next."""
        return [self._sentences[at] if 0 <= at < len(self._sentences) else NOWHERE for at in (n, n - 1, n + 1)]

    def _beside(self, start: int, end: int) -> Words:
        return max(0, start - BESIDE), min(len(self._reading.words), end + BESIDE)

    def _parts(self, spot: Spot, around: Sequence[Words]) -> list[Row]:
        """The rows of the anchors of a spot."""
        part = spot.part
        if not spot.anchors and not part.people:
            return []
        verb = doing(part)
        anchors: list[Anchor] = spot.anchors or [(verb if verb is not None else part.tokens[0], None, [])]
        whole = part.tokens[0].i, part.tokens[-1].i + 1
        doings = self._beside(verb.i, verb.i + 1) if verb is not None else NOWHERE
        named: list[Sequence[object]] = [part.people, part.shows, part.outlets, part.papers, part.platforms, part.places, part.nouns]
        next_time = bisect_left(self._times, part.start)
        timed = next_time < len(self._times) and self._times[next_time] < part.end
        out: list[Row] = []
        for token, show, outlets in anchors:
            shape = [
                *(len(those) / MANY for those in named),
                log1p(len(part.tokens)) / FAR,
                any(p.role == SUBJECT for p in part.people),
                all(p.pronoun for p in part.people),
                bool(outlets),
                len(anchors) / MANY,
                timed,
            ]
            kind = "part" if not spot.anchors else "part show" if show is not None else "part outlet" if outlets else f"part {token.pos_}"
            places = [whole, (token.i, token.i + 1), self._beside(token.i, token.i + 1), doings, *around, NOWHERE, NOWHERE]
            out.append((places, kind, [*shape, *[0.0] * OF_PHRASES, part.start / len(self._reading.text)]))
        return out

    def _phrase(self, phrase: Phrase) -> Row:
        """The row of a candidate for a topic."""
        option = phrase.option
        around = self._around(self._reading.sentence_number(option.start))
        begin, end = around[0]
        above = option.head.head.i
        whole = option.first, option.last
        places = [
            whole,
            (option.head.i, option.head.i + 1),
            self._beside(*whole),
            self._beside(above, above + 1),
            *around,
            (begin, max(begin, option.first)),
            (min(option.last, end), end),
        ]
        shape = [
            log1p(option.last - option.first) / FAR,
            option.kind == RULE,
            option.first - begin <= 1,
            option.last >= end - 1,
            phrase.item > 0,
            phrase.items / MANY,
        ]
        return places, f"topic {option.kind}", [*[0.0] * OF_PARTS, *shape, option.start / len(self._reading.text)]
