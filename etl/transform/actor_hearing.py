"""How strongly each of several people and bodies seems to be the one whose motive a stretch tells, as networks hear it (`hearing.py`).

They are given the words of the stretch and those around where the candidate is named: last before it, in it, next behind it, and first of all. What they
say joins the cues of the candidate (`motive_options.py`), as steps that are reached or not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import exp, log1p

from etl.transform.hearing import kept, reached
from etl.transform.hearing_inputs import Inputs, Page, Words
from etl.transform.media_sentences import Sentences
from etl.transform.motive_clues import Clue
from etl.transform.reading import Reading, Thing

NAME = "actors"
AROUND, AROUND_FIRST = 3, 4  # words beside a mention, and beside the first
LEADING = 12  # words before the stretch that are looked at, back to the mention
FAR, OFTEN = 5.0, 3.0  # by what the logarithms of distances and of numbers of mentions are divided
NOWHERE = 200  # words to where nobody is named
REACH = 2000  # words from the stretch to a mention that is looked at, so that a long article needs no more than its length
# Cues of which the networks are told whether one begins so.
FLAGS = ("a Person", "a Organization", "speaks", "a guest", "a host", "subject, ", "acts here", "acts before", "guest here", "in the title")
STEPS = (-5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0)  # logarithms of odds
SHARES = (0.02, 0.05, 0.13, 0.22, 0.37, 0.5, 0.67, 0.82, 0.9)  # of the odds of all candidates
Option = tuple[Thing, tuple[str, ...]]
Stretch = tuple[Clue, Sequence[Option]]


class ActorHearing:
    """Tells of the stretches of an article how strongly the networks hear each candidate as the one whose motive it is.

    Args:
        reading: the article.
        sentences: its sentences.
    """

    def __init__(self, reading: Reading, sentences: Sentences) -> None:
        self._reading, self._page = reading, Page(reading, sentences)
        self._mentions: dict[int, list[Words]] = {}

    def inputs(self, stretches: Sequence[Stretch]) -> Inputs | None:
        """What the networks are given: each candidate of each stretch, in order; None where there is none."""
        page = self._page
        places, kinds, shapes = [], [], []
        for clue, options in stretches:
            own, shape = page.stands(clue.start, clue.end)
            for thing, cues in options:
                named, more = self._named(clue, own[0], thing)
                places.append([*own, *named])
                kinds.append(clue.kind)
                shapes.append([*shape, *more, *(any(cue.startswith(flag) for cue in cues) for flag in FLAGS)])
        if not places:
            return None
        return page.inputs(places, kinds, shapes)

    def options(self, stretches: Sequence[Stretch]) -> list[list[Option]]:
        """The candidates of each stretch, with what the networks say of them among their cues."""
        given = self.inputs(stretches)
        heard = iter([] if given is None else [strength for (strength,) in kept(NAME).heard(given)])
        out = []
        for _, options in stretches:
            mine = [next(heard) for _ in options]
            total = sum(exp(strength) for strength in mine)
            steps = [(*reached("heard", s, STEPS), *reached("share heard", exp(s) / total, SHARES)) for s in mine]
            out.append([(thing, (*cues, *more)) for (thing, cues), more in zip(options, steps, strict=True)])
        return out

    def _named(self, clue: Clue, stretch: Words, thing: Thing) -> tuple[list[Words], list[float]]:
        """Where a candidate is named, as words, and how far away and how often."""
        mentions, words = self._mentioned(thing), self._reading.words
        first, stop = stretch
        at, behind_at = bisect_left(mentions, (first, 0)), bisect_left(mentions, (stop, 0))
        near = [m if m is not None and abs(m[0] - first) < REACH else None for m in (
            mentions[at - 1] if at else None,
            mentions[at] if at < behind_at else None,
            mentions[behind_at] if behind_at < len(mentions) else None,
            mentions[0] if mentions else None,
        )]  # fmt: skip
        before, inside, behind, earliest = near
        nearest = before or inside or behind
        head = words[nearest[1] - 1].head.i if nearest is not None else 0
        back = first - before[1] if before is not None else NOWHERE
        ahead = behind[0] - stop if behind is not None else NOWHERE

        def beside(mention: Words | None, count: int) -> Words:
            return (0, 0) if mention is None else (max(0, mention[0] - count), min(len(words), mention[1] + count))

        places = [
            *(beside(mention, AROUND) for mention in (before, inside, behind)),
            (head, head + (nearest is not None)),
            beside(earliest, AROUND_FIRST),
            (clue.verb.i, clue.verb.i + 1),
            (max(before[1], first - LEADING), max(before[1], first)) if before is not None else (0, 0),
        ]
        far = [log1p(max(0, distance)) / FAR for distance in (back, ahead)]
        return places, [before is not None, inside is not None, behind is not None, *far, log1p(len(mentions)) / OFTEN]

    def _mentioned(self, thing: Thing) -> list[Words]:
        """Where `thing` is mentioned, as words, in order."""
        if id(thing) not in self._mentions:
            self._mentions[id(thing)] = sorted(self._page.words(m.start, m.end) for m in thing.mentions)
        return self._mentions[id(thing)]
