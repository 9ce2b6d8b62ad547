"""The export page: what the filter leaves, or the whole graph, as a file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from graph.export import EXPORTS, STREAMED, export
from graph.selection import Selection
from graph.subgraph import counts
from ui.parts.beginning import begun
from ui.parts.choice import articles, occasions, relations
from ui.parts.filters import chosen
from ui.parts.frame import guard, heading
from ui.parts.knowledge import known, store
from ui.parts.phrases import count
from ui.parts.tables import table

_USES = {
    "csv": ("CSV tables", "A table for each kind: for pandas and spreadsheets.", "table"),
    "json": ("JSON", "Nodes and links in one document: for programs.", "data_object"),
    "graphml": ("GraphML", "For Gephi, yEd and networkx.", "schema"),
    "gexf": ("GEXF", "For Gephi, with colours and types.", "hub"),
    "cypher": ("Cypher", "Statements that build the same graph in Neo4j.", "terminal"),
}
LARGE = 50_000
"""Nodes and links from which an export is made first, with its progress told, and then downloaded."""


def packed(kind: str, choice: Selection, progress: Callable[[int], None] | None = None) -> bytes:
    """The files of an export in one archive, made when it is asked for; the same bytes for the same graph."""
    archive = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(export(store(), kind, folder, selection=choice, progress=progress)):
            # A fixed date: the archive must not differ from day to day.
            entry = zipfile.ZipInfo(str(Path(path).relative_to(folder)), (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with out.open(entry, "w") as member, Path(path).open("rb") as file:
                while part := file.read(1 << 20):
                    member.write(part)
    return archive.getvalue()


def _prepare(kind: str, choice: Selection, whole: int) -> None:
    """Make a large export, telling how far it is."""
    bar = st.progress(0.0, text="Reading the graph …")

    def step(read: int) -> None:
        bar.progress(min(0.8, 0.8 * read / max(whole, 1)), text=f"Reading the graph: {read:,} of {whole:,} nodes and links")

    data = packed(kind, choice, step)
    bar.progress(1.0, text="Ready")
    st.session_state["prepared"] = (kind, choice, data)


def page() -> None:
    """Draw the page."""
    heading(
        "Export",
        "Take along what the filter leaves, or the whole graph, with its evidence; the same graph gives the same file, byte for byte.",
    )
    if not begun():
        return
    choice = chosen()
    held = known(counts)
    whole = sum(held.values())
    if choice.everything:
        st.caption(f"No filter is set: all {count(whole, 'node or link', 'nodes and links')} go into the file.")
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
    columns = st.columns(3, gap="medium")
    for n, kind in enumerate(k for k in EXPORTS if k not in STREAMED):
        title, use, icon = _USES.get(kind, (kind, "", "download"))
        with columns[n % 3], st.container(border=True):
            st.markdown(f"#### :material/{icon}: {title}")
            st.caption(use)
            _download(kind, choice, whole, f"{name}-{kind}.zip")
    st.subheader("What is in it", anchor=False)
    st.caption(f"{count(whole, 'node or link', 'nodes and links')} in the whole graph.")
    table([{"kind": kind, "number": number} for kind, number in held.items() if number], "counts", alt="Number of nodes and links by kind")


def _download(kind: str, choice: Selection, whole: int, file: str) -> None:
    prepared = st.session_state.get("prepared")
    ready = prepared[2] if prepared and prepared[:2] == (kind, choice) else None
    if whole > LARGE and ready is None:
        if st.button("Prepare", key=f"prepare-{kind}", icon=":material/inventory_2:", width="stretch"):
            _prepare(kind, choice, whole)
            st.rerun()
        return
    st.download_button(
        "Download", data=ready if ready is not None else partial(packed, kind, choice), file_name=file, mime="application/zip",
        key=f"export-{kind}", on_click="ignore", icon=":material/download:", width="stretch",
    )  # fmt: skip


with guard():
    page()
