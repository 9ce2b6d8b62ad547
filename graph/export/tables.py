"""CSV: a table for each label in `nodes/` and for each edge type in `edges/`, and `appearances.csv` with a row for each appearance."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from graph.export import flat
from graph.export.dump import columns
from graph.export.files import writing
from graph.export.reading import Graph
from graph.ontology import ontology

# A spreadsheet takes a cell that begins so for a formula and runs it: what articles say must not run.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write the tables, empty ones too, with the ontology's properties as columns, as the graph is read.

    Lists are joined by `; `; text that looks like a formula gets an apostrophe in front.
    """
    paths = [folder / "nodes" / f"{label}.csv" for label in ontology().labels]
    for path, (label, declared) in zip(paths, ontology().labels.items(), strict=True):
        names = columns(declared.properties)
        with _table(path, ("id", *names)) as row:
            for n in graph.nodes(label):
                row([n.id, *(n.properties.get(c) for c in names)])
    names = columns(ontology().edge_properties)
    with ExitStack() as stack:
        tables = {}
        for type_ in ontology().edges:
            paths.append(folder / "edges" / f"{type_}.csv")
            tables[type_] = stack.enter_context(_table(paths[-1], ("id", "source", "target", *names)))
        for e in graph.edges():
            tables[e.type]([e.id, e.source, e.target, *(e.properties.get(c) for c in names)])
    paths.append(folder / "appearances.csv")
    with _table(paths[-1], flat.COLUMNS) as row:
        for values in flat.appearances(graph):
            row(list(values.values()))
    return paths


@contextmanager
def _table(path: Path, header: Sequence[str]) -> Iterator[Callable[[Sequence[Any]], object]]:
    """A function that writes a row."""
    with writing(path) as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        yield lambda row: out.writerow([cell(v) for v in row])


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
