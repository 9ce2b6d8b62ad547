"""The overview page: search, counts, appearances by month, the newest articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from graph.selection import Selection
from graph.subgraph.appearances import Occasion
from ui.parts import readings
from ui.parts.beginning import begun
from ui.parts.choice import articles, occasions
from ui.parts.filters import MOST_NAMES, chosen
from ui.parts.finding import found
from ui.parts.frame import guard, heading
from ui.parts.knowledge import known
from ui.parts.links import ARTICLE, NETWORK, article_query, link, network_query
from ui.parts.phrases import count, day, number, shorten

_FIGURES = (
    ("Article", "Articles"),
    ("Person", "People"),
    ("Appearance", "Appearances"),
    ("Show", "Shows"),
    ("Platform", "Platforms"),
    ("Audience", "Audiences"),
)
LEAST_MONTHS = 12
MOST_ARTICLES = 5000


def months(dates: list[str]) -> pd.DataFrame:
    """Number of appearances by month, with months that have none, at least LEAST_MONTHS; columns month (a day), appearances."""
    found_in = Counter(d[:7] for d in dates if len(d) >= 7)
    if not found_in:
        return pd.DataFrame({"month": [], "appearances": []})
    last = pd.Period(max(found_in), "M")
    span = pd.period_range(min(pd.Period(min(found_in), "M"), last - (LEAST_MONTHS - 1)), last, freq="M")
    return pd.DataFrame({"month": span.to_timestamp(), "appearances": [found_in.get(str(m), 0) for m in span]})


def timeline(frame_: pd.DataFrame) -> None:
    """Bars by month."""
    chart = (
        alt.Chart(frame_)
        .mark_bar(cornerRadiusTopLeft=3, cornerRadiusTopRight=3)
        .encode(
            x=alt.X("yearmonth(month):T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0, labelOverlap=True, grid=False)),
            y=alt.Y("appearances:Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4)),
            tooltip=[alt.Tooltip("yearmonth(month):T", title="Month"), alt.Tooltip("appearances:Q", title="Appearances")],
        )
        .properties(height=250)
    )
    st.altair_chart(chart, alt="Bars: number of appearances in each month")


def _left(rows: Sequence[Occasion], choice: Selection) -> dict[str, int]:
    """How much the filter leaves, by label."""
    return {
        "Article": len(articles(choice)),
        "Person": len({n for r in rows for n in (*r.guests, *r.hosts)}),
        "Appearance": len(rows),
        "Show": len({n for r in rows for n in r.shows}),
        "Platform": len({n for r in rows for n in r.platforms}),
        "Audience": len({n for r in rows for n in r.audiences}),
    }


def _leading(label: str, most: int, choice: Selection, rows: Sequence[Occasion]) -> list[dict[str, Any]]:
    """The nodes of a label that most articles mention, or under a filter those that take part in most of what it leaves."""
    if choice.everything:
        return known(readings.leading, label, most)
    slots = {"Person": ("guests", "hosts"), "Show": ("shows",), "Platform": ("platforms",)}[label]
    times = Counter(n for r in rows for slot in slots for n in getattr(r, slot))
    found_by_name = {r["name"]: r for r in known(readings.leading, label, MOST_NAMES)}
    best = sorted((n for n in times if n in found_by_name), key=lambda n: (-times[n], n))[:most]
    return [found_by_name[n] for n in best]


def page() -> None:
    """Draw the page."""
    heading(
        "Who appears where, before whom, and why",
        "Search anything that the articles name; open it to see what stands around it and which sentences say so.",
    )
    if not begun():
        return
    choice = chosen()
    with st.container(key="search"):
        text = st.text_input(
            "Search people, shows, platforms, audiences, topics",
            key="q",
            type="search",
            live=True,
            bind="query-params",
            placeholder="Search a person, show, platform, audience or topic …",
            label_visibility="collapsed",
            icon=":material/search:",
            max_chars=200,
        )
    if text and text.strip():
        found(text.strip())
        return
    held = known(readings.held) if choice.everything else _left(occasions(choice), choice)
    for column, (label, words) in zip(st.columns(len(_FIGURES), gap="small"), _FIGURES, strict=True):
        column.metric(words, number(held.get(label, 0)), border=True)
    rows = occasions(choice)
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.subheader("Appearances by month", anchor=False)
        dated = months([r.date for r in rows if r.date and r.status == "occurred"])
        if dated.empty:
            st.info("No appearance with a known month yet.", icon=":material/event_busy:")
        else:
            timeline(dated)
        st.subheader("Newest articles", anchor=False)
        told = None if choice.everything else articles(choice)
        newest = known(readings.newest, 6) if told is None else [r for r in known(readings.newest, MOST_ARTICLES) if r["node"] in told][:6]
        for row in newest:
            note = " · ".join(x for x in (row["outlet"], day(row["published"]) if row["published"] else None) if x)
            link(ARTICLE, shorten(row["title"], 64), article_query(row["id"]), icon=":material/article:", note=note)
    with right:
        for label, words, icon in (
            ("Person", "Most written about", "person"),
            ("Show", "Shows", "podcasts"),
            ("Platform", "Platforms", "stream"),
        ):
            leaders = _leading(label, 6 if label == "Person" else 4, choice, rows)
            if leaders:
                st.subheader(words, anchor=False)
                for row in leaders:
                    link(NETWORK, row["name"], network_query(row["id"]), icon=f":material/{icon}:", note=count(row["articles"], "article"))


with guard():
    page()
