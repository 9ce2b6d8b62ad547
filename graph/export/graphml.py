"""GraphML, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import networkx

from graph.export.dump import Dump
from graph.export.files import writing
from graph.export.network import network


def write(graph: Dump, folder: Path) -> list[Path]:
    """Write `graph.graphml`."""
    path = folder / "graph.graphml"
    out = BytesIO()
    networkx.write_graphml_xml(network(graph), out)
    with writing(path) as file:
        file.write(f"{out.getvalue().decode()}\n")
    return [path]
