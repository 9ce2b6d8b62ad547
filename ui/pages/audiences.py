"""The audiences page: who is on which platform or show, before whom, and which audiences somebody does not reach."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from ui.parts import readings
from ui.parts.beginning import begun
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known
from ui.parts.look import dark
from ui.parts.palette import kinds
from ui.parts.phrases import count
from ui.parts.tables import table

VIEWS = {
    "Person × platform": ("guests", "platforms"),
    "Person × show": ("guests", "shows"),
    "Host × guest": ("hosts", "guests"),
    "Person × topic": ("guests", "topics"),
    "Person × audience": ("person", "audience"),
    "Show × audience": ("show", "audience"),
}
MOST = 24
MOST_BANDS = 30


def told(up: str, across: str) -> list[dict[str, Any]]:
    """The rows behind a view, each with lists of names in the two slots."""
    if across != "audience":
        return [r for r in known(readings.appearances) if r["status"] == "occurred"]
    if up == "person":
        return [{**r, "person": [r["person"]], "audience": [r["audience"]]} for r in known(readings.reached)]
    return [{**r, "show": [r["show"]], "audience": [r["audience"]]} for r in known(readings.publics)]


def grid(rows: Sequence[dict[str, Any]], up: str, across: str) -> pd.DataFrame:
    """How often each pair of fillers of two slots comes together; columns up, across, number; the fullest rows and columns only."""
    pairs = pd.DataFrame([(u, a) for r in rows for u in r[up] for a in r[across]], columns=["up", "across"])
    if pairs.empty:
        return pairs.assign(number=[])
    most_up, most_across = (set(pairs[c].value_counts().head(MOST).index) for c in ("up", "across"))
    kept = pairs[pairs["up"].isin(most_up) & pairs["across"].isin(most_across)]
    return kept.value_counts().rename("number").reset_index().sort_values(["number", "up", "across"], ascending=[False, True, True])


def heat(cells: pd.DataFrame) -> alt.LayerChart:
    """The pairs as a heat map with figures; a press picks a cell."""
    pick = alt.selection_point(name="cell", fields=["up", "across"], on="click", clear="dblclick")
    order = cells.groupby("up")["number"].sum().sort_values(ascending=False).index.tolist()
    across = cells.groupby("across")["number"].sum().sort_values(ascending=False).index.tolist()
    base = alt.Chart(cells).encode(
        x=alt.X(
            "across:N",
            title=None,
            sort=across,
            axis=alt.Axis(orient="top", labelAngle=-45, labelLimit=150, labelOverlap=False, domain=False, ticks=False),
        ),
        y=alt.Y("up:N", title=None, sort=order, axis=alt.Axis(labelLimit=190, labelOverlap=False, domain=False, ticks=False)),
        tooltip=[
            alt.Tooltip("up:N", title="Row"),
            alt.Tooltip("across:N", title="Column"),
            alt.Tooltip("number:Q", title="Number"),
        ],
    )
    strong, weak = ("#0d1512", "#ffffff") if dark() else ("#ffffff", "#1b211f")
    half = cells["number"].max() / 2
    boxes = base.mark_rect(cornerRadius=4, stroke="transparent").encode(
        color=alt.Color("number:Q", legend=None, scale=alt.Scale(domainMin=0)), opacity=alt.condition(pick, alt.value(1), alt.value(0.35))
    ).add_params(pick)  # fmt: skip
    figures = base.mark_text(fontSize=12, fontWeight=600).encode(
        text="number:Q", color=alt.condition(alt.datum.number > half, alt.value(strong), alt.value(weak))
    )
    chart: alt.LayerChart = (boxes + figures).properties(width=alt.Step(46), height=alt.Step(30))
    return chart


def flows(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """An option for ECharts: bands person → show → platform, the MOST_BANDS widest of each."""
    bands: dict[tuple[str, str], int] = {}
    for r in rows:
        for left, right, marks in ((r["guests"], r["shows"], (" ", "  ")), (r["shows"], r["platforms"], ("  ", "   "))):
            for one in left:
                for other in right:
                    # A name may stand in two columns; the blanks after it keep the two apart.
                    key = (one + marks[0], other + marks[1])
                    bands[key] = bands.get(key, 0) + 1
    widest = sorted(bands.items(), key=lambda b: (-b[1], b[0]))[: 2 * MOST_BANDS]
    names = sorted({end for pair, _ in widest for end in pair})
    paints = {blanks: kinds()[label]["dark" if dark() else "light"] for blanks, label in ((1, "Person"), (2, "Show"), (3, "Platform"))}
    return {
        "tooltip": {"trigger": "item", "renderMode": "richText"},
        "series": [
            {
                "type": "sankey",
                "data": [{"name": n, "itemStyle": {"color": paints[len(n) - len(n.rstrip())]}} for n in names],
                "nodeAlign": "left",
                "links": [{"source": a, "target": b, "value": v} for (a, b), v in widest],
                "lineStyle": {"color": "source", "opacity": 0.28},
                "label": {"fontSize": 12},
                "nodeGap": 9,
                "left": 10,
                "right": 150,
                "top": 10,
                "bottom": 10,
            }
        ],
    }


def _cell(selection: Any) -> tuple[str, str] | None:
    picked = dict(selection or {}).get("cell") or []
    return (str(picked[0]["up"]), str(picked[0]["across"])) if picked else None


def _white_spots() -> None:
    people = [r["name"] for r in known(readings.leading, "Person", 200)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        mine = st.selectbox("This person", people, key="mine", bind="query-params")
        rival = st.selectbox("Compared with", people, index=min(1, len(people) - 1), key="rival", bind="query-params")
    rows = known(readings.reached)
    own = {r["audience"] for r in rows if r["person"] == mine}
    spots = [r for r in rows if r["person"] == rival and r["audience"] not in own]
    if spots:
        st.markdown(f"Audiences that **{plain(str(rival))}** reaches or courts and **{plain(str(mine))}** does not:")
    table(spots, "white-spots", alt="Audiences that only the other reaches", height=260)


def page() -> None:
    """Draw the page."""
    heading(
        "Audiences and platforms", "Who is heard where: the stronger a cell, the more often; a press on it lists what stands behind it."
    )
    if not begun():
        return
    view = (
        st.segmented_control("Picture", list(VIEWS), default="Person × platform", key="view", bind="query-params", required=True)
        or "Person × platform"
    )
    up, across = VIEWS[view]
    rows = told(up, across)
    cells = grid(rows, up, across)
    if cells.empty:
        st.info("Nothing found: no article tells of both together.", icon=":material/search_off:")
    else:
        event = st.altair_chart(
            heat(cells), key=f"heat-{up}-{across}", width="content", on_select="rerun", selection_mode="cell", alt=f"Heat map: {view}"
        )
        cell = _cell(event.selection)
        shown = [r for r in rows if cell is None or (cell[0] in r[up] and cell[1] in r[across])]
        if cell is None:
            table(cells.rename(columns={"up": view.split(" × ")[0].lower(), "across": view.split(" × ")[1]}), "heat", alt=view, height=240)
        else:
            st.markdown(f"**{plain(cell[0])}** and **{plain(cell[1])}** :gray[{count(len(shown), 'row')}]")
            table(
                [{k: ", ".join(v) if isinstance(v, list) else v for k, v in r.items()} for r in shown],
                "cell",
                alt="What stands behind the cell",
                hidden=("id", "name"),
            )
    st.subheader("From people over shows to platforms", anchor=False)
    option = flows(told("guests", "platforms"))
    if option["series"][0]["links"]:
        st.echarts_chart(option, height=460, key="flows")
    else:
        st.info("Nothing found: no appearance names a show.", icon=":material/search_off:")
    st.subheader("White spots", anchor=False)
    _white_spots()


with guard():
    page()
