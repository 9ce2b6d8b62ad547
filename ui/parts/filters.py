"""The filter bar: one for all pages, drawn by the shell so that its state lasts from page to page, and kept in the address."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from graph.errors import GreenroomError
from graph.ontology import ontology
from graph.records import KINDS
from graph.selection import LABELS, Selection
from ui.parts import readings
from ui.parts.knowledge import known
from ui.parts.phrases import words

KEYS = ("people", "platforms", "shows", "audiences", "when", "types", "sure")
"""Keys of the widgets, which are also their names in the address."""
MOST_NAMES = 1000
"""Names that a field offers; others can be typed."""
_FIELDS = {"people": "People", "platforms": "Platforms", "shows": "Shows", "audiences": "Audiences"}
_SURE = (50, 60, 70, 80, 90)


def types() -> dict[str, str]:
    """Kinds of appearance and relation types, by their words."""
    return {words(t): t for t in (*KINDS, *ontology().relations)}


def chosen() -> Selection:
    """What the reader has chosen in the bar."""
    state = st.session_state
    days = [d for d in (state.get("when") or ()) if isinstance(d, date)]
    known_types = types()
    return Selection(
        **{field: tuple(state.get(field) or ()) for field in LABELS},
        types=tuple(known_types[t] for t in state.get("types") or () if t in known_types),
        since=days[0].isoformat() if days else "",
        # One day alone is that day: an address holds the two ends of a range of one day only once.
        until=days[-1].isoformat() if days else "",
        sure=(state.get("sure") or 0) / 100,
    )


def clear() -> None:
    """Take all choices back."""
    for key in KEYS:
        st.session_state[key] = None if key == "sure" else () if key == "when" else []


def bar(*, shown: bool) -> None:
    """Draw the bar, or where it has no say keep its state for the pages on which it has.

    An empty or unreachable store has none; the page says so.
    """
    state = st.session_state
    if not shown:
        # What is not drawn is forgotten at the end of the run, unless it was set in it.
        for key in KEYS:
            if key in state:
                state[key] = state[key]
        return
    try:
        if not known(readings.held).get("Article"):
            return
        names = {field: _names(field) for field in _FIELDS}
    except GreenroomError:
        return
    with st.container(horizontal=True, key="filters", gap="small"):
        for field, label in _FIELDS.items():
            # At the first run the choice is in the address only. What is chosen must be readable.
            wide = state.get(field) or field in st.query_params
            st.multiselect(
                label, names[field], key=field, bind="query-params", placeholder=label, label_visibility="collapsed",
                accept_new_options=True, width=220 if wide else 118,
            )  # fmt: skip
        nothing: Any = ()
        st.date_input(
            "Between", value=nothing, min_value=date(1900, 1, 1), max_value=date(2100, 12, 31), key="when", bind="query-params",
            label_visibility="collapsed", width=256,
        )  # fmt: skip
        st.multiselect(
            "Types", list(types()), key="types", bind="query-params", placeholder="Types", label_visibility="collapsed", width=105
        )
        st.selectbox(
            "At least this sure", _SURE, index=None, key="sure", bind="query-params", placeholder="Certainty",
            format_func=lambda n: f"{n} %", label_visibility="collapsed", width=122,
        )  # fmt: skip
        if not chosen().everything:
            st.button("Clear", icon=":material/filter_alt_off:", key="clear-filters", on_click=clear, type="tertiary")


def _names(field: str) -> list[str]:
    """The names that a field offers, those that most articles mention first; each once."""
    rows: list[dict[str, Any]] = [r for label in LABELS[field] for r in known(readings.leading, label, MOST_NAMES)]
    rows.sort(key=lambda r: -r["articles"])
    return list(dict.fromkeys(r["name"] for r in rows))[:MOST_NAMES]
