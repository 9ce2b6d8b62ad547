"""The graph as exports read it: page by page and always in the same order, so that of a large one no more than a page is in memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from graph.export.dump import edge, node
from graph.export.part import Part
from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.schema import CLUE
from graph.store import Store
from graph.subgraph import Edge, Node, counts

Progress = Callable[[int, int], None]
"""Called with how many nodes and edges are done, and how many there are."""
PAGE = 1000
"""Nodes that are read at once."""


class Graph:
    """What an exporter writes: all that is in a store, or a part of it.

    Nodes of a label come in order of their ids; edges in order of the labels and ids of their sources, then of their own ids.

    Attributes:
        store: the store that it is read from.
    """

    def __init__(self, store: Store, *, part: Part | None = None, progress: Progress | None = None) -> None:
        self.store = store
        self._part = part
        self._progress = progress
        self._total = sum(counts(store).values()) if progress else 0
        self._done = 0

    def nodes(self, label: str) -> Iterator[Node]:
        """All nodes of a label."""
        for page in self.pages(label):
            yield from page

    def pages(self, label: str) -> Iterator[list[Node]]:
        """All nodes of a label, a page at a time."""
        for rows in node_rows(self.store, label, only=self._part.nodes(label) if self._part else None):
            self.told(len(rows))
            yield [node(label, row) for row in rows]

    def edges(self) -> Iterator[Edge]:
        """All edges."""
        for label in ontology().labels:
            for ids in id_pages(self.store, label, only=self._part.nodes(label) if self._part else None):
                yield from self.leaving(label, ids)

    def leaving(self, label: str, ids: Sequence[str], types: Sequence[str] = ()) -> list[Edge]:
        """Edges that lead away from nodes of a label; only those of the types, where any are named."""
        return self._near(label, ids, types, "-[r{}]->()")

    def reaching(self, label: str, ids: Sequence[str], types: Sequence[str] = ()) -> list[Edge]:
        """Edges that lead to nodes of a label, by id."""
        return self._near(label, ids, types, "<-[r{}]-()")

    def _near(self, label: str, ids: Sequence[str], types: Sequence[str], pattern: str) -> list[Edge]:
        # What it collects comes as one row: to hand over a row costs more than to read an edge.
        query = f"UNWIND $ids AS id MATCH (:{label} {{id: id}}){pattern.format(':' + '|'.join(types) if types else '')} "
        [row] = self.store.read(f"{query}RETURN collect(properties(r)) AS all", {"ids": list(ids)})
        found = [e for e in map(edge, row["all"]) if self._part is None or self._part.takes(e)]
        self.told(len(found))
        return sorted(found, key=lambda e: (e.source, e.id) if "->" in pattern else ("", e.id))

    def values(self, ids: Iterable[str], *names: str) -> dict[str, tuple[Any, ...]]:
        """By the ids of nodes some of their properties."""
        groups: dict[str, list[str]] = defaultdict(list)
        for id_ in sorted(set(ids)):
            groups[label_of(id_)].append(id_)
        out: dict[str, tuple[Any, ...]] = {}
        for label, group in groups.items():
            asked = ", ".join(f"n.{name}" for name in names)
            rows = self.store.read(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, [{asked}] AS found", {"ids": group})
            out |= {row["id"]: tuple(row["found"]) for row in rows}
        return out

    def holds(self, id_: str) -> bool:
        """Whether a node of the store is in it."""
        return self._part is None or id_ in self._part.nodes(label_of(id_))

    def expect(self, number: int) -> None:
        """Say how many things there are to do, where these are not the nodes and edges."""
        self._total = number

    def told(self, number: int) -> None:
        """Take note that so many more things are done."""
        self._done += number
        if self._progress:
            self._progress(min(self._done, self._total), self._total)

    def finished(self) -> None:
        """Take note that everything is done."""
        if self._progress:
            self._progress(self._total, self._total)


def id_pages(store: Store, label: str, *, only: Iterable[str] | None = None) -> Iterator[list[str]]:
    """Ids of all nodes of a label, in order, a page at a time; `only` these where they are given."""
    if only is not None:
        yield from _cut(sorted(only))
        return
    after = ""
    while True:
        # Each page begins where the last one ended. In just these words the embedded engine, too, walks along its index on ids: with a
        # WITH between it would look at all that come after, for each page again.
        rows = store.read(f"MATCH (n:{label}) WHERE n.id > $after RETURN n.id AS id ORDER BY n.id LIMIT {PAGE}", {"after": after})
        if rows:
            yield [row["id"] for row in rows]
        if len(rows) < PAGE:
            return
        after = rows[-1]["id"]


def node_rows(store: Store, label: str, *, only: Iterable[str] | None = None) -> Iterator[list[Mapping[str, Any]]]:
    """Properties of all nodes of a label, the store's own bookkeeping included, in order of ids, a page at a time."""
    for ids in id_pages(store, label, only=only):
        query = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN collect(properties(n)) AS all"
        [row] = store.read(query, {"ids": ids})
        found = {p["id"]: p for p in row["all"]}
        yield [found[id_] for id_ in ids if id_ in found]


def clue_rows(store: Store) -> Iterator[dict[str, Any]]:
    """Properties of all clues, in order. They have no id, and many may share a key: pages are cut between keys."""
    after = ""
    while True:
        page = store.read(f"MATCH (c:{CLUE}) WHERE c.key > $after RETURN c.key AS key ORDER BY c.key LIMIT {PAGE}", {"after": after})
        keys = list(dict.fromkeys(row["key"] for row in page))
        query = f"UNWIND $keys AS key MATCH (c:{CLUE} {{key: key}}) RETURN key, c.article AS article, c.date AS date"
        found: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for row in store.read(query, {"keys": keys}):
            found[row["key"]].append(dict(row))
        for key in keys:
            yield from sorted(found[key], key=lambda row: (row["article"] or "", row["date"] or ""))
        if len(page) < PAGE:
            return
        after = keys[-1]


def edge_rows(store: Store, label: str) -> Iterator[list[Mapping[str, Any]]]:
    """The same for the edges that lead away from the nodes of a label."""
    for ids in id_pages(store, label):
        query = f"UNWIND $ids AS id MATCH (:{label} {{id: id}})-[r]->() RETURN collect(properties(r)) AS all"
        [row] = store.read(query, {"ids": ids})
        yield sorted(row["all"], key=lambda p: (edge_ends(p["id"])[1], p["id"]))


def _cut(ids: Sequence[str]) -> Iterator[list[str]]:
    return (list(ids[n : n + PAGE]) for n in range(0, len(ids), PAGE))
