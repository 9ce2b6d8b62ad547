"""Placeholder of the module for statements; replaced by its owner."""

from __future__ import annotations

from etl.transform.drafts import StatementDraft
from etl.transform.reading import Reading


def find(reading: Reading) -> list[StatementDraft]:
    """Nothing yet."""
    return []
