"""The picture of a network: a seed with its neighbours, and what was opened after it, step by step."""

from __future__ import annotations

import math
from dataclasses import dataclass

from graph.selection import Selection
from graph.store import Store
from graph.subgraph import Edge, Node, neighbourhood
from ui.components.canvas import Dot, Line
from ui.parts.choice import stays
from ui.parts.phrases import day, words
from ui.parts.readings import claims

FIRST = 59
"""Nodes that are drawn at first beside the seed."""
QUIET = ("Date", "Evidence", "Article", "Statement")
"""Labels that are drawn only if the reader asks: they lead everywhere, or there are too many."""
SLOTS = ("Date", "Evidence", "Article", "Statement", "Reach", "Motive", "Topic")
"""What does not belong to who, where and on what of an occasion."""
MORE = 25
"""Neighbours that opening a node adds at most."""
MOST_STEPS = 24


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: nodes by id with the step in which each came, edges by id, and ids of edges that are only claimed."""

    nodes: dict[str, Node]
    waves: dict[str, int]
    edges: dict[str, Edge]
    claimed: frozenset[str]


def picture(store: Store, seed: str, opened: tuple[str, ...], asked: tuple[str, ...] = ()) -> Picture:
    """The seed with its neighbours and who and what takes part in its occasions, then the neighbours of each node opened.

    Args:
        store: an open store.
        seed: id of the node in the middle; it gets at most FIRST others.
        opened: ids of the nodes opened, in order; each adds at most MORE that are not there yet.
        asked: those of QUIET that are to be drawn nevertheless.
    """
    skip = tuple(label for label in QUIET if label not in asked)
    nodes = {n.id: n for n in neighbourhood(store, [seed], limit=FIRST, skip_labels=skip).nodes}
    # An occasion is the knot between people, show and platform: without these it says nothing.
    occasions = [i for i, n in nodes.items() if n.label == "Appearance" and i != seed]
    if occasions:
        for other in neighbourhood(store, occasions, limit=8, skip_labels=SLOTS).nodes:
            if len(nodes) <= FIRST:
                nodes.setdefault(other.id, other)
    waves = dict.fromkeys(nodes, 0)
    for step, centre in enumerate(opened[:MOST_STEPS], 1):
        if centre not in nodes:
            continue
        fresh = [n for n in neighbourhood(store, [centre], limit=MORE + len(nodes), skip_labels=skip).nodes if n.id not in nodes][:MORE]
        nodes |= {n.id: n for n in fresh}
        waves |= dict.fromkeys((n.id for n in fresh), step)
    among = neighbourhood(store, list(nodes), limit=0)
    edges = {e.id: e for e in among.edges}
    return Picture(nodes, waves, edges, claims(store, tuple(edges)))


def sieve(whole: Picture, seed: str, choice: Selection) -> Picture:
    """What is left of a picture under the reader's choice; the seed always is."""
    if choice.everything:
        return whole
    left = stays(whole.edges.values(), whole.nodes, choice)
    edges = {i: e for i, e in whole.edges.items() if i in left}
    tied = {seed} | {end for e in edges.values() for end in (e.source, e.target)}
    nodes = {i: n for i, n in whole.nodes.items() if i in tied}
    return Picture(nodes, {i: whole.waves[i] for i in nodes}, edges, whole.claimed)


def note(node: Node) -> str:
    """A few words on a node for its tip."""
    p = node.properties
    if node.label == "Appearance":
        return ", ".join(str(x).replace("_", " ") for x in (p.get("kind"), p.get("status"), day(p.get("date"))) if x)
    roles = p.get("roles") or []
    return str(roles[0]) if roles else ""


def width(articles: int | None) -> float:
    """How wide a link is drawn, in pixels, that so many articles bear out."""
    return round(min(7.0, 1.2 + 1.4 * math.log2(float(articles or 1))), 2)


def dots(whole: Picture, seed: str) -> list[Dot]:
    """The nodes as the canvas draws them; larger where more articles tell of them."""
    out = []
    for i, node in whole.nodes.items():
        told = float(node.properties.get("articles") or 1)
        size = 54.0 if i == seed else min(46.0, 26 + 7 * math.log2(1 + told) - 7)
        out.append(
            Dot(
                i,
                node.name,
                node.label,
                round(size, 1),
                whole.waves[i],
                note(node),
                node.properties.get("status") in ("planned", "declined"),
            )
        )
    return out


def lines(whole: Picture) -> list[Line]:
    """The edges as the canvas draws them; wider where more articles say so, dashed where it is only claimed."""
    return [
        Line(
            i,
            e.source,
            e.target,
            words(e.type),
            width(e.properties.get("articles")),
            i in whole.claimed,
        )
        for i, e in whole.edges.items()
    ]
