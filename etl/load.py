"""Loading: facts into the store, articles out of it, and the projection of the graph kept up to date.

What was read out of an article is kept as it is, in a `Record`. The graph is computed from all records together, so that it
does not matter in which order they came, and taking one out leaves the graph as if it had never been there. Each batch of articles is
one transaction: its records and all that follows from them become visible together.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from etl import projection
from etl.committing import Moved, commit
from etl.corrections_log import log
from etl.entries import Entries
from graph.corrections import rules
from graph.errors import FactsError
from graph.identity import digest
from graph.ontology import ontology
from graph.records import Facts
from graph.register import change
from graph.schema import ENTRY
from graph.store import Store

BATCH_ROWS = 20_000
"""A transaction writes about so many rows, unless a single article has more; see docs/benchmarks.md for the measurement."""
_REMOVED_AT_ONCE = 50
_BATCH_SECONDS = 5.0
"""A batch is written when it is so old, however small it is: what comes slowly is to be seen, and not to be lost for waiting."""
_TIMES_AS_LONG = 4
"""But not before it is so many times as old as the last one took to write: in a large store each pays for all the occasions that it touches."""


@dataclass(frozen=True, slots=True)
class _Given:
    """The facts of an article with their text in JSON and its digest."""

    facts: Facts
    text: str
    digest: str


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


def load(store: Store, facts: Iterable[Facts], *, progress: Callable[[int], None] | None = None, batch_rows: int = BATCH_ROWS) -> Counters:
    """Load articles; one that is there already with the same facts is left alone, one with other facts is replaced.

    Args:
        store: an open store.
        facts: the facts, article by article; consumed as it goes.
        progress: called with the number of articles done so far, after each batch.
        batch_rows: about how many rows a transaction writes at most.

    Raises:
        FactsError: an entity is of a type that the ontology does not know, or a text cannot be written down; what came before
            stays loaded.
        StoreError: the store refuses or is gone.
    """
    loader = _Loader(store)
    done = 0
    for batch in _batches(facts, batch_rows):
        loader.take(batch)
        done += len(batch)
        if progress is not None:
            progress(done)
    return loader.counters


def remove(store: Store, article_id: str) -> bool:
    """Take an article out, with everything that rests on it alone; say whether it was there."""
    loader = _Loader(store)
    loader.take({article_id: None})
    return loader.counters.articles_removed == 1


def remove_all(store: Store, articles: Sequence[str], *, progress: Callable[[int, int], None] | None = None) -> int:
    """Take articles out, some at a time; returns how many were there.

    Args:
        store: an open store.
        articles: their ids.
        progress: called with how many are done and how many there are, after each batch.
    """
    loader = _Loader(store)
    for start in range(0, len(articles), _REMOVED_AT_ONCE):
        part = articles[start : start + _REMOVED_AT_ONCE]
        loader.take(dict.fromkeys(part))
        if progress is not None:
            progress(start + len(part), len(articles))
    return loader.counters.articles_removed


def chosen(store: Store, *, outlet: str | None = None, before: str | None = None) -> list[str]:
    """Ids of loaded articles, in order.

    Args:
        store: an open store.
        outlet: only those published by it, letter for letter but for case.
        before: only those published before this ISO day; one without a date is before none.
    """
    query = (
        "MATCH (a:Article) WHERE ($outlet IS NULL OR toLower(a.outlet) = toLower($outlet)) AND ($before IS NULL OR a.published < $before) "
        "RETURN a._article AS article ORDER BY article"
    )
    return [row["article"] for row in store.read(query, {"outlet": outlet, "before": before})]


def loaded(store: Store) -> Mapping[str, str]:
    """By id of each loaded article, the digest of what it was read from (see `graph.identity.input_digest`)."""
    rows = store.read(f"MATCH (r:{ENTRY}) RETURN r.article AS article, r._input AS input ORDER BY article")
    return {row["article"]: row["input"] for row in rows}


def loaded_words(store: Store) -> Mapping[str, str]:
    """By id of each loaded article, the digest of its words (see `etl.seen.words_digest`)."""
    rows = store.read(f"MATCH (r:{ENTRY}) RETURN r.article AS article, r._words AS words ORDER BY article")
    return {row["article"]: row["words"] for row in rows}


def _batches(facts: Iterable[Facts], most: int) -> Iterator[dict[str, _Given | None]]:
    batch: dict[str, _Given | None] = {}
    size = 0
    begun = time.monotonic()
    patience = _BATCH_SECONDS
    for one in facts:
        given = _given(one)
        rows = projection.count_rows(one)
        late = time.monotonic() - begun > patience
        if batch and (one.article.id in batch or size + rows > most or late):
            full = time.monotonic()
            yield batch
            batch, size, begun = {}, 0, time.monotonic()
            patience = max(_BATCH_SECONDS, _TIMES_AS_LONG * (begun - full))
        batch[one.article.id] = given
        size += rows
    if batch:
        yield batch


def _given(facts: Facts) -> _Given:
    text = facts.to_json()
    try:
        digested = digest(text, size=64)
    except UnicodeEncodeError as err:
        raise FactsError(f"article {facts.article.id!r}: half of a surrogate pair is not text") from err
    for entity in facts.entities:
        if entity.type not in ontology().entity_labels:
            known = ", ".join(ontology().entity_labels)
            raise FactsError(f"article {facts.article.id}: entity {entity.name!r} is of type {entity.type!r}, not one of {known}")
    return _Given(facts, text, digested)


class _Loader:
    """One run of loading: the store's revision as of the last batch, the corrections in force then, and what was counted."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._entries = Entries(store)
        self.counters = Counters()
        self._look()

    def _look(self) -> None:
        # The revision first: corrections made after it make our writing fail, and we look again.
        self._revision = self._store.revision()
        self._rules = rules(log(self._store))

    def take(self, changes: Mapping[str, _Given | None]) -> None:
        """Take articles in, or out (None), in one transaction."""
        while True:
            there = self._entries.digests(changes)
            new = {a: given for a, given in changes.items() if there.get(a) != (given.digest if given else None)}
            if not new:
                self._count(changes, new, there)
                return
            try:
                self._write(new)
            except Moved:
                self._look()
                continue
            self._count(changes, new, there)
            return

    def _write(self, wanted: Mapping[str, _Given | None]) -> None:
        """Write articles in, or out. What is read for it is as of the revision: otherwise writing does not succeed."""
        plan = change({a: given.facts if given else None for a, given in wanted.items()}, self._entries, self._rules)
        given = {a: wanted.get(a) or _given(facts) for a, facts in plan.written.items()}
        texts, digests = {a: g.text for a, g in given.items()}, {a: g.digest for a, g in given.items()}
        self._revision, nodes, edges, told = commit(self._store, plan, texts, digests, before=self._revision)
        old = self.counters
        dropped = tuple(sorted((*old.dropped, *told)))
        self.counters = replace(old, nodes=old.nodes + nodes, edges=old.edges + edges, dropped=dropped)

    def _count(self, changes: Mapping[str, _Given | None], new: Mapping[str, _Given | None], there: Mapping[str, str]) -> None:
        old = self.counters
        given = [a for a, one in changes.items() if one is not None]
        self.counters = replace(
            old,
            articles_added=old.articles_added + sum(a in new and a not in there for a in given),
            articles_updated=old.articles_updated + sum(a in new and a in there for a in given),
            articles_unchanged=old.articles_unchanged + sum(a not in new for a in given),
            articles_removed=old.articles_removed + sum(one is None for one in new.values()),
        )
