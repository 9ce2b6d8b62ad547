"""Fits the weights of motives to annotated articles: logistic regression with a ridge penalty.

A candidate tells a motive where half of the shorter of it and an annotated stretch is shared; those of optional motives are left out.
Whose it is is learnt from the candidates that do. Articles of the split `unread` are never learnt from. `--check` fits without each eighth
of the articles in turn and prints the score on the rest for some levels of likelihood.

    python -m benchmarks.fit_motives [--check] [FOLDER ...]
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.fitting import columns, learnt, write
from etl.evaluate.gold import Gold, read_gold
from etl.transform import appearances, coreference, motives, relations, statements
from etl.transform.motive_choice import Option, Weights, choose
from etl.transform.motive_clues import Clue
from etl.transform.pipeline import reading_of
from etl.transform.reading import Thing

RIDGE, ACTOR_RIDGE, STEPS, SEEN = 20.0, 12.0, 9, 10  # penalties, Newton steps, candidates that a cue must stand on
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
    occasions = appearances.find(reading)
    relations.find(reading, occasions)
    clues, actors = motives.marked(reading, occasions, said)
    found = tuple(Candidate(clue, tuple(actors.options(clue))) for clue in clues)
    known = {name: e.name for e in reversed(gold.facts.entities) for name in (e.name, *e.aliases)}
    wanted = tuple(Wanted(m.start, m.end, m.actor, gold.is_optional("motives", n)) for n, m in enumerate(gold.facts.motives))
    return Text(found, wanted, {id(t): _name(t, known) for t in reading.things})


def _name(thing: Thing, known: Mapping[str, str]) -> str:
    return next((known[n] for n in (thing.name, *thing.aliases) if n in known), f"?{thing.name}")


def fit(texts: Sequence[Text]) -> Weights:
    """The weights."""
    rows, right = [], []
    for text in texts:
        for c in text.candidates:
            told = [w for w in text.wanted if w.shared(c)]
            if told and all(w.optional for w in told):
                continue
            rows.append(c.clue.cues)
            right.append(float(bool(told)))
    numbers = columns(rows, SEEN)
    x = np.zeros((len(rows), len(numbers) + 1))
    x[:, -1] = 1
    for n, cues in enumerate(rows):
        x[n, [numbers[c] for c in cues if c in numbers]] = 1
    penalty = np.full(x.shape[1], RIDGE)
    penalty[-1] = 0.01
    y, w = np.array(right), np.zeros(x.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        w -= np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(penalty), x.T @ (p - y) + penalty * w)
    return Weights(round(float(w[-1]), 2), _table(numbers, w), _fit_actors(texts))


def _fit_actors(texts: Sequence[Text]) -> dict[str, float]:
    groups = []
    for text in texts:
        for c in text.candidates:
            actors = {w.actor for w in text.wanted if w.shared(c)}
            right = [n for n, (thing, _) in enumerate(c.options) if text.names[id(thing)] in actors]
            if right and len(c.options) > 1:
                groups.append(([cues for _, cues in c.options], right))
    numbers = columns([cues for options, _ in groups for cues in options], SEEN)
    cases = []
    for options, right in groups:
        x = np.zeros((len(options), len(numbers)))
        for n, cues in enumerate(options):
            x[n, [numbers[c] for c in cues if c in numbers]] = 1
        cases.append((x, right))
    w = np.zeros(len(numbers))
    for _ in range(STEPS):
        slope, curve = ACTOR_RIDGE * w, np.eye(len(numbers)) * ACTOR_RIDGE
        for x, right in cases:
            s = np.exp(x @ w - (x @ w).max())
            p = s / s.sum()
            target = np.zeros(len(p))
            target[right] = p[right] / p[right].sum()
            mean = x.T @ p
            slope += x.T @ (p - target)
            curve += (x.T * p) @ x - np.outer(mean, mean)
        w -= np.linalg.solve(curve, slope)
    return _table(numbers, w)


def _table(columns: Mapping[str, int], w: np.ndarray) -> dict[str, float]:
    return {cue: round(float(w[n]), 2) for cue, n in columns.items() if abs(w[n]) >= SMALLEST}


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
    for fold in range(FOLDS):
        weights = fit([t for n, t in enumerate(texts) if n % FOLDS != fold])
        for text in (t for n, t in enumerate(texts) if n % FOLDS == fold):
            for level in LEVELS:
                tally[level].update(score(text, weights, level))
    for level, c in tally.items():
        print(
            f"{level:.2f} precision {c['right'] / c['given']:.3f} recall {c['right'] / c['gold']:.3f} F1 {2 * c['right'] / (c['given'] + c['gold']):.3f}"
        )


def main() -> None:
    """Fit, and write the module; or cross-validate."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("folders", nargs="*", default=["data/gold"], help="folders with NAME.md and NAME.gold.json (default: data/gold)")
    command.add_argument("--check", action="store_true", help="cross-validate instead, and write nothing")
    args = command.parse_args()
    texts = [text_of(read_gold(folder, name)) for folder, name in learnt(args.folders)]
    if args.check:
        check(texts)
        return
    weights = fit(texts)
    told = "The weights of the cues of motives (`motive_choice.py`), fitted by `benchmarks/fit_motives.py`."
    print(write("motive_weights", told, {"BASE": weights.base, "STRETCH": weights.stretch, "ACTOR": weights.actor}))


if __name__ == "__main__":
    main()
