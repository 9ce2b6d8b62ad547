"""Trains the network of what pronouns and descriptions mean, `data/networks/references.npz`, on the articles whose references are annotated (`hearing.py`).

It learns from all who are named near a pronoun or description and come into question; the weights of cues learn afterwards how far it is to be believed
(`fit_references.py`). `python -m benchmarks.train "reference network"` trains it; `--check` prints how well it tells articles that it has not seen.
"""

from __future__ import annotations

import numpy as np

from benchmarks.fit_references import named_in
from benchmarks.hearing import Size, Text, Training
from benchmarks.references import annotated, thing_named
from etl.transform import reference_hearing
from etl.transform.antecedents import DESCRIPTION
from etl.transform.coreference import asked_of
from etl.transform.reference_hearing import ReferenceHearing
from graph.records import Article

TRAINING = Training(reference_hearing.NAME, reference_hearing, Size(words=64, stretches=96, rounds=9, hidden=reference_hearing.AROUND))


def text_of(article: Article) -> Text | None:
    """Those who come into question in an article; None where there are none. What is not annotated counts for nothing."""
    reading = named_in(article)
    hearing = ReferenceHearing(reading)
    asked = asked_of(reading, hearing.spots)
    told = {(r.start, r.kind == DESCRIPTION): [thing_named(reading, name) for name in r.names] for r in annotated(article.id)}
    right, counted = [], []
    for one in asked:
        meant = told.get((one.token.idx, one.kind == DESCRIPTION))
        right += [[any(thing is t for t in meant or ())] for thing, _ in one.things]
        counted += [meant is not None] * len(one.things)
    return Text(hearing.given(asked), np.array(right, np.float32), np.array(counted, np.float32)) if right else None
