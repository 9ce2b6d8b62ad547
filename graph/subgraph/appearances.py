"""All occasions with who took part in them, where and before whom, and all relations between things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.identity import label_of
from graph.ontology import ontology
from graph.store import Store

_SLOTS: Mapping[str, str] = {
    "guests": "MATCH (a:Appearance)<-[:APPEARED_IN]-(n) RETURN a.id AS id, n.id AS node, n.name AS name",
    "hosts": "MATCH (a:Appearance)<-[:HOSTED]-(n) RETURN a.id AS id, n.id AS node, n.name AS name",
    "shows": "MATCH (a:Appearance)-[:EPISODE_OF]->(n) RETURN a.id AS id, n.id AS node, n.name AS name",
    "platforms": "MATCH (a:Appearance)-[:ON]->(n) RETURN a.id AS id, n.id AS node, n.name AS name",
    "places": "MATCH (a:Appearance)-[:AT]->(n) RETURN a.id AS id, n.id AS node, n.name AS name",
    "topics": "MATCH (a:Appearance)-[:DISCUSSED]->(n) RETURN a.id AS id, n.id AS node, n.name AS name",
}
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
    slots: dict[str, dict[str, set[tuple[str, str]]]] = {slot: defaultdict(set) for slot in _SLOTS}
    for slot, query in _SLOTS.items():
        for row in store.read(query):
            slots[slot][row["id"]].add((row["node"], row["name"] or row["node"]))
    publics: dict[str, set[str]] = defaultdict(set)
    for row in store.read("MATCH (x)-[:HAS_AUDIENCE]->(n:Audience) RETURN x.id AS id, n.name AS name"):
        publics[row["id"]].add(row["name"])

    def names(slot: str, occasion: str) -> tuple[str, ...]:
        return tuple(sorted({name for _, name in slots[slot].get(occasion, ())}))

    rows = store.read(
        "MATCH (a:Appearance) RETURN a.id AS id, a.name AS name, a.date AS date, a.kind AS kind, a.status AS status, "
        "coalesce(a.articles, 0) AS articles, a.confidence AS confidence"
    )
    out = []
    for row in rows:
        i = row["id"]
        before = {p for slot in _BRINGS_AN_AUDIENCE for node, _ in slots[slot].get(i, ()) for p in publics.get(node, ())}
        out.append(
            Occasion(
                i, row["name"] or i, row["date"], row["kind"] or "other", row["status"] or "occurred",
                names("guests", i), names("hosts", i), names("shows", i), names("platforms", i), names("places", i), names("topics", i),
                tuple(sorted(before)), row["articles"], row["confidence"],
            )
        )  # fmt: skip
    out.sort(key=lambda o: o.id)
    out.sort(key=lambda o: o.date or "", reverse=True)
    return out


def ties(store: Store) -> list[Tie]:
    """All relations, by id."""
    out = []
    for type_ in ontology().relations:
        query = (
            f"MATCH (s)-[r:{type_}]->(t) RETURN r.id AS id, s.id AS s, s.name AS source, t.id AS t, t.name AS target, "
            "coalesce(r.articles, 0) AS articles, coalesce(r.mentions, 0) AS mentions, r.confidence AS confidence, "
            "r.first_seen AS first, r.last_seen AS last"
        )
        out += [
            Tie(
                row["id"], type_, row["source"] or row["s"], label_of(row["s"]), row["target"] or row["t"], label_of(row["t"]),
                row["articles"], row["mentions"], row["confidence"], row["first"], row["last"],
            )
            for row in store.read(query)
        ]  # fmt: skip
    return sorted(out, key=lambda t: t.id)
