"""What the pages know: the open store, and cached answers that last until the store changes."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, TypeVar

import streamlit as st

from graph.store import Store

T = TypeVar("T")


@st.cache_resource(show_spinner="Opening the store …", on_release=lambda opened: opened.close())
def store() -> Store:
    """The store that GREENROOM_STORE names, opened once for all sessions.

    Raises:
        StoreUnavailable: nothing answers there.
    """
    logging.getLogger("neo4j").setLevel(logging.ERROR)
    return Store.open()


@st.cache_data(max_entries=512, show_spinner=False)
def _kept(name: str, revision: str, arguments: tuple[Any, ...], _work: Callable[..., Any]) -> Any:
    return _work(store(), *arguments)


def known(work: Callable[..., T], *arguments: Any) -> T:
    """`work(store, *arguments)`, from the cache where the store has not changed since; `arguments` must be plain values."""
    return _kept(f"{work.__module__}.{work.__qualname__}", store().revision(), arguments, work)  # type: ignore[no-any-return]
