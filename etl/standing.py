"""How a store stands: what is loaded, by which version of the extractor it was read, what a run that broke off left to load."""

from __future__ import annotations

from pathlib import Path

from etl.run import waiting
from etl.shards import Shards
from etl.transform.version import version
from graph.ontology import ontology
from graph.schema import ENTRY, REVISION, VERSION
from graph.store import Store
from graph.subgraph import counts


def standing(store: Store) -> list[tuple[str, str]]:
    """What there is to tell, in order: name and value.

    Args:
        store: opened with `older=True`, so that one that must be rebuilt can be told of.
    """
    rows = store.read(f"MATCH (r:{REVISION} {{id: 'store'}}) RETURN r.schema AS version")
    schema = int(rows[0]["version"]) if rows else VERSION
    held = counts(store)
    out = [
        ("store", store.name),
        ("engine", "embedded" if store.embedded else "server"),
        ("version of the graph", f"{schema}" if schema == VERSION else f"{schema}, and this program's is {VERSION}"),
        ("articles", f"{_articles(store):,}"),
        ("nodes", f"{sum(held.get(label, 0) for label in ontology().labels):,}"),
        ("edges", f"{sum(held.get(type_, 0) for type_ in ontology().edges):,}"),
    ]
    readers = _readers(store)
    for extractor, articles in readers.items():
        out.append(("read by", f"{extractor or 'unknown'}: {articles:,} articles with facts"))
    if store.embedded:
        size = sum(p.stat().st_size for p in Path(store.name).rglob("*") if p.is_file())
        out.append(("size on disk", f"{size / 1_000_000:,.1f} MB"))
    left = _waiting(store)
    out.append(("read and not loaded", f"{left:,} {'article' if left == 1 else 'articles'}"))
    if schema != VERSION:
        out.append(("next", "greenroom rebuild"))
    elif left:
        out.append(("next", "run the same greenroom ingest again: what was read is not read twice"))
    elif any(extractor != version() for extractor in readers):
        out.append(
            ("next", f"greenroom ingest the same articles again: {version()} reads them otherwise, and only what differs is written")
        )
    else:
        out.append(("next", "nothing: all is loaded"))
    return out


def _articles(store: Store) -> int:
    return int(store.read(f"MATCH (r:{ENTRY}) RETURN count(r) AS n")[0]["n"])


def _readers(store: Store) -> dict[str, int]:
    query = "MATCH (v:Evidence)-[:IN]->(a:Article) RETURN v.extractor AS extractor, count(DISTINCT a.id) AS articles ORDER BY extractor"
    return {row["extractor"] or "": row["articles"] for row in store.read(query)}


def _waiting(store: Store) -> int:
    folder = waiting(store)
    if not folder.is_dir():
        return 0
    with Shards(folder) as shards:
        return len(shards)
