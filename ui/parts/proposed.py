"""What is likely one thing under two names: both contexts side by side, and two buttons."""

from __future__ import annotations

import getpass

import streamlit as st

from etl.reviewing import context, decide, proposed
from graph.errors import GreenroomError
from graph.identity import label_of
from graph.proposals import Proposal
from ui.parts import look
from ui.parts.frame import plain
from ui.parts.knowledge import known, look_again, store
from ui.parts.links import NETWORK, link, network_query
from ui.parts.mending import say, told

MOST = 10


def _decide(p: Proposal, same: bool) -> None:
    try:
        done = decide(store(), p, same=same, who=getpass.getuser())
    except GreenroomError as err:
        say(str(err))
    else:
        say(f"Noted: {told(done)}")
    look_again()


def likely() -> None:
    """Draw the likeliest pairs."""
    found = known(proposed)
    if not found:
        st.info("Nothing looks like one thing under two names.", icon=":material/check_circle:")
        return
    for p in found[:MOST]:
        with st.container(border=True):
            st.markdown(f"**{plain(p.names[0])}** and **{plain(p.names[1])}** :gray[{plain('; '.join(p.reasons))}]")
            for column, node, name in zip(st.columns(2, gap="medium"), (p.one, p.other), p.names, strict=True):
                with column:
                    link(NETWORK, name, network_query(node), icon=":material/hub:", note=label_of(node))
                    for quote, title in known(context, node).sentences:
                        look.quotation(quote, title)
            with st.container(horizontal=True):
                st.button(
                    "They are one", key=f"one-{p.one}-{p.other}", type="primary", icon=":material/merge:", on_click=_decide, args=(p, True)
                )
                st.button("They are two", key=f"two-{p.one}-{p.other}", icon=":material/call_split:", on_click=_decide, args=(p, False))
    if len(found) > MOST:
        st.caption(f"… and {len(found) - MOST} more, once these are decided.")
