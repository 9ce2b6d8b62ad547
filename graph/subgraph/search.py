"""Search: nodes by their name or an alias."""

from __future__ import annotations

from dataclasses import dataclass

from graph.ontology import ontology
from graph.store import Store

_LONGEST_QUERY = 200
_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Hit:
    """A node that a search found, with the number of articles that tell of it."""

    id: str
    label: str
    name: str
    articles: int


def search(store: Store, text: str, limit: int = 20) -> list[Hit]:
    """Entities and occasions whose name or an alias has every word of `text`, in any case, in whole or in part.

    Exact names come first, then those that begin with the text, then the rest; within each the most mentioned first.
    An empty text finds the most mentioned entities.
    """
    wanted = " ".join(text[:_LONGEST_QUERY].lower().split())
    words = wanted.split()[:_MOST_WORDS]
    found = []
    for label in (*ontology().entity_labels, "Appearance"):
        # of the fact nodes only occasions are searched for, and only by words
        if label == "Appearance" and not words:
            continue
        aliases = "coalesce(n.aliases, [])" if label != "Appearance" else "[]"
        # most nodes go by their name alone, before anything is made of their aliases
        by_alias = "" if label == "Appearance" else " OR any(a IN n.aliases WHERE toLower(a) CONTAINS $longest)"
        likely = f"WHERE toLower(n.name) CONTAINS $longest{by_alias} " if words else ""
        query = (
            f"MATCH (n:{label}) {likely}WITH n, toLower(n.name) AS name, [a IN {aliases} | toLower(a)] AS aliases "
            "WHERE all(w IN $words WHERE name CONTAINS w OR any(a IN aliases WHERE a CONTAINS w)) "
            "WITH n, CASE WHEN name = $text OR $text IN aliases THEN 0 WHEN name STARTS WITH $text THEN 1 ELSE 2 END AS rank "
            "RETURN n.id AS id, n.name AS name, n.articles AS articles, coalesce(n.mentions, n.articles, 0) AS mentions, rank "
            "ORDER BY rank, mentions DESC, id LIMIT $limit"
        )
        for row in store.read(query, {"words": words, "longest": max(words, key=len, default=""), "text": wanted, "limit": limit}):
            hit = Hit(row["id"], label, row["name"] or row["id"], row["articles"] or 0)
            found.append(((row["rank"], label == "Appearance", -row["mentions"], hit.id), hit))
    return [hit for _, hit in sorted(found, key=lambda pair: pair[0])[:limit]]
