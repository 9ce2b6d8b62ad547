"""The paths page: how two are connected, as sentences and as a picture, with the evidence for each step."""

from __future__ import annotations

import streamlit as st

from graph.analytics.paths import Path, paths, web
from graph.ontology import ontology
from graph.store import Store
from graph.subgraph import evidence
from ui.components.canvas import Dot, Line, drawn, network
from ui.parts import look, readings
from ui.parts.beginning import begun
from ui.parts.choice import stays
from ui.parts.filters import chosen
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known
from ui.parts.phrases import count, words
from ui.parts.proof import proofs
from ui.parts.tables import table

SKIPPABLE = ("Topic", "Place", "Platform", "Outlet", "Organization", "Audience", "Reach", "Statement", "Motive")


def _ways(store: Store, a: str, b: str, skip: tuple[str, ...]) -> list[Path]:
    return paths(store, a, b, skip=skip, among=known(web))


def _left(ways: list[Path]) -> list[Path]:
    """The paths of which each step is wanted, by an edge at least."""
    choice = chosen()
    if choice.everything:
        return ways
    nodes = {n.id: n for p in ways for n in p.nodes}
    wanted = stays([e for p in ways for step in p.steps for e in step], nodes, choice)
    return [p for p in ways if all(any(e.id in wanted for e in step) for step in p.steps)]


def sentence(path: Path) -> str:
    """A path in words, in Markdown, each step as its edge points."""
    out = [f"**{plain(path.nodes[0].name)}**"]
    for step, node in zip(path.steps, path.nodes[1:], strict=True):
        edge = step[0]
        arrow = f"{words(edge.type)} →" if edge.target == node.id else f"← {words(edge.type)}"
        out.append(f":gray[{arrow}] **{plain(node.name)}**")
    return " ".join(out)


def drawing(found: list[Path], ends: tuple[str, str]) -> tuple[list[Dot], list[Line]]:
    """All paths as one picture."""
    dots = {n.id: Dot(n.id, n.name, n.label, 48 if n.id in ends else 32) for p in found for n in p.nodes}
    lines = {e.id: Line(e.id, e.source, e.target, words(e.type)) for p in found for step in p.steps for e in step}
    return list(dots.values()), list(lines.values())


def _steps(path: Path) -> None:
    for step, (one, other) in zip(path.steps, zip(path.nodes, path.nodes[1:], strict=False), strict=True):
        st.markdown(f"**{plain(one.name)}** and **{plain(other.name)}** :gray[{', '.join(words(e.type) for e in step)}]")
        proofs(known(evidence, step[0].id)[:2])


def page() -> None:
    """Draw the page."""
    heading(
        "Paths",
        "How two people, shows or platforms are connected: the shortest ways between them, step by step, with the sentences behind each.",
    )
    if not begun():
        return
    choices = {r["id"]: f"{r['name']} · {r['label']}" for label in ontology().entity_labels for r in known(readings.leading, label, 400)}
    if len(choices) < 2:
        st.info("Nothing found: the articles name fewer than two things.", icon=":material/search_off:")
        return
    ids = sorted(choices, key=lambda i: (choices[i].casefold(), i))
    people = [r["id"] for r in known(readings.leading, "Person", 2)]
    first, second = (*people, *ids)[:2]
    left, right, more = st.columns([3, 3, 3], gap="medium")
    a = left.selectbox("From", ids, index=ids.index(first), format_func=choices.__getitem__, key="from", bind="query-params")
    b = right.selectbox("To", ids, index=ids.index(second), format_func=choices.__getitem__, key="to", bind="query-params")
    skip = more.multiselect("Not by way of", SKIPPABLE, default=["Place", "Statement"], key="skip", bind="query-params")
    with st.spinner("Looking for ways …"):
        ways = known(_ways, a, b, tuple(sorted(skip)))
    found = _left(ways)
    if len(found) < len(ways):
        st.caption(f"The filter leaves {len(found)} of {count(len(ways), 'path')}.")
    if not found:
        st.info("Nothing found: no way of five steps or fewer joins the two.", icon=":material/search_off:")
        return
    dots, lines = drawing(found, (a, b))
    told, picture = st.columns([2, 3], gap="medium")
    with told, st.container(height=600, border=True, key="panel"):
        st.markdown(f"**{count(len(found), 'path')}** :gray[the most direct first]")
        for path in found:
            with st.expander(sentence(path)):
                _steps(path)
    with picture:
        network(dots, lines, key=f"paths-{drawn(dots, lines)}", seed=a, height=look.TALL)
    with st.expander("The same as a table", icon=":material/table:"):
        table([{"path": n, "step": s, "from": p.nodes[s - 1].name, "link": ", ".join(words(e.type) for e in step), "to": p.nodes[s].name}
               for n, p in enumerate(found, 1) for s, step in enumerate(p.steps, 1)], "paths", alt="Steps of the paths")  # fmt: skip


with guard():
    page()
