"""Structured logs for those who run Greenroom as a service: with --log-json a JSON object a line on standard error instead of words.

Events carry names of files, counts, reasons and times, and no text of an article: details that may quote one are left out.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from typing import Any

_on = False


def switch(on: bool) -> None:
    """Say whether standard error gets events (True) or words (False)."""
    global _on
    _on = on


def structured() -> bool:
    """Whether standard error gets events."""
    return _on


def event(name: str, level: str = "info", **fields: Any) -> None:
    """Write an event; nothing where words are wanted.

    Args:
        name: what happened, for example `progress`.
        level: info, warning or error.
        fields: plain values by name.
    """
    if _on:
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        print(json.dumps({"time": now, "level": level, "event": name, **fields}, ensure_ascii=False), file=sys.stderr, flush=True)
