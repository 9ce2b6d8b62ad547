"""A draft: an article that was read and not yet loaded, with what its reader rejected and corrected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from etl.desk import renamed
from graph.omitting import key, without
from graph.records import Facts, Span
from ui.parts.phrases import day, words


@dataclass(slots=True)
class Draft:
    """Facts as they were read, the keys of those that were rejected, and corrected values by key and field."""

    facts: Facts
    rejected: set[str] = field(default_factory=set)
    corrected: dict[str, dict[str, Any]] = field(default_factory=dict)

    def correct(self, key_: str, values: Mapping[str, Any]) -> None:
        """Give a fact other values; fields that are not told keep theirs."""
        self.corrected.setdefault(key_, {}).update(values)

    def final(self) -> Facts:
        """What is to be loaded."""
        given = self.facts
        entities = []
        for n, entity in enumerate(given.entities):
            values = self.corrected.get(key("entities", n), {})
            entities.append(
                renamed(entity, type_=values.get("type", entity.type), name=values.get("name", entity.name).strip() or entity.name)
            )
        families: dict[str, Any] = {
            family: tuple(replace(fact, **self.corrected.get(key(family, n), {})) for n, fact in enumerate(getattr(given, family)))
            for family in ("appearances", "relations", "reach")
        }
        return without(replace(given, entities=tuple(entities), **families), self.rejected)


@dataclass(frozen=True, slots=True)
class Row:
    """A fact as it stands beside the text: its key, family, words and the stretches that bear it out."""

    key: str
    family: str
    text: str
    spans: tuple[Span, ...]
    sure: float
    rule: str


def rows(draft: Draft) -> list[Row]:
    """The facts of a draft in words, by family and then as they were read; entities last."""
    facts = replace(draft.facts, entities=_entities(draft))
    names = {e.id: e.name for e in facts.entities}
    occasions = {}
    out = []

    def says(speaker: str | None) -> str:
        return f" (says {names[speaker]})" if speaker else ""

    for n, a in enumerate(facts.appearances):
        fixed = draft.corrected.get(key("appearances", n), {})
        kind, status, when = (fixed.get(f, getattr(a, f)) for f in ("kind", "status", "date"))
        who = ", ".join(names[i] for i in a.guests) or "somebody"
        where = [f"with {', '.join(names[i] for i in a.hosts)}"] if a.hosts else []
        where += [f"on {names[i]}" for i in (a.show, *a.platforms) if i]
        where += [f"in {names[a.place]}"] if a.place else []
        where += [day(when)] if when else []
        text = f"{who} {' '.join(where)}: {str(kind).replace('_', ' ')}, {status}"
        occasions[a.id] = who
        out.append(Row(key("appearances", n), "Appearances", text, a.evidence, a.confidence, a.rule))
    for n, r in enumerate(facts.relations):
        predicate = draft.corrected.get(key("relations", n), {}).get("predicate", r.predicate)
        text = f"{names[r.subject]} {words(predicate)} {names[r.object]}{says(r.attributed_to)}"
        out.append(Row(key("relations", n), "Relations", text, r.evidence, r.confidence, r.rule))
    for n, f in enumerate(facts.reach):
        fixed = draft.corrected.get(key("reach", n), {})
        value, unit = fixed.get("value", f.value), fixed.get("unit", f.unit)
        whose = names.get(f.subject) or f"the appearance of {occasions.get(f.subject, f.subject)}"
        text = f"{f.qualifier.replace('_', ' ')} {value:,.0f} {unit}: {whose}{says(f.attributed_to)}"
        out.append(Row(key("reach", n), "Figures", text, f.evidence, f.confidence, f.rule))
    for n, s in enumerate(facts.statements):
        text = f"{names[s.speaker]}: {s.text}"
        out.append(Row(key("statements", n), "Statements", text, s.evidence or ((s.start, s.end),), s.confidence, s.rule))
    for n, m in enumerate(facts.motives):
        text = f"{names[m.actor]}: {m.text}{says(m.attributed_to)}"
        out.append(Row(key("motives", n), "Motives", text, m.evidence or ((m.start, m.end),), m.confidence, m.rule))
    for n, e in enumerate(facts.entities):
        out.append(Row(key("entities", n), "Names", f"{e.name} · {e.type}", e.mentions[:1], 1.0, ""))
    return out


def _entities(draft: Draft) -> tuple[Any, ...]:
    out = []
    for n, entity in enumerate(draft.facts.entities):
        values = draft.corrected.get(key("entities", n), {})
        out.append(replace(entity, type=values.get("type", entity.type), name=values.get("name", entity.name)))
    return tuple(out)
