"""The stores that are measured: a new folder for the embedded engine, and a new Neo4j server as one would run it, with 1 GB of heap."""

from __future__ import annotations

import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.neo4j_server import JarServer, find_java, free_port, resolve

ENGINES = ("embedded", "neo4j")
HEAP = "1g"
PAGES = "512m"


@contextmanager
def engine(name: str) -> Iterator[tuple[str, Path]]:
    """The address of a new, empty store on the engine, and the folder that holds its data; both are gone at the end."""
    with tempfile.TemporaryDirectory(prefix="benchmark-", ignore_cleanup_errors=True) as folder:
        if name == "embedded":
            yield str(Path(folder) / "greenroom.db"), Path(folder) / "greenroom.db"
            return
        options = [f"-Xms{HEAP}", f"-Xmx{HEAP}", "-XX:+UseParallelGC", "-XX:-UsePerfData"]
        server = JarServer(Path(folder), free_port(), find_java(), resolve(), secrets.token_urlsafe(16), options=options, pages=PAGES)
        try:
            server.start()
            os.environ.update(NEO4J_USERNAME="neo4j", NEO4J_PASSWORD=server.password)
            yield server.url, Path(folder) / "data"
        finally:
            server.kill()


def size(folder: Path) -> int:
    """Bytes on disk below a folder."""
    return sum(file.stat().st_blocks * 512 for file in folder.rglob("*") if file.is_file())
