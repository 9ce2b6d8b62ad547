"""Trains the network of relations between two things, `data/networks/pairs.npz`, on annotated articles (`hearing.py`).

What is a candidate is as for the weights of cues (`fit_pairs.py`), which learn afterwards how far the network is to be believed.
`python -m benchmarks.train "pair network"` trains it; `--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks.fit_pairs import ordered, pairs_of
from benchmarks.fitting import named
from benchmarks.hearing import Size, Text, Training
from etl.evaluate.gold import Gold
from etl.transform.relations import pair_hearing
from etl.transform.relations.pair_choice import PREDICATES

TRAINING = Training(pair_hearing.NAME, pair_hearing, Size(words=64, stretches=128, rounds=5, hidden=pair_hearing.HEADS))


def text_of(gold: Gold) -> Text | None:
    """The pairs of an article; None where there are none. An optional relation counts for none of the pair."""
    reading, occasions, found = pairs_of(gold)
    near = [pair for pair in found if pair.near]
    given = pair_hearing.given(reading, occasions, near, PREDICATES)
    if given is None:
        return None
    called = named(reading, gold.facts)
    annotated = {ordered(r.subject, r.predicate, r.object): gold.is_optional("relations", n) for n, r in enumerate(gold.facts.relations)}
    right, counted = [], []
    for pair in near:
        a, b = called[id(pair.subject)], called[id(pair.object)]
        told = {p: annotated[key] for p in pair.own if (key := ordered(a, p, b)) in annotated}
        right.append([p in told for p in PREDICATES])
        counted.append(not any(told.values()))
    return Text(given, np.array(right, np.float32), np.array(counted, np.float32))
