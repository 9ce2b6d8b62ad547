"""The export page: what the filter leaves, or the whole graph, as a file."""

from __future__ import annotations

import streamlit as st

from graph.export import EXPORTS, WHOLE
from graph.selection import Selection
from graph.subgraph import counts
from ui.parts import readings
from ui.parts.archive import packed
from ui.parts.beginning import begun
from ui.parts.choice import articles, occasions, relations
from ui.parts.filters import chosen
from ui.parts.frame import guard, heading
from ui.parts.knowledge import known, revision, store
from ui.parts.phrases import count
from ui.parts.tables import table

_USES = {
    "csv": ("CSV tables", "A table for each kind: for pandas and spreadsheets.", "table"),
    "json": ("JSON", "Nodes and links in one document: for programs.", "data_object"),
    "graphml": ("GraphML", "For Gephi, yEd and networkx.", "schema"),
    "gexf": ("GEXF", "For Gephi, with colours and types.", "hub"),
    "json-ld": ("JSON-LD", "For the semantic web, with schema.org’s words.", "link"),
    "parquet": ("Parquet", "Typed columns: for pandas, DuckDB and Spark.", "view_column"),
    "cypher": ("Cypher", "Statements that build the same graph in Neo4j.", "terminal"),
    "facts": ("Facts", "What was read of each article: greenroom load takes it.", "article"),
    "neo4j-admin": ("Neo4j import", "For neo4j-admin database import: the fastest way into a server.", "database"),
}
LARGE = 20_000
"""Nodes from which an export is made first, with its progress told, and then downloaded."""


def _prepare(kind: str, choice: Selection) -> None:
    """Make a large export, telling how far it is."""
    bar = st.progress(0.0, text="Reading the graph …")
    st.session_state.pop("prepared", None)
    file = packed(store(), kind, choice, lambda done, words: bar.progress(done, text=words))
    st.session_state["prepared"] = (kind, choice, revision(), file)


def page() -> None:
    """Draw the page."""
    heading(
        "Export",
        "Take along what the filter leaves, or the whole graph, with its evidence; the same graph gives the same file, byte for byte.",
    )
    if not begun():
        return
    choice = chosen()
    whole = sum(known(readings.held).values())
    if choice.everything:
        st.caption(f"No filter is set: all {count(whole, 'node')} go into the file, with their links and evidence.")
    else:
        left = (
            count(len(occasions(choice)), "appearance"),
            count(len(relations(choice)), "relation"),
            count(len(articles(choice)), "article"),
        )
        st.info(
            f"The filter leaves {', '.join(left)}, with the figures, motives and sentences that belong to them.",
            icon=":material/filter_alt:",
        )
        if st.toggle("The whole graph nevertheless", key="whole", bind="query-params"):
            choice = Selection()
    name = "greenroom" if choice.everything else "greenroom-filter"
    kinds = [k for k in EXPORTS if choice.everything or k not in WHOLE]
    for n, kind in enumerate(kinds):
        if n % 3 == 0:
            columns = st.columns(3, gap="medium")
        title, use, icon = _USES.get(kind, (kind, "", "download"))
        with columns[n % 3], st.container(border=True, height="stretch", vertical_alignment="distribute"):
            st.markdown(f"#### :material/{icon}: {title}")
            st.caption(use)
            _download(kind, choice, whole, f"{name}-{kind}.zip")
    st.subheader("What is in it", anchor=False)
    with st.spinner("Counting …"):
        held = known(counts)
    st.caption(f"{count(sum(held.values()), 'node or link', 'nodes and links')} in the whole graph.")
    table([{"kind": kind, "number": number} for kind, number in held.items() if number], "counts", alt="Number of nodes and links by kind")


def _download(kind: str, choice: Selection, whole: int, file: str) -> None:
    prepared = st.session_state.get("prepared")
    ready = prepared[3] if prepared and prepared[:3] == (kind, choice, revision()) else None
    if whole > LARGE and ready is None:
        if st.button("Prepare", key=f"prepare-{kind}", icon=":material/inventory_2:", width="stretch"):
            _prepare(kind, choice)
            st.rerun()
        return

    def data() -> bytes:
        archive = ready or packed(store(), kind, choice)
        archive.seek(0)
        return archive.read()

    st.download_button(
        "Download", data=data, file_name=file, mime="application/zip",
        key=f"export-{kind}", on_click="ignore", icon=":material/download:", width="stretch",
    )  # fmt: skip


with guard():
    page()
