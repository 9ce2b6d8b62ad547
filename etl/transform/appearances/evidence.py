"""How likely a loose telling is an occasion, by its cues and their fitted weights."""

from __future__ import annotations

from etl.transform.appearances import telling_weights as fitted
from etl.transform.appearances.answers import Telling
from etl.transform.weighing import likelihood

NEEDED = 0.5  # below this probability a candidate is left out: at equal F1 on unread articles the value with the better precision


def probability(told: Telling) -> float:
    """How likely a candidate is an occasion, between 0 and 1; where the network is not asked, by weights that have learnt without it."""
    base, weights = (fitted.BASE, fitted.WEIGHTS) if told.heard else (fitted.BASE_ALONE, fitted.ALONE)
    return likelihood(sorted(told.cues), base, weights)
