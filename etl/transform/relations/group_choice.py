"""Which described groups are somebody's aim or public, and whose: the candidates of an article weighed by fitted tables.

How likely a group is an aim (`TARGETS`) or a public (`HAS_AUDIENCE`) is said by two logistic models over its cues, whose it is by
conditional logistic models over the cues of all who come into question. `benchmarks/fit_groups.py` fits the weights in
`group_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from etl.transform.reading import Thing
from etl.transform.relations.group_cues import Candidate
from etl.transform.relations.group_weights import BASES, GROUPS, OWNERS
from etl.transform.relations.groups import Group

PREDICATES = ("TARGETS", "HAS_AUDIENCE")
TAKEN = 0.35  # that a group is an aim or a public, so that it is noted at all
BOTH = 0.3  # that it is the less likely of the two, too
TOLD = 0.25  # that it is, and whose


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A group that is an aim or a public, and the relations it is in: predicate, whose, and how likely both are right."""

    group: Group
    relations: tuple[tuple[str, Thing, float], ...]


def likelihood(cues: Iterable[str], base: float, weights: Mapping[str, float]) -> float:
    """How likely a group with these cues is an aim or a public."""
    return 1 / (1 + exp(-base - sum(weights.get(cue, 0.0) for cue in cues)))


def whose(options: Sequence[tuple[Thing, tuple[str, ...]]], weights: Mapping[str, float]) -> tuple[Thing, float]:
    """The likeliest of `options` (one at least), the first of several, and how likely it is."""
    scores = [exp(sum(weights.get(cue, 0.0) for cue in cues)) for _, cues in options]
    best = max(range(len(scores)), key=lambda n: (scores[n], -n))
    return options[best][0], scores[best] / sum(scores)


def chances(cues: Iterable[str]) -> dict[str, float]:
    """How likely a group with these cues is an aim, and a public."""
    return {p: likelihood(cues, BASES[p], GROUPS[p]) for p in PREDICATES}


def likely(cues: tuple[str, ...]) -> bool:
    """Whether a group with these cues is likely enough one of the two."""
    of = chances(cues)
    return 1 - (1 - of["TARGETS"]) * (1 - of["HAS_AUDIENCE"]) >= TAKEN


def choose(candidates: Iterable[Candidate]) -> list[Chosen]:
    """The groups that are likely enough, in text order."""
    out = []
    for c in candidates:
        if not likely(c.cues):
            continue
        of = chances(c.cues)
        best = max(PREDICATES, key=of.__getitem__)
        relations = []
        for predicate in PREDICATES:
            if c.options and (predicate == best or of[predicate] >= BOTH):
                thing, share = whose(c.options, OWNERS[predicate])
                if of[predicate] * share >= TOLD:
                    relations.append((predicate, thing, of[predicate] * share))
        out.append(Chosen(c.group, tuple(relations)))
    return out
