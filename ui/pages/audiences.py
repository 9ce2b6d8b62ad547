"""The audiences page: who is on which platform or show, before whom, and what somebody does not reach though others do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import altair as alt
import pandas as pd
import streamlit as st

from graph.identity import edge_ends
from graph.selection import LABELS
from graph.subgraph.appearances import Occasion, Tie
from ui.parts import look, readings
from ui.parts.beginning import begun
from ui.parts.card import occasion_table
from ui.parts.card import shown as card
from ui.parts.choice import occasions, relations
from ui.parts.filters import chosen
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known
from ui.parts.links import ARTICLE, NETWORK, article_query
from ui.parts.look import dark
from ui.parts.palette import kinds
from ui.parts.phrases import count, day, number, shorten, words
from ui.parts.spots import STATED, compare, reached, white_spots, with_person
from ui.parts.tables import table

PARTS = ("Heat map", "Flow", "White spots", "Side by side")
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
FLOWS = {
    "Person → show → platform": (("guests", "Person"), ("shows", "Show"), ("platforms", "Platform")),
    "Person → platform → audience": (("guests", "Person"), ("platforms", "Platform"), ("audiences", "Audience")),
    "Host → show → audience": (("hosts", "Person"), ("shows", "Show"), ("audiences", "Audience")),
}
MOST = 24
MOST_BANDS = 30
MOST_PEOPLE = 400
_RIVALS = 4


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
    # The grid is as wide as a page of 1,280 pixels takes, whatever the number of columns.
    wide = max(30, min(110, 860 // max(1, len(across))))
    chart: alt.LayerChart = (boxes + figures).properties(width=alt.Step(wide), height=alt.Step(28))
    return chart


def flows(rows: Sequence[Occasion], columns: tuple[tuple[str, str], ...]) -> dict[str, Any]:
    """An option for ECharts: bands from column to column, the MOST_BANDS widest of each step."""
    steps: list[Counter[tuple[str, str]]] = [Counter(), Counter()]
    for o in rows:
        for n, bands in enumerate(steps):
            for one in getattr(o, columns[n][0]):
                for other in getattr(o, columns[n + 1][0]):
                    # A name may stand in two columns; the blanks after it keep them apart.
                    bands[one + " " * n, other + " " * (n + 1)] += 1
    widest = [band for bands in steps for band in sorted(bands.items(), key=lambda b: (-b[1], b[0]))[:MOST_BANDS]]
    names = sorted({end for pair, _ in widest for end in pair})
    paints = [kinds()[label]["dark" if dark() else "light"] for _, label in columns]
    depth = {n: len(n) - len(n.rstrip()) for n in names}
    sides = ("right", "right", "left")
    return {
        "tooltip": {"trigger": "item", "renderMode": "richText"},
        "series": [
            {
                "type": "sankey",
                "selectedMode": "single",
                "data": [
                    {"name": n, "depth": depth[n], "itemStyle": {"color": paints[depth[n]]}, "label": {"position": sides[depth[n]]}}
                    for n in names
                ],
                "links": [{"source": a, "target": b, "value": v} for (a, b), v in widest],
                "lineStyle": {"color": "source", "opacity": 0.28},
                "emphasis": {"focus": "adjacency"},
                "label": {
                    "fontSize": 12,
                    "color": "#e8ebe6" if dark() else "#1b211f",
                    "textBorderColor": "transparent",
                    "overflow": "truncate",
                    "width": 190,
                },
                "nodeGap": 9,
                "left": 10,
                "right": 14,
                "top": 10,
                "bottom": 10,
            }
        ],
    }


def _cell() -> tuple[str, str] | None:
    """The cell that the address names."""
    up, across = st.query_params.get("row", ""), st.query_params.get("column", "")
    return (up, across) if up and across else None


def _put(**values: str) -> None:
    for name in ("row", "column", "band"):
        st.query_params.pop(name, None)
    for name, given in values.items():
        st.query_params[name] = given


def _picked(key: str) -> None:
    picked = dict(st.session_state[key].selection or {}).get("cell") or []
    if picked:
        _put(row=str(picked[0]["up"]), column=str(picked[0]["across"]))
    else:
        _put()


def _heat_map(rows: list[Occasion], ties: list[Tie]) -> None:
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
    cell = _cell()
    key = f"heat-{'-'.join(slots)}-{measure}"
    st.altair_chart(
        heat(cells, cell), key=key, width="content", on_select=lambda: _picked(key), selection_mode="cell", alt=f"Heat map: {view}"
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
    behind = [o for o in rows if cell[0] in getattr(o, slots[0]) and cell[1] in getattr(o, slots[1])]
    said = [t for t in counted if (t.source, t.target) == cell]
    _behind(f"**{plain(cell[0])}** and **{plain(cell[1])}**", behind, said, "cell")


def _behind(title: str, rows: list[Occasion], ties: list[Tie], name: str) -> None:
    told = ", ".join([count(len(rows), "appearance"), *([count(len(ties), "relation")] if ties else [])])
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{title} :gray[{told}; press a row for its card]")
        st.button("Show all again", icon=":material/close:", type="tertiary", key=f"all-{name}", on_click=_put)
    if not rows and not ties:
        st.info("Nothing found: the filter leaves nothing behind this.", icon=":material/filter_alt_off:")
    if rows:
        occasion_table(rows, name)
    if ties:
        _stated(ties, f"{name}-stated")


def _stated(ties: Sequence[Tie], name: str) -> None:
    said = known(readings.sentences, tuple(t.id for t in ties))

    def go(n: int) -> None:
        st.session_state["go"] = ties[n].id

    table(
        [
            {"who": t.source, "how": words(t.type), "audience": t.target, "sentence": said.get(t.id, {}).get("quote"), "articles": t.articles}
            for t in ties
        ],
        name, alt="What articles state", on_row=go,
    )  # fmt: skip
    if "go" in st.session_state:
        fact = st.session_state.pop("go")
        st.switch_page(NETWORK, query_params={"id": edge_ends(fact)[1], "pick": fact})


def _flowed(series: dict[str, Any]) -> None:
    """Write into the address what was pressed in the flow: a name, or the two that a band joins."""
    for group in (st.session_state["flows"].selection or {}).get("selected") or []:
        held = series["links"] if group["data_type"] == "edge" else series["data"]
        for n in group["data_indices"]:
            if n < len(held):
                _put(band=_band(held[n]) if group["data_type"] == "edge" else held[n]["name"].strip())
                return
    _put()


def _band(link_: dict[str, Any]) -> str:
    return f"{link_['source'].strip()} → {link_['target'].strip()}"


def _flow(rows: list[Occasion]) -> None:
    which = st.selectbox("From left to right", list(FLOWS), key="flow", bind="query-params", width=300)
    option = flows(rows, FLOWS[which])
    links = option["series"][0]["links"]
    if not links:
        st.info("Nothing found: no appearance names all three.", icon=":material/search_off:")
        return
    st.echarts_chart(
        option,
        height=max(360, 17 * len(option["series"][0]["data"])),
        key="flows",
        on_select=lambda: _flowed(option["series"][0]),
        alt=f"Flow: {which}",
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        bands = {_band(a): a for a in links}
        names = list(dict.fromkeys(n.strip() for a in links for n in (a["source"], a["target"])))
        asked = st.query_params.get("band", "")
        options = [*names, *bands]
        st.selectbox(
            "Open a name or a band", options, index=options.index(asked.strip()) if asked.strip() in options else None, key="band-choice",
            placeholder="Press one in the picture, or choose it here", on_change=lambda: _put(band=st.session_state["band-choice"] or ""), width=420,
        )  # fmt: skip
    slots = [slot for slot, _ in FLOWS[which]]
    ends = [e.strip() for e in asked.split("→")] if asked.strip() in bands else [asked.strip()] if asked.strip() else []
    if ends:
        behind = [o for o in rows if all(any(e in getattr(o, s) for s in slots) for e in ends)]
        _behind(" → ".join(f"**{plain(e)}**" for e in ends), behind, [], "band")
    else:
        table(
            [{"from": a["source"].strip(), "to": a["target"].strip(), "appearances": a["value"]} for a in links], "flows", alt="Bands of the flow",
            height=240,
        )  # fmt: skip


def _people(rows: Sequence[Occasion]) -> list[str]:
    """Names to compare: guests, those with most appearances first, then who else is written about."""
    times = Counter(n for o in rows for n in o.guests)
    written = [r["name"] for label in LABELS["people"] for r in known(readings.leading, label, MOST_PEOPLE)]
    return list(dict.fromkeys([*sorted(times, key=lambda n: (-times[n], n)), *written]))[:MOST_PEOPLE]


def _between(rows: list[Occasion], ties: list[Tie], view: Callable[[list[str], list[Occasion], list[Tie]], None]) -> None:
    """A view that sets people against each other, where there are two."""
    people = _people(rows)
    if len(people) < 2:
        st.info("Nothing found: the articles name fewer than two people.", icon=":material/search_off:")
        return
    view(people, rows, ties)


def _white_spots(people: list[str], rows: list[Occasion], ties: list[Tie]) -> None:
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
    asked = _cell()

    def go(n: int) -> None:
        _put(row=spots[n].kind, column=spots[n].name)

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
    spot = next((s for s in spots if asked == (s.kind, s.name)), None)
    if spot:
        _behind(f"**{plain(spot.name)}** :gray[reached by] {plain(', '.join(spot.rivals))}", list(spot.occasions), list(spot.ties), "spot")
        for fact in spot.facts[:6]:
            if fact in said:
                _quoted(said[fact])


def _quoted(row: dict[str, Any]) -> None:
    look.quotation(row["quote"])
    where = " · ".join(x for x in (shorten(row["outlet"], 40), day(row["published"]) if row["published"] else "") if x)
    st.page_link(ARTICLE, label=plain(where), query_params=article_query(row["article"], row["start"]), icon=":material/read_more:")


def _side_by_side(people: list[str], rows: list[Occasion], ties: list[Tie]) -> None:
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
    chart = (
        alt.Chart(frame)
        .mark_bar(cornerRadius=2)
        .encode(
            x=alt.X("yearmonth(month):T", title=None, axis=alt.Axis(format="%b %Y", labelOverlap=True, grid=False)),
            y=alt.Y("count():Q", title=None, axis=alt.Axis(tickMinStep=1, tickCount=3)),
            row=alt.Row("who:N", title=None, sort=list(people), header=alt.Header(labelAngle=0, labelAlign="left", labelLimit=160)),
            color=alt.Color("who:N", legend=None, sort=list(people)),
            tooltip=[
                alt.Tooltip("who:N", title="Who"),
                alt.Tooltip("yearmonth(month):T", title="Month"),
                alt.Tooltip("count():Q", title="Appearances"),
            ],
        )
        .properties(height=70, width=900)
    )
    st.altair_chart(chart, key="months-of-two", alt="Bars: appearances of both by month")


def page() -> None:
    """Draw the page."""
    heading(
        "Audiences and platforms",
        "Who is heard where and before whom, what others reach and somebody does not, and how two people compare.",
    )
    if not begun():
        return
    part = st.segmented_control(
        "Show", PARTS, default=PARTS[0], key="show", bind="query-params", required=True, label_visibility="collapsed", on_change=_put
    )
    choice = chosen()
    rows, ties = occasions(choice), relations(choice)
    took_place = [o for o in rows if o.status == "occurred"]
    draw: dict[str, Callable[[], None]] = {
        "Heat map": lambda: _heat_map(took_place, ties),
        "Flow": lambda: _flow(took_place),
        "White spots": lambda: _between(rows, ties, _white_spots),
        "Side by side": lambda: _between(rows, ties, _side_by_side),
    }
    draw[part or PARTS[0]]()
    card()


with guard():
    page()
