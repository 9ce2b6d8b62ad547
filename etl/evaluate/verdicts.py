"""Verdicts: the facts read out of an article held against its gold file, record by record, in the six families."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from etl.evaluate.gold import Gold
from etl.evaluate.likeness import Weight, pairs, same_entity, shared_of_shorter, shared_of_union
from graph.records import Appearance, Facts, Motive, Reach, Relation, Span, Statement

SYMMETRIC = frozenset(("OPPONENT_OF", "RELATED_TO"))
TOLERANCE = 0.01
"""How far a figure may be from the gold's, as a part of it."""
ENOUGH = 0.5
"""How much two stretches must share to be the same statement or motive."""
_PEOPLE = ("guest", "host")

Slot = tuple[str, str]
Triple = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Error:
    """Something missed (`sign` -), invented (+) or misread (~); `kind` is its entity type, slot, relation type or unit."""

    sign: str
    kind: str
    text: str

    def __str__(self) -> str:
        """One line for the user."""
        return f"{self.sign} {self.text}"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one record came to, in points: `gold` could be had, `found` were claimed, `right` are both.

    `confidence` is that of the fact that was found, None where none was or where it bears none (entities); `errors` are why points were lost.
    """

    family: str
    article: str
    gold: int
    found: int
    right: int
    confidence: float | None = None
    errors: tuple[Error, ...] = ()


class Names:
    """The gold's names for the entities that were found; the others get a name that no gold entity has."""

    def __init__(self, gold: Gold, facts: Facts) -> None:
        self.pairs = pairs(gold.facts.entities, facts.entities, same_entity)
        self._names = {entity.id: f"?{entity.name}" for entity in facts.entities}
        for i, j in self.pairs.items():
            self._names[facts.entities[j].id] = gold.facts.entities[i].name

    def __getitem__(self, entity_id: str) -> str:
        """The name of an entity that was found."""
        return self._names[entity_id]


def verdicts(gold: Gold, facts: Facts) -> Iterator[Verdict]:
    """Every record of the gold file and every fact that was found, judged; what is optional and was found is passed over."""
    names = Names(gold, facts)
    yield from _entities(gold, facts, names)
    occasions: dict[str, str] = {}
    yield from _appearances(gold, facts, names, occasions)
    yield from _relations(gold, facts, names)
    yield from _reach(gold, facts, names, occasions)
    said = [(s.speaker, (s.start, s.end)) for s in gold.facts.statements]
    yield from _stretches(gold, "statements", said, facts.statements, [names[s.speaker] for s in facts.statements], shared_of_union)
    aims = [(m.actor, (m.start, m.end)) for m in gold.facts.motives]
    yield from _stretches(gold, "motives", aims, facts.motives, [names[m.actor] for m in facts.motives], shared_of_shorter)


def _entities(gold: Gold, facts: Facts, names: Names) -> Iterator[Verdict]:
    name = gold.article.id
    for i, entity in enumerate(gold.facts.entities):
        if gold.is_optional("entities", i):
            continue
        if i not in names.pairs:
            yield Verdict("entities", name, 1, 0, 0, errors=(Error("-", entity.type, f"{entity.type} {entity.name}"),))
            continue
        other = facts.entities[names.pairs[i]]
        right = other.type == entity.type
        misread = Error("~", entity.type, f"{entity.name}: {entity.type} read as {other.type}")
        yield Verdict("entities", name, 1, 1, int(right), errors=() if right else (misread,))
    known = set(names.pairs.values())
    for j, other in enumerate(facts.entities):
        if j not in known:
            yield Verdict("entities", name, 0, 1, 0, errors=(Error("+", other.type, f"{other.type} {other.name}"),))


# --------------------------------------------------------------------------------------------------------- appearances
def _appearances(gold: Gold, facts: Facts, names: Names, occasions: dict[str, str]) -> Iterator[Verdict]:
    """Judge the occasions, and note in `occasions` which gold record each found one stands for."""
    name = gold.article.id
    wanted = [slots_of(a, str) for a in gold.facts.appearances]
    found = [slots_of(a, names.__getitem__) for a in facts.appearances]
    chosen = pairs(range(len(wanted)), found, lambda i, slots: agreement(wanted[i], placed(slots, gold, i)))
    for i, slots in enumerate(wanted):
        record = gold.facts.appearances[i]
        if i not in chosen:
            if not gold.is_optional("appearances", i):
                whole = Error("-", "whole record", f"[{record.id}] the whole record {_told(slots)}")
                yield Verdict("appearances", name, len(slots), 0, 0, errors=(whole,))
            continue
        other = facts.appearances[chosen[i]]
        occasions[other.id] = record.id
        if gold.is_optional("appearances", i):
            continue
        given = placed(found[chosen[i]], gold, i)
        errors = [Error("-", s[0], f"[{record.id}] {_told([s])}") for s in sorted(slots - given)]
        errors += [Error("+", s[0], f"[{record.id}] {_told([s])}") for s in sorted(given - slots)]
        yield Verdict("appearances", name, len(slots), len(given), len(slots & given), other.confidence, tuple(errors))
    taken = set(chosen.values())
    for j, given in enumerate(found):
        if j not in taken:
            whole = Error("+", "whole record", f"a whole record {_told(given)}")
            yield Verdict("appearances", name, 0, len(given), 0, facts.appearances[j].confidence, (whole,))


def slots_of(a: Appearance, name: Callable[[str], str]) -> frozenset[Slot]:
    people = [("guest", name(x)) for x in a.guests] + [("host", name(x)) for x in a.hosts]
    others = [("platform", name(x)) for x in a.platforms] + [("topic", name(x)) for x in a.topics]
    others += [(slot, name(x)) for slot, x in (("show", a.show), ("place", a.place)) if x]
    plain = [(slot, x) for slot, x in (("kind", a.kind), ("status", a.status), ("date", a.date)) if x]
    if a.duration_minutes:
        plain.append(("duration", str(round(a.duration_minutes))))
    return frozenset((*people, *others, *plain))


def placed(slots: frozenset[Slot], gold: Gold, number: int) -> frozenset[Slot]:
    """The slots with the gold's first place instead of another that is acceptable too."""
    first = gold.facts.appearances[number].place
    return frozenset(("place", first) if s == "place" and first and x in gold.places[number] else (s, x) for s, x in slots)


def agreement(wanted: frozenset[Slot], given: frozenset[Slot]) -> Weight:
    """How many slots agree; nothing where no guest or host, in whichever part, is in both."""
    here, there = ({x for slot, x in slots if slot in _PEOPLE} for slots in (wanted, given))
    return (len(wanted & given),) if here & there else ()


def _told(slots: Sequence[Slot] | frozenset[Slot]) -> str:
    return ", ".join(f"{slot} {value}" for slot, value in sorted(slots))


# ----------------------------------------------------------------------------------------------------------- relations
def _relations(gold: Gold, facts: Facts, names: Names) -> Iterator[Verdict]:
    name = gold.article.id
    free = {_triple(r, str) for i, r in enumerate(gold.facts.relations) if gold.is_optional("relations", i)}
    wanted = {_triple(r, str) for r in gold.facts.relations}
    seen: set[Triple] = set()
    for r in facts.relations:
        triple = _triple(r, names.__getitem__)
        if triple in seen or triple in free:
            continue
        seen.add(triple)
        right = triple in wanted
        errors = () if right else (Error("+", r.predicate, " ".join(_in_order(triple))),)
        yield Verdict("relations", name, int(right), 1, int(right), r.confidence, errors)
    for triple in sorted(wanted - free - seen):
        yield Verdict("relations", name, 1, 0, 0, errors=(Error("-", triple[0], " ".join(_in_order(triple))),))


def _triple(r: Relation, name: Callable[[str], str]) -> Triple:
    ends = (name(r.subject), name(r.object))
    one, two = sorted(ends) if r.predicate in SYMMETRIC else ends
    return r.predicate, one, two


def _in_order(triple: Triple) -> Triple:
    return triple[1], triple[0], triple[2]


# --------------------------------------------------------------------------------------------------------------- reach
def _reach(gold: Gold, facts: Facts, names: Names, occasions: dict[str, str]) -> Iterator[Verdict]:
    """Value, unit and subject, a point each; an occasion is that of the gold which it was paired with."""
    name = gold.article.id
    own = {a.id for a in facts.appearances}

    def subject(f: Reach) -> str:
        return occasions.get(f.subject, f"?{f.subject}") if f.subject in own else names[f.subject]

    def points(g: Reach, f: Reach) -> Weight:
        near = abs(g.value - f.value) <= TOLERANCE * abs(g.value)
        return (1 + (g.unit == f.unit) + (g.subject == subject(f)),) if near else ()

    chosen = pairs(gold.facts.reach, facts.reach, points)
    for i, g in enumerate(gold.facts.reach):
        if gold.is_optional("reach", i):
            continue
        told = f"{g.value:,.0f} {g.unit} of {g.subject}"
        if i not in chosen:
            yield Verdict("reach", name, 3, 0, 0, errors=(Error("-", g.unit, told),))
            continue
        f = facts.reach[chosen[i]]
        right = int(points(g, f)[0])
        errors = (Error("~", g.unit, f"{told} read as {f.unit} of {subject(f)}"),) if right < 3 else ()
        yield Verdict("reach", name, 3, 3, right, f.confidence, errors)
    taken = set(chosen.values())
    for j, f in enumerate(facts.reach):
        if j not in taken:
            yield Verdict("reach", name, 0, 3, 0, f.confidence, (Error("+", f.unit, f"{f.value:,.0f} {f.unit} of {subject(f)}"),))


# ---------------------------------------------------------------------------------------------- statements and motives
def _stretches(
    gold: Gold,
    family: str,
    wanted: Sequence[tuple[str, Span]],
    facts: Sequence[Statement | Motive],
    who: Sequence[str],
    shared: Callable[[Span, Span], float],
) -> Iterator[Verdict]:
    name, text = gold.article.id, gold.article.text
    found = [(w, (f.start, f.end)) for w, f in zip(who, facts, strict=True)]

    def weight(g: tuple[str, Span], f: tuple[str, Span]) -> Weight:
        share = shared(g[1], f[1]) if g[0] == f[0] else 0.0
        return (share,) if share >= ENOUGH else ()

    def told(sign: str, one: tuple[str, Span]) -> tuple[Error]:
        return (Error(sign, family.removesuffix("s"), f"{one[0]}: {text[slice(*one[1])]}"),)

    chosen = pairs(wanted, found, weight)
    for i, one in enumerate(wanted):
        if not gold.is_optional(family, i):
            if i in chosen:
                yield Verdict(family, name, 1, 1, 1, facts[chosen[i]].confidence)
            else:
                yield Verdict(family, name, 1, 0, 0, errors=told("-", one))
    taken = set(chosen.values())
    for j, one in enumerate(found):
        if j not in taken:
            yield Verdict(family, name, 0, 1, 0, facts[j].confidence, told("+", one))
