"""What the store keeps of articles beside the graph: their records, their entries in the register, and what finds an entry.

Four labels of the store's own hold it: a `Record` and an `Entry` for each article, a `Name` for each name that some article gives a
lexicon id, a `Clue` for each thing by which an occasion that an article tells of, or another version of its text, may be found again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from etl.seen import words_digest
from etl.upserts import by_label, chunks
from graph.entry import Entry, Names
from graph.identity import input_digest, record_node
from graph.occasions import Clue, clues
from graph.records import Facts
from graph.register import Plan
from graph.schema import CLUE, ENTRY, NAME, RECORD
from graph.store import Store, Transaction
from graph.stories import bands


class Entries:
    """What a store keeps, read as it is asked for: `graph.entry.Kept`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def digests(self, articles: Collection[str]) -> dict[str, str]:
        """The digests of the facts of those of the articles that are loaded."""
        query = f"UNWIND $ids AS id MATCH (r:{ENTRY} {{id: id}}) RETURN r.article AS article, r._facts_digest AS digest"
        return {row["article"]: row["digest"] for row in self._read(query, map(record_node, articles))}

    def entries(self, articles: Collection[str]) -> dict[str, Entry]:
        """The entries of those of the articles that are loaded."""
        query = f"UNWIND $ids AS id MATCH (r:{ENTRY} {{id: id}}) RETURN r.article AS article, r._entry AS entry"
        return {row["article"]: Entry.from_json(row["entry"]) for row in self._read(query, map(record_node, articles))}

    def facts(self, articles: Collection[str]) -> dict[str, Facts]:
        """The facts of loaded articles."""
        query = f"UNWIND $ids AS id MATCH (r:{RECORD} {{id: id}}) RETURN r.article AS article, r._facts AS facts"
        return {row["article"]: Facts.from_json(row["facts"]) for row in self._read(query, map(record_node, articles))}

    def names(self, named: Collection[str]) -> Names:
        """By name, how many claims give it which lexicon id; names that no claim gives one are missing."""
        query = f"UNWIND $ids AS id MATCH (n:{NAME} {{id: id}}) RETURN id, n.wikidata AS wikidata, n.claims AS claims"
        return {row["id"]: Counter(dict(zip(row["wikidata"], row["claims"], strict=True))) for row in self._read(query, named)}

    def speaking_of(self, nodes: Collection[str]) -> set[str]:
        """Articles that mention one of the nodes, or are published by it."""
        out: set[str] = set()
        for label, group in by_label(nodes).items():
            for type_ in ("MENTIONS", "PUBLISHED_BY") if label == "Outlet" else ("MENTIONS",):
                query = f"UNWIND $ids AS id MATCH (:{label} {{id: id}})<-[:{type_}]-(a:Article) RETURN DISTINCT a._article AS article"
                out |= {row["article"] for row in self._read(query, group)}
        return out

    def telling(self, clues: Collection[Clue]) -> set[str]:
        """Articles with a report that has one of the clues' keys, and a date that agrees."""
        rows = [{"key": key, "date": date} for key, date in sorted((c.key, c.date or "") for c in clues)]
        query = (
            f"UNWIND $rows AS row MATCH (c:{CLUE} {{key: row.key}}) "
            "WHERE c.date STARTS WITH row.date OR row.date STARTS WITH c.date RETURN DISTINCT c.article AS article"
        )
        return {row["article"] for chunk in chunks(rows) for row in self._store.read(query, {"rows": chunk})}

    def _read(self, query: str, ids: Iterable[str]) -> Iterable[dict[str, Any]]:
        for chunk in chunks(sorted(ids)):
            yield from self._store.read(query, {"ids": chunk})


def write(tx: Transaction, plan: Plan, texts: Mapping[str, str], digests: Mapping[str, str]) -> None:
    """Write what is kept of the articles of a plan.

    Args:
        tx: an open transaction.
        plan: the plan.
        texts: the facts written as JSON, by article id.
        digests: digests of these, by article id.
    """
    gone = [record_node(a) for a in sorted(plan.gone)]
    records = [{"id": record_node(a), "article": a, "_facts": texts[a]} for a in sorted(plan.written)]
    entries = [
        {
            "id": record_node(a),
            "article": a,
            "_facts_digest": digests[a],
            "_input": input_digest(facts.article),
            "_words": words_digest(facts.article.text),
            "_entry": plan.entries[a].to_json(),
            "_applied": list(plan.entries[a].applied) or None,
        }
        for a, facts in sorted(plan.written.items())
    ]
    for label, rows in ((RECORD, records), (ENTRY, entries)):
        if gone:
            tx.run(f"UNWIND $ids AS id MATCH (r:{label} {{id: id}}) DELETE r", {"ids": gone})
        tx.run(f"UNWIND $rows AS row MERGE (r:{label} {{id: row.id}}) SET r += row", {"rows": rows})
    _write_names(tx, plan)
    _write_clues(tx, plan)


def _write_names(tx: Transaction, plan: Plan) -> None:
    rows = [{"id": n, "wikidata": sorted(c), "claims": [c[w] for w in sorted(c)]} for n, c in plan.names.items() if c]
    unused = [n for n, counts in plan.names.items() if not counts]
    for chunk in chunks(rows):
        tx.run(f"UNWIND $rows AS row MERGE (n:{NAME} {{id: row.id}}) SET n += row", {"rows": chunk})
    if unused:
        tx.run(f"UNWIND $ids AS id MATCH (n:{NAME} {{id: id}}) DELETE n", {"ids": unused})


def _write_clues(tx: Transaction, plan: Plan) -> None:
    before, after = _clue_rows(plan.before), _clue_rows(plan.entries)
    query = f"UNWIND $rows AS row MATCH (c:{CLUE} {{key: row.key}}) WHERE c.article = row.article AND c.date = row.date DELETE c"
    for chunk in chunks(_as_rows(before - after)):
        tx.run(query, {"rows": chunk})
    for chunk in chunks(_as_rows(after - before)):
        tx.run(f"UNWIND $rows AS row CREATE (c:{CLUE}) SET c = row", {"rows": chunk})


def _clue_rows(entries: Mapping[str, Entry]) -> set[tuple[str, str, str]]:
    """Key, article and date of all clues, to occasions and to versions; an unknown date is empty, which every date begins with."""
    out = {(c.key, article, c.date or "") for article, entry in entries.items() for report in entry.reports for c in clues(report)}
    return out | {(key, article, "") for article, entry in entries.items() for key in bands(entry.signature)}


def _as_rows(found: Iterable[tuple[str, str, str]]) -> list[dict[str, str]]:
    return [{"key": key, "article": article, "date": date} for key, article, date in sorted(found)]
