"""Disagreements: two articles that cannot both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any

_ABOUT = 0.1
"""What "about" may be off by, as a share of the larger of two figures."""
_DAYS = 31
_SLOTS = {"EPISODE_OF": "show", "AT": "place", "ON_DATE": "day"}


def rows(told: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All pairs that disagree, by what they are about.

    Args:
        told: rows with what (`figure` or an edge type of an appearance's slot), about, value, fact, article, told_by; for figures number,
            qualifier, unit, date (ISO) and platform.
        values: the question's parameters; the query has used them.
    """
    groups: dict[tuple[str, ...], dict[str, list[Mapping[str, Any]]]] = defaultdict(lambda: defaultdict(list))
    for row in sorted(told, key=lambda r: (r["about"], r["fact"], r["article"])):
        groups[row["what"], row["about"], row["unit"] or "", row["platform"] or ""][row["fact"]].append(row)
    out = []
    for (what, *_), facts in sorted(groups.items()):
        for one, other in combinations(facts.values(), 2):
            apart = {r["article"] for r in one}.isdisjoint(r["article"] for r in other)
            if apart and (_figures_differ(one[0], other[0]) if what == "figure" else _values_differ(one[0], other[0])):
                out.append(
                    {
                        "what": _SLOTS.get(what, what), "about": one[0]["about_name"],
                        "one": one[0]["value"], "one_by": sorted({r["told_by"] for r in one}),
                        "other": other[0]["value"], "other_by": sorted({r["told_by"] for r in other}),
                        "fact": one[0]["fact"], "other_fact": other[0]["fact"],
                    }
                )  # fmt: skip
    return sorted(out, key=lambda r: (r["what"] != "figure", r["about"], r["fact"], r["other_fact"]))


def _values_differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    a, b = one["value"], other["value"]
    if one["what"] == "ON_DATE":
        # a month and a day within it agree
        return not (a.startswith(b) or b.startswith(a))
    return bool(a.casefold() != b.casefold())


def _figures_differ(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if _far(one["date"], other["date"]):
        return False
    (low_a, high_a), (low_b, high_b) = _range(one), _range(other)
    return high_a < low_b or high_b < low_a


def _range(row: Mapping[str, Any]) -> tuple[float, float]:
    """Least and greatest number that the words allow."""
    number = row["number"]
    match row["qualifier"]:
        case "at_least":
            return number, float("inf")
        case "at_most":
            return 0.0, number
        case "about":
            return number * (1 - _ABOUT), number * (1 + _ABOUT)
    return number, number


def _far(one: str | None, other: str | None) -> bool:
    """Whether two dates, as exact as they are told, are more than a month apart; an unknown one is near to any."""
    if not one or not other or one.startswith(other) or other.startswith(one):
        return False
    a, b = (date.fromisoformat(d + "-01-01"[len(d) - 4 :] if len(d) < 10 else d) for d in (one, other))
    return abs((a - b).days) > _DAYS
