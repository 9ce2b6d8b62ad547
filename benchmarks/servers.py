"""The stores that are measured: a new folder for the embedded engine, and a new Neo4j server as one would run it, with 1 GB of heap."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.neo4j_server import JarServer, find_java, free_port, resolve

ENGINES = ("embedded", "neo4j")
HEAP = "1g"
PAGES = "512m"


@contextmanager
def engine(name: str, kept: Path | None = None) -> Iterator[tuple[str, Path]]:
    """The address of a store on the engine, and the folder that holds its data.

    Args:
        name: of the engine.
        kept: where the store is kept; by default it is new and empty, and gone at the end.
    """
    with ExitStack() as stack:
        folder = kept or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="benchmark-", ignore_cleanup_errors=True)))
        folder.mkdir(parents=True, exist_ok=True)
        if name == "embedded":
            yield str(folder / "greenroom.db"), folder / "greenroom.db" / "databases"
            return
        options = [f"-Xms{HEAP}", f"-Xmx{HEAP}", "-XX:+UseParallelGC", "-XX:-UsePerfData"]
        # the password of a server that is thrown away: it listens on 127.0.0.1 as long as this runs
        server = JarServer(folder, free_port(), find_java(), resolve(), "made-up-news", options=options, pages=PAGES)
        stack.callback(server.kill)
        server.start()
        os.environ.update(NEO4J_USERNAME="neo4j", NEO4J_PASSWORD=server.password)
        yield server.url, folder / "data" / "databases" / "neo4j"


def size(folder: Path) -> int:
    """Bytes on disk below a folder."""
    return sum(file.stat().st_blocks * 512 for file in folder.rglob("*") if file.is_file())
