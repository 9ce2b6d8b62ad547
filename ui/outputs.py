"""Outputs: standard output or a file, as a text stream in UTF-8."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO


@contextmanager
def text_output(path: str) -> Iterator[TextIO]:
    """Standard output for `-`, else the file, which is made anew and closed at the end.

    Raises:
        OSError: the file cannot be written.
    """
    if path == "-":
        yield sys.stdout
        return
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        yield file
