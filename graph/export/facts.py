"""Facts: what was read out of the articles, as `greenroom load` takes it; loaded into an empty store it gives the same graph."""

from __future__ import annotations

from pathlib import Path

from graph.export.files import writing
from graph.export.reading import Graph
from graph.schema import RECORD

_CHUNK = 200


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write `facts.jsonl`: a line for each article, by article id; read in portions, so that it does not fill the memory."""
    path = folder / "facts.jsonl"
    [row] = graph.store.read(f"MATCH (r:{RECORD}) RETURN count(r) AS n")
    graph.expect(row["n"])
    after = ""
    with writing(path) as file:
        while True:
            query = f"MATCH (r:{RECORD}) WHERE r.id > $after RETURN r.id AS id, r._facts AS facts ORDER BY id LIMIT {_CHUNK}"
            rows = graph.store.read(query, {"after": after})
            file.writelines(f"{row['facts']}\n" for row in rows)
            graph.told(len(rows))
            if len(rows) < _CHUNK:
                return [path]
            after = rows[-1]["id"]
