"""Files that appear complete or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, TextIO


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, line ends as given) that takes its name only when the block ends well; its folder is created."""
    with _becoming(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        yield file


@contextmanager
def writing_bytes(path: Path) -> Iterator[BinaryIO]:
    """The same for a file of bytes."""
    with _becoming(path) as temporary, temporary.open("wb") as file:
        yield file


@contextmanager
def _becoming(path: Path) -> Iterator[Path]:
    """A temporary file beside `path`, which becomes it when the block ends well and is gone otherwise."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
