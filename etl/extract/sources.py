"""Sources: a file (or standard input) to be read, its bytes decoded with a limit on their size."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO

from etl.rejects import Reason, Reject, Unfit
from graph.records import Article

Named = tuple[str, Article | Reject]
"""The name of a file or record, and the article or reject that it gave."""

FILE_LIMIT = 20_000_000
"""Bytes of a file that holds one article, or of one record in a file of many."""

PAGE_LIMIT = 3_000_000
"""Bytes of a web page; the largest news pages have a tenth of it."""

_WIDE_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))


@dataclass(frozen=True, slots=True)
class Source:
    """Something to be read.

    Attributes:
        name: what the user calls it.
        id: the article's id if it holds just one.
        open: its bytes, from the beginning each time.
        named: whether the user named it: what it leads to (addresses) is followed then.
        charset: the encoding that a server declared for it.
    """

    name: str
    id: str
    open: Callable[[], BinaryIO]
    named: bool = False
    charset: str = ""

    def data(self, limit: int = FILE_LIMIT) -> bytes:
        """All of its bytes.

        Raises:
            Unfit: it has more than `limit` bytes.
            OSError: it cannot be read.
        """
        with self.open() as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise Unfit(Reason.TOO_LARGE, f"more than {limit // 1_000_000} MB")
        return data

    def text(self) -> str:
        """The whole of it, decoded.

        Raises:
            Unfit: it is empty, too large, binary or not UTF-8.
            OSError: it cannot be read.
        """
        return decode(self.data())


def decode(data: bytes) -> str:
    """UTF-8 bytes as text, newlines as they are, without a leading byte order mark.

    Raises:
        Unfit: nothing but white space, binary data, or another encoding.
    """
    if not data.strip():
        raise Unfit(Reason.EMPTY)
    if data[:2] in _WIDE_MARKS:
        raise Unfit(Reason.ENCODING, f"{_WIDE_MARKS[data[:2]]}, not UTF-8")
    if b"\0" in data:
        raise Unfit(Reason.BINARY)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as err:
        head = data[:8192]
        if len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 50:
            raise Unfit(Reason.BINARY) from err
        raise Unfit(Reason.ENCODING, f"not UTF-8: byte {data[err.start]:#04x} at position {err.start}") from err
    if not text.strip():
        raise Unfit(Reason.EMPTY)
    return text
