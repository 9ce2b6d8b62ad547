"""What the networks that hear say of articles that they have learnt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import fmean

from benchmarks.hearing import Text
from etl.evaluate.gold import Gold, read_gold
from etl.transform.hearing import kept

GOLD = Path(__file__).resolve().parents[1] / "data" / "gold"


def heard(name: str, text_of: Callable[[Gold], Text | None]) -> tuple[float, float]:
    """How strongly what is right is heard in two articles, and what is not, in the mean.

    Args:
        name: that of the networks.
        text_of: makes what they are given of an article, with what is right.
    """
    texts = [text_of(read_gold(str(GOLD), path.stem)) for path in sorted(GOLD.glob("h0[12]-*.md"))]
    rows = [
        (right, strength)
        for text in texts
        if text is not None
        for those, said in zip(text.right, kept(name).heard(text.inputs), strict=True)
        for right, strength in zip(those, said, strict=True)
    ]
    is_right, is_not = (fmean(strength for right, strength in rows if bool(right) is wanted) for wanted in (True, False))
    return is_right, is_not
