"""The heat map: how often two kinds of participants come together; a cell opens the appearances behind it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from graph.subgraph.appearances import Occasion, Tie
from ui.audiences.behind import asked, behind, put
from ui.parts import readings
from ui.parts.frame import plain
from ui.parts.knowledge import known
from ui.parts.look import dark
from ui.parts.phrases import number
from ui.parts.spots import STATED
from ui.parts.tables import table

VIEWS = {
    "Person × platform": ("guests", "platforms"),
    "Person × show": ("guests", "shows"),
    "Host × guest": ("hosts", "guests"),
    "Person × topic": ("guests", "topics"),
    "Person × audience": ("guests", "audiences"),
    "Show × audience": ("shows", "audiences"),
    "Audience × platform": ("audiences", "platforms"),
}
_STATED = {"Person × audience": "Person", "Show × audience": "Show"}
"""Views to which relations that articles state add, and the label of who is tied by them."""
MEASURES = ("Number", "Distinct people", "Largest figure told")
MOST = 24
MANY = 10
"""Columns from which the grid is as wide as the page."""


def stated(view: str, ties: Sequence[Tie]) -> list[Tie]:
    """The relations that count in a view beside occasions."""
    label = _STATED.get(view)
    return [t for t in ties if label and t.type in STATED and t.source_label == label and t.target_label == "Audience"]


def grid(rows: Sequence[Occasion], ties: Sequence[Tie], slots: tuple[str, str], measure: str, figures: dict[str, float]) -> pd.DataFrame:
    """What comes together in each pair of fillers of two slots; columns up, across, number; the fullest rows and columns only."""
    up, across = slots
    pairs = [(u, a, o.id, p) for o in rows for u in getattr(o, up) for a in getattr(o, across) for p in (*o.guests, *o.hosts)]
    pairs += [(t.source, t.target, t.id, t.source) for t in ties]
    frame = pd.DataFrame(pairs, columns=["up", "across", "fact", "person"])
    if frame.empty:
        return pd.DataFrame(columns=["up", "across", "number"])
    frame["figure"] = frame["fact"].map(figures)
    facts = frame.drop_duplicates(["up", "across", "fact"])
    most = {c: set(facts[c].value_counts().head(MOST).index) for c in ("up", "across")}
    kept = frame[frame["up"].isin(most["up"]) & frame["across"].isin(most["across"])].groupby(["up", "across"], sort=True)
    if measure == "Largest figure told":
        numbers = kept["figure"].max().dropna()
    else:
        numbers = kept["person" if measure == "Distinct people" else "fact"].nunique()
    cells = numbers.rename("number").reset_index()
    return cells.sort_values(["number", "up", "across"], ascending=[False, True, True]).reset_index(drop=True)


def heat(cells: pd.DataFrame, cell: tuple[str, str] | None) -> alt.LayerChart:
    """The pairs as a heat map with figures; a press picks a cell, and the picked one is framed."""
    pick = alt.selection_point(name="cell", fields=["up", "across"], on="click", clear="dblclick")
    order, across = (cells.groupby(c)["number"].sum().sort_values(ascending=False, kind="stable").index.tolist() for c in ("up", "across"))
    ground = cells.assign(
        words=[number(v) for v in cells["number"]], picked=[(u, a) == cell for u, a in zip(cells["up"], cells["across"], strict=True)]
    )
    base = alt.Chart(ground).encode(
        x=alt.X(
            "across:N",
            title=None,
            sort=across,
            axis=alt.Axis(orient="top", labelAngle=-40, labelLimit=130, labelOverlap=False, domain=False, ticks=False, labelPadding=6),
        ),
        y=alt.Y("up:N", title=None, sort=order, axis=alt.Axis(labelLimit=190, labelOverlap=False, domain=False, ticks=False)),
        tooltip=[
            alt.Tooltip("up:N", title="Row"),
            alt.Tooltip("across:N", title="Column"),
            alt.Tooltip("words:N", title="Number"),
        ],
    )
    strong, weak, frame = ("#0d1512", "#ffffff", "#ffffff") if dark() else ("#ffffff", "#1b211f", "#1b211f")
    half = cells["number"].max() / 2
    boxes = base.mark_rect(cornerRadius=4, cursor="pointer").encode(
        color=alt.Color("number:Q", legend=None, scale=alt.Scale(domainMin=0)),
        stroke=alt.condition("datum.picked", alt.value(frame), alt.value("transparent")), strokeWidth=alt.value(2.5),
    ).add_params(pick)  # fmt: skip
    figures = base.mark_text(fontSize=11, fontWeight=600, cursor="pointer").encode(
        text="words:N", color=alt.condition(alt.datum.number > half, alt.value(strong), alt.value(weak))
    )
    # Many columns take the width there is, few would become bars.
    width: Any = "container" if len(across) >= MANY else alt.Step(min(110, 860 // max(1, len(across))))
    chart: alt.LayerChart = (boxes + figures).properties(width=width, height=alt.Step(28))
    return chart


def _picked(key: str) -> None:
    picked = dict(st.session_state[key].selection or {}).get("cell") or []
    if picked:
        put(row=str(picked[0]["up"]), column=str(picked[0]["across"]))
    else:
        put()


def show(rows: list[Occasion], ties: list[Tie]) -> None:
    """Draw the view."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        view = st.selectbox("Rows × columns", list(VIEWS), key="view", bind="query-params", width=240)
        measure = st.selectbox("Shown in a cell", MEASURES, key="measure", bind="query-params", width=220)
    slots = VIEWS[view]
    counted = stated(view, ties)
    figures = known(readings.figures)
    cells = grid(rows, counted, slots, measure, figures)
    if cells.empty:
        st.info("Nothing found: no article tells of both together.", icon=":material/search_off:")
        return
    cell = asked()
    key = f"heat-{'-'.join(slots)}-{measure}"
    st.altair_chart(
        heat(cells, cell),
        key=key,
        width="stretch" if cells["across"].nunique() >= MANY else "content",
        on_select=lambda: _picked(key),
        selection_mode="cell",
        alt=f"Heat map: {view}",
    )
    if measure == "Largest figure told":
        st.caption(
            "Figures of different units and days stand side by side: they are the largest that any article tells, and are never added up."
        )
    heads = [w.strip() for w in view.lower().split("×")]
    if cell is None:
        st.caption("Press a cell to see the appearances behind it.")
        table(cells.rename(columns={"up": heads[0], "across": heads[1]}), "heat", alt=view, height=240)
        return
    held = [o for o in rows if cell[0] in getattr(o, slots[0]) and cell[1] in getattr(o, slots[1])]
    said = [t for t in counted if (t.source, t.target) == cell]
    behind(f"**{plain(cell[0])}** and **{plain(cell[1])}**", held, said, "cell")
