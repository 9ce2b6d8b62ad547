"""Fit what share of the facts of each confidence is right, family by family: `python -m benchmarks.fit_calibration`.

Reads the gold articles of the split `unread`, which no fitted weight has seen, with the rules' own confidences, joins neighbouring confidences until each group has
enough facts and the shares rise (pool adjacent violators), and prints the table of `etl/transform/calibration.py`; then the mean distance between confidence and
share on each half of these articles, without a table and with one fitted to the other half.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from etl.evaluate import Card, evaluate
from etl.evaluate.floors import UNREAD, split_of
from etl.transform import calibration as table

CORPUS = "data/gold"
ENOUGH = 25  # facts of a group
Claims = Sequence[tuple[float, float]]  # the confidence of a fact, and whether, or what share of it, is right


def knots(claims: Claims) -> list[tuple[float, float]]:
    """(confidence, share right) in rising order from (confidence, right) of single facts."""
    pools: list[list[float]] = []  # facts, sum of confidences, sum right
    by_confidence: Mapping[float, list[float]] = defaultdict(list)
    for said, right in claims:
        by_confidence[round(said, 2)].append(right)
    for said, rights in sorted(by_confidence.items()):
        pools.append([len(rights), said * len(rights), sum(rights)])
        while len(pools) > 1 and (pools[-2][0] < ENOUGH or pools[-2][2] * pools[-1][0] >= pools[-1][2] * pools[-2][0]):
            last = pools.pop()
            pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    if len(pools) > 1 and pools[-1][0] < ENOUGH:
        last = pools.pop()
        pools[-1] = [a + b for a, b in zip(pools[-1], last, strict=True)]
    return [(round(said / n, 2), round(right / n, 2)) for n, said, right in pools]


def distance(claims: Mapping[str, Claims], shares: Mapping[str, Claims]) -> float:
    """The mean distance between the confidence and the share right, over tenths of confidence of all families, weighted by facts (0 to 1)."""
    bins: Mapping[tuple[str, int], list[tuple[float, float]]] = defaultdict(list)
    table.SHARES.clear()
    table.SHARES.update({family: tuple(points) for family, points in shares.items()})
    for family, found in claims.items():
        for said, right in found:
            confidence = table.calibrated(family, said)
            bins[family, min(int(confidence * 10 + 1e-9), 9)].append((confidence, right))
    apart = sum(abs(sum(c for c, _ in found) - sum(r for _, r in found)) for found in bins.values())
    return apart / sum(map(len, bins.values()))


def _claims(card: Card) -> dict[str, Claims]:
    return {
        family: [(v.confidence, v.right / v.found) for v in card.verdicts if v.family == family and v.confidence is not None and v.found]
        for family in card.families
        if family != "entities"
    }


def main() -> None:
    """Fit, print, and try each half of the articles on the other."""
    table.SHARES.clear()
    card = evaluate(CORPUS, wanted=lambda name: split_of(name) == UNREAD).card
    for family, found in _claims(card).items():
        print(f"    {family!r}: {tuple(knots(found))},")
    odd = set(sorted(card.articles)[::2])
    halves = _claims(card.only(lambda name: name in odd)), _claims(card.only(lambda name: name not in odd))
    for one, other in (halves, halves[::-1]):
        fitted = {family: knots(found) for family, found in one.items()}
        print(
            f"confidence and share differ by {distance(other, {}):.3f} as the rules say, by {distance(other, fitted):.3f} as fitted to the other half"
        )


if __name__ == "__main__":
    main()
