"""JSON: one file with all nodes and edges."""

from __future__ import annotations

import json
from pathlib import Path

from graph.export.dump import Dump
from graph.export.files import writing


def write(graph: Dump, folder: Path) -> list[Path]:
    """Write `graph.json`: an object with `nodes` and `edges`, one on each line."""
    nodes = [{"id": n.id, "label": n.label, "properties": n.properties} for group in graph.nodes.values() for n in group]
    edges = [
        {"id": e.id, "type": e.type, "source": e.source, "target": e.target, "properties": e.properties}
        for group in graph.edges.values()
        for e in group
    ]
    path = folder / "graph.json"
    with writing(path) as file:
        file.write('{"nodes": [\n')
        file.write(",\n".join(json.dumps(n, ensure_ascii=False, sort_keys=True) for n in nodes))
        file.write('\n], "edges": [\n')
        file.write(",\n".join(json.dumps(e, ensure_ascii=False, sort_keys=True) for e in edges))
        file.write("\n]}\n")
    return [path]
