"""Placeholder of the module for appearances; replaced by its owner."""

from __future__ import annotations

from etl.transform.drafts import AppearanceDraft
from etl.transform.reading import Reading


def find(reading: Reading) -> list[AppearanceDraft]:
    """Nothing yet."""
    return []
