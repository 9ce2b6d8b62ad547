"""Fits the weights that say which numbers of an article count an audience, and in what unit, to annotated articles.

Whether a number does is a logistic model over its cues, in what unit a softmax over the same cues, both with a ridge penalty. A number
counts one where an annotated figure has its value and no other number of the article has it; those of optional figures, and of several
numbers of one value all but those that hand-written wordings take for figures, are left out. The plain sentences of `plain_figures.txt`
are learnt too, since articles of the field have few numbers that count no audience; articles of the split `unread` never are. `check` fits
without each eighth of the articles in turn and prints the score on the rest for some levels of likelihood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.fitting import Replacement, Value, columns, folds, logistic, matrix, table
from etl.evaluate.gold import Gold
from etl.transform import figure_choice
from etl.transform.figure_choice import UNITS, Weights, counting, unit_of
from etl.transform.figure_cues import cues
from etl.transform.figures import Figure, told
from etl.transform.numbers import numbers
from etl.transform.pipeline import reading_of
from graph.records import FAMILIES, Article, Entity, Facts, Reach

RIDGE, UNIT_RIDGE, SEEN = 5.0, 6.0, 5  # penalties, numbers that a cue must stand on
STEPS = 100  # of the fit of units
SMALLEST = 0.03  # weights nearer to nothing are left out
FOLDS = 8
PLAIN = Path(__file__).with_name("plain_figures.txt")
MARKED = re.compile(r"\{(\w+)\|([^{}]*)\}")
MODULE = "figure_weights"
TOLD = "The weights of the cues of figures (`figure_cues.py`), fitted by `benchmarks/fit_figures.py`."
LEVELS = (0.3, 0.35, 0.4, 0.45, 0.5)


@dataclass(frozen=True, slots=True)
class Case:
    """A number of an article: its cues, the unit that it counts in ("" where it counts no audience), None where that is not known."""

    cues: tuple[str, ...]
    unit: str | None
    told: str
    value: float


@dataclass(frozen=True, slots=True)
class Text:
    """An article's numbers and its annotated figures."""

    cases: tuple[Case, ...]
    wanted: tuple[tuple[float, str, bool], ...]


def same(a: float, b: float) -> bool:
    """Whether two figures are the same, to a hundredth."""
    return abs(a - b) <= 0.01 * abs(a)


def text_of(gold: Gold) -> Text:
    """The numbers of an article."""
    reading = reading_of(gold.article)
    annotated = tuple((r.value, r.unit, gold.is_optional("reach", n)) for n, r in enumerate(gold.facts.reach))
    found = list(told(reading))
    cases = []
    last: Figure | None = None
    for number, figure in found:
        value = number.value or 0.0
        right = [w for w in annotated if same(w[0], value)]
        alike = [f for n, f in found if same(n.value or 0.0, value)]
        unit: str | None = ""
        if right:
            real = [f for f in alike if f is not None and f.real]
            clear = len(alike) <= len(right) or (real and figure is not None and figure.real)
            if clear and not all(optional for *_, optional in right):
                units = [w[1] for w in right]
                unit = figure.unit if figure is not None and figure.unit in units else units[0]
            else:
                unit = "" if len(alike) > len(right) and real and not any(o for *_, o in right) else None
        cases.append(Case(cues(reading, number, figure, last), unit, figure.unit if figure is not None and figure.real else "", value))
        if unit:
            last = Figure(number, unit, number.start, "likely")
    return Text(tuple(cases), annotated)


def plain() -> list[Gold]:
    """The plain sentences of `plain_figures.txt`: "{viewers|31,000}" counts viewers, a number without a mark counts no audience."""
    show = Entity("Night Desk", "Show", "Night Desk")
    out = []
    for line in PLAIN.read_text(encoding="utf-8").splitlines():
        article = Article("plain", MARKED.sub(r"\2", line), published="2025-03-04")
        reach = tuple(Reach(show.id, _value(figure), unit) for unit, figure in MARKED.findall(line))
        out.append(Gold(article, Facts(article, (show,), reach=reach), dict.fromkeys(FAMILIES, frozenset()), ()))
    return out


def _value(figure: str) -> float:
    (number,) = numbers(figure)
    assert number.value is not None, figure
    return number.value


def fit(texts: Sequence[Text]) -> Weights:
    """The weights."""
    cases = [c for text in texts for c in text.cases if c.unit is not None]
    told_of = logistic([c.cues for c in cases], [bool(c.unit) for c in cases], RIDGE, SEEN, SMALLEST)
    return Weights(*told_of, _fit_units([c for c in cases if c.unit]))


def _fit_units(cases: Sequence[Case]) -> dict[str, dict[str, float]]:
    """By unit what the cues add to it."""
    numbers = columns([c.cues for c in cases], SEEN)
    x = matrix([c.cues for c in cases], numbers, base=True)
    y = np.array([[float(c.unit == unit) for unit in UNITS] for c in cases])
    # Steps by the bound of the softmax's curvature that Böhning (1992) gives, quickened after Nesterov: one inverse serves them all.
    curve = np.linalg.inv(0.5 * x.T @ x + np.eye(x.shape[1]) * UNIT_RIDGE)
    w = ahead = np.zeros((x.shape[1], len(UNITS)))
    for step in range(STEPS):
        z = x @ ahead
        p = np.exp(z - z.max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        new = ahead - curve @ (x.T @ (p - y) + UNIT_RIDGE * ahead)
        w, ahead = new, new + step / (step + 3) * (new - w)
    return {unit: {"": round(float(w[-1, n]), 2), **table(numbers, w[:, n], SMALLEST)} for n, unit in enumerate(UNITS)}


def values(weights: Weights) -> dict[str, Value]:
    """What the module of the weights holds."""
    return {"BASE": weights.base, "AUDIENCE": weights.audience, "UNIT": weights.unit}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of."""
    return [(figure_choice, "FITTED", weights)]


def score(text: Text, chosen: Sequence[tuple[float, str]]) -> Counter[str]:
    """How many figures are asked for, given, found, and found in their unit."""
    out: Counter[str] = Counter(gold=sum(not o for *_, o in text.wanted))
    left = list(text.wanted)
    for value, unit in dict.fromkeys(chosen):
        hit = next((w for w in left if same(w[0], value) and w[1] == unit), None) or next((w for w in left if same(w[0], value)), None)
        if hit is not None:
            left.remove(hit)
        out["given"] += hit is None or not hit[2]
        out["found"] += hit is not None and not hit[2]
        out["right"] += hit is not None and not hit[2] and hit[1] == unit
    return out


def check(texts: Sequence[Text], plainly: Sequence[Text]) -> None:
    """Print the score of weights that were fitted without the article, but to the plain sentences `plainly` of all."""
    tally: dict[float, Counter[str]] = {level: Counter() for level in (0.0, *LEVELS)}
    for known, held in folds(texts, FOLDS):
        weights = fit([*known, *plainly])
        for text in held:
            tally[0.0].update(score(text, [(c.value, c.told) for c in text.cases if c.told]))
            for level in LEVELS:
                tally[level].update(
                    score(
                        text,
                        [(c.value, unit_of(c.cues, c.told or None, weights)) for c in text.cases if counting(c.cues, weights) >= level],
                    )
                )
    for level, c in tally.items():
        points = 2 * (c["found"] + c["right"]) / 2 / (c["given"] + c["gold"])
        print(f"{level:.2f} given {c['given']} of {c['gold']}, found {c['found']}, in their unit {c['right']}, F1 {points:.3f}")
