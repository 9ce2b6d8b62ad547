"""The strategy page: profiles, comparisons, who opens doors, next steps, and what is new, exclusive or disputed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from graph.queries import questions
from graph.store import Result
from ui.parts import look
from ui.parts.answers import answer
from ui.parts.asking import asked, defined, field
from ui.parts.beginning import begun
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known

VIEWS: Mapping[str, str] = {
    "Profile": "profile",
    "Two profiles": "profiles_compared",
    "Next steps": "next_steps",
    "Door openers": "brokers",
    "Communities": "communities",
    "Reach": "reach_over_time",
    "Overlaps": "audience_overlap",
    "New": "changed_since",
    "Exclusives": "single_source",
    "Disputed": "disagreements",
}
"""The parts of the page, and the shipped question that each asks."""
_PAGING = ("limit", "skip")
_PARTS = ("before", "after", "undated")
_MOST_BARS = 8
_MOST_STEPS = 6
_TONE = ("endorsed by", "supported by", "criticised by", "sued by")
_PANELS = (
    "kind of appearance", "show", "platform", "with", "audience reached", "audience wanted", "topic", "place", *_TONE, "uses", "partner", "motive",
)  # fmt: skip
"""Aspects of a profile that are drawn, in order; the table has them all."""

Rows = Sequence[Mapping[str, Any]]


def _profile(rows: Rows, given: Mapping[str, Any]) -> None:
    """Small bars for each aspect, split at the date where there is one."""
    divided = any(r["before"] is not None for r in rows)
    frame = pd.DataFrame(
        [
            (r["aspect"], r["value"], part, times)
            for r in rows
            for part, times in (
                (("before", r["before"] or 0), ("after", r["after"] or 0), ("undated", r["times"] - (r["before"] or 0) - (r["after"] or 0)))
                if divided
                else (("times", r["times"]),)
            )
        ],
        columns=["aspect", "value", "part", "times"],
    )
    if divided:
        look.key(_PARTS)
    with st.container(key="panels"):
        for panel in [p for p in _PANELS if (frame["aspect"] == p).any()]:
            with st.container(gap="xsmall"):
                st.markdown(f"**{panel.capitalize()}**")
                _bars(frame[frame["aspect"] == panel], panel, divided=divided)


def _bars(frame: pd.DataFrame, name: str, *, divided: bool) -> None:
    values = frame.groupby("value", sort=False)["times"].sum().sort_values(ascending=False, kind="stable").index[:_MOST_BARS].tolist()
    shown = frame[frame["value"].isin(values) & (frame["times"] > 0)]
    shown = shown.assign(order=[_PARTS.index(p) if p in _PARTS else 0 for p in shown["part"]])
    # One key stands above all the bars: in each of so many small pictures it would be cut off.
    chart = (
        alt.Chart(shown)
        .mark_bar(cornerRadius=2, height=14)
        .encode(
            y=alt.Y("value:N", title=None, sort=values, axis=alt.Axis(labelLimit=150, domain=False, ticks=False)),
            x=alt.X("sum(times):Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=4, grid=False)),
            color=alt.Color("part:N", scale=alt.Scale(domain=list(_PARTS)) if divided else alt.Undefined, legend=None),
            order=alt.Order("order:Q"),
            tooltip=[alt.Tooltip("value:N", title="What"), alt.Tooltip("part:N", title="When"), alt.Tooltip("times:Q", title="Times")],
        )
        .properties(height=alt.Step(22))
    )
    st.altair_chart(chart, key=f"profile-{name}", alt=f"Bars: {name}")


def _two(rows: Rows, given: Mapping[str, Any]) -> None:
    """What sets the two apart most, left and right of the middle."""
    a, b = given["a"], given["b"]
    apart = sorted((r for r in rows if r["difference"]), key=lambda r: -abs(r["difference"]))[:24]
    frame = pd.DataFrame([{"what": f"{r['value']} · {r['aspect']}", "difference": r["difference"], "of": a if r["difference"] > 0 else b}
                          for r in apart])  # fmt: skip
    if frame.empty:
        return
    order = frame.sort_values("difference", ascending=False, kind="stable")["what"].tolist()
    chart = (
        alt.Chart(frame)
        .mark_bar(cornerRadius=2, height=14)
        .encode(
            y=alt.Y("what:N", title=None, sort=order, axis=alt.Axis(labelLimit=320, domain=False, ticks=False)),
            x=alt.X(
                "difference:Q", title=f"← more of {b} · share within the aspect · more of {a} →", axis=alt.Axis(format="+.0%", grid=True)
            ),
            color=alt.Color("of:N", sort=[a, b], title=None, legend=alt.Legend(orient="top")),
            tooltip=[alt.Tooltip("what:N", title="What"), alt.Tooltip("difference:Q", title="Difference", format="+.0%")],
        )
        .properties(height=alt.Step(22))
    )
    st.altair_chart(chart, key="two-profiles", alt="Bars: what sets the two apart")


def _steps(rows: Rows, given: Mapping[str, Any]) -> None:
    """The best ways as cards: why, and both sentences."""
    for row in rows[:_MOST_STEPS]:
        with st.container(border=True, gap="small"):
            way = f" through **{plain(row['through'])}**" if row["through"] else " :gray[no way known]"
            st.markdown(f"**{plain(row['audience'])}**{way}")
            st.markdown(plain(row["why"]))
            look.quotation(row["wanted_sentence"] or "", "wanted")
            if row["through"]:
                look.quotation(row["sentence"] or "", "offered")


def _brokers(rows: Rows, given: Mapping[str, Any]) -> None:
    """Shares as bars."""
    frame = pd.DataFrame(
        [{"broker": r["broker"], "share": r["share"], "places": r["platforms"] + r["shows"] + r["audiences"]} for r in rows[:20]]
    )
    chart = (
        alt.Chart(frame)
        .mark_bar(cornerRadius=2, height=14)
        .encode(
            y=alt.Y("broker:N", title=None, sort=frame["broker"].tolist(), axis=alt.Axis(labelLimit=220, domain=False, ticks=False)),
            x=alt.X("share:Q", title="share of the shortest ways between places", axis=alt.Axis(format="%", grid=False)),
            tooltip=[
                alt.Tooltip("broker:N", title="Who"),
                alt.Tooltip("share:Q", title="Share of ways", format=".1%"),
                alt.Tooltip("places:Q", title="Places"),
            ],
        )
        .properties(height=alt.Step(22))
    )
    st.altair_chart(chart, key="brokers", alt="Bars: over whom most ways between places lead")


def _reach(rows: Rows, given: Mapping[str, Any]) -> None:
    """Each figure a point: when it held, how large, in which unit, who says so. Nothing is joined or added."""
    dated = [r for r in rows if r["as_of"]]
    frame = pd.DataFrame(
        [{"who": r["who"], "when": (r["as_of"] + "-07-01"[len(r["as_of"]) - 4 :])[:10] if len(r["as_of"]) < 10 else r["as_of"],
          "value": r["value"], "unit": r["unit"], "source": r["said_by"] or r["outlet"] or ""} for r in dated]
    )  # fmt: skip
    if frame.empty:
        return
    chart = (
        alt.Chart(frame)
        .mark_point(filled=True, size=90, opacity=0.8)
        .encode(
            x=alt.X("when:T", title=None, axis=alt.Axis(format="%b %Y", labelAngle=0, labelOverlap=True, grid=False)),
            y=alt.Y("value:Q", title="people, by figure", scale=alt.Scale(type="log"), axis=alt.Axis(format="~s", grid=False)),
            color=alt.Color("unit:N", title=None),
            shape=alt.Shape("unit:N", title=None),
            tooltip=[
                alt.Tooltip("who:N", title="Of"),
                alt.Tooltip("value:Q", title="Figure", format=",.0f"),
                alt.Tooltip("unit:N", title="Unit"),
                alt.Tooltip("when:T", title="As of"),
                alt.Tooltip("source:N", title="Says"),
            ],
        )
        .properties(height=320)
    )
    st.altair_chart(chart, key="reach", alt="Points: figures by day and size")


_PICTURES: Mapping[str, Callable[[Rows, Mapping[str, Any]], None]] = {
    "profile": _profile,
    "profiles_compared": _two,
    "next_steps": _steps,
    "brokers": _brokers,
    "reach_over_time": _reach,
}


def page() -> None:
    """Draw the page."""
    heading("Strategy", "Where somebody stands and what could come next: each answer with its definition, its sentences and its table.")
    if not begun():
        return
    view = st.segmented_control(
        "Show", list(VIEWS), default="Profile", key="show", bind="query-params", required=True, label_visibility="collapsed"
    )
    question = questions()[VIEWS[view or "Profile"]]
    defined(question)
    asking = [p for p in question.parameters if p.name not in _PAGING]
    given: dict[str, Any] = {}
    if asking:
        for parameter, column in zip(asking, st.columns(max(3, len(asking)), gap="medium"), strict=False):
            with column:
                given[parameter.name] = field(parameter, question, st.query_params.get(parameter.name))
                st.query_params[parameter.name] = str(given[parameter.name])
    for other in {p.name for q in VIEWS.values() for p in questions()[q].parameters} - given.keys():
        st.query_params.pop(other, None)
    with st.spinner("Asking …"):
        result: Result = known(asked, question.name, tuple(given.items()))
    if result.rows and question.name in _PICTURES:
        _PICTURES[question.name](result.rows, given)
    # what stands on the cards need not be said again
    answer(result, question.name, question, said=question.name != "next_steps")


with guard():
    page()
