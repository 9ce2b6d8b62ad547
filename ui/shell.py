"""The shell of the explorer: its pages, the navigation over them, and the filter bar that they share."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from graph.errors import GreenroomError
from ui.parts.filters import bar
from ui.parts.knowledge import look_again
from ui.parts.look import STYLE

_HERE = Path(__file__).parent

# title, file in ui/pages (also the address), icon, whether the filter bar stands above it
PAGES = (
    ("Overview", "overview", "home", True),
    ("Network", "network", "hub", True),
    ("Appearances", "appearances", "mic", True),
    ("Audiences", "audiences", "groups", True),
    ("Strategy", "strategy", "strategy", False),
    ("Articles", "article", "article", True),
    ("Paths", "paths", "route", True),
    ("Ask", "ask", "question_answer", False),
    ("Cypher", "cypher", "terminal", False),
    ("Add", "add", "library_add", False),
    ("Corrections", "corrections", "edit_note", False),
    ("Export", "export", "download", True),
)


def run() -> None:
    """Draw the page that the address names."""
    st.set_page_config(page_title="Greenroom", page_icon=str(_HERE / "mark.png"), layout="wide", initial_sidebar_state="collapsed")
    st.logo(str(_HERE / "wordmark.svg"), icon_image=str(_HERE / "wordmark.svg"), size="large")
    pages = {
        name: st.Page(_HERE / "pages" / f"{name}.py", title=title, icon=f":material/{icon}:", url_path=name, default=name == "overview")
        for title, name, icon, _ in PAGES
    }
    chosen = st.navigation(list(pages.values()), position="top")
    st.html(STYLE)
    try:
        look_again()
        bar(shown=any(filtered and pages[name] is chosen for _, name, _, filtered in PAGES))
    except GreenroomError:
        # The page meets the same trouble, and says so where its text would stand.
        pass
    chosen.run()
