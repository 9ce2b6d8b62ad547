"""Trains the network of groups of people, `data/networks/groups.npz`, on annotated articles (`hearing.py`).

It hears whether a described group is somebody's aim, and whether it is somebody's public. What is a candidate and which is right is as for the
weights of cues (`fit_groups.py`), which learn afterwards how far the network is to be believed. `python -m benchmarks.train "group network"` trains it;
`--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks import hearing
from benchmarks.fit_groups import groups_of
from benchmarks.fitting import Replacement
from benchmarks.hearing import Size, Text
from etl.evaluate.gold import Gold
from etl.transform.hearing import Ensemble
from etl.transform.relations import group_hearing
from etl.transform.relations.group_choice import PREDICATES

NAME = "groups"
SIZE = Size(words=64, stretches=64, rounds=8)
SHARES = hearing.SHARES


def text_of(gold: Gold) -> Text | None:
    """The candidates of an article; None where the network is not asked."""
    given, rows = groups_of(gold)
    if given is None:
        return None
    right = [[row is not None and any(p == predicate for p, _ in row.relations) for predicate in PREDICATES] for row in rows]
    return Text(given, np.array(right, np.float32), np.array([row is not None and row.counts for row in rows], np.float32))


def fit(texts: Sequence[Text | None]) -> Ensemble:
    """The networks."""
    return hearing.fit(texts, SIZE)


def put(networks: Ensemble) -> list[Replacement]:
    """What the trained networks take the place of."""
    return [(group_hearing, "kept", lambda _: networks)]


def check(texts: Sequence[Text | None]) -> None:
    """Print the average precisions of networks that have not seen the article."""
    hearing.check(texts, SIZE)


def write_network(networks: Ensemble) -> str:
    """Write the weights; returns the file and its size."""
    return hearing.written(networks, NAME)
