"""Parquet, for pandas: a table for each label and each edge type, and one of all appearances; lists stay lists, numbers numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import pandas as pd

from graph.export import flat
from graph.export.dump import Dump
from graph.export.files import writing_bytes
from graph.ontology import Property, ontology

_TYPES: Mapping[str, str] = {"string": "string", "integer": "Int64", "float": "Float64", "boolean": "boolean", "strings": "object"}
_FLAT_NUMBERS = ("minutes", "confidence")
_FLAT_WORDS = ("date", "name", "kind", "status", "date_in_words", "id")


def write(graph: Dump, folder: Path) -> list[Path]:
    """Write `nodes/LABEL.parquet`, `edges/TYPE.parquet` (empty ones too) and `appearances.parquet`."""
    paths = []
    for label, nodes in graph.nodes.items():
        types = {"id": "string"} | _types(ontology().labels[label].properties)
        paths.append(_table(folder / "nodes" / f"{label}.parquet", types, ({"id": n.id, **n.properties} for n in nodes)))
    types = {"id": "string", "source": "string", "target": "string"} | _types(ontology().edge_properties)
    for type_, edges in graph.edges.items():
        rows = ({**e.properties, "id": e.id, "source": e.source, "target": e.target} for e in edges)
        paths.append(_table(folder / "edges" / f"{type_}.parquet", types, rows))
    types = {c: "Float64" if c in _FLAT_NUMBERS else "string" if c in _FLAT_WORDS else "object" for c in flat.COLUMNS}
    return [*paths, _table(folder / "appearances.parquet", types, flat.appearances(graph))]


def _types(properties: Sequence[Property]) -> dict[str, str]:
    return {p.name: _TYPES[p.type] for p in properties}


def _table(path: Path, types: Mapping[str, str], rows: Iterable[Mapping[str, Any]]) -> Path:
    values = list(rows)
    frame = pd.DataFrame({name: pd.Series([r.get(name) for r in values], dtype=dtype) for name, dtype in types.items()})
    out = BytesIO()
    frame.to_parquet(out, engine="pyarrow", index=False, schema=_schema(types))
    with writing_bytes(path) as file:
        file.write(out.getvalue())
    return path


def _schema(types: Mapping[str, str]) -> Any:
    """Types are said, not guessed: of an empty table, or a column of empty lists, nothing can be guessed."""
    import pyarrow as pa

    known = {"string": pa.string(), "Int64": pa.int64(), "Float64": pa.float64(), "boolean": pa.bool_(), "object": pa.list_(pa.string())}
    return pa.schema([(name, known[dtype]) for name, dtype in types.items()])
