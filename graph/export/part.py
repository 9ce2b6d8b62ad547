"""A part of the graph: the occasions, relations and sayings that a selection wants, with all that bears them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.export.dump import Dump
from graph.identity import label_of
from graph.ontology import ontology
from graph.selection import Selection
from graph.subgraph import Edge, Node
from graph.subgraph.appearances import Occasion

_SAYINGS = ("Statement", "Motive", "Reach")
_SOURCES = ("MENTIONS", "PUBLISHED_BY", "PUBLISHED_ON", "IN", "WITHIN")
"""Edge types that tie what was read to where it was read, and dates to each other."""


def part(graph: Dump, occasions: Iterable[Occasion], selection: Selection) -> Dump:
    """What `selection` leaves of `graph`: the wanted facts, their ends, their evidence and its articles, and edges among all these.

    Args:
        graph: the whole.
        occasions: all occasions of the same store.
        selection: what is wanted.
    """
    if selection.everything:
        return graph
    named = {n.id: n for group in graph.nodes.values() for n in group}
    taken = {o.id for o in occasions if selection.takes(o)}
    facts = taken | _relations(graph, named, selection) | _sayings(graph, named, taken, selection)
    kept: set[str] = {f for f in facts if f in named}
    edges: list[Edge] = []
    for group in graph.edges.values():
        for edge in group:
            if edge.type in _SOURCES:
                continue
            ends = (edge.source, edge.target)
            if edge.id in facts or (edge.type not in ontology().relations and all(e in facts for e in ends if _is_fact(e))):
                edges.append(edge)
                kept.update(ends)
    evidence = {n.id: n for n in graph.nodes["Evidence"] if n.properties.get("fact") in facts | {e.id for e in edges}}
    kept |= evidence.keys()
    articles = {e.target for e in graph.edges["IN"] if e.source in evidence}
    kept |= articles
    for type_ in ("PUBLISHED_BY", "PUBLISHED_ON"):
        kept |= {e.target for e in graph.edges[type_] if e.source in articles}
    within = {e.source: e.target for e in graph.edges["WITHIN"]}
    for date in sorted(i for i in kept if label_of(i) == "Date"):
        while date in within:
            date = within[date]
            kept.add(date)
    edges += [e for type_ in _SOURCES for e in graph.edges[type_] if e.source in kept and e.target in kept]
    wanted = {e.id for e in edges}
    return Dump(
        {label: tuple(n for n in group if n.id in kept) for label, group in graph.nodes.items()},
        {type_: tuple(e for e in group if e.id in wanted) for type_, group in graph.edges.items()},
    )


def _is_fact(id_: str) -> bool:
    return ontology().labels[label_of(id_)].role == "fact"


def _ends(edges: Iterable[Edge], but: str, named: dict[str, Node]) -> list[tuple[str, str]]:
    ids = sorted({i for e in edges for i in (e.source, e.target)} - {but})
    return [(named[i].label, named[i].name) for i in ids if i in named]


def _relations(graph: Dump, named: dict[str, Node], selection: Selection) -> set[str]:
    out = set()
    for type_ in ontology().relations:
        for edge in graph.edges[type_]:
            p = edge.properties
            if selection.takes_relation(type_, _ends([edge], "", named), p.get("confidence"), p.get("first_seen"), p.get("last_seen")):
                out.add(edge.id)
    return out


def _sayings(graph: Dump, named: dict[str, Node], taken: set[str], selection: Selection) -> set[str]:
    """Statements, motives and figures: with their occasion where they have one, else by themselves."""
    touching: dict[str, list[Edge]] = defaultdict(list)
    for group in graph.edges.values():
        for edge in group:
            for end in (edge.source, edge.target):
                if label_of(end) in _SAYINGS and edge.type not in _SOURCES:
                    touching[end].append(edge)
    told = _told(graph, named)
    out = set()
    for id_, edges in touching.items():
        others = {i for e in edges for i in (e.source, e.target)} - {id_}
        sure, first, last = told.get(id_, (None, None, None))
        alone = not any(label_of(i) == "Appearance" for i in others)
        if others & taken or (alone and selection.takes_saying(_ends(edges, id_, named), sure, first, last)):
            out.add(id_)
    return out


def _told(graph: Dump, named: dict[str, Node]) -> dict[str, tuple[float, str | None, str | None]]:
    """By fact the best confidence of its evidence, and the first and last day of its articles."""
    article = {e.source: e.target for e in graph.edges["IN"]}
    seen: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for node in graph.nodes["Evidence"]:
        fact = str(node.properties.get("fact"))
        if node.id in article and label_of(fact) in _SAYINGS and fact in named:
            day = str(named[article[node.id]].properties.get("published") or "")
            seen[fact].append((float(node.properties.get("confidence") or 0.0), day))
    out: dict[str, tuple[float, str | None, str | None]] = {}
    for fact, rows in seen.items():
        days = sorted(d for _, d in rows if d)
        out[fact] = (max(c for c, _ in rows), days[0] if days else None, days[-1] if days else None)
    return out
