"""The log of imports: what each brought and what it replaced, kept in the store, so that the last ones can be taken back one after the other.

An import is one run of `greenroom ingest`, `watch` or `load`, or one load in the explorer. The log is written before the articles are, so
that what is cut short can be taken back as well; an article that was changed otherwise since then stays as it is.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from etl.entries import Entries
from etl.load import load, remove_all
from graph.errors import InputError
from graph.identity import digest, record_node
from graph.records import Facts
from graph.schema import IMPORT
from graph.store import Store, Transaction

MOST_IMPORTS = 10
"""Imports that are kept in the log; older ones can no longer be taken back."""
MOST_ARTICLES = 2000
"""Articles of an import that can be taken back: what larger ones replaced would fill the store a second time."""
_CHUNK = 50
_SECONDS = 2.0
"""A chunk is handed on when it is so old, however small it is."""
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Import:
    """An import as the log has it.

    Attributes:
        step: its number; the last import has the highest.
        when: the moment in UTC (ISO 8601).
        what: where the articles came from, in words.
        articles: ids of those that it brought or changed; empty where there were more than MOST_ARTICLES.
        large: whether there were, so that it cannot be taken back.
    """

    step: int
    when: str
    what: str
    articles: tuple[str, ...]
    large: bool


@dataclass(frozen=True, slots=True)
class Undone:
    """What taking back came to: ids of articles that are as before, and of those that were changed otherwise since and stay."""

    articles: tuple[str, ...]
    left: tuple[str, ...]


def logged(store: Store, facts: Iterable[Facts], places: Sequence[str]) -> Iterator[Facts]:
    """Hand on facts that are about to be loaded, and put them down as one import.

    Args:
        store: the store that they are loaded into.
        facts: the facts, article by article; consumed as it goes.
        places: where they come from: paths, of which the last part is told, or addresses, or words.
    """
    what = ", ".join(p if "://" in p else "standard input" if p == "-" else Path(p).name or p for p in places)
    step = 0
    done: set[str] = set()
    for chunk in _chunks(facts):
        rows = _rows(store, chunk)
        if rows and len(done) <= MOST_ARTICLES:
            step = step or _begin(store, what)
            done.update(row["article"] for row in rows)
            _put(store, step, rows, large=len(done) > MOST_ARTICLES)
        yield from chunk


def imports(store: Store) -> list[Import]:
    """The imports that have not been taken back, the last one first."""
    rows = store.read(
        f"MATCH (i:{IMPORT}) WHERE i.step > 0 WITH i ORDER BY i.number, i.article WITH i.step AS step, max(i.when) AS when, max(i.what) AS what, "
        "collect(i.article) AS articles, max(i.large) AS large RETURN step, when, what, articles, large ORDER BY step DESC"
    )
    out = []
    for row in rows:
        articles = tuple(a for a in row["articles"] if a)
        out.append(Import(row["step"], row["when"], row["what"], articles, bool(row["large"])))
    return out


def take_back(store: Store) -> Undone:
    """Leave the store as it was before the last import in the log; what was changed otherwise since then stays.

    Raises:
        InputError: there is none, or it was too large.
        StoreError: the store refuses or is gone; what is done by then is passed over the next time.
    """
    found = imports(store)
    if not found:
        raise InputError(f"no import into {store.name} is left to take back")
    last = found[0]
    if last.large:
        raise InputError(
            f"the last import into {store.name} ({last.what}) brought more than {MOST_ARTICLES:,} articles, which cannot be taken back at once; "
            "greenroom remove takes articles out by id, outlet or date"
        )
    query = f"MATCH (i:{IMPORT}) WHERE i.step = $step AND i.number > 0 RETURN i.article AS article, i._facts AS facts, i._after AS after ORDER BY i.number"
    rows = store.read(query, {"step": last.step})
    there = Entries(store).digests([row["article"] for row in rows])
    own = [row for row in rows if there.get(row["article"]) == row["after"]]
    remove_all(store, [row["article"] for row in own if not row["facts"]])
    load(store, (Facts.from_json(row["facts"]) for row in own if row["facts"]))
    store.write(f"MATCH (i:{IMPORT}) WHERE i.step = $step DELETE i", {"step": last.step})
    changed = {row["article"] for row in rows} & there.keys() - {row["article"] for row in own}
    # what is there just as it was before is done already
    before = {row["article"]: digest(row["facts"], size=64) for row in rows if row["facts"]}
    left = tuple(a for a in last.articles if a in changed and there[a] != before.get(a))
    return Undone(tuple(a for a in last.articles if a not in left), left)


def _chunks(facts: Iterable[Facts]) -> Iterator[list[Facts]]:
    chunk: list[Facts] = []
    begun = time.monotonic()
    for one in facts:
        chunk.append(one)
        if len(chunk) == _CHUNK or time.monotonic() - begun > _SECONDS:
            yield chunk
            chunk, begun = [], time.monotonic()
    if chunk:
        yield chunk


def _rows(store: Store, chunk: Sequence[Facts]) -> list[dict[str, Any]]:
    """A row for each article that will be another: its facts before, empty where it was not there, and the digest of those after."""
    after: dict[str, str] = {}
    for one in chunk:
        try:
            after[one.article.id] = digest(one.to_json(), size=64)
        except UnicodeEncodeError:
            # half of a surrogate pair: the loader refuses it, and says so
            continue
    kept = Entries(store)
    there = kept.digests(after)
    changed = [a for a in after if there.get(a) != after[a]]
    before: Mapping[str, Facts] = kept.facts([a for a in changed if a in there]) if there else {}
    return [{"article": a, "_facts": before[a].to_json() if a in before else "", "_after": after[a]} for a in changed]


def _begin(store: Store, what: str) -> int:
    """The number of a new import; those that are too old are forgotten."""
    row = {"when": datetime.now(UTC).isoformat(timespec="seconds"), "what": what[:_LONGEST]}

    def write(tx: Transaction) -> int:
        [found] = tx.run(f"MATCH (i:{IMPORT}) RETURN coalesce(max(i.step), 0) AS last")
        step = int(found["last"]) + 1
        tx.run(f"MATCH (i:{IMPORT}) WHERE i.step <= $old OR i.step IS NULL DELETE i", {"old": step - MOST_IMPORTS})
        # a row without an article tells of the import itself
        own = {"id": f"{step}", "step": step, "number": 0, "article": "", "large": 0}
        tx.run(f"CREATE (i:{IMPORT}) SET i = $row", {"row": {**row, **own}})
        return step

    return store.transaction(write)


def _put(store: Store, step: int, rows: Collection[Mapping[str, Any]], *, large: bool) -> None:
    def write(tx: Transaction) -> None:
        if large:
            # what came before it cannot be reached any more
            tx.run(f"MATCH (i:{IMPORT}) WHERE i.step < $step OR i.article <> '' DELETE i", {"step": step})
            tx.run(f"MATCH (i:{IMPORT} {{id: $id}}) SET i.large = 1", {"id": f"{step}"})
            return
        given = [{**row, "id": f"{step}|{record_node(row['article'])}", "step": step, "number": 1} for row in rows]
        tx.run(
            f"UNWIND $rows AS row MERGE (i:{IMPORT} {{id: row.id}}) ON CREATE SET i = row ON MATCH SET i._after = row._after",
            {"rows": given},
        )

    store.transaction(write)
