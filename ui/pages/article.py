"""The article page: the text with its mentions marked, and beside it the facts that it bears out."""

from __future__ import annotations

import streamlit as st

from graph.ontology import ontology
from graph.records import Article
from graph.subgraph import ArticleView, FactView, article
from ui.parts import look, readings
from ui.parts.beginning import begun
from ui.parts.choice import articles
from ui.parts.filters import chosen
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known
from ui.parts.links import ARTICLE, article_query, link
from ui.parts.marks import Mark, reader
from ui.parts.phrases import count, day, shorten, words
from ui.parts.tables import table

MOST = 5000
"""Articles that the list holds at most."""
_GROUPS = ("Appearance", "Motive", "Statement", "Reach")


def _stretch(view: ArticleView) -> tuple[int, int] | None:
    """The stretch that the address names by where it begins: a fact's, else a mention's, else the line."""
    try:
        at = int(st.query_params.get("at", ""))
    except ValueError:
        return None
    text = view.article.text
    if not 0 <= at < len(text):
        return None
    spans = [s for f in view.facts for s in f.spans] + [(m.start, m.end) for m in view.mentions]
    return next((s for s in spans if s[0] == at), (at, min(len(text), text.find("\n", at) if "\n" in text[at:] else len(text))))


def _go(at: int) -> None:
    st.query_params["at"] = str(at)


def _fact(fact: FactView, here: tuple[int, int] | None) -> None:
    for n, span in enumerate(fact.spans[:3]):
        says = f" :gray[says {plain(fact.attributed_to)}]" if fact.attributed_to else ""
        label = f"{plain(shorten(fact.text, 110))}{says}" if n == 0 else f":gray[also here, {n + 1}]"
        st.button(
            label, key=f"fact-{fact.id}-{n}", type="tertiary",
            icon=":material/radio_button_checked:" if span == here else ":material/format_quote:",
            on_click=_go, args=(span[0],), help=f"{words(fact.kind)}, {fact.confidence:.0%} sure, rule {plain(fact.rule) or '–'}",
        )  # fmt: skip


def _source(given: Article) -> str:
    parts = [given.outlet, given.author, day(given.published) if given.published else "no date given"]
    return f"{' · '.join(plain(x) for x in parts if x)}. What it names is marked, what it says stands beside it."


def _list() -> None:
    choice = chosen()
    told = None if choice.everything else articles(choice)
    rows = [r for r in known(readings.newest, MOST) if told is None or r["node"] in told]
    st.caption(count(len(rows), "article") + ("" if told is None else " bear out something that the filter leaves") + ".")

    def open_row(number: int) -> None:
        st.session_state["article"] = rows[number]["id"]

    table(rows, "articles", alt="Articles", hidden=("id", "node"), on_row=open_row, height=520)
    if "article" in st.session_state:
        st.switch_page(ARTICLE, query_params=article_query(st.session_state.pop("article")))


def page() -> None:
    """Draw the page."""
    wanted = st.query_params.get("id", "")
    if not wanted:
        heading("Articles", "Everything that was read, the newest first; press a row to read it with its names and facts marked.")
        if begun():
            _list()
        return
    view = known(article, wanted)
    here = _stretch(view)
    marks = [Mark(m.start, m.end, m.label, m.entity_id, m.name) for m in view.mentions]
    heading(view.article.title or view.article.id, _source(view.article))
    others = known(readings.versions, view.article.id)
    if others:
        st.caption("Counts as one article with other versions of its text:")
        with st.container(gap=None):
            for row in others:
                note = " · ".join(x for x in (row["outlet"], row["published"]) if x)
                link(ARTICLE, row["title"], article_query(row["id"]), icon=":material/file_copy:", note=note)
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(height=600, border=False, key="text"):
        st.html(reader(view.article.text, marks, here=here, dark=look.dark()))
        if here:
            st.html(look.SCROLL.format(place=here[0]), unsafe_allow_javascript=True)
    with right, st.container(height=600, border=True, key="facts"):
        st.markdown(
            f"**{count(len(view.facts), 'fact')}** "
            f":gray[from {count(len({m.entity_id for m in view.mentions}), 'thing')} named; press one to see its sentence]"
        )
        groups: dict[str, list[FactView]] = {}
        for fact in view.facts:
            # The slots of an appearance and the parts of a statement go with it; the table has them all.
            if fact.kind in _GROUPS or fact.kind in ontology().relations:
                groups.setdefault(fact.kind if fact.kind in _GROUPS else "Relation", []).append(fact)
        for name in (*_GROUPS, "Relation"):
            if name in groups:
                with st.container(gap=None):
                    st.markdown(f"**{name}** :gray[{len(groups[name])}]")
                    for fact in groups[name]:
                        _fact(fact, here)
    with st.expander("The facts as a table", icon=":material/table:"):
        table(
            [
                {
                    "fact": f.text,
                    "kind": words(f.kind),
                    "start": s,
                    "end": e,
                    "quote": view.article.text[s:e],
                    "says": f.attributed_to,
                    "sure": f.confidence,
                    "rule": f.rule,
                }
                for f in view.facts
                for s, e in f.spans
            ],
            "facts",
            alt="Facts of the article",
        )


with guard():
    page()
