"""What a confidence means: the share of facts of that confidence that is right, measured on the gold corpus.

Rules say how sure they are; `calibrated` turns that into how often facts of that family for which it was said were right, between the measured points
on a straight line. The points are fitted by `python -m benchmarks.fit_calibration` on the split `unread`: the fitted choosers have seen
the others, and are surer there than they may be.
"""

from __future__ import annotations

from itertools import pairwise

# By family the confidences that rules say, with the share that was right.
SHARES: dict[str, tuple[tuple[float, float], ...]] = {
    "appearances": ((0.5, 0.54), (0.6, 0.59), (0.7, 0.65), (0.8, 0.7), (0.89, 0.76)),
    "relations": (
        (0.2, 0.23),
        (0.27, 0.29),
        (0.28, 0.31),
        (0.3, 0.32),
        (0.38, 0.42),
        (0.44, 0.44),
        (0.51, 0.52),
        (0.57, 0.53),
        (0.59, 0.58),
        (0.62, 0.6),
        (0.7, 0.64),
        (0.78, 0.67),
        (0.82, 0.78),
        (0.87, 0.81),
        (0.9, 0.85),
        (0.92, 0.87),
        (0.94, 0.88),
        (0.95, 0.9),
        (0.97, 0.91),
        (0.98, 0.93),
        (0.99, 0.94),
        (1.0, 0.99),
    ),
    "reach": ((0.44, 0.45), (0.5, 0.67), (0.59, 0.75), (0.65, 0.77), (0.74, 0.81), (0.8, 0.94)),
    "statements": (
        (0.36, 0.29),
        (0.42, 0.36),
        (0.49, 0.44),
        (0.54, 0.56),
        (0.56, 0.6),
        (0.6, 0.61),
        (0.65, 0.67),
        (0.7, 0.67),
        (0.73, 0.71),
        (0.76, 0.75),
        (0.82, 0.81),
        (0.88, 0.88),
        (0.9, 0.89),
        (0.92, 0.89),
        (0.95, 0.93),
        (0.98, 0.96),
        (0.99, 0.99),
        (1.0, 0.99),
    ),
    "motives": (
        (0.39, 0.26),
        (0.43, 0.36),
        (0.47, 0.42),
        (0.57, 0.5),
        (0.69, 0.59),
        (0.74, 0.62),
        (0.82, 0.73),
        (0.9, 0.73),
        (0.93, 0.76),
        (0.95, 0.9),
        (0.98, 0.95),
    ),
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
