"""Evaluate: the extractor held against gold files, and the score card that comes of it.

An own implementation of the scoring of the benchmark's FORMAT.md: `gold` reads and checks the gold files, `likeness` says what means
the same, `verdicts` judges fact by fact, `card` sums up, `floors` keeps what must not be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from etl.attempts import Failure, attempts
from etl.evaluate.card import Bin, Card, Tally, calibration
from etl.evaluate.gold import Gold, gold_names, read_gold
from etl.evaluate.verdicts import Error, Verdict, verdicts
from graph.records import Article, Facts

__all__ = ["Bin", "Card", "Error", "Evaluation", "Gold", "Tally", "Verdict", "calibration", "evaluate", "gold_names", "read_gold", "score"]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The score card over a folder, and the articles that the extractor failed on: all of theirs counts as missed."""

    card: Card
    failures: tuple[Failure, ...]


def evaluate(
    folder: str,
    *,
    wanted: Callable[[str], bool] = lambda name: True,
    workers: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Evaluation:
    """Read the articles of a gold corpus and score what comes out.

    Args:
        folder: of NAME.md with NAME.gold.json.
        wanted: which names to take.
        workers: processes that read.
        progress: called with how many articles are done and how many there are.

    Raises:
        InputError: there are no gold files, or one lacks its article.
        FactsError: a gold file is not of the format.
    """
    golds = [read_gold(folder, name) for name in gold_names(folder) if wanted(name)]
    facts: dict[str, Facts] = {}
    failures = []
    for done, result in enumerate(attempts((gold.article for gold in golds), workers), 1):
        if isinstance(result, Failure):
            failures.append(result)
        else:
            facts[result.article.id] = result
        if progress:
            progress(done, len(golds))
    return Evaluation(score(golds, facts), tuple(failures))


def score(golds: Iterable[Gold], facts: Mapping[str, Facts]) -> Card:
    """The card of facts by article id against their gold; an article without facts counts as missed."""
    names: list[str] = []
    found: list[Verdict] = []
    for gold in golds:
        names.append(gold.article.id)
        found += verdicts(gold, facts.get(gold.article.id, Facts(Article(gold.article.id))))
    return Card(tuple(names), tuple(found))
