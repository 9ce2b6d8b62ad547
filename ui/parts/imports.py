"""The log of imports in the explorer: what can be taken back, and taking it back."""

from __future__ import annotations

from collections.abc import Sequence

from etl.desk import put
from etl.imports import Import, Undone, imports, take_back
from graph.records import Facts
from ui.parts.knowledge import forget_all, known, look_again, store


def log() -> list[Import]:
    """The imports that have not been taken back, whoever made them, the last one first."""
    return known(imports)


def bring(facts: Sequence[Facts]) -> tuple[str, ...]:
    """Load facts, as one import; what was dropped for the ontology, in words."""
    try:
        return put(store(), facts)
    finally:
        anew()


def undo() -> Undone:
    """Take the last import back."""
    try:
        return take_back(store())
    finally:
        anew()


def anew() -> None:
    """Forget what is known: what the store keeps of imports changes without a new revision."""
    forget_all()
    look_again()
