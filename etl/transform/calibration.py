"""What a confidence means: the share of facts of that confidence that is right, measured on the gold corpus.

Rules say how sure they are; `calibrated` turns that into how often facts of that family for which it was said were right, between the measured points
on a straight line. The points are fitted by `python -m benchmarks.fit_calibration` on the splits train and check.
"""

from __future__ import annotations

from itertools import pairwise

# By family the confidences that rules say, with the share that was right.
SHARES: dict[str, tuple[tuple[float, float], ...]] = {
    "appearances": ((0.5, 0.56), (0.67, 0.67), (0.79, 0.7), (0.89, 0.8)),
    "relations": ((0.5, 0.55), (0.63, 0.74), (0.7, 0.82), (0.78, 0.84)),
    "reach": ((0.49, 0.68), (0.64, 0.82), (0.74, 0.83), (0.8, 0.95)),
    "statements": ((0.75, 0.75), (0.85, 0.76), (0.9, 0.81), (0.95, 0.95)),
    "motives": ((0.59, 0.42), (0.66, 0.62)),
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
