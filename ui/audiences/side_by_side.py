"""Two people or campaigns side by side: figures, months, and what only one of them reaches."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from graph.subgraph.appearances import Occasion, Tie
from ui.parts import look, readings
from ui.parts.card import occasion_table
from ui.parts.frame import plain
from ui.parts.knowledge import known
from ui.parts.phrases import count, number
from ui.parts.spots import compare, reached, with_person
from ui.parts.tables import table


def show(people: list[str], rows: list[Occasion], ties: list[Tie]) -> None:
    """Draw the view."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        first = st.selectbox("One", people, key="one", bind="query-params", width=280)
        second = st.selectbox("The other", people, index=1, key="other", bind="query-params", width=280)
    figures = known(readings.figures)
    for who, column in zip((first, second), st.columns(2, gap="medium"), strict=True):
        own = [o for o in with_person(rows, who) if o.status == "occurred"]
        reach = reached(rows, ties, who)
        most = max((figures[o.id] for o in own if o.id in figures), default=None)
        with column:
            st.markdown(f"#### {plain(who)}")
            for (term, value), place in zip(
                (
                    ("Appearances", len(own)), ("Platforms", sum(1 for k, _ in reach if k == "Platform")),
                    ("Audiences", sum(1 for k, _ in reach if k == "Audience")),
                ), st.columns(3, gap="small"), strict=True,
            ):  # fmt: skip
                place.metric(term, number(value))
            look.small(f"Largest figure told of one of them: {number(most)}.")
    _months(rows, (first, second))
    found = compare(rows, ties, first, second)
    look.compared(
        ["", f"only {first}", "both", f"only {second}"],
        [[d.term, *("; ".join(names) for names in (d.first, d.both, d.second))] for d in found],
        marked=[False] * len(found),
        links=[""] * 4,
    )
    table(
        [
            {"term": d.term, "name": n, "who": who}
            for d in found
            for who, names in ((first, d.first), ("both", d.both), (second, d.second))
            for n in names
        ],
        "side-by-side", alt="Two side by side", shown=False,
    )  # fmt: skip
    both = [o for o in rows if all(w in (*o.guests, *o.hosts) for w in (first, second))]
    if both:
        st.markdown(f"**Together** :gray[{count(len(both), 'appearance')}; press a row for its card]")
        occasion_table(both, "together")


def _months(rows: Sequence[Occasion], people: tuple[str, str]) -> None:
    frame = pd.DataFrame(
        [(w, pd.Timestamp(f"{o.date[:7]}-01")) for w in dict.fromkeys(people) for o in with_person(rows, w) if o.date and len(o.date) >= 7],
        columns=["who", "month"],
    )
    if frame.empty:
        return
    ends = alt.Scale(
        domain=[(frame["month"].min() - pd.Timedelta(days=20)).isoformat(), (frame["month"].max() + pd.Timedelta(days=45)).isoformat()]
    )
    most = int(frame.value_counts().max())
    # One chart over the other instead of a facet, which cannot be as wide as the page.
    charts = [
        alt.Chart(frame[frame["who"] == who], title=alt.Title(who, anchor="start", fontSize=12, fontWeight="normal"))
        .mark_bar(cornerRadius=2)
        .encode(
            x=alt.X("yearmonth(month):T", title=None, scale=ends, axis=alt.Axis(format="%b %Y", labelOverlap=True, grid=False)),
            y=alt.Y("count():Q", title=None, scale=alt.Scale(domain=[0, most]), axis=alt.Axis(tickMinStep=1, tickCount=3)),
            color=alt.Color("who:N", legend=None, scale=alt.Scale(domain=list(dict.fromkeys(people)))),
            tooltip=[
                alt.Tooltip("who:N", title="Who"),
                alt.Tooltip("yearmonth(month):T", title="Month"),
                alt.Tooltip("count():Q", title="Appearances"),
            ],
        )
        .properties(height=70, width="container")
        for who in dict.fromkeys(people)
        if (frame["who"] == who).any()
    ]
    chart = alt.vconcat(*charts, spacing=10)
    st.altair_chart(chart, key="months-of-two", alt="Bars: appearances of both by month")
