"""A part of the graph: the occasions, relations and sayings that a selection wants, with all that bears them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from graph.identity import edge_ends, label_of
from graph.ontology import ontology
from graph.selection import Selection
from graph.store import Store
from graph.subgraph import Edge
from graph.subgraph.appearances import Occasion, Tie

_SAYINGS = ("Statement", "Motive", "Reach")
_SOURCES = ("MENTIONS", "PUBLISHED_BY", "PUBLISHED_ON", "IN", "WITHIN")
"""Edge types that tie what was read to where it was read, and dates to each other."""
_CHUNK = 1000


class Part:
    """What is taken of a graph, by ids only: the facts that are wanted, and the nodes that belong to them."""

    def __init__(self, facts: Collection[str], nodes: Iterable[str]) -> None:
        self._facts = frozenset(facts)
        self._nodes: dict[str, set[str]] = defaultdict(set)
        for id_ in nodes:
            self._nodes[label_of(id_)].add(id_)

    def nodes(self, label: str) -> Collection[str]:
        """Ids of the nodes of a label."""
        return self._nodes.get(label, ())

    def takes(self, edge: Edge) -> bool:
        """Whether an edge of the graph is in it."""
        if edge.type in _SOURCES:
            return all(end in self.nodes(label_of(end)) for end in (edge.source, edge.target))
        return _bears(edge.id, self._facts)


def part(store: Store, occasions: Iterable[Occasion], ties: Iterable[Tie], selection: Selection) -> Part:
    """What `selection` leaves of a graph: the wanted facts, their ends, their evidence and its articles, and edges among all these.

    Args:
        store: an open store.
        occasions: all its occasions.
        ties: all its relations.
        selection: what is wanted.
    """
    taken = {o.id for o in occasions if selection.takes(o)}
    related = {
        t.id
        for t in ties
        if selection.takes_relation(
            t.type, ((t.source_label, t.source), (t.target_label, t.target)), t.confidence, t.first, t.last
        )
    }  # fmt: skip
    facts = taken | related | _sayings(store, taken, selection)
    edges = related | {e for e in _touching(store, facts - related) if _bears(e, facts)}
    nodes = facts - related
    for edge in edges:
        nodes.update(edge_ends(edge)[1:])
    # what has evidence are facts and edges; those that bear a fact out are edges, too
    evidence, articles = _evidence(store, facts | edges)
    nodes |= evidence | articles
    nodes |= _published(store, articles)
    within = {row["id"]: row["wider"] for row in store.read("MATCH (d:Date)-[:WITHIN]->(e:Date) RETURN d.id AS id, e.id AS wider")}
    for date in sorted(i for i in nodes if label_of(i) == "Date"):
        while date in within:
            date = within[date]
            nodes.add(date)
    return Part(facts, nodes)


def _bears(edge: str, facts: Collection[str]) -> bool:
    """Whether an edge is wanted, or belongs to nothing but wanted facts."""
    type_, *ends = edge_ends(edge)
    if type_ in _SOURCES:
        return False
    return edge in facts or (type_ not in ontology().relations and all(e in facts for e in ends if _is_fact(e)))


def _is_fact(id_: str) -> bool:
    return ontology().labels[label_of(id_)].role == "fact"


def _touching(store: Store, ids: Collection[str]) -> Iterator[str]:
    """Ids of the edges at nodes."""
    groups: Mapping[str, list[str]] = {label: [] for label in ontology().labels}
    for id_ in sorted(ids):
        groups[label_of(id_)].append(id_)
    for label, group in groups.items():
        for chunk in _chunks(group):
            [row] = store.read(f"UNWIND $ids AS id MATCH (:{label} {{id: id}})-[r]-() RETURN collect(r.id) AS ids", {"ids": chunk})
            yield from row["ids"]


def _sayings(store: Store, taken: Collection[str], selection: Selection) -> set[str]:
    """Statements, motives and figures: with their occasion where they have one, else by themselves."""
    out = set()
    for label in _SAYINGS:
        types = [t for t, e in ontology().edges.items() if label in (*e.sources, *e.targets) and t != "EVIDENCED_BY"]
        query = (
            f"MATCH (n:{label})-[:{'|'.join(types)}]-(m) "
            "RETURN n.id AS id, collect(DISTINCT [m.id, coalesce(m.name, m.id)]) AS others"
        )  # fmt: skip
        told = _told(store, label)
        for row in store.read(query):
            others = [id_ for id_, _ in row["others"]]
            ends = [(label_of(id_), name) for id_, name in row["others"]]
            sure, first, last = told.get(row["id"], (None, None, None))
            alone = not any(label_of(i) == "Appearance" for i in others)
            if any(i in taken for i in others) or (alone and selection.takes_saying(ends, sure, first, last)):
                out.add(row["id"])
    return out


def _told(store: Store, label: str) -> dict[str, tuple[float, str | None, str | None]]:
    """By saying the best confidence of its evidence, and the first and last day of its articles."""
    query = (
        f"MATCH (n:{label})-[:EVIDENCED_BY]->(e:Evidence)-[:IN]->(a:Article) "
        "RETURN n.id AS id, max(coalesce(e.confidence, 0.0)) AS sure, min(a.published) AS first, max(a.published) AS last"
    )
    return {row["id"]: (float(row["sure"]), row["first"] or None, row["last"] or None) for row in store.read(query)}


def _evidence(store: Store, facts: Iterable[str]) -> tuple[set[str], set[str]]:
    """Ids of the evidence for facts and edges, and of the articles that it stands in."""
    evidence, articles = set(), set()
    for chunk in _chunks(sorted(facts)):
        query = "UNWIND $facts AS fact MATCH (e:Evidence {fact: fact})-[:IN]->(a:Article) RETURN e.id AS evidence, a.id AS article"
        for row in store.read(query, {"facts": chunk}):
            evidence.add(row["evidence"])
            articles.add(row["article"])
    return evidence, articles


def _published(store: Store, articles: Iterable[str]) -> set[str]:
    """Ids of the outlets and days of articles."""
    out = set()
    for chunk in _chunks(sorted(articles)):
        query = "UNWIND $ids AS id MATCH (:Article {id: id})-[:PUBLISHED_BY|PUBLISHED_ON]->(n) RETURN DISTINCT n.id AS id"
        out |= {row["id"] for row in store.read(query, {"ids": chunk})}
    return out


def _chunks(ids: Sequence[str]) -> Iterator[list[str]]:
    return (list(ids[n : n + _CHUNK]) for n in range(0, len(ids), _CHUNK))
