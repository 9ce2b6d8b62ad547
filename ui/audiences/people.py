"""Whom the views that set people against each other offer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from graph.selection import LABELS
from graph.subgraph.appearances import Occasion, Tie
from ui.parts import readings
from ui.parts.knowledge import known

MOST_PEOPLE = 400


def people(rows: Sequence[Occasion]) -> list[str]:
    """Names to compare: guests, those with most appearances first, then who else is written about."""
    times = Counter(n for o in rows for n in o.guests)
    written = [r["name"] for label in LABELS["people"] for r in known(readings.leading, label, MOST_PEOPLE)]
    return list(dict.fromkeys([*sorted(times, key=lambda n: (-times[n], n)), *written]))[:MOST_PEOPLE]


def between(rows: list[Occasion], ties: list[Tie], view: Callable[[list[str], list[Occasion], list[Tie]], None]) -> None:
    """A view that sets people against each other, where there are two."""
    names = people(rows)
    if len(names) < 2:
        st.info("Nothing found: the articles name fewer than two people.", icon=":material/search_off:")
        return
    view(names, rows, ties)
