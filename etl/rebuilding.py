"""Rebuilding: the whole graph of a store computed anew from its records, as after an update that comes to another graph.

Records and corrections are never touched. While it goes on the store says that it is being rebuilt and is not used for anything else; one cut short is
begun again.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable

from etl.kept import facts, kept
from etl.load import load
from graph.errors import StoreVersion
from graph.schema import CORRECTION, ENTRY, REBUILDING, RECORD, REVISION, VERSION
from graph.store import Store, Transaction

_CHUNK = 500
"""Nodes that are deleted in one transaction; each may have many edges."""

Step = Callable[[int, int], None]
"""Called with how many articles are done and how many there are."""


def rebuild(store: Store, *, progress: Step | None = None) -> int:
    """Compute the graph anew; returns how many articles there are.

    Args:
        store: opened with `older=True`.
        progress: called after each batch.

    Raises:
        StoreVersion: another process is rebuilding the store as well.
        StoreError: the store refuses or is gone; run it again then.
    """
    while store.transaction(_clear):
        pass
    articles = kept(store)

    def step(done: int) -> None:
        if progress:
            progress(done, len(articles))

    load(store, facts(store, articles), progress=step)
    if not store.transaction(_finish):
        raise StoreVersion(f"{store.name} is being rebuilt by another process, too: run the same again when it is done")
    return len(articles)


def _clear(tx: Transaction) -> bool:
    """Mark the store and delete a part of the graph; says whether there was any. A loader beside us notices the new revision."""
    tx.run(f"MERGE (r:{REVISION} {{id: 'store'}}) SET r.schema = $v, r.value = $new", {"v": REBUILDING, "new": str(uuid.uuid4())})
    query = f"MATCH (n) WHERE NOT n:{RECORD} AND NOT n:{REVISION} AND NOT n:{CORRECTION} WITH n LIMIT {_CHUNK} DETACH DELETE n RETURN count(*) AS n"
    return bool(tx.run(query)[0]["n"])


def _finish(tx: Transaction) -> bool:
    """Give the store our version if each record has its entry; says whether that is so."""
    tx.run(f"MERGE (r:{REVISION} {{id: 'store'}}) SET r.value = $new", {"new": str(uuid.uuid4())})
    records = tx.run(f"MATCH (r:{RECORD}) RETURN count(r) AS n")
    if records != tx.run(f"MATCH (r:{ENTRY}) RETURN count(r) AS n"):
        return False
    tx.run(f"MATCH (r:{REVISION} {{id: 'store'}}) SET r.schema = $v", {"v": VERSION})
    return True
