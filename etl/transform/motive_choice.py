"""Which stretches tell a motive and whose: the clues of an article weighed by fitted tables.

How strongly a stretch tells a motive is said by a logistic model over its cues, and by a network that hears its words (`hearing.py`);
how likely it is somebody's by a conditional logistic model over the cues of all who come into question, what networks hear among them
(`actor_hearing.py`); and how likely all is right by a last one over what these say, since each is surer of itself than it ought to be. `benchmarks/fit_motives.py` fits the weights in `motive_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from etl.transform.hearing_mentions import Option
from etl.transform.motive_bounds import NEEDED
from etl.transform.motive_clues import Clue
from etl.transform.motive_weights import ACTOR, ALONE, BASE, JUDGED, STRETCH
from etl.transform.motive_wide import SPEECH
from etl.transform.reading import Thing
from etl.transform.stretches import Stretches
from etl.transform.weighing import likeliest, strength

NEAR = 16  # characters between two stretches of one aim, at most
WHOLE = 0.7  # what a whole sentence or quotation counts beside the very words of an aim within it, which a reader wants


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of cues.

    Attributes:
        base: what a stretch without any cue has.
        stretch: by cue of a stretch, that it tells a motive.
        actor: by cue of somebody around it, that it is theirs.
        judged: of the strength of a stretch by its cues ("stretch") and by the network ("heard") and the logarithm of an actor's share
            ("actor"), that stretch and actor are right, beside "base".
        alone: the same where the network is not heard.
    """

    base: float
    stretch: Mapping[str, float]
    actor: Mapping[str, float]
    judged: Mapping[str, float]
    alone: Mapping[str, float]

    def right(self, told: float, heard: float | None, share: float) -> float:
        """How likely a motive is right.

        Args:
            told: how strongly the stretch tells one by its cues.
            heard: how strongly the network hears one in it, None where it is not asked.
            share: how likely it is the actor's who comes into question first (0 to 1).
        """
        j = self.alone if heard is None else self.judged
        by_network = 0.0 if heard is None else j["heard"] * heard
        return 1 / (1 + exp(-j["base"] - j["stretch"] * told - by_network - j["actor"] * log(share)))


FITTED = Weights(BASE, STRETCH, ACTOR, JUDGED, ALONE)


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A motive: the clue that tells it, whose it is, and how likely both are right."""

    clue: Clue
    actor: Thing
    likelihood: float


def choose(
    found: Iterable[Clue],
    options: Callable[[Sequence[Clue]], Sequence[Sequence[Option]]],
    weights: Weights | None = None,
    needed: float = NEEDED,
) -> list[Chosen]:
    """The motives, in text order; of those that overlap, or stand side by side for one actor, the likeliest.

    Args:
        found: the clues of the article.
        options: tells of each of several clues whose motive it may be; only asked for likely ones.
        weights: the weights of their cues, if not those that are kept.
        needed: how likely a motive must be.
    """
    weights = weights or FITTED
    weighed = []
    strengths = [(clue, strength(clue.cues, weights.base, weights.stretch)) for clue in found]
    likely = [(clue, told) for clue, told in strengths if weights.right(told, clue.heard, 1.0) >= needed]
    for (clue, told), actors in zip(likely, options([clue for clue, _ in likely]), strict=True):
        if actors:
            which, share = likeliest([cues for _, cues in actors], weights.actor)
            if (chance := weights.right(told, clue.heard, share)) >= needed:
                weighed.append(Chosen(clue, actors[which][0], chance))
    kept = Stretches[Chosen]()
    for c in sorted(weighed, key=lambda c: (-_worth(c), c.clue.start, c.clue.end)):
        near = kept.touching(c.clue.start, c.clue.end, within=NEAR)
        if not any(k.actor is c.actor or (start < c.clue.end and c.clue.start < end) for start, end, k in near):
            kept.add(c.clue.start, c.clue.end, c)
    return sorted(kept, key=lambda c: (c.clue.start, c.clue.end))


def _worth(chosen: Chosen) -> float:
    return chosen.likelihood * (WHOLE if chosen.clue.kind in SPEECH else 1.0)
