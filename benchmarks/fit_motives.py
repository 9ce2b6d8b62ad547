"""Fits the weights of motives (`etl/transform/motive_weights.py`) to gold articles and short passages: logistic regression with a ridge.

What is weighed are statements that no construction has told already. A statement counts as a motive where it shares half of the shorter of the two with a motive of the gold file, whoever the actor is; those
of optional motives count half. Articles of the split `unread` are never learnt from. Passages (`motive_paragraphs.txt`) hold more motives
than articles do: a cue of their own takes that up and is left out of the table.

    python benchmarks/fit_motives.py data/gold [FOLDER ...] > weights.txt
    python benchmarks/fit_motives.py --folds 8 data/gold [FOLDER ...]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from etl.evaluate.floors import UNREAD, has_splits, split_of
from etl.evaluate.gold import gold_names, read_gold
from etl.evaluate.likeness import shared_of_shorter
from etl.transform import appearances, coreference, motives, statements
from etl.transform.pipeline import reading_of
from graph.records import Article, Span

PASSAGES = Path(__file__).with_name("motive_paragraphs.txt")
MARK = re.compile(r"\[\[(?P<optional>\??)[^|\]]+\|(?P<words>[^\]]*)\]\]")
PASSAGE = "passage"
ENOUGH = 0.5  # of the shorter stretch
OPTIONAL = 0.5  # weight of a statement that only an optional motive bears out
RIDGE, STEPS, SEEN = 20.0, 40, 6  # penalty, Newton steps, statements that a cue must stand on
SMALLEST = 0.03  # weights nearer to nothing are left out


@dataclass(frozen=True, slots=True)
class Row:
    """A statement with its cues: whether it is a motive, and how much it counts."""

    cues: frozenset[str]
    good: bool
    weight: float


def passages() -> Iterator[tuple[Article, list[tuple[Span, bool]]]]:
    """The passages as articles, with their motives (stretch, whether optional)."""
    for n, block in enumerate(re.split(r"^---\n", PASSAGES.read_text(encoding="utf-8"), flags=re.M)[1:]):
        marked, text, at = " ".join(block.split()), "", 0
        wanted: list[tuple[Span, bool]] = []
        for m in MARK.finditer(marked):
            text += marked[at : m.start()]
            wanted.append(((len(text), len(text) + len(m["words"])), bool(m["optional"])))
            text, at = text + m["words"], m.end()
        yield Article(f"passage-{n}", text + marked[at:], published="2026-03-10"), wanted


def rows(article: Article, wanted: Sequence[tuple[Span, bool]], further: frozenset[str] = frozenset()) -> list[Row]:
    """The statements of `article`, held against the motives that are `wanted`."""
    reading = reading_of(article)
    said = statements.find(reading)
    for s in said:
        reading.spoken(s.start, s.end, s.speaker)
    coreference.first_person(reading)
    out = []
    for reason in motives.candidates(reading, appearances.find(reading), said)[1]:
        optional = [o for span, o in wanted if shared_of_shorter((reason.start, reason.end), span) >= ENOUGH]
        out.append(Row(reason.cues | further, bool(optional), OPTIONAL if optional and all(optional) else 1.0))
    return out


def fit(learnt: Sequence[Row]) -> tuple[dict[str, float], float]:
    """The weight of each cue, and the bias."""
    seen = Counter(cue for row in learnt for cue in row.cues)
    columns = sorted(cue for cue, n in seen.items() if n >= SEEN)
    x = np.array([[cue in row.cues for cue in columns] + [True] for row in learnt], dtype=float)
    y, counts = np.array([row.good for row in learnt], dtype=float), np.array([row.weight for row in learnt])
    w = np.zeros(x.shape[1])
    ridge = np.eye(len(w)) * RIDGE
    ridge[-1, -1] = 1e-6
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T @ (x * (counts * p * (1 - p) + 1e-6)[:, None]) + ridge, x.T @ (counts * (y - p)) - ridge @ w)
    return {cue: float(v) for cue, v in zip(columns, w[:-1], strict=True)}, float(w[-1])


def main() -> None:
    """Print the table for `motive_weights.py`, or how statements of each probability turn out when they are left out of the fit."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("folders", nargs="+", help="folders with NAME.md and NAME.gold.json")
    command.add_argument("--folds", type=int, default=0, help="parts of a cross-validation; the default prints the table")
    options = command.parse_args()
    texts: list[list[Row]] = []
    for folder in options.folders:
        for name in gold_names(folder):
            if not (has_splits(folder) and split_of(name) == UNREAD):
                gold = read_gold(folder, name)
                wanted = [((m.start, m.end), gold.is_optional("motives", n)) for n, m in enumerate(gold.facts.motives)]
                texts.append(rows(gold.article, wanted))
    articles = len(texts)
    texts += [rows(article, wanted, frozenset((PASSAGE,))) for article, wanted in passages()]
    if options.folds:
        _validate(texts[:articles], texts[articles:], options.folds)
        return
    learnt = [row for text in texts for row in text]
    weights, bias = fit(learnt)
    print(
        f"# {len(learnt)} statements of {articles} articles and {len(texts) - articles} passages, {sum(r.good for r in learnt)} of them motives"
    )
    print(f"BIAS = {bias:.2f}")
    for cue, weight in weights.items():
        if cue != PASSAGE and abs(weight) >= SMALLEST:
            print(f'    "{cue}": {weight:.2f},')


def _validate(texts: Sequence[list[Row]], further: Sequence[list[Row]], folds: int) -> None:
    bands: Counter[tuple[int, bool]] = Counter()
    for k in range(folds):
        weights, bias = fit([r for n, text in enumerate(texts) if n % folds != k for r in text] + [r for text in further for r in text])
        for row in (r for n, text in enumerate(texts) if n % folds == k for r in text):
            p = 1 / (1 + np.exp(-bias - sum(weights.get(c, 0.0) for c in row.cues)))
            bands[min(9, int(10 * p)), row.good] += 1
    for band in range(10):
        good, bad = bands[band, True], bands[band, False]
        if good + bad:
            print(f"{band / 10:.1f} to {band / 10 + 0.1:.1f}: {good + bad} statements, {good / (good + bad):.2f} motives")


if __name__ == "__main__":
    main()
