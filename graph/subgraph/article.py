"""An article as its page shows it: the text, where things are mentioned in it, and what it bears out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from graph.entry import Entry
from graph.errors import InputError
from graph.identity import article_node, edge_ends, is_edge, label_of, record_node
from graph.records import Article, Facts, Span
from graph.schema import ENTRY, RECORD
from graph.store import Store
from graph.subgraph.neighbourhood import nodes


@dataclass(frozen=True, slots=True)
class MentionView:
    """One mention: characters `start:end` of the text name or describe the node."""

    start: int
    end: int
    entity_id: str
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class FactView:
    """One fact that the article bears out.

    Attributes:
        id: of the edge or the fact node; `graph.subgraph.evidence` takes it.
        kind: its edge type or label.
        text: it in words.
        spans: the stretches of this article's text that bear it out.
        confidence: of the surest of them, 0 to 1.
        rule: that found the surest of them.
        attributed_to: the name of who says so; None where it is the writer.
        nodes: ids of the nodes involved.
    """

    id: str
    kind: str
    text: str
    spans: tuple[Span, ...]
    confidence: float
    rule: str
    attributed_to: str | None
    nodes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its mentions in order of the text, and its facts in the order in which the text bears them out."""

    article: Article
    mentions: tuple[MentionView, ...]
    facts: tuple[FactView, ...]


def article(store: Store, id_: str) -> ArticleView:
    """The loaded article with this id (its own, or its node's).

    Raises:
        InputError: there is none.
    """
    either = {"ids": [id_, article_node(id_)]}
    given = store.read("UNWIND $ids AS id MATCH (a:Article {id: id}) RETURN a.id AS node, a._article AS id", either)
    if not given:
        raise InputError(f"there is no article {id_} in the store")
    node = given[0]["node"]
    query = f"MATCH (r:{RECORD} {{id: $id}}) MATCH (e:{ENTRY} {{id: $id}}) RETURN r._facts AS facts, e._entry AS entry"
    kept = store.read(query, {"id": record_node(given[0]["id"])})[0]
    facts, entry = Facts.from_json(kept["facts"]), Entry.from_json(kept["entry"])
    entities = entry.resolution.entities
    known = nodes(store, sorted(set(entities.values())))
    mentions = [
        MentionView(start, end, entities[e.id], label_of(entities[e.id]), known[entities[e.id]].name)
        for e in facts.entities
        if e.id in entities  # a person may have said that there is no such thing
        for start, end in e.mentions
    ]
    return ArticleView(facts.article, tuple(sorted(mentions, key=lambda m: (m.start, -m.end, m.entity_id))), _facts(store, node))


def _facts(store: Store, node: str) -> tuple[FactView, ...]:
    query = (
        "MATCH (:Article {id: $id})<-[:IN]-(v:Evidence) RETURN v.fact AS fact, v.start AS start, v.end AS end, v.confidence AS confidence, "
        "v.rule AS rule, v.attributed_to AS speaker, v.id AS id ORDER BY start, end, id"
    )
    borne_out = defaultdict(list)
    for row in store.read(query, {"id": node}):
        borne_out[row["fact"]].append(row)
    involved: dict[str, tuple[str, ...]] = {f: edge_ends(f)[1:] if is_edge(f) else (f,) for f in borne_out}
    speakers = {row["speaker"] for rows in borne_out.values() for row in rows if row["speaker"]}
    known = nodes(store, sorted({*speakers, *(n for ends in involved.values() for n in ends)}))

    def name(id_: str) -> str:
        return known[id_].name if id_ in known else id_

    out = []
    for fact, rows in borne_out.items():
        best = max(rows, key=lambda row: (row["confidence"], -row["start"]))
        kind = edge_ends(fact)[0] if is_edge(fact) else label_of(fact)
        ends = involved[fact]
        text = f" {kind.lower().replace('_', ' ')} ".join(map(name, ends))
        spans = tuple(dict.fromkeys((row["start"], row["end"]) for row in rows))
        speaker = None if any(row["speaker"] is None for row in rows) else name(best["speaker"])
        out.append(FactView(fact, kind, text, spans, best["confidence"], best["rule"], speaker, ends))
    return tuple(out)
