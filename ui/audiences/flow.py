"""The flow from one kind of participants to the next, as a Sankey diagram; a band opens the appearances behind it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

import streamlit as st

from graph.subgraph.appearances import Occasion
from ui.audiences.behind import behind, put
from ui.parts.frame import plain
from ui.parts.look import dark
from ui.parts.palette import kinds
from ui.parts.tables import table

FLOWS = {
    "Person → show → platform": (("guests", "Person"), ("shows", "Show"), ("platforms", "Platform")),
    "Person → platform → audience": (("guests", "Person"), ("platforms", "Platform"), ("audiences", "Audience")),
    "Host → show → audience": (("hosts", "Person"), ("shows", "Show"), ("audiences", "Audience")),
}
MOST_BANDS = 30


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


def _flowed(series: dict[str, Any]) -> None:
    """Write into the address what was pressed in the flow: a name, or the two that a band joins."""
    for group in (st.session_state["flows"].selection or {}).get("selected") or []:
        held = series["links"] if group["data_type"] == "edge" else series["data"]
        for n in group["data_indices"]:
            if n < len(held):
                put(band=_band(held[n]) if group["data_type"] == "edge" else held[n]["name"].strip())
                return
    put()


def _band(link_: dict[str, Any]) -> str:
    return f"{link_['source'].strip()} → {link_['target'].strip()}"


def show(rows: list[Occasion]) -> None:
    """Draw the view."""
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
            placeholder="Press one in the picture, or choose it here", on_change=lambda: put(band=st.session_state["band-choice"] or ""), width=420,
        )  # fmt: skip
    slots = [slot for slot, _ in FLOWS[which]]
    ends = [e.strip() for e in asked.split("→")] if asked.strip() in bands else [asked.strip()] if asked.strip() else []
    if ends:
        held = [o for o in rows if all(any(e in getattr(o, s) for s in slots) for e in ends)]
        behind(" → ".join(f"**{plain(e)}**" for e in ends), held, [], "band")
    else:
        table(
            [{"from": a["source"].strip(), "to": a["target"].strip(), "appearances": a["value"]} for a in links], "flows", alt="Bands of the flow",
            height=240,
        )  # fmt: skip
