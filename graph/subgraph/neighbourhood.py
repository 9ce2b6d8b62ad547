"""The neighbourhood of nodes: what a canvas shows around them, always the same for the same graph; and the counts of everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.identity import is_edge, label_of
from graph.ontology import ontology
from graph.store import Store
from graph.store.result import properties

HIDDEN = ("Date", "Evidence", "Article")
"""Labels left out of a neighbourhood unless asked for: they lead everywhere."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node with its properties by name; `name` is what to write beside it."""

    id: str
    label: str
    name: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge with its properties by name; `source` and `target` are node ids."""

    id: str
    type: str
    source: str
    target: str
    properties: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Subgraph:
    """Some nodes, the asked-for ones first, and all edges among them."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def nodes(store: Store, ids: Iterable[str]) -> dict[str, Node]:
    """The nodes with these ids, in the given order; unknown ids are left out."""
    wanted = [i for i in dict.fromkeys(ids) if not is_edge(i)]
    found: dict[str, Node] = {}
    for label, group in _by_label(wanted).items():
        rows = store.read(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN properties(n) AS p", {"ids": group})
        for row in rows:
            p = properties(row["p"])
            found[p["id"]] = Node(p["id"], label, str(p.get("name") or p["id"]), p)
    return {i: found[i] for i in wanted if i in found}


def neighbourhood(store: Store, ids: Sequence[str], *, limit: int = 25, skip_labels: Sequence[str] = HIDDEN) -> Subgraph:
    """Nodes together with their neighbours, and every edge among all of them.

    Args:
        store: an open store.
        ids: the nodes to start from; unknown ones are left out.
        limit: how many neighbours to take for each of them, those with the most edges first.
        skip_labels: labels of neighbours that are not taken.
    """
    start = nodes(store, ids)
    neighbours: dict[str, None] = {}
    for node in start.values():
        query = (
            f"MATCH (n:{node.label} {{id: $id}})--(m) WHERE NOT labels(m)[0] IN $skip WITH DISTINCT m "
            "RETURN m.id AS id, COUNT { (m)--() } AS edges ORDER BY edges DESC, id LIMIT $limit"
        )
        rows = store.read(query, {"id": node.id, "skip": list(skip_labels), "limit": limit})
        neighbours.update(dict.fromkeys(row["id"] for row in rows))
    kept = start | nodes(store, (i for i in neighbours if i not in start))
    return Subgraph(tuple(kept.values()), _edges_among(store, list(kept)))


def _edges_among(store: Store, ids: list[str]) -> tuple[Edge, ...]:
    found: dict[str, Edge] = {}
    for label, group in _by_label(ids).items():
        query = (
            f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})-[r]->(m) WHERE m.id IN $all "
            "RETURN id AS source, type(r) AS type, m.id AS target, properties(r) AS p"
        )
        for row in store.read(query, {"ids": group, "all": ids}):
            p = properties(row["p"])
            found[p["id"]] = Edge(p["id"], row["type"], row["source"], row["target"], p)
    return tuple(found[i] for i in sorted(found))


def counts(store: Store) -> dict[str, int]:
    """How many nodes there are of each label and edges of each type, in the order of the ontology; all are named."""
    out = dict.fromkeys((*ontology().labels, *ontology().edges), 0)
    for row in store.read("MATCH (n) RETURN labels(n)[0] AS name, count(*) AS n"):
        if row["name"] in out:
            out[row["name"]] = row["n"]
    for row in store.read("MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS n"):
        if row["name"] in out:
            out[row["name"]] = row["n"]
    return out


def _by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        label = label_of(id_)
        # a label goes into the query's text: only declared ones may
        if label in ontology().labels:
            groups[label].append(id_)
    return groups
