"""Amending: the facts of an article as they stand once the corrections in force are heard; the record is kept as it was read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from graph.corrections import Correction, Rules
from graph.identity import Claim, claim, is_edge
from graph.occasions import Report
from graph.omitting import key, without
from graph.placing import Known, Place, place, relation
from graph.records import Appearance, Facts, Relation
from graph.references import keys
from graph.rows import OUTLET, outlet_entity, reports


@dataclass(frozen=True, slots=True)
class Amended:
    """What an article comes to.

    Attributes:
        facts: its facts, without what is rejected and with the dates that persons have given.
        entities: node ids by entity id, without those that are rejected.
        joined: by id of an appearance, marks that it shares with those that it is one with.
        apart: by id of an appearance, marks that it shares with all those that it may be one with.
        applied: numbers of the corrections that have found something in the article.
    """

    facts: Facts
    entities: Mapping[str, str]
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    apart: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    applied: tuple[int, ...] = ()


def amended(facts: Facts, claims: Mapping[str, Claim], known: Known, rules: Rules) -> Amended:
    """What an article comes to.

    Args:
        facts: its facts as they were read.
        claims: what they say that its entities are, by entity id.
        known: the lexicon ids of their names, and of the names that the rules speak of.
        rules: the corrections in force.
    """
    article = facts.article.id
    places = {local: place(c, article, known, rules) for local, c in claims.items()}
    entities = {local: p.node for local, p in places.items() if p.node is not None}
    if not rules:
        return Amended(facts, entities)
    applied = {n for p in places.values() for n in p.applied}
    dropped = {key("entities", n) for n, e in enumerate(facts.entities) if e.id not in entities}
    appearances = list(facts.appearances)
    joined: dict[str, tuple[str, ...]] = {}
    apart: dict[str, tuple[str, ...]] = {}
    found = rules.facts.get(article, {})
    for fact, (family, n) in keys(facts).items() if found else ():
        for c in found.get(fact, ()):
            applied.add(c.number)
            if family != "appearances":
                dropped |= {key(family, n)} if c.kind == "reject" else set()
            elif c.kind == "date":
                appearances[n] = replace(appearances[n], date=c.value)
            elif c.kind == "reject" and c.value:
                appearances[n] = _without_part(appearances[n], {e for e, p in places.items() if c.value in p.path})
            elif c.kind == "reject":
                dropped.add(key(family, n))
            else:
                marks = joined if c.kind == "merge" else apart
                local = appearances[n].id
                marks[local] = (*marks.get(local, ()), _mark(c))
    if any(map(is_edge, rules.rejected)):
        for n, r in enumerate(facts.relations):
            numbers = _rejections(r, places, rules)
            applied |= numbers
            dropped |= {key("relations", n)} if numbers else set()
    out = replace(facts, appearances=tuple(appearances))
    return Amended(without(out, dropped) if dropped else out, entities, joined, apart, tuple(sorted(applied)))


def _rejections(r: Relation, places: Mapping[str, Place], rules: Rules) -> set[int]:
    """The numbers of the corrections that reject a relation."""
    ways = {relation(r.predicate, s, t) for s in places[r.subject].path for t in places[r.object].path}
    return {rules.rejected[way] for way in ways if way in rules.rejected}


def _mark(c: Correction) -> str:
    return str(c.number)


def _without_part(a: Appearance, gone: Collection[str]) -> Appearance:
    return replace(
        a,
        guests=tuple(i for i in a.guests if i not in gone),
        hosts=tuple(i for i in a.hosts if i not in gone),
        platforms=tuple(i for i in a.platforms if i not in gone),
        topics=tuple(i for i in a.topics if i not in gone),
        show=None if a.show in gone else a.show,
        place=None if a.place in gone else a.place,
    )


def claims_of(facts: Facts) -> dict[str, Claim]:
    """The claims of an article's entities, and of the outlet that published it."""
    found = {e.id: claim(e, facts.article.id) for e in facts.entities}
    outlet = outlet_entity(facts.article, facts.entities)
    if outlet is not None:
        found[OUTLET] = claim(outlet, facts.article.id)
    return found


def reports_of(heard: Amended) -> tuple[Report, ...]:
    """The reports of an article, with what persons have said of them."""
    found = reports(heard.facts, heard.entities)
    if not heard.joined and not heard.apart:
        return tuple(found)
    return tuple(replace(r, joined=heard.joined.get(r.local, ()), apart=heard.apart.get(r.local, ())) for r in found)
