"""CSV: a table for each label in `nodes/` and for each edge type in `edges/`, and `appearances.csv` with a row for each appearance."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from graph.export import flat
from graph.export.dump import Dump, columns
from graph.export.files import writing
from graph.ontology import ontology

# A spreadsheet takes a cell that begins so for a formula and runs it: what articles say must not run.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(graph: Dump, folder: Path) -> list[Path]:
    """Write the tables, empty ones too, with the ontology's properties as columns. Lists are joined by `; `; text that looks like a formula gets an apostrophe in front."""
    paths = []
    for label, nodes in graph.nodes.items():
        names = columns(ontology().labels[label].properties)
        rows = ([n.id, *(n.properties.get(c) for c in names)] for n in nodes)
        paths.append(_table(folder / "nodes" / f"{label}.csv", ("id", *names), rows))
    names = columns(ontology().edge_properties)
    for type_, edges in graph.edges.items():
        rows = ([e.id, e.source, e.target, *(e.properties.get(c) for c in names)] for e in edges)
        paths.append(_table(folder / "edges" / f"{type_}.csv", ("id", "source", "target", *names), rows))
    whole = (list(row.values()) for row in flat.appearances(graph))
    return [*paths, _table(folder / "appearances.csv", flat.COLUMNS, whole)]


def _table(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    with writing(path) as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows([cell(v) for v in row] for row in rows)
    return path


def cell(value: Any) -> str:
    """A value as a cell that no spreadsheet takes for a formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
