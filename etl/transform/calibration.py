"""What a confidence means: the share of facts of that confidence that is right, measured on the gold corpus.

Rules say how sure they are; `calibrated` turns that into how often facts of that family for which it was said were right, between the measured points
on a straight line. The points are fitted by `python -m benchmarks.fit_calibration` on the split `unread`: the fitted choosers have seen
the others, and are surer there than they may be.
"""

from __future__ import annotations

from itertools import pairwise

# By family the confidences that rules say, with the share that was right.
SHARES: dict[str, tuple[tuple[float, float], ...]] = {
    "appearances": ((0.5, 0.53), (0.6, 0.6), (0.7, 0.61), (0.8, 0.7), (0.89, 0.76)),
    "relations": (
        (0.24, 0.21),
        (0.27, 0.24),
        (0.3, 0.31),
        (0.34, 0.33),
        (0.37, 0.43),
        (0.42, 0.44),
        (0.48, 0.46),
        (0.55, 0.49),
        (0.62, 0.65),
        (0.65, 0.66),
        (0.71, 0.68),
        (0.76, 0.76),
        (0.79, 0.77),
        (0.81, 0.79),
        (0.87, 0.84),
        (0.88, 0.86),
        (0.91, 0.86),
        (0.93, 0.87),
        (0.96, 0.91),
        (0.98, 0.95),
        (0.99, 0.96),
        (1.0, 0.98),
    ),
    "reach": ((0.44, 0.47), (0.5, 0.67), (0.59, 0.75), (0.65, 0.76), (0.74, 0.81), (0.8, 0.94)),
    "statements": (
        (0.36, 0.24),
        (0.37, 0.33),
        (0.42, 0.37),
        (0.49, 0.41),
        (0.53, 0.56),
        (0.56, 0.57),
        (0.6, 0.64),
        (0.68, 0.65),
        (0.75, 0.73),
        (0.82, 0.8),
        (0.88, 0.84),
        (0.9, 0.88),
        (0.92, 0.89),
        (0.94, 0.92),
        (0.96, 0.93),
        (0.98, 0.96),
        (0.99, 0.99),
        (1.0, 0.99),
    ),
    "motives": (
        (0.39, 0.24),
        (0.43, 0.35),
        (0.48, 0.4),
        (0.58, 0.49),
        (0.7, 0.56),
        (0.73, 0.64),
        (0.76, 0.65),
        (0.83, 0.69),
        (0.9, 0.74),
        (0.93, 0.78),
        (0.97, 0.9),
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
