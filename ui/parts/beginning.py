"""What an empty store shows: how to begin, with one button that loads the sample articles."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import streamlit as st

from ui.parts import imports, readings
from ui.parts.frame import plain
from ui.parts.knowledge import known, store

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "articles"


def begun() -> bool:
    """Whether the store holds an article; where not, the page shows how to begin."""
    if known(readings.held).get("Article"):
        return True
    _beginning()
    return False


def _beginning() -> None:
    """Say what there is to do, and do it on request."""
    with st.container(border=True, key="beginning"):
        st.subheader("The store is empty: begin with the sample articles", anchor=False)
        st.markdown(
            "Greenroom reads news articles and keeps who appeared where, with whom, before which audience, and why. "
            "The samples take about a minute; every fact then leads to its sentence."
        )
        _samples("primary")
        st.markdown("Your own articles (Markdown, text, HTML, JSON, CSV) come in on the next page, or at the command line:")
        st.page_link("ui/pages/add.py", label="Add articles", icon=":material/library_add:")
        st.code("greenroom ingest FOLDER", language="bash")


def sample_button() -> None:
    """The button that loads the sample articles, while the store is empty."""
    if not known(readings.held).get("Article"):
        _samples("secondary")


def _samples(kind: Literal["primary", "secondary"]) -> None:
    if SAMPLES.is_dir() and any(SAMPLES.iterdir()):
        if st.button("Load the sample articles", type=kind, icon=":material/auto_stories:", key="load-samples"):
            _load()
    else:
        st.info("This installation has no sample articles.", icon=":material/folder_off:")


def _load() -> None:
    from etl.run import ingest

    bar = st.progress(0.0, text="Reading the language model …")

    def step(done: int, of: int) -> None:
        bar.progress(done / max(of, 1), text=f"{done} of {of} articles")

    summary = ingest([str(SAMPLES)], store(), progress=step)
    imports.anew()
    for reject in summary.rejects:
        st.warning(plain(str(reject)), icon=":material/block:")
    bar.progress(1.0, text=plain(str(summary)))
    st.rerun()
