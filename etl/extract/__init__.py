"""Extract: articles out of files and pages. `read` is the door; READERS names the reader for each ending."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import BinaryIO

from etl.extract import addresses
from etl.extract.files import STDIN, File, ending_of, plan, shown
from etl.extract.sources import Named, Source
from etl.extract.standard_input import spooled
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject, Unfit
from graph.errors import GreenroomError
from graph.records import Article

Reader = Callable[[Source, Terms], Iterator[Named]]

READERS: Mapping[str, str] = {
    ".md": "etl.extract.markdown:read",
    ".markdown": "etl.extract.markdown:read",
    ".txt": "etl.extract.plain:read",
    ".html": "etl.extract.web:read",
    ".htm": "etl.extract.web:read",
    ".xhtml": "etl.extract.web:read",
    ".pdf": "etl.extract.pdf:read",
    ".docx": "etl.extract.word:read",
    ".eml": "etl.extract.mail:read",
    ".json": "etl.extract.objects:read",
    ".jsonl": "etl.extract.objects:read_lines",
    ".ndjson": "etl.extract.objects:read_lines",
    ".csv": "etl.extract.tables:read",
    ".tsv": "etl.extract.tables:read",
    ".warc": "etl.extract.crawl:read",
    ".warc.gz": "etl.extract.crawl:read",
    ".zip": "etl.extract.archive:read",
    ".urls": "etl.extract.addresses:read",
}


def read(paths: Sequence[str], terms: Terms | None = None) -> Iterator[Named]:
    """The articles behind `paths` in a fixed order, one at a time; those unfit for use as rejects.

    Args:
        paths: files, folders (recursively), addresses of pages, or `-` for standard input.
        terms: the terms on which they are taken in.

    Yields:
        The name of the file or record, and the article or reject.

    Raises:
        InputError: a path does not exist, or a folder cannot be listed.
    """
    given = terms or Terms()
    for file in plan(paths, READERS):
        yield from read_file(file, given)


def reader(ending: str) -> Reader:
    """The reader registered for an ending such as `.md`, loaded now.

    Raises:
        KeyError: there is none.
    """
    module, _, attribute = READERS[ending].partition(":")
    found: Reader = getattr(import_module(module), attribute)
    return found


def read_file(file: File, terms: Terms) -> Iterator[Named]:
    """The articles of one file of `plan`, with the name of the file or record; see `read`."""
    name = shown(file)
    try:
        for at, item in _items(file, name, terms):
            if isinstance(item, Article) and not item.published and terms.published:
                yield at, replace(item, published=terms.published)
            else:
                yield at, item
    except Unfit as unfit:
        yield name, Reject(name, unfit.reason, unfit.detail)
    except OSError as err:
        yield name, Reject(name, Reason.UNREADABLE, err.strerror or str(err))
    except (GreenroomError, ImportError):
        raise
    except Exception as err:
        # Whatever an odd file does to its reader, the others must not suffer from it.
        yield name, Reject(name, Reason.BROKEN, f"{type(err).__name__}: {' '.join(str(err).split())[:200]}")


def _items(file: File, name: str, terms: Terms) -> Iterator[Named]:
    if addresses.is_address(file.path):
        yield from addresses.page(file.path, terms)
        return
    if file.path == STDIN:
        with spooled() as (ending, stream):
            yield from reader(ending)(Source(name, file.id, stream, named=True), terms)
        return
    ending = ending_of(file.path, READERS)
    if ending not in READERS:
        raise Unfit(Reason.UNSUPPORTED, f"{ending or 'no ending'}; known are {' '.join(READERS)}")
    yield from reader(ending)(Source(name, file.id, partial(_open, file.path), named=file.named), terms)


def _open(path: str) -> BinaryIO:
    # O_NONBLOCK: a named pipe among the files must not stop the run.
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(0, "not a regular file")
    return os.fdopen(descriptor, "rb")
