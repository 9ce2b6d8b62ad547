"""ZIP: the files in a zipped folder, read as in a folder. Nothing is unpacked to the disk; archives within archives are not read."""

from __future__ import annotations

import io
import posixpath
import stat
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, cast

from etl.extract.files import ending_of, ids_of
from etl.extract.sources import FILE_LIMIT, Named, Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject, Unfit

MEMBERS_LIMIT = 200_000
"""Files in one archive."""
ARCHIVE_LIMIT = 5_000_000_000
"""Bytes of all its articles when they are unpacked."""
RATIO_LIMIT = 200
"""How many times larger than packed a file of more than a megabyte may be; prose is packed to a third or a quarter."""

_ARCHIVES = (".zip", ".warc", ".warc.gz", ".gz", ".tar", ".7z", ".rar", ".bz2", ".xz")
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OverflowError, IndexError)


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The articles in an archive, in the order of their names; a bad file is rejected and the rest read.

    Raises:
        Unfit: it is broken, has too many files, or none that can be read.
    """
    with source.open() as stream:
        try:
            archive = zipfile.ZipFile(stream)
        except _BROKEN as err:
            raise Unfit(Reason.BROKEN, " ".join(str(err).split())[:120]) from err
        with archive:
            yield from _members(archive, source, terms)


def _members(archive: zipfile.ZipFile, source: Source, terms: Terms) -> Iterator[Named]:
    from etl.extract import READERS, reader

    if len(archive.infolist()) > MEMBERS_LIMIT:
        raise Unfit(Reason.TOO_LARGE, f"{len(archive.infolist()):,} files, the limit is {MEMBERS_LIMIT:,}")
    wanted: dict[str, zipfile.ZipInfo] = {}
    twice: list[str] = []
    for info in sorted(archive.infolist(), key=lambda i: i.filename.split("/")):
        ending = ending_of(info.filename, READERS)
        if not info.filename or info.is_dir() or _hidden(info.filename) or (ending not in READERS and ending not in _ARCHIVES):
            continue
        if info.filename in wanted:
            twice.append(info.filename)
        wanted.setdefault(info.filename, info)
    if not wanted:
        raise Unfit(Reason.EMPTY, "no articles in the archive")
    ids = ids_of(wanted)
    left = ARCHIVE_LIMIT
    for member, info in wanted.items():
        name = f"{source.name}#{member}"
        ending = ending_of(member, READERS)
        try:
            left -= info.file_size
            _check(info, ending, left)
            opened = Source(name, ids[member], partial(_open, archive, info))
            yield from reader(ending)(opened, terms)
        except Unfit as unfit:
            yield name, Reject(name, unfit.reason, unfit.detail)
        except _BROKEN as err:
            yield name, Reject(name, Reason.BROKEN, " ".join(str(err).split())[:120])
    for member in twice:
        name = f"{source.name}#{member}"
        yield name, Reject(name, Reason.DUPLICATE, "the archive holds another file of this name")


def _hidden(name: str) -> bool:
    return any(part.startswith(".") and part not in ("..", ".") for part in name.split("/")) or name.startswith("__MACOSX/")


def _check(info: zipfile.ZipInfo, ending: str, left: int) -> None:
    """Raises `Unfit` for what may not be read."""
    name = info.filename.replace("\\", "/")
    if name.startswith("/") or ":" in name.split("/")[0] or ".." in posixpath.normpath(name).split("/") or ".." in name.split("/"):
        raise Unfit(Reason.UNREADABLE, "its path leads out of the archive")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Unfit(Reason.UNREADABLE, "a link to another file")
    if ending in _ARCHIVES:
        raise Unfit(Reason.UNSUPPORTED, "an archive within an archive")
    if info.flag_bits & 1:
        raise Unfit(Reason.PROTECTED)
    if info.file_size > 1_000_000 and info.file_size > RATIO_LIMIT * max(info.compress_size, 1):
        raise Unfit(Reason.TOO_LARGE, f"unpacked {info.file_size / max(info.compress_size, 1):,.0f} times as large as packed")
    if left < 0:
        raise Unfit(Reason.TOO_LARGE, f"the archive holds more than {ARCHIVE_LIMIT // 1_000_000_000} GB")


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> BinaryIO:
    # The size that is declared bounds what is unpacked: a file that has more is broken by its checksum.
    if info.file_size <= FILE_LIMIT:
        with archive.open(info) as member:
            return io.BytesIO(member.read(FILE_LIMIT + 1))
    return cast(BinaryIO, archive.open(info))
