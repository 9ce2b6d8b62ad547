"""What loading costs: the rate of `etl.load` against a bare driver loop of `UNWIND … MERGE` that writes the same rows, in one run.

Each round loads the articles into a new embedded store and then writes the nodes and edges that came of it, bookkeeping included, into
another new store with nothing but the neo4j driver: batches of 1,000 rows, a transaction each, on the same constraints and indexes.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

from etl.load import load
from etl.run import Reading
from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.records import Facts
from graph.schema import INTERNAL_LABELS
from graph.store import Store
from graph.store.connection import connect

BATCH = 1000
Rows = list[dict[str, Any]]


def main() -> None:
    """Measure and print one line."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("paths", nargs="*", default=["data/articles"], help="articles to load (default: data/articles)")
    command.add_argument("--copies", type=int, default=3, help="how often each is loaded, under other names (default: 3)")
    command.add_argument("--rounds", type=int, default=3, help="how often (default: 3)")
    args = command.parse_args()
    read = list(Reading(args.paths))
    facts = [_copy(one, n) for n in range(args.copies) for one in read]
    rounds = []
    with tempfile.TemporaryDirectory() as folder:
        for n in range(args.rounds):
            ours, nodes, edges = _loaded(str(Path(folder) / f"ours-{n}.db"), facts)
            rounds.append((ours, _bare(str(Path(folder) / f"bare-{n}.db"), nodes, edges)))
    count = sum(map(len, nodes.values())) + sum(map(len, edges.values()))
    shares = sorted(bare / ours for ours, bare in rounds)
    ours, bare = median(o for o, _ in rounds), median(b for _, b in rounds)
    print(
        f"loading {median(shares):.0%} of the bare driver's rate ({shares[0]:.0%} to {shares[-1]:.0%} over {args.rounds} rounds): "
        f"{count / ours:,.0f} and {count / bare:,.0f} rows a second; {len(facts)} articles, {count:,} rows, embedded engine"
    )


def _copy(facts: Facts, number: int) -> Facts:
    """The same facts under another article's name, about others: entities of a copy are none of the first."""
    if not number:
        return facts
    article = replace(facts.article, id=f"{facts.article.id}-{number}")
    entities = tuple(replace(e, name=f"{e.name} {number}", aliases=(), wikidata=None) for e in facts.entities)
    return replace(facts, article=article, entities=entities)


def _loaded(folder: str, facts: Sequence[Facts]) -> tuple[float, Mapping[str, Rows], Mapping[tuple[str, str, str], Rows]]:
    """Seconds that `etl.load` took, and the rows that are then in the store: nodes by label, edges by type and labels of their ends."""
    with Store.open(folder) as store:
        start = time.perf_counter()
        load(store, facts)
        seconds = time.perf_counter() - start
        nodes = {}
        for label in (*ontology().labels, *INTERNAL_LABELS):
            nodes[label] = [row["p"] for row in store.read(f"MATCH (n:{label}) RETURN properties(n) AS p")]
        edges: dict[tuple[str, str, str], Rows] = defaultdict(list)
        for row in store.read("MATCH ()-[r]->() RETURN properties(r) AS p"):
            type_, source, target = edge_ends(row["p"]["id"])
            edges[type_, label_of(source), label_of(target)].append({"source": source, "target": target, "p": row["p"]})
    return seconds, nodes, edges


def _bare(folder: str, nodes: Mapping[str, Rows], edges: Mapping[tuple[str, str, str], Rows]) -> float:
    """Seconds that the driver alone takes for these rows."""
    connection = connect(folder)
    try:
        with connection.driver().session() as session:
            start = time.perf_counter()
            for label, rows in nodes.items():
                query = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row"
                for batch in _batches(rows):
                    session.execute_write(_write, query, batch)
            for (type_, source, target), rows in edges.items():
                query = (
                    f"UNWIND $rows AS row MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}}) "
                    f"MERGE (a)-[r:{type_} {{id: row.p.id}}]->(b) SET r += row.p"
                )
                for batch in _batches(rows):
                    session.execute_write(_write, query, batch)
            return time.perf_counter() - start
    finally:
        connection.close()


def _write(tx: Any, query: str, rows: Rows) -> None:
    tx.run(query, rows=rows).consume()


def _batches(rows: Rows) -> Iterator[Rows]:
    for n in range(0, len(rows), BATCH):
        yield rows[n : n + BATCH]


if __name__ == "__main__":
    main()
