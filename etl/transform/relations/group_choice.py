"""Which described groups are somebody's aim or public, and whose: the candidates of an article weighed by fitted tables.

How likely a group is an aim (`TARGETS`) or a public (`HAS_AUDIENCE`) is said by two logistic models over its cues, whose it is by
conditional logistic models over the cues of all who come into question. `benchmarks/fit_groups.py` fits the weights in
`group_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.transform.reading import Thing
from etl.transform.relations.group_cues import Candidate
from etl.transform.relations.group_weights import BASES, GROUPS, OWNERS
from etl.transform.relations.groups import Group
from etl.transform.weighing import Table, likeliest, likelihood

PREDICATES = ("TARGETS", "HAS_AUDIENCE")
TAKEN = 0.32  # that a group is an aim or a public, so that it is noted at all
BOTH = 0.3  # that it is the less likely of the two, too
TOLD = 0.25  # that it is, and whose


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of a predicate.

    Attributes:
        base: what a group without any cue has.
        group: by cue of a group, that it is an aim or a public.
        owner: by cue of somebody around it, that it is theirs.
    """

    base: float
    group: Table
    owner: Table


Models = Mapping[str, Model]
FITTED: Models = {predicate: Model(BASES[predicate], GROUPS[predicate], OWNERS[predicate]) for predicate in PREDICATES}


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A group that is an aim or a public, and the relations it is in: predicate, whose, and how likely both are right."""

    group: Group
    relations: tuple[tuple[str, Thing, float], ...]


def likely(cues: Sequence[str], models: Models | None = None) -> bool:
    """Whether a group with these cues is likely enough an aim or a public, by the models that are fitted if no others are given."""
    rest = 1.0
    for model in (models or FITTED).values():
        rest *= 1 - likelihood(cues, model.base, model.group)
    return 1 - rest >= TAKEN


def ties(cues: Sequence[str], options: Sequence[Sequence[str]], models: Models | None = None) -> list[tuple[str, int, float]]:
    """The relations that a likely group is in: predicate, the number of the one whose it is, and how likely both are right.

    Args:
        cues: the cues of the group.
        options: the cues of each whose it may be.
        models: the weights by predicate; by default those that are fitted.
    """
    models = models or FITTED
    chances = {predicate: likelihood(cues, model.base, model.group) for predicate, model in models.items()}
    best = max(models, key=chances.__getitem__)
    out = []
    for predicate, model in models.items():
        if options and (predicate == best or chances[predicate] >= BOTH):
            which, share = likeliest(options, model.owner)
            if chances[predicate] * share >= TOLD:
                out.append((predicate, which, chances[predicate] * share))
    return out


def choose(candidates: Iterable[Candidate]) -> list[Chosen]:
    """The groups that are likely enough, in text order."""
    out = []
    for c in candidates:
        if likely(c.cues):
            found = ties(c.cues, [cues for _, cues in c.options])
            out.append(Chosen(c.group, tuple((predicate, c.options[n][0], chance) for predicate, n, chance in found)))
    return out
