"""Correcting in the explorer: the form beside a thing, and the buttons that put corrections out of force and in again."""

from __future__ import annotations

import getpass
from collections.abc import Mapping

import streamlit as st

from etl.correcting import add, redo, undo, unfound
from etl.corrections_log import log
from etl.targets import correction, telling
from graph.corrections import Correction
from graph.errors import GreenroomError
from graph.identity import edge_ends, is_edge, label_of
from graph.ontology import ontology
from ui.parts.frame import plain
from ui.parts.knowledge import known, look_again, store

ENTITY: Mapping[str, str] = {
    "rename": "Give it another name", "merge": "It is the same as another", "split": "In some articles it is something else",
    "alias": "It has a further name", "retype": "It is of another type", "reject": "There is no such thing",
}  # fmt: skip
APPEARANCE: Mapping[str, str] = {
    "date": "It was on another day", "merge": "It is the same as another appearance",
    "split": "Some articles tell of another occasion", "reject": "It did not happen so",
}  # fmt: skip
FACT: Mapping[str, str] = {"reject": "This is not so"}
_VALUES = {
    "rename": "Name", "merge": "The other's name or id", "alias": "Further name", "date": "Day (YYYY-MM-DD), month or year",
    "split": "Name of what is split off",
}  # fmt: skip
_PARTS = ("APPEARED_IN", "HOSTED", "EPISODE_OF", "ON", "AT", "DISCUSSED")
_SAID = "correction-said"


def choices(id_: str) -> Mapping[str, str]:
    """What can be said against a node or edge, by kind of correction; nothing where nothing can."""
    declared = ontology()
    if is_edge(id_):
        type_ = edge_ends(id_)[0]
        return FACT if type_ in _PARTS or declared.edges[type_].relation else {}
    label = label_of(id_)
    if label == "Appearance":
        return APPEARANCE
    if label in ("Statement", "Motive", "Reach"):
        return FACT
    return ENTITY if label in declared.entity_labels else {}


def correct_this(id_: str, where: str = "", *, opened: bool = False) -> None:
    """A fold with the form for corrections of a node or edge.

    Args:
        id_: its id.
        where: tells apart the forms of one thing in several places of a page.
        opened: whether the fold is open from the beginning.
    """
    offered = choices(id_)
    if not offered:
        return
    key = f"mend-{where}-{id_}"
    with st.expander("Correct this", icon=":material/edit:", expanded=opened):
        kind = st.selectbox("What is wrong", list(offered), format_func=offered.__getitem__, key=f"{key}-kind")
        value, articles = "", []
        if kind == "retype":
            value = st.selectbox("Type", [e for e in ontology().entity_labels if e != label_of(id_)], key=f"{key}-type")
        elif kind in _VALUES and not (kind == "split" and label_of(id_) == "Appearance"):
            value = st.text_input(_VALUES[kind], key=f"{key}-value", max_chars=200)
        if kind == "split":
            titles = dict(known(telling, id_))
            articles = st.multiselect("In these articles", list(titles), format_func=titles.__getitem__, key=f"{key}-articles")
        why = st.text_input("Why", key=f"{key}-why", max_chars=300)
        who = st.text_input("Who says so", value=getpass.getuser(), key=f"{key}-who", max_chars=100)
        if st.button("Correct", key=f"{key}-do", type="primary", icon=":material/check:"):
            _apply(id_, kind, value, tuple(articles), who, why)
    said()


def _apply(id_: str, kind: str, value: str, articles: tuple[str, ...], who: str, why: str) -> None:
    try:
        found = add(store(), [correction(store(), kind, id_, value.strip(), articles=articles, who=who, why=why)])
    except GreenroomError as err:
        st.error(plain(str(err)), icon=":material/error:")
        return
    st.session_state[_SAID] = f"Corrected: {told(found[0])}" if found else "That was said already."
    if kind in ("merge", "retype", "reject") and st.query_params.get("id") == id_:
        if kind == "merge" and found and found[0].value:
            st.query_params["id"] = found[0].value
        else:
            st.query_params.pop("id", None)
    if label_of(id_) == "Appearance":
        st.query_params.pop("card", None)
    look_again()
    st.rerun()


def say(words: str) -> None:
    """Have something told in the next run."""
    st.session_state[_SAID] = words


def said() -> None:
    """Tell once what was done last."""
    words = st.session_state.pop(_SAID, None)
    if words:
        st.toast(plain(words), icon=":material/check:")


def told(c: Correction) -> str:
    """A correction in one line."""
    return f"{c.kind} {c.about or ', '.join(c.targets)}" + (f" → {c.value}" if c.value else "")


def corrections() -> tuple[tuple[Correction, ...], frozenset[int]]:
    """The log, and the numbers of the corrections that find nothing."""
    found = known(log)
    return found, frozenset(c.number for c in known(unfound))


def switch(number: int, *, active: bool) -> None:
    """Put a correction in force or out of force."""
    try:
        done = (redo if active else undo)(store(), number)
    except GreenroomError as err:
        st.session_state[_SAID] = str(err)
    else:
        st.session_state[_SAID] = f"{'In force again' if active else 'Undone'}: {told(done)}"
    look_again()
