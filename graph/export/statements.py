"""Cypher: a script that builds the same graph in an empty Neo4j (`cypher-shell < graph.cypher`)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from graph.export.dump import Dump
from graph.export.files import writing
from graph.identity import label_of
from graph.ontology import ontology
from graph.schema import constraints
from graph.subgraph import Edge

_CHUNK = 200


def write(graph: Dump, folder: Path) -> list[Path]:
    """Write `graph.cypher`: constraints, then nodes, then edges, a statement on each line."""
    path = folder / "graph.cypher"
    with writing(path) as file:
        for statement in _statements(graph):
            file.write(f"{statement};\n")
    return [path]


def _statements(graph: Dump) -> Iterator[str]:
    yield from constraints(ontology().labels).values()
    for label, nodes in graph.nodes.items():
        for chunk in _chunks(nodes):
            rows = literal([{"id": n.id, **n.properties} for n in chunk])
            yield f"UNWIND {rows} AS row CREATE (n:{label}) SET n = row"
    for type_, edges in graph.edges.items():
        for (source, target), group in groupby(sorted(edges, key=lambda e: (*_labels(e), e.id)), key=_labels):
            for chunk in _chunks(list(group)):
                rows = literal([{"s": e.source, "t": e.target, "p": {"id": e.id, **e.properties}} for e in chunk])
                ends = f"MATCH (s:{source} {{id: row.s}}) MATCH (t:{target} {{id: row.t}})"
                yield f"UNWIND {rows} AS row {ends} CREATE (s)-[r:{type_}]->(t) SET r = row.p"


def _labels(edge: Edge) -> tuple[str, str]:
    return label_of(edge.source), label_of(edge.target)


def _chunks(items: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (items[n : n + _CHUNK] for n in range(0, len(items), _CHUNK))


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
