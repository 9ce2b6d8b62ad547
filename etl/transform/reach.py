"""Placeholder of the module for reach; replaced by its owner."""

from __future__ import annotations

from collections.abc import Sequence

from etl.transform.drafts import AppearanceDraft, ReachDraft
from etl.transform.reading import Reading


def find(reading: Reading, appearances: Sequence[AppearanceDraft]) -> list[ReachDraft]:
    """Nothing yet."""
    return []
