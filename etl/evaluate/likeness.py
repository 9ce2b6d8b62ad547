"""Likeness: when two names, descriptions or stretches of an article mean the same (the rules of the benchmark's FORMAT.md)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeVar

from graph.records import Entity, Span

A = TypeVar("A")
B = TypeVar("B")
Weight = tuple[float, ...]
"""How well two things go together, greater is better; empty where they do not."""

DESCRIBED = frozenset(("Audience", "Topic"))
_LITTLE = frozenset(
    "a an the of in on at to for and or his her its their our those these this that who with by from as is are was were be".split()
)
_POSSESSIVE = re.compile(r"'s\b|'(?=\s|$)")
_NO_WORD = re.compile(r"[^\w&+]+")
_ARTICLE = re.compile(r"^(?:the|a|an) ")
_HALF = 0.5


def folded(name: str) -> str:
    """A name without case, accents, possessive, punctuation and leading article: what two spellings of it share."""
    marked = unicodedata.normalize("NFKD", name).replace("’", "'")
    plain = "".join(c for c in marked if not unicodedata.combining(c)).casefold()
    return _ARTICLE.sub("", _NO_WORD.sub(" ", _POSSESSIVE.sub("", plain)).strip())


def content(phrase: str) -> frozenset[str]:
    """The words of a description that carry its meaning, in the singular."""
    return frozenset(_singular(word) for word in folded(phrase).split() if word not in _LITTLE)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word


def same_description(one: str, two: str) -> float:
    """The share of content words that two descriptions have in common, 0 where they are not the same.

    They are where that is half or more, or where one's words are all among the other's; without content words, where they read alike.
    """
    a, b = content(one), content(two)
    if not a or not b:
        return float(not a and not b and folded(one) == folded(two))
    shared = len(a & b)
    share = shared / len(a | b)
    return share if share >= _HALF or (shared and shared == min(len(a), len(b))) else 0.0


def same_entity(gold: Entity, found: Entity) -> Weight:
    """How surely two entities are one thing: the same name before a name among the aliases before an alias in common."""
    if gold.type in DESCRIBED or found.type in DESCRIBED:
        share = max((same_description(a, b) for a in _names(gold) for b in _names(found)), default=0.0) if gold.type == found.type else 0.0
        return (share,) if share else ()
    ours, theirs = {folded(n) for n in _names(gold)}, {folded(n) for n in _names(found)}
    shared = len(ours & theirs)
    if not shared:
        return ()
    name, other = folded(gold.name), folded(found.name)
    grade = 2 if name == other else 1 if name in theirs or other in ours else 0
    return (grade, gold.type == found.type, shared)


def _names(entity: Entity) -> list[str]:
    return [name for name in (entity.name, *entity.aliases) if name]


def shared_of_union(one: Span, two: Span) -> float:
    """The characters that two stretches share, as a part of those that either has."""
    return _shared(one, two) / (max(one[1], two[1]) - min(one[0], two[0]))


def shared_of_shorter(one: Span, two: Span) -> float:
    """The characters that two stretches share, as a part of the shorter one."""
    return _shared(one, two) / min(one[1] - one[0], two[1] - two[0])


def _shared(one: Span, two: Span) -> int:
    return max(0, min(one[1], two[1]) - max(one[0], two[0]))


def pairs(gold: Sequence[A], found: Sequence[B], weight: Callable[[A, B], Weight]) -> dict[int, int]:
    """Which of `found` stands for which of `gold`, each for one at most: the best pair first, then the best of those left.

    Args:
        weight: how well two go together; of equal pairs the earlier comes first.
    """
    cells = [(w, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (w := weight(g, f))]
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(cells, key=lambda c: (tuple(-x for x in c[0]), c[1], c[2])):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return chosen
