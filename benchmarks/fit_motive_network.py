"""Trains the network of motives, `data/networks/motives.npz`, on annotated articles (`hearing.py`).

What is a candidate and which tells a motive is as for the weights of cues (`fit_motives.py`), which learn afterwards how far the network is to
be believed. `python -m benchmarks.train "motive network"` trains it; `--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks.fit_motives import clues_of, told, wanted_of
from benchmarks.hearing import Size, Text, Training
from etl.evaluate.gold import Gold
from etl.transform import motive_clues
from etl.transform.hearing_inputs import inputs

TRAINING = Training("motives", motive_clues, Size(words=64, stretches=128, rounds=7))


def text_of(gold: Gold) -> Text:
    """The candidates of an article."""
    reading, clues, actors = clues_of(gold)
    wanted = [told(wanted_of(gold), clue) for clue in clues]
    return Text(
        inputs(reading, actors.sentences, [(c.start, c.end, c.kind) for c in clues]),
        np.array([bool(those) for those in wanted], np.float32)[:, None],
        np.array([not those or not all(w.optional for w in those) for those in wanted], np.float32),
    )
