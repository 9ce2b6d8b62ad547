"""What is left of the graph under the reader's choice in the filter bar."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.identity import label_of
from graph.ontology import ontology
from graph.selection import Selection
from graph.store import Store
from graph.subgraph import Edge, Node
from graph.subgraph.appearances import Occasion, Tie, appearances, ties
from ui.parts.knowledge import known


def occasions(choice: Selection) -> list[Occasion]:
    """The occasions that are wanted, the latest first."""
    return known(_occasions, choice)


def relations(choice: Selection, types: tuple[str, ...] = ()) -> list[Tie]:
    """The relations that are wanted; only those of `types` where any are named, which is much faster."""
    return known(_relations, choice, types)


def articles(choice: Selection) -> frozenset[str]:
    """Ids of the articles that bear out anything that is wanted."""
    return known(_articles, choice)


def _occasions(store: Store, choice: Selection) -> list[Occasion]:
    everything = known(appearances)
    return everything if choice.everything else [o for o in everything if choice.takes(o)]


def _relations(store: Store, choice: Selection, types: tuple[str, ...]) -> list[Tie]:
    everything = known(ties, types)
    if choice.everything:
        return everything
    return [
        t for t in everything
        if choice.takes_relation(t.type, ((t.source_label, t.source), (t.target_label, t.target)), t.confidence, t.first, t.last)
    ]  # fmt: skip


def _articles(store: Store, choice: Selection) -> frozenset[str]:
    facts = [*(o.id for o in occasions(choice)), *(t.id for t in relations(choice))]
    rows = store.read(
        "UNWIND $facts AS fact MATCH (v:Evidence {fact: fact})-[:IN]->(a:Article) RETURN DISTINCT a.id AS id", {"facts": facts}
    )
    return frozenset(r["id"] for r in rows)


def stays(edges: Iterable[Edge], nodes: Mapping[str, Node], choice: Selection) -> set[str]:
    """Ids of the edges that are wanted: relations by themselves, the others with the occasion or saying that they belong to."""
    taken = {o.id for o in occasions(choice)}
    given = list(edges)
    sayings = {n.id for n in nodes.values() if n.label in ("Statement", "Motive", "Reach")}
    touching: dict[str, list[Edge]] = {i: [] for i in sayings}
    for edge in given:
        for end in (edge.source, edge.target):
            if end in touching:
                touching[end].append(edge)
    said = {i for i in sayings if _said(i, touching[i], nodes, choice, taken)}
    out = set()
    for edge in given:
        p = edge.properties
        ends = (edge.source, edge.target)
        if edge.type in ontology().relations:
            if choice.takes_relation(edge.type, _ends(ends, nodes), p.get("confidence"), p.get("first_seen"), p.get("last_seen")):
                out.add(edge.id)
        elif all(end in said for end in ends if end in sayings) and all(end in taken for end in ends if label_of(end) == "Appearance"):
            out.add(edge.id)
    return out


def _ends(ids: Iterable[str], nodes: Mapping[str, Node]) -> list[tuple[str, str]]:
    return [(nodes[i].label, nodes[i].name) for i in ids if i in nodes]


def _said(id_: str, edges: list[Edge], nodes: Mapping[str, Node], choice: Selection, taken: set[str]) -> bool:
    others = {e.target if e.source == id_ else e.source for e in edges}
    if others & taken:
        return True
    if any(label_of(i) == "Appearance" for i in others):
        return False
    seen = [e.properties for e in edges]
    first = min((p["first_seen"] for p in seen if p.get("first_seen")), default=nodes[id_].properties.get("as_of"))
    last = max((p["last_seen"] for p in seen if p.get("last_seen")), default=first)
    sure = max((p["confidence"] for p in seen if p.get("confidence") is not None), default=1.0)
    return choice.takes_saying(_ends(sorted(others), nodes), sure, first, last)
