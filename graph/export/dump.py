"""The whole graph in memory: nodes by label and edges by type, with the properties that the ontology declares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.identity import edge_ends
from graph.ontology import Property, ontology
from graph.store import Store
from graph.subgraph import Edge, Node

Progress = Callable[[int], None]
"""Called with the number of nodes and edges read so far."""


@dataclass(frozen=True, slots=True)
class Dump:
    """All nodes by label and all edges by type, in the order of the ontology and then of their ids."""

    nodes: Mapping[str, tuple[Node, ...]]
    edges: Mapping[str, tuple[Edge, ...]]


def dump(store: Store, *, progress: Progress | None = None) -> Dump:
    """Read the whole graph out of the store; `progress` is called after each label and at the end."""
    nodes = {}
    read = 0
    for label, declared in ontology().labels.items():
        rows = store.read(f"MATCH (n:{label}) RETURN n.id AS id, properties(n) AS p")
        nodes[label] = tuple(_node(label, row, declared.properties) for row in sorted(rows, key=lambda row: row["id"]))
        read += len(rows)
        if progress is not None:
            progress(read)
    edges: dict[str, list[Edge]] = {type_: [] for type_ in ontology().edges}
    for row in store.read("MATCH ()-[r]->() RETURN properties(r) AS p"):
        edge = _edge(row["p"])
        edges[edge.type].append(edge)
        read += 1
    if progress is not None:
        progress(read)
    return Dump(nodes, {type_: tuple(sorted(group, key=lambda e: e.id)) for type_, group in edges.items()})


def columns(properties: tuple[Property, ...]) -> tuple[str, ...]:
    """Names of properties, without the id that has a place of its own."""
    return tuple(p.name for p in properties if p.name != "id")


def _declared(values: Mapping[str, Any], properties: tuple[Property, ...]) -> dict[str, Any]:
    return {name: values[name] for name in columns(properties) if values.get(name) is not None}


def _node(label: str, row: Mapping[str, Any], properties: tuple[Property, ...]) -> Node:
    return Node(row["id"], label, str(row["p"].get("name") or row["id"]), _declared(row["p"], properties))


def _edge(values: Mapping[str, Any]) -> Edge:
    type_, source, target = edge_ends(values["id"])
    return Edge(values["id"], type_, source, target, _declared(values, ontology().edge_properties))
