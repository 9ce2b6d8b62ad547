"""The projection: what a change of articles comes to in the graph, and the writing of it.

Own rows of an article that is there already are compared with what they become, and only what differs is written. What is shared
with other articles is treated in one of two ways. Where nothing but new articles speak of it, it can only grow: what they tell is added
to it, which costs the same however much there is. Where an article that was there before tells something else, it may
shrink, and is computed again from all that is left: entities from their mentions, relations, slots and figures from their evidence; what has
none left is deleted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from etl.tally import Tally
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
    replace_edges,
)
from graph.identity import article_node, date_node, edge_ends, edge_id, is_edge, label_of
from graph.placing import Told
from graph.records import Facts
from graph.register import Plan
from graph.rows import Properties, Rows, parents, rows
from graph.store import Transaction

_PRECISION = {4: "year", 7: "month", 10: "day"}
# edges by which an article tells something of an entity
_TELLING = ("MENTIONS", "PUBLISHED_BY")

Elements = tuple[dict[str, Properties], dict[str, Properties]]
"""Nodes by id, and edges by id."""


def count_rows(facts: Facts) -> int:
    """About how many rows an article comes to."""
    families = (facts.relations, facts.reach, facts.statements, facts.motives)
    others = sum(3 * len(f.evidence) + 3 for family in families for f in family)
    slots = sum(3 + len(a.guests) + len(a.hosts) + len(a.platforms) + len(a.topics) for a in facts.appearances)
    return 10 + 2 * len(facts.entities) + others + 3 * slots


@dataclass(slots=True)
class Change:
    """What a plan comes to, as far as that can be told without the store.

    Attributes:
        gone: ids of own nodes and edges that are no more; edges go with their nodes.
        created: own nodes and edges that are new, by id.
        altered: own nodes and edges with other properties, by id.
        shared: nodes that other articles may speak of, by id, and edges among these that need no evidence.
        told: by id of each entity, what new articles tell of it: the properties of their edges to it.
        borne_out: by id of each fact, what new articles say for it together: the properties of an edge, whatever it is.
        entities: ids of entities of which an article that is there tells something else.
        facts: ids of facts for which that is so.
        dates: ids of dates that it no longer names.
        called: by id of an entity what persons have said that it is called.
        dropped: what was left out because the ontology does not allow it or nothing bears it out.
    """

    gone: tuple[set[str], set[str]] = field(default_factory=lambda: (set(), set()))
    created: Elements = field(default_factory=lambda: ({}, {}))
    altered: Elements = field(default_factory=lambda: ({}, {}))
    shared: Elements = field(default_factory=lambda: ({}, {}))
    told: dict[str, list[Properties]] = field(default_factory=lambda: defaultdict(list))
    borne_out: dict[str, Properties] = field(default_factory=dict)
    entities: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)
    dates: set[str] = field(default_factory=set)
    called: Mapping[str, Told] = field(default_factory=dict)
    dropped: list[str] = field(default_factory=list)


def changed(plan: Plan, digests: Mapping[str, str]) -> Change:
    """What a plan comes to.

    Args:
        plan: the plan.
        digests: of the facts written, by article id.
    """
    out = Change()
    dates: set[str] = set()
    borne_out: set[str] = set()
    for article in sorted({*plan.written, *plan.gone}):
        before, after = Rows(), Rows()
        if article in plan.written:
            after = rows(plan.amended[article], plan.entries[article].resolution)
            after.nodes[article_node(article)] |= {"digest": digests[article], "story": plan.entries[article].story}
        if article in plan.before:
            facts = plan.facts_before[article]
            before = rows(plan.amended_before[article], plan.before[article].resolution)
            written = digests.get(article) if facts is plan.written.get(article) else None
            before.nodes[article_node(article)] |= {"digest": written, "story": plan.before[article].story}
            _compare(out, before, after)
        else:
            _add(out, article_node(article), after)
        if any(e is not None and e.story is not None for e in (plan.before.get(article), plan.entries.get(article))):
            _count_versions(out, before, after)
        out.shared[0].update(after.figures)
        out.shared[1].update(after.figure_edges)
        out.dropped += [f"{article}: {d}" for d in after.dropped]
        dates |= after.dates
        borne_out |= after.borne_out
    out.shared[0].update({date_node(d): {"name": d, "precision": _PRECISION[len(d)]} for d in dates} | plan.occasions)
    out.shared[1].update({e: {"id": e} for d in dates for e in _within(d)})
    # an occasion that no article written here bears out may be one that none does
    out.facts |= plan.occasions.keys() - borne_out
    out.called = plan.told
    out.entities |= plan.retold
    return out


def _add(out: Change, node: str, new: Rows) -> None:
    """Add what a new article contributes."""
    out.created[0].update(new.nodes)
    out.created[1].update(new.edges)
    for id_, properties in new.edges.items():
        type_, _, target = edge_ends(id_)
        if type_ in _TELLING:
            out.told[target].append(properties)
    published = new.nodes[node]["published"]
    seen = set()
    for evidence in _evidence(new.nodes).values():
        fact, confidence = evidence["fact"], evidence["confidence"]
        summary = out.borne_out.get(fact)
        if summary is None:
            summary = {"id": fact, "mentions": 0, "articles": 0, "confidence": confidence, "first_seen": None, "last_seen": None}
            out.borne_out[fact] = summary
        summary["mentions"] += 1
        summary["confidence"] = max(summary["confidence"], confidence)
        if fact not in seen:
            seen.add(fact)
            summary["articles"] += 1
            if published is not None:
                summary["first_seen"] = min(summary["first_seen"] or published, published)
                summary["last_seen"] = max(summary["last_seen"] or published, published)


def _count_versions(out: Change, old: Rows, new: Rows) -> None:
    """Have all that a version of a story tells computed again, as it counts with the other versions."""
    out.facts |= old.borne_out | new.borne_out
    out.entities |= {edge_ends(e)[2] for e in old.edges.keys() | new.edges.keys() if edge_ends(e)[0] in _TELLING}


def _compare(out: Change, old: Rows, new: Rows) -> None:
    """Add how the contribution of an article that is there already changes."""
    for kind, before, after in ((0, old.nodes, new.nodes), (1, old.edges, new.edges)):
        out.gone[kind].update(before.keys() - after.keys())
        for id_, properties in after.items():
            if id_ not in before:
                out.created[kind][id_] = properties
            elif before[id_] != properties:
                out.altered[kind][id_] = properties
    for id_ in old.edges.keys() | new.edges.keys():
        type_, _, target = edge_ends(id_)
        if type_ in _TELLING and old.edges.get(id_) != new.edges.get(id_):
            out.entities.add(target)
    before, after = _evidence(old.nodes), _evidence(new.nodes)
    out.facts |= {(before.get(v) or after[v])["fact"] for v in before.keys() | after.keys() if before.get(v) != after.get(v)}
    out.facts |= old.borne_out ^ new.borne_out
    out.dates |= {date_node(d) for d in old.dates - new.dates}


def _evidence(nodes: Mapping[str, Properties]) -> dict[str, Properties]:
    return {id_: properties for id_, properties in nodes.items() if label_of(id_) == "Evidence"}


def write(tx: Transaction, new: Change) -> None:
    """Write what a plan comes to."""
    delete_nodes(tx, new.gone[0])
    delete_edges(tx, [e for e in new.gone[1] if new.gone[0].isdisjoint(edge_ends(e)[1:])])
    create_nodes(tx, new.created[0])
    merge_nodes(tx, new.altered[0] | new.shared[0])
    grown = {e: told for e, told in new.told.items() if e not in new.entities}
    merge_nodes(tx, {e: {} for e in new.entities} | _grown(tx, grown, new.called))
    create_edges(tx, new.created[1])
    replace_edges(tx, new.altered[1])
    merge_edges(tx, new.shared[1])
    borne_out = {f: summary for f, summary in new.borne_out.items() if f not in new.facts}
    add_to_edges(tx, {f: summary for f, summary in borne_out.items() if is_edge(f)})
    _date_figures(tx, {f: summary["first_seen"] for f, summary in borne_out.items()})

    _project_facts(tx, sorted(new.facts))
    _project_entities(tx, sorted(new.entities), new.called)
    _delete_unused_dates(tx, sorted(new.dates))


def _value(date: str) -> str:
    return date.removeprefix("Date.")


def _within(date: str) -> list[str]:
    """The edge from a date to the next larger one; none from a year."""
    chain = parents(date)
    return [edge_id("WITHIN", date_node(date), date_node(chain[1]))] if len(chain) > 1 else []


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
        "RETURN id, count(DISTINCT CASE WHEN a.story IS NULL THEN v.id ELSE a.story + ' ' + v.quote END) AS mentions, "
        "count(DISTINCT coalesce(a.story, a._article)) AS articles, max(v.confidence) AS confidence, "
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


def _grown(tx: Transaction, told: Mapping[str, list[Properties]], called: Mapping[str, Told]) -> dict[str, Properties]:
    """Properties of entities of which only new articles speak: what those that are there had, and what is told."""
    tallies = {e: Tally() for e in told}
    for label, group in by_label(told).items():
        query = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id, properties(n) AS p"
        for chunk in chunks(group):
            for row in tx.run(query, {"ids": chunk}):
                tallies[row["id"]].take(row["p"])
    for entity, edges in told.items():
        for edge in edges:
            tallies[entity].add(edge)
    return {e: tally.properties(called.get(e)) for e, tally in tallies.items()}


def _project_entities(tx: Transaction, entities: list[str], called: Mapping[str, Told]) -> None:
    """Compute entities from the articles that mention or publish through them, and delete those that none does."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for label, group in by_label(entities).items():
        for type_ in ("MENTIONS", "PUBLISHED_BY") if label == "Outlet" else ("MENTIONS",):
            query = (
                f"UNWIND $ids AS id MATCH (:{label} {{id: id}})<-[m:{type_}]-(a:Article) RETURN id, properties(m) AS p, a.story AS story"
            )
            for chunk in chunks(group):
                for row in tx.run(query, {"ids": chunk}):
                    tallies[row["id"]].add(row["p"], row["story"])
    delete_nodes(tx, [e for e in entities if e not in tallies])
    merge_nodes(tx, {e: tally.properties(called.get(e)) for e, tally in tallies.items()})


def _delete_unused_dates(tx: Transaction, dates: list[str]) -> None:
    """Delete dates that nothing points to any more: days first, as they hold their month, and months their year."""
    for size in sorted(_PRECISION, reverse=True):
        ids = [d for d in dates if len(_value(d)) == size]
        if ids:
            tx.run("UNWIND $ids AS id MATCH (d:Date {id: id}) WHERE NOT (d)<--() DETACH DELETE d", {"ids": ids})
