"""Placeholder of the module for relations; replaced by its owner."""

from __future__ import annotations

from etl.transform.drafts import RelationDraft
from etl.transform.reading import Reading


def find(reading: Reading) -> list[RelationDraft]:
    """Nothing yet."""
    return []
