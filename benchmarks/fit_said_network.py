"""Trains the network of what is said and by whom, `data/networks/said.npz`, on annotated articles (`hearing.py`).

It learns from all places where something may be said, and from all who come into question where something is. What is a candidate and which is right is as
for the weights of cues (`fit_statements.py`), which learn afterwards how far the network is to be believed.
`python -m benchmarks.train "said network"` trains it; `--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks import fit_statements
from benchmarks.fit_statements import Candidate, counts, meant_at
from benchmarks.hearing import Size, Text, Training
from etl.evaluate.gold import Gold
from etl.transform import said_hearing, statements
from etl.transform.pipeline import reading_of

TRAINING = Training(said_hearing.NAME, said_hearing, Size(words=64, stretches=96, rounds=6, hidden=said_hearing.AROUND))


def text_of(gold: Gold) -> Text | None:
    """The places of an article where something may be said, and who may have said what is; None where there are none."""
    reading = reading_of(gold.article)
    given = statements.Candidates(reading)
    if not given.places:
        return None
    text = fit_statements.text(reading, gold, [Candidate(p, tuple(given.stretches(p)), tuple(given.by_cues(p))) for p in given.places])
    meant = meant_at(text)
    right = [[is_meant is not None, False] for is_meant, _ in meant]
    counted = [[counts(*one), False] for one in meant]
    telling = [(c.place, c.options, whose.speaker) for c, (whose, _) in zip(text.candidates, meant, strict=True) if whose is not None]
    for _, options, speaker in telling:
        right += [[False, text.names[id(thing)] == speaker] for thing, _ in options]
        counted += [[False, True]] * len(options)
    inputs = given.hearing.given(given.places, [(place, options) for place, options, _ in telling])
    return Text(inputs, np.array(right, np.float32), np.array(counted, np.float32))
