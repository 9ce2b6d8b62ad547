"""The Cypher editor as Python sees it."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from typing import Any

from graph.ontology import ontology
from ui.components.registry import mount


def editor(value: str, *, key: str, on_run: Callable[[], None]) -> Any:
    """Show `value` for editing; the state has `value` (the text as it stands) and, after Ctrl+Enter, `run` (the text to run).

    `on_run` is called for Ctrl+Enter, before the page runs. A new `value` replaces what stands in the editor.
    """
    known = ontology()
    properties = {p.name for label in known.labels.values() for p in label.properties} | {p.name for p in known.edge_properties}
    return mount(
        "editor",
        key=key,
        data={
            "value": value,
            "revision": sha256(value.encode()).hexdigest()[:16],
            "labels": list(known.labels),
            "types": list(known.edges),
            "properties": sorted(properties),
        },
        default={"value": value},
        on_value_change=_nothing,
        on_run_change=on_run,
    )


def _nothing() -> None:
    """A component's state is kept only where a callback is named."""
