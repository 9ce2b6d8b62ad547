"""The neighbourhood of nodes: what a canvas shows around them, always the same for the same graph; and the counts of everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.identity import edge_ends, is_edge, label_of
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
        query = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN collect(properties(n)) AS all"
        found |= {node.id: node for node in map(_node, _one_row(store, query, {"ids": group}))}
    return {i: found[i] for i in wanted if i in found}


def neighbourhood(store: Store, ids: Sequence[str], *, limit: int = 25, skip_labels: Sequence[str] = HIDDEN) -> Subgraph:
    """Nodes together with their neighbours, and every edge among all of them.

    Args:
        store: an open store.
        ids: the nodes to start from; unknown ones are left out.
        limit: how many neighbours to take for each of them: those that most articles speak of first, then what is told
            once, such as statements.
        skip_labels: labels of neighbours that are not taken.
    """
    start = nodes(store, ids)
    wanted = [label for label in ontology().labels if label not in skip_labels]
    kept = dict(start)
    for node in start.values():
        found: list[Node] = []
        # a person in half of all articles has thousands of statements: they are looked at when there is room for some
        for labels in ([n for n in wanted if _counted(n)], [n for n in wanted if not _counted(n)]):
            if len(found) < limit:
                found += _neighbours(store, node, labels, limit - len(found))
        for neighbour in found:
            kept.setdefault(neighbour.id, neighbour)
    return Subgraph(tuple(kept.values()), _edges_among(store, list(kept)))


def _counted(label: str) -> bool:
    """Whether nodes of the label know how many articles speak of them."""
    return any(p.name == "articles" for p in ontology().labels[label].properties)


def _neighbours(store: Store, node: Node, labels: Sequence[str], limit: int) -> list[Node]:
    """Neighbours with one of the labels, those with the most articles first."""
    edges = ontology().edges.items()
    ways = [(t, e.targets) for t, e in edges if node.label in e.sources] + [(t, e.sources) for t, e in edges if node.label in e.targets]
    types = list(dict.fromkeys(t for t, ends in ways if not set(labels).isdisjoint(ends)))
    if not types:
        return []
    # to ask each of thousands of neighbours for its label takes as long as to rank them, and mostly the types of edges say it
    sure = all(set(labels).issuperset(ends) for t, ends in ways if t in types)
    chosen = "" if sure else "WHERE labels(m)[0] IN $labels "
    query = (
        f"MATCH (n:{node.label} {{id: $id}})-[:{'|'.join(types)}]-(m) {chosen}"
        "WITH DISTINCT m WITH m, coalesce(m.articles, 0) AS articles ORDER BY articles DESC, m.id LIMIT $limit "
        "RETURN collect(properties(m)) AS all"
    )
    found = [_node(p) for p in _one_row(store, query, {"id": node.id, "labels": list(labels), "limit": limit})]
    return sorted(found, key=lambda n: (-n.properties.get("articles", 0), n.id))


def _one_row(store: Store, query: str, params: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What a query collects in one row: to hand over a row costs more than to read an edge."""
    [row] = store.read(query, params)
    found: list[dict[str, Any]] = row["all"]
    return found


def _node(values: Mapping[str, Any]) -> Node:
    p = properties(values)
    return Node(p["id"], label_of(p["id"]), str(p.get("name") or p["id"]), p)


def _edges_among(store: Store, ids: list[str]) -> tuple[Edge, ...]:
    """All edges between any two of the nodes, each looked for from the end that has few: of a person and an occasion, the occasion."""
    groups = _by_label(ids)
    edges: dict[str, Edge] = {}
    for label, group in groups.items():
        fact = ontology().labels[label].role == "fact"
        away = [t for t, e in ontology().edges.items() if label in e.sources and any(_role(n) != "fact" for n in e.targets if n in groups)]
        back = [t for t, e in ontology().edges.items() if fact and label in e.targets and not groups.keys().isdisjoint(e.sources)]
        for types, pattern in ((away, "(n)-[r:{}]->(m)"), (back, "(n)<-[r:{}]-(m)")):
            if types:
                # a map is asked by hash, a list from end to end, which would cost more than to follow the edge
                query = (
                    f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) MATCH {pattern.format('|'.join(types))} "
                    "WHERE $wanted[m.id] IS NOT NULL RETURN collect(properties(r)) AS all"
                )
                for values in _one_row(store, query, {"ids": group, "wanted": dict.fromkeys(ids, True)}):
                    p = properties(values)
                    edges[p["id"]] = Edge(p["id"], *edge_ends(p["id"]), p)
    return tuple(edges[i] for i in sorted(edges))


def _role(label: str) -> str:
    return ontology().labels[label].role


def counts(store: Store) -> dict[str, int]:
    """How many nodes there are of each label and edges of each type, in the order of the ontology; all are named."""
    out = {label: store.read(f"MATCH (n:{label}) RETURN count(n) AS n")[0]["n"] for label in ontology().labels}
    for type_, edge in ontology().edges.items():
        # From the nodes of a label an engine only counts what hangs on them; from the end of evidence these would be most nodes of the graph.
        many = "Evidence" in edge.sources
        ways = [f"(:{n})<-[r:{type_}]-()" for n in edge.targets] if many else [f"(:{n})-[r:{type_}]->()" for n in edge.sources]
        out[type_] = sum(store.read(f"MATCH {way} RETURN count(r) AS n")[0]["n"] for way in ways)
    return out


def _by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in ids:
        label = label_of(id_)
        # a label goes into the query's text: only declared ones may
        if label in ontology().labels:
            groups[label].append(id_)
    return groups
