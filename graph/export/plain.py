"""JSON: one file with all nodes and edges, written as the graph is read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from graph.export.files import writing
from graph.export.reading import Graph
from graph.ontology import ontology


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write `graph.json`: an object with `nodes` and `edges`, one on each line."""
    path = folder / "graph.json"
    with writing(path) as file:
        file.write('{"nodes": [\n')
        listed(file, _nodes(graph))
        file.write('\n], "edges": [\n')
        edges = ({"id": e.id, "type": e.type, "source": e.source, "target": e.target, "properties": e.properties} for e in graph.edges())
        listed(file, edges)
        file.write("\n]}\n")
    return [path]


def _nodes(graph: Graph) -> Iterator[Mapping[str, Any]]:
    for label in ontology().labels:
        for n in graph.nodes(label):
            yield {"id": n.id, "label": n.label, "properties": n.properties}


def listed(file: TextIO, things: Iterable[Mapping[str, Any]]) -> None:
    """Write things as the items of a JSON list, one on each line."""
    between = ""
    for thing in things:
        file.write(between)
        file.write(json.dumps(thing, ensure_ascii=False, sort_keys=True))
        between = ",\n"
