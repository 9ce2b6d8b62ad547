"""GEXF, the format of Gephi."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import networkx

from graph.export.dump import Dump
from graph.export.files import writing
from graph.export.network import network

# networkx writes the day of the export, which would make two exports of one graph differ
_DAY = re.compile(r' lastmodifieddate="[^"]*"')


def write(graph: Dump, folder: Path) -> list[Path]:
    """Write `graph.gexf`."""
    path = folder / "graph.gexf"
    out = BytesIO()
    networkx.write_gexf(network(graph), out)
    with writing(path) as file:
        # once: it stands in the head, and what articles say must stay as it is
        file.write(f"{_DAY.sub('', out.getvalue().decode(), count=1)}\n")
    return [path]
