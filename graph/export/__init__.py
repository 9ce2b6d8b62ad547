"""Exports: the whole graph written to files, the same bytes for the same graph.

A format is one file here and one line in `EXPORTS`; another package adds its own by an entry point in the group `greenroom.exports`. An
exporter is called with the graph and the folder to write to, and returns the paths that it wrote; those in `STREAMED` are called with
the store instead of the graph, which then need not fit into memory.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

from graph.errors import InputError
from graph.export.dump import Progress, dump
from graph.export.part import part
from graph.selection import Selection
from graph.store import Store
from graph.subgraph.appearances import appearances

EXPORTS: Mapping[str, str] = {
    "csv": "graph.export.tables:write",
    "json": "graph.export.plain:write",
    "graphml": "graph.export.graphml:write",
    "gexf": "graph.export.gexf:write",
    "json-ld": "graph.export.jsonld:write",
    "parquet": "graph.export.parquet:write",
    "cypher": "graph.export.statements:write",
    "facts": "graph.export.facts:write",
    "neo4j-admin": "graph.export.admin:write",
}
STREAMED = ("facts", "neo4j-admin")
GROUP = "greenroom.exports"

Exporter = Callable[[Any, Path], list[Path]]
"""Takes a Dump, or a Store if the format is one of STREAMED."""


def exporter(name: str) -> Exporter:
    """The exporter of that name.

    Raises:
        InputError: there is none.
    """
    others = {point.name: point.value for point in entry_points(group=GROUP)}
    place = {**others, **EXPORTS}.get(name)
    if place is None:
        raise InputError(f"there is no export format {name!r}; there are {', '.join((*EXPORTS, *sorted(others)))}")
    module, _, attribute = place.partition(":")
    found: Exporter = getattr(import_module(module), attribute)
    return found


def export(
    store: Store, format: str, directory: str | Path, *, selection: Selection | None = None, progress: Progress | None = None
) -> list[Path]:
    """Write the graph to `directory`, which is created; files appear complete or not at all.

    Args:
        store: an open store.
        format: one of EXPORTS.
        directory: where to.
        selection: what of it is wanted; by default all.
        progress: called with the number of nodes and edges read so far.

    Returns:
        The paths written, in order.

    Raises:
        InputError: there is no such format, or it holds no part of a graph, or the folder cannot be written.
    """
    write = exporter(format)
    folder = Path(directory)
    if format in STREAMED and selection is not None:
        raise InputError(f"{format} holds the whole store: no part of it can be chosen")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if format in STREAMED:
            return write(store, folder)
        whole = dump(store, progress=progress)
        return write(whole if selection is None else part(whole, appearances(store), selection), folder)
    except OSError as err:
        raise InputError(f"{folder} cannot be written: {err.strerror or err}") from err
