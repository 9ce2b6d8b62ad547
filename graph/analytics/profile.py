"""The profile of a subject: what is told of it by aspect, before and after a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

ASPECTS: Mapping[str, str] = {
    "KIND": "kind of appearance",
    "EPISODE_OF": "show",
    "ON": "platform",
    "AT": "place",
    "WITH": "with",
    "REACHED": "audience reached",
    "TARGETS": "audience wanted",
    "HAS_AUDIENCE": "has audience",
    "DISCUSSED": "topic",
    "MOTIVE": "motive",
    "USES": "uses",
    "BANNED_FROM": "banned from",
    "PARTNERED_WITH": "partner",
    "ENDORSED_BY": "endorsed by",
    "SUPPORTS_BY": "supported by",
    "CRITICIZED_BY": "criticised by",
    "SUED_BY": "sued by",
    "ENDORSED": "endorsed",
    "SUPPORTS": "supports",
    "CRITICIZED": "criticised",
    "SUED": "sued",
}
"""What a row of the query speaks of, in the order of the profile, and its name."""

Value = tuple[str, str, str]
"""Aspect, value and the value's label."""


def rows(told: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The profile, aspect by aspect, the commonest values first.

    Args:
        told: rows with aspect, value, type, date (ISO day, month, year or None) and fact.
        values: `date`, the ISO date that divides before from after, or empty.
    """
    out = []
    for (aspect, value, type_), facts in gathered(told).items():
        dates = sorted(d for d in facts.values() if d)
        split = values["date"]
        # a month is before a day within it only if all of it is: compare no finer than both are told
        before = sum(d[: len(split)] < split[: len(d)] for d in dates) if split else None
        out.append(
            {
                "aspect": ASPECTS[aspect], "value": value, "type": type_, "times": len(facts),
                "before": before, "after": len(dates) - before if before is not None else None,
                "first": dates[0] if dates else None, "last": dates[-1] if dates else None, "fact": min(facts),
            }
        )  # fmt: skip
    return out


def gathered(told: Iterable[Mapping[str, Any]]) -> dict[Value, dict[str, str | None]]:
    """By aspect and value the facts that speak of it with their dates; in the order of a profile."""
    facts: dict[Value, dict[str, str | None]] = defaultdict(dict)
    for row in told:
        if row["value"]:
            facts[row["aspect"], row["value"], row["type"]][row["fact"]] = row["date"]
    order = {aspect: n for n, aspect in enumerate(ASPECTS)}
    return dict(sorted(facts.items(), key=lambda item: (order[item[0][0]], -len(item[1]), item[0])))
