"""Which numbers count an audience and in what unit: their cues weighed by fitted tables.

The likelihood that a number counts one is that of a logistic model over its cues, its unit the likeliest of a softmax over the same.
`benchmarks/fit_figures.py` fits the weights in `figure_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.transform.figure_weights import AUDIENCE, BASE, UNIT
from etl.transform.weighing import likelihood

UNITS = ("viewers", "listeners", "followers", "subscribers", "users", "views", "downloads", "attendees", "people")
NEEDED = 0.4
TRUST = 2.5  # what the unit that hand-written wordings tell has ahead of the others


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of cues.

    Attributes:
        base: what a number without any cue has.
        audience: by cue, that it counts an audience.
        unit: by unit and cue, that it counts in that unit; what a unit has without any cue stands under "".
    """

    base: float
    audience: Mapping[str, float]
    unit: Mapping[str, Mapping[str, float]]


FITTED = Weights(BASE, AUDIENCE, UNIT)


def counting(cues: Iterable[str], weights: Weights | None = None) -> float:
    """How likely a number with these cues counts an audience."""
    weights = weights or FITTED
    return likelihood(cues, weights.base, weights.audience)


def unit_of(cues: Sequence[str], told: str | None = None, weights: Weights | None = None) -> str:
    """The unit that a number with these cues counts in, if it counts an audience; the first of several.

    Args:
        cues: the number's cues.
        told: the unit that hand-written wordings tell.
        weights: the weights of cues, if not those that are kept.
    """
    tables = (weights or FITTED).unit
    scores = {unit: table.get("", 0.0) + sum(table.get(cue, 0.0) for cue in cues) for unit, table in tables.items()}
    if told is not None:
        scores[told] = scores.get(told, 0.0) + TRUST
    return max(UNITS, key=lambda unit: scores.get(unit, 0.0))
