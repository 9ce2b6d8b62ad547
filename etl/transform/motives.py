"""Placeholder of the module for motives; replaced by its owner."""

from __future__ import annotations

from collections.abc import Sequence

from etl.transform.drafts import AppearanceDraft, MotiveDraft
from etl.transform.reading import Reading


def find(reading: Reading, appearances: Sequence[AppearanceDraft]) -> list[MotiveDraft]:
    """Nothing yet."""
    return []
