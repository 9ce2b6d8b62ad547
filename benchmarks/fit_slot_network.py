"""Trains the network of what fills the slots of occasions, `data/networks/slots.npz`, on annotated articles (`hearing.py`).

What is a candidate and which is right is as for the weights of cues (`fit_fillings.py`), which learn afterwards how far the network is to be believed.
`python -m benchmarks.train "slot network"` trains it; `--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks.fit_fillings import met_of
from benchmarks.hearing import Size, Text, Training
from etl.evaluate.gold import Gold
from etl.transform.appearances import slot_hearing

TRAINING = Training(slot_hearing.NAME, slot_hearing, Size(words=64, stretches=96, rounds=6, hidden=slot_hearing.SENTENCE))


def text_of(gold: Gold) -> Text | None:
    """What may fill the slots of the annotated records of an article; None where there are none."""
    met = met_of(gold)
    rows, right = [], []
    for n, wanted in met.wanted.items():
        for row in slot_hearing.rows(met.found.records[n : n + 1], met.found.drafts[n : n + 1], met.options[n : n + 1]):
            fills = {option.slot for option in row[2] if met.fits(option, wanted)}
            rows.append(row)
            right.append([slot in fills for slot in slot_hearing.SLOTS])
    given = slot_hearing.given(met.reading, met.found.drafts, rows)
    return None if given is None else Text(given, np.array(right, np.float32), np.ones(len(right), np.float32))
