"""How strongly each of several people and bodies seems to be the one whose motive a stretch tells, as networks hear it (`hearing.py`).

They are given the words of the stretch and those around where the candidate is named: last before it, in it, next behind it, and first of all. What they
say joins the cues of the candidate (`motive_options.py`), as steps that are reached or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.transform.hearing import compared, kept
from etl.transform.hearing_inputs import Inputs, page_of
from etl.transform.hearing_mentions import Mentions, Option
from etl.transform.media_sentences import Sentences
from etl.transform.motive_clues import Clue
from etl.transform.reading import Reading

NAME = "actors"
# Cues of which the networks are told whether one begins so.
FLAGS = ("a Person", "a Organization", "speaks", "a guest", "a host", "subject, ", "acts here", "acts before", "guest here", "in the title")
STEPS = (-5.0, -4.0, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0)  # logarithms of odds
SHARES = (0.02, 0.05, 0.13, 0.22, 0.37, 0.5, 0.67, 0.82, 0.9)  # of the odds of all candidates
Stretch = tuple[Clue, Sequence[Option]]


class ActorHearing:
    """Tells of the stretches of an article how strongly the networks hear each candidate as the one whose motive it is.

    Args:
        reading: the article.
        sentences: its sentences.
    """

    def __init__(self, reading: Reading, sentences: Sentences) -> None:
        self._page = page_of(reading, sentences)
        self._mentions = Mentions(reading, self._page)

    def inputs(self, stretches: Sequence[Stretch]) -> Inputs | None:
        """What the networks are given: each candidate of each stretch, in order; None where there is none."""
        page = self._page
        places, kinds, shapes = [], [], []
        for clue, options in stretches:
            own, shape = page.stands(clue.start, clue.end)
            for thing, cues in options:
                named, more = self._mentions.around(own[0], clue.verb.i, thing)
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
            steps = compared(("heard", "share heard"), mine, STEPS, SHARES)
            out.append([(thing, (*cues, *more)) for (thing, cues), more in zip(options, steps, strict=True)])
        return out
