"""What stands behind a cell, a band or a white spot: its appearances and relations, and how the address names it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from graph.identity import edge_ends
from graph.subgraph.appearances import Occasion, Tie
from ui.parts import readings
from ui.parts.card import occasion_table
from ui.parts.knowledge import known
from ui.parts.links import NETWORK
from ui.parts.phrases import count, words
from ui.parts.tables import table


def asked() -> tuple[str, str] | None:
    """The cell that the address names."""
    up, across = st.query_params.get("row", ""), st.query_params.get("column", "")
    return (up, across) if up and across else None


def put(**values: str) -> None:
    """Write into the address what was pressed; without values nothing is open any more."""
    for name in ("row", "column", "band"):
        st.query_params.pop(name, None)
    for name, given in values.items():
        st.query_params[name] = given


def behind(title: str, rows: list[Occasion], ties: list[Tie], name: str) -> None:
    """The appearances and relations behind what was pressed; `title` is Markdown, `name` that of the files."""
    told = ", ".join([count(len(rows), "appearance"), *([count(len(ties), "relation")] if ties else [])])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{title} :gray[{told}; press a row for its card]")
        st.button("Show all again", icon=":material/close:", type="tertiary", key=f"all-{name}", on_click=put)
    if not rows and not ties:
        st.info("Nothing found: the filter leaves nothing behind this.", icon=":material/filter_alt_off:")
    if rows:
        occasion_table(rows, name)
    if ties:
        _stated(ties, f"{name}-stated")


def _stated(ties: Sequence[Tie], name: str) -> None:
    said = known(readings.sentences, tuple(t.id for t in ties))

    def go(n: int) -> None:
        st.session_state["go"] = ties[n].id

    table(
        [
            {"who": t.source, "how": words(t.type), "audience": t.target, "sentence": said.get(t.id, {}).get("quote"), "articles": t.articles}
            for t in ties
        ],
        name, alt="What articles state", on_row=go,
    )  # fmt: skip
    if "go" in st.session_state:
        fact = st.session_state.pop("go")
        st.switch_page(NETWORK, query_params={"id": edge_ends(fact)[1], "pick": fact})
