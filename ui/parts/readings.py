"""The explorer's own readings of the store: what its pages list and count, each a query with parameters."""

from __future__ import annotations

from typing import Any

from graph.store import Store

Rows = list[dict[str, Any]]

_APPEARANCES = """
MATCH (a:Appearance)
OPTIONAL MATCH (g)-[:APPEARED_IN]->(a)
WITH a, collect(DISTINCT g.name) AS guests
OPTIONAL MATCH (h)-[:HOSTED]->(a)
WITH a, guests, collect(DISTINCT h.name) AS hosts
OPTIONAL MATCH (a)-[:EPISODE_OF]->(s:Show)
WITH a, guests, hosts, collect(DISTINCT s.name) AS shows
OPTIONAL MATCH (a)-[:ON]->(p)
WITH a, guests, hosts, shows, collect(DISTINCT p.name) AS platforms
OPTIONAL MATCH (a)-[:AT]->(w:Place)
WITH a, guests, hosts, shows, platforms, collect(DISTINCT w.name) AS places
OPTIONAL MATCH (a)-[:DISCUSSED]->(t:Topic)
RETURN a.id AS id, a.name AS name, a.date AS date, a.kind AS kind, a.status AS status, guests, hosts, shows, platforms, places,
       collect(DISTINCT t.name) AS topics, a.articles AS articles
ORDER BY coalesce(a.date, '') DESC, id
"""


def appearances(store: Store) -> Rows:
    """All appearances, the latest first: id, name, date (ISO or None), kind, status, articles, and sorted lists of names by slot."""
    rows = store.read(_APPEARANCES)
    for row in rows:
        for slot in ("guests", "hosts", "shows", "platforms", "places", "topics"):
            row[slot] = sorted(n for n in row[slot] if n)
    return rows


def newest(store: Store, limit: int = 8) -> Rows:
    """The articles published last: id, title, outlet, published."""
    return store.read(
        "MATCH (a:Article) RETURN a.id AS id, coalesce(a.title, a.name, a.id) AS title, a.outlet AS outlet, a.published AS published "
        "ORDER BY coalesce(published, '') DESC, id LIMIT $limit",
        {"limit": limit},
    )


def leading(store: Store, label: str, limit: int = 8) -> Rows:
    """The nodes of an entity label that most articles mention: id, name, label, articles."""
    return store.read(
        "MATCH (n) WHERE $label IN labels(n) RETURN n.id AS id, n.name AS name, $label AS label, coalesce(n.articles, 0) AS articles "
        "ORDER BY articles DESC, coalesce(n.mentions, 0) DESC, name, id LIMIT $limit",
        {"label": label, "limit": limit},
    )


def telling(store: Store, node: str, limit: int = 12) -> Rows:
    """The articles that mention an entity, the latest first: id, title, outlet, published."""
    return store.read(
        "MATCH (a:Article)-[:MENTIONS]->(n) WHERE n.id = $node "
        "RETURN a.id AS id, coalesce(a.title, a.name, a.id) AS title, a.outlet AS outlet, "
        "a.published AS published ORDER BY coalesce(published, '') DESC, id LIMIT $limit",
        {"node": node, "limit": limit},
    )


def claims(store: Store, facts: tuple[str, ...]) -> frozenset[str]:
    """Those of the edges that rest only on what somebody is quoted as saying."""
    rows = store.read(
        "MATCH (v:Evidence) WHERE v.fact IN $facts RETURN v.fact AS fact, count(v) AS all, count(v.attributed_to) AS quoted",
        {"facts": list(facts)},
    )
    return frozenset(r["fact"] for r in rows if r["all"] == r["quoted"])


def reached(store: Store) -> Rows:
    """Which audiences people reach or court: person, audience, how (in words), through; sorted."""
    rows = store.read(
        "MATCH (p:Person)-[:TARGETS]->(a:Audience) RETURN p.name AS person, a.name AS audience, 'targets' AS how, '' AS through "
        "UNION MATCH (p:Person)-[:HAS_AUDIENCE]->(a:Audience) RETURN p.name AS person, a.name AS audience, 'has' AS how, '' AS through "
        "UNION MATCH (p:Person)-[:APPEARED_IN]->(:Appearance)-[:EPISODE_OF|ON]->(s)-[:HAS_AUDIENCE]->(a:Audience) "
        "RETURN p.name AS person, a.name AS audience, 'reaches' AS how, s.name AS through"
    )
    return sorted(rows, key=lambda r: (r["person"], r["audience"], r["how"], r["through"]))


def publics(store: Store) -> Rows:
    """Which audiences shows have or court: show, audience, how (in words); sorted."""
    rows = store.read("MATCH (s:Show)-[r:HAS_AUDIENCE|TARGETS]->(a:Audience) RETURN s.name AS show, a.name AS audience, type(r) AS how")
    return sorted(({**r, "how": r["how"].replace("_", " ").lower()} for r in rows), key=lambda r: (r["show"], r["audience"], r["how"]))
