"""The audiences page: who is on which platform or show, before whom, and what somebody does not reach though others do."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.audiences import flow, heat_map, side_by_side, white_spots
from ui.audiences.behind import put
from ui.audiences.people import between
from ui.parts.beginning import begun
from ui.parts.card import shown as card
from ui.parts.choice import occasions, relations
from ui.parts.filters import chosen
from ui.parts.frame import guard, heading
from ui.parts.spots import STATED

PARTS = ("Heat map", "Flow", "White spots", "Side by side")


def page() -> None:
    """Draw the page."""
    heading(
        "Audiences and platforms",
        "Who is heard where and before whom, what others reach and somebody does not, and how two people compare.",
    )
    if not begun():
        return
    part = st.segmented_control(
        "Show", PARTS, default=PARTS[0], key="show", bind="query-params", required=True, label_visibility="collapsed", on_change=put
    )
    choice = chosen()
    rows, ties = occasions(choice), relations(choice, STATED)
    took_place = [o for o in rows if o.status == "occurred"]
    draw: dict[str, Callable[[], None]] = {
        "Heat map": lambda: heat_map.show(took_place, ties),
        "Flow": lambda: flow.show(took_place),
        "White spots": lambda: between(rows, ties, white_spots.show),
        "Side by side": lambda: between(rows, ties, side_by_side.show),
    }
    draw[part or PARTS[0]]()
    card()


with guard():
    page()
