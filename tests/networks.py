"""What the networks that hear say of articles that they have learnt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import fmean

from benchmarks.hearing import Text, answers
from etl.evaluate.gold import Gold, read_gold
from etl.transform.hearing import kept

GOLD = Path(__file__).resolve().parents[1] / "data" / "gold"


def heard_by(name: str, text_of: Callable[[Gold], Text | None]) -> list[tuple[float, float]]:
    """For each of what is looked for, how strongly what is right is heard in two articles, and what is not, in the mean.

    Args:
        name: that of the networks.
        text_of: makes what they are given of an article, with what is right.
    """
    rows = _rows(name, text_of)
    return [_means([row for row in rows if row[0] == n]) for n in sorted({n for n, _, _ in rows})]


def heard(name: str, text_of: Callable[[Gold], Text | None]) -> tuple[float, float]:
    """The same over all that is looked for together; arguments as for `heard_by`."""
    return _means(_rows(name, text_of))


def _rows(name: str, text_of: Callable[[Gold], Text | None]) -> list[tuple[int, bool, float]]:
    """Of each candidate what is looked for, whether it is that, and how strongly that is heard."""
    read = [text_of(read_gold(str(GOLD), path.stem)) for path in sorted(GOLD.glob("h0[12]-*.md"))]
    texts = [text for text in read if text is not None]
    right, counted = answers(texts)
    said = [row for text in texts for row in kept(name).heard(text.inputs)]
    return [(n, bool(right[at, n]), strength) for at, row in enumerate(said) for n, strength in enumerate(row) if counted[at, n]]


def _means(rows: list[tuple[int, bool, float]]) -> tuple[float, float]:
    is_right, is_not = (fmean(strength for _, right, strength in rows if right is wanted) for wanted in (True, False))
    return is_right, is_not
