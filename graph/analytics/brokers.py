"""Brokers: over whom the shortest ways between platforms, shows and audiences lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import networkx as nx

from graph.identity import label_of

PLACES = ("Platform", "Outlet", "Show", "Audience")
_MOST_STEPS = 20_000_000
"""About so many edges are walked at most; in larger graphs ways are counted from fewer places."""


def rows(ties: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All brokers, the greatest first.

    Args:
        ties: rows with one and other (ids), their names, the fact that ties them, and the occasion where it is one.
        values: the question's parameters; none is used.

    Returns:
        Rows with broker, type, share (of all pairs of places that are joined, 0 to 1), numbers of places next to the broker, of
        occasions, and a fact that bears one of the ties out. Method: betweenness of a subset (Brandes 2008, as in networkx).
    """
    graph = nx.Graph()
    names: dict[str, str] = {}
    facts: dict[tuple[str, str], str] = {}
    occasions: dict[str, set[str]] = defaultdict(set)
    for row in sorted(ties, key=lambda r: (r["one"], r["other"], r["fact"])):
        one, other = row["one"], row["other"]
        graph.add_edge(one, other)
        names[one], names[other] = row["one_name"], row["other_name"]
        facts.setdefault((one, other), row["fact"])
        if row["occasion"]:
            occasions[one].add(row["occasion"])
    places = sorted(n for n in graph if label_of(n) in PLACES)
    sources = _sample(places, graph.number_of_edges())
    joined = _joined(graph, sources, places)
    through = nx.betweenness_centrality_subset(graph, sources, places)
    out = []
    for node, paths in through.items():
        if label_of(node) in PLACES or not paths:
            continue
        near = sorted(graph[node], key=lambda n: (label_of(n), n))
        count = {label: sum(label_of(n) == label for n in near) for label in PLACES}
        first = next((facts[node, n] for n in near if (node, n) in facts), None)
        out.append(
            {
                "broker": names[node], "type": label_of(node),
                # networkx halves the count of an undirected graph: each pair is met from both ends when all places are sources
                "share": round(2 * paths / joined, 4) if joined else 0.0,
                "platforms": count["Platform"] + count["Outlet"], "shows": count["Show"], "audiences": count["Audience"],
                "appearances": len(occasions[node]), "fact": first,
            }
        )  # fmt: skip
    return sorted(out, key=lambda r: (-r["share"], r["broker"], r["fact"] or ""))


def _sample(places: Sequence[str], edges: int) -> list[str]:
    """Every n-th place, so that the same graph always gives the same sample."""
    most = max(10, _MOST_STEPS // max(1, edges))
    step = max(1, -(-len(places) // most))
    return list(places[::step])


def _joined(graph: nx.Graph, sources: Sequence[str], places: Sequence[str]) -> int:
    """Number of pairs of a source and another place between which there is a way."""
    among, pairs = set(places), 0
    begun = set(sources)
    for part in nx.connected_components(graph):
        pairs += len(part & begun) * (len(part & among) - 1)
    return pairs
