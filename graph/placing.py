"""Placing: the node that an article's entity comes to, once the corrections in force are heard."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from graph.corrections import Rules
from graph.identity import Claim, edge_ends, edge_id, is_edge, label_of, lexicon_ids, resolve
from graph.ontology import ontology

Known = Mapping[str, Collection[str]]
"""By the id that a name alone would give, the lexicon ids that all articles together give that name."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entity comes to.

    Attributes:
        node: its node, None where it is rejected.
        path: the nodes by which it came there: what the name alone would give, what its lexicon id gives, and each that a
            correction led to. What a person has said of one of these holds for it.
        applied: numbers of the corrections that brought it there.
    """

    node: str | None
    path: tuple[str, ...] = ()
    applied: tuple[int, ...] = ()


def place(claim: Claim, article: str, known: Known, rules: Rules) -> Place:
    """The node that a claim of an article is about.

    A correction of the name goes before one of the lexicon id that the name is known for; where the article itself gives a lexicon id
    only the latter counts. A person known by one word joins another only where a person has said that the word is an alias.

    Args:
        claim: the claim.
        article: id of its article.
        known: the lexicon ids of its name, and of the names that the rules speak of.
        rules: the corrections in force.
    """
    start = resolve(claim, known)
    if not rules:
        return Place(start)
    given = (
        [start]
        if claim.wikidata is not None or start == claim.full != claim.named
        else list(dict.fromkeys((claim.full, claim.named, start)))
    )
    if claim.bound is not None:
        given.reverse()
    path = [start] if claim.bound is not None else given
    applied: tuple[int, ...] = ()
    node = next((n for n in given if n in rules.redirects), start)
    for n in given:
        if (article, n) in rules.splits:
            node, number = rules.splits[article, n]
            path, applied = [], (number,)
            break
    way, steps = follow(node, known, rules)
    path = list(dict.fromkeys((*path, *way)))
    applied += steps
    for n in path:
        if n in rules.rejected:
            return Place(None, tuple(path), (*applied, rules.rejected[n]))
    return Place(way[-1], tuple(path), applied)


def follow(node: str, known: Known, rules: Rules) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The way that redirects lead from a node, and the numbers of the corrections on it; a circle ends at its first node by id."""
    way = [node]
    seen = [node]
    applied: list[int] = []
    while True:
        lexical = _settled(node, known)
        step = rules.redirects.get(node) or rules.redirects.get(lexical)
        if step is not None and step[0] in seen:
            lexical = _settled(min(seen[seen.index(step[0]) :]), known)
            step = None
        way.append(lexical)
        if step is None:
            return tuple(way), tuple(applied)
        node = step[0]
        seen.append(node)
        way.append(node)
        applied.append(step[1])


def _settled(node: str, known: Known) -> str:
    """The node with the one lexicon id that its name is known for."""
    ids = lexicon_ids(known.get(node, ()))
    return f"{label_of(node)}.{ids[0]}" if len(ids) == 1 else node


def settled(target: str, known: Known, rules: Rules) -> str:
    """A node or relation as it stands in the graph."""
    if not is_edge(target):
        return follow(target, known, rules)[0][-1]
    type_, source, end = edge_ends(target)
    return relation(type_, settled(source, known, rules), settled(end, known, rules))


def relation(type_: str, source: str, target: str) -> str:
    """The id of a relation; one without direction begins at the end whose id comes first."""
    declared = ontology().edges.get(type_)
    if declared is not None and declared.symmetric and target < source:
        source, target = target, source
    return edge_id(type_, source, target)


@dataclass(frozen=True, slots=True)
class Told:
    """What persons have said that a node is called: its name where they have changed it, and further names."""

    name: str | None = None
    aliases: tuple[str, ...] = ()


def told(known: Known, rules: Rules) -> dict[str, Told]:
    """By node id what persons have said that it is called; a correction of the node itself goes before one of a node merged into it."""
    names: dict[str, tuple[bool, int, str]] = {}
    for node, (name, number) in rules.titles.items():
        end = settled(node, known, rules)
        names[end] = max(names.get(end, (False, 0, "")), (end == node, number, name))
    aliases: dict[str, set[str]] = {}
    for node, given in rules.aliases.items():
        aliases.setdefault(settled(node, known, rules), set()).update(name for name, _ in given)
    return {n: Told(names[n][2] if n in names else None, tuple(sorted(aliases.get(n, ())))) for n in sorted(names.keys() | aliases.keys())}
