"""What a confidence means: the share of facts of that confidence that is right, measured on the gold corpus.

Rules say how sure they are; `calibrated` turns that into how often facts of that family for which it was said were right, between the measured points
on a straight line. The points are fitted by `python -m benchmarks.fit_calibration` on the split `unread`: the fitted choosers have seen
the others, and are surer there than they may be.
"""

from __future__ import annotations

from itertools import pairwise

# By family the confidences that rules say, with the share that was right.
SHARES: dict[str, tuple[tuple[float, float], ...]] = {
    "appearances": ((0.5, 0.49), (0.72, 0.61), (0.89, 0.69)),
    "relations": ((0.28, 0.19), (0.35, 0.32), (0.44, 0.53), (0.56, 0.62), (0.65, 0.72), (0.7, 0.76), (0.78, 0.81)),
    "reach": ((0.5, 0.61), (0.6, 0.7), (0.65, 0.73), (0.74, 0.78), (0.8, 0.97)),
    "statements": (
        (0.5, 0.35),
        (0.63, 0.54),
        (0.72, 0.6),
        (0.79, 0.67),
        (0.84, 0.68),
        (0.89, 0.78),
        (0.93, 0.84),
        (0.97, 0.91),
        (0.99, 0.97),
    ),
    "motives": ((0.34, 0.24), (0.42, 0.42), (0.58, 0.48), (0.85, 0.79)),
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
