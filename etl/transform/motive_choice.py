"""Which stretches tell a motive and whose: the clues of an article weighed by fitted tables.

The likelihood that a stretch tells a motive is that of a logistic model over its cues, the likelihood that it is somebody's that of a
conditional logistic model over the cues of all who come into question. `benchmarks/fit_motives.py` fits the weights in
`motive_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from etl.transform.motive_clues import Clue
from etl.transform.motive_weights import ACTOR, BASE, STRETCH
from etl.transform.reading import Thing

NEAR = 16  # characters between two stretches of one aim, at most
NEEDED = 0.3
Option = tuple[Thing, tuple[str, ...]]


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A motive: the clue that tells it, whose it is, and how likely both are right."""

    clue: Clue
    actor: Thing
    likelihood: float


def likelihood(cues: Iterable[str], weights: Mapping[str, float] = STRETCH, base: float = BASE) -> float:
    """How likely a stretch with these cues tells a motive."""
    return 1 / (1 + exp(-base - sum(weights.get(cue, 0.0) for cue in cues)))


def whose(options: Sequence[Option], weights: Mapping[str, float] = ACTOR) -> tuple[Thing, float]:
    """The likeliest of `options` (one at least), the first of several, and how likely it is."""
    scores = [exp(sum(weights.get(cue, 0.0) for cue in cues)) for _, cues in options]
    best = max(range(len(scores)), key=lambda n: (scores[n], -n))
    return options[best][0], scores[best] / sum(scores)


def choose(found: Iterable[Clue], options: Callable[[Clue], Sequence[Option]]) -> list[Chosen]:
    """The motives, in text order; of those that overlap, or stand side by side for one actor, the likeliest.

    Args:
        found: the clues of the article.
        options: tells whose motive a clue may be; only asked for likely ones.
    """
    weighed = []
    for clue in found:
        chance = likelihood(clue.cues)
        if chance >= NEEDED and (actors := options(clue)):
            actor, share = whose(actors)
            weighed.append(Chosen(clue, actor, chance * share))
    kept: list[Chosen] = []
    for c in sorted(weighed, key=lambda c: (-c.likelihood, c.clue.start, c.clue.end)):
        if c.likelihood < NEEDED:
            break
        if not any(_same(k, c) for k in kept):
            kept.append(c)
    return sorted(kept, key=lambda c: (c.clue.start, c.clue.end))


def _same(one: Chosen, other: Chosen) -> bool:
    near = one.clue.start < other.clue.end + NEAR and other.clue.start < one.clue.end + NEAR
    return near and (one.actor is other.actor or (one.clue.start < other.clue.end and other.clue.start < one.clue.end))
