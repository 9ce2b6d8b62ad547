"""Fit what share of the facts of each confidence is right, family by family: `python -m benchmarks.fit_calibration`.

Reads the gold articles of the splits `train` and `check` with the rules' own confidences, joins neighbouring confidences until each group has
enough facts and the shares rise (pool adjacent violators), and prints the table of `etl/transform/calibration.py`; then the mean distance between confidence and
share on `unread`, without the table and with it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from etl.evaluate import Card, evaluate
from etl.evaluate.card import calibration
from etl.evaluate.floors import by_split
from etl.transform import calibration as table

CORPUS = "data/gold"
ENOUGH = 25  # facts of a group


def knots(claims: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
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


def distance(card: Card) -> float:
    """The mean distance between the confidence and the share right, over the bins of all families, weighted by facts (0 to 1)."""
    bins = [b for family in card.families if family != "entities" for b in calibration(card, family)]
    return sum(b.facts * abs(b.confidence - b.precision) for b in bins) / sum(b.facts for b in bins)


def _claims(cards: Iterable[Card], family: str) -> list[tuple[float, float]]:
    return [
        (v.confidence, v.right / v.found)
        for card in cards
        for v in card.verdicts
        if v.family == family and v.confidence is not None and v.found
    ]


def main() -> None:
    """Fit, print, and try on the unread articles."""
    table.SHARES.clear()
    splits = by_split(evaluate(CORPUS, workers=1).card)
    fitted = {f: knots(_claims((splits["train"], splits["check"]), f)) for f in splits["train"].families if f != "entities"}
    for family, found in fitted.items():
        print(f"    {family!r}: {tuple(found)},")
    before = distance(splits["unread"])
    table.SHARES.update({family: tuple(found) for family, found in fitted.items()})
    after = distance(by_split(evaluate(CORPUS, workers=1).card)["unread"])
    print(f"unread: confidence and share differ by {before:.3f} as the rules say, by {after:.3f} as fitted")


if __name__ == "__main__":
    main()
