"""GraphML, for Gephi, yEd, Cytoscape and networkx; written as the graph is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.export.files import writing
from graph.export.markup import edge_columns, node_columns, quoted, text, values
from graph.export.reading import Graph
from graph.ontology import ontology

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write `graph.graphml`: a node's `label` is its name, its `entity` the label; an edge's `relation` its type."""
    path = folder / "graph.graphml"
    with writing(path) as file:
        file.write(_HEAD)
        file.writelines(_keys())
        file.write('<graph edgedefault="directed">\n')
        for label in ontology().labels:
            for n in graph.nodes(label):
                file.write(f"<node id={quoted(n.id)}>\n{_data('n', {'label': n.name, 'entity': label} | values(n.properties))}</node>\n")
        for e in graph.edges():
            file.write(f"<edge id={quoted(e.id)} source={quoted(e.source)} target={quoted(e.target)}>\n")
            file.write(f"{_data('e', {'relation': e.type} | values(e.properties))}</edge>\n")
        file.write("</graph>\n</graphml>\n")
    return [path]


def _keys() -> Iterator[str]:
    for short, what, columns in (("n", "node", {"label": "string"} | node_columns()), ("e", "edge", edge_columns())):
        for name, type_ in columns.items():
            yield f'<key id="{short}.{name}" for="{what}" attr.name="{name}" attr.type="{type_}"/>\n'


def _data(short: str, given: Mapping[str, str]) -> str:
    return "".join(f'<data key="{short}.{name}">{text(value)}</data>\n' for name, value in given.items())
