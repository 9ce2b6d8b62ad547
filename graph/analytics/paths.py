"""Paths between two nodes: the shortest first, those over places where everybody meets last."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.errors import InputError
from graph.identity import edge_ends, edge_id, label_of
from graph.ontology import ontology
from graph.store import Store
from graph.subgraph import Edge, Node, nodes

NEVER = ("Article", "Evidence", "Date")
"""Labels that tie everything to everything and mean nothing on a path."""
_HUB = 0.12


@dataclass(frozen=True, slots=True)
class Web:
    """What paths may lead over: by node its neighbours, and the ids of all edges."""

    near: Mapping[str, Collection[str]]
    edges: Collection[str]

    def between(self, one: str, other: str) -> tuple[Edge, ...]:
        """The edges between two neighbours, by id."""
        ways = ((one, other), (other, one))
        found = sorted(id_ for type_ in ontology().edges for s, t in ways if (id_ := edge_id(type_, s, t)) in self.edges)
        return tuple(Edge(id_, *edge_ends(id_), {}) for id_ in found)


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
    lone = [i for end in (a, b) if label_of(end) in NEVER for i in _edges_of(store, end)]
    if lone:
        whole = _woven([*whole.edges, *lone])
    found = _ways(_Network(whole.near, {*NEVER, *skip}, (a, b)), a, b, limit, longest)
    known = nodes(store, sorted({n for p in found for n in p}))
    return [Path(tuple(known[n] for n in p), tuple(whole.between(u, v) for u, v in pairwise(p))) for p in found]


class _Network:
    """The part of a web over which paths may lead."""

    def __init__(self, near: Mapping[str, Collection[str]], left_out: Collection[str], ends: tuple[str, str]) -> None:
        self._whole = near
        self._left_out = left_out
        self._ends = ends
        self._near: dict[str, list[str]] = {}

    def near(self, node: str) -> list[str]:
        """Its neighbours."""
        found = self._near.get(node)
        if found is None:
            found = self._near[node] = [n for n in self._whole.get(node, ()) if label_of(n) not in self._left_out or n in self._ends]
        return found

    def half(self, node: str) -> float:
        """Half of what it counts to go by a node: a step counts half of both its ends."""
        return (1 + _HUB * math.log2(1 + len(self.near(node)))) / 2


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
        least, left_behind = left[longest - len(way)], gone + network.half(way[-1])
        for n in network.near(way[-1]):
            if n in least and n not in way:
                further = left_behind + network.half(n)
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
        begun = {m: far + network.half(m) for m, far in before.items()}
        least: dict[str, float] = {}
        wanted = reached[longest - steps] if longest - steps < len(reached) else None
        if wanted is not None and len(wanted) < len(before):
            for n in wanted:
                least[n] = min((begun[m] for m in network.near(n) if m in begun), default=math.inf)
        else:
            for m, far in begun.items():
                for n in network.near(m):
                    if far < least.get(n, math.inf):
                        least[n] = far
        here = {n: far + network.half(n) for n, far in least.items() if far < math.inf}
        left.append({**here, **{n: far for n, far in before.items() if far <= here.get(n, math.inf)}})
    return left


def _woven(ids: Collection[str]) -> Web:
    near: dict[str, set[str]] = defaultdict(set)
    for id_ in ids:
        _, source, target = edge_ends(id_)
        if source != target:
            near[source].add(target)
            near[target].add(source)
    return Web(dict(near), frozenset(ids))


def _edges_of(store: Store, node: str) -> list[str]:
    [row] = store.read(f"MATCH (:{label_of(node)} {{id: $id}})-[r]-() RETURN collect(r.id) AS ids", {"id": node})
    found: list[str] = row["ids"]
    return found
