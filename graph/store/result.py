"""The answer to a query as plain values, free of the driver's classes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.identity import edge_ends, is_edge
from graph.schema import INTERNAL_PREFIX
from graph.store.driver import neo4j

# integers beyond this do not survive JSON in a browser, so that they are handed over as text
_EXACT = 2**53


@dataclass(frozen=True, slots=True)
class Result:
    """A table: `columns` in order, `rows` as dicts by column, whether rows were cut off, and how long it took in seconds."""

    columns: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    truncated: bool
    seconds: float


def plain(value: Any) -> Any:
    """A value of the driver as numbers, strings, lists and dicts.

    A node becomes its properties and `label`, an edge its properties, `type`, `source` and `target`, a path the list of both in turn.
    """
    if isinstance(value, neo4j.graph.Node):
        return {"label": ":".join(sorted(value.labels)), **properties(value)}
    if isinstance(value, neo4j.graph.Relationship):
        # of its two nodes an edge that comes alone knows only the engine's own numbers, but its id names them
        id_ = str(value.get("id") or "")
        _, source, target = edge_ends(id_) if is_edge(id_) else (None, None, None)
        return {"type": value.type, "source": source, "target": target, **properties(value)}
    if isinstance(value, neo4j.graph.Path):
        out = [plain(value.start_node)]
        for edge, node in zip(value.relationships, value.nodes[1:], strict=True):
            out += [plain(edge), plain(node)]
        return out
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(v) for v in value]
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime | neo4j.time.Time | neo4j.time.Duration):
        return value.iso_format()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _EXACT:
        return str(value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return str(value)


def properties(thing: Mapping[str, Any]) -> dict[str, Any]:
    """The properties of a node or edge by name, in order, without the store's own bookkeeping."""
    return {k: plain(thing[k]) for k in sorted(thing.keys()) if not k.startswith(INTERNAL_PREFIX)}
