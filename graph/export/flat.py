"""One row for each appearance, with everything a spreadsheet wants to know of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from graph.export.reading import Graph
from graph.identity import label_of
from graph.ontology import ontology

COLUMNS = (
    "date", "name", "kind", "status", "people", "hosts", "shows", "platforms", "places", "minutes", "reach", "audiences", "topics",
    "motives", "outlets", "articles", "confidence", "date_in_words", "id",
)  # fmt: skip
_SLOTS = {
    "people": ("APPEARED_IN", False), "hosts": ("HOSTED", False), "shows": ("EPISODE_OF", True), "platforms": ("ON", True), "places": ("AT", True),
    "topics": ("DISCUSSED", True), "reach": ("OF", False), "motives": ("FOR", False),
}  # fmt: skip
"""Columns of names, the edges that lead to them, and whether these lead away from the appearance."""
_OWN = ("date", "name", "kind", "status", "duration_minutes", "confidence", "date_text")
_PAGE = 500
_BRINGS_AN_AUDIENCE = ("shows", "platforms", "hosts")


def appearances(graph: Graph) -> Iterator[dict[str, Any]]:
    """Rows by COLUMNS, the latest first, undated ones last.

    Names in a cell are sorted. `reach` are the figures of the occasion itself, in words; `audiences` the described publics of its shows,
    platforms and hosts; `outlets` and `articles` who tells of it.
    """
    dates = graph.store.read("MATCH (a:Appearance) RETURN a.id AS id, a.date AS date")
    ordered = sorted((row["id"], row["date"] or "") for row in dates if graph.holds(row["id"]))
    ordered.sort(key=lambda pair: pair[1], reverse=True)
    for n in range(0, len(ordered), _PAGE):
        yield from _rows(graph, [id_ for id_, _ in ordered[n : n + _PAGE]])


def _rows(graph: Graph, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    near: dict[str, dict[str, set[str]]] = {slot: defaultdict(set) for slot in _SLOTS}
    slots = {type_: slot for slot, (type_, _) in _SLOTS.items()}
    for e in graph.leaving("Appearance", ids, [t for t, away in _SLOTS.values() if away]):
        near[slots[e.type]][e.source].add(e.target)
    for e in graph.reaching("Appearance", ids, [t for t, away in _SLOTS.values() if not away]):
        near[slots[e.type]][e.target].add(e.source)
    publics = _publics(graph, {i for slot in _BRINGS_AN_AUDIENCE for found in near[slot].values() for i in found})
    told = _told(graph, ids)
    others = {i for found in (*near.values(), publics, told) for group in found.values() for i in group}
    things = graph.values(others, "name", "text", "outlet")

    def named(found: set[str]) -> list[str]:
        # a motive is called as the article puts it
        return sorted({str((things[i][1] if label_of(i) == "Motive" else None) or things[i][0] or i) for i in found})

    occasions = graph.values(ids, *_OWN)
    for id_ in ids:
        own = dict(zip(_OWN, occasions[id_], strict=True))
        before = {public for slot in _BRINGS_AN_AUDIENCE for who in near[slot][id_] for public in publics.get(who, ())}
        given = {
            "date": own["date"], "name": own["name"] or id_, "kind": own["kind"], "status": own["status"], "minutes": own["duration_minutes"],
            "audiences": named(before), "outlets": sorted({o for a in told[id_] if (o := things[a][2])}), "articles": named(told[id_]),
            "confidence": own["confidence"], "date_in_words": own["date_text"], "id": id_,
        }  # fmt: skip
        row = {slot: named(near[slot][id_]) for slot in _SLOTS} | given
        yield {column: row[column] for column in COLUMNS}


def _publics(graph: Graph, ids: set[str]) -> dict[str, set[str]]:
    """By show, platform and person the audiences that are described."""
    out: dict[str, set[str]] = defaultdict(set)
    for label in ontology().edges["HAS_AUDIENCE"].sources:
        for e in graph.leaving(label, sorted(i for i in ids if label_of(i) == label), ("HAS_AUDIENCE",)):
            out[e.source].add(e.target)
    return out


def _told(graph: Graph, ids: Sequence[str]) -> dict[str, set[str]]:
    """By occasion the articles that tell of it."""
    out: dict[str, set[str]] = defaultdict(set)
    query = (
        "UNWIND $ids AS id MATCH (:Appearance {id: id})-[:EVIDENCED_BY]->(:Evidence)-[:IN]->(a:Article) "
        "RETURN DISTINCT id, a.id AS article"
    )  # fmt: skip
    for row in graph.store.read(query, {"ids": list(ids)}):
        out[row["id"]].add(row["article"])
    return out
