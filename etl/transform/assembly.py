"""From a reading and its drafts to the facts: ids given, entities that take part kept, types checked, order fixed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from etl.transform.calibration import calibrated
from etl.transform.citing import Citing
from etl.transform.drafts import AppearanceDraft, MotiveDraft, ReachDraft, RelationDraft, StatementDraft
from etl.transform.reading import NAME, Reading, Thing
from graph.ontology import ontology
from graph.records import Appearance, Entity, Facts, Motive, Reach, Relation, Span, Statement


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts of all families that an article gave."""

    appearances: Sequence[AppearanceDraft] = ()
    relations: Sequence[RelationDraft] = ()
    reach: Sequence[ReachDraft] = ()
    statements: Sequence[StatementDraft] = ()
    motives: Sequence[MotiveDraft] = ()
    topics: Sequence[Thing] = ()  # talked about, on whatever occasion

    def things(self) -> Iterable[Thing | None]:
        """Every thing that takes part in a draft."""
        for a in self.appearances:
            yield from (*a.guests, *a.hosts, a.show, *a.platforms, a.place, *a.topics, a.attributed_to)
        for r in self.relations:
            yield from (r.subject, r.object, r.attributed_to)
        for f in self.reach:
            yield from (f.subject if isinstance(f.subject, Thing) else None, f.platform, f.attributed_to)
        for s in self.statements:
            yield s.speaker
        for m in self.motives:
            yield from (m.actor, m.attributed_to)
        yield from self.topics


def _spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))


def _first(thing: Thing) -> tuple[int, int, str]:
    return min(((m.start, m.end, thing.name) for m in thing.mentions), default=(1 << 40, 0, thing.name))


def _entities(reading: Reading, drafts: Drafts) -> dict[Thing, Entity]:
    used = {id(t) for t in drafts.things() if t is not None}
    # A group that somebody wants or has as a public is kept though it stays unsaid whose.
    kept = [
        t
        for t in reading.things
        if id(t) in used or t.type == "Audience" or (t.type != "Topic" and any(m.kind == NAME for m in t.mentions))
    ]
    out: dict[Thing, Entity] = {}
    for n, t in enumerate(sorted(kept, key=_first), 1):
        aliases = tuple(sorted({a for a in t.aliases if a != t.name}))
        mentions = _spans((m.start, m.end) for m in t.mentions)
        roles = tuple(dict.fromkeys(t.roles))
        out[t] = Entity(f"e{n}", t.type, t.name, aliases, roles, mentions, (t.entry.wikidata or None) if t.entry else None)
    return out


def _relations(drafts: Sequence[RelationDraft], of: dict[Thing, Entity]) -> tuple[Relation, ...]:
    """One relation for each subject, type and object (either way round where symmetric), with all its evidence."""
    declared = ontology().relations
    out: dict[tuple[str, str, str], Relation] = {}
    for r in drafts:
        s, o = of[r.subject], of[r.object]
        if s is o or not ontology().allows(s.type, r.predicate, o.type):
            continue
        key = (s.id, r.predicate, o.id)
        if declared[r.predicate].symmetric and (o.id, r.predicate, s.id) in out:
            key = (o.id, r.predicate, s.id)
        who = of[r.attributed_to].id if r.attributed_to else None
        new = Relation(key[0], r.predicate, key[2], who, _spans(r.evidence), r.rule, r.confidence)
        if old := out.get(key):
            best = old if old.confidence >= new.confidence else new
            # What the writer states too is no longer only somebody's claim.
            who = None if None in (old.attributed_to, new.attributed_to) else old.attributed_to
            new = replace(best, attributed_to=who, evidence=_spans((*old.evidence, *new.evidence)))
        out[key] = new
    return tuple(replace(r, confidence=calibrated("relations", r.confidence)) for r in out.values())


def assemble(reading: Reading, drafts: Drafts, extractor: str) -> Facts:
    """The facts of the article, in text order, with ids `e1…` for entities and `a1…` for appearances."""
    of = _entities(reading, drafts)
    text = reading.text
    citing = Citing(reading)

    def ids(things: Iterable[Thing]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(of[t].id for t in things))

    def one(thing: Thing | None) -> str | None:
        return of[thing].id if thing is not None else None

    occasions = sorted(drafts.appearances, key=lambda a: (min(a.evidence, default=(0, 0)), a.rule))
    numbered = {id(a): f"a{n}" for n, a in enumerate(occasions, 1)}
    appearances = tuple(
        Appearance(
            id=numbered[id(a)], kind=a.kind, status=a.status, guests=ids(a.guests), hosts=ids(a.hosts), show=one(a.show),
            platforms=ids(a.platforms), place=one(a.place), date=a.date, date_text=a.date_text, duration_minutes=a.duration_minutes,
            topics=ids(a.topics), evidence=_spans(a.evidence), slot_evidence=citing.of(a),
            attributed_to=one(a.attributed_to), rule=a.rule, confidence=calibrated("appearances", a.confidence),
        )
        for a in occasions
    )  # fmt: skip
    reach = tuple(
        Reach(
            of[f.subject].id if isinstance(f.subject, Thing) else numbered[id(f.subject)], float(f.value), f.unit, f.qualifier,
            one(f.platform), f.as_of, one(f.attributed_to), _spans(f.evidence), f.rule, calibrated("reach", f.confidence),
        )
        for f in sorted(drafts.reach, key=lambda f: (min(f.evidence), f.value))
    )  # fmt: skip
    statements = tuple(
        Statement(
            of[s.speaker].id, s.start, s.end, text[s.start : s.end], s.direct, s.cue,
            ids(t for _, t in reading.within(s.start, s.end) if t in of and t is not s.speaker), _spans(s.evidence), s.rule, calibrated("statements", s.confidence),
        )
        for s in sorted(drafts.statements, key=lambda s: (s.start, s.end))
    )  # fmt: skip
    motives = tuple(
        Motive(
            of[m.actor].id, m.start, m.end, text[m.start : m.end], numbered[id(m.appearance)] if m.appearance else None,
            one(m.attributed_to), _spans(m.evidence), m.rule, calibrated("motives", m.confidence),
        )
        for m in sorted(drafts.motives, key=lambda m: (m.start, m.end))
    )  # fmt: skip
    article = replace(reading.article, extractor=extractor)
    return Facts(article, tuple(of.values()), appearances, _relations(drafts.relations, of), reach, statements, motives)
