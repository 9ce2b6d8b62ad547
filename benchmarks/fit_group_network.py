"""Trains the network of groups of people, `data/networks/groups.npz`, on annotated articles (`hearing.py`).

It hears whether a described group is somebody's aim, and whether it is somebody's public. What is a candidate and which is right is as for the
weights of cues (`fit_groups.py`), which learn afterwards how far the network is to be believed. `python -m benchmarks.train "group network"` trains it;
`--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks.fit_groups import groups_of
from benchmarks.hearing import Size, Text, Training
from etl.evaluate.gold import Gold
from etl.transform.relations import group_hearing
from etl.transform.relations.group_choice import PREDICATES

TRAINING = Training("groups", group_hearing, Size(words=64, stretches=64, rounds=8))


def text_of(gold: Gold) -> Text | None:
    """The candidates of an article; None where the network is not asked."""
    given, rows = groups_of(gold)
    if given is None:
        return None
    right = [[row is not None and any(p == predicate for p, _ in row.relations) for predicate in PREDICATES] for row in rows]
    return Text(given, np.array(right, np.float32), np.array([row is not None and row.counts for row in rows], np.float32))
