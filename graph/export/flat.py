"""One row for each appearance, with everything a spreadsheet wants to know of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from graph.export.dump import Dump

COLUMNS = (
    "date", "name", "kind", "status", "people", "hosts", "shows", "platforms", "places", "minutes", "reach", "audiences", "topics",
    "motives", "outlets", "articles", "confidence", "date_in_words", "id",
)  # fmt: skip
_SLOTS = {
    "people": ("APPEARED_IN", False), "hosts": ("HOSTED", False), "shows": ("EPISODE_OF", True), "platforms": ("ON", True), "places": ("AT", True),
    "topics": ("DISCUSSED", True), "reach": ("OF", False), "motives": ("FOR", False),
}  # fmt: skip
"""Columns of names, the edges that lead to them, and whether these lead away from the appearance."""
_BRINGS_AN_AUDIENCE = ("shows", "platforms", "hosts")


def appearances(graph: Dump) -> Iterator[dict[str, Any]]:
    """Rows by COLUMNS, the latest first, undated ones last.

    Names in a cell are sorted. `reach` are the figures of the occasion itself, in words; `audiences` the described publics of its shows,
    platforms and hosts; `outlets` and `articles` who tells of it.
    """
    names = {n.id: n.name for group in graph.nodes.values() for n in group}
    near: dict[str, dict[str, set[str]]] = {slot: defaultdict(set) for slot in _SLOTS}
    for slot, (type_, away) in _SLOTS.items():
        for edge in graph.edges[type_]:
            occasion, other = (edge.source, edge.target) if away else (edge.target, edge.source)
            near[slot][occasion].add(other)
    publics: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges["HAS_AUDIENCE"]:
        publics[edge.source].add(edge.target)
    article = {e.source: e.target for e in graph.edges["IN"]}
    told: dict[str, set[str]] = defaultdict(set)
    for edge in graph.edges["EVIDENCED_BY"]:
        if edge.target in article:
            told[edge.source].add(article[edge.target])
    outlet = {n.id: n.properties.get("outlet") for n in graph.nodes["Article"]}
    texts = {n.id: str(n.properties["text"]) for n in graph.nodes["Motive"]}

    def named(ids: set[str]) -> list[str]:
        return sorted({texts.get(i) or names[i] for i in ids})

    ordered = sorted(graph.nodes["Appearance"], key=lambda n: n.id)
    ordered.sort(key=lambda n: str(n.properties.get("date") or ""), reverse=True)
    for node in ordered:
        p = node.properties
        slots = {slot: named(near[slot].get(node.id, set())) for slot in _SLOTS}
        before = {public for slot in _BRINGS_AN_AUDIENCE for who in near[slot].get(node.id, ()) for public in publics.get(who, ())}
        given = {
            "date": p.get("date"), "name": node.name, "kind": p.get("kind"), "status": p.get("status"), "minutes": p.get("duration_minutes"),
            "audiences": named(before), "outlets": sorted({o for a in told[node.id] if (o := outlet.get(a))}), "articles": named(told[node.id]),
            "confidence": p.get("confidence"), "date_in_words": p.get("date_text"), "id": node.id,
        }  # fmt: skip
        row = slots | given
        yield {column: row[column] for column in COLUMNS}
