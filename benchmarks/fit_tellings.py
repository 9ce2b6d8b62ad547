"""Fits the weights of loose tellings (`etl/transform/appearances/telling_weights.py`) to gold articles: logistic regression with a ridge penalty.

A candidate counts as an occasion where it shares a person, a telling slot and nearly half of its slots with a gold record; candidates
that constructions have told already, and those of optional records, are left out. Articles of the split `unread` are never learnt from; a folder named
several times counts as often. `check` fits without each eighth of the articles in turn and prints how well the rest is told for some levels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.fitting import Replacement, Value, folds, logistic
from etl.evaluate.gold import Gold
from etl.evaluate.verdicts import Names
from etl.transform.appearances import draft, telling_weights
from etl.transform.appearances.answers import Telling
from etl.transform.appearances.completion import complete, kind_of
from etl.transform.appearances.evidence import NEEDED, probability
from etl.transform.appearances.finding import Finder
from etl.transform.appearances.occasion_hearing import HEARD, OccasionHearing
from etl.transform.appearances.programmes import programmes
from etl.transform.appearances.records import covered
from etl.transform.appearances.sections import sections
from etl.transform.appearances.spots import Spots
from etl.transform.appearances.tellings import Teller
from etl.transform.assembly import Drafts, assemble
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from etl.transform.weighing import likelihood
from graph.records import Appearance

TELLING = ("show", "host", "platform", "date", "place", "duration")
SHARE = 0.45  # of a candidate's slots that must be right
RIDGE, WORD_RIDGE, SEEN = 8.0, 16.0, 6  # penalties, candidates that a cue must stand on
WORDS = ("says ", "has ", "does ", "nsubj", "dobj ", "attr ")  # with these begin cues of words
SMALLEST = 0.05  # weights nearer to nothing are left out
FOLDS = 8
LEVELS = (0.3, 0.4, 0.5, 0.6)
MODULE = "appearances/telling_weights"
TOLD = "The weights of the cues of loose tellings (`evidence.py`), fitted by `benchmarks/fit_tellings.py`."
Row = tuple[set[str], bool]
Table = tuple[float, dict[str, float]]  # the base, and the weight of each cue


def slots(a: Appearance, names: Names | None = None) -> set[tuple[str, str]]:
    """The slots of a record, with the gold's names where `names` tells them."""

    def name(entity: str) -> str:
        return names[entity] if names is not None else entity

    out = {("guest", name(g)) for g in a.guests} | {("host", name(h)) for h in a.hosts} | {("platform", name(p)) for p in a.platforms}
    out |= {("topic", name(t)) for t in a.topics} | {("kind", a.kind), ("status", a.status)}
    out |= {(slot, name(x)) for slot, x in (("show", a.show), ("place", a.place)) if x}
    if a.date:
        out.add(("date", a.date))
    if a.duration_minutes:
        out.add(("duration", str(round(a.duration_minutes))))
    return out


@dataclass(frozen=True, slots=True)
class Candidates:
    """The candidates of an article, those that constructions have told already and those of optional records left out.

    Attributes:
        reading: the article.
        spots: where they were looked for.
        told: they, in text order.
        right: whether each is an occasion.
    """

    reading: Reading
    spots: Spots
    told: tuple[Telling, ...]
    right: tuple[bool, ...]


def text_of(gold: Gold) -> list[Row]:
    """The cues of each candidate of the article, and whether it is an occasion."""
    found = candidates(gold, heard=True)
    return [(telling.cues, right) for telling, right in zip(found.told, found.right, strict=True)]


def candidates(gold: Gold, *, heard: bool) -> Candidates:
    """The candidates of an article; `heard` says whether what the network says is to be among their cues."""
    reading = reading_of(gold.article)
    hear(reading)
    known = programmes(reading)
    finder, spots, parted = Finder(reading, known), Spots(reading, known), sections(reading, known)
    teller, hearing = Teller(reading, finder, spots), OccasionHearing(reading, spots)
    loose: list[Telling] = []
    for sent in reading.sentences:
        section = next((s for s in parted if s.start <= sent.start_char < s.end), None)
        told, frames = teller.tellings(sent, section), finder.frames(sent, spots.items[sent.start_char])
        if heard:
            hearing.note(told)
        fresh = [t for t in told if not covered(t, frames)]
        teller.remember([*frames, *(t.frame for t in fresh if probability(t) >= NEEDED)], told)
        for telling in fresh:
            if section is not None:
                section.fill(telling.frame)
            complete(reading, telling.frame, known)
            loose.append(telling)
    facts = assemble(reading, Drafts(appearances=[draft(t.frame, kind_of(reading, t.frame, known)) for t in loose]), "")
    names = Names(gold, facts)
    annotated = [(slots(a), gold.is_optional("appearances", n)) for n, a in enumerate(gold.facts.appearances)]
    kept, right = [], []
    for telling, found in zip(loose, facts.appearances, strict=True):
        given = slots(found, names)
        best = max(((len(given & w), optional) for w, optional in annotated if _meets(given, w)), default=(0, False))
        if not best[1]:
            kept.append(telling)
            right.append(best[0] >= SHARE * len(given))
    return Candidates(reading, spots, tuple(kept), tuple(right))


def _meets(given: set[tuple[str, str]], wanted: set[tuple[str, str]]) -> bool:
    one, two = ({x for slot, x in s if slot in ("guest", "host")} for s in (given, wanted))
    shared = given & wanted
    return bool(one & two) and (any(slot in TELLING for slot, _ in shared) or bool(shared & {("kind", "post"), ("status", "declined")}))


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights beside what the network says, and those without it."""

    heard: Table
    alone: Table


def fit(texts: Sequence[Sequence[Row]]) -> Weights:
    """Both."""
    rows = [row for rows in texts for row in rows]
    return Weights(_fit(rows), _fit([({cue for cue in noted if not cue.startswith(HEARD)}, good) for noted, good in rows]))


def _fit(rows: Sequence[Row]) -> Table:
    return logistic([noted for noted, _ in rows], [good for _, good in rows], _penalty, SEEN, SMALLEST)


def _penalty(cue: str) -> float:
    return WORD_RIDGE if cue.startswith(WORDS) else RIDGE


def values(weights: Weights) -> dict[str, Value]:
    """What the module of the weights holds."""
    (base, table), (base_alone, alone) = weights.heard, weights.alone
    return {"BASE": base, "WEIGHTS": table, "BASE_ALONE": base_alone, "ALONE": alone}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of."""
    return [(telling_weights, name, value) for name, value in values(weights).items()]


def check(texts: Sequence[Sequence[Row]]) -> None:
    """Print for some levels how many candidates are given and how many of them are right, by weights fitted without their article."""
    told: list[tuple[float, bool]] = []
    for known, held in folds(texts, FOLDS):
        base, weights = _fit([row for rows in known for row in rows])
        told += [(likelihood(sorted(noted), base, weights), good) for rows in held for noted, good in rows]
    for level in LEVELS:
        given = [good for likely, good in told if likely >= level]
        print(f"{level:.2f} given {len(given)}, right {sum(given)} of {sum(good for _, good in told)}")
