"""What was kept of each article as it was loaded: the records, from which everything else in a store can be computed again."""

from __future__ import annotations

from collections.abc import Iterator

from graph.identity import record_node
from graph.records import Facts
from graph.schema import RECORD
from graph.store import Store

_CHUNK = 50
"""How many articles are in memory at a time."""


def kept(store: Store) -> list[str]:
    """Ids of all articles that have a record, in order."""
    return [row["article"] for row in store.read(f"MATCH (r:{RECORD}) RETURN r.article AS article ORDER BY article")]


def facts(store: Store, articles: list[str]) -> Iterator[Facts]:
    """The facts of the articles, read as they are asked for."""
    query = f"UNWIND $ids AS id MATCH (r:{RECORD} {{id: id}}) RETURN r._facts AS facts ORDER BY id"
    for start in range(0, len(articles), _CHUNK):
        for row in store.read(query, {"ids": [record_node(a) for a in articles[start : start + _CHUNK]]}):
            yield Facts.from_json(row["facts"])
