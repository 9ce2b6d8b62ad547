"""Loading: facts into the store, articles out of it, and the projection of the graph kept up to date.

What was read out of an article is kept as it is, in a `Record`. The graph is computed from all records together, so that it
does not matter in which order they came, and taking one out leaves the graph as if it had never been there. Each batch of articles is
one transaction: its records and all that follows from them become visible together.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from etl.projection import count_rows, write
from etl.seen import words_digest
from graph.errors import FactsError
from graph.identity import digest, input_digest, record_node
from graph.ontology import ontology
from graph.records import Facts
from graph.register import Entry, Plan, Register
from graph.schema import ENTRY, INTERNAL_LABELS, RECORD, REVISION, VERSION
from graph.store import Store, Transaction

# A transaction writes about so many rows at most, unless a single article has more: large ones starve beside another writer.
_BATCH_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Counters:
    """What a load came to: articles by fate, how many more (or fewer) nodes and edges there are, facts outside the ontology."""

    articles_added: int = 0
    articles_updated: int = 0
    articles_unchanged: int = 0
    articles_removed: int = 0
    nodes: int = 0
    edges: int = 0
    dropped: tuple[str, ...] = ()


class _Moved(Exception):
    """Another process has loaded something since the register was read."""


def load(store: Store, facts: Iterable[Facts], *, progress: Callable[[int], None] | None = None) -> Counters:
    """Load articles; one that is there already with the same facts is left alone, one with other facts is replaced.

    Args:
        store: an open store.
        facts: the facts, article by article; consumed as it goes.
        progress: called with the number of articles done so far, after each batch.

    Raises:
        FactsError: an entity is of a type that the ontology does not know, or a text cannot be written down; what came before
            stays loaded.
        StoreError: the store refuses or is gone.
    """
    loader = _Loader(store)
    done = 0
    for batch in _batches(facts):
        loader.take(batch)
        done += len(batch)
        if progress is not None:
            progress(done)
    return loader.counters()


def remove(store: Store, article_id: str) -> bool:
    """Take an article out, with everything that rests on it alone; say whether it was there."""
    loader = _Loader(store)
    loader.take({article_id: None})
    return loader.counters().articles_removed == 1


def loaded(store: Store) -> Mapping[str, str]:
    """By id of each loaded article, the digest of what it was read from (see `graph.identity.input_digest`)."""
    rows = store.read(f"MATCH (r:{ENTRY}) RETURN r.article AS article, r._input AS input ORDER BY article")
    return {row["article"]: row["input"] for row in rows}


def loaded_words(store: Store) -> Mapping[str, str]:
    """By id of each loaded article, the digest of its words (see `etl.seen.words_digest`)."""
    rows = store.read(f"MATCH (r:{ENTRY}) RETURN r.article AS article, r._words AS words ORDER BY article")
    return {row["article"]: row["words"] for row in rows}


def _batches(facts: Iterable[Facts]) -> Iterator[dict[str, Facts | None]]:
    batch: dict[str, Facts | None] = {}
    size = 0
    for one in facts:
        _check(one)
        rows = count_rows(one)
        if batch and (one.article.id in batch or size + rows > _BATCH_ROWS):
            yield batch
            batch, size = {}, 0
        batch[one.article.id] = one
        size += rows
    if batch:
        yield batch


def _check(facts: Facts) -> None:
    try:
        facts.to_json().encode()
    except UnicodeEncodeError as err:
        raise FactsError(f"article {facts.article.id!r}: half of a surrogate pair is not text") from err
    for entity in facts.entities:
        if entity.type not in ontology().entity_labels:
            known = ", ".join(ontology().entity_labels)
            raise FactsError(f"article {facts.article.id}: entity {entity.name!r} is of type {entity.type!r}, not one of {known}")


class _Loader:
    """One run of loading: the register as of the store's last revision, and what was counted."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._register = Register()
        self._digests: dict[str, str | None] = {}
        self._revision = ""
        self._counters = Counters()
        self._dropped: list[str] = []
        self._before = self._size()
        self._read()

    def take(self, changes: Mapping[str, Facts | None]) -> None:
        """Take articles in, or out (None), in one transaction."""
        while True:
            new = {a: f for a, f in changes.items() if self._digests.get(a) != _digest(f)}
            if not new:
                self._count(changes, new)
                return
            revision = str(uuid.uuid4())
            try:
                plan = self._register.change(new, self._facts_of)
                dropped = self._store.transaction(lambda tx, p=plan, r=revision: self._write(tx, p, r))  # type: ignore[misc]
            except _Moved:
                self._read()
                continue
            self._count(changes, new)
            self._dropped += dropped
            self._revision = revision
            for article, facts in new.items():
                if facts is None:
                    del self._digests[article]
                else:
                    self._digests[article] = _digest(facts)
            return

    def counters(self) -> Counters:
        """What was counted so far."""
        nodes, edges = self._size()
        nodes, edges = nodes - self._before[0], edges - self._before[1]
        return replace(self._counters, nodes=nodes, edges=edges, dropped=tuple(sorted(self._dropped)))

    def _read(self) -> None:
        """Read the register; a load that commits in between is noticed when the first batch is written."""
        self._revision = self._store.revision()
        rows = self._store.read(f"MATCH (r:{ENTRY}) RETURN r.article AS article, r._facts_digest AS digest, r._entry AS entry")
        self._digests = {row["article"]: row["digest"] for row in rows}
        self._register = Register({row["article"]: Entry.from_json(row["entry"]) for row in rows})

    def _facts_of(self, articles: Iterable[str]) -> dict[str, Facts]:
        ids = [record_node(a) for a in articles]
        if not ids:
            return {}
        query = f"UNWIND $ids AS id MATCH (r:{RECORD} {{id: id}}) RETURN r.article AS article, r._facts AS facts"
        rows = self._store.read(query, {"ids": ids})
        return {row["article"]: Facts.from_json(row["facts"]) for row in rows}

    def _write(self, tx: Transaction, plan: Plan, revision: str) -> list[str]:
        # A second writer waits here for its turn, or fails and is tried again: only with the node locked is its value certain.
        mark = f"MERGE (r:{REVISION} {{id: 'store'}}) ON CREATE SET r.schema = $version SET r.next = $new"
        tx.run(mark, {"new": revision, "version": VERSION})
        query = f"MATCH (r:{REVISION} {{id: 'store'}}) WITH r, coalesce(r.value, '') AS before SET r.value = $new RETURN before"
        if tx.run(query, {"new": revision})[0]["before"] != self._revision:
            raise _Moved
        records = [{"id": record_node(a), "article": a, "_facts": facts.to_json()} for a, facts in sorted(plan.written.items())]
        entries = [
            {
                "id": record_node(article),
                "article": article,
                "_facts_digest": _digest(facts),
                "_input": input_digest(facts.article),
                "_words": words_digest(facts.article.text),
                "_entry": plan.entries[article].to_json(),
            }
            for article, facts in sorted(plan.written.items())
        ]
        for label, rows in ((RECORD, records), (ENTRY, entries)):
            tx.run(f"UNWIND $ids AS id MATCH (r:{label} {{id: id}}) DELETE r", {"ids": [record_node(a) for a in sorted(plan.gone)]})
            tx.run(f"UNWIND $rows AS row MERGE (r:{label} {{id: row.id}}) SET r += row", {"rows": rows})
        return write(tx, plan)

    def _count(self, changes: Mapping[str, Facts | None], new: Mapping[str, Facts | None]) -> None:
        old = self._counters
        given = [a for a, facts in changes.items() if facts is not None]
        self._counters = replace(
            old,
            articles_added=old.articles_added + sum(a in new and a not in self._digests for a in given),
            articles_updated=old.articles_updated + sum(a in new and a in self._digests for a in given),
            articles_unchanged=old.articles_unchanged + sum(a not in new for a in given),
            articles_removed=old.articles_removed + sum(facts is None for facts in new.values()),
        )

    def _size(self) -> tuple[int, int]:
        nodes = self._store.read("MATCH (n) RETURN count(n) AS n")[0]["n"]
        edges = self._store.read("MATCH ()-[r]->() RETURN count(r) AS n")[0]["n"]
        internal = self._store.read(f"MATCH (n:{'|'.join(INTERNAL_LABELS)}) RETURN count(n) AS n")[0]["n"]
        return nodes - internal, edges


def _digest(facts: Facts | None) -> str | None:
    return None if facts is None else digest(facts.to_json(), size=64)
