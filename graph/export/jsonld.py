"""JSON-LD in the terms of schema.org: occasions as events, shows as series, sayings as quotations, figures as observations."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from graph.export.files import writing
from graph.export.plain import listed
from graph.export.reading import Graph
from graph.ontology import ontology
from graph.subgraph import Node

CONTEXT: Mapping[str, Any] = {
    "@vocab": "https://schema.org/",
    "gr": "urn:greenroom:",
    "sameAs": {"@type": "@id"},
    "eventStatus": {"@type": "@vocab"},
}
"""Terms without a prefix are those of schema.org; what it has no term for, the relation types foremost, stands under `gr:`."""
TYPES: Mapping[str, str] = {
    "Person": "Person",
    "Organization": "Organization",
    "Outlet": "NewsMediaOrganization",
    "Platform": "WebSite",
    "Show": "CreativeWorkSeries",
    "Audience": "Audience",
    "Topic": "DefinedTerm",
    "Place": "Place",
    "Appearance": "Event",
    "Reach": "Observation",
    "Statement": "Quotation",
    "Motive": "gr:Motive",
    "Article": "NewsArticle",
}
"""Class of each label's nodes; dates are values here, and evidence stands with its fact."""
_STATUS = {"occurred": None, "planned": "EventScheduled", "declined": "EventCancelled"}
_WIKIDATA = "http://www.wikidata.org/entity/"
_EDGES: Mapping[str, tuple[bool, str]] = {
    "APPEARED_IN": (False, "performer"),
    "HOSTED": (False, "organizer"),
    "AT": (True, "location"),
    "DISCUSSED": (True, "about"),
    "OF": (True, "observationAbout"),
    "MEASURED_ON": (True, "gr:measuredOn"),
    "SAID": (False, "creator"),
    "ABOUT": (True, "about"),
    "AIMED_TO": (False, "gr:actor"),
    "FOR": (True, "gr:for"),
    "MENTIONS": (True, "mentions"),
    "PUBLISHED_BY": (True, "publisher"),
    "HAS_AUDIENCE": (True, "audience"),
}
"""By edge type, whether its source gets the property (else its target), and the property's name."""
_EPISODE: Mapping[str, str] = {"EPISODE_OF": "partOfSeries", "ON": "publisher"}
"""By edge type what an occasion's recording says by it: it is part of its show, and published on its platforms."""

Thing = dict[str, Any]


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write `graph.jsonld`, a thing on each line, as the graph is read."""
    path = folder / "graph.jsonld"
    with writing(path) as file:
        file.write(f'{{"@context": {json.dumps(CONTEXT, sort_keys=True)}, "@graph": [\n')
        listed(file, things(graph))
        file.write("\n]}\n")
    return [path]


def things(graph: Graph) -> Iterator[Thing]:
    """The graph's nodes as schema.org has them, in order of labels and ids."""
    for label in TYPES:
        for page in graph.pages(label):
            yield from _described(graph, label, page)


def _described(graph: Graph, label: str, nodes: Sequence[Node]) -> Iterable[Thing]:
    """Some nodes of a label, with what leads to and from them."""
    out = {n.id: _thing(n) for n in nodes}
    ids = list(out)
    links: dict[tuple[str, str], list[Any]] = defaultdict(list)
    episodes: dict[str, Thing] = {}
    away = [
        t for t, e in ontology().edges.items() if label in e.sources and (t in _EPISODE or (_EDGES[t][0] if t in _EDGES else e.relation))
    ]
    here = [t for t, e in ontology().edges.items() if label in e.targets and t in _EDGES and not _EDGES[t][0]]
    for e in graph.leaving(label, ids, away) if away else ():
        if e.type in _EPISODE:
            episodes.setdefault(e.source, {"@type": "Episode"}).setdefault(_EPISODE[e.type], []).append(_ref(e.target))
        else:
            links[e.source, _EDGES[e.type][1] if e.type in _EDGES else f"gr:{e.type}"].append(_ref(e.target))
    for e in graph.reaching(label, ids, here) if here else ():
        links[e.target, _EDGES[e.type][1]].append(_ref(e.source))
    for occasion, episode in episodes.items():
        links[occasion, "recordedIn"].append(episode)
    if label in ontology().edges["EVIDENCED_BY"].sources:
        for fact, quotes in _evidence(graph, ids).items():
            links[fact, "gr:evidence"] += quotes
    for (holder, name), values in links.items():
        out[holder][name] = values[0] if len(values) == 1 else values
    return out.values()


def _iri(node: str) -> str:
    return f"urn:greenroom:node:{node}"


def _ref(node: str) -> Thing:
    return {"@id": _iri(node)}


def _thing(node: Node) -> Thing:
    p = node.properties
    out: Thing = {"@id": _iri(node.id), "@type": TYPES[node.label], "name": node.name}
    if node.label in _PROPERTIES:
        out |= _PROPERTIES[node.label](p)
    else:
        out |= {"alternateName": p.get("aliases"), "description": "; ".join(p.get("roles") or ()) or None}
        out["sameAs"] = f"{_WIKIDATA}{p['wikidata']}" if p.get("wikidata") else None
    return {k: v for k, v in out.items() if v not in (None, [], "")}


def _appearance(p: Mapping[str, Any]) -> Thing:
    minutes = p.get("duration_minutes")
    return {
        "additionalType": p.get("kind"), "startDate": p.get("date"), "eventStatus": _STATUS.get(str(p.get("status"))),
        "duration": f"PT{minutes:g}M" if minutes else None, "gr:status": p.get("status"), "gr:dateInWords": p.get("date_text"),
    }  # fmt: skip


def _reach(p: Mapping[str, Any]) -> Thing:
    return {"value": p["value"], "unitText": p["unit"], "observationDate": p.get("as_of"), "gr:qualifier": p.get("qualifier")}


def _article(p: Mapping[str, Any]) -> Thing:
    text = {"headline": p.get("title"), "url": p.get("url"), "datePublished": p.get("published"), "articleBody": p.get("text")}
    return text | {"author": {"@type": "Person", "name": p["author"]} if p.get("author") else None}


_PROPERTIES: Mapping[str, Callable[[Mapping[str, Any]], Thing]] = {
    "Appearance": _appearance,
    "Reach": _reach,
    "Article": _article,
    "Statement": lambda p: {"text": p["text"], "gr:direct": p.get("direct"), "gr:cue": p.get("cue")},
    "Motive": lambda p: {"text": p["text"]},
}


def _evidence(graph: Graph, facts: Sequence[str]) -> dict[str, list[Thing]]:
    """By fact its sentences, each with its article and place."""
    query = (
        "UNWIND $facts AS fact MATCH (e:Evidence {fact: fact})-[:IN]->(a:Article) WITH fact, e, a.id AS article ORDER BY fact, e.id "
        "RETURN fact, e.id AS id, e.quote AS quote, e.start AS start, e.end AS end, e.attributed_to AS speaker, article"
    )
    out: dict[str, list[Thing]] = defaultdict(list)
    for row in graph.store.read(query, {"facts": list(facts)}):
        where = {"@type": "Quotation", "text": row["quote"], "gr:start": row["start"], "gr:end": row["end"]}
        where["isPartOf"] = _ref(row["article"])
        if row["speaker"]:
            where["creator"] = _ref(str(row["speaker"]))
        out[row["fact"]].append(where)
        graph.told(2)
    return out
