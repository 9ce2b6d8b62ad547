"""Fits the weights of motives to annotated articles: logistic regression with a ridge penalty.

A candidate tells a motive where half of the shorter of it and an annotated stretch is shared; those of optional motives are left out.
Whose it is is learnt from the candidates that do. How likely both are right is learnt from what weights say that have not seen the
article, and from what networks hear that have not (`fit_motive_network.py`, `fit_actor_network.py`). Articles of the split `unread`
are never learnt from. `check` fits without each fifth of the articles in turn and prints the score on the rest for some levels of likelihood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import log

from benchmarks.fitting import Replacement, Value, conditional, folds, judged, logistic, named, scored
from etl.evaluate.gold import Gold
from etl.transform import appearances, motive_choice, motive_clues, motives, relations
from etl.transform.hearing_mentions import Option
from etl.transform.motive_bounds import is_early
from etl.transform.motive_choice import Weights, choose
from etl.transform.motive_clues import Clue
from etl.transform.motive_options import Actors
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from etl.transform.weighing import likeliest, strength

RIDGE, LATE_RIDGE, SEEN = 5.0, 20.0, 6  # penalties, candidates that a cue must stand on
ACTOR_RIDGE, ACTOR_SEEN = 12.0, 10
SMALLEST = 0.02  # weights nearer to nothing are left out
FOLDS = 5
WEAK = -4.0  # strength of stretches below which nothing is likely, whoever acts
MODULE = "motive_weights"
TOLD = "The weights of the cues of motives (`motive_choice.py`), fitted by `benchmarks/fit_motives.py`."
AS_SAID = {"base": 0.0, "stretch": 1.0, "heard": 0.0, "actor": 1.0}
LEVELS = (0.2, 0.25, 0.3, 0.35, 0.4)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch with those whose motive it may be."""

    clue: Clue
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """An annotated motive."""

    start: int
    end: int
    actor: str
    optional: bool

    def shared(self, clue: Clue) -> bool:
        """Whether half of the shorter of the two is shared."""
        shorter = min(self.end - self.start, clue.end - clue.start)
        return min(self.end, clue.end) - max(self.start, clue.start) >= 0.5 * shorter


@dataclass(frozen=True, slots=True)
class Text:
    """An article's candidates and what is to be found."""

    candidates: tuple[Candidate, ...]
    wanted: tuple[Wanted, ...]
    names: Mapping[int, str]


def clues_of(gold: Gold) -> tuple[Reading, list[Clue], Actors]:
    """An article read, all stretches that may tell a motive, and who tells whose each may be."""
    reading = reading_of(gold.article)
    said = hear(reading)
    occasions = appearances.find(reading)
    appearances.fill(reading, occasions, relations.find(reading, occasions.drafts))
    return reading, *motives.marked(reading, occasions.drafts, said)


def wanted_of(gold: Gold) -> tuple[Wanted, ...]:
    """The annotated motives of an article."""
    return tuple(Wanted(m.start, m.end, m.actor, gold.is_optional("motives", n)) for n, m in enumerate(gold.facts.motives))


def told(wanted: Sequence[Wanted], clue: Clue) -> list[Wanted]:
    """The annotated motives that a stretch tells."""
    return [w for w in wanted if w.shared(clue)]


def text_of(gold: Gold) -> Text:
    """The candidates of an article."""
    reading, clues, actors = clues_of(gold)
    found = tuple(Candidate(clue, tuple(options)) for clue, options in zip(clues, actors.options(clues), strict=True))
    return Text(found, wanted_of(gold), named(reading, gold.facts))


def fit(texts: Sequence[Text]) -> Weights:
    """The weights."""
    judged_, alone = _judged(texts)
    return replace(_unjudged(texts), judged=judged_, alone=alone)


def values(weights: Weights) -> dict[str, Value]:
    """What the module of the weights holds."""
    return {"BASE": weights.base, "JUDGED": weights.judged, "ALONE": weights.alone, "STRETCH": weights.stretch, "ACTOR": weights.actor}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of; the bounds of the kept ones are not theirs."""
    return [(motive_choice, "FITTED", weights), (motive_clues, "hopeless", lambda *_, **__: False)]


def _judged(texts: Sequence[Text]) -> tuple[dict[str, float], dict[str, float]]:
    """How likely both stretch and actor are right by what weights say of them that have not seen the article, with the network and without."""
    rows, right = [], []
    for known, held in folds(texts, FOLDS):
        weights = _unjudged(known)
        for text in held:
            for c in text.candidates:
                wanted = told(text.wanted, c.clue)
                says = strength(c.clue.cues, weights.base, weights.stretch)
                if says < WEAK or not c.options or c.clue.heard is None or (wanted and all(w.optional for w in wanted)):
                    continue
                which, share = likeliest([cues for _, cues in c.options], weights.actor)
                rows.append((says, c.clue.heard, log(share)))
                right.append(text.names[id(c.options[which][0])] in {w.actor for w in wanted})
    stretch, heard, actor, base = judged(rows, right)
    by_cues, whose, without = judged([(says, share) for says, _, share in rows], right)
    return {"base": base, "stretch": stretch, "heard": heard, "actor": actor}, {"base": without, "stretch": by_cues, "actor": whose}


def _penalty(cue: str) -> float:
    """Cues that are asked for late are to count little, so that they need be asked about few stretches."""
    return RIDGE if is_early(cue) else LATE_RIDGE


def _unjudged(texts: Sequence[Text]) -> Weights:
    """The weights, as if what they say were to be taken at its word."""
    rows, right = [], []
    whose = []
    for text in texts:
        for c in text.candidates:
            wanted = told(text.wanted, c.clue)
            actors = {w.actor for w in wanted}
            theirs = [n for n, (thing, _) in enumerate(c.options) if text.names[id(thing)] in actors]
            if theirs and len(c.options) > 1:
                whose.append(([cues for _, cues in c.options], theirs))
            if not wanted or not all(w.optional for w in wanted):
                rows.append(c.clue.cues)
                right.append(bool(wanted))
    return Weights(
        *logistic(rows, right, _penalty, SEEN, SMALLEST), conditional(whose, ACTOR_RIDGE, ACTOR_SEEN, SMALLEST), AS_SAID, AS_SAID
    )


def score(text: Text, weights: Weights, level: float) -> Counter[str]:
    """How many motives are asked for, given and right."""
    options = {id(c.clue): c for c in text.candidates}
    out: Counter[str] = Counter(gold=sum(not w.optional for w in text.wanted))
    left = list(text.wanted)
    for chosen in choose([c.clue for c in text.candidates], lambda clues: [options[id(clue)].options for clue in clues], weights, level):
        candidate = options[id(chosen.clue)]
        hit = next((w for w in left if w.actor == text.names[id(chosen.actor)] and w.shared(candidate.clue)), None)
        if hit is not None:
            left.remove(hit)
        out["given"] += hit is None or not hit.optional
        out["right"] += hit is not None and not hit.optional
    return out


def check(texts: Sequence[Text]) -> None:
    """Print the score of weights that were fitted without the article."""
    tally = {level: Counter[str]() for level in LEVELS}
    for known, held in folds(texts, FOLDS):
        weights = fit(known)
        for text in held:
            for level in LEVELS:
                tally[level].update(score(text, weights, level))
    for level, c in tally.items():
        print(f"{level:.2f} {scored(c['gold'], c['given'], c['right'])}")
