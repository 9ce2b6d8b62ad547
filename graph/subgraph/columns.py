"""What a query finds, column by column: for an engine and a driver to hand over a row for each edge takes longer than to read the edges."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graph.store import Store


def columns(store: Store, pattern: str, *terms: str) -> Iterator[tuple[Any, ...]]:
    """The values of the terms for all that a pattern matches, in no order that is sure.

    Args:
        store: an open store.
        pattern: the program's own, such as `MATCH (n:Show)`.
        terms: expressions of which none is ever null: a list leaves nulls out, and the columns would no longer stand beside each other.
    """
    asked = ", ".join(f"collect({term}) AS c{n}" for n, term in enumerate(terms))
    [row] = store.read(f"{pattern} RETURN {asked}")
    return zip(*(row[f"c{n}"] for n in range(len(terms))), strict=True)


def names(store: Store, label: str) -> dict[str, str]:
    """Names of all nodes of a label, by id."""
    return dict(columns(store, f"MATCH (n:{label})", "n.id", "coalesce(n.name, n.id)"))
