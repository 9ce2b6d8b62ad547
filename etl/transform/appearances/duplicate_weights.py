"""The weights of the cues of records that tell of one occasion (`duplicates.py`), fitted by `benchmarks/fit_duplicates.py`."""

from __future__ import annotations

from collections.abc import Mapping

BASE: float = -9.0
WEIGHTS: Mapping[str, float] = {}
