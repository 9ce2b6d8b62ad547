"""Trains the network of what fills the slots of occasions, `data/networks/slots.npz`, on annotated articles (`hearing.py`).

What is a candidate and which is right is as for the weights of cues (`fit_fillings.py`), which learn afterwards how far the network is to be believed.
`python -m benchmarks.train "slot network"` trains it; `--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from benchmarks import hearing
from benchmarks.fit_fillings import met_of
from benchmarks.fitting import Replacement
from benchmarks.hearing import Size, Text
from etl.evaluate.gold import Gold
from etl.transform.appearances import slot_hearing
from etl.transform.hearing import Ensemble

SIZE = Size(words=64, stretches=96, rounds=6, hidden=slot_hearing.SENTENCE)
SHARES = hearing.SHARES


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


def fit(texts: Sequence[Text | None]) -> Ensemble:
    """The networks."""
    return hearing.fit(texts, SIZE)


def put(networks: Ensemble) -> list[Replacement]:
    """What the trained networks take the place of."""
    return [(slot_hearing, "kept", lambda _: networks)]


def check(texts: Sequence[Text | None]) -> None:
    """Print the average precisions of networks that have not seen the article."""
    hearing.check(texts, SIZE)


def write_network(networks: Ensemble) -> str:
    """Write the weights; returns the file and its size."""
    return hearing.written(networks, slot_hearing.NAME)
