"""All occasions with who took part in them, where and before whom, and all relations between things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.store import Store
from graph.subgraph.columns import columns, names

_SLOTS: Mapping[str, str] = {
    "guests": "(a)<-[:APPEARED_IN]-(n)", "hosts": "(a)<-[:HOSTED]-(n)", "shows": "(a)-[:EPISODE_OF]->(n)", "platforms": "(a)-[:ON]->(n)",
    "places": "(a)-[:AT]->(n)", "topics": "(a)-[:DISCUSSED]->(n)",
}  # fmt: skip
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
    publics: dict[str, set[str]] = defaultdict(set)
    for source in ontology().edges["HAS_AUDIENCE"].sources:
        for row in store.read(f"MATCH (x:{source})-[:HAS_AUDIENCE]->(n:Audience) RETURN x.id AS id, n.name AS name"):
            publics[row["id"]].add(row["name"])
    # One pass over the occasions: a query for each slot would read them all again.
    slots = ", ".join(f"[{pattern} | [n.id, coalesce(n.name, n.id)]] AS {slot}" for slot, pattern in _SLOTS.items())
    rows = store.read(
        "MATCH (a:Appearance) RETURN a.id AS id, a.name AS name, a.date AS date, a.kind AS kind, a.status AS status, "
        f"coalesce(a.articles, 0) AS articles, a.confidence AS confidence, {slots}"
    )
    out = []
    for row in rows:
        before = {p for slot in _BRINGS_AN_AUDIENCE for node, _ in row[slot] for p in publics.get(node, ())}
        filled = {slot: tuple(sorted({name for _, name in row[slot]})) for slot in _SLOTS}
        out.append(
            Occasion(
                row["id"], row["name"] or row["id"], row["date"], row["kind"] or "other", row["status"] or "occurred",
                filled["guests"], filled["hosts"], filled["shows"], filled["platforms"], filled["places"], filled["topics"],
                tuple(sorted(before)), row["articles"], row["confidence"],
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
