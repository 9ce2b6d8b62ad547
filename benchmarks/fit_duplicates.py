"""Fits the weights of records that tell of one occasion (`etl/transform/appearances/duplicates.py`): logistic regression with a ridge penalty.

Two records are of one occasion where both agree with the same annotated one more than with all others, in two slots at least. Articles of the
split `unread` are never learnt from. `check` fits without each fifth of the articles in turn and prints how well the rest is told.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.fitting import Replacement, Value, folds, logistic, scored
from etl.evaluate.gold import Gold
from etl.evaluate.verdicts import Names, Slot, agreement, placed, slots_of
from etl.transform import appearances, relations
from etl.transform.appearances import duplicates
from etl.transform.appearances.duplicate_cues import pairs, told
from etl.transform.assembly import Drafts, assemble
from etl.transform.pipeline import hear, reading_of
from etl.transform.weighing import likelihood

RIDGE, SEEN, SMALLEST = 16.0, 6, 0.03  # penalty, pairs that a cue must stand on, weights nearer to nothing than this are left out
ALIKE = 2  # slots in which a record must agree with an annotated one
FOLDS = 5
LEVELS = (0.5, 0.6, 0.7)
MODULE = "appearances/duplicate_weights"
TOLD = "The weights of the cues of records that tell of one occasion (`duplicates.py`), fitted by `benchmarks/fit_duplicates.py`."
Row = tuple[list[str], bool]
Weights = tuple[float, dict[str, float]]


def text_of(gold: Gold) -> list[Row]:
    """The cues of each two records of the article, and whether they are of one occasion."""
    reading = reading_of(gold.article)
    hear(reading)
    found = appearances.find(reading)
    appearances.choose_slots(reading, found, relations.find(reading, found.drafts))
    facts = assemble(reading, Drafts(appearances=found.drafts), "")
    names = Names(gold, facts)
    of = [_meant(gold, slots_of(a, names.__getitem__)) for a in facts.appearances]
    these = told(reading, found.records, found.drafts)
    return [(cues, of[i] is not None and of[i] == of[j]) for i, j, cues in pairs(reading, these)]


def _meant(gold: Gold, slots: frozenset[Slot]) -> int | None:
    """The number of the annotated record with which `slots` agree most, None where they hardly do."""
    agreed = [agreement(slots_of(a, str), placed(slots, gold, n)) for n, a in enumerate(gold.facts.appearances)]
    best = max(range(len(agreed)), key=lambda n: (agreed[n], -n), default=None)
    return best if best is not None and agreed[best] >= (ALIKE,) else None


def fit(texts: Sequence[Sequence[Row]]) -> Weights:
    """The base, and the weight of each cue."""
    rows = [row for rows in texts for row in rows]
    return logistic([cues for cues, _ in rows], [same for _, same in rows], RIDGE, SEEN, SMALLEST)


def values(weights: Weights) -> dict[str, Value]:
    """What the module of the weights holds."""
    return {"BASE": weights[0], "WEIGHTS": weights[1]}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of."""
    return [(duplicates, name, value) for name, value in values(weights).items()]


def check(texts: Sequence[Sequence[Row]]) -> None:
    """Print for some levels how well records of one occasion are told, by weights fitted without their article."""
    said: list[tuple[float, bool]] = []
    for known, held in folds(texts, FOLDS):
        base, weights = fit(known)
        said += [(likelihood(cues, base, weights), same) for rows in held for cues, same in rows]
    for level in LEVELS:
        given = [same for likely, same in said if likely >= level]
        print(f"{level:.2f} {scored(sum(same for _, same in said), len(given), sum(given))}")
