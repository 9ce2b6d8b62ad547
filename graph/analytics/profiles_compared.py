"""Two profiles side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from graph.analytics.profile import ASPECTS, gathered


def rows(told: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Each aspect and value with how often either subject has it, what sets the two apart most first.

    Args:
        told: rows as for `graph.analytics.profile`, with `asked`, which of the two it speaks of.
        values: the names `a` and `b`; neither is used here.
    """
    sides = [gathered(r for r in told if r["asked"] == side) for side in ("a", "b")]
    sums = [Counter[str]() for _ in sides]
    for side, total in zip(sides, sums, strict=True):
        for (aspect, _, _), held in side.items():
            total[aspect] += len(held)
    out = []
    for key in sides[0] | sides[1]:
        aspect, value, type_ = key
        facts = [side.get(key, {}) for side in sides]
        shares = [len(f) / total[aspect] if total[aspect] else 0.0 for f, total in zip(facts, sums, strict=True)]
        first = [min(f) if f else None for f in facts]
        out.append(
            {
                "aspect": ASPECTS[aspect], "value": value, "type": type_, "a_times": len(facts[0]), "b_times": len(facts[1]),
                "difference": round(shares[0] - shares[1], 3), "fact": first[0] or first[1], "b_fact": first[1],
            }
        )  # fmt: skip
    order = {name: n for n, name in enumerate(ASPECTS.values())}
    return sorted(out, key=lambda r: (order[r["aspect"]], -abs(r["difference"]), r["value"], r["type"]))
