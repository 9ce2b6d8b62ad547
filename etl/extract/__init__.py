"""Extract: articles out of files. `read` is the door; READERS names the reader for each ending."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from importlib import import_module
from typing import BinaryIO

from etl.extract.dates import latest_today
from etl.extract.files import STDIN, File, plan, shown, stdin_bytes
from etl.extract.sources import Source
from etl.rejects import Reason, Reject, Unfit
from graph.records import Article

Reader = Callable[[Source, date], Iterator[Article | Reject]]

READERS: Mapping[str, str] = {
    ".md": "etl.extract.markdown:read",
    ".txt": "etl.extract.plain:read",
    ".html": "etl.extract.web:read",
    ".htm": "etl.extract.web:read",
    ".json": "etl.extract.objects:read",
    ".jsonl": "etl.extract.objects:read_lines",
    ".csv": "etl.extract.tables:read",
}


def read(paths: Sequence[str], *, latest: date | None = None) -> Iterator[tuple[str, Article | Reject]]:
    """The articles behind `paths` in a fixed order, one at a time; those unfit for use as rejects.

    Args:
        paths: files, folders (recursively) or `-` for standard input.
        latest: the last publication date that is not in the future; by default today where the day begins first.

    Yields:
        The name of the file or record, and the article or reject.

    Raises:
        InputError: a path does not exist, or a folder cannot be listed.
    """
    for file in plan(paths, READERS):
        yield from read_file(file, latest or latest_today())


def reader(ending: str) -> Reader:
    """The reader registered for an ending such as `.md`, loaded now.

    Raises:
        KeyError: there is none.
    """
    module, _, attribute = READERS[ending].partition(":")
    found: Reader = getattr(import_module(module), attribute)
    return found


def read_file(file: File, latest: date) -> Iterator[tuple[str, Article | Reject]]:
    """The articles of one file of `plan`, with the name of the file or record; see `read`."""
    name = shown(file)
    try:
        if file.path == STDIN:
            data = stdin_bytes()
            ending = _kind(data)
            source = Source(name, file.id, partial(io.BytesIO, data))
        else:
            ending = os.path.splitext(file.path)[1].lower()
            source = Source(name, file.id, partial(_open, file.path))
        if ending not in READERS:
            raise Unfit(Reason.UNSUPPORTED, f"{ending or 'no ending'}; known are {' '.join(READERS)}")
        for number, item in enumerate(reader(ending)(source, latest), 1):
            if isinstance(item, Reject):
                yield item.path, item
            else:
                yield (name if item.id == file.id else f"{name}#{number}"), item
    except Unfit as unfit:
        yield name, Reject(name, unfit.reason, unfit.detail)
    except OSError as err:
        yield name, Reject(name, Reason.UNREADABLE, err.strerror or str(err))


def _open(path: str) -> BinaryIO:
    # O_NONBLOCK: a named pipe among the files must not stop the run.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "not a regular file")
    return os.fdopen(descriptor, "rb")


def _kind(data: bytes) -> str:
    """The ending that standard input would have: JSON Lines, JSON or HTML by its first characters, else Markdown."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:1] == b"[":
        return ".json"
    if head[:1] == b"{":
        first = data.lstrip().partition(b"\n")[0].rstrip()
        return ".jsonl" if first.endswith(b"}") else ".json"
    return ".html" if head[:1] == b"<" else ".md"
