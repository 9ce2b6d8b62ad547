"""Search results, grouped by label."""

from __future__ import annotations

import streamlit as st

from graph.ontology import ontology
from graph.subgraph import Hit, search
from ui.parts.frame import plain
from ui.parts.knowledge import known
from ui.parts.links import NETWORK, link, network_query
from ui.parts.phrases import count

MOST = 40
COLUMNS = 3


def found(text: str) -> None:
    """List what `text` finds by label; each leads to its network."""
    hits = known(search, text, MOST)
    if not hits:
        st.info(f"Nothing found for “{plain(text)}”. Try a surname, or the first letters of a name.", icon=":material/search_off:")
        return
    groups: dict[str, list[Hit]] = {}
    for hit in hits:
        groups.setdefault(hit.label, []).append(hit)
    columns = st.columns(COLUMNS, gap="medium")
    # Each group goes into the column that is shortest so far.
    lengths = [0] * COLUMNS
    for label in (name for name in ontology().labels if name in groups):
        members = groups[label]
        shortest = lengths.index(min(lengths))
        lengths[shortest] += len(members) + 2
        with columns[shortest].container(border=True):
            st.markdown(f"**{label}** :gray[{len(members)}]")
            for hit in members:
                link(
                    NETWORK,
                    hit.name,
                    network_query(hit.id),
                    icon=f":material/{ontology().labels[label].icon}:",
                    note=count(hit.articles, "article") if hit.articles else None,
                )
    if len(hits) == MOST:
        st.caption(f"The first {MOST} are shown: type more letters to narrow it down.")
