"""What loading costs: the rate of `etl.load` against a bare driver loop of `UNWIND … MERGE` that writes the same rows, in one run.

On each engine and in each round the articles are loaded into an empty store, and the nodes and edges that came of it, bookkeeping
included, are then written with nothing but the neo4j driver: on the same constraints and indexes, in the same order, a transaction for
each batch. Beside it: what a second load of the same facts writes, and what the loader's memory comes to with more articles.
"""

from __future__ import annotations

import argparse
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any

from benchmarks.news import articles
from benchmarks.servers import ENGINES, engine
from etl.load import BATCH_ROWS, load
from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.records import Facts
from graph.schema import CLUE, INTERNAL_LABELS
from graph.store import Store

Rows = list[dict[str, Any]]
Nodes = Mapping[str, Rows]
Edges = Mapping[tuple[str, str, str], Rows]


def main() -> None:
    """Measure and print a line for each engine."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--articles", type=int, default=400, help="how many generated articles to load (default: 400)")
    command.add_argument("--rounds", type=int, default=3, help="how often (default: 3)")
    command.add_argument("--rows", type=int, default=BATCH_ROWS, help=f"rows in a transaction of ours (default: {BATCH_ROWS})")
    command.add_argument("--bare-rows", type=int, default=1000, help="rows in a transaction of the bare loop (default: 1000)")
    command.add_argument("--engine", choices=ENGINES, action="append", help="only this engine")
    args = command.parse_args()
    facts = list(articles(args.articles))
    for name in args.engine or ENGINES:
        with engine(name) as (url, _), Store.open(url) as store:
            print(_measured(store, facts, args.rounds, args.rows, args.bare_rows), f"; {name}", sep="", flush=True)


def _measured(store: Store, facts: Sequence[Facts], rounds: int, rows: int, bare_rows: int) -> str:
    load(store, facts[: len(facts) // 4], batch_rows=rows)  # the engine warms up
    times = []
    for _ in range(rounds):
        _empty(store)
        start = time.perf_counter()
        load(store, facts, batch_rows=rows)
        ours = time.perf_counter() - start
        nodes, edges = _contents(store)
        _empty(store)
        times.append((ours, _bare(store, nodes, edges, bare_rows)))
    count = sum(map(len, nodes.values())) + sum(map(len, edges.values()))
    shares = sorted(bare / ours for ours, bare in times)
    ours, bare = median(o for o, _ in times), median(b for _, b in times)
    return (
        f"loading {median(shares):.0%} of the bare driver's rate ({shares[0]:.0%} to {shares[-1]:.0%} over {rounds} rounds): "
        f"{count / ours:,.0f} and {count / bare:,.0f} rows a second; {len(facts)} articles, {count:,} rows"
    )


def _empty(store: Store) -> None:
    while store.write("MATCH (n) WITH n LIMIT 5000 DETACH DELETE n RETURN count(*) AS n")[0]["n"]:
        pass


def _contents(store: Store) -> tuple[Nodes, Edges]:
    """All that is in the store: nodes by label, edges by type and labels of their ends."""
    nodes = {}
    for label in (*ontology().labels, *INTERNAL_LABELS):
        nodes[label] = [row["p"] for row in store.read(f"MATCH (n:{label}) RETURN properties(n) AS p")]
    edges: dict[tuple[str, str, str], Rows] = defaultdict(list)
    for row in store.read("MATCH ()-[r]->() RETURN properties(r) AS p"):
        type_, source, target = edge_ends(row["p"]["id"])
        edges[type_, label_of(source), label_of(target)].append({"source": source, "target": target, "p": row["p"]})
    return nodes, edges


def _bare(store: Store, nodes: Nodes, edges: Edges, size: int) -> float:
    """Seconds that the driver alone takes for these rows."""
    with store._connection.driver().session() as session:
        start = time.perf_counter()
        for label, rows in nodes.items():
            verb = "CREATE (n:Clue)" if label == CLUE else f"MERGE (n:{label} {{id: row.id}})"
            for batch in _batches(rows, size):
                session.execute_write(_write, f"UNWIND $rows AS row {verb} SET n += row", batch)
        for (type_, source, target), rows in edges.items():
            # from the end with few edges, as ours: from a hub the embedded engine would take hours
            pattern = (
                f"(b)<-[r:{type_} {{id: row.p.id}}]-(a)"
                if ontology().labels[target].role == "fact"
                else f"(a)-[r:{type_} {{id: row.p.id}}]->(b)"
            )
            ends = f"MATCH (a:{source} {{id: row.source}}) MATCH (b:{target} {{id: row.target}})"
            for batch in _batches(rows, size):
                session.execute_write(_write, f"UNWIND $rows AS row {ends} MERGE {pattern} SET r += row.p", batch)
        return time.perf_counter() - start


def _write(tx: Any, query: str, rows: Rows) -> None:
    tx.run(query, rows=rows).consume()


def _batches(rows: Rows, size: int) -> Iterator[Rows]:
    for n in range(0, len(rows), size):
        yield rows[n : n + size]


if __name__ == "__main__":
    main()
