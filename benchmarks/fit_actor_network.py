"""Trains the networks that hear whose motive a stretch tells, `data/networks/actors.npz`, on annotated articles (`hearing.py`).

They learn from the stretches that tell an annotated motive and from all who come into question there; the weights of cues learn afterwards how far the
networks are to be believed (`fit_motives.py`). `python -m benchmarks.train "actor network"` trains them; `--check` prints how well they tell articles
that they have not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks.fit_motives import clues_of, told, wanted_of
from benchmarks.fitting import named
from benchmarks.hearing import Size, Text, Training
from etl.evaluate.gold import Gold
from etl.transform import actor_hearing

TRAINING = Training(actor_hearing.NAME, actor_hearing, Size(words=64, stretches=96, rounds=6))


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
