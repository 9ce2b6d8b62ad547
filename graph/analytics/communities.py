"""Communities: who appears with each other more than with others, and what their occasions have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import networkx as nx

_SEED = 1
_MOST_BINDING = 6
_MOST_MEMBERS = 40
_LEAST = 2


def rows(parts: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """All communities of two and more, the largest first.

    Args:
        parts: rows with an occasion, whether the part is `who` or `what`, its id, name and the fact that says so.
        values: `person`, a part of a member's name.

    Returns:
        Rows with community (a number), members (those with most occasions first, up to 40), size, occasions, inside (share of the
        members' ties that stay inside, 0 to 1), bound_by and a fact. Method: Louvain (Blondel and others 2008, as in networkx).
    """
    names: dict[str, str] = {}
    who: dict[str, dict[str, str]] = defaultdict(dict)
    what: dict[str, set[str]] = defaultdict(set)
    for row in sorted(parts, key=lambda r: (r["occasion"], r["id"], r["fact"])):
        names[row["id"]] = row["name"]
        if row["part"] == "who":
            who[row["occasion"]].setdefault(row["id"], row["fact"])
        else:
            what[row["occasion"]].add(row["id"])
    graph = _together(who)
    if not graph.number_of_edges():
        return []
    out = []
    for number, members in enumerate(_communities(graph), 1):
        held = [o for o, people in who.items() if sum(p in members for p in people) >= _LEAST]
        busy = Counter(p for o in held for p in who[o] if p in members)
        ordered = sorted(members, key=lambda p: (-busy[p], names[p], p))
        binding = Counter(x for o in held for x in what[o])
        bound = sorted((x for x, n in binding.items() if n >= _LEAST), key=lambda x: (-binding[x], names[x], x))
        inside = sum(graph[a][b]["weight"] for a, b in combinations(sorted(members), 2) if b in graph[a])
        out.append(
            {
                "community": number, "members": [names[p] for p in ordered[:_MOST_MEMBERS]], "size": len(members),
                "occasions": len(held), "inside": round(2 * inside / sum(d for _, d in graph.degree(ordered, "weight")), 3),
                "bound_by": [names[x] for x in bound[:_MOST_BINDING]],
                "fact": next(who[o][p] for p in ordered for o in held if p in who[o]),
            }
        )  # fmt: skip
    wanted = values["person"].casefold()
    return [r for r in out if not wanted or any(wanted in m.casefold() for m in r["members"])]


def _together(who: Mapping[str, Mapping[str, str]]) -> nx.Graph:
    graph = nx.Graph()
    for _, people in sorted(who.items()):
        for one, other in combinations(sorted(people), 2):
            before = graph.get_edge_data(one, other, {"weight": 0.0})["weight"]
            graph.add_edge(one, other, weight=before + 1 / (len(people) - 1))
    return graph


def _communities(graph: nx.Graph) -> list[set[str]]:
    found = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    return sorted((set(c) for c in found if len(c) >= _LEAST), key=lambda c: (-len(c), min(c)))
