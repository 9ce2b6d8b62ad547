"""The evidence panel: what a node or an edge is, and which sentences say so."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.identity import edge_ends
from graph.ontology import ontology
from graph.subgraph import Edge, EvidenceRow, Node, evidence
from ui.parts import look, readings
from ui.parts.frame import plain
from ui.parts.knowledge import known
from ui.parts.links import ARTICLE, article_query, link
from ui.parts.mending import correct_this
from ui.parts.phrases import count, day, number, shorten, words
from ui.parts.picture import Picture, note

MOST_QUOTES = 12
MOST_LINKS = 14
_TERMS = (
    ("roles", "Known as"),
    ("aliases", "Also called"),
    ("kind", "Kind"),
    ("status", "Status"),
    ("qualifier", "Given as"),
    ("cue", "Cue"),
    ("wikidata", "Wikidata"),
)


def terms(node: Node) -> list[tuple[str, str]]:
    """The properties of a node that a reader wants to see, in words."""
    p: dict[str, Any] = dict(node.properties)
    out = []
    for key, term in _TERMS:
        value = p.get(key)
        shown = ", ".join(v for v in value if v != node.name) if isinstance(value, list) else str(value or "").replace("_", " ")
        if shown:
            out.append((term, shown))
    if p.get("date") or p.get("date_text"):
        said = f" (“{p['date_text']}”)" if p.get("date_text") else ""
        out.append(("Date", f"{day(p.get('date'))}{said}"))
    if p.get("duration_minutes"):
        out.append(("Length", f"{number(p['duration_minutes'])} minutes"))
    if p.get("value") is not None:
        out.append(("Figure", f"{number(p['value'])} {p.get('unit') or ''}"))
    if p.get("articles"):
        out.append(("Told in", count(int(p["articles"]), "article")))
    return out


def proofs(rows: list[EvidenceRow]) -> None:
    """Sentences word for word, each with the way to its place in its article."""
    if not rows:
        st.caption("No sentence stands behind this one by itself.")
        return
    shown: set[tuple[str, int, int]] = set()
    for row in rows:
        place = (row.article_id, row.start, row.end)
        if place in shown:
            continue
        shown.add(place)
        if len(shown) > MOST_QUOTES:
            st.caption(f"… and more: {count(len(rows), 'stretch', 'stretches')} in all.")
            return
        says = f"says {row.attributed_to}" if row.attributed_to else ""
        look.quotation(row.quote, " · ".join(x for x in (says, f"{row.confidence:.0%} sure") if x))
        where = " · ".join(x for x in (row.outlet or shorten(row.title, 40), day(row.published) if row.published else "") if x)
        link(ARTICLE, where, article_query(row.article_id, row.start), icon=":material/read_more:")


def proofs_of(fact: str) -> None:
    """The sentences behind an edge or a fact node."""
    proofs(known(evidence, fact))


def node_panel(node: Node, whole: Picture, pick: Any, opened: Any) -> None:
    """A node: what it is, what it is linked with here, and its evidence or the articles that mention it.

    Args:
        node: the node.
        whole: the picture that it stands in.
        pick: called with an edge's id when its line is pressed.
        opened: called with the node's id to open its neighbours.
    """
    look.head(node.name, node.label)
    look.facts(terms(node))
    st.button("Open neighbours", icon=":material/hub:", key=f"open-{node.id}", on_click=opened, args=(node.id,), width="stretch")
    correct_this(node.id)
    label = ontology().labels[node.label]
    if label.role == "fact":
        st.markdown("**Evidence**")
        proofs(known(evidence, node.id))
    touching = [e for e in whole.edges.values() if node.id in (e.source, e.target)]
    if touching:
        with st.container(gap=None):
            st.markdown(f"**Linked here** :gray[{len(touching)}]")
            for edge in sorted(touching, key=lambda e: (-int(e.properties.get("mentions") or 0), e.id))[:MOST_LINKS]:
                _tie(edge, node, whole, pick)
        if len(touching) > MOST_LINKS:
            st.caption(f"… and {len(touching) - MOST_LINKS} more in the table below.")
    if label.role == "entity":
        articles = known(readings.telling, node.id)
        if articles:
            with st.container(gap=None):
                st.markdown("**Articles**")
                for row in articles:
                    link(
                        ARTICLE,
                        shorten(row["title"], 60),
                        article_query(row["id"]),
                        icon=":material/article:",
                        note=day(row["published"]) if row["published"] else None,
                    )


def _tie(edge: Edge, node: Node, whole: Picture, pick: Any) -> None:
    """One line for an edge of `node`: what it is and who is at its other end."""
    out = edge.source == node.id
    end = whole.nodes[edge.target if out else edge.source]
    other = f"**{plain(shorten(end.name, 44))}**" + (f" :gray[{plain(note(end))}]" if end.label == "Appearance" else "")
    said = f"{words(edge.type)} {other}" if out else f"{other} {words(edge.type)}"
    icon = ":material/arrow_forward:" if out else ":material/arrow_back:"
    st.button(said, key=f"edge-{edge.id}", type="tertiary", icon=icon, on_click=pick, args=(edge.id,))


def edge_panel(edge: Edge, whole: Picture) -> None:
    """An edge: its two ends, what it means, and the sentences that say so."""
    ends = (whole.nodes[edge.source], whole.nodes[edge.target])
    look.head(ends[0].name, ends[0].label)
    type_ = ontology().edges[edge_ends(edge.id)[0]]
    claimed = " :gray[(claimed: only somebody quoted says so)]" if edge.id in whole.claimed else ""
    st.markdown(f"**{words(edge.type)}** :gray[– {plain(type_.meaning)}]{claimed}")
    look.head(ends[1].name, ends[1].label)
    correct_this(edge.id)
    st.markdown("**Evidence**")
    proofs(known(evidence, edge.id))
