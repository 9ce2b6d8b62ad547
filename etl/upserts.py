"""Upserts: rows written to the store in groups, so that every query finds its nodes by index.

A query has to name the labels of the nodes it looks for, so that rows are grouped by label, and edges by type and the labels of both
ends. What is known to be new is created, which spares the engine the look for an old one. ArcadeDB walks a pattern from left to
right: each begins at the node that is found by its id, and where an edge may be there already, at the end that has few edges.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.rows import Properties
from graph.store import Transaction

ROWS = 5000
"""How many rows a query is given at most."""

T = TypeVar("T")

# what an edge that is there already becomes when further articles bear it out; rows hold what they say from place 2 on
_SAID = ("mentions", "articles", "confidence", "first_seen", "last_seen")
_ADD = (
    "r.mentions = r.mentions + row[2], r.articles = r.articles + row[3], "
    "r.confidence = CASE WHEN r.confidence < row[4] THEN row[4] ELSE r.confidence END, "
    "r.first_seen = CASE WHEN r.first_seen IS NULL OR row[5] < r.first_seen THEN row[5] ELSE r.first_seen END, "
    "r.last_seen = CASE WHEN r.last_seen IS NULL OR row[6] > r.last_seen THEN row[6] ELSE r.last_seen END"
)


def create_nodes(tx: Transaction, nodes: Mapping[str, Properties]) -> None:
    """Write nodes, by id, that are not there."""
    for label, names, rows in _node_rows(nodes):
        _run(tx, f"CREATE (:{label} {_map(names, 1, 'id: row[0]')})", rows)


def merge_nodes(tx: Transaction, nodes: Mapping[str, Properties]) -> None:
    """Write nodes, by id; those that are there get the properties given beside their others."""
    for label, names, rows in _node_rows(nodes):
        _run(tx, f"MERGE (n:{label} {{id: row[0]}})" + (f" SET n += {_map(names, 1)}" if names else ""), rows)


def create_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    """Write edges, by id, that are not there, between nodes that are."""
    for ends, names, rows in _edge_rows(edges):
        _run(tx, f"{ends.found} CREATE {ends.pattern(_map(names, 2, ends.id))}", rows)


def merge_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    """Write edges, by id, between nodes that are there; edges that are there get the properties given beside their others."""
    for ends, names, rows in _edge_rows(edges):
        _run(tx, f"{ends.found} MERGE {ends.pattern()} SET r += {_map(names, 2, ends.id)}", rows)


def replace_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    """Write edges, by id, that are there, with these properties and no others."""
    for ends, names, rows in _edge_rows(edges):
        _run(tx, f"{ends.found} MERGE {ends.pattern()} SET r = {_map(names, 2, ends.id)}", rows)


def add_to_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    """Write edges, by id, with what new articles say for them: what evidence says is added to what is there."""
    for ends, names, rows in _edge_rows(edges, _SAID):
        _run(tx, f"{ends.found} MERGE {ends.pattern()} ON CREATE SET r += {_map(names, 2, ends.id)} ON MATCH SET {_ADD}", rows)


def delete_nodes(tx: Transaction, ids: Iterable[str]) -> None:
    """Delete nodes with their edges."""
    for label, group in by_label(ids).items():
        for chunk in chunks(group):
            tx.run(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", {"ids": chunk})


def delete_edges(tx: Transaction, ids: Iterable[str]) -> None:
    """Delete edges.

    They are gathered before the first one goes: ArcadeDB loses its place in the edges of a node that has hundreds when it deletes while it
    walks them.
    """
    for ends, _, rows in _edge_rows({i: {} for i in ids}):
        _run(tx, f"MATCH {ends.pattern(looked_for=True)} WITH collect(r) AS edges UNWIND edges AS r DELETE r", rows)


@dataclass(frozen=True, slots=True)
class _Ends:
    """The type of edges, and the labels of both their ends."""

    type: str
    source: str
    target: str

    @property
    def id(self) -> str:
        """The entry of the edge's id in a map of properties; see `graph.identity.edge_id`."""
        return f"id: '{self.type}|' + row[0] + '|' + row[1]"

    @property
    def found(self) -> str:
        """The clause that finds both ends."""
        return f"MATCH (s:{self.source} {{id: row[0]}}) MATCH (t:{self.target} {{id: row[1]}})"

    def pattern(self, properties: str = "", *, looked_for: bool = False) -> str:
        """The pattern of an edge, from the end that has few edges: a person has many occasions, an occasion few people."""
        source, target = (f"(:{self.source} {{id: row[0]}})", f"(:{self.target} {{id: row[1]}})") if looked_for else ("(s)", "(t)")
        edge = f"[r:{self.type} {properties}]" if properties else f"[r:{self.type}]"
        if ontology().labels[self.target].role == "fact":
            return f"{target}<-{edge}-{source}"
        return f"{source}-{edge}->{target}"


def _node_rows(nodes: Mapping[str, Properties]) -> Iterator[tuple[str, tuple[str, ...], list[list[Any]]]]:
    """Label, names of properties, and rows of the id and these properties."""
    groups: dict[tuple[str, tuple[str, ...]], list[list[Any]]] = defaultdict(list)
    for id_ in sorted(nodes):
        properties = nodes[id_]
        groups[label_of(id_), tuple(properties)].append([id_, *properties.values()])
    for (label, names), rows in groups.items():
        yield label, names, rows


def _edge_rows(
    edges: Mapping[str, Properties], names: tuple[str, ...] | None = None
) -> Iterator[tuple[_Ends, tuple[str, ...], list[list[Any]]]]:
    """Ends, names of properties (or of those given), and rows of both ends' ids and these properties; the id is made of the two."""
    groups: dict[tuple[str, str, str, tuple[str, ...]], list[list[Any]]] = defaultdict(list)
    for id_ in sorted(edges):
        type_, source, target = edge_ends(id_)
        properties = edges[id_]
        kept = names or tuple(n for n in properties if n != "id")
        groups[type_, label_of(source), label_of(target), kept].append([source, target, *(properties[n] for n in kept)])
    for (type_, source, target, kept), rows in groups.items():
        yield _Ends(type_, source, target), kept, rows


def _map(names: Sequence[str], at: int, *first: str) -> str:
    """A map of properties whose values stand in a row from `at` on. Names are our own: what articles say goes into no query."""
    return "{" + ", ".join([*first, *(f"{name}: row[{n}]" for n, name in enumerate(names, at))]) + "}"


def _run(tx: Transaction, query: str, rows: Sequence[Any]) -> None:
    for chunk in chunks(rows):
        tx.run(f"UNWIND $rows AS row {query}", {"rows": chunk})


def by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    """Ids of nodes in order, by label."""
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(ids):
        groups[label_of(id_)].append(id_)
    return groups


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items in order, at most ROWS at a time."""
    for start in range(0, len(items), ROWS):
        yield items[start : start + ROWS]
