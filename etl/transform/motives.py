"""Placeholder of the module for motives; replaced by its owner."""

from __future__ import annotations

from etl.transform.reading import Reading


def find(reading: Reading) -> list[None]:
    """Nothing yet."""
    return []
