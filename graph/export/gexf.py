"""GEXF, the format of Gephi: with the colours of the explorer, sizes by number of articles, and when things happened or were told."""

from __future__ import annotations

import math
import re
from calendar import monthrange
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx

from graph.export.dump import Dump
from graph.export.files import writing
from graph.export.network import network
from graph.identity import is_date
from graph.ontology import ontology

# networkx writes the day of the export, which would make two exports of one graph differ
_DAY = re.compile(r' lastmodifieddate="[^"]*"')
_LEAST = 4.0
_WHEN = {"Appearance": "date", "Reach": "as_of", "Article": "published", "Date": "name"}
"""Properties that say when a node was; what has none is there all the time."""


def write(graph: Dump, folder: Path) -> list[Path]:
    """Write `graph.gexf`."""
    path = folder / "graph.gexf"
    out = BytesIO()
    networkx.write_gexf(_drawn(network(graph)), out)
    with writing(path) as file:
        # once: it stands in the head, and what articles say must stay as it is
        file.write(f"{_DAY.sub('', out.getvalue().decode(), count=1)}\n")
    return [path]


def _drawn(graph: networkx.MultiDiGraph) -> networkx.MultiDiGraph:
    for _, data in graph.nodes(data=True):
        label = data["entity"]
        size = _LEAST * (1 + math.log2(1 + data.get("articles", 0)))
        data["viz"] = {"color": _colour(ontology().labels[label].colour), "size": round(size, 2)}
        data.update(_span(data.get(_WHEN.get(label, "")), None))
    for *_, data in graph.edges(data=True):
        data["weight"] = float(data.get("articles", 1))
        data.update(_span(data.get("first_seen"), data.get("last_seen")))
    return graph


def _colour(code: str) -> dict[str, Any]:
    return {"r": int(code[1:3], 16), "g": int(code[3:5], 16), "b": int(code[5:7], 16), "a": 1.0}


def _span(first: str | None, last: str | None) -> dict[str, str]:
    """First and last day of what may be told as a month or a year."""
    end = last or first
    if not (is_date(first) and is_date(end)):
        return {}
    assert first is not None
    assert end is not None
    begin = first + "-01-01"[len(first) - 4 :] if len(first) < 10 else first
    if len(end) == 4:
        end += "-12"
    if len(end) == 7:
        end += f"-{monthrange(int(end[:4]), int(end[5:]))[1]}"
    return {"start": begin, "end": end}
