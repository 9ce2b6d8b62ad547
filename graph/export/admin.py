"""Files for `neo4j-admin database import full`, the fastest way of a big graph into a new Neo4j.

Unlike the other formats they hold the whole store, its own bookkeeping included: a database made of them is one that Greenroom goes on
with. The command is run where the server is, with the server stopped, in the folder of the files::

    neo4j-admin database import full neo4j @import.args
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TextIO

from graph.export.files import writing
from graph.export.reading import Graph, clue_rows, edge_rows, node_rows
from graph.identity import edge_ends
from graph.ontology import Property, ontology
from graph.schema import BOOKKEEPING, CLUE, ENTITY_BOOKKEEPING, IMPORT, INTERNAL_LABELS, REVISION, VERSION

ARGUMENTS = "import.args"
_TYPES = {"string": "string", "integer": "long", "float": "double", "boolean": "boolean", "strings": "string[]", "integers": "long[]"}
# between the items of a list; article texts do not have it, and where one does it is replaced
_BETWEEN = "\x1f"
_OPTIONS = ("--array-delimiter=U+001F", "--multiline-fields=true", "--id-type=string", "--bad-tolerance=0")


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write for each label and each edge type a header and the rows, and the arguments of the command.

    Args:
        graph: the whole of a store.
        folder: where to.

    Raises:
        StoreError: the store is gone.
    """
    paths = []
    arguments = list(_OPTIONS)
    for label in (*ontology().labels, *INTERNAL_LABELS):
        columns = _columns(label)
        header, rows = _names(folder / "nodes", label)
        # only what edges lead to has an id for the importer: names and entries have ids that are others' as well
        key = () if label == CLUE else ("id:ID" if label in ontology().labels else "id:string",)
        with writing(header) as file:
            file.write(",".join((*key, *(f"{name}:{_TYPES[type_]}" for name, type_ in columns.items()))) + "\n")
        with writing(rows) as file:
            for node in _nodes(graph, label):
                file.write(_line(([] if label == CLUE else [node.pop("id")]), node, columns))
        paths += [header, rows]
        arguments.append(f"--nodes={label}={header.relative_to(folder)},{rows.relative_to(folder)}")
    edges = _edges(graph, folder)
    for type_, (header, rows) in edges.items():
        paths += [header, rows]
        arguments.append(f"--relationships={type_}={header.relative_to(folder)},{rows.relative_to(folder)}")
    with writing(folder / ARGUMENTS) as file:
        file.writelines(f"{argument}\n" for argument in arguments)
    return [*paths, folder / ARGUMENTS]


def _columns(name: str) -> dict[str, str]:
    """Names and types of all properties of a label or an edge type, without the id."""
    declared: Sequence[Property] = ()
    kept = dict(BOOKKEEPING.get(name, {}))
    if name in ontology().labels:
        declared = ontology().labels[name].properties
        if ontology().labels[name].role == "entity":
            kept = dict(ENTITY_BOOKKEEPING)
    elif name in ontology().edges:
        declared = ontology().edge_properties
    return {p.name: p.type for p in declared if p.name != "id"} | kept


def _names(folder: Path, name: str) -> tuple[Path, Path]:
    return folder / f"{name}-header.csv", folder / f"{name}.csv"


def _nodes(graph: Graph, label: str) -> Iterator[dict[str, Any]]:
    """Properties of all nodes of a label, in order."""
    if label == REVISION:
        yield {"id": "store", "value": "neo4j-admin", "schema": VERSION}
    elif label == CLUE:
        yield from clue_rows(graph.store)
    elif label != IMPORT:  # what was there before is not in the new database, nor when it was loaded into the old one
        for page in node_rows(graph.store, label):
            yield from map(dict, page)
            graph.told(len(page) if label in ontology().labels else 0)


def _edges(graph: Graph, folder: Path) -> dict[str, tuple[Path, Path]]:
    """Write the edges, in order of the nodes that they come from."""
    out = {}
    columns = {type_: _columns(type_) for type_ in ontology().edges}
    with ExitStack() as stack:
        files: dict[str, TextIO] = {}
        for type_, properties in columns.items():
            header, rows = out[type_] = _names(folder / "edges", type_)
            with writing(header) as file:
                names = (":START_ID", ":END_ID", "id:string", *(f"{name}:{_TYPES[kind]}" for name, kind in properties.items()))
                file.write(",".join(names) + "\n")
            files[type_] = stack.enter_context(writing(rows))
        for label in ontology().labels:
            for page in edge_rows(graph.store, label):
                for values in page:
                    type_, source, target = edge_ends(values["id"])
                    own = {name: value for name, value in values.items() if name != "id"}
                    files[type_].write(_line([source, target, values["id"]], own, columns[type_]))
                graph.told(len(page))
    return out


def _line(first: Sequence[str], values: Mapping[str, Any], columns: Mapping[str, str]) -> str:
    unknown = values.keys() - columns.keys()
    assert not unknown, f"no column for {sorted(unknown)} of {first}"
    return ",".join([*map(cell, first), *(cell(values.get(name)) for name in columns)]) + "\n"


def cell(value: Any) -> str:
    """A value as the importer reads it: text in quotation marks, so that an empty one is not taken for none."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = _BETWEEN.join(re.sub(_BETWEEN, "\ufffd", str(v)) for v in value) if isinstance(value, list) else str(value)
    return '"' + text.replace('"', '""') + '"'
