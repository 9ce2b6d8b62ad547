"""The score card: precision, recall and F1 by family and overall, of all articles or of some, and the calibration of confidences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from etl.evaluate.verdicts import Error, Verdict
from graph.records import FAMILIES

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Tally:
    """Points: `gold` could be had, `found` were claimed, `right` are both."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """The right part of what was found, 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The part of the gold that was found, 0 to 1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.gold + self.found) if self.gold + self.found else 0.0

    @staticmethod
    def of(verdicts: Iterable[Verdict]) -> Tally:
        """The sum of the verdicts."""
        gold = found = right = 0
        for v in verdicts:
            gold, found, right = gold + v.gold, found + v.found, right + v.right
        return Tally(gold, found, right)


@dataclass(frozen=True, slots=True)
class Card:
    """The verdicts over some articles, and the articles' names in order."""

    articles: tuple[str, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def families(self) -> Mapping[str, Tally]:
        """The points of each family."""
        return {family: Tally.of(v for v in self.verdicts if v.family == family) for family in FAMILIES}

    @property
    def overall(self) -> float:
        """The mean of the six F1 values."""
        return sum(tally.f1 for tally in self.families.values()) / len(FAMILIES)

    @property
    def scores(self) -> Mapping[str, float]:
        """F1 by family, and the overall score: what a floor is held against."""
        return {family: tally.f1 for family, tally in self.families.items()} | {OVERALL: self.overall}

    def only(self, wanted: Callable[[str], bool]) -> Card:
        """The card of those articles alone whose names are `wanted`."""
        return Card(tuple(filter(wanted, self.articles)), tuple(v for v in self.verdicts if wanted(v.article)))

    def by_article(self) -> Iterator[tuple[str, Mapping[str, float | None], float]]:
        """For each article its name, F1 by family (None where there was nothing to find and nothing found), and their mean."""
        for name in self.articles:
            families = self.only(lambda article, name=name: article == name).families  # type: ignore[misc]
            scores = {family: tally.f1 if tally.gold or tally.found else None for family, tally in families.items()}
            live = [score for score in scores.values() if score is not None]
            yield name, scores, sum(live) / len(live) if live else 0.0

    def errors(self) -> Iterator[tuple[str, str, Error]]:
        """Family, article and error, family by family: everything missed, invented or misread."""
        for family in FAMILIES:
            for v in self.verdicts:
                if v.family == family:
                    yield from ((family, v.article, error) for error in v.errors)

    def causes(self) -> list[tuple[str, str, str, int]]:
        """Family, sign and kind of the errors with how often each occurs, the most frequent first."""
        counted = Counter((family, error.sign, error.kind) for family, _, error in self.errors())
        return [(*cause, count) for cause, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts whose confidence is from `low` up to `high` (not included, but for 1): how many, their mean confidence, and how many are right.

    Of a fact in several parts (an appearance, a figure) that share counts which is right.
    """

    low: float
    high: float
    facts: int
    confidence: float
    precision: float


EDGES = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


def calibration(card: Card, family: str | None = None, edges: Sequence[float] = EDGES) -> list[Bin]:
    """How often facts of each confidence are right (of all families or of one); bins without facts are left out."""
    claims = [
        (v.confidence, v.right / v.found) for v in card.verdicts if v.confidence is not None and v.found and family in (None, v.family)
    ]
    bins = []
    for low, high in pairwise(edges):
        inside = [(c, right) for c, right in claims if low <= c < high or (c == high == edges[-1])]
        if inside:
            n = len(inside)
            bins.append(Bin(low, high, n, sum(c for c, _ in inside) / n, sum(right for _, right in inside) / n))
    return bins
