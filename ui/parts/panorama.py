"""The panorama: everything that the filter leaves, in one picture; what is too much for one is put together or left out, and said so."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass

from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.selection import Selection
from graph.store import Store
from graph.subgraph.columns import columns
from ui.components.canvas import Dot, Line
from ui.parts.choice import occasions, relations
from ui.parts.knowledge import known
from ui.parts.phrases import words
from ui.parts.picture import width
from ui.parts.readings import held

WARN = 800
"""Nodes from which a picture takes a while to be arranged."""
MOST = 2000
"""Nodes that are drawn at most one by one."""
CORE = 600
"""Nodes and groups that are drawn of a graph with more: what is best connected, so that something can be seen in it."""
MOST_OCCASIONS = 50_000
"""Occasions of a graph that is looked at as a whole; of a larger one the picture takes relations only."""
_PARTS = ("APPEARED_IN", "HOSTED", "EPISODE_OF", "ON", "AT", "DISCUSSED")


@dataclass(frozen=True, slots=True)
class Panorama:
    """A picture of everything: nodes and links as drawn; how many nodes there were, stand in groups, and are left out."""

    dots: tuple[Dot, ...]
    lines: tuple[Line, ...]
    whole: int
    grouped: int
    left_out: int


def parts(store: Store) -> list[tuple[str, int]]:
    """The edges between occasions and who and what takes part in them: id, articles."""
    return [row for t in _PARTS for row in columns(store, f"MATCH (a:Appearance)-[r:{t}]-()", "r.id", "coalesce(r.articles, 1)")]


def labelled(store: Store) -> dict[str, tuple[str, int]]:
    """By id of each entity and occasion its name and the number of articles that tell of it."""
    out = {}
    for label in (*ontology().entity_labels, "Appearance"):
        for id_, name, articles in columns(store, f"MATCH (n:{label})", "n.id", "coalesce(n.name, n.id)", "coalesce(n.articles, 0)"):
            out[id_] = (name or id_, articles)
    return out


def panorama(store: Store, choice: Selection) -> Panorama:
    """Everything that `choice` leaves."""
    names = known(labelled)
    links: dict[str, tuple[str, str, str, int]] = {t.id: (*edge_ends(t.id)[1:], words(t.type), t.articles) for t in relations(choice)}
    if known(held)["Appearance"] <= MOST_OCCASIONS:
        taken = {o.id for o in occasions(choice)}
        for id_, articles in known(parts):
            type_, source, target = edge_ends(id_)
            if source in taken or target in taken:
                links[id_] = (source, target, words(type_), articles)
    degree = Counter(end for source, target, _, _ in links.values() for end in (source, target))
    ids = sorted(degree, key=lambda i: (-degree[i], -names.get(i, ("", 0))[1], i))
    groups: dict[str, str] = {}
    most = MOST
    if len(ids) > MOST:
        groups, most = _leaves(links, degree), CORE
    sizes = Counter(groups.values())
    shown = [i for i in ids if i not in groups]
    shown = sorted([*shown, *sizes], key=lambda i: (-(degree[i] or sizes[i]), i))[:most]
    kept = set(shown)
    dots = [_dot(i, names, sizes) for i in shown]
    lines = [
        Line(i, groups.get(s, s), groups.get(t, t), text, width(articles))
        for i, (s, t, text, articles) in sorted(links.items())
        if groups.get(s, s) in kept and groups.get(t, t) in kept
    ]
    # Of the links of a group one is enough.
    single = {(line.source, line.target, line.text): line for line in reversed(lines)}
    grouped = sum(1 for g in groups.values() if g in kept)
    single_dots = sum(1 for i in shown if i not in sizes)
    return Panorama(
        tuple(dots), tuple(sorted(single.values(), key=lambda line: line.id)), len(ids), grouped, len(ids) - grouped - single_dots
    )


def _leaves(links: dict[str, tuple[str, str, str, int]], degree: Counter[str]) -> dict[str, str]:
    """For each node with one link only the id of the group that stands for it; groups hold two at least."""
    hung: dict[str, list[str]] = defaultdict(list)
    for source, target, text, _ in links.values():
        for leaf, hub in ((source, target), (target, source)):
            if degree[leaf] == 1 and degree[hub] > 1:
                hung[f"group|{label_of(leaf)}|{text}|{hub}"].append(leaf)
    return {leaf: group for group, leaves in sorted(hung.items()) if len(leaves) > 1 for leaf in leaves}


def _dot(id_: str, names: dict[str, tuple[str, int]], sizes: Counter[str]) -> Dot:
    if id_ in sizes:
        label = id_.split("|")[1]
        return Dot(id_, f"{sizes[id_]} of {label}", label, min(60.0, 30 + sizes[id_] ** 0.5), note="a group; filter or search to see them")
    name, articles = names.get(id_, (id_, 0))
    return Dot(id_, name, label_of(id_), min(60.0, 26 + 5 * (articles or 1) ** 0.5))
