"""The explorer's own readings of the store: what its pages list and count, each a query with parameters."""

from __future__ import annotations

from typing import Any

from graph.errors import InputError
from graph.identity import article_node
from graph.ontology import ontology
from graph.store import Store

Rows = list[dict[str, Any]]


def held(store: Store) -> dict[str, int]:
    """How many nodes there are of each label: each engine knows that without looking at them, other than of edges."""
    return {label: store.read(f"MATCH (n:{label}) RETURN count(n) AS n")[0]["n"] for label in ontology().labels}


def newest(store: Store, limit: int = 8) -> Rows:
    """The articles published last: id, node, title, outlet, published."""
    return store.read(
        "MATCH (a:Article) RETURN a._article AS id, a.id AS node, coalesce(a.title, a.name, a.id) AS title, a.outlet AS outlet, a.published AS published "
        "ORDER BY coalesce(published, '') DESC, id LIMIT $limit",
        {"limit": limit},
    )


def versions(store: Store, article: str) -> Rows:
    """The other versions of an article's story (see `graph.stories`): id, title, outlet, published; none where it is the only one."""
    found = store.read("MATCH (a:Article {id: $id}) RETURN a.story AS story", {"id": article_node(article)})
    if not found or found[0]["story"] is None:
        return []
    return store.read(
        "MATCH (a:Article) WHERE a.story = $story AND a._article <> $article RETURN a._article AS id, coalesce(a.title, a._article) AS title, "
        "a.outlet AS outlet, a.published AS published ORDER BY coalesce(published, ''), id",
        {"story": found[0]["story"], "article": article},
    )


def leading(store: Store, label: str, limit: int = 8) -> Rows:
    """The nodes of an entity label that most articles mention: id, name, label, articles.

    Raises:
        InputError: there is no such label.
    """
    # A label stands in the query's text, so that only its nodes are read: none but declared ones may.
    if label not in ontology().labels:
        raise InputError(f"there is no label {label!r}")
    return store.read(
        f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name, $label AS label, coalesce(n.articles, 0) AS articles "
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


def sentences(store: Store, facts: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """For each fact the first sentence that bears it out: quote, article, start, outlet, published."""
    rows = store.read(
        "UNWIND $facts AS fact MATCH (v:Evidence {fact: fact})-[:IN]->(a:Article) RETURN fact, v.quote AS quote, v.start AS start, "
        "a._article AS article, coalesce(a.outlet, a.title) AS outlet, a.published AS published",
        {"facts": list(facts)},
    )
    rows.sort(key=lambda r: (r["published"] or "9999", r["article"], r["start"]))
    return {r["fact"]: r for r in reversed(rows)}


def figures(store: Store) -> dict[str, float]:
    """By id of each occasion the largest figure of reach that any article tells of it."""
    rows = store.read("MATCH (r:Reach)-[:OF]->(a:Appearance) WHERE r.value IS NOT NULL RETURN a.id AS id, max(r.value) AS value")
    return {r["id"]: r["value"] for r in rows}
