"""Trains the networks that hear whose motive a stretch tells, `data/networks/actors.npz`, on annotated articles (`hearing.py`).

They learn from the stretches that tell an annotated motive and from all who come into question there; the weights of cues learn afterwards how far the
networks are to be believed (`fit_motives.py`). `python -m benchmarks.train "actor network"` trains them; `--check` prints how well they tell articles
that they have not seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks import hearing
from benchmarks.fit_motives import clues_of, told, wanted_of
from benchmarks.fitting import Replacement, named
from benchmarks.hearing import Size, Text
from etl.evaluate.gold import Gold
from etl.transform import actor_hearing
from etl.transform.hearing import Ensemble

SIZE = Size(words=64, stretches=96, rounds=6)
SHARES = hearing.SHARES


def text_of(gold: Gold) -> Text | None:
    """Those who come into question for the annotated motives of an article; None where there are none."""
    reading, clues, actors = clues_of(gold)
    wanted, names = wanted_of(gold), named(reading, gold.facts)
    those = [(clue, actors.by_cues(clue), {w.actor for w in told(wanted, clue)}) for clue in clues]
    telling = [(clue, options, whose) for clue, options, whose in those if whose]
    given = actors.hearing.inputs([(clue, options) for clue, options, _ in telling])
    if given is None:
        return None
    right = [[names[id(thing)] in whose] for _, options, whose in telling for thing, _ in options]
    return Text(given, np.array(right, np.float32), np.ones(len(right), np.float32))


def fit(texts: Sequence[Text | None]) -> Ensemble:
    """The networks."""
    return hearing.fit(texts, SIZE)


def put(networks: Ensemble) -> list[Replacement]:
    """What the trained networks take the place of."""
    return [(actor_hearing, "kept", lambda _: networks)]


def check(texts: Sequence[Text | None]) -> None:
    """Print the average precision of networks that have not seen the article."""
    hearing.check(texts, SIZE)


def write_network(networks: Ensemble) -> str:
    """Write the weights; returns the file and its size."""
    return hearing.written(networks, actor_hearing.NAME)
