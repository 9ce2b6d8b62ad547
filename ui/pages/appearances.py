"""The appearances page: swim lanes over time, a histogram whose brush filters, and the table of the same."""

from __future__ import annotations

from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from graph.records import KINDS, STATUSES
from ui.parts import readings
from ui.parts.beginning import begun
from ui.parts.frame import guard, heading
from ui.parts.knowledge import known
from ui.parts.links import NETWORK, network_query
from ui.parts.phrases import count
from ui.parts.tables import table

LANES = {"Person": "guests", "Platform": "platforms", "Show": "shows", "Host": "hosts"}
MOST_LANES = 18
_MONTHLY = alt.TimeIntervalStep("month", 1)
_MARKS = ["circle", "triangle-up", "cross"]


def points(rows: list[dict[str, Any]], slot: str) -> pd.DataFrame:
    """One row for each appearance and filler of `slot`: lane, when (day), name, kind, status, id; those without a day or month left out."""
    out = []
    for row in rows:
        if not row["date"] or len(row["date"]) < 7:
            continue
        when = pd.Timestamp(row["date"] if len(row["date"]) == 10 else f"{row['date']}-15")
        for lane in row[slot] or ["(not told)"]:
            out.append(
                {
                    "lane": lane,
                    "when": when,
                    "name": row["name"],
                    "kind": row["kind"],
                    "status": row["status"],
                    "id": row["id"],
                    "date": row["date"],
                }
            )
    return pd.DataFrame(out, columns=["lane", "when", "name", "kind", "status", "id", "date"])


def picture(frame_: pd.DataFrame, title: str) -> alt.VConcatChart:
    """Lanes over a histogram with a brush, on one time axis."""
    lanes = frame_["lane"].value_counts()
    shown = lanes.head(MOST_LANES).index.tolist()
    span = [frame_["when"].min() - pd.Timedelta(days=20), frame_["when"].max() + pd.Timedelta(days=20)]
    scale = alt.Scale(domain=[t.isoformat() for t in span])
    brush = alt.selection_interval(name="brush", encodings=["x"])
    dots = (
        alt.Chart(frame_[frame_["lane"].isin(shown)])
        .mark_point(size=110, filled=True, opacity=0.85)
        .encode(
            x=alt.X("when:T", title=None, scale=scale, axis=alt.Axis(format="%b %Y", labelOverlap=True, orient="top", tickCount=_MONTHLY)),
            y=alt.Y("lane:N", title=None, sort=shown, axis=alt.Axis(labelLimit=190, grid=True, domain=False, ticks=False)),
            color=alt.condition(
                brush,
                alt.Color("kind:N", title="Kind", sort=list(KINDS), legend=alt.Legend(labelExpr="replace(datum.label, '_', ' ')")),
                alt.value("#8a9691"),
            ),
            shape=alt.Shape(
                "status:N",
                title="Status",
                legend=alt.Legend(symbolFillColor="#7d8a86", symbolStrokeColor="#7d8a86"),
                scale=alt.Scale(domain=list(STATUSES), range=_MARKS),
            ),
            tooltip=[
                alt.Tooltip("name:N", title="Appearance"),
                alt.Tooltip("date:N", title="Date"),
                alt.Tooltip("kind:N", title="Kind"),
                alt.Tooltip("status:N", title="Status"),
            ],
        )
        .properties(height=max(120, 30 * len(shown)), width="container", title=alt.Title(title, fontSize=13, anchor="start"))
    )
    bars = (
        alt.Chart(frame_.drop_duplicates("id"))
        .mark_bar(cornerRadius=2)
        .encode(
            x=alt.X(
                "yearmonth(when):T",
                title="Drag over the bars to filter the table",
                scale=scale,
                axis=alt.Axis(format="%b %Y", labelOverlap=True, tickCount=_MONTHLY),
            ),
            y=alt.Y("count():Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=3)),
            opacity=alt.condition(brush, alt.value(0.95), alt.value(0.3)),
        )
        .add_params(brush)
        .properties(height=80, width="container")
    )
    chart: alt.VConcatChart = alt.vconcat(dots, bars, spacing=8).resolve_scale(color="independent")
    return chart


def brushed(rows: list[dict[str, Any]], selection: Any) -> list[dict[str, Any]]:
    """The rows within the brush; all where nothing is brushed."""
    span = next((v for v in dict(selection or {}).values() if isinstance(v, list) and len(v) == 2), None)
    if span is None:
        return rows
    low, high = (pd.Timestamp(v, unit="ms") for v in span)
    return [
        r
        for r in rows
        if r["date"] and len(r["date"]) >= 7 and low <= pd.Timestamp(r["date"] if len(r["date"]) == 10 else f"{r['date']}-15") <= high
    ]


def page() -> None:
    """Draw the page."""
    heading(
        "Appearances",
        "Every occasion on which somebody spoke through media, over time; drag over the months to filter, press a row to see its network.",
    )
    if not begun():
        return
    rows = known(readings.appearances)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = st.segmented_control("Lanes by", list(LANES), default="Person", key="lanes", bind="query-params", required=True) or "Person"
        kinds = st.multiselect(
            "Kind", [k for k in KINDS if any(r["kind"] == k for r in rows)], key="kinds", bind="query-params", placeholder="all"
        )
        statuses = st.multiselect("Status", list(STATUSES), key="statuses", bind="query-params", placeholder="all")
    rows = [r for r in rows if (not kinds or r["kind"] in kinds) and (not statuses or r["status"] in statuses)]
    data = points(rows, LANES[by])
    if data.empty:
        st.info("Nothing found with a known month.", icon=":material/search_off:")
        shown = rows
    else:
        event = st.altair_chart(
            picture(data, ""),
            key="lanes-chart",
            on_select="rerun",
            selection_mode="brush",
            alt="Appearances over time in lanes, with a histogram",
        )
        shown = brushed(rows, event.selection)
        lanes = data["lane"].nunique()
        left_out = f" The {MOST_LANES} fullest of {lanes} lanes are drawn." if lanes > MOST_LANES else ""
        undated = sum(1 for r in rows if not r["date"] or len(r["date"]) < 7)
        st.caption(
            f"{count(len(shown), 'appearance')} in the table.{left_out}"
            + (f" {count(undated, 'appearance')} without a known month not drawn." if undated else "")
        )

    def open_row(number: int) -> None:
        st.session_state["go"] = shown[number]["id"]

    table(
        [{k: ", ".join(v) if isinstance(v, list) else v for k, v in r.items()} for r in shown],
        "appearances",
        alt="Appearances",
        hidden=("id", "name"),
        on_row=open_row,
        height=420,
    )
    if "go" in st.session_state:
        st.switch_page(NETWORK, query_params=network_query(st.session_state.pop("go")))


with guard():
    page()
