"""Fits the weights of `etl/transform/relations/pair_weights.py` to annotated articles: logistic regression with a ridge penalty.

A candidate is a relation that may hold between two things mentioned near each other, or that rules have found; optional ones are left out. Articles of
the split `unread` are never learnt from. `check` fits without each fifth of the articles in turn and prints how well the rest is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sys import intern

from benchmarks.fitting import Replacement, Value, folds, logistic, named, scored
from etl.evaluate.gold import Gold
from etl.transform import appearances, relations
from etl.transform.drafts import AppearanceDraft
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from etl.transform.relations import pair_choice
from etl.transform.relations.pair_choice import ADDED, PREDICATES, Model
from etl.transform.relations.pair_cues import Group, Pair, pairs
from etl.transform.relations.pair_hearing import heard
from etl.transform.weighing import likelihood
from graph.ontology import ontology

RIDGE, SEEN, SMALLEST = 4.0, 6, 0.08  # penalty, candidates that a cue must stand on, weights nearer to nothing than this are left out
FOLDS = 5
MODULE = "relations/pair_weights"
TOLD = "The weights of the cues of relations (`pair_choice.py`), fitted by `benchmarks/fit_pairs.py`."


def ordered(subject: str, predicate: str, object_: str) -> tuple[str, str, str]:
    """Who, what, whom; either way round alike where the relation holds both ways."""
    turned = ontology().relations[predicate].symmetric and object_ < subject
    return (object_, predicate, subject) if turned else (subject, predicate, object_)


@dataclass(frozen=True, slots=True)
class Row:
    """A candidate: its relation, the names of the two, its cues in groups."""

    predicate: str
    subject: str
    object: str
    groups: tuple[Group, ...]

    @property
    def relation(self) -> tuple[str, str, str]:
        """Who, what, whom."""
        return ordered(self.subject, self.predicate, self.object)

    @property
    def cues(self) -> list[str]:
        """Its cues, those of all groups."""
        return [cue for group in self.groups for cue in group]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's candidates and annotated relations, without optional ones."""

    rows: tuple[Row, ...]
    relations: frozenset[tuple[str, str, str]]


def pairs_of(gold: Gold) -> tuple[Reading, list[AppearanceDraft], list[Pair]]:
    """The article as it is read, its appearances, and the pairs of things that may be related."""
    reading = reading_of(gold.article)
    hear(reading)
    occasions = appearances.find(reading).drafts
    return reading, occasions, list(pairs(reading, occasions, relations.stated(reading, occasions), PREDICATES))


def text_of(gold: Gold) -> Text:
    """The candidates of an article, and the relations that are to be found."""
    reading, occasions, met = pairs_of(gold)
    called = named(reading, gold.facts)
    annotated = [ordered(r.subject, r.predicate, r.object) for r in gold.facts.relations]
    free = {key for n, key in enumerate(annotated) if gold.is_optional("relations", n)}
    kept: dict[int, Group] = {}  # by identity: pairs share groups
    rows = []
    found = heard(reading, occasions, met, PREDICATES)
    for pair in found:
        subject, object_ = called[id(pair.subject)], called[id(pair.object)]
        shared = tuple(kept.setdefault(id(group), tuple(map(intern, group))) for group in pair.shared)
        alone = tuple(map(intern, pair.alone))
        rows += [Row(predicate, subject, object_, (*shared, alone, own)) for predicate, own in pair.own.items()]
    rows = [row for row in rows if row.relation not in free]
    return Text(tuple(rows), frozenset(key for key in annotated if key[1] in PREDICATES and key not in free))


def fit(texts: Sequence[Text]) -> dict[str, Model]:
    """The models of all relations."""
    out = {}
    for predicate in PREDICATES:
        known = [(row.cues, row.relation in text.relations) for text in texts for row in text.rows if row.predicate == predicate]
        word = f"says {predicate}"  # a rule's word counts fully
        free = [word] if sum(word in cues for cues, _ in known) >= SEEN else []
        out[predicate] = Model(*logistic([cues for cues, _ in known], [right for _, right in known], RIDGE, SEEN, SMALLEST, free))
    return out


def values(models: Mapping[str, Model]) -> dict[str, Value]:
    """What the module of the weights holds."""
    return {"BASES": {p: m.base for p, m in models.items()}, "WEIGHTS": {p: m.weights for p, m in models.items()}}


def put(models: Mapping[str, Model]) -> list[Replacement]:
    """What `models` take the place of."""
    return [(pair_choice, "FITTED", models)]


def check(texts: Sequence[Text]) -> None:
    """Print the score of weights that were fitted without the article."""
    tally: Counter[tuple[str, str]] = Counter()
    for known, held in folds(texts, FOLDS):
        models = fit(known)
        for text in held:
            given = {
                row.relation
                for row in text.rows
                if likelihood(row.cues, models[row.predicate].base, models[row.predicate].weights) >= ADDED
            }
            for what, those in (("asked", text.relations), ("given", given), ("right", given & text.relations)):
                tally.update((predicate, what) for _, predicate, _ in those)
    for predicate in PREDICATES:
        print(f"{predicate:11} {scored(*(tally[predicate, what] for what in ('asked', 'given', 'right')))}")
