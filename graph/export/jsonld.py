"""JSON-LD in the terms of schema.org: occasions as events, shows as series, sayings as quotations, figures as observations."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from graph.export.dump import Dump
from graph.export.files import writing
from graph.ontology import ontology
from graph.subgraph import Edge, Node

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
"""By edge type, whether its source gets the property (else its target), and the property's name. EPISODE_OF and ON: see `_episode`."""

Thing = dict[str, Any]


def write(graph: Dump, folder: Path) -> list[Path]:
    """Write `graph.jsonld`, a thing on each line."""
    path = folder / "graph.jsonld"
    with writing(path) as file:
        file.write(f'{{"@context": {json.dumps(CONTEXT, sort_keys=True)}, "@graph": [\n')
        file.write(",\n".join(json.dumps(thing, ensure_ascii=False, sort_keys=True) for thing in things(graph)))
        file.write("\n]}\n")
    return [path]


def things(graph: Dump) -> Iterable[Thing]:
    """The graph's nodes as schema.org has them, in order of labels and ids."""
    out = {n.id: _thing(n) for label in TYPES for n in graph.nodes[label]}
    links: dict[tuple[str, str], list[Any]] = defaultdict(list)
    for type_, edges in graph.edges.items():
        if type_ in _EDGES:
            away, name = _EDGES[type_]
            for e in edges:
                holder, other = (e.source, e.target) if away else (e.target, e.source)
                links[holder, name].append(_ref(other))
        elif type_ in ontology().relations:
            for e in edges:
                links[e.source, f"gr:{type_}"].append(_ref(e.target))
    for occasion, episode in _episodes(graph.edges).items():
        links[occasion, "recordedIn"].append(episode)
    for fact, quotes in _evidence(graph).items():
        if fact in out:
            links[fact, "gr:evidence"] += quotes
    for (holder, name), values in links.items():
        if holder in out:
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


def _episodes(edges: Mapping[str, tuple[Edge, ...]]) -> dict[str, Thing]:
    """By occasion the work in which it can be heard or seen: part of its show, published on its platforms."""
    out: dict[str, Thing] = {}
    for type_, name in (("EPISODE_OF", "partOfSeries"), ("ON", "publisher")):
        for e in edges[type_]:
            out.setdefault(e.source, {"@type": "Episode"}).setdefault(name, []).append(_ref(e.target))
    return out


def _evidence(graph: Dump) -> dict[str, list[Thing]]:
    """By fact its sentences, each with its article and place."""
    article = {e.source: e.target for e in graph.edges["IN"]}
    out: dict[str, list[Thing]] = defaultdict(list)
    for node in graph.nodes["Evidence"]:
        p = node.properties
        where = {"@type": "Quotation", "text": p["quote"], "gr:start": p["start"], "gr:end": p["end"]}
        if node.id in article:
            where["isPartOf"] = _ref(article[node.id])
        if p.get("attributed_to"):
            where["creator"] = _ref(str(p["attributed_to"]))
        out[str(p["fact"])].append(where)
    return out
