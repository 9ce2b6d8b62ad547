"""Trains the network of groups of people, `data/networks/groups.npz`, on annotated articles (`hearing.py`).

It hears whether a described group is somebody's aim, and whether it is somebody's public, and of those whose it may be whether it is theirs. What is a candidate and which is right is as for the
weights of cues (`fit_groups.py`), which learn afterwards how far the network is to be believed. `python -m benchmarks.train "group network"` trains it;
`--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks.fit_groups import Row, groups_of
from benchmarks.hearing import Size, Text, Training
from etl.evaluate.gold import Gold
from etl.transform.relations import group_hearing
from etl.transform.relations.group_choice import PREDICATES

TRAINING = Training(group_hearing.NAME, group_hearing, Size(words=64, stretches=96, rounds=7))


def text_of(gold: Gold) -> Text | None:
    """The groups of an article and those whose they may be; None where the network is not asked."""
    known = groups_of(gold, heard=False)
    if not known.hearing.is_asked or not known.rows:
        return None
    right = [
        [row is not None and _whose(row, predicate) != set() for predicate in PREDICATES] + [False] * len(PREDICATES) for row in known.rows
    ]
    counted = [[row is not None and row.counts] * len(PREDICATES) + [False] * len(PREDICATES) for row in known.rows]
    owned = [(c, row) for c, row in zip(known.found, known.rows, strict=True) if row is not None and row.relations]
    for _, row in owned:
        whose = [_whose(row, predicate) for predicate in PREDICATES]
        for name, _ in row.options:
            right.append([False] * len(PREDICATES) + [name in those for those in whose])
            counted.append([False] * len(PREDICATES) + [bool(those) for those in whose])
    given = known.hearing.given([c.group for c in known.found], [(c.group, c.options) for c, _ in owned])
    return Text(given, np.array(right, np.float32), np.array(counted, np.float32))


def _whose(row: Row, predicate: str) -> set[str]:
    """The names of those whose aim or public a group is."""
    return {name for p, name in row.relations if p == predicate}
