"""Standard input, kept in a temporary file, and the kind of file that it is, told by how it begins."""

from __future__ import annotations

import io
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from etl.extract import addresses
from etl.extract.records import NAMES
from etl.extract.sources import FILE_LIMIT
from etl.rejects import Reason, Unfit

LIMIT = 2_000_000_000
"""Bytes of standard input."""
_IN_MEMORY = 8_000_000
_HEAD = 65_536
_BETWEEN = re.compile(r"[,;\t|]")
_NAME = re.compile(r"\w[\w .:-]{0,60}")
_SIGNS = (
    (b"%PDF-", ".pdf"), (b"PK\x03\x04", ".zip"), (b"WARC/", ".warc"), (b"\x1f\x8b", ".warc.gz"), (b"Return-Path:", ".eml"),
    (b"Received:", ".eml"), (b"Delivered-To:", ".eml"), (b"MIME-Version:", ".eml"), (b"From:", ".eml"), (b"Message-ID:", ".eml"),
)  # fmt: skip


class _Unclosed(io.BufferedIOBase):
    """The stream, left open when a reader closes it: it may be read again."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._stream.seek(0)

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = 0, /) -> int:
        return self._stream.seek(place, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def read(self, size: int | None = -1, /) -> bytes:
        return self._stream.read(-1 if size is None else size)

    def read1(self, size: int = -1, /) -> bytes:
        return self.read(size)

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._stream.readline(-1 if size is None else size)


@contextmanager
def spooled() -> Iterator[tuple[str, Callable[[], BinaryIO]]]:
    """The ending that standard input would have as a file, and what opens it.

    Raises:
        Unfit: there is too much of it.
    """
    with tempfile.SpooledTemporaryFile(_IN_MEMORY) as kept:
        size = 0
        while part := sys.stdin.buffer.read(1_000_000):
            size += len(part)
            if size > LIMIT:
                raise Unfit(Reason.TOO_LARGE, f"more than {LIMIT // 1_000_000_000} GB")
            kept.write(part)
        stream = cast(BinaryIO, kept)
        stream.seek(0)
        ending = _kind(stream)
        yield ending, lambda: cast(BinaryIO, _Unclosed(stream))


def _kind(stream: BinaryIO) -> str:
    """The ending, by the first characters; Markdown for want of a sign."""
    whole = stream.read(_HEAD)
    head = whole.lstrip(b"\xef\xbb\xbf \t\r\n")
    for sign, ending in _SIGNS:
        if head.startswith(sign):
            return (".docx" if b"word/" in whole and b"[Content_Types].xml" in whole else ending) if ending == ".zip" else ending
    if head[:1] == b"[":
        return ".json"
    if head[:1] == b"{":
        stream.seek(len(whole) - len(head))
        return ".jsonl" if stream.readline(FILE_LIMIT).rstrip().endswith(b"}") else ".json"
    if head[:1] == b"<":
        return ".html"
    if _is_table(head):
        return ".csv"
    words = head.decode("utf-8", "replace")
    # What was read may end within an address.
    return ".urls" if addresses.only(words.rpartition("\n")[0] or words) else ".md"


def _is_table(head: bytes) -> bool:
    """Whether the first line is a table's header: names with something between them, one of which is that of a text."""
    names = [name.strip(" \"'") for name in _BETWEEN.split(head.partition(b"\n")[0].decode("utf-8", "replace").lower().rstrip("\r"))]
    return len(names) > 1 and bool({*NAMES["text"]}.intersection(names)) and all(_NAME.fullmatch(name) for name in names)
