"""The shell of the explorer: its pages and the navigation over them."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from ui.parts.look import STYLE

_HERE = Path(__file__).parent

# title, file in ui/pages (also the address), icon
PAGES = (
    ("Overview", "overview", "home"),
    ("Network", "network", "hub"),
    ("Appearances", "appearances", "mic"),
    ("Audiences", "audiences", "groups"),
    ("Articles", "article", "article"),
    ("Paths", "paths", "route"),
    ("Ask", "ask", "question_answer"),
    ("Cypher", "cypher", "terminal"),
    ("Export", "export", "download"),
)


def run() -> None:
    """Draw the page that the address names."""
    st.set_page_config(page_title="Greenroom", page_icon=str(_HERE / "mark.png"), layout="wide", initial_sidebar_state="collapsed")
    st.logo(str(_HERE / "wordmark.svg"), icon_image=str(_HERE / "wordmark.svg"), size="large")
    pages = [
        st.Page(_HERE / "pages" / f"{name}.py", title=title, icon=f":material/{icon}:", url_path=name, default=name == "overview")
        for title, name, icon in PAGES
    ]
    chosen = st.navigation(pages, position="top")
    chosen.run()
    st.html(STYLE)
