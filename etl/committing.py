"""Committing: a plan written to the store in one transaction, if nothing has been written there since it was made."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping

from etl import entries, projection
from graph.register import Plan
from graph.schema import REVISION, VERSION
from graph.store import Store, Transaction


class Moved(Exception):
    """Another process has written something since the register was read."""


def commit(
    store: Store,
    plan: Plan,
    texts: Mapping[str, str],
    digests: Mapping[str, str],
    *,
    before: str,
    also: Callable[[Transaction], None] | None = None,
) -> tuple[str, int, int, list[str]]:
    """Write a plan.

    Args:
        store: an open store.
        plan: the plan.
        texts: the facts written as JSON, by article id.
        digests: digests of these, by article id.
        before: the revision of the store as of which the plan was made.
        also: writes what else belongs to it.

    Returns:
        The new revision, how many more nodes and edges of the graph there are, and what was dropped, in words.

    Raises:
        Moved: the store's revision is another one by now.
        StoreError: the store refuses or is gone.
    """
    new = projection.changed(plan, digests)
    revision = str(uuid.uuid4())

    def write(tx: Transaction) -> tuple[int, int]:
        _claim(tx, before, revision)
        entries.write(tx, plan, texts, digests)
        if also is not None:
            also(tx)
        nodes, edges = tx.nodes, tx.edges
        projection.write(tx, new)
        return tx.nodes - nodes, tx.edges - edges

    nodes, edges = store.transaction(write)
    return revision, nodes, edges, new.dropped


def _claim(tx: Transaction, before: str, after: str) -> None:
    """Set the store's revision if it is still the one of before.

    A second writer waits here for its turn, or fails and is tried again: only with the node locked is its value certain.
    """
    mark = f"MERGE (r:{REVISION} {{id: 'store'}}) ON CREATE SET r.schema = $version SET r.next = $new"
    tx.run(mark, {"new": after, "version": VERSION})
    query = f"MATCH (r:{REVISION} {{id: 'store'}}) WITH r, coalesce(r.value, '') AS before SET r.value = $new RETURN before"
    if tx.run(query, {"new": after})[0]["before"] != before:
        raise Moved
