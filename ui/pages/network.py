"""The network page: a seed and what stands round it, or all that the filter leaves, with the evidence beside it."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st

from graph.errors import InputError
from graph.identity import edge_ends, is_edge, label_of
from graph.selection import Selection
from graph.subgraph import Node, nodes
from ui.components.canvas import Dot, Line, drawn, network
from ui.parts import look, readings
from ui.parts.beginning import begun
from ui.parts.filters import chosen
from ui.parts.finding import found
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known
from ui.parts.links import NETWORK, link, network_query
from ui.parts.look import TALL
from ui.parts.panorama import MOST, WARN, Panorama, panorama
from ui.parts.phrases import count, words
from ui.parts.picture import MOST_STEPS, QUIET, Picture, dots, lines, picture, sieve
from ui.parts.proof import edge_panel, node_panel, proofs_of
from ui.parts.tables import table

MOST_HIDDEN = 60
"""Hidden nodes, and pinned ones, that the address remembers; an address has an end."""
_PIN = re.compile(r"(.+):(-?\d{1,6}):(-?\d{1,6})")


def _list(name: str) -> tuple[str, ...]:
    """The parts of a value of the address that holds several."""
    return tuple(dict.fromkeys(i for i in st.query_params.get(name, "").split(",") if i))


def _keep(name: str, values: Sequence[str]) -> None:
    if values:
        st.query_params[name] = ",".join(values)
    else:
        st.query_params.pop(name, None)


def _opened() -> tuple[str, ...]:
    return _list("open")[:MOST_STEPS]


def _open(node: str) -> None:
    _keep("open", (*(i for i in _opened() if i != node), node))


def _pick(thing: str) -> None:
    st.query_params["pick"] = thing


def _picked(key: str) -> None:
    picked = st.session_state[key].picked
    _keep("pick", [str(picked["id"])] if picked else [])


def _expand(key: str) -> None:
    node = st.session_state[key].expand
    if node:
        _open(str(node))


def _close(key: str) -> None:
    node = st.session_state[key].close
    _keep("open", [i for i in _opened() if i != node])


def _view(key: str) -> None:
    view = st.session_state[key].view or {}
    _keep("off", sorted(map(str, view.get("off") or ())))
    _keep("hide", [str(i) for i in view.get("hidden") or ()][:MOST_HIDDEN])
    pinned = dict(view.get("pinned") or {})
    _keep("pin", [f"{i}:{int(x)}:{int(y)}" for i, (x, y) in sorted(pinned.items())][:MOST_HIDDEN])


def _pinned() -> dict[str, tuple[int, int]]:
    """Where nodes are pinned, as the address says it: `id:x:y`."""
    return {m[1]: (int(m[2]), int(m[3])) for m in map(_PIN.fullmatch, _list("pin")) if m}


def _drawn(shown: Sequence[Dot], links: Sequence[Line], key: str, seed: str, picked: str, opened: Sequence[str] = ()) -> None:
    network(
        shown, links, key=key, seed=seed, picked=picked, height=TALL, off=_list("off"), hidden=_list("hide"), pinned=_pinned(), opened=opened,
        on_pick=partial(_picked, key), on_expand=partial(_expand, key), on_close=partial(_close, key), on_view=partial(_view, key),
    )  # fmt: skip


def _query(cypher: str) -> None:
    with st.popover("Query", icon=":material/terminal:"):
        st.code(cypher, language="cypher")
        st.page_link("ui/pages/cypher.py", label="Open it in the console", icon=":material/terminal:", query_params={"cypher": cypher})


def _rows(whole: Picture) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "from": whole.nodes[e.source].name,
                "link": words(e.type),
                "to": whole.nodes[e.target].name,
                "sentences": e.properties.get("mentions"),
                "articles": e.properties.get("articles"),
                "sure": e.properties.get("confidence"),
                "first told": e.properties.get("first_seen"),
                "last told": e.properties.get("last_seen"),
            }
            for e in whole.edges.values()
        ]
    )


def _round(seed: str, asked: tuple[str, ...], choice: Selection) -> None:
    """The picture round a seed."""
    whole = known(picture, seed, _opened(), asked)
    if seed not in whole.nodes:
        raise InputError(f"there is no {seed} in the store")
    shown = sieve(whole, seed, choice)
    picked = st.query_params.get("pick", "")
    left, right = st.columns([3, 1], gap="small")
    with left:
        _drawn(dots(shown, seed), lines(shown), f"network-{seed}", seed, picked, _opened())
    with right, st.container(height=600, border=True, key="panel"):
        if picked in shown.edges:
            edge_panel(shown.edges[picked], shown)
        else:
            node_panel(shown.nodes.get(picked) or shown.nodes[seed], shown, _pick, _open)
    left_out = len(whole.edges) - len(shown.edges)
    filtered = f"; the filter leaves out {count(left_out, 'link')}" if left_out else ""
    st.caption(
        f"{count(len(shown.nodes), 'node')}, {count(len(shown.edges), 'link')}{plain(filtered)}. Wider links: more articles say so. "
        "Dashed links are claims: only somebody quoted says so. Dashed borders: planned or declined."
    )
    with st.expander("The same as a table", icon=":material/table:"):
        table(_rows(shown), "network", alt="Links of the network")


def _everything(choice: Selection) -> None:
    """All that the filter leaves, in one picture."""
    with st.spinner("Putting everything into one picture …"):
        whole = known(panorama, choice)
    if not whole.dots:
        st.info("Nothing found: the filter leaves no link.", icon=":material/filter_alt_off:")
        return
    if whole.grouped or whole.left_out:
        st.warning(
            f"{count(whole.whole, 'node')} are more than the {MOST:,} of which anything can be seen in one picture. The best connected are drawn, "
            f"{whole.grouped:,} with one link each stand in groups, {whole.left_out:,} are left out. The filter above narrows it down.",
            icon=":material/compress:",
        )
    elif len(whole.dots) > WARN:
        st.info(f"{count(len(whole.dots), 'node')}: arranging them takes some seconds.", icon=":material/hourglass_top:")
    picked = st.query_params.get("pick", "")
    left, right = st.columns([3, 1], gap="small")
    with left:
        _drawn(whole.dots, whole.lines, f"network-{drawn(whole.dots, whole.lines)}", "", picked)
    with right, st.container(height=600, border=True, key="panel"):
        _beside(picked, whole)
    st.caption(f"{count(len(whole.dots), 'node')}, {count(len(whole.lines), 'link')}. Wider links: more articles say so.")
    with st.expander("The same as a table", icon=":material/table:"):
        names = {d.id: d.name for d in whole.dots}
        table(
            [{"from": names[line.source], "link": line.text, "to": names[line.target]} for line in whole.lines],
            "network-everything", alt="Links of the network",
        )  # fmt: skip


def _beside(picked: str, whole: Panorama) -> None:
    names = {d.id: d for d in whole.dots}
    if is_edge(picked) and not picked.startswith("group|"):
        ends = edge_ends(picked)
        for end in known(nodes, ends[1:]).values():
            look.head(end.name, end.label)
        st.markdown(f"**{words(ends[0])}** :gray[– evidence]")
        proofs_of(picked)
        return
    node: Node | None = known(nodes, (picked,)).get(picked) if picked else None
    if node is None:
        group = names.get(picked)
        st.markdown(
            f"**{plain(group.name)}** :gray[{plain(group.note)}]" if group else "**Press a node or a link** :gray[to see what says so]"
        )
        st.caption("Most connected here")
        with st.container(gap=None):
            for dot in [d for d in whole.dots if not d.note][:12]:
                link(NETWORK, dot.name, network_query(dot.id), icon=":material/hub:", note=dot.label)
        return
    look.head(node.name, node.label)
    link(NETWORK, "See what stands round it", network_query(node.id), icon=":material/hub:")
    if label_of(node.id) == "Appearance":
        proofs_of(node.id)


def page() -> None:
    """Draw the page."""
    heading(
        "Network",
        "A name and what stands round it: double-click opens a neighbour, a click on a node or link shows the sentences behind it.",
    )
    if not begun():
        return
    seed = st.query_params.get("id", "")
    if not seed:
        first = known(readings.leading, "Person", 1) or known(readings.leading, "Organization", 1)
        if not first:
            st.info("Nothing found: no article in the store names anybody.", icon=":material/search_off:")
            return
        seed = first[0]["id"]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(
            "Begin somewhere else", key="find", type="search", live=True, placeholder="Begin somewhere else: a person, show, platform …",
            label_visibility="collapsed", icon=":material/search:", max_chars=200,
        )  # fmt: skip
        everything = st.toggle(
            "Everything", key="all", bind="query-params", help="Draw all that the filter leaves, not only what stands round one name"
        )
        with st.popover("Draw also", icon=":material/tune:", disabled=everything):
            asked = st.pills(
                "Draw also", [q for q in QUIET if q != "Evidence"], selection_mode="multi", key="also", bind="query-params",
                help="These lead everywhere, or are many",
            )  # fmt: skip
        _query(f"MATCH (n)-[r]-(m)\nWHERE n.id = {json.dumps(seed)}\nRETURN n, r, m\nLIMIT 60")
    if text and text.strip():
        found(text.strip())
        return
    if everything:
        _everything(chosen())
    else:
        _round(seed, tuple(asked or ()), chosen())


with guard():
    page()
