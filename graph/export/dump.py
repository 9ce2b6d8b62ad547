"""The whole graph in memory: nodes by label and edges by type, with the properties that the ontology declares. For comparing small graphs; exports read page by page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from graph.identity import edge_ends
from graph.ontology import Property, ontology
from graph.store import Store
from graph.subgraph import Edge, Node


@dataclass(frozen=True, slots=True)
class Dump:
    """All nodes by label and all edges by type, in the order of the ontology and then of their ids."""

    nodes: Mapping[str, tuple[Node, ...]]
    edges: Mapping[str, tuple[Edge, ...]]


def dump(store: Store) -> Dump:
    """Read the whole graph out of the store."""
    nodes = {}
    for label in ontology().labels:
        rows = store.read(f"MATCH (n:{label}) RETURN properties(n) AS p")
        nodes[label] = tuple(sorted((node(label, row["p"]) for row in rows), key=lambda n: n.id))
    edges: dict[str, list[Edge]] = {type_: [] for type_ in ontology().edges}
    for row in store.read("MATCH ()-[r]->() RETURN properties(r) AS p"):
        one = edge(row["p"])
        edges[one.type].append(one)
    return Dump(nodes, {type_: tuple(sorted(group, key=lambda e: e.id)) for type_, group in edges.items()})


def columns(properties: tuple[Property, ...]) -> tuple[str, ...]:
    """Names of properties, without the id that has a place of its own."""
    return tuple(p.name for p in properties if p.name != "id")


def node(label: str, values: Mapping[str, Any]) -> Node:
    """A node of that label by its properties as the store has them."""
    return Node(values["id"], label, str(values.get("name") or values["id"]), _declared(values, ontology().labels[label].properties))


def edge(values: Mapping[str, Any]) -> Edge:
    """An edge by its properties as the store has them."""
    type_, source, target = edge_ends(values["id"])
    return Edge(values["id"], type_, source, target, _declared(values, ontology().edge_properties))


def _declared(values: Mapping[str, Any], properties: tuple[Property, ...]) -> dict[str, Any]:
    return {name: values[name] for name in columns(properties) if values.get(name) is not None}
