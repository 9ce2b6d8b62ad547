"""The type of each name, chosen by fitted weights of its traits: one of the entity types, or none where it is no name of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import exp

from etl.transform.lexicon import Lexicon
from etl.transform.name_traits import Marks, traits
from etl.transform.name_types import ENTITY_TYPES, Group, decide, settled
from etl.transform.name_weights import BASES, WEIGHTS
from etl.transform.reading import Reading

NOTHING = "None"
CLASSES = (NOTHING, *ENTITY_TYPES)
SURE, AHEAD = 4.0, 2.0  # votes for a type, and how many more than for the next, with which it is clear
NO_NAME = 0.5  # the chance of being no name from which a name is left out


def choose(reading: Reading, groups: Sequence[Group], lexicon: Lexicon) -> None:
    """Give each group its type. What lexicon or votes are sure of, and parts of the names of people, keep what the votes say."""
    marks = Marks.of(reading.doc)
    parts: set[str] = set()
    for group in sorted(groups, key=lambda g: g.single):
        group.type = decide(group)
        if not (is_settled(group) or _is_clear(group) or (group.single and group.words[0].casefold() in parts)):
            group.type = chosen(traits(reading, group, lexicon, marks, group.type))
        if group.type == "Person" and not group.single:
            parts.update(w.casefold() for w in group.words)


def is_settled(group: Group) -> bool:
    """Whether the lexicon is sure what the name stands for."""
    return group.type is not None and group.entry is not None and not group.ambiguous


def _is_clear(group: Group) -> bool:
    """Whether the votes leave little doubt: there the weights tell no better (measured over the annotated articles)."""
    ranked = sorted(settled(group).values(), reverse=True)
    return bool(ranked) and ranked[0] >= SURE and ranked[0] - (ranked[1] if len(ranked) > 1 else 0.0) >= AHEAD


def chosen(strengths: Mapping[str, float]) -> str | None:
    """The likeliest type of a name with these traits, None where it is likelier to be none."""
    sums = [value / 100 for value in BASES]
    for trait, strength in strengths.items():
        if (weights := WEIGHTS.get(trait)) is not None:
            strength /= 100
            sums = [total + strength * weight for total, weight in zip(sums, weights, strict=True)]
    top = max(sums)
    chances = [exp(s - top) for s in sums]
    if chances[0] > NO_NAME * sum(chances):
        return None
    return ENTITY_TYPES[max(range(len(ENTITY_TYPES)), key=lambda n: chances[n + 1])]
