"""The network page: a seed and what stands round it, with the evidence beside it."""

from __future__ import annotations

import json
from datetime import date

import pandas as pd
import streamlit as st

from graph.errors import InputError
from ui.components.canvas import network
from ui.parts import readings
from ui.parts.beginning import begun
from ui.parts.finding import found
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known
from ui.parts.look import TALL
from ui.parts.phrases import count, words
from ui.parts.picture import MOST_STEPS, QUIET, Picture, dots, lines, picture, sieve
from ui.parts.proof import edge_panel, node_panel
from ui.parts.tables import table


def _opened() -> tuple[str, ...]:
    return tuple(dict.fromkeys(i for i in st.query_params.get("open", "").split(",") if i))[:MOST_STEPS]


def _open(node: str) -> None:
    st.query_params["open"] = ",".join((*(i for i in _opened() if i != node), node))


def _pick(thing: str) -> None:
    st.query_params["pick"] = thing


def _picked(key: str) -> None:
    picked = st.session_state[key].picked
    if picked:
        _pick(str(picked["id"]))
    else:
        st.query_params.pop("pick", None)


def _expand(key: str) -> None:
    node = st.session_state[key].expand
    if node:
        _open(str(node))


def _filters() -> tuple[tuple[str, ...], float, str, str]:
    with st.popover("Filter", icon=":material/tune:"):
        asked = st.pills("Draw also", [q for q in QUIET if q != "Evidence"], selection_mode="multi", key="also", bind="query-params")
        sure = st.slider(
            "At least this sure", 0.0, 1.0, 0.0, 0.05, key="sure", bind="query-params", help="Confidence of the best sentence behind a link"
        )
        since = st.date_input("Told of since", value=None, min_value=date(1990, 1, 1), key="since", bind="query-params")
        until = st.date_input("Told of until", value=None, min_value=date(1990, 1, 1), key="until", bind="query-params")
    return tuple(asked or ()), sure, since.isoformat() if since else "", until.isoformat() if until else ""


def _query(seed: str) -> None:
    with st.popover("Query", icon=":material/terminal:"):
        cypher = f"MATCH (n)-[r]-(m)\nWHERE n.id = {json.dumps(seed)}\nRETURN n, r, m\nLIMIT 60"
        st.code(cypher, language="cypher")
        st.page_link("ui/pages/cypher.py", label="Open it in the console", icon=":material/terminal:", query_params={"cypher": cypher})


def _rows(whole: Picture) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "from": whole.nodes[e.source].name,
                "link": words(e.type),
                "to": whole.nodes[e.target].name,
                "sentences": e.properties.get("mentions"),
                "articles": e.properties.get("articles"),
                "sure": e.properties.get("confidence"),
                "first told": e.properties.get("first_seen"),
                "last told": e.properties.get("last_seen"),
            }
            for e in whole.edges.values()
        ]
    )


def page() -> None:
    """Draw the page."""
    heading(
        "Network",
        "A name and what stands round it: double-click opens a neighbour, a click on a node or link shows the sentences behind it.",
    )
    if not begun():
        return
    seed = st.query_params.get("id", "")
    if not seed:
        first = known(readings.leading, "Person", 1) or known(readings.leading, "Organization", 1)
        if not first:
            st.info("Nothing found: no article in the store names anybody.", icon=":material/search_off:")
            return
        seed = first[0]["id"]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(
            "Begin somewhere else", key="find", type="search", live=True, placeholder="Begin somewhere else: a person, show, platform …",
            label_visibility="collapsed", icon=":material/search:", max_chars=200,
        )  # fmt: skip
        asked, sure, since, until = _filters()
        _query(seed)
    if text and text.strip():
        found(text.strip())
        return
    whole = known(picture, seed, _opened(), asked)
    if seed not in whole.nodes:
        raise InputError(f"there is no {seed} in the store")
    shown = sieve(whole, seed, sure, since, until)
    key = f"network-{seed}"
    picked = st.query_params.get("pick", "")
    left, right = st.columns([3, 1], gap="small")
    with left:
        network(
            dots(shown, seed), lines(shown), key=key, seed=seed, picked=picked, height=TALL,
            on_pick=lambda: _picked(key), on_expand=lambda: _expand(key),
        )  # fmt: skip
    with right, st.container(height=600, border=True, key="panel"):
        if picked in shown.edges:
            edge_panel(shown.edges[picked], shown)
        else:
            node_panel(shown.nodes.get(picked) or shown.nodes[seed], shown, _pick, _open)
    left_out = len(whole.edges) - len(shown.edges)
    filtered = f"; the filter leaves out {count(left_out, 'link')}" if left_out else ""
    st.caption(
        f"{count(len(shown.nodes), 'node')}, {count(len(shown.edges), 'link')}{plain(filtered)}. "
        "Dashed links are claims: only somebody quoted says so. Dashed borders: planned or declined."
    )
    with st.expander("The same as a table", icon=":material/table:"):
        table(_rows(shown), "network", alt="Links of the network")


with guard():
    page()
