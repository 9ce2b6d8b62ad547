"""What a confidence means: the share of facts of that confidence that is right, measured on the gold corpus.

Rules say how sure they are; `calibrated` turns that into how often facts of that family for which it was said were right, between the measured points
on a straight line. The points are fitted by `python -m benchmarks.fit_calibration` on the split `unread`: the fitted choosers have seen
the others, and are surer there than they may be.
"""

from __future__ import annotations

from itertools import pairwise

# By family the confidences that rules say, with the share that was right.
SHARES: dict[str, tuple[tuple[float, float], ...]] = {
    "appearances": ((0.5, 0.53), (0.6, 0.59), (0.7, 0.63), (0.8, 0.68), (0.89, 0.75)),
    "relations": ((0.5, 0.49), (0.59, 0.59), (0.65, 0.62), (0.7, 0.76), (0.75, 0.8), (0.8, 0.82)),
    "reach": ((0.49, 0.68), (0.63, 0.73), (0.74, 0.82), (0.8, 0.94)),
    "statements": ((0.69, 0.62), (0.83, 0.72), (0.9, 0.85), (0.95, 0.9)),
    "motives": ((0.32, 0.22), (0.37, 0.27), (0.41, 0.39), (0.46, 0.43), (0.59, 0.46), (0.73, 0.68), (0.84, 0.85), (0.93, 0.93)),
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
