"""How strongly a described group is somebody's aim or public, and whose, as a small network hears it (`hearing.py`).

It is given the words of the group, those before and behind it in its sentence, and the sentences around; of somebody whose it may be also where that one is named.
What it says of the group is weighed beside its cues (`group_choice.py`), what it says of those whose it may be joins theirs (`group_cues.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from etl.transform.drafts import AppearanceDraft
from etl.transform.hearing import FEWEST, Listener, compared, kept
from etl.transform.hearing_inputs import Inputs, ScenePage, page_of
from etl.transform.hearing_mentions import NUMBERS, PLACES, Mentions, Option
from etl.transform.media_sentences import scenery
from etl.transform.reading import Reading
from etl.transform.relations.groups import Group
from etl.transform.utterance import paragraphs

NAME = "groups"
# Cues of which the network is told whether one of somebody begins so.
FLAGS = ("subject 0", "subject 1", "object 0", "owner of", "possessor", "speaker", "for whom", "guest", "host", "show of", "most spoken of of all", "rank 0", "rank 1")  # fmt: skip
STEPS = (-4.0, -3.0, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 2.0)  # logarithms of odds
SHARES = (0.05, 0.13, 0.22, 0.37, 0.5, 0.67, 0.82)  # of the odds of all whose it may be
# What is heard of somebody and of their share, in the order of the predicates of `group_choice.py`.
OWNED = (("aim heard", "share of aim heard"), ("public heard", "share of public heard"))
Heard = tuple[float, ...]
Owned = tuple[Group, Sequence[Option]]


class GroupHearing:
    """Tells of the groups of an article how strongly the network hears them as aims and publics, and whose.

    Args:
        reading: the article.
        occasions: its appearances.

    Attributes:
        is_asked: whether the article is long enough.
    """

    def __init__(self, reading: Reading, occasions: Sequence[AppearanceDraft]) -> None:
        self._reading, self._occasions = reading, occasions
        self.is_asked = sum(len(p.sentences) for p in paragraphs(reading)) >= FEWEST
        self._listener = Listener(lambda: kept(NAME))

    @cached_property
    def _page(self) -> ScenePage:
        return page_of(self._reading, scenery(self._reading, self._occasions))

    @cached_property
    def _mentions(self) -> Mentions:
        return Mentions(self._reading, self._page)

    def given(self, found: Sequence[Group], owned: Sequence[Owned]) -> Inputs:
        """What the network is given: each group of `found`, then each whose those of `owned` may be, in order."""
        places, kinds, shapes = [], [], []
        for group in found:
            own, shape = self._page.stands(group.start, group.end)
            places.append([*own, *[(0, 0)] * PLACES])
            kinds.append(group.kind)
            shapes.append([*shape, *[0.0] * (NUMBERS + len(FLAGS))])
        for group, options in owned:
            own, shape = self._page.stands(group.start, group.end)
            for thing, cues in options:
                named, more = self._mentions.around(own[0], group.head.head.i, thing)
                places.append([*own, *named])
                kinds.append(f"of {thing.type}")
                shapes.append([*shape, *more, *(any(cue.startswith(flag) for cue in cues) for flag in FLAGS)])
        return self._page.inputs(places, kinds, shapes)

    def groups(self, found: Sequence[Group]) -> Sequence[Heard | None]:
        """For each group how strongly it is an aim and how strongly a public, as logarithms of odds; None where the network is not asked."""
        if not self.is_asked:
            return [None] * len(found)
        return [strengths[: len(OWNED)] for strengths in self._listener.heard(self.given(found, ()))]

    def owners(self, owned: Sequence[Owned]) -> list[list[Option]]:
        """Those whose each group may be, with what the network says of them among their cues."""
        if not self.is_asked:
            return [list(options) for _, options in owned]
        heard = iter([strengths[len(OWNED) :] for strengths in self._listener.heard(self.given((), owned))])
        out = []
        for _, options in owned:
            mine = [next(heard) for _ in options]
            aims, publics = (compared(names, [strengths[n] for strengths in mine], STEPS, SHARES) for n, names in enumerate(OWNED))
            out.append([(thing, (*cues, *aim, *public)) for (thing, cues), aim, public in zip(options, aims, publics, strict=True)])
        return out
