"""The corrections page: what persons have said against what was read, each with a way back, and a form for more."""

from __future__ import annotations

import io
from collections.abc import Mapping

import streamlit as st

from etl.corrections_csv import write_csv
from graph.corrections import Correction
from graph.identity import label_of
from graph.ontology import ontology
from graph.subgraph import Node, nodes, search
from ui.parts.beginning import begun
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known
from ui.parts.mending import correct_this, corrections, said, switch
from ui.parts.phrases import count
from ui.parts.proposed import likely

VIEWS = ("Log", "Likely the same")
MOST = 100
_HITS = 12


def _line(c: Correction, lost: bool, names: Mapping[str, Node]) -> None:
    state = ":gray[undone]" if not c.active else ":orange[finds nothing in what is loaded]" if lost else ""
    # two things of one name are told apart by the id
    known_as = names[c.value].name if c.value in names else c.value
    value = f" → **{plain(c.value if known_as == c.about else known_as)}**" if c.value else ""
    words, button = st.columns([8, 2], vertical_alignment="center", width=900)
    words.markdown(f"{c.number}. {c.kind} **{plain(c.about or ', '.join(c.targets))}**{value} {state}")
    by = " · ".join(
        plain(x) for x in (c.who, c.when[:16].replace("T", " "), c.why, f"in {', '.join(c.articles)}" if c.articles else "") if x
    )
    words.caption(by)
    button.button(
        "Undo" if c.active else "Redo", key=f"switch-{c.number}", icon=":material/undo:" if c.active else ":material/redo:",
        on_click=switch, args=(c.number,), kwargs={"active": not c.active}, width="stretch",
    )  # fmt: skip


def _new() -> None:
    text = st.text_input(
        "Find what is wrong", key="wrong", type="search", placeholder="A person, show, platform, appearance …",
        icon=":material/search:", max_chars=200,
    )  # fmt: skip
    if not text.strip():
        return
    hits = known(search, text.strip(), _HITS)
    if not hits:
        st.info(f"Nothing found for “{plain(text)}”.", icon=":material/search_off:")
        return
    names = {h.id: f"{h.name} · {h.label}" for h in hits}
    correct_this(st.selectbox("Which", list(names), format_func=names.__getitem__, key="which"), "page", opened=True)


def page() -> None:
    """Draw the page."""
    heading("Corrections", "What people have said against what was read; it holds again after every load, and each line can be taken back.")
    if not begun():
        return
    said()
    log, lost = corrections()
    view = st.segmented_control("View", VIEWS, default=VIEWS[0], key="view", bind="query-params", label_visibility="collapsed")
    if view == VIEWS[1]:
        likely()
        return
    st.subheader("Correct something", anchor=False)
    _new()
    st.subheader("Log", anchor=False)
    if not log:
        st.info("Nothing has been corrected so far.", icon=":material/edit_off:")
        return
    if lost:
        st.warning(f"{count(len(lost), 'correction')} find nothing to correct; they are kept, and hold once their target is there again.")
    out = io.StringIO()
    write_csv(log, out)
    st.download_button(f"CSV, {count(len(log), 'correction')}", out.getvalue(), "corrections.csv", "text/csv", icon=":material/download:")
    shown = list(reversed(log))[:MOST]
    # what something was merged into is said by its name
    ids = tuple(sorted({c.value for c in shown if label_of(c.value) in ontology().labels}))
    names = known(nodes, ids)
    for c in shown:
        _line(c, c.number in lost, names)
    if len(log) > MOST:
        st.caption(f"… and {count(len(log) - MOST, 'earlier one')}; the file has all.")


with guard():
    page()
