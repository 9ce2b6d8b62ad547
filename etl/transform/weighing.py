"""Weighs candidates by the cues that hold of them: fitted weights are added up, and sums are made likelihoods.

A logistic model tells how likely a candidate is for itself, a conditional logistic model which of several it is (McFadden 1974).
`benchmarks/fitting.py` fits both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import exp

Table = Mapping[str, float]


def plain(word: str) -> str:
    """The word as a cue has it: a break in the text is called one."""
    return "BREAK" if word.isspace() else word


def likelihood(cues: Iterable[str], base: float, table: Table) -> float:
    """How likely a candidate is (0 to 1).

    Args:
        cues: what holds of it, in a fixed order, since sums depend on it.
        base: what a candidate without any cue has.
        table: the weight of each cue; others weigh nothing.
    """
    return 1 / (1 + exp(-strength(cues, base, table)))


def strength(cues: Iterable[str], base: float, table: Table) -> float:
    """The logarithm of the odds of a candidate; arguments as for `likelihood`."""
    get = table.get
    return base + sum([get(cue, 0.0) for cue in cues])


def shares(options: Sequence[Iterable[str]], table: Table) -> list[float]:
    """How likely each of `options` (one at least), given by its cues, is the one that is meant; together 1."""
    get = table.get
    scores = [exp(sum([get(cue, 0.0) for cue in cues])) for cues in options]
    total = sum(scores)
    return [score / total for score in scores]


def likeliest(options: Sequence[Iterable[str]], table: Table) -> tuple[int, float]:
    """The number of the likeliest of `options` (one at least), the first of several, and how likely it is."""
    found = shares(options, table)
    best = found.index(max(found))
    return best, found[best]


class Sums:
    """What groups of cues weigh together by a table, remembered, since candidates of an article share groups."""

    def __init__(self) -> None:
        self._sums: dict[tuple[int, str], tuple[Sequence[str], float]] = {}

    def likelihood(self, groups: Iterable[Sequence[str]], base: float, name: str, table: Table) -> float:
        """How likely a candidate is (0 to 1).

        Args:
            groups: what holds of it, in a fixed order; groups of one identity have one sum.
            base: what a candidate without any cue has.
            name: that of the table; it always has the same weights.
            table: the weight of each cue; others weigh nothing.
        """
        weigh = table.get
        total = base
        for group in groups:
            known = self._sums.get((id(group), name))
            if known is None:  # the group is kept, so that no other gets its identity
                known = self._sums[id(group), name] = group, sum([weigh(cue, 0.0) for cue in group])
            total += known[1]
        return 1 / (1 + exp(-total))
