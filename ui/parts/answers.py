"""The answer to a query, shown as a table, as a picture where it holds nodes, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from graph.identity import edge_ends, is_edge
from graph.ontology import ontology
from graph.store import Result
from ui.components.canvas import Dot, Line, network
from ui.parts.links import NETWORK, network_query
from ui.parts.phrases import count, words
from ui.parts.tables import table

MOST_DRAWN = 300
FACT = "fact"
"""The column in which the shipped questions give the id of what bears a row out."""


def cell(value: Any) -> Any:
    """A value as it stands in a table: nodes by name, lists joined, other structures as JSON."""
    if isinstance(value, Mapping):
        if "name" in value:
            return str(value["name"])
        if "type" in value and "source" in value:
            return words(str(value["type"]))
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return ", ".join(str(cell(v)) for v in value)
    return value


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        if "id" in value and ("label" in value or "type" in value):
            yield value
    elif isinstance(value, list):
        for v in value:
            yield from _things(v)


def drawing(rows: Sequence[Mapping[str, Any]]) -> tuple[list[Dot], list[Line]]:
    """The nodes and edges that the rows hold, each once, in order; edges only between nodes that are there."""
    dots: dict[str, Dot] = {}
    lines: dict[str, Line] = {}
    for row in rows:
        for value in row.values():
            for thing in _things(value):
                key = str(thing["id"])
                if thing.get("label") in ontology().labels:
                    dots.setdefault(key, Dot(key, str(thing.get("name") or key), str(thing["label"]), 32))
                elif thing.get("type") in ontology().edges:
                    lines.setdefault(key, Line(key, str(thing["source"]), str(thing["target"]), words(str(thing["type"]))))
    return list(dots.values()), [line for line in lines.values() if line.source in dots and line.target in dots]


def _go(fact: str) -> None:
    """Remember where to go: pages can only be changed outside of callbacks."""
    st.session_state["fact"] = fact


def answer(result: Result, name: str) -> None:
    """Show `result`; `name` is that of the CSV file."""
    if "fact" in st.session_state:
        fact = str(st.session_state.pop("fact"))
        st.switch_page(NETWORK, query_params={"id": edge_ends(fact)[1], "pick": fact} if is_edge(fact) else network_query(fact))
    if not result.rows:
        st.info("Nothing found.", icon=":material/search_off:")
        return
    said = f"{count(len(result.rows), 'row')} in {result.seconds:.2f} s"
    if result.truncated:
        said += "; there were more, and the rest was left out"
    st.caption(said)
    dots, lines = drawing(result.rows)
    tabs = st.tabs(["Table", "Picture", "JSON"] if dots else ["Table", "JSON"])
    with tabs[0]:
        frame = pd.DataFrame([{c: cell(row[c]) for c in result.columns} for row in result.rows], columns=list(result.columns))
        if FACT in result.columns:
            st.caption("Press a row to see its evidence.")
            table(frame, name, alt="Answer of the query", hidden=(FACT,), on_row=lambda n: _go(str(result.rows[n][FACT])))
        else:
            table(frame, name, alt="Answer of the query")
    if dots:
        with tabs[1]:
            if len(dots) > MOST_DRAWN:
                st.caption(f"The first {MOST_DRAWN} of {len(dots)} nodes.")
                dots = dots[:MOST_DRAWN]
                kept = {d.id for d in dots}
                lines = [line for line in lines if line.source in kept and line.target in kept]
            network(dots, lines, key=f"picture-{name}", height="560px")
    with tabs[-1]:
        st.code(json.dumps(result.rows[:200], ensure_ascii=False, indent=2), language="json", height=480)
