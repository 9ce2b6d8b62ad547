"""Search results, grouped by label."""

from __future__ import annotations

import streamlit as st

from graph.ontology import ontology
from graph.subgraph import search
from ui.parts.frame import plain
from ui.parts.knowledge import known
from ui.parts.links import ARTICLE, NETWORK, article_query, link, network_query
from ui.parts.phrases import count

PER_LABEL = 8


def found(text: str) -> None:
    """List what `text` finds, each leading to its network or article."""
    hits = known(search, text)
    if not hits:
        st.info(f"Nothing found for “{plain(text)}”. Try a surname, or the first letters of a name.", icon=":material/search_off:")
        return
    groups: dict[str, list[object]] = {}
    for hit in hits:
        groups.setdefault(hit.label, []).append(hit)
