"""Upserts: rows written to the store in groups, so that every query finds its nodes by index.

A query has to name the labels of the nodes it looks for, so that rows are grouped by label, and edges by type and the labels of both
ends. What is known to be new is created, which spares the engine the look for an old one. ArcadeDB walks a pattern from left to
right: each begins at the node that is found by its id, and where an edge may be there already, at the end that has few edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.rows import Properties
from graph.store import Transaction

ROWS = 5000
"""How many rows a query is given at most."""

T = TypeVar("T")

# what an edge that is there already becomes when further articles bear it out
_ADD = (
    "r.mentions = r.mentions + row.p.mentions, r.articles = r.articles + row.p.articles, "
    "r.confidence = CASE WHEN r.confidence < row.p.confidence THEN row.p.confidence ELSE r.confidence END, "
    "r.first_seen = CASE WHEN r.first_seen IS NULL OR row.p.first_seen < r.first_seen THEN row.p.first_seen ELSE r.first_seen END, "
    "r.last_seen = CASE WHEN r.last_seen IS NULL OR row.p.last_seen > r.last_seen THEN row.p.last_seen ELSE r.last_seen END"
)


def create_nodes(tx: Transaction, nodes: Mapping[str, Properties]) -> None:
    """Write nodes, by id, that are not there."""
    _nodes(tx, nodes, "CREATE")


def merge_nodes(tx: Transaction, nodes: Mapping[str, Properties]) -> None:
    """Write nodes, by id; those that are there get the properties given beside their others."""
    _nodes(tx, nodes, "MERGE")


def create_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    """Write edges, by id, that are not there, between nodes that are."""
    _edges(tx, edges, "CREATE", "SET r = row.p")


def merge_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    """Write edges, by id, between nodes that are there; edges that are there get the properties given."""
    _edges(tx, edges, "MERGE", "SET r += row.p")


def replace_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    """Write edges, by id, that are there, with these properties and no others."""
    _edges(tx, edges, "MERGE", "SET r = row.p")


def add_to_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    """Write edges, by id, with what articles bear out that are new; it is added to what edges that are there have."""
    _edges(tx, edges, "MERGE", f"ON CREATE SET r = row.p ON MATCH SET {_ADD}")


def delete_nodes(tx: Transaction, ids: Iterable[str]) -> None:
    """Delete nodes with their edges."""
    for label, group in by_label(ids).items():
        for chunk in chunks(group):
            tx.run(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", {"ids": chunk})


def delete_edges(tx: Transaction, ids: Iterable[str]) -> None:
    """Delete edges."""
    for (type_, source, target), group in _by_ends(ids).items():
        pattern = _pattern(type_, target, f"(:{source} {{id: row.s}})", f"(:{target} {{id: row.t}})")
        for chunk in chunks(group):
            tx.run(f"UNWIND $rows AS row MATCH {pattern} DELETE r", {"rows": [_ends(i) for i in chunk]})


def _nodes(tx: Transaction, nodes: Mapping[str, Properties], verb: str) -> None:
    for label, group in by_label(nodes).items():
        for chunk in chunks(group):
            query = f"UNWIND $rows AS row {verb} (n:{label} {{id: row.id}}) SET n += row.p"
            tx.run(query, {"rows": [{"id": i, "p": nodes[i]} for i in chunk]})


def _edges(tx: Transaction, edges: Mapping[str, Properties], verb: str, change: str) -> None:
    for (type_, source, target), group in _by_ends(edges).items():
        ends = f"MATCH (s:{source} {{id: row.s}}) MATCH (t:{target} {{id: row.t}})"
        query = f"UNWIND $rows AS row {ends} {verb} {_pattern(type_, target, '(s)', '(t)')} {change}"
        for chunk in chunks(group):
            tx.run(query, {"rows": [_ends(i) | {"p": edges[i]} for i in chunk]})


def _pattern(type_: str, target: str, source_node: str, target_node: str) -> str:
    """The pattern of an edge, from the end that has few edges: a person has many occasions, an occasion few people."""
    if ontology().labels[target].role == "fact":
        return f"{target_node}<-[r:{type_}]-{source_node}"
    return f"{source_node}-[r:{type_}]->{target_node}"


def by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    """Ids of nodes in order, by label."""
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(ids):
        groups[label_of(id_)].append(id_)
    return groups


def _by_ends(ids: Iterable[str]) -> dict[tuple[str, str, str], list[str]]:
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for id_ in sorted(ids):
        type_, source, target = edge_ends(id_)
        groups[type_, label_of(source), label_of(target)].append(id_)
    return groups


def _ends(id_: str) -> dict[str, Any]:
    _, source, target = edge_ends(id_)
    return {"s": source, "t": target}


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items in order, at most ROWS at a time."""
    for start in range(0, len(items), ROWS):
        yield items[start : start + ROWS]
