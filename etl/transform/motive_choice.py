"""Which stretches tell a motive and whose: the clues of an article weighed by fitted tables.

The likelihood that a stretch tells a motive is that of a logistic model over its cues, the likelihood that it is somebody's that of a
conditional logistic model over the cues of all who come into question. `benchmarks/fit_motives.py` fits the weights in
`motive_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.transform.motive_bounds import NEEDED
from etl.transform.motive_clues import Clue
from etl.transform.motive_weights import ACTOR, BASE, STRETCH
from etl.transform.motive_wide import SPEECH
from etl.transform.reading import Thing
from etl.transform.stretches import Stretches
from etl.transform.weighing import likeliest, likelihood

NEAR = 16  # characters between two stretches of one aim, at most
WHOLE = 0.7  # what a whole sentence or quotation counts beside the very words of an aim within it, which a reader wants
Option = tuple[Thing, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of cues.

    Attributes:
        base: what a stretch without any cue has.
        stretch: by cue of a stretch, that it tells a motive.
        actor: by cue of somebody around it, that it is theirs.
    """

    base: float
    stretch: Mapping[str, float]
    actor: Mapping[str, float]


FITTED = Weights(BASE, STRETCH, ACTOR)


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A motive: the clue that tells it, whose it is, and how likely both are right."""

    clue: Clue
    actor: Thing
    likelihood: float


def choose(
    found: Iterable[Clue], options: Callable[[Clue], Sequence[Option]], weights: Weights = FITTED, needed: float = NEEDED
) -> list[Chosen]:
    """The motives, in text order; of those that overlap, or stand side by side for one actor, the likeliest.

    Args:
        found: the clues of the article.
        options: tells whose motive a clue may be; only asked for likely ones.
        weights: the weights of their cues.
        needed: how likely a motive must be.
    """
    weighed = []
    for clue in found:
        chance = likelihood(clue.cues, weights.base, weights.stretch)
        if chance >= needed and (actors := options(clue)):
            which, share = likeliest([cues for _, cues in actors], weights.actor)
            if chance * share >= needed:
                weighed.append(Chosen(clue, actors[which][0], chance * share))
    kept = Stretches[Chosen]()
    for c in sorted(weighed, key=lambda c: (-_worth(c), c.clue.start, c.clue.end)):
        near = kept.touching(c.clue.start, c.clue.end, within=NEAR)
        if not any(k.actor is c.actor or (start < c.clue.end and c.clue.start < end) for start, end, k in near):
            kept.add(c.clue.start, c.clue.end, c)
    return sorted(kept, key=lambda c: (c.clue.start, c.clue.end))


def _worth(chosen: Chosen) -> float:
    return chosen.likelihood * (WHOLE if chosen.clue.kind in SPEECH else 1.0)
