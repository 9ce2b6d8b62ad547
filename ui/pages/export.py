"""The export page: the whole graph as a file."""

from __future__ import annotations

import io
import zipfile
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st

from graph.export import EXPORTS, export
from graph.subgraph import counts
from ui.parts.beginning import begun
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


def packed(kind: str) -> bytes:
    """The files of an export in one archive, made when it is asked for; the same bytes for the same graph."""
    archive = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for path in sorted(export(store(), kind, folder)):
            # A fixed date: the archive must not differ from day to day.
            entry = zipfile.ZipInfo(str(Path(path).relative_to(folder)), (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, Path(path).read_bytes())
    return archive.getvalue()


def page() -> None:
    """Draw the page."""
    heading("Export", "Take the whole graph along, with its evidence; the same graph gives the same file, byte for byte.")
    if not begun():
        return
    held = known(counts)
    columns = st.columns(3, gap="medium")
    for n, kind in enumerate(EXPORTS):
        title, use, icon = _USES.get(kind, (kind, "", "download"))
        with columns[n % 3], st.container(border=True):
            st.markdown(f"#### :material/{icon}: {title}")
            st.caption(use)
            st.download_button(
                "Download", data=partial(packed, kind), file_name=f"greenroom-{kind}.zip", mime="application/zip",
                key=f"export-{kind}",
                on_click="ignore", icon=":material/download:", width="stretch",
            )  # fmt: skip
    st.subheader("What is in it", anchor=False)
    st.caption(f"{count(sum(held.values()), 'node or link', 'nodes and links')} in all.")
    table([{"kind": name, "number": number} for name, number in held.items() if number], "counts", alt="Number of nodes and links by kind")


with guard():
    page()
