"""Trains the network of occasions and of what was talked about, `data/networks/occasions.npz`, on annotated articles (`hearing.py`).

What is a candidate and which is an occasion or a topic is as for the weights of cues (`fit_tellings.py`, `fit_topics.py`), which learn afterwards how far the network is to be
believed; which of several phrases alike was talked about is told by the weights that are kept, without it.
`python -m benchmarks.train "occasion network"` trains it; `--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks import fit_topics
from benchmarks.fit_tellings import candidates
from benchmarks.fit_topics import topics_among
from benchmarks.hearing import Size, Text, Training
from etl.evaluate.gold import Gold
from etl.transform.appearances import occasion_hearing
from etl.transform.appearances.occasion_hearing import OccasionHearing
from etl.transform.appearances.topic_choice import FITTED
from etl.transform.weighing import likelihood

TRAINING = Training(occasion_hearing.NAME, occasion_hearing, Size(words=64, stretches=96, rounds=6, hidden=occasion_hearing.AROUND))


def text_of(gold: Gold) -> Text | None:
    """The candidates of an article; None where there are none."""
    found = candidates(gold, heard=False)
    text = fit_topics.text(gold, found.reading, heard=False)
    chances = [likelihood(c.cues, FITTED.base, FITTED.topic) for c in text.candidates]
    topics = topics_among(text, chances, likely=True)
    if not found.told and not text.candidates:
        return None
    right = [*([right, False] for right in found.right), *([False, bool(topic)] for topic in topics)]
    counted = [*([True, False] for _ in found.right), *([False, topic is not None] for topic in topics)]
    given = OccasionHearing(found.reading, found.spots).given(found.told, text.candidates)
    return Text(given, np.array(right, np.float32), np.array(counted, np.float32))
