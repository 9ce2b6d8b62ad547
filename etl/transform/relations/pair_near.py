"""Which mentions of two things stand nearest to each other, found in one walk over the text; not those whose tie is denied."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from etl.transform.relations.pair_spots import Spot

BACK = 12  # mentions that are looked back at
APART = 1  # sentences between two mentions
NEAREST = 3  # pairs of mentions that count
MANY = 2  # more of a type are not told apart


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """Two mentions near each other.

    Attributes:
        apart: sentences from one to the other.
        distance: words from one to the other.
        a, b: that of who and that of whom.
        like_a, like_b: how many others of their types stand between, `MANY` at most.
    """

    apart: int
    distance: int
    a: Spot
    b: Spot
    like_a: int
    like_b: int


def nearest(marks: Sequence[Spot], types: Collection[tuple[str, str]]) -> dict[tuple[int, int], list[Near]]:
    """The nearest mentions of two things, the nearest first, by the identities of the two.

    Args:
        marks: all mentions, in the order of the text.
        types: of what types the two may be.
    """
    found: dict[tuple[int, int], list[Near]] = {}
    for n, y in enumerate(marks):
        between: dict[str, set[int]] = {}
        b, b_type = id(y.thing), y.thing.type
        for x in reversed(marks[max(0, n - BACK) : n]):
            apart = y.sentence - x.sentence
            if apart > APART:
                break
            a, a_type = id(x.thing), x.thing.type
            if a == b:
                continue
            forth, back = (a_type, b_type) in types, (b_type, a_type) in types
            if (forth or back) and not x.denied & y.denied:
                like_a = min(MANY, len(between.get(a_type, ())))
                like_b = min(MANY, len(between.get(b_type, ())))
                if forth:
                    found.setdefault((a, b), []).append(Near(apart, y.i - x.i, x, y, like_a, like_b))
                if back:
                    found.setdefault((b, a), []).append(Near(apart, y.i - x.i, y, x, like_b, like_a))
            between.setdefault(a_type, set()).add(a)
    return {key: sorted(all_, key=lambda x: (x.apart, x.distance))[:NEAREST] for key, all_ in found.items()}
