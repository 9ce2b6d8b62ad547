"""Fits the weights of motives to annotated articles: logistic regression with a ridge penalty.

A candidate tells a motive where half of the shorter of it and an annotated stretch is shared; those of optional motives are left out.
Whose it is is learnt from the candidates that do. Articles of the split `unread` are never learnt from. `--check` fits without each eighth
of the articles in turn and prints the score on the rest for some levels of likelihood.

    python -m benchmarks.fit_motives [--check] [FOLDER ...]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.fitting import conditional, folds, logistic, named, scored, wanted, write
from etl.evaluate.gold import Gold
from etl.transform import appearances, coreference, motives, relations, statements
from etl.transform.motive_choice import Option, Weights, choose
from etl.transform.motive_clues import Clue
from etl.transform.pipeline import reading_of

RIDGE, ACTOR_RIDGE, SEEN = 20.0, 12.0, 10  # penalties, candidates that a cue must stand on
SMALLEST = 0.02  # weights nearer to nothing are left out
FOLDS = 8
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

    def shared(self, candidate: Candidate) -> bool:
        """Whether half of the shorter of the two is shared."""
        clue = candidate.clue
        shorter = min(self.end - self.start, clue.end - clue.start)
        return min(self.end, clue.end) - max(self.start, clue.start) >= 0.5 * shorter


@dataclass(frozen=True, slots=True)
class Text:
    """An article's candidates and what is to be found."""

    candidates: tuple[Candidate, ...]
    wanted: tuple[Wanted, ...]
    names: Mapping[int, str]


def text_of(gold: Gold) -> Text:
    """The candidates of an article."""
    reading = reading_of(gold.article)
    said = statements.find(reading)
    for s in said:
        reading.spoken(s.start, s.end, s.speaker)
    coreference.first_person(reading)
    occasions = appearances.find(reading).drafts
    relations.find(reading, occasions)
    clues, actors = motives.marked(reading, occasions, said)
    found = tuple(Candidate(clue, tuple(actors.options(clue))) for clue in clues)
    annotated = tuple(Wanted(m.start, m.end, m.actor, gold.is_optional("motives", n)) for n, m in enumerate(gold.facts.motives))
    return Text(found, annotated, named(reading, gold.facts))


def fit(texts: Sequence[Text]) -> Weights:
    """The weights."""
    rows, right = [], []
    whose = []
    for text in texts:
        for c in text.candidates:
            told = [w for w in text.wanted if w.shared(c)]
            actors = {w.actor for w in told}
            theirs = [n for n, (thing, _) in enumerate(c.options) if text.names[id(thing)] in actors]
            if theirs and len(c.options) > 1:
                whose.append(([cues for _, cues in c.options], theirs))
            if not told or not all(w.optional for w in told):
                rows.append(c.clue.cues)
                right.append(bool(told))
    return Weights(*logistic(rows, right, RIDGE, SEEN, SMALLEST), conditional(whose, ACTOR_RIDGE, SEEN, SMALLEST))


def score(text: Text, weights: Weights, level: float) -> Counter[str]:
    """How many motives are asked for, given and right."""
    options = {id(c.clue): c for c in text.candidates}
    out: Counter[str] = Counter(gold=sum(not w.optional for w in text.wanted))
    left = list(text.wanted)
    for chosen in choose([c.clue for c in text.candidates], lambda clue: options[id(clue)].options, weights, level):
        candidate = options[id(chosen.clue)]
        hit = next((w for w in left if w.actor == text.names[id(chosen.actor)] and w.shared(candidate)), None)
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


def main() -> None:
    """Fit, and write the module; or cross-validate."""
    texts, checked = wanted(__doc__, text_of)
    if checked:
        check(texts)
        return
    weights = fit(texts)
    told = "The weights of the cues of motives (`motive_choice.py`), fitted by `benchmarks/fit_motives.py`."
    print(write("motive_weights", told, {"BASE": weights.base, "STRETCH": weights.stretch, "ACTOR": weights.actor}))


if __name__ == "__main__":
    main()
