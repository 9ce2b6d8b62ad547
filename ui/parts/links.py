"""Addresses inside the explorer: every view has one, so that a link shares it."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import streamlit as st

from ui.parts.frame import plain

NETWORK = "ui/pages/network.py"
ARTICLE = "ui/pages/article.py"


def network_query(node: str) -> dict[str, str]:
    """The address of the network round a node."""
    return {"id": node}


def article_query(article: str, at: int | None = None) -> dict[str, str]:
    """The address of an article, scrolled to character `at`."""
    return {"id": article} | ({} if at is None else {"at": str(at)})


def href(page: str, query: dict[str, str]) -> str:
    """A relative address, for links in HTML that `html.escape` still has to pass."""
    return f"{quote(page)}?{urlencode(query)}"


def link(page: str, label: str, query: dict[str, str], *, icon: str | None = None, note: str | None = None) -> None:
    """A link to a page; `label` and `note` are shown letter for letter."""
    words = plain(label) or "–"
    if note:
        words += f" :gray[{plain(note)}]"
    st.page_link(page, label=words, icon=icon, query_params=query)
