"""How strongly something seems to be said at a place, and by each of those around, as a network hears it (`hearing.py`).

It is given the words of the place's mark, those around it, what stands before and behind it in its sentence, the sentences around and who seems to say it; of
somebody who may have said it also the nearest words that mean them, those around and above these, and what stands between. What it says joins the cues of the place
(`said_cues.py`) and of those around (`said_by.py`), as steps that are reached or not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from math import log1p

from etl.transform.hearing import Listener, compared, kept, reached
from etl.transform.hearing_inputs import Inputs, Page, Words
from etl.transform.hearing_mentions import FAR, OFTEN, REACH, Mentions
from etl.transform.reading import Reading, Thing
from etl.transform.said_by import Option
from etl.transform.said_marks import ANSWER, QUOTE, SENTENCE, Place
from etl.transform.utterance import paragraphs

NAME = "said"
BESIDE, BETWEEN = 3, 24  # words beside a mark and a mention, and between the two, if there are no more
PLACES, NUMBERS = 4, 6  # of somebody who may speak
AROUND = 4, 6  # from which to which place the sentences around stand
STEPS = (-5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)  # logarithms of odds
SHARES = (0.02, 0.05, 0.13, 0.22, 0.37, 0.5, 0.67, 0.82, 0.9)  # of the odds of all who may have said it
# Cues of which the network is told whether somebody has them.
FLAGS = ("by rule", "subject", "last speaker", "speaker before", "subject before", "spoke before", "main", "right after", "right before")
NOWHERE: Words = (0, 0)
Row = tuple[list[Words], str, list[float]]


class SaidHearing:
    """Tells of the places of an article how strongly the network hears something said there, and by whom.

    Args:
        reading: the article.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading, self._page = reading, Page(reading)
        self._sentences = [(s.start, s.end) for p in paragraphs(reading) for s in p.sentences]
        self._starts = [start for start, _ in self._sentences]
        self._mentions = Mentions(reading, self._page)
        self._places: dict[int, Row] = {}
        self._listener = Listener(lambda: kept(NAME))

    def given(self, places: Sequence[Place], speakers: Sequence[tuple[Place, Sequence[Option]]]) -> Inputs:
        """What the network is given: each of `places`, then all who come into question at those of `speakers`, in order."""
        rows = [self._place(place) for place in places]
        for place, options in speakers:
            own = self._place(place)
            rows += [self._speaker(place, own, thing, cues) for thing, cues in options]
        return self._page.inputs([where for where, _, _ in rows], [kind for _, kind, _ in rows], [shape for _, _, shape in rows])

    def places(self, places: Sequence[Place]) -> list[list[str]]:
        """What the network says of each place, as cues."""
        return [
            [cue for of in ("said", f"{place.kind} said") for cue in reached(of, strength, STEPS)]
            for place, (strength, _) in zip(places, self._listener.heard(self.given(places, ())), strict=True)
        ]

    def options(self, speakers: Sequence[tuple[Place, Sequence[Option]]]) -> list[list[Option]]:
        """All who come into question at each of some places, with what the network says of them among their cues."""
        heard = iter([strength for _, strength in self._listener.heard(self.given((), speakers))])
        out = []
        for _, options in speakers:
            mine = [next(heard) for _ in options]
            steps, most = compared(("heard", "share heard"), mine, STEPS, SHARES), max(mine, default=0.0)
            out.append([
                (thing, (*cues, *more, *(["heard most"] if strength == most else ())))
                for (thing, cues), more, strength in zip(options, steps, mine, strict=True)
            ])  # fmt: skip
        return out

    def _beside(self, words: Words) -> Words:
        return max(0, words[0] - BESIDE), min(len(self._reading.words), words[1] + BESIDE)

    def _place(self, place: Place) -> Row:
        """The words by which a place is heard, its kind and its shape; those who speak there are heard by them, too."""
        if id(place) not in self._places:
            self._places[id(place)] = self._placed(place)
        return self._places[id(place)]

    def _placed(self, place: Place) -> Row:
        page = self._page
        begin, end = page.words(place.sentence.start, place.sentence.end)
        mark = self._mark(place)
        n = bisect_right(self._starts, place.sentence.start) - 1
        before = page.words(*self._sentences[n - 1]) if n else NOWHERE
        after = page.words(*self._sentences[n + 1]) if n + 1 < len(self._sentences) else NOWHERE
        subject = place.subject
        who = (
            (subject.left_edge.i, max(subject.i + 1, min(subject.right_edge.i + 1, subject.i + BESIDE))) if subject is not None else NOWHERE
        )
        places = [mark, self._beside(mark), (begin, max(begin, mark[0])), (min(mark[1], end), end), before, after, who]
        shape = [
            log1p(max(0, mark[0] - begin)) / FAR,
            log1p(max(0, end - mark[1])) / FAR,
            log1p(mark[1] - mark[0]) / FAR,
            subject is not None,
            subject is not None and subject.i < mark[0],
            bool(place.rules),
            place.sentence.start == place.opening,
            place.sentence.end == place.closing,
            bool(place.sentence.quotes),
            place.start / len(self._reading.text),
        ]
        return [*places, *[NOWHERE] * PLACES], place.kind, [*shape, *[0.0] * (NUMBERS + len(FLAGS))]

    def _mark(self, place: Place) -> Words:
        """The words that mark a place: a verb, a noun, what is quoted, a sentence, a paragraph."""
        if place.kind == QUOTE and place.quote is not None:
            return self._page.words(place.quote.inner_start, place.quote.inner_end)
        if place.kind == ANSWER:
            return self._page.words(place.opening, place.closing)
        if place.kind == SENTENCE or place.token is None:
            return self._page.words(place.sentence.start, place.sentence.end)
        return place.token.i, place.token.i + 1

    def _speaker(self, place: Place, own: Row, thing: Thing, cues: Sequence[str]) -> Row:
        """The words by which somebody is heard as the one who speaks at a place of that row, and the rest as for the place."""
        where, kind, shape = own
        mark = where[0]
        mentions = self._mentions.of(thing)
        at = bisect_left(mentions, (mark[0], 0))
        near = [m for m in mentions[max(0, at - 1) : at + 1] if abs(m[0] - mark[0]) < REACH]
        mention = min(near, key=lambda m: abs(m[0] - mark[0]), default=None)
        flags = [flag in cues for flag in FLAGS]
        shape = shape[: -NUMBERS - len(FLAGS)]
        often = log1p(len(mentions)) / OFTEN
        if mention is None:
            return where, f"{kind} {thing.type}", [*shape, 1.0, 0.0, 0.0, 0.0, 0.0, often, *flags]
        head = self._reading.words[mention[1] - 1].head.i
        low, high = sorted((mention, mark))
        between = low[1], max(low[1], min(high[0], low[1] + BETWEEN))
        gap = abs(mention[0] - mark[0])
        begin, end = where[2][0], where[3][1]
        more = [1.0, 1.0, mention[0] > mark[0], begin <= mention[0] < end, log1p(gap) / FAR, often]
        return (
            [*where[:-PLACES], mention, self._beside(mention), (head, head + 1), between],
            f"{kind} {thing.type}",
            [*shape, *more, *flags],
        )
