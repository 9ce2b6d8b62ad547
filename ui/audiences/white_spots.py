"""White spots: what rivals reach and somebody does not, with the sentences that say so."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.subgraph.appearances import Occasion, Tie
from ui.audiences.behind import asked, behind, put
from ui.parts import look, readings
from ui.parts.frame import plain
from ui.parts.knowledge import known
from ui.parts.links import ARTICLE, article_query
from ui.parts.phrases import day, shorten
from ui.parts.spots import white_spots
from ui.parts.tables import table

_RIVALS = 4


def show(people: list[str], rows: list[Occasion], ties: list[Tie]) -> None:
    """Draw the view."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mine = st.selectbox("This person or campaign", people, key="mine", bind="query-params", width=280)
        others = [p for p in people if p != mine]
        rivals = st.multiselect(
            "does not reach what these do", others, default=others[:_RIVALS], key="rivals", bind="query-params", width=640
        )
    spots = white_spots(rows, ties, mine, rivals)
    if not spots:
        st.info(
            f"Nothing found: {plain(mine)} reaches all that the others are told to reach."
            if rivals
            else "Choose somebody to compare with.",
            icon=":material/check_circle:",
        )
        return
    said = known(readings.sentences, tuple(f for s in spots for f in s.facts))
    for kind, column in zip(("Platform", "Audience", "Show"), st.columns(3, gap="small"), strict=True):
        column.metric(f"{kind}s not reached", sum(1 for s in spots if s.kind == kind), border=True)
    st.caption(f"What {plain(mine)} is not told to reach; press a row to see what bears it out.")
    wanted = asked()

    def go(n: int) -> None:
        put(row=spots[n].kind, column=spots[n].name)

    table(
        [
            {
                "what": s.kind, "name": s.name, "reached by": ", ".join(s.rivals), "appearances": len(s.occasions), "relations": len(s.ties),
                "last": s.last, "sentence": next((said[f]["quote"] for f in s.facts if f in said), ""),
            }
            for s in spots
        ],
        "white-spots", alt="What only others reach", on_row=go, height=360, columns={"sentence": st.column_config.TextColumn(width="large")},
    )  # fmt: skip
    spot = next((s for s in spots if wanted == (s.kind, s.name)), None)
    if spot:
        behind(f"**{plain(spot.name)}** :gray[reached by] {plain(', '.join(spot.rivals))}", list(spot.occasions), list(spot.ties), "spot")
        for fact in spot.facts[:6]:
            if fact in said:
                _quoted(said[fact])


def _quoted(row: dict[str, Any]) -> None:
    look.quotation(row["quote"])
    where = " · ".join(x for x in (shorten(row["outlet"], 40), day(row["published"]) if row["published"] else "") if x)
    st.page_link(ARTICLE, label=plain(where), query_params=article_query(row["article"], row["start"]), icon=":material/read_more:")
