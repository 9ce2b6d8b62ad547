"""Paths between two nodes: the shortest first, those over places where everybody meets last."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

import networkx as nx

from graph.errors import InputError
from graph.store import Store
from graph.subgraph import Edge, Node, nodes

NEVER = ("Article", "Evidence", "Date")
"""Labels that tie everything to everything and mean nothing on a path."""
_HUB = 0.12


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one node to another: `nodes` in order, and for each step the edges between the two (at least one)."""

    nodes: tuple[Node, ...]
    steps: tuple[tuple[Edge, ...], ...]


def paths(store: Store, a: str, b: str, *, skip: Sequence[str] = (), limit: int = 10, longest: int = 5) -> list[Path]:
    """Up to `limit` ways from node `a` to node `b`.

    A step into a node counts 1 plus a little for each doubling of its edges, so that of two ways of the same length the one
    over a less busy node comes first (Yen's algorithm, as in networkx).

    Args:
        store: an open store.
        a: id of the first node.
        b: id of the last.
        skip: labels that no node between the two may have.
        limit: how many at most.
        longest: number of steps at most.

    Raises:
        InputError: one of the two is not in the store, or both are the same.
    """
    if a == b:
        raise InputError("a path needs two different ends")
    network = _network(store, {*NEVER, *skip}, (a, b))
    for end in (a, b):
        if end not in network:
            if end not in nodes(store, [end]):
                raise InputError(f"there is no {end} in the store")
            return []
    weigh = {n: 1 + _HUB * math.log2(1 + degree) for n, degree in network.degree()}
    for one, other, tie in network.edges(data=True):
        tie["length"] = (weigh[one] + weigh[other]) / 2
    try:
        found = [p for p in islice(nx.shortest_simple_paths(network, a, b, weight="length"), 4 * limit) if len(p) <= longest + 1][:limit]
    except nx.NetworkXNoPath:
        return []
    known = nodes(store, sorted({n for p in found for n in p}))
    return [Path(tuple(known[n] for n in p), tuple(tuple(network.edges[u, v]["edges"]) for u, v in pairwise(p))) for p in found]


def _network(store: Store, left_out: set[str], ends: tuple[str, str]) -> nx.Graph:
    rows = store.read(
        "MATCH (n)-[r]->(m) WHERE NOT (labels(n)[0] IN $out AND NOT n.id IN $ends) AND NOT (labels(m)[0] IN $out AND NOT m.id IN $ends) "
        "RETURN n.id AS source, type(r) AS type, m.id AS target, r.id AS id ORDER BY id",
        {"out": sorted(left_out), "ends": list(ends)},
    )
    network = nx.Graph()
    for row in rows:
        if row["source"] == row["target"]:
            continue
        network.add_edge(row["source"], row["target"])
        network.edges[row["source"], row["target"]].setdefault("edges", []).append(
            Edge(row["id"], row["type"], row["source"], row["target"], {})
        )
    return network
