"""The appearances page: swim lanes over time, a histogram whose brush filters, and the table of the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from graph.records import KINDS, STATUSES
from graph.subgraph.appearances import Occasion
from ui.parts.beginning import begun
from ui.parts.card import occasion_table, open_card
from ui.parts.card import shown as card
from ui.parts.choice import occasions
from ui.parts.filters import chosen
from ui.parts.frame import guard, heading
from ui.parts.phrases import count, day

LANES = {"Person": "guests", "Platform": "platforms", "Show": "shows", "Host": "hosts"}
MOST_LANES = 18
MOST_DOTS = 3000
"""Dots that are drawn at most, the latest; the bars and the table have all."""
_LEAST = pd.Timedelta(days=180)
"""What the time axis covers at least."""
_MONTHLY = alt.TimeIntervalStep("month", 1)
_MARKS = ["circle", "triangle-up", "cross"]


def middle(when: str | None) -> pd.Timestamp | None:
    """Where a date is drawn: a month in its middle; None where not even the month is known."""
    if not when or len(when) < 7:
        return None
    return pd.Timestamp(when if len(when) == 10 else f"{when}-15")


def points(rows: Sequence[Occasion], slot: str) -> pd.DataFrame:
    """One row for each appearance and filler of `slot`: lane, when (day), name, kind, status, id; those without a day or month left out."""
    out = [
        {"lane": lane, "when": when, "name": row.name, "kind": row.kind, "status": row.status, "id": row.id, "date": row.date}
        for row in rows
        if (when := middle(row.date)) is not None
        for lane in getattr(row, slot) or ["(not told)"]
    ]
    return pd.DataFrame(out, columns=["lane", "when", "name", "kind", "status", "id", "date"])


def picture(frame_: pd.DataFrame, span: tuple[str, str] | None) -> alt.VConcatChart:
    """Lanes over a histogram with a brush, on one time axis; `span` is what the brush covers at first."""
    lanes = frame_["lane"].value_counts()
    shown = lanes.head(MOST_LANES).index.tolist()
    first, last = frame_["when"].min(), frame_["when"].max()
    # A few days alone would make a month as wide as the page.
    margin = max(pd.Timedelta(days=20), (_LEAST - (last - first)) / 2)
    ends = [first - margin, last + margin]
    scale = alt.Scale(domain=[t.isoformat() for t in ends])
    # Vega wants the ends of a brush as milliseconds.
    at_first: Any = {"x": [int(pd.Timestamp(v).timestamp() * 1000) for v in span]} if span else alt.Undefined
    brush = alt.selection_interval(name="brush", encodings=["x"], value=at_first)
    dot = alt.selection_point(name="dot", fields=["id"], on="click", clear="dblclick")
    months = frame_.drop_duplicates("id").groupby(frame_["when"].dt.strftime("%Y-%m-15"), sort=True).size()
    dots = (
        alt.Chart(frame_[frame_["lane"].isin(shown)].head(MOST_DOTS))
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
        .properties(height=max(120, 30 * len(shown)), width="container")
        .add_params(dot)
    )
    bars = (
        alt.Chart(pd.DataFrame({"when": pd.to_datetime(months.index), "number": months.to_numpy()}))
        .mark_bar(cornerRadius=2)
        .encode(
            x=alt.X(
                "yearmonth(when):T",
                title="Drag over the bars to filter the table",
                scale=scale,
                axis=alt.Axis(format="%b %Y", labelOverlap=True, tickCount=_MONTHLY),
            ),
            y=alt.Y("sum(number):Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=3)),
            opacity=alt.condition(brush, alt.value(0.95), alt.value(0.3)),
            tooltip=[
                alt.Tooltip("yearmonth(when):T", title="Month", format="%B %Y"),
                alt.Tooltip("sum(number):Q", title="Appearances"),
            ],
        )
        .add_params(brush)
        .properties(height=80, width="container")
    )
    # As SVG the brush would be two images without a text for screen readers.
    chart: alt.VConcatChart = (
        alt.vconcat(dots, bars, spacing=8).resolve_scale(color="independent").properties(usermeta={"embedOptions": {"renderer": "canvas"}})
    )
    return chart


def within(rows: Sequence[Occasion], span: tuple[str, str] | None) -> list[Occasion]:
    """The rows of which the day or month lies between two ISO days; all where there is no span."""
    if span is None:
        return list(rows)
    low, high = (pd.Timestamp(v) for v in span)
    return [r for r in rows if (when := middle(r.date)) is not None and low <= when <= high]


def _span() -> tuple[str, str] | None:
    """The two days that the address names."""
    days = st.query_params.get("brush", "").split(",")
    try:
        return (date.fromisoformat(days[0]).isoformat(), date.fromisoformat(days[1]).isoformat())
    except (ValueError, IndexError):
        return None


def _selected() -> None:
    """Write into the address what was brushed or pressed in the chart."""
    selection = dict(st.session_state["lanes-chart"].selection or {})
    span = next((v for v in dict(selection.get("brush") or {}).values() if isinstance(v, list) and len(v) == 2), None)
    if span:
        st.query_params["brush"] = ",".join(f"{pd.Timestamp(v, unit='ms'):%Y-%m-%d}" for v in span)
    else:
        st.query_params.pop("brush", None)
    dots = selection.get("dot") or []
    if dots:
        open_card(str(dots[0]["id"]))


def page() -> None:
    """Draw the page."""
    heading(
        "Appearances",
        "Every occasion on which somebody spoke through media, over time; drag over the months to filter, press a dot or a row for its card.",
    )
    if not begun():
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        by = st.segmented_control("Lanes by", list(LANES), default="Person", key="lanes", bind="query-params", required=True) or "Person"
        statuses = st.multiselect("Status", list(STATUSES), key="statuses", bind="query-params", placeholder="all", width=320)
    rows = [r for r in occasions(chosen()) if not statuses or r.status in statuses]
    if not rows:
        st.info("Nothing found: no appearance fits the filter.", icon=":material/filter_alt_off:")
        return
    data = points(rows, LANES[by])
    span = _span()
    if data.empty:
        st.info("Nothing found with a known month.", icon=":material/search_off:")
        span = None
    else:
        # The chart begins with what the address says; later changes come from the chart itself.
        first = st.session_state.setdefault("first-brush", span)
        st.altair_chart(
            picture(data, first), key="lanes-chart", on_select=_selected, selection_mode=["brush", "dot"],
            alt="Appearances over time in lanes, with a histogram",
        )  # fmt: skip
    shown = within(rows, span)
    lanes = data["lane"].nunique()
    left_out = f" The {MOST_LANES} fullest of {lanes} lanes are drawn." if lanes > MOST_LANES else ""
    left_out += f" Of dots the latest {MOST_DOTS:,} are drawn." if len(data) > MOST_DOTS else ""
    undated = sum(1 for r in rows if middle(r.date) is None)
    between = f" between {day(span[0])} and {day(span[1])}" if span else ""
    st.caption(
        f"{count(len(shown), 'appearance')} in the table{between}.{left_out}"
        + (f" {count(undated, 'appearance')} without a known month not drawn." if undated else "")
    )
    occasion_table(shown, "appearances", height=420)
    card()


with guard():
    page()
