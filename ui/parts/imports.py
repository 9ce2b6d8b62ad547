"""The last import, which the store itself remembers: making it known, and taking it back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from etl.desk import put, take_back
from etl.last_import import articles, remember
from graph.records import Facts
from ui.parts.knowledge import forget_all, known, look_again, store


def last() -> tuple[str, ...]:
    """Ids of the articles of the last import that has not been taken back; none where there is none."""
    return known(articles)


def note(added: Iterable[str]) -> None:
    """Remember articles that were loaded otherwise than by `bring`, and were not there before."""
    remember(store(), dict.fromkeys(added))
    _anew()


def bring(facts: Sequence[Facts]) -> tuple[str, ...]:
    """Load facts, as the last import; what was dropped for the ontology, in words."""
    try:
        return put(store(), facts)
    finally:
        _anew()


def undo() -> tuple[str, ...]:
    """Take the last import back; ids of the articles that it had brought."""
    try:
        return take_back(store())
    finally:
        _anew()


def _anew() -> None:
    # What the store remembers of imports changes without a new revision.
    forget_all()
    look_again()
