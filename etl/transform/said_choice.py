"""Which places of an article are statements, what is said there and by whom: cues weighed by fitted tables.

The likelihood that something is said at a place is that of a logistic model over its cues; which stretch it is and whose are those of
conditional logistic models over the stretches and speakers that come into question. `benchmarks/fit_statements.py` fits the weights in
`said_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from etl.transform.reading import Thing
from etl.transform.said_by import Option
from etl.transform.said_marks import Place
from etl.transform.said_spans import Span
from etl.transform.said_weights import BASE, PLACE, SPEAKER, STRETCH
from etl.transform.stretches import Stretches
from etl.transform.weighing import Table, likeliest, likelihood, shares

NEEDED = 0.35
SLIGHT = 0.01  # stretches less likely than that count for no other
SAME = 0.5  # what two stretches share of both together, at least, to be taken for the same
NEAREST = 0.2  # how much a stretch's own likelihood counts beside that of all that are taken for the same


class Whereabouts(Protocol):
    """Tells the stretches of a place."""

    def __call__(self, place: Place) -> Sequence[Span]: ...


class Whose(Protocol):
    """Tells the speakers who come into question at each of some places."""

    def __call__(self, places: Sequence[Place]) -> Sequence[Sequence[Option]]: ...


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of cues.

    Attributes:
        base: what a place without any cue has.
        place: by cue of a place, that something is said there.
        stretch: by cue of a stretch, that it is what is said.
        speaker: by cue of somebody around, that they say it.
    """

    base: float
    place: Table
    stretch: Table
    speaker: Table


FITTED = Weights(BASE, PLACE, STRETCH, SPEAKER)


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A statement: its place, stretch and speaker, and how likely all is right."""

    place: Place
    start: int
    end: int
    speaker: Thing
    likelihood: float


def choose(
    places: Iterable[Place], stretches: Whereabouts, speakers: Whose, weights: Weights | None = None, needed: float = NEEDED
) -> list[Chosen]:
    """The statements, in text order; of those that overlap the likeliest.

    Args:
        places: where something may be said.
        stretches, speakers: tell what and by whom; only asked for likely places.
        weights: the weights of their cues; by default those that are fitted.
        needed: how likely a statement with its speaker and stretch must be.
    """
    weights = weights or FITTED
    likely = [(place, chance) for place in places if (chance := likelihood(place.cues, weights.base, weights.place)) >= needed]
    found = []
    for (place, chance), people in zip(likely, speakers([place for place, _ in likely]), strict=True):
        if not people:
            continue
        who, share = likeliest([cues for _, cues in people], weights.speaker)
        if chance * share >= needed and (spans := stretches(place)):
            which, sure = _middle(spans, shares([cues for _, _, cues in spans], weights.stretch))
            if chance * share * sure >= needed:
                found.append(Chosen(place, spans[which][0], spans[which][1], people[who][0], chance * share * sure))
    kept = Stretches[Chosen]()
    for c in sorted(found, key=lambda c: (-c.likelihood, c.start, c.end)):
        if not any(True for _ in kept.touching(c.start, c.end)):
            kept.add(c.start, c.end, c)
    return sorted(kept, key=lambda c: (c.start, c.end))


def _middle(spans: Sequence[Span], found: Sequence[float]) -> tuple[int, float]:
    """The number of the stretch that most of what is likely is nearly the same as (the decision of least risk), and how likely that is.

    Args:
        spans: the stretches, one at least.
        found: how likely each is.
    """
    likely = [(a, b, share) for (a, b, _), share in zip(spans, found, strict=True) if share > SLIGHT]
    best, most, sure = 0, -1.0, 0.0
    for n, ((start, end, _), own) in enumerate(zip(spans, found, strict=True)):
        if own <= SLIGHT:
            continue
        near = sum([share for a, b, share in likely if min(b, end) - max(a, start) >= SAME * (max(b, end) - min(a, start))])
        if near + NEAREST * own > most:
            best, most, sure = n, near + NEAREST * own, near
    return best, sure
