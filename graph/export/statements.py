"""Cypher: a script that builds the same graph in an empty Neo4j (`cypher-shell < graph.cypher`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from graph.export.files import writing
from graph.export.reading import Graph
from graph.identity import label_of
from graph.ontology import ontology
from graph.schema import constraints
from graph.subgraph import Edge, Node

_CHUNK = 200


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write `graph.cypher`: constraints, then nodes, then edges, a statement on each line, as the graph is read."""
    path = folder / "graph.cypher"
    with writing(path) as file:
        for statement in _statements(graph):
            file.write(f"{statement};\n")
    return [path]


def _statements(graph: Graph) -> Iterator[str]:
    yield from constraints(ontology().labels).values()
    for label in ontology().labels:
        for chunk in _chunks(graph.nodes(label)):
            rows = literal([{"id": n.id, **n.properties} for n in chunk])
            yield f"UNWIND {rows} AS row CREATE (n:{label}) SET n = row"
    waiting: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for e in graph.edges():
        kind = (label_of(e.source), e.type, label_of(e.target))
        waiting[kind].append(e)
        if len(waiting[kind]) == _CHUNK:
            yield _edges(kind, waiting.pop(kind))
    for kind, edges in sorted(waiting.items()):
        yield _edges(kind, edges)


def _edges(kind: tuple[str, str, str], edges: Sequence[Edge]) -> str:
    source, type_, target = kind
    rows = literal([{"s": e.source, "t": e.target, "p": {"id": e.id, **e.properties}} for e in edges])
    return (
        f"UNWIND {rows} AS row MATCH (s:{source} {{id: row.s}}) MATCH (t:{target} {{id: row.t}}) CREATE (s)-[r:{type_}]->(t) SET r = row.p"
    )


def _chunks(nodes: Iterator[Node]) -> Iterator[list[Node]]:
    while chunk := list(islice(nodes, _CHUNK)):
        yield chunk


def literal(value: Any) -> str:
    """A value as Cypher writes it, on one line; keys of maps are the ontology's own."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {literal(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(literal, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    escaped = str(value).replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")
    return f"'{escaped}'"
