"""The Cypher page: a console that can read and nothing else."""

from __future__ import annotations

import json
import re
from typing import Any

import streamlit as st

from graph.queries import questions
from ui.components.editor import editor
from ui.parts.answers import answer
from ui.parts.beginning import begun
from ui.parts.frame import guard, heading
from ui.parts.knowledge import store

FIRST = """MATCH (guest:Person)-[:APPEARED_IN]->(a:Appearance)-[:EPISODE_OF]->(show:Show)
WHERE a.date IS NOT NULL
RETURN guest.name AS guest, show.name AS show, a.date AS date, a.kind AS kind
ORDER BY date DESC
LIMIT 25"""
_PARAMETER = re.compile(r"\$([A-Za-z_]\w*)")
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|//[^\n]*|/\*.*?\*/", re.DOTALL)
_LONGEST = 20_000


def parameters(cypher: str) -> list[str]:
    """Names of the `$parameters` in a query, in order, each once; those in strings and comments are none."""
    return list(dict.fromkeys(_PARAMETER.findall(_LITERAL.sub("", cypher))))


def value(words: str) -> Any:
    """A parameter as typed: JSON where it is JSON, else text."""
    try:
        return json.loads(words)
    except ValueError:
        return words


def _choose() -> None:
    picked = st.session_state["question"]
    if picked:
        st.session_state["chosen"] = next(q.cypher for q in questions().values() if q.question == picked)
        st.session_state.pop("ran", None)


def _run() -> None:
    st.session_state["ran"] = st.session_state["editor"].run or st.session_state["editor"].value


def page() -> None:
    """Draw the page."""
    heading("Ask in Cypher", "Put any reading question to the graph in Neo4j’s query language, and take the answer along as CSV.")
    # An empty store can be asked, too; how to begin stands above.
    begun()
    asked = st.query_params.get("cypher", "")[:_LONGEST]
    state = st.session_state
    if "chosen" not in state:
        state["chosen"] = asked or FIRST
        if asked:
            state["ran"] = asked
    st.selectbox(
        "Saved questions",
        [q.question for q in questions().values()],
        index=None,
        placeholder="Start from a saved question …",
        key="question",
        on_change=_choose,
    )
    text = (editor(state["chosen"], key="editor", on_run=_run).value or "").strip()
    names = parameters(text)
    given: dict[str, Any] = {}
    if names:
        with st.container(horizontal=True):
            for name in names:
                given[name] = value(st.text_input(f"${name}", key=f"parameter-{name}", placeholder="a word, a number or JSON"))
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Run", type="primary", icon=":material/play_arrow:", key="run", disabled=not text):
            state["ran"] = text
        st.caption("Ctrl+Enter runs. The session may read and nothing else; 10 seconds, 1,000 rows.")
    if state.get("ran"):
        st.query_params["cypher"] = state["ran"]
        with st.spinner("Asking …"):
            result = store().console(state["ran"], given, timeout=10.0, limit=1000)
        answer(result, "cypher")


with guard():
    page()
