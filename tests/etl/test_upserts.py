"""Edges of a node that has hundreds of them are written and deleted, on either engine."""

from __future__ import annotations

from etl.upserts import create_edges, create_nodes, delete_edges
from graph.store import Store

MANY = 600


def test_edges_of_a_busy_node_can_be_deleted(store: Store) -> None:
    motives = [f"Motive.{n}" for n in range(MANY)]
    edges = [f"FOR|{m}|Appearance.busy" for m in motives]
    store.transaction(lambda tx: create_nodes(tx, {"Appearance.busy": {}, **{m: {} for m in motives}}))
    store.transaction(lambda tx: create_edges(tx, {e: {} for e in edges}))

    def left() -> list[str]:
        query = "MATCH (:Appearance {id: 'Appearance.busy'})<-[r:FOR]-(m:Motive) RETURN m.id AS id ORDER BY id"
        return [row["id"] for row in store.read(query)]

    assert left() == sorted(motives)
    store.transaction(lambda tx: delete_edges(tx, [e for n, e in enumerate(edges) if n % 3]))
    assert left() == sorted(motives[::3])
    store.transaction(lambda tx: delete_edges(tx, edges))
    assert left() == []
