"""Rows: what one article contributes to the graph, as nodes and edges with stable ids.

Two kinds of row leave here. *Own* rows stand for this article alone and are complete: the article, its mentions, its
evidence, its statements and motives. *Shared* things (entities, occasions, figures, dates, relations) may rest on several articles: here
they are only named, and what they look like is computed from the mentions and the evidence of all articles together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.identity import article_node, date_node, digest, edge_id, is_date, label_of
from graph.occasions import Report
from graph.ontology import ontology
from graph.records import Appearance, Article, Entity, Facts, Motive, Reach, Relation, Span, Statement

OUTLET = "@outlet"
"""The local id of the outlet that published the article, which need not be mentioned in it."""

Properties = dict[str, Any]
_LABEL_WORDS = 8
_HOST = re.compile(r"\b(co-?)?hosts?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Resolution:
    """What an article's own ids come to.

    Attributes:
        entities: node ids by entity id (and OUTLET).
        appearances: by appearance id, the node id of the occasion and its most exact date in all articles.
    """

    entities: Mapping[str, str]
    appearances: Mapping[str, tuple[str, str | None]]


@dataclass(slots=True)
class Rows:
    """What an article contributes.

    Attributes:
        nodes: own nodes by id.
        edges: own edges by id: one of the two ends is an own node.
        figures: nodes of figures by id, which other articles may tell, too.
        figure_edges: edges by id from these to what they are about.
        dates: days, months and years that are named.
        borne_out: ids of the facts, nodes or edges, that the article bears out.
        dropped: what the ontology does not allow, and what has no evidence, in words.
    """

    nodes: dict[str, Properties] = field(default_factory=dict)
    edges: dict[str, Properties] = field(default_factory=dict)
    figures: dict[str, Properties] = field(default_factory=dict)
    figure_edges: dict[str, Properties] = field(default_factory=dict)
    dates: set[str] = field(default_factory=set)
    borne_out: set[str] = field(default_factory=set)
    dropped: list[str] = field(default_factory=list)


def outlet_entity(article: Article, entities: Iterable[Entity]) -> Entity | None:
    """The outlet that published the article: the entity that bears its name, or else one made of the name alone."""
    if not article.outlet or not article.outlet.strip():
        return None
    wanted = article.outlet.strip().casefold()
    for entity in entities:
        if entity.type == "Outlet" and wanted in {n.casefold() for n in (entity.name, *entity.aliases)}:
            return entity
    return Entity(OUTLET, "Outlet", article.outlet.strip())


def reports(facts: Facts, entities: Mapping[str, str]) -> list[Report]:
    """The article's appearances with node ids in their slots.

    Args:
        facts: the article's facts.
        entities: node ids by the article's entity ids.
    """
    names = {e.id: e.name for e in facts.entities}
    shows = [e.id for e in facts.entities if e.type == "Show"]
    usual: dict[str, list[str]] = {}
    if len(shows) == 1:
        # Of an article that names one show, whoever is called a host is its host.
        usual[shows[0]] = [entities[e.id] for e in facts.entities if any(_HOST.search(role) for role in e.roles)]
    for r in facts.relations:
        if r.predicate == "HOSTS" and r.attributed_to is None:
            usual.setdefault(r.object, []).append(entities[r.subject])
    out = []
    for a in facts.appearances:
        involved = (*a.guests, *a.hosts, *((a.show,) if a.show else ()))
        out.append(
            Report(
                facts.article.id,
                a.id,
                facts.article.published,
                a.kind,
                a.status,
                tuple(dict.fromkeys(entities[i] for i in a.guests)),
                tuple(dict.fromkeys(entities[i] for i in a.hosts)),
                entities[a.show] if a.show else None,
                tuple(dict.fromkeys(entities[i] for i in a.platforms)),
                entities[a.place] if a.place else None,
                a.date if is_date(a.date) else None,
                a.date_text,
                a.duration_minutes,
                a.confidence,
                {entities[i]: names[i] for i in involved},
                tuple(h for h in dict.fromkeys(usual.get(a.show or "", ())) if h not in {entities[g] for g in a.guests}),
            )
        )
    return out


def rows(facts: Facts, resolution: Resolution) -> Rows:
    """Everything that the article contributes, its ids resolved as told."""
    return _Writer(facts, resolution).run()


def figure_node(figure: Reach, subject: str, platform: str | None) -> str:
    """The id of a figure of a node, measured on a platform where one is named."""
    as_of = figure.as_of if is_date(figure.as_of) else None
    return f"Reach.{digest(subject, platform or '', repr(figure.value), figure.unit, figure.qualifier, as_of or '')}"


def statement_node(article: str, s: Statement) -> str:
    """The id of a statement in an article."""
    return f"Statement.{digest(article, str(s.start), str(s.end), s.speaker)}"


def motive_node(article: str, m: Motive) -> str:
    """The id of a motive in an article."""
    return f"Motive.{digest(article, str(m.start), str(m.end), m.actor)}"


def parents(date: str) -> list[str]:
    """The date itself, its month and its year, from small to large."""
    return [date[:n] for n in (10, 7, 4) if len(date) >= n]


class _Writer:
    """Goes through the families of one article's facts and collects rows."""

    def __init__(self, facts: Facts, resolution: Resolution) -> None:
        self.facts = facts
        self.article = facts.article
        self.node = article_node(facts.article.id)
        self.entities = resolution.entities
        self.appearances = resolution.appearances
        self.out = Rows()

    def run(self) -> Rows:
        self._article()
        self._mentions()
        for a in self.facts.appearances:
            self._appearance(a)
        for r in self.facts.relations:
            self._relation(r)
        for f in self.facts.reach:
            self._reach(f)
        for s in self.facts.statements:
            self._statement(s)
        for m in self.facts.motives:
            self._motive(m)
        return self.out

    def _article(self) -> None:
        a = self.article
        given = {"title": a.title, "outlet": a.outlet, "author": a.author, "url": a.url, "published": a.published, "text": a.text}
        self.out.nodes[self.node] = {"name": a.title or a.id, **given, "_article": a.id}
        if OUTLET in self.entities:
            self._edge("PUBLISHED_BY", self.node, self.entities[OUTLET], {"_name": a.outlet})
        if a.published is not None and is_date(a.published):
            self.out.dates.update(parents(a.published))
            self._edge("PUBLISHED_ON", self.node, date_node(a.published), {})

    def _mentions(self) -> None:
        for entity in self.facts.entities:
            told = {"mentions": 0, "_names": [], "_aliases": [], "_roles": [], "_wikidata": None}
            row = self._edge("MENTIONS", self.node, self.entities[entity.id], told)
            row["mentions"] += len(entity.mentions)
            row["_names"].append(entity.name)
            row["_aliases"] = sorted({*row["_aliases"], *entity.aliases})
            row["_roles"] = sorted({*row["_roles"], *entity.roles})
            row["_wikidata"] = entity.wikidata or row["_wikidata"]

    def _appearance(self, a: Appearance) -> None:
        node, date = self.appearances[a.id]
        fallback = a.evidence or next(iter(a.slot_evidence.values()), ()) or self._first_mention((*a.guests, *a.hosts))
        if not fallback:
            self.out.dropped.append(f"appearance {a.id}: no evidence")
            return
        self._evidence(node, fallback, a, slot="")

        def slot(name: str, type_: str, source: str, target: str) -> None:
            if self._allowed(type_, source, target):
                spans = a.slot_evidence.get(name) or fallback
                self._evidence(edge_id(type_, source, target), spans, a, slot=name)

        for g in a.guests:
            slot("guests", "APPEARED_IN", self.entities[g], node)
        for h in a.hosts:
            slot("hosts", "HOSTED", self.entities[h], node)
        if a.show:
            slot("show", "EPISODE_OF", node, self.entities[a.show])
        for p in a.platforms:
            slot("platforms", "ON", node, self.entities[p])
        if a.place:
            slot("place", "AT", node, self.entities[a.place])
        for t in a.topics:
            slot("topics", "DISCUSSED", node, self.entities[t])
        if date and is_date(a.date):
            self.out.dates.update(parents(date))
            slot("date", "ON_DATE", node, date_node(date))

    def _relation(self, r: Relation) -> None:
        source, target = self.entities[r.subject], self.entities[r.object]
        declared = ontology().edges.get(r.predicate)
        if declared is None or not declared.relation:
            self.out.dropped.append(f"relation {r.predicate}: not in the ontology")
            return
        if source == target or not self._allowed(r.predicate, source, target):
            return
        if declared.symmetric and target < source:
            source, target = target, source
        if r.evidence:
            self._evidence(edge_id(r.predicate, source, target), r.evidence, r)
        else:
            self.out.dropped.append(f"relation {r.predicate}: no evidence")

    def _reach(self, f: Reach) -> None:
        subject = self.entities.get(f.subject) or self.appearances[f.subject][0]
        platform = self.entities[f.platform] if f.platform else None
        if not f.evidence:
            self.out.dropped.append(f"reach {f.value:g} {f.unit}: no evidence")
            return
        as_of = f.as_of if is_date(f.as_of) else None
        node = figure_node(f, subject, platform)
        words = {"exact": "", "about": "about ", "at_least": "at least ", "at_most": "at most "}[f.qualifier]
        figure = f"{f.value:,.0f}" if f.value.is_integer() else f"{f.value:,}"
        self.out.figures[node] = {
            "name": f"{words}{figure} {f.unit}",
            "value": f.value,
            "unit": f.unit,
            "qualifier": f.qualifier,
            "_as_of": as_of,
        }
        about = [("OF", subject)]
        if platform and self._allowed("MEASURED_ON", node, platform):
            about.append(("MEASURED_ON", platform))
        for type_, target in about:
            id_ = edge_id(type_, node, target)
            self.out.figure_edges[id_] = {"id": id_}
        self._evidence(node, f.evidence, f)

    def _statement(self, s: Statement) -> None:
        node = statement_node(self.article.id, s)
        speaker = self.entities[s.speaker]
        if not self._allowed("SAID", speaker, node):
            return
        self.out.nodes[node] = {"name": _label(s.text), "text": s.text, "direct": s.direct, "cue": s.cue or None}
        self._edge("SAID", speaker, node, {})
        for thing in s.about:
            if self._allowed("ABOUT", node, self.entities[thing]):
                self._edge("ABOUT", node, self.entities[thing], {})
        self._evidence(node, s.evidence or ((s.start, s.end),), s)

    def _motive(self, m: Motive) -> None:
        node = motive_node(self.article.id, m)
        actor = self.entities[m.actor]
        if not self._allowed("AIMED_TO", actor, node):
            return
        self.out.nodes[node] = {"name": _label(m.text), "text": m.text}
        self._edge("AIMED_TO", actor, node, {})
        if m.appearance:
            self._edge("FOR", node, self.appearances[m.appearance][0], {})
        self._evidence(node, m.evidence or ((m.start, m.end),), m)

    def _evidence(self, fact: str, spans: Iterable[Span], source: Any, slot: str | None = None) -> None:
        """Evidence nodes for `fact`; of two with the same words the surer one stays."""
        self.out.borne_out.add(fact)
        attributed_to = getattr(source, "attributed_to", None)
        speaker = self.entities[attributed_to] if attributed_to else None
        for start, end in spans:
            node = f"Evidence.{digest(self.article.id, fact, str(start), str(end), speaker or '')}"
            before = self.out.nodes.get(node)
            if before is not None and (before["confidence"], before["rule"]) >= (source.confidence, source.rule):
                continue
            self.out.nodes[node] = {
                "fact": fact,
                "quote": self.article.text[start:end],
                "start": start,
                "end": end,
                "slot": slot or None,
                "rule": source.rule,
                "confidence": source.confidence,
                "attributed_to": speaker,
                "extractor": self.article.extractor,
            }
            self._edge("IN", node, self.node, {})
            if "|" not in fact:
                self._edge("EVIDENCED_BY", fact, node, {})

    def _edge(self, type_: str, source: str, target: str, properties: Properties) -> Properties:
        id_ = edge_id(type_, source, target)
        return self.out.edges.setdefault(id_, {"id": id_, **properties})

    def _allowed(self, type_: str, source: str, target: str) -> bool:
        allowed = ontology().allows(label_of(source), type_, label_of(target))
        if not allowed:
            self.out.dropped.append(f"{type_} from {label_of(source)} to {label_of(target)}: not in the ontology")
        return allowed

    def _first_mention(self, ids: Iterable[str]) -> tuple[Span, ...]:
        mentions = {e.id: e.mentions for e in self.facts.entities}
        return next((mentions[i][:1] for i in ids if mentions[i]), ())


def _label(text: str) -> str:
    words = text.split()
    return " ".join(words[:_LABEL_WORDS]) + ("…" if len(words) > _LABEL_WORDS else "")
