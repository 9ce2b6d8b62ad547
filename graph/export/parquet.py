"""Parquet, for pandas: a table for each label and each edge type, and one of all appearances; lists stay lists, numbers numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pandas as pd

from graph.export import flat
from graph.export.files import writing_bytes
from graph.export.reading import Graph
from graph.ontology import Property, ontology

_TYPES: Mapping[str, str] = {"string": "string", "integer": "Int64", "float": "Float64", "boolean": "boolean", "strings": "object"}
_FLAT_NUMBERS = ("minutes", "confidence")
_GROUP = 10_000
_FLAT_WORDS = ("date", "name", "kind", "status", "date_in_words", "id")


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write `nodes/LABEL.parquet`, `edges/TYPE.parquet` (empty ones too) and `appearances.parquet`, as the graph is read."""
    paths = []
    for label, declared in ontology().labels.items():
        paths.append(folder / "nodes" / f"{label}.parquet")
        with _table(paths[-1], {"id": "string"} | _types(declared.properties)) as row:
            for n in graph.nodes(label):
                row({"id": n.id, **n.properties})
    types = {"id": "string", "source": "string", "target": "string"} | _types(ontology().edge_properties)
    with ExitStack() as stack:
        tables = {}
        for type_ in ontology().edges:
            paths.append(folder / "edges" / f"{type_}.parquet")
            tables[type_] = stack.enter_context(_table(paths[-1], types))
        for e in graph.edges():
            tables[e.type]({**e.properties, "id": e.id, "source": e.source, "target": e.target})
    paths.append(folder / "appearances.parquet")
    types = {c: "Float64" if c in _FLAT_NUMBERS else "string" if c in _FLAT_WORDS else "object" for c in flat.COLUMNS}
    with _table(paths[-1], types) as row:
        for values in flat.appearances(graph):
            row(values)
    return paths


def _types(properties: Sequence[Property]) -> dict[str, str]:
    return {p.name: _TYPES[p.type] for p in properties}


@contextmanager
def _table(path: Path, types: Mapping[str, str]) -> Iterator[Callable[[Mapping[str, Any]], object]]:
    """A function that takes a row; a group of rows is written when there are enough."""
    import pyarrow as pa
    from pyarrow.parquet import ParquetWriter

    waiting: list[Mapping[str, Any]] = []

    def group() -> Any:
        frame = pd.DataFrame({name: pd.Series([r.get(name) for r in waiting], dtype=dtype) for name, dtype in types.items()})
        waiting.clear()
        return pa.Table.from_pandas(frame, schema=_schema(types), preserve_index=False)

    with writing_bytes(path) as file, ParquetWriter(file, group().schema) as out:

        def take(row: Mapping[str, Any]) -> None:
            waiting.append(row)
            if len(waiting) == _GROUP:
                out.write_table(group())

        yield take
        if waiting:
            out.write_table(group())


def _schema(types: Mapping[str, str]) -> Any:
    """Types are said, not guessed: of an empty table, or a column of empty lists, nothing can be guessed."""
    import pyarrow as pa

    known = {"string": pa.string(), "Int64": pa.int64(), "Float64": pa.float64(), "boolean": pa.bool_(), "object": pa.list_(pa.string())}
    return pa.schema([(name, known[dtype]) for name, dtype in types.items()])
