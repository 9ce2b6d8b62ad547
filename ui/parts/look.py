"""The look of the few things that Streamlit has no element for: marked text, quotations, heads of panels."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from ui.parts.palette import colour

STYLE = Path(__file__).with_name("look.css")
TALL = "var(--tall)"
"""Height of what should reach to the lower edge of the window."""


def dark() -> bool:
    """Whether the reader sees the dark theme."""
    return st.context.theme.type == "dark"


def head(name: str, label: str) -> None:
    """The head of a panel: a name with its label as a tag."""
    st.html(f'<div class="head" style="--mark:{colour(label, dark())}"><b>{escape(name)}</b><span>{escape(label)}</span></div>')


def quotation(quote: str, note: str = "") -> None:
    """A sentence of an article, word for word; `note` in small print below it."""
    small = f"<small>{escape(note)}</small>" if note else ""
    st.html(f'<blockquote class="quotation">{escape(quote)}{small}</blockquote>')


def facts(pairs: list[tuple[str, str]]) -> None:
    """Terms with their values, one under the other."""
    if pairs:
        st.html('<dl class="facts">' + "".join(f"<dt>{escape(t)}</dt><dd>{escape(v)}</dd>" for t, v in pairs) + "</dl>")
