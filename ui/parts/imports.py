"""The imports made from the explorer since it was started, for taking the last one back."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from etl.desk import Import, put, take_back
from graph.records import Facts
from ui.parts.knowledge import look_again, store


@st.cache_resource(show_spinner=False)
def _imports() -> list[Import]:
    return []


def last() -> Import | None:
    """The last import that has not been taken back."""
    done = _imports()
    return done[-1] if done else None


def note(done: Import) -> None:
    """Remember an import that was made otherwise than by `bring`."""
    if done.before:
        _imports().append(done)
    look_again()


def bring(facts: Sequence[Facts]) -> Import:
    """Load facts and remember it."""
    done = put(store(), facts)
    note(done)
    return done


def undo() -> Import | None:
    """Take the last import back; None where there is none."""
    done = _imports().pop() if _imports() else None
    if done is not None:
        take_back(store(), done)
        look_again()
    return done
