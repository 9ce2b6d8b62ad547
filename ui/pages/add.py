"""The page for adding articles: pasted, uploaded or from an address; their facts are looked at, corrected or rejected before they are loaded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from etl.desk import Paper, lay_out, pasted
from etl.extract import READERS
from etl.extract.addresses import is_address
from etl.extract.terms import Terms
from etl.imports import Import
from etl.rejects import Reason, Reject
from graph.identity import article_node
from graph.omitting import key
from graph.ontology import ontology
from graph.records import KINDS, QUALIFIERS, STATUSES, UNITS
from ui.parts import imports, look
from ui.parts.beginning import sample_button
from ui.parts.draft import Draft, Row, rows
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import store
from ui.parts.links import ARTICLE, NETWORK, article_query, link, network_query
from ui.parts.marks import Mark, reader
from ui.parts.phrases import count, day, shorten
from ui.parts.tables import table
from ui.parts.taking import as_given, terms

DOORS = ("Paste", "Upload", "Address")
_FAMILIES = ("Appearances", "Relations", "Figures", "Statements", "Motives", "Names")
_FIELDS = (("title", "Title"), ("outlet", "Outlet"), ("author", "Author"), ("published", "Published"), ("url", "Address"))

_EXAMPLES = {"published": "2024-08-13", "url": "https://…"}


def _state() -> Any:
    state = st.session_state
    for name, first in (("drafts", []), ("left-out", []), ("brought", None), ("dropped", ()), ("turn", 0)):
        state.setdefault(name, first)
    return state


def _read(papers: Sequence[Paper], addresses: Sequence[str] = (), given: Terms | None = None) -> None:
    """Read papers and the pages at addresses into drafts, saying step by step what is done."""
    state = _state()
    with st.status("Reading …", expanded=True) as status:
        taken = [*([count(len(papers), "paper")] if papers else []), *([count(len(addresses), "address")] if addresses else [])]
        st.write(f"1 · {' and '.join(taken)} taken in")
        bar = st.progress(0.0, text="2 · finding names and facts (the language model is loaded first) …")

        def step(done: int, total: int) -> None:
            bar.progress(min(1.0, done / max(total, 1)), text=f"2 · names and facts: {done} of {total} articles")

        laid = lay_out(papers, store(), addresses=addresses, terms=given or terms(), progress=step)
        bar.progress(1.0, text=f"2 · names and facts found in {count(len(laid.facts), 'article')}")
        st.write("3 · nothing is loaded yet: look at the facts below")
        status.update(label="Read", state="complete", expanded=False)
    state["drafts"] = [Draft(f) for f in laid.facts]
    same = [Reject(count(laid.unchanged, "article"), Reason.DUPLICATE, "loaded already, with the same words")] if laid.unchanged else []
    state["left-out"] = [*laid.rejects, *same]
    state["brought"] = None
    state["turn"] += 1


def _doors() -> None:
    door = st.segmented_control(
        "From", DOORS, default="Paste", key="door", bind="query-params", required=True, label_visibility="collapsed"
    )
    turn = _state()["turn"]
    papers: list[Paper] = []
    addresses: list[str] = []
    given: Terms | None = None
    with st.form(f"door-{door}", border=True):
        if door == "Upload":
            files = st.file_uploader(
                "Articles", type=[e.removeprefix(".") for e in READERS], accept_multiple_files=True, key=f"files-{turn}",
                help="One article in a file (Markdown, text, HTML, PDF, DOCX, EML) or many (JSON, JSON Lines, CSV, TSV, WARC, ZIP, lists of addresses)",
            )  # fmt: skip
            left, right = st.columns([2, 3], gap="small")
            published = left.text_input("Published, where a file does not say it", key=f"given-{turn}", placeholder="2024-08-13")
            named = right.text_input(
                "Columns of a table that bear other names", key=f"columns-{turn}", placeholder="title=headline, text=story"
            )
            pressed = st.form_submit_button("Read them", type="primary", icon=":material/auto_stories:")
            if pressed:
                papers = [Paper(f.name, f.getvalue()) for f in files]
                given = as_given(published, named)
                if not given:
                    return
        elif door == "Address":
            urls = st.text_area(
                "Addresses, one a line", key=f"urls-{turn}", height=110, placeholder="https://…",
                help="Greenroom fetches these pages itself, as far as their servers’ robots.txt allows; nothing else is asked for",
            )  # fmt: skip
            pressed = st.form_submit_button("Fetch and read", type="primary", icon=":material/travel_explore:")
            if pressed:
                addresses = [u.strip() if is_address(u.strip()) else f"https://{u.strip()}" for u in urls.splitlines() if u.strip()]
        else:
            text = st.text_area("The article’s text", key=f"text-{turn}", height=220, placeholder="Paste an article …")
            columns = st.columns([3, 2, 2, 2, 3], gap="small")
            values = {
                name: column.text_input(label, key=f"{name}-{turn}", placeholder=_EXAMPLES.get(name, ""))
                for column, (name, label) in zip(columns, _FIELDS, strict=True)
            }
            pressed = st.form_submit_button("Read it", type="primary", icon=":material/auto_stories:")
            papers = [pasted(text, values)] if pressed and text.strip() else []
    if pressed and not papers and not addresses:
        st.info("There is nothing to read yet.", icon=":material/info:")
    elif pressed:
        _read(papers, addresses, given)
        st.rerun()


def _left_out() -> None:
    for reject in _state()["left-out"]:
        icon = ":material/content_copy:" if reject.reason is Reason.DUPLICATE else ":material/block:"
        st.warning(plain(str(reject)), icon=icon)


def _brought() -> None:
    """What the last import came to, and the way back."""
    state = _state()
    done = imports.log()
    if state["brought"]:
        with st.container(border=True):
            st.markdown(f"**{count(len(state['brought']), 'article')} loaded.** :gray[Everything shows them from now on.]")
            for id_, title in state["brought"][:12]:
                link(ARTICLE, shorten(title, 80), article_query(id_), icon=":material/article:")
            for warning in state["dropped"][:5]:
                st.caption(plain(warning))
            first, title = state["brought"][0]
            link(
                NETWORK, f"See what “{shorten(title, 50)}” names in the network", network_query(article_node(first)), icon=":material/hub:"
            )
    if done:
        _way_back(done)


def _way_back(done: Sequence[Import]) -> None:
    """What can be taken back: the last import, and after it those before."""
    last = done[0]
    with st.container(horizontal=True, vertical_alignment="center"):
        if st.button("Undo the last import", icon=":material/undo:", key="undo-import", disabled=last.large):
            with st.spinner("Taking it back …"):
                undone = imports.undo()
            _state()["brought"] = None
            left = f" {count(len(undone.left), 'article')} changed otherwise since, and left." if undone.left else ""
            st.toast(f"{count(len(undone.articles), 'article')} taken back.{left}")
            st.rerun()
        st.caption(_brief(last))
    if len(done) > 1:
        with st.expander(f"{count(len(done) - 1, 'earlier import')}, which can be taken back after it", icon=":material/history:"):
            table(
                [{"when": _moment(i), "from": i.what, "articles": len(i.articles), "which": ", ".join(i.articles[:12])} for i in done[1:]],
                "imports", alt="Earlier imports",
            )  # fmt: skip


def _brief(one: Import) -> str:
    brought = "brought too many articles to be taken back" if one.large else f"brought {count(len(one.articles), 'article')}"
    return plain(f"{_moment(one)}, from {one.what}: {brought}{': ' if one.articles else ''}{shorten(', '.join(one.articles[:12]), 90)}")


def _moment(one: Import) -> str:
    return f"{one.when[:16].replace('T', ' ')} UTC"


def _load(drafts: Sequence[Draft]) -> None:
    state = _state()
    with st.spinner(f"Loading {count(len(drafts), 'article')} …"):
        final = [d.final() for d in drafts]
        state["dropped"] = imports.bring(final)
    state["brought"] = [(f.article.id, f.article.title or f.article.id) for f in final]
    state["drafts"] = [d for d in state["drafts"] if d not in drafts]
    state["left-out"] = []
    st.rerun()


def _keep(draft: Draft, key_: str, widget: str) -> None:
    draft.rejected.symmetric_difference_update({key_} if st.session_state[widget] == (key_ in draft.rejected) else ())


def _preview(drafts: list[Draft]) -> None:
    number = 0
    if len(drafts) > 1:
        number = st.selectbox(
            "Article", range(len(drafts)), format_func=lambda n: f"{n + 1}. {shorten(drafts[n].facts.article.title or drafts[n].facts.article.id, 90)}",
            key="draft-number",
        )  # fmt: skip
    draft = drafts[min(number or 0, len(drafts) - 1)]
    given = draft.facts.article
    st.subheader(plain(given.title or given.id), anchor=False)
    st.caption(
        plain(" · ".join(x for x in (given.outlet, given.author, day(given.published) if given.published else "no date given") if x))
    )
    with st.container(horizontal=True):
        if st.button("Load this article", type="primary", icon=":material/check:", key="load-one"):
            _load([draft])
        if len(drafts) > 1 and st.button(f"Load all {len(drafts)}", icon=":material/done_all:", key="load-all"):
            _load(drafts)
        if st.button("Discard", icon=":material/delete:", key="discard"):
            st.session_state["drafts"] = [d for d in drafts if d is not draft]
            st.rerun()
    shown = rows(draft)
    here = next((r.spans[0] for r in shown if r.key == st.session_state.get("preview-at") and r.spans), None)
    left, right = st.columns([3, 2], gap="large")
    with left, st.container(height=600, border=False, key="text"):
        marks = [Mark(start, end, e.type, "", e.name) for e in draft.final().entities for start, end in e.mentions]
        st.html(reader(given.text, marks, here=here, dark=look.dark(), linked=False))
        if here:
            st.html(look.SCROLL.format(place=here[0]), unsafe_allow_javascript=True)
    with right, st.container(height=600, border=True, key="facts"):
        kept = sum(1 for r in shown if r.family != "Names" and r.key not in draft.rejected)
        st.markdown(f"**{count(kept, 'fact')}** :gray[to be loaded; press one to see its sentence, untick it to reject it]")
        for family in _FAMILIES:
            members = [r for r in shown if r.family == family]
            if members:
                with st.container(gap=None):
                    st.markdown(f"**{family}** :gray[{len(members)}]")
                    for row in members:
                        _fact(draft, row)
    with st.expander("Correct names, kinds, dates and figures", icon=":material/edit:"):
        _corrections(draft)


def _fact(draft: Draft, row: Row) -> None:
    turn = st.session_state["turn"]
    widget = f"keep-{turn}-{draft.facts.article.id}-{row.key}"
    with st.container(horizontal=True, gap="small", vertical_alignment="top"):
        st.checkbox(
            f"Keep: {shorten(row.text, 60)}", value=row.key not in draft.rejected, key=widget, label_visibility="collapsed", width=22,
            on_change=_keep, args=(draft, row.key, widget),
        )  # fmt: skip
        # As long as a row takes beside its tick; the whole of it is in the tip.
        said = plain(shorten(row.text, 58))
        told = f"{plain(row.text)} – {row.sure:.0%} sure, rule {plain(row.rule)}" if row.rule else None
        st.button(
            f":gray[~~{said}~~]" if row.key in draft.rejected else said, key=f"show-{turn}-{draft.facts.article.id}-{row.key}", type="tertiary",
            on_click=lambda: st.session_state.update({"preview-at": row.key}), help=told,
        )  # fmt: skip


def _corrections(draft: Draft) -> None:
    """Tables in which values can be changed; what is changed goes into the draft at once."""
    facts = draft.facts
    names = {e.id: e.name for e in facts.entities}
    names |= {a.id: f"the appearance of {', '.join(names[i] for i in a.guests)}" for a in facts.appearances}
    choose = st.column_config.SelectboxColumn
    st.caption("Change a cell; the list above follows. A changed name or type no longer joins by the lexicon.")
    _table(
        draft, "entities", [{"name": e.name, "type": e.type, "mentions": len(e.mentions)} for e in facts.entities],
        {"type": choose(options=list(ontology().entity_labels), required=True)}, ("mentions",),
    )  # fmt: skip
    _table(
        draft, "appearances",
        [{"guests": ", ".join(names[i] for i in a.guests), "kind": a.kind, "status": a.status, "date": a.date} for a in facts.appearances],
        {"kind": choose(options=list(KINDS), required=True), "status": choose(options=list(STATUSES), required=True),
         "date": st.column_config.TextColumn(validate=r"^\d{4}(-\d\d(-\d\d)?)?$")}, ("guests",),
    )  # fmt: skip
    _table(
        draft, "relations", [{"subject": names[r.subject], "predicate": r.predicate, "object": names[r.object]} for r in facts.relations],
        {"predicate": choose(options=list(ontology().relations), required=True)}, ("subject", "object"),
    )  # fmt: skip
    _table(
        draft, "reach",
        [{"of": names[f.subject], "value": f.value, "unit": f.unit, "qualifier": f.qualifier} for f in facts.reach],
        {"unit": choose(options=list(UNITS), required=True), "qualifier": choose(options=list(QUALIFIERS), required=True),
         "value": st.column_config.NumberColumn(min_value=0, required=True)}, ("of",),
    )  # fmt: skip


def _table(draft: Draft, family: str, given: list[dict[str, Any]], columns: dict[str, Any], fixed: tuple[str, ...]) -> None:
    if not given:
        return
    widget = f"correct-{st.session_state['turn']}-{draft.facts.article.id}-{family}"
    st.data_editor(
        pd.DataFrame(given), key=widget, hide_index=True, column_config=columns, disabled=fixed, alt=f"{family}, to be corrected",
        on_change=partial(_corrected, draft, family, widget),
    )  # fmt: skip


def _corrected(draft: Draft, family: str, widget: str) -> None:
    for number, values in st.session_state[widget]["edited_rows"].items():
        draft.correct(key(family, int(number)), {k: float(v) if k == "value" else v for k, v in values.items()})


def page() -> None:
    """Draw the page."""
    heading(
        "Add articles",
        "Paste an article, upload some or name their addresses; look at the facts over the text, mend them, and only then load them.",
    )
    state = _state()
    draw: Callable[[], None] = _doors
    if state["drafts"]:
        _left_out()
        _preview(state["drafts"])
        return
    _brought()
    draw()
    _left_out()
    sample_button()


with guard():
    page()
