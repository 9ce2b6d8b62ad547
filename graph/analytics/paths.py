"""Paths between two nodes: the shortest first, those over places where everybody meets last."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.errors import InputError
from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.store import Store
from graph.subgraph import Edge, Node, nodes

NEVER = ("Article", "Evidence", "Date")
"""Labels that tie everything to everything and mean nothing on a path."""
_HUB = 0.12

Web = Mapping[str, Mapping[str, Sequence[str]]]
"""By node its neighbours, and for each of these the ids of the edges between the two."""


@dataclass(frozen=True, slots=True)
class Path:
    """A way from one node to another: `nodes` in order, and for each step the edges between the two (at least one)."""

    nodes: tuple[Node, ...]
    steps: tuple[tuple[Edge, ...], ...]


def web(store: Store) -> Web:
    """All edges that paths may lead over, for `paths` to be asked many times."""
    found: list[str] = []
    for type_, edge in ontology().edges.items():
        if all(label in NEVER for label in edge.targets):
            continue
        for source in edge.sources:
            if source not in NEVER:
                # The id of an edge says all that is wanted of it, and to hand over a row for each would take longest.
                [row] = store.read(f"MATCH (:{source})-[r:{type_}]->() RETURN collect(r.id) AS ids")
                found += row["ids"]
    return _woven(found)


def paths(
    store: Store, a: str, b: str, *, skip: Sequence[str] = (), limit: int = 10, longest: int = 5, among: Web | None = None
) -> list[Path]:
    """Up to `limit` ways from node `a` to node `b`.

    A step into a node counts 1 plus a little for each doubling of its edges, so that of two ways of the same length the one
    over a less busy node comes first. Method: best-first search (A*), led by the least that is still to go in so many steps, which is
    found first by going back from `b` (Bellman-Ford); what it finds is exact.

    Args:
        store: an open store.
        a: id of the first node.
        b: id of the last.
        skip: labels that no node between the two may have.
        limit: how many at most.
        longest: number of steps at most.
        among: what `web` gave for this store.

    Raises:
        InputError: one of the two is not in the store, or both are the same.
    """
    if a == b:
        raise InputError("a path needs two different ends")
    known = nodes(store, [a, b])
    for end in (a, b):
        if end not in known:
            raise InputError(f"there is no {end} in the store")
    whole = web(store) if among is None else among
    lone = [end for end in (a, b) if label_of(end) in NEVER]
    if lone:
        whole = {**whole, **_with(whole, [i for end in lone for i in _edges_of(store, end)])}
    found = _ways(_Network(whole, {*NEVER, *skip}, (a, b)), a, b, limit, longest)
    known = nodes(store, sorted({n for p in found for n in p}))
    return [Path(tuple(known[n] for n in p), tuple(tuple(map(_edge, whole[u][v])) for u, v in pairwise(p))) for p in found]


class _Network:
    """The part of a web over which paths may lead."""

    def __init__(self, whole: Web, left_out: Collection[str], ends: tuple[str, str]) -> None:
        self._whole = whole
        self._left_out = left_out
        self._ends = ends
        self._near: dict[str, list[str]] = {}
        self._weights: dict[str, float] = {}

    def near(self, node: str) -> list[str]:
        """Its neighbours."""
        found = self._near.get(node)
        if found is None:
            found = self._near[node] = [n for n in self._whole.get(node, ()) if n in self._ends or label_of(n) not in self._left_out]
        return found

    def weight(self, node: str) -> float:
        """What it counts to go by a node."""
        found = self._weights.get(node)
        if found is None:
            found = self._weights[node] = 1 + _HUB * math.log2(1 + len(self.near(node)))
        return found

    def step(self, one: str, other: str) -> float:
        """What it counts to go from one node to the next."""
        return (self.weight(one) + self.weight(other)) / 2


def _ways(network: _Network, a: str, b: str, limit: int, longest: int) -> list[tuple[str, ...]]:
    """The ways themselves, by what they count and then by ids."""
    left = _left(network, a, b, longest)
    if a not in left[longest]:
        return []
    out: list[tuple[str, ...]] = []
    waiting: list[tuple[float, tuple[str, ...], float]] = [(left[longest][a], (a,), 0.0)]
    while waiting and len(out) < limit:
        _, way, gone = heapq.heappop(waiting)
        if way[-1] == b:
            out.append(way)
            continue
        least = left[longest - len(way)]
        for n in network.near(way[-1]):
            if n in least and n not in way:
                further = gone + network.step(way[-1], n)
                # rounded, so that ways that count the same are told apart by their ids, and not by the last digit of a sum
                heapq.heappush(waiting, (round(further + least[n], 9), (*way, n), further))
    return out


def _left(network: _Network, a: str, b: str, longest: int) -> list[dict[str, float]]:
    """For each number of steps, by node what it counts at least to reach `b` in no more; only of nodes that `a` reaches in the others."""
    reached = [{a}]
    for _ in range(longest // 2):
        reached.append({m for n in reached[-1] for m in network.near(n)} | reached[-1])
    left = [{b: 0.0}]
    for steps in range(1, longest + 1):
        before = left[-1]
        here = dict(before)
        wanted = reached[longest - steps] if longest - steps < len(reached) else None
        if wanted is not None and len(wanted) < len(before):
            for n in wanted:
                ways = [network.step(n, m) + before[m] for m in network.near(n) if m in before]
                if ways:
                    here[n] = min(here.get(n, math.inf), *ways)
        else:
            for m, far in before.items():
                for n in network.near(m):
                    here[n] = min(here.get(n, math.inf), network.step(n, m) + far)
        left.append(here)
    return left


def _woven(ids: Iterable[str]) -> dict[str, dict[str, list[str]]]:
    out: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for id_ in sorted(set(ids)):
        _, source, target = edge_ends(id_)
        if source != target:
            out[source][target].append(id_)
            out[target][source].append(id_)
    # a plain one: to look for what is not there must not put it there
    return {node: dict(near) for node, near in out.items()}


def _with(whole: Web, ids: Iterable[str]) -> Web:
    """Those nodes of a web that the edges touch, with these edges added."""
    added = _woven(ids)
    return {
        n: {m: sorted({*whole.get(n, {}).get(m, ()), *near.get(m, ())}) for m in {**whole.get(n, {}), **near}} for n, near in added.items()
    }


def _edges_of(store: Store, node: str) -> list[str]:
    [row] = store.read(f"MATCH (:{label_of(node)} {{id: $id}})-[r]-() RETURN collect(r.id) AS ids", {"id": node})
    found: list[str] = row["ids"]
    return found


def _edge(id_: str) -> Edge:
    return Edge(id_, *edge_ends(id_), {})
