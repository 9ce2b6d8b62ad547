"""The look of the few things that Streamlit has no element for: marked text, quotations, heads of panels."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape as _escape
from pathlib import Path

import streamlit as st

from ui.parts.frame import tamed
from ui.parts.palette import colour

STYLE = Path(__file__).with_name("look.css")
TALL = "var(--tall)"
"""Height of what should reach to the lower edge of the window."""


SCROLL = "<script>document.getElementById('here')?.scrollIntoView({{block:'center'}})</script><!-- {place} -->"
"""Brings the stretch with the id `here` into view; no data in it but a number."""


def escape(text: str) -> str:
    """Text from outside for HTML: no mark-up in it, and nothing that turns the direction of what follows."""
    return _escape(tamed(text))


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


def key(names: Sequence[str]) -> None:
    """What the first colours of charts stand for."""
    colours = st.get_option(f"theme.{'dark' if dark() else 'light'}.chartCategoricalColors")
    parts = (f'<span><i style="background:{colour_}"></i>{escape(name)}</span>' for name, colour_ in zip(names, colours, strict=False))
    st.html(f'<div class="key">{"".join(parts)}</div>')


def facts(pairs: list[tuple[str, str]]) -> None:
    """Terms with their values, one under the other."""
    if pairs:
        st.html('<dl class="facts">' + "".join(f"<dt>{escape(t)}</dt><dd>{escape(v)}</dd>" for t, v in pairs) + "</dl>")


def small(text: str) -> None:
    """A line in small print."""
    st.html(f'<p class="small">{escape(text)}</p>')


def card(rows: list[tuple[str, str]]) -> None:
    """Terms with what stands for them; what stands there is HTML whose text was escaped."""
    st.html('<dl class="card">' + "".join(f"<dt>{escape(t)}</dt><dd>{v}</dd>" for t, v in rows) + "</dl>")


def compared(heads: list[str], rows: list[list[str]], *, marked: list[bool], links: list[str]) -> None:
    """A table of columns side by side; `marked` rows stand out, with a sign beside the colour; a head with an address is a link."""
    top = "".join(
        f'<th scope="col"><a href="{escape(address)}" target="_self">{escape(head)}</a></th>' if address else f"<th>{escape(head)}</th>"
        for head, address in zip(heads, links, strict=True)
    )
    body = "".join(
        f"<tr{' class=disputed' if mark else ''}>"
        + f'<th scope="row">{"≠ " if mark else ""}{escape(row[0])}</th>'
        + "".join(f"<td>{escape(cell) or '–'}</td>" for cell in row[1:])
        + "</tr>"
        for row, mark in zip(rows, marked, strict=True)
    )
    st.html(f'<div class="compared"><table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>')
