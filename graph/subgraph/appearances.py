"""All occasions with who took part in them, where and before whom, and all relations between things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.store import Store
from graph.subgraph.columns import columns, names

_SLOTS: Mapping[str, tuple[str, bool]] = {
    "APPEARED_IN": ("guests", False), "HOSTED": ("hosts", False), "EPISODE_OF": ("shows", True), "ON": ("platforms", True),
    "AT": ("places", True), "DISCUSSED": ("topics", True),
}  # fmt: skip
"""By type of edge the slot of an occasion that it fills, and whether it leads away from the occasion."""
_BRINGS_AN_AUDIENCE = ("shows", "platforms", "hosts")


@dataclass(frozen=True, slots=True)
class Occasion:
    """An appearance; names are sorted, `date` is an ISO day, month or year, `audiences` are those of its show, platforms and hosts."""

    id: str
    name: str
    date: str | None
    kind: str
    status: str
    guests: tuple[str, ...]
    hosts: tuple[str, ...]
    shows: tuple[str, ...]
    platforms: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    audiences: tuple[str, ...]
    articles: int
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation between two things: names and labels of its ends, how many articles say so, how sure, first and last told of."""

    id: str
    type: str
    source: str
    source_label: str
    target: str
    target_label: str
    articles: int
    mentions: int
    confidence: float | None
    first: str | None
    last: str | None


def appearances(store: Store) -> list[Occasion]:
    """All occasions, the latest first, undated ones last."""
    called: dict[str, str] = {}
    for label in sorted({end for t in _SLOTS for e in [ontology().edges[t]] for end in (*e.sources, *e.targets)} - {"Appearance"}):
        called |= names(store, label)
    publics: dict[str, set[str]] = defaultdict(set)
    audiences = names(store, "Audience")
    for source in ontology().edges["HAS_AUDIENCE"].sources:
        for (id_,) in columns(store, f"MATCH (:{source})-[r:HAS_AUDIENCE]->()", "r.id"):
            _, one, other = edge_ends(id_)
            publics[one].add(audiences.get(other, other))
    near: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for (id_,) in columns(store, f"MATCH (:Appearance)-[r:{'|'.join(_SLOTS)}]-()", "r.id"):
        type_, one, other = edge_ends(id_)
        slot, away = _SLOTS[type_]
        near[one if away else other][slot].append(other if away else one)
    rows = columns(
        store, "MATCH (a:Appearance)", "a.id", "coalesce(a.name, '')", "coalesce(a.date, '')", "coalesce(a.kind, '')",
        "coalesce(a.status, '')", "coalesce(a.articles, 0)", "coalesce(a.confidence, -1.0)",
    )  # fmt: skip
    out = []
    for id_, name, date, kind, status, articles, confidence in rows:
        here = near.get(id_, {})
        before = {p for slot in _BRINGS_AN_AUDIENCE for node in here.get(slot, ()) for p in publics.get(node, ())}
        filled = {slot: tuple(sorted({called.get(node, node) for node in here.get(slot, ())})) for slot, _ in _SLOTS.values()}
        out.append(
            Occasion(
                id_, name or id_, date or None, kind or "other", status or "occurred",
                filled["guests"], filled["hosts"], filled["shows"], filled["platforms"], filled["places"], filled["topics"],
                tuple(sorted(before)), articles, confidence if confidence >= 0 else None,
            )
        )  # fmt: skip
    out.sort(key=lambda o: o.id)
    out.sort(key=lambda o: o.date or "", reverse=True)
    return out


def ties(store: Store, types: tuple[str, ...] = ()) -> list[Tie]:
    """All relations, by id; only those of `types` where any are named.

    Raises:
        KeyError: a type is no relation of the ontology.
    """
    labels = {end for t in types or ontology().relations for e in [ontology().relations[t]] for end in (*e.sources, *e.targets)}
    called = {label: names(store, label) for label in sorted(labels)}
    out = []
    for type_, source in ((t, s) for t in types or ontology().relations for s in ontology().relations[t].sources):
        # From the nodes of one label: an engine that began at any node would look at all of them for each type.
        found = columns(
            store, f"MATCH (:{source})-[r:{type_}]->()", "r.id", "coalesce(r.articles, 0)", "coalesce(r.mentions, 0)",
            "coalesce(r.confidence, -1.0)", "coalesce(r.first_seen, '')", "coalesce(r.last_seen, '')",
        )  # fmt: skip
        for id_, articles, mentions, confidence, first, last in found:
            _, one, other = edge_ends(id_)
            target = label_of(other)
            out.append(
                Tie(
                    id_, type_, called[source].get(one, one), source, called[target].get(other, other), target,
                    articles, mentions, confidence if confidence >= 0 else None, first or None, last or None,
                )
            )  # fmt: skip
    return sorted(out, key=lambda t: t.id)
