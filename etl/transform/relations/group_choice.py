"""Which described groups are somebody's aim or public, and whose: the candidates of an article weighed by fitted tables.

How likely a group is an aim (`TARGETS`) or a public (`HAS_AUDIENCE`) is said by two logistic models over its cues, and by a network that hears its
words (`group_hearing.py`), whose it is by conditional logistic models over the cues of all who come into question. `benchmarks/fit_groups.py` fits the weights in
`group_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from etl.transform.reading import Thing
from etl.transform.relations.group_cues import Candidate
from etl.transform.relations.group_hearing import Heard
from etl.transform.relations.group_weights import BASES, GROUPS, JUDGED, OWNERS, OWNERS_ALONE
from etl.transform.relations.groups import Group
from etl.transform.weighing import Table, likeliest, strength

PREDICATES = ("TARGETS", "HAS_AUDIENCE")
TAKEN = 0.32  # that a group is an aim or a public, so that it is noted at all
BOTH = 0.3  # that it is the less likely of the two, too
TOLD = 0.24  # that it is, and whose
TAKEN_ALONE, TOLD_ALONE = 0.21, 0.185  # the same where cues alone say so, which are surer of themselves


@dataclass(frozen=True, slots=True)
class Model:
    """The weights of a predicate.

    Attributes:
        base: what a group without any cue has.
        group: by cue of a group, that it is an aim or a public.
        owner: by cue of somebody around it, that it is theirs.
        alone: the same where the network is not asked.
        judged: what the strength of a group by its cues ("told") and by the network ("heard") count, beside "base".
    """

    base: float
    group: Table
    owner: Table
    alone: Table
    judged: Table

    def chance(self, cues: Sequence[str], heard: float | None) -> float:
        """How likely a group with these cues is one (0 to 1); `heard` is None where the network is not asked."""
        told = strength(cues, self.base, self.group)
        if heard is not None:
            told = self.judged["base"] + self.judged["told"] * told + self.judged["heard"] * heard
        return 1 / (1 + exp(-told))


Models = Mapping[str, Model]
FITTED: Models = {p: Model(BASES[p], GROUPS[p], OWNERS[p], OWNERS_ALONE[p], JUDGED[p]) for p in PREDICATES}


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A group that is an aim or a public, and the relations it is in: predicate, whose, and how likely both are right."""

    group: Group
    relations: tuple[tuple[str, Thing, float], ...]


def chances(cues: Sequence[str], heard: Heard | None, models: Models) -> dict[str, float]:
    """How likely a group is each, by predicate."""
    strengths = heard or [None] * len(PREDICATES)
    return {p: models[p].chance(cues, strengths[n]) for n, p in enumerate(PREDICATES)}


def likely(cues: Sequence[str], heard: Heard | None, models: Models | None = None) -> bool:
    """Whether a group is likely enough an aim or a public.

    Args:
        cues: the cues of the group.
        heard: how strongly the network hears each, None where it is not asked.
        models: the weights by predicate; by default those that are fitted.
    """
    rest = 1.0
    for chance in chances(cues, heard, models or FITTED).values():
        rest *= 1 - chance
    return 1 - rest >= (TAKEN_ALONE if heard is None else TAKEN)


def ties(
    cues: Sequence[str], heard: Heard | None, options: Sequence[Sequence[str]], models: Models | None = None
) -> list[tuple[str, int, float]]:
    """The relations that a likely group is in: predicate, the number of the one whose it is, and how likely both are right.

    Args:
        cues: the cues of the group.
        heard: how strongly the network hears each, None where it is not asked.
        options: the cues of each whose it may be.
        models: the weights by predicate; by default those that are fitted.
    """
    models = models or FITTED
    chance = chances(cues, heard, models)
    best = max(models, key=chance.__getitem__)
    out = []
    for predicate, model in models.items():
        if options and (predicate == best or chance[predicate] >= BOTH):
            which, share = likeliest(options, model.alone if heard is None else model.owner)
            if chance[predicate] * share >= (TOLD_ALONE if heard is None else TOLD):
                out.append((predicate, which, chance[predicate] * share))
    return out


def choose(candidates: Iterable[Candidate]) -> list[Chosen]:
    """The groups that are likely enough, in text order."""
    out = []
    for c in candidates:
        if likely(c.cues, c.heard):
            found = ties(c.cues, c.heard, [cues for _, cues in c.options])
            out.append(Chosen(c.group, tuple((predicate, c.options[n][0], chance) for predicate, n, chance in found)))
    return out
