"""Which relations hold: pairs of things weighed by fitted tables, what rules have found being cues among others.

How likely a relation is, is said by a logistic model for each of `PREDICATES`; those to described groups are chosen elsewhere (`group_choice.py`).
`benchmarks/fit_pairs.py` fits the weights in `pair_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import Reading
from etl.transform.relations.pair_cues import NARROW, Pair, fitting, pairs
from etl.transform.relations.pair_hearing import heard
from etl.transform.relations.pair_weights import BASES, WEIGHTS
from etl.transform.weighing import Sums, Table, strength

PREDICATES = ("OWNS", "FOUNDED", "LEADS", "WORKS_FOR", "MEMBER_OF", "HOSTS", "AIRS_ON", "USES", "BANNED_FROM", *NARROW)
ADDED, KEPT = 0.35, 0.2  # likelihood from which a relation is told, and one that a rule has found is left


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of a relation: what a pair without any cue has, and by cue."""

    base: float
    weights: Table


Models = Mapping[str, Model]
FITTED: Models = {predicate: Model(base, WEIGHTS[predicate]) for predicate, base in BASES.items()}


def likelihood(pair: Pair, predicate: str, sums: Sums) -> float:
    """How likely the relation holds between the two, between 0 and 1; `sums` are those of the article."""
    model = FITTED[predicate]
    own = strength((*pair.own[predicate], *pair.alone), model.base, model.weights)
    return sums.likelihood(pair.shared, own, predicate, model.weights)


def _least(predicate: str, ruled: bool) -> float:
    """From which likelihood a relation is told; `ruled` where a rule has found it. What narrow rules find always is."""
    if not ruled:
        return ADDED
    return 0.0 if predicate in NARROW else KEPT


def choose(reading: Reading, occasions: Sequence[AppearanceDraft], told: Sequence[RelationDraft]) -> list[RelationDraft]:
    """The relations that are likely enough, and those of `told` that no weights are fitted to.

    Args:
        reading: the article.
        occasions: its appearances.
        told: the relations that rules have found; one that is kept stays that of its rule.
    """
    stated: dict[tuple[str, int, int], list[RelationDraft]] = {}
    for d in told:
        stated.setdefault((d.predicate, id(d.subject), id(d.object)), []).append(d)
    fits = fitting(tuple(FITTED))  # of places and topics nothing is weighed
    out = [d for d in told if d.predicate not in fits.get((d.subject.type, d.object.type), ())]
    sums = Sums()
    for pair in heard(reading, occasions, list(pairs(reading, occasions, told, tuple(FITTED))), PREDICATES):
        a, b = pair.subject, pair.object
        for predicate in pair.own:
            chance = likelihood(pair, predicate, sums)
            known = stated.get((predicate, id(a), id(b)))
            if chance < _least(predicate, known is not None):
                continue
            chance = round(chance, 2)
            if known:
                out += [replace(d, confidence=chance) for d in known]
            else:
                rule = f"relations.pairs.{predicate.lower()}"
                out.append(RelationDraft(a, predicate, b, rule, pair.evidence(reading), confidence=chance))
    return out
