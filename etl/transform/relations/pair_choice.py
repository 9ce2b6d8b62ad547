"""Which relations hold: pairs of things weighed by fitted tables, what rules have found being cues among others.

How likely a relation is, is said by a logistic model for each of `PREDICATES`; other relations stay as rules have found them.
`benchmarks/fit_pairs.py` fits the weights in `pair_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import exp

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import Reading
from etl.transform.relations.pair_cues import Group, Pair, pairs
from etl.transform.relations.pair_weights import BASES, WEIGHTS
from etl.transform.weighing import Table

PREDICATES = ("OWNS", "FOUNDED", "LEADS", "WORKS_FOR", "HOSTS", "AIRS_ON", "USES", "BANNED_FROM")  # those that profit
ADDED, KEPT = 0.4, 0.3  # likelihood from which a relation is told, and one that a rule has found is left


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of a relation: what a pair without any cue has, and by cue."""

    base: float
    weights: Table


Models = Mapping[str, Model]
FITTED: Models = {predicate: Model(base, WEIGHTS[predicate]) for predicate, base in BASES.items()}


class Sums:
    """What groups of cues weigh together; those that pairs of an article share are remembered."""

    def __init__(self, models: Models) -> None:
        self._models = models
        self._sums: dict[tuple[int, str], tuple[Group, float]] = {}

    def chance(self, pair: Pair, predicate: str) -> float:
        """How likely the relation holds between the two, between 0 and 1."""
        model = self._models[predicate]
        weigh = model.weights.get
        total = model.base + sum([weigh(cue, 0.0) for cue in (*pair.own[predicate], *pair.alone)])
        for group in pair.shared:
            known = self._sums.get((id(group), predicate))
            if known is None:  # the group is kept, so that no other gets its identity
                known = self._sums[id(group), predicate] = group, sum([weigh(cue, 0.0) for cue in group])
            total += known[1]
        return 1 / (1 + exp(-total))


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
    out = [d for d in told if d.predicate not in FITTED]
    sums = Sums(FITTED)
    for pair in pairs(reading, occasions, told, tuple(FITTED)):
        a, b = pair.subject, pair.object
        for predicate in pair.own:
            chance = sums.chance(pair, predicate)
            known = stated.get((predicate, id(a), id(b)))
            if chance < (KEPT if known else ADDED):
                continue
            chance = round(chance, 2)
            if known:
                out += [replace(d, confidence=chance) for d in known]
            else:
                rule = f"relations.pairs.{predicate.lower()}"
                out.append(RelationDraft(a, predicate, b, rule, pair.evidence(reading), confidence=chance))
    return out
