"""What a confidence means: the share of facts of that confidence that is right, measured on the gold corpus.

Rules say how sure they are; `calibrated` turns that into how often facts of that family for which it was said were right, between the measured points
on a straight line. The points are fitted by `python -m benchmarks.fit_calibration` on the split `unread`: the fitted choosers have seen
the others, and are surer there than they may be.
"""

from __future__ import annotations

from itertools import pairwise

# By family the confidences that rules say, with the share that was right.
SHARES: dict[str, tuple[tuple[float, float], ...]] = {
    "appearances": ((0.5, 0.51), (0.71, 0.64), (0.89, 0.72)),
    "relations": ((0.3, 0.2), (0.43, 0.53), (0.56, 0.57), (0.65, 0.73), (0.7, 0.77), (0.75, 0.8), (0.8, 0.81)),
    "reach": ((0.5, 0.6), (0.63, 0.72), (0.74, 0.77), (0.8, 0.96)),
    "statements": (
        (0.42, 0.43),
        (0.55, 0.44),
        (0.68, 0.62),
        (0.79, 0.71),
        (0.85, 0.81),
        (0.88, 0.85),
        (0.92, 0.88),
        (0.94, 0.88),
        (0.97, 0.95),
    ),
    "motives": ((0.36, 0.37), (0.6, 0.49), (0.87, 0.74)),
}


def calibrated(family: str, confidence: float) -> float:
    """The share of facts of `family` said with this confidence that is right (0 to 1, two decimals)."""
    points = SHARES.get(family, ())
    if not points:
        return confidence
    if confidence <= points[0][0]:
        return points[0][1]
    for (low, share), (high, more) in pairwise(points):
        if confidence <= high:
            return round(share + (more - share) * (confidence - low) / (high - low), 2)
    return points[-1][1]
