"""The answer to a query, shown as a table, as a picture where it holds nodes, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from graph.identity import edge_ends, is_edge
from graph.ontology import ontology
from graph.queries import Question, say
from graph.store import Result, Store
from graph.subgraph import neighbourhood
from ui.components.canvas import Dot, Line, drawn, network
from ui.parts import readings
from ui.parts.frame import plain
from ui.parts.knowledge import known
from ui.parts.links import ARTICLE, NETWORK, article_query, link, network_query
from ui.parts.phrases import count, day, shorten, words
from ui.parts.picture import width
from ui.parts.tables import table

MOST_DRAWN = 300
MOST_FACTS = 30
MOST_SAID = 3
FACT = "fact"
"""The column in which the shipped questions give the id of what bears a row out."""


def cell(value: Any) -> Any:
    """A value as it stands in a table: nodes by name, lists joined, other structures as JSON."""
    if isinstance(value, Mapping):
        if "name" in value:
            return str(value["name"])
        if "type" in value and "source" in value:
            return words(str(value["type"]))
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return ", ".join(str(cell(v)) for v in value)
    return value


def _things(value: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(value, Mapping):
        if "id" in value and ("label" in value or "type" in value):
            yield value
    elif isinstance(value, list):
        for v in value:
            yield from _things(v)


def drawing(rows: Sequence[Mapping[str, Any]]) -> tuple[list[Dot], list[Line]]:
    """The nodes and edges that the rows hold, each once, in order; edges only between nodes that are there."""
    dots: dict[str, Dot] = {}
    lines: dict[str, Line] = {}
    for row in rows:
        for value in row.values():
            for thing in _things(value):
                key = str(thing["id"])
                if thing.get("label") in ontology().labels:
                    dots.setdefault(key, Dot(key, str(thing.get("name") or key), str(thing["label"]), 32))
                elif thing.get("type") in ontology().edges:
                    lines.setdefault(key, Line(key, str(thing["source"]), str(thing["target"]), words(str(thing["type"]))))
    return list(dots.values()), [line for line in lines.values() if line.source in dots and line.target in dots]


def _bears(column: str) -> bool:
    """Whether a column holds ids of what bears rows out, as `fact` does, and `b_fact` for the second of two."""
    return column == FACT or column.endswith(f"_{FACT}")


def _go(fact: str) -> None:
    """Remember where to go: pages can only be changed outside of callbacks."""
    st.session_state["fact"] = fact


def around(store: Store, facts: tuple[str, ...]) -> tuple[list[Dot], list[Line]]:
    """The picture of some facts: edges with their ends, occasions and sayings with who and what takes part."""
    held = [f for f in facts if not is_edge(f)]
    ends = [end for f in facts if is_edge(f) for end in edge_ends(f)[1:]]
    near = neighbourhood(store, [*held, *ends], limit=0)
    if held:
        near = neighbourhood(store, [*(n.id for n in near.nodes), *_parts(store, held)], limit=0)
    dots = [Dot(n.id, n.name, n.label, 40 if n.id in held else 32) for n in near.nodes]
    wanted = set(facts)
    lines = [
        Line(e.id, e.source, e.target, words(e.type), width(e.properties.get("articles")))
        for e in near.edges
        if e.id in wanted or e.source in held or e.target in held
    ]
    return dots, lines


def _parts(store: Store, held: list[str]) -> list[str]:
    return [n.id for n in neighbourhood(store, held, limit=6, skip_labels=("Date", "Evidence", "Article", "Topic")).nodes]


def answer(result: Result, name: str, question: Question | None = None, *, said: bool = True) -> None:
    """Show `result`; `name` is that of the CSV file, `question` the shipped one that was asked, `said` whether to say it in sentences."""
    if "fact" in st.session_state:
        fact = str(st.session_state.pop("fact"))
        st.switch_page(NETWORK, query_params={"id": edge_ends(fact)[1], "pick": fact} if is_edge(fact) else network_query(fact))
    if not result.rows:
        st.info("Not in these articles." if question else "Nothing found.", icon=":material/search_off:")
        return
    facts = [str(row[FACT]) for row in result.rows if row.get(FACT)] if FACT in result.columns else []
    drawable = tuple(dict.fromkeys(str(row[c]) for row in result.rows for c in result.columns if _bears(c) and row.get(c)))
    cited = known(readings.sentences, tuple(dict.fromkeys(facts))) if facts else {}
    if question is not None and question.sentence and said:
        _said(result, question, cited)
    size = f"{count(len(result.rows), 'row')} in {result.seconds:.2f} s"
    if result.truncated:
        size += "; there were more, and the rest was left out"
    st.caption(size)
    dots, lines = drawing(result.rows)
    if not dots and facts:
        dots, lines = known(around, drawable[:MOST_FACTS])
    tabs = st.tabs(["Table", "Picture", "JSON"] if dots else ["Table", "JSON"])
    with tabs[0]:
        frame = pd.DataFrame([{c: cell(row[c]) for c in result.columns} for row in result.rows], columns=list(result.columns))
        # ids are for programs: the file has them
        hidden = tuple(c for c in result.columns if question is not None and _bears(c))
        if FACT in result.columns:
            st.caption("Press a row to see its evidence.")
            frame["sentence"] = [cited.get(str(row[FACT]), {}).get("quote") for row in result.rows]
            table(frame, name, alt="Answer of the query", hidden=hidden or (FACT,), on_row=lambda n: _go(str(result.rows[n][FACT])))
        else:
            table(frame, name, alt="Answer of the query", hidden=hidden)
    if dots:
        with tabs[1]:
            if len(dots) > MOST_DRAWN:
                st.caption(f"The first {MOST_DRAWN} of {len(dots)} nodes.")
                dots = dots[:MOST_DRAWN]
                kept = {d.id for d in dots}
                lines = [line for line in lines if line.source in kept and line.target in kept]
            elif len(drawable) > MOST_FACTS:
                st.caption(f"The first {MOST_FACTS} facts that bear out the rows.")
            network(dots, lines, key=f"picture-{name}-{drawn(dots, lines)}", height="560px")
    with tabs[-1]:
        st.code(json.dumps(result.rows[:200], ensure_ascii=False, indent=2), language="json", height=480)


def _said(result: Result, question: Question, cited: Mapping[str, Mapping[str, Any]]) -> None:
    """The first rows as sentences, each with the sentence of the article that it rests on."""
    with st.container(border=True, gap="small"):
        for row in result.rows[:MOST_SAID]:
            source = cited.get(str(row.get(FACT)))
            st.markdown(plain(shorten(say(question, row), 260)))
            if source:
                where = " · ".join(x for x in (source["outlet"], day(source["published"]) if source["published"] else "") if x)
                link(
                    ARTICLE,
                    f"“{shorten(source['quote'], 130)}”",
                    article_query(source["article"], source["start"]),
                    icon=":material/format_quote:",
                    note=where,
                )
        if len(result.rows) > MOST_SAID:
            st.caption(f"… and {count(len(result.rows) - MOST_SAID, 'more', 'more')} in the table.")
