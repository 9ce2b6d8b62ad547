"""The look of the few things that Streamlit has no element for: marked text, quotations, heads of panels."""

from __future__ import annotations

from html import escape

import streamlit as st

from ui.parts.palette import colour

TALL = "clamp(470px, calc(100vh - 282px), 900px)"
"""Height of what should reach to the lower edge of the window, below heading and search."""

STYLE = """<style>
div:has(>.st-key-panel),div:has(>.st-key-text),div:has(>.st-key-facts),.st-key-panel,.st-key-text,.st-key-facts{height:TALL!important;max-height:none!important}
.reader{font:400 1.13rem/1.72 'Newsreader',Georgia,serif;max-width:44rem;overflow-wrap:anywhere}
.reader p{font:inherit;margin:0 0 1.05em}
.reader mark{color:inherit;background:color-mix(in srgb,var(--mark) 13%,transparent);border-bottom:2px solid var(--mark);border-radius:3px 3px 0 0;padding:0 .08em}
.reader a{color:inherit!important;text-decoration:none!important}
.reader mark:hover{background:color-mix(in srgb,var(--mark) 28%,transparent)}
.reader mark[data-tag]::after{content:attr(data-tag);font:600 .56em/1 'Instrument Sans',sans-serif;letter-spacing:.04em;text-transform:uppercase;
  color:var(--mark);margin-left:.35em;vertical-align:.35em}
.reader .here{background:color-mix(in srgb,#e6b800 34%,transparent);box-shadow:0 0 0 2px color-mix(in srgb,#e6b800 34%,transparent);border-radius:2px}
.quotation{margin:0;padding:.15rem 0 .15rem .85rem;border-left:3px solid color-mix(in srgb,currentColor 22%,transparent);
  font:400 1.02rem/1.5 'Newsreader',Georgia,serif;overflow-wrap:anywhere}
.quotation small{display:block;margin-top:.25rem;font:500 .78rem/1.4 'Instrument Sans',sans-serif;opacity:.75}
.head{display:flex;align-items:baseline;gap:.6rem;flex-wrap:wrap;overflow-wrap:anywhere}
.head b{font:550 1.3rem/1.25 'Newsreader',Georgia,serif}
.head span{font:600 .68rem/1 'Instrument Sans',sans-serif;letter-spacing:.05em;text-transform:uppercase;color:var(--mark);border:1.5px solid var(--mark);
  border-radius:999px;padding:.22rem .5rem}
.facts{display:grid;grid-template-columns:auto 1fr;gap:.2rem .9rem;margin:0;font-size:.9rem;line-height:1.45;overflow-wrap:anywhere;padding:0!important}
.facts dt{opacity:.65;margin:0;padding:0}.facts dd{margin:0!important;padding:0}
[data-testid="stButton"] button[kind="tertiary"]{justify-content:flex-start;text-align:left;min-height:1.9rem}
</style>""".replace("TALL", TALL)


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
