"""Exports: the whole graph written to files, the same bytes for the same graph.

A format is one file here and one line in `EXPORTS`; another package adds its own by an entry point in the group `greenroom.exports`. An
exporter is called with the graph, which it reads page by page, and the folder to write to, and returns the paths that it wrote.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.errors import InputError, StoreError
from graph.export.leftovers import prefix, sweep
from graph.export.part import part
from graph.export.reading import Graph, Progress
from graph.selection import Selection
from graph.store import Store
from graph.subgraph.appearances import appearances, ties

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
WHOLE = ("facts", "neo4j-admin")
"""Formats that hold the whole store, of which no part can be chosen."""
GROUP = "greenroom.exports"

_ATTEMPTS = 3
Exporter = Callable[[Graph, Path], list[Path]]


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
    """Write the graph to `directory`, which is created; files appear complete or not at all, and all of one state of the graph.

    Args:
        store: an open store.
        format: one of EXPORTS.
        directory: where to.
        selection: what of it is wanted; by default all.
        progress: called with the number of things done and of things to do, nodes and edges for the most part.

    Returns:
        The paths written, in order.

    Raises:
        InputError: there is no such format, or it holds no part of a graph, or the folder cannot be written.
        StoreError: the store is gone, or is changed again and again while it is read.
    """
    write = exporter(format)
    folder = Path(directory)
    chosen = None if selection is None or selection.everything else selection
    if format in WHOLE and selection is not None:
        raise InputError(f"{format} holds the whole store: no part of it can be chosen")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sweep(folder)
        for _ in range(_ATTEMPTS):
            before = store.revision()
            with TemporaryDirectory(prefix=prefix(), dir=folder) as place:
                taken = None if chosen is None else part(store, appearances(store), ties(store), chosen)
                graph = Graph(store, part=taken, progress=progress)
                paths = write(graph, Path(place))
                if store.revision() == before:
                    graph.finished()
                    return [_moved(path, Path(place), folder) for path in paths]
    except OSError as err:
        raise InputError(f"{folder} cannot be written: {err.strerror or err}") from err
    raise StoreError(
        f"{store.name} is being changed: an export of it would hold parts of several states; try again when the loading is done"
    )


def _moved(path: Path, place: Path, folder: Path) -> Path:
    target = folder / path.relative_to(place)
    target.parent.mkdir(parents=True, exist_ok=True)
    return path.replace(target)
