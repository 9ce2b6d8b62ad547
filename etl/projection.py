"""The projection: the rows of changed articles written, and everything they share with other articles computed again.

Own rows of the articles concerned are deleted and written anew. Entities are then computed from all mentions of them; relations,
slots and figures from all evidence for them; what has none left is deleted. Patterns begin at the node that is found by its id:
ArcadeDB walks them from left to right.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from graph.identity import article_node, digest, edge_ends, edge_id, is_edge, label_of
from graph.records import Facts
from graph.register import Plan
from graph.rows import Properties, Rows, parents, rows
from graph.store import Transaction

_CHUNK = 1000
_PRECISION = {4: "year", 7: "month", 10: "day"}
# fact nodes that stand for one article alone
_OWN_FACTS = ("Statement", "Motive")


def count_rows(facts: Facts) -> int:
    """About how many rows an article comes to."""
    families = (facts.relations, facts.reach, facts.statements, facts.motives)
    others = sum(3 * len(f.evidence) + 3 for family in families for f in family)
    slots = sum(3 + len(a.guests) + len(a.hosts) + len(a.platforms) + len(a.topics) for a in facts.appearances)
    return 10 + 2 * len(facts.entities) + others + 3 * slots


def write(tx: Transaction, plan: Plan) -> list[str]:
    """Write a plan; returns what was left out because the ontology does not allow it or nothing bears it out."""
    articles = [article_node(a) for a in sorted({*plan.written, *plan.gone})]
    touched = _Touched()
    touched.note_old(tx, articles)
    _delete_own(tx, articles, touched)

    contributions = {a: rows(facts, plan.entries[a].resolution) for a, facts in sorted(plan.written.items())}
    nodes: dict[str, Properties] = {}
    edges: dict[str, Properties] = {}
    for article, contribution in contributions.items():
        contribution.nodes[article_node(article)]["digest"] = digest(plan.written[article].to_json(), size=64)
        touched.note_new(contribution, plan.entries[article].resolution.entities.values())
        nodes |= contribution.nodes | contribution.figures
        edges |= contribution.edges
    dates = sorted(touched.dates)
    nodes |= {d: {"name": _value(d), "precision": _PRECISION[len(_value(d))]} for d in dates}
    nodes |= plan.occasions
    edges |= {e: {"id": e} for d in dates for e in _within(d)}

    _merge_nodes(tx, {e: {} for e in touched.entities} | nodes)
    _merge_edges(tx, edges)
    _project_facts(tx, sorted(touched.facts | plan.occasions.keys()))
    _project_entities(tx, sorted(touched.entities))
    _delete_unused_dates(tx, dates)
    return [f"{a}: {d}" for a, c in contributions.items() for d in c.dropped]


class _Touched:
    """Ids of the shared things that a change may alter."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.entities: set[str] = set()
        self.dates: set[str] = set()

    def note_old(self, tx: Transaction, articles: list[str]) -> None:
        """Note what the articles contribute so far."""
        found = tx.run("UNWIND $ids AS id MATCH (:Article {id: id})<-[:IN]-(v:Evidence) RETURN DISTINCT v.fact AS fact", {"ids": articles})
        self.facts |= {row["fact"] for row in found}
        for type_, noted in (("MENTIONS", self.entities), ("PUBLISHED_BY", self.entities), ("PUBLISHED_ON", self.dates)):
            found = tx.run(f"UNWIND $ids AS id MATCH (:Article {{id: id}})-[:{type_}]->(n) RETURN DISTINCT n.id AS id", {"ids": articles})
            noted |= {row["id"] for row in found}
        self.dates |= {edge_ends(f)[2] for f in self.facts if f.startswith("ON_DATE|")}
        self.dates |= {f"Date.{p}" for d in list(self.dates) for p in parents(_value(d))}

    def note_new(self, contribution: Rows, entities: Iterable[str]) -> None:
        """Note what an article is about to contribute."""
        self.facts |= contribution.borne_out
        self.entities |= set(entities)
        self.dates |= {f"Date.{d}" for d in contribution.dates}


def _value(date: str) -> str:
    return date.removeprefix("Date.")


def _within(date: str) -> list[str]:
    """The edge from a date to the next larger one; none from a year."""
    chain = parents(_value(date))
    return [edge_id("WITHIN", date, f"Date.{chain[1]}")] if len(chain) > 1 else []


def _delete_own(tx: Transaction, articles: list[str], touched: _Touched) -> None:
    tx.run("UNWIND $ids AS id MATCH (:Article {id: id})<-[:IN]-(v:Evidence) DETACH DELETE v", {"ids": articles})
    tx.run("UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a", {"ids": articles})
    for label in _OWN_FACTS:
        _delete_nodes(tx, [f for f in touched.facts if label_of(f) == label and not is_edge(f)])


def _delete_nodes(tx: Transaction, ids: Iterable[str]) -> None:
    for label, group in _by_label(ids).items():
        for chunk in _chunks(group):
            tx.run(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n", {"ids": chunk})


def _delete_edges(tx: Transaction, ids: Iterable[str]) -> None:
    for (type_, source, target), group in _by_ends(ids).items():
        query = f"UNWIND $rows AS row MATCH (:{source} {{id: row.s}})-[r:{type_}]->(:{target} {{id: row.t}}) DELETE r"
        for chunk in _chunks(group):
            tx.run(query, {"rows": [_ends(i) for i in chunk]})


def _merge_nodes(tx: Transaction, nodes: Mapping[str, Properties]) -> None:
    for label, group in _by_label(nodes).items():
        query = f"UNWIND $rows AS row MERGE (n:{label} {{id: row.id}}) SET n += row.p"
        for chunk in _chunks(group):
            tx.run(query, {"rows": [{"id": i, "p": nodes[i]} for i in chunk]})


def _merge_edges(tx: Transaction, edges: Mapping[str, Properties]) -> None:
    for (type_, source, target), group in _by_ends(edges).items():
        query = (
            f"UNWIND $rows AS row MATCH (s:{source} {{id: row.s}}) MATCH (t:{target} {{id: row.t}}) "
            f"MERGE (s)-[r:{type_}]->(t) SET r += row.p"
        )
        for chunk in _chunks(group):
            tx.run(query, {"rows": [_ends(i) | {"p": edges[i]} for i in chunk]})


def _project_facts(tx: Transaction, facts: list[str]) -> None:
    """Compute edges and figures from their evidence, and delete facts that have none left."""
    query = (
        "UNWIND $ids AS id MATCH (v:Evidence {fact: id})-[:IN]->(a:Article) "
        "RETURN id, count(v) AS mentions, count(DISTINCT a.id) AS articles, max(v.confidence) AS confidence, "
        "min(a.published) AS first_seen, max(a.published) AS last_seen"
    )
    found = {row["id"]: row for chunk in _chunks(facts) for row in tx.run(query, {"ids": chunk})}
    dead = [f for f in facts if f not in found]
    _delete_edges(tx, [f for f in dead if is_edge(f)])
    _delete_nodes(tx, [f for f in dead if not is_edge(f)])
    _merge_edges(tx, {i: row for i, row in found.items() if is_edge(i)})
    figures = [{"id": i, "seen": row["first_seen"]} for i, row in found.items() if label_of(i) == "Reach" and not is_edge(i)]
    for chunk in _chunks(figures):
        tx.run("UNWIND $rows AS row MATCH (f:Reach {id: row.id}) SET f.as_of = coalesce(f._as_of, row.seen)", {"rows": chunk})


def _project_entities(tx: Transaction, entities: list[str]) -> None:
    """Compute entities from the articles that mention or publish through them, and delete those that none does."""
    told: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for label, group in _by_label(entities).items():
        mentions = (
            f"UNWIND $ids AS id MATCH (:{label} {{id: id}})<-[m:MENTIONS]-(:Article) "
            "RETURN id, m._names AS names, m._aliases AS aliases, m._roles AS roles, m._wikidata AS wikidata, m.mentions AS mentions"
        )
        published = (
            f"UNWIND $ids AS id MATCH (:{label} {{id: id}})<-[m:PUBLISHED_BY]-(:Article) RETURN DISTINCT id, m._name AS name"
            if label == "Outlet"
            else None
        )
        for chunk in _chunks(group):
            for row in tx.run(mentions, {"ids": chunk}):
                told[row["id"]].append(row)
            for row in tx.run(published, {"ids": chunk}) if published else ():
                told[row["id"]].append({"published_as": row["name"]})
    _delete_nodes(tx, [e for e in entities if e not in told])
    _merge_nodes(tx, {e: _entity(told[e]) for e in entities if e in told})


def _entity(told: list[dict[str, Any]]) -> Properties:
    """An entity's properties from all that articles tell of it: the usual name is the one that most articles use."""
    mentions = [row for row in told if "published_as" not in row]
    names = Counter(name for row in mentions for name in sorted(set(row["names"])))
    published_as = {row["published_as"] for row in told if "published_as" in row}
    candidates = names or Counter(dict.fromkeys(sorted(published_as), 1))
    name = min(candidates, key=lambda n: (-candidates[n], -len(n), n))
    aliases = {*names, *published_as, *(a for row in mentions for a in row["aliases"] or ())}
    return {
        "name": name,
        "aliases": sorted(aliases - {name}),
        "roles": sorted({r for row in mentions for r in row["roles"] or ()}),
        "wikidata": min((row["wikidata"] for row in mentions if row["wikidata"]), default=None),
        "articles": len(mentions),
        "mentions": sum(row["mentions"] for row in mentions),
    }


def _delete_unused_dates(tx: Transaction, dates: list[str]) -> None:
    """Delete dates that nothing points to any more: days first, as they hold their month, and months their year."""
    for size in sorted(_PRECISION, reverse=True):
        ids = [d for d in dates if len(_value(d)) == size]
        tx.run("UNWIND $ids AS id MATCH (d:Date {id: id}) WHERE NOT (d)<--() DETACH DELETE d", {"ids": ids})


def _by_label(ids: Iterable[str]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(ids):
        groups[label_of(id_)].append(id_)
    return groups


def _by_ends(ids: Iterable[str]) -> dict[tuple[str, str, str], list[str]]:
    """Edge ids by type and the labels of both ends: a query has to name all three to find its nodes by index."""
    groups: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for id_ in sorted(ids):
        type_, source, target = edge_ends(id_)
        groups[type_, label_of(source), label_of(target)].append(id_)
    return groups


def _ends(id_: str) -> dict[str, Any]:
    _, source, target = edge_ends(id_)
    return {"s": source, "t": target}


def _chunks(items: list[Any]) -> Iterable[list[Any]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]
