"""The projection: the rows of changed articles written, and everything they share with other articles brought up to date.

Own rows of the articles concerned are deleted and written anew. What is shared is treated in one of two ways. Where nothing but
new articles speak of it, it can only grow: what they tell is added to it, which costs the same however much there is. Where an article
that was there before is changed or taken out, it may shrink, and is computed again from all that is left: entities from their
mentions, relations, slots and figures from their evidence; what has none left is deleted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from etl.upserts import (
    add_to_edges,
    by_label,
    chunks,
    create_edges,
    create_nodes,
    delete_edges,
    delete_nodes,
    merge_edges,
    merge_nodes,
)
from graph.identity import article_node, date_node, edge_ends, edge_id, is_edge, label_of
from graph.records import Facts
from graph.register import Plan
from graph.rows import Properties, Rows, parents, rows
from graph.store import Transaction

_PRECISION = {4: "year", 7: "month", 10: "day"}
# fact nodes that stand for one article alone
_OWN_FACTS = ("Statement", "Motive")


def count_rows(facts: Facts) -> int:
    """About how many rows an article comes to."""
    families = (facts.relations, facts.reach, facts.statements, facts.motives)
    others = sum(3 * len(f.evidence) + 3 for family in families for f in family)
    slots = sum(3 + len(a.guests) + len(a.hosts) + len(a.platforms) + len(a.topics) for a in facts.appearances)
    return 10 + 2 * len(facts.entities) + others + 3 * slots


@dataclass(frozen=True, slots=True)
class Contributions:
    """What a plan is about to write, as far as that can be told without the store.

    Attributes:
        there: ids of the nodes of articles that are in the store already, to be written anew or taken out.
        own: nodes and edges of the articles' own, by id.
        shared: nodes that others may speak of, by id, and edges among these; the latter without what evidence says of them.
        entities: ids of the entities that the articles speak of.
        occasions: ids of the occasions concerned.
        borne_out: by id of each fact that the articles bear out, what they say together: the properties of an edge, whatever it is.
        dropped: what was left out because the ontology does not allow it or nothing bears it out.
    """

    there: tuple[str, ...]
    own: tuple[dict[str, Properties], dict[str, Properties]]
    shared: tuple[dict[str, Properties], dict[str, Properties]]
    entities: frozenset[str]
    occasions: frozenset[str]
    borne_out: Mapping[str, Properties]
    dropped: tuple[str, ...]


def rows_of(plan: Plan, digests: Mapping[str, str]) -> Contributions:
    """The rows that a plan comes to.

    Args:
        plan: what is to be written.
        digests: of the facts written, by article id.
    """
    found = {a: rows(facts, plan.entries[a].resolution) for a, facts in sorted(plan.written.items())}
    own_nodes: dict[str, Properties] = {}
    own_edges: dict[str, Properties] = {}
    nodes: dict[str, Properties] = {}
    edges: dict[str, Properties] = {}
    for article, contribution in found.items():
        contribution.nodes[article_node(article)]["digest"] = digests[article]
        own_nodes |= contribution.nodes
        own_edges |= contribution.edges
        nodes |= contribution.figures
        edges |= contribution.figure_edges
    dates = {d for contribution in found.values() for d in contribution.dates}
    nodes |= {date_node(d): {"name": d, "precision": _PRECISION[len(d)]} for d in dates} | plan.occasions
    edges |= {e: {"id": e} for d in dates for e in _within(d)}
    return Contributions(
        tuple(sorted(map(article_node, plan.before))),
        (own_nodes, own_edges),
        (nodes, edges),
        frozenset(e for a in found for e in plan.entries[a].resolution.entities.values()),
        frozenset(plan.occasions),
        _borne_out(found),
        tuple(f"{a}: {d}" for a, contribution in found.items() for d in contribution.dropped),
    )


def write(tx: Transaction, new: Contributions) -> None:
    """Write what a plan comes to."""
    old = _Old()
    if new.there:
        old.note(tx, new.there)
        _delete_own(tx, new.there, old)
    grown = {f: summary for f, summary in new.borne_out.items() if f not in old.facts}
    own_nodes, own_edges = new.own

    create_nodes(tx, own_nodes)
    merge_nodes(tx, new.shared[0])
    merge_nodes(tx, {e: {} for e in new.entities & old.entities} | _grown(tx, new.entities - old.entities, own_edges))
    create_edges(tx, own_edges)
    merge_edges(tx, new.shared[1])
    add_to_edges(tx, {f: summary for f, summary in grown.items() if is_edge(f)})
    _date_figures(tx, {f: summary["first_seen"] for f, summary in grown.items()})

    # an occasion that no article written here bears out may be one that none does
    _project_facts(tx, sorted(old.facts | (new.occasions - new.borne_out.keys())))
    _project_entities(tx, sorted(old.entities))
    _delete_unused_dates(tx, sorted(old.dates))


class _Old:
    """Ids of the shared things of which articles that are about to be changed or taken out speak so far."""

    def __init__(self) -> None:
        self.facts: set[str] = set()
        self.entities: set[str] = set()
        self.dates: set[str] = set()

    def note(self, tx: Transaction, articles: Sequence[str]) -> None:
        """Note what the articles contribute."""
        found = tx.run(
            "UNWIND $ids AS id MATCH (:Article {id: id})<-[:IN]-(v:Evidence) RETURN DISTINCT v.fact AS fact", {"ids": list(articles)}
        )
        self.facts |= {row["fact"] for row in found}
        for type_, noted in (("MENTIONS", self.entities), ("PUBLISHED_BY", self.entities), ("PUBLISHED_ON", self.dates)):
            found = tx.run(
                f"UNWIND $ids AS id MATCH (:Article {{id: id}})-[:{type_}]->(n) RETURN DISTINCT n.id AS id", {"ids": list(articles)}
            )
            noted |= {row["id"] for row in found}
        self.dates |= {edge_ends(f)[2] for f in self.facts if f.startswith("ON_DATE|")}
        self.dates |= {date_node(p) for d in list(self.dates) for p in parents(_value(d))}


def _value(date: str) -> str:
    return date.removeprefix("Date.")


def _within(date: str) -> list[str]:
    """The edge from a date to the next larger one; none from a year."""
    chain = parents(date)
    return [edge_id("WITHIN", date_node(date), date_node(chain[1]))] if len(chain) > 1 else []


def _delete_own(tx: Transaction, articles: Sequence[str], old: _Old) -> None:
    tx.run("UNWIND $ids AS id MATCH (:Article {id: id})<-[:IN]-(v:Evidence) DETACH DELETE v", {"ids": list(articles)})
    tx.run("UNWIND $ids AS id MATCH (a:Article {id: id}) DETACH DELETE a", {"ids": list(articles)})
    delete_nodes(tx, [f for f in old.facts if not is_edge(f) and label_of(f) in _OWN_FACTS])


def _borne_out(contributions: Mapping[str, Rows]) -> dict[str, Properties]:
    """What the articles together say for each fact that they bear out: the properties of an edge, whatever it is."""
    out: dict[str, Properties] = {}
    for article, contribution in contributions.items():
        published = contribution.nodes[article_node(article)]["published"]
        seen = set()
        for node, evidence in contribution.nodes.items():
            if label_of(node) != "Evidence":
                continue
            fact, confidence = evidence["fact"], evidence["confidence"]
            summary = out.get(fact)
            if summary is None:
                summary = out[fact] = {"id": fact, "mentions": 0, "articles": 0, "confidence": confidence}
                summary["first_seen"] = summary["last_seen"] = published
            summary["mentions"] += 1
            summary["confidence"] = max(summary["confidence"], confidence)
            if fact not in seen:
                seen.add(fact)
                summary["articles"] += 1
                if published is not None:
                    summary["first_seen"] = min(summary["first_seen"] or published, published)
                    summary["last_seen"] = max(summary["last_seen"] or published, published)
    return out


def _date_figures(tx: Transaction, first_seen: Mapping[str, str | None]) -> None:
    """Give figures without a date of their own the earliest publication date that tells them."""
    query = (
        "UNWIND $rows AS row MATCH (f:Reach {id: row.id}) "
        "SET f.as_of = coalesce(f._as_of, CASE WHEN f.as_of IS NULL OR row.seen < f.as_of THEN row.seen ELSE f.as_of END)"
    )
    figures = [{"id": f, "seen": seen} for f, seen in sorted(first_seen.items()) if label_of(f) == "Reach"]
    for chunk in chunks(figures):
        tx.run(query, {"rows": chunk})


def _project_facts(tx: Transaction, facts: list[str]) -> None:
    """Compute edges and figures from their evidence, and delete facts that have none left."""
    query = (
        "UNWIND $ids AS id MATCH (v:Evidence {fact: id})-[:IN]->(a:Article) "
        "RETURN id, count(v) AS mentions, count(DISTINCT a.id) AS articles, max(v.confidence) AS confidence, "
        "min(a.published) AS first_seen, max(a.published) AS last_seen"
    )
    found = {row["id"]: row for chunk in chunks(facts) for row in tx.run(query, {"ids": chunk})}
    dead = [f for f in facts if f not in found]
    delete_edges(tx, [f for f in dead if is_edge(f)])
    delete_nodes(tx, [f for f in dead if not is_edge(f)])
    merge_edges(tx, {i: row for i, row in found.items() if is_edge(i)})
    figures = [{"id": i, "seen": row["first_seen"]} for i, row in found.items() if label_of(i) == "Reach"]
    for chunk in chunks(figures):
        tx.run("UNWIND $rows AS row MATCH (f:Reach {id: row.id}) SET f.as_of = coalesce(f._as_of, row.seen)", {"rows": chunk})


def _grown(tx: Transaction, entities: Collection[str], own_edges: Mapping[str, Properties]) -> dict[str, Properties]:
    """Properties of entities of which only new articles speak: what those that are there had, and what is added."""
    told: dict[str, list[Properties]] = defaultdict(list)
    for id_, properties in own_edges.items():
        type_, _, target = edge_ends(id_)
        if target in entities and type_ in ("MENTIONS", "PUBLISHED_BY"):
            told[target].append(properties)
    tallies = {e: _Tally() for e in entities}
    for label, group in by_label(entities).items():
        query = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, properties(n) AS p"
        for chunk in chunks(group):
            for row in tx.run(query, {"ids": chunk}):
                tallies[row["id"]].take(row["p"])
    for entity, edges in told.items():
        for edge in edges:
            tallies[entity].add(edge)
    return {e: tally.properties() for e, tally in tallies.items()}


def _project_entities(tx: Transaction, entities: list[str]) -> None:
    """Compute entities from the articles that mention or publish through them, and delete those that none does."""
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    for label, group in by_label(entities).items():
        for type_ in ("MENTIONS", "PUBLISHED_BY") if label == "Outlet" else ("MENTIONS",):
            query = f"UNWIND $ids AS id MATCH (:{label} {{id: id}})<-[m:{type_}]-(:Article) RETURN id, properties(m) AS p"
            for chunk in chunks(group):
                for row in tx.run(query, {"ids": chunk}):
                    tallies[row["id"]].add(row["p"])
    delete_nodes(tx, [e for e in entities if e not in tallies])
    merge_nodes(tx, {e: tally.properties() for e, tally in tallies.items()})


class _Tally:
    """What articles tell of one entity, added up."""

    def __init__(self) -> None:
        self._named: Counter[str] = Counter()
        self._names: set[str] = set()
        self._roles: set[str] = set()
        self._wikidata: str | None = None
        self._articles = 0
        self._mentions = 0

    def take(self, node: Mapping[str, Any]) -> None:
        """Add what an entity's node has added up so far."""
        self._named.update(dict(zip(node["_names"], node["_named"], strict=True)))
        self._names.update((node["name"], *node["aliases"]))
        self._note(node["roles"], node.get("wikidata"))
        self._articles += node["articles"]
        self._mentions += node["mentions"]

    def add(self, edge: Mapping[str, Any]) -> None:
        """Add what an article tells by its edge to the entity, MENTIONS or PUBLISHED_BY."""
        if "_name" in edge:
            self._names.add(edge["_name"])
            return
        names = set(edge["_names"])
        self._named.update(names)
        self._names |= names | set(edge.get("_aliases") or ())
        self._note(edge.get("_roles") or (), edge.get("_wikidata"))
        self._articles += 1
        self._mentions += edge["mentions"]

    def _note(self, roles: Iterable[str], wikidata: str | None) -> None:
        self._roles.update(roles)
        self._wikidata = min(filter(None, (self._wikidata, wikidata)), default=None)

    def properties(self) -> Properties:
        """The entity's properties: its usual name is the one that most articles use."""
        candidates = self._named or Counter(dict.fromkeys(self._names, 1))
        name = min(candidates, key=lambda n: (-candidates[n], -len(n), n))
        named = sorted(self._named)
        return {
            "name": name,
            "aliases": sorted(self._names - {name}),
            "roles": sorted(self._roles),
            "wikidata": self._wikidata,
            "articles": self._articles,
            "mentions": self._mentions,
            "_names": named,
            "_named": [self._named[n] for n in named],
        }


def _delete_unused_dates(tx: Transaction, dates: list[str]) -> None:
    """Delete dates that nothing points to any more: days first, as they hold their month, and months their year."""
    for size in sorted(_PRECISION, reverse=True):
        ids = [d for d in dates if len(_value(d)) == size]
        if ids:
            tx.run("UNWIND $ids AS id MATCH (d:Date {id: id}) WHERE NOT (d)<--() DETACH DELETE d", {"ids": ids})
