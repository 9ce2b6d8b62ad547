"""What the pages know: the open store, and cached answers that last until the store changes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from graph.store import Store

T = TypeVar("T")

_REVISION = "greenroom-revision"


@st.cache_resource(show_spinner="Opening the store …", on_release=lambda opened: opened.close())
def store() -> Store:
    """The store that GREENROOM_STORE names, opened once for all sessions.

    Raises:
        StoreUnavailable: nothing answers there.
    """
    logging.getLogger("neo4j").setLevel(logging.ERROR)
    return Store.open()


def look_again() -> None:
    """Ask the store whether it has changed; the shell does so once in each run, and whoever loads does so afterwards.

    Raises:
        StoreUnavailable: nothing answers there.
    """
    st.session_state.pop(_REVISION, None)
    st.session_state[_REVISION] = store().revision()


# Answers are shared, not copied: to copy a hundred thousand rows for each press of a button takes longer than to draw them.
@st.cache_resource(max_entries=512, show_spinner=False)
def _kept(name: str, revision: str, arguments: tuple[Any, ...], _work: Callable[..., Any]) -> Any:
    return _work(store(), *arguments)


def known(work: Callable[..., T], *arguments: Any) -> T:
    """`work(store, *arguments)`, from the cache where the store has not changed since.

    Args:
        work: a function of a module; what it returns is shared between sessions and must not be changed.
        arguments: plain values.
    """
    return _kept(f"{work.__module__}.{work.__qualname__}", revision(), arguments, work)  # type: ignore[no-any-return]


def revision() -> str:
    """The store's revision as of this run."""
    if _REVISION not in st.session_state:
        look_again()
    return str(st.session_state[_REVISION])


def forget_all() -> None:
    """Empty the cache, after something was changed that is not told by the revision."""
    _kept.clear()
