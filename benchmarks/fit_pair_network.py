"""Trains the network of relations between two things, `data/networks/pairs.npz`, on annotated articles (`hearing.py`).

What is a candidate is as for the weights of cues (`fit_pairs.py`), which learn afterwards how far the network is to be believed.
`python -m benchmarks.train "pair network"` trains it; `--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks import hearing
from benchmarks.fit_pairs import pairs_of
from benchmarks.fitting import Replacement, named
from benchmarks.hearing import Size, Text
from etl.evaluate.gold import Gold
from etl.transform.hearing import Ensemble
from etl.transform.relations import pair_hearing
from etl.transform.relations.pair_choice import PREDICATES

SIZE = Size(words=64, stretches=96, rounds=5, hidden=pair_hearing.HEADS)
SHARES = hearing.SHARES


def text_of(gold: Gold) -> Text | None:
    """The pairs of an article; None where there are none. An optional relation counts for none of the pair."""
    reading, occasions, found = pairs_of(gold)
    near = [pair for pair in found if pair.near]
    given = pair_hearing.given(reading, occasions, near, PREDICATES)
    if given is None:
        return None
    called = named(reading, gold.facts)
    annotated = {(r.subject, r.predicate, r.object): gold.is_optional("relations", n) for n, r in enumerate(gold.facts.relations)}
    right, counted = [], []
    for pair in near:
        a, b = called[id(pair.subject)], called[id(pair.object)]
        told = {p: annotated[a, p, b] for p in pair.own if (a, p, b) in annotated}
        right.append([p in told for p in PREDICATES])
        counted.append(not any(told.values()))
    return Text(given, np.array(right, np.float32), np.array(counted, np.float32))


def fit(texts: Sequence[Text | None]) -> Ensemble:
    """The networks."""
    return hearing.fit(texts, SIZE)


def put(networks: Ensemble) -> list[Replacement]:
    """What the trained networks take the place of."""
    return [(pair_hearing, "kept", lambda _: networks)]


def check(texts: Sequence[Text | None]) -> None:
    """Print the average precisions of networks that have not seen the article."""
    hearing.check(texts, SIZE)


def write_network(networks: Ensemble) -> str:
    """Write the weights; returns the file and its size."""
    return hearing.written(networks, pair_hearing.NAME)
