"""Fits the weights of what fills the slots of occasions (`etl/transform/appearances/filling.py`), of what kind they are, and whether they took place.

The records that rules make are paired with the annotated ones; an option is right where the annotated record has it in that slot. Articles of
the split `unread` are never learnt from. `check` fits without each fifth of the articles in turn and prints how many fillings, kinds and statuses are right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks import fit_tellings
from benchmarks.fitting import Replacement, Value, columns, folds, logistic, scored
from etl.evaluate.gold import Gold
from etl.evaluate.likeness import Weight, folded, pairs
from etl.transform import appearances, relations
from etl.transform.appearances import filling, slot_hearing
from etl.transform.appearances.kind_cues import kind_cues
from etl.transform.appearances.options import SEVERAL, Option
from etl.transform.appearances.status_cues import status_cues
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading, Thing
from etl.transform.weighing import likelihood

RIDGE, SEEN, SMALLEST = 8.0, 6, 0.03  # penalty, options that a cue must stand on, weights nearer to nothing than this are left out
KIND_RIDGE, STATUS_RIDGE = 4.0, 8.0
FOLDS = 5
TELLING = frozenset(("date", "show", "platform", "place", "topic", "duration"))
ALIKE = 3  # slots that two records must share to be of one occasion, though nobody takes part in both
SLOTS = {"guests": "guest", "hosts": "host", "platforms": "platform", "date": "date", "show": "show", "place": "place"}
MODULE = "appearances/filling_weights"
TOLD = "The weights of what fills the slots of occasions (`filling.py`), fitted by `benchmarks/fit_fillings.py`."
STATES = ("filled", "taken", "open")
Slots = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Record:
    """A record with the options for its slots, each with its verdict, and the cues of its kind and of its status with the right ones."""

    options: tuple[tuple[Option, bool], ...]
    kind_cues: tuple[str, ...]
    kind: str
    status_cues: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Weights:
    """What is fitted: bases and weights by slot and state, by kind, and by status."""

    bases: Mapping[str, float]
    slots: Mapping[str, Mapping[str, float]]
    kind_bases: Mapping[str, float]
    kinds: Mapping[str, Mapping[str, float]]
    status_bases: Mapping[str, float]
    statuses: Mapping[str, Mapping[str, float]]


def _of_one(gold: Slots, found: Slots) -> Weight:
    one, two = ({x for slot, x in s if slot in ("guest", "host")} for s in (gold, found))
    shared = gold & found
    if one & two:
        return (1.0, float(len(shared)))
    return (0.0, float(len(shared))) if len(shared) >= ALIKE and any(slot in TELLING for slot, _ in shared) else ()


@dataclass(frozen=True, slots=True)
class Met:
    """The records of an article that are annotated.

    Attributes:
        reading: the article.
        found: its occasions.
        options: what may fill the slots of each of them.
        wanted: by number of a record what is to fill its slots.
        annotated: and the number of the annotated record.
        names: by the identity of a thing what the annotation calls it.
    """

    reading: Reading
    found: appearances.Occasions
    options: Sequence[Sequence[Option]]
    wanted: Mapping[int, Slots]
    annotated: Mapping[int, int]
    names: Mapping[int, str]

    def fits(self, option: Option, wanted: Slots) -> bool:
        """Whether the option is to fill its slot, if `wanted` are to fill those of the record."""
        value = option.value
        return (SLOTS[option.slot], self.names[id(value)] if isinstance(value, Thing) else value.value) in wanted


def met_of(gold: Gold) -> Met:
    """The records of the article that are annotated, without those that are optional."""
    reading = reading_of(gold.article)
    hear(reading)
    found = appearances.find(reading)
    told = relations.find(reading, found.drafts)
    known = {folded(name): e.name for e in reversed(gold.facts.entities) for name in (e.name, *e.aliases)}

    def name(thing: Thing) -> str:
        return next((known[folded(n)] for n in (thing.name, *thing.aliases) if folded(n) in known), f"?{thing.name}")

    name_of = {e.id: e.name for e in gold.facts.entities}
    annotated = [{(slot, name_of.get(x, x)) for slot, x in fit_tellings.slots(a)} for a in gold.facts.appearances]
    given: list[Slots] = []
    for d in found.drafts:
        mine = {(one, name(t)) for many, one in (*((s, SLOTS[s]) for s in SEVERAL), ("topics", "topic")) for t in getattr(d, many)}
        mine |= {(slot, name(t)) for slot, t in (("show", d.show), ("place", d.place)) if t is not None}
        given.append(mine | {("kind", d.kind), ("status", d.status)} | ({("date", d.date)} if d.date else set()))
    pairs_ = sorted((j, i) for i, j in pairs(annotated, given, _of_one).items() if not gold.is_optional("appearances", i))
    options = appearances.options(reading, found, told)
    names = {id(o.value): name(o.value) for those in options for o in those if isinstance(o.value, Thing)}
    wanted = {j: annotated[i] | {("place", name_of[p]) for p in gold.places[i]} for j, i in pairs_}
    return Met(reading, found, options, wanted, dict(pairs_), names)


def text_of(gold: Gold) -> list[Record]:
    """The records of the article that are annotated."""
    met = met_of(gold)
    reading, found = met.reading, met.found
    heard = slot_hearing.heard(reading, found.records, found.drafts, met.options)
    out = []
    for n, right in met.wanted.items():
        record, rough, wanted = found.records[n], found.drafts[n].kind, gold.facts.appearances[met.annotated[n]]
        kind = kind_cues(reading, found.known, record, rough, found.records)
        status = status_cues(reading, record, rough)
        judged = tuple((option, met.fits(option, right)) for option in heard[n])
        out.append(Record(judged, tuple(kind), wanted.kind, tuple(status), wanted.status))
    return out


def cues_of(option: Option) -> list[str]:
    """The cues of an option, of all its groups."""
    return [cue for group in option.groups for cue in group]


def _by_state(rows: Sequence[tuple[Option, bool]]) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """The bases and the weights by state: a cue has a weight whatever the state, and one of its own in each."""
    cues = [{*cues_of(o), o.state, *(f"{o.state}, {cue}" for cue in cues_of(o))} for o, _ in rows]
    base, weights = logistic(cues, [right for _, right in rows], RIDGE, SEEN, SMALLEST)
    bases, tables = {}, {}
    seen = sorted(columns((cues_of(o) for o, _ in rows), SEEN))
    for state in STATES:
        bases[state] = round(base + weights.get(state, 0.0), 2)
        summed = {cue: round(weights.get(cue, 0.0) + weights.get(f"{state}, {cue}", 0.0), 2) for cue in seen}
        tables[state] = {cue: weight for cue, weight in summed.items() if abs(weight) >= SMALLEST}
    return bases, tables


def fit(texts: Sequence[Sequence[Record]]) -> Weights:
    """The weights."""
    found = [record for records in texts for record in records]
    bases, slots = {}, {}
    for slot in SLOTS:
        of_state, tables = _by_state([(o, right) for r in found for o, right in r.options if o.slot == slot])
        for state in STATES:
            bases[f"{slot} {state}"], slots[f"{slot} {state}"] = of_state[state], tables[state]
    kinds = _one_of([r.kind_cues for r in found], [r.kind for r in found], KIND_RIDGE)
    return Weights(bases, slots, *kinds, *_one_of([r.status_cues for r in found], [r.status for r in found], STATUS_RIDGE))


def _one_of(rows: Sequence[Sequence[str]], right: Sequence[str], ridge: float) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """The bases and weights of each of several that exclude each other; a rule's word counts fully, however rare what it says is."""
    cues = [set(row) for row in rows]
    seen = columns(cues, SEEN)
    bases, tables = {}, {}
    for one in sorted(set(right)):
        free = [cue for cue in (f"by rule {one}",) if cue in seen]
        bases[one], tables[one] = logistic(cues, [r == one for r in right], ridge, SEEN, SMALLEST, free)
    return bases, tables


def values(weights: Weights) -> dict[str, Value]:
    """What the module of the weights holds."""
    slots = {"BASES": weights.bases, "WEIGHTS": weights.slots, "KIND_BASES": weights.kind_bases, "KINDS": weights.kinds}
    return {**slots, "STATUS_BASES": weights.status_bases, "STATUSES": weights.statuses}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of."""
    return [(filling, name, value) for name, value in values(weights).items()]


def check(texts: Sequence[Sequence[Record]]) -> None:
    """Print how many fillings and kinds are right, by weights fitted without their article."""
    counts: Counter[tuple[str, str]] = Counter()
    for known, held in folds(texts, FOLDS):
        weights = fit(known)
        for record in (r for text in held for r in text):
            _count(record, weights, counts)
    for slot in (*SLOTS, "kind", "status"):
        print(f"{slot:9} {scored(*(counts[slot, what] for what in ('asked', 'given', 'right')))}")


def _count(record: Record, weights: Weights, counts: Counter[tuple[str, str]]) -> None:
    for option, right in record.options:
        key = f"{option.slot} {option.state}"
        given = filling.taken(option, likelihood(cues_of(option), weights.bases[key], weights.slots[key]))
        counts[option.slot, "asked"] += right
        counts[option.slot, "given"] += given
        counts[option.slot, "right"] += given and right
    kind = filling.chosen(record.kind_cues, weights.kind_bases, weights.kinds)
    status = filling.chosen(record.status_cues, weights.status_bases, weights.statuses)
    for what, right in (("kind", kind == record.kind), ("status", status == record.status)):
        counts.update([(what, "asked"), (what, "given")])
        counts[what, "right"] += right
