"""An export packed into one archive, which is written to disk as it is made: of a large graph only a piece is in memory."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from tempfile import SpooledTemporaryFile, TemporaryDirectory
from typing import IO

from graph.export import WHOLE, export
from graph.selection import Selection
from graph.store import Store

Told = Callable[[float, str], object]
"""Takes how far it is, from 0 to 1, and what is done, in words."""
_IN_MEMORY = 1 << 24
_PIECE = 1 << 20
_READ = 0.8
"""The share of reading in the whole work, about."""


def packed(store: Store, kind: str, choice: Selection, told: Told | None = None) -> IO[bytes]:
    """The files of an export in one archive, the same bytes for the same graph; from 16 MB on it lies on disk until it is closed.

    Args:
        store: an open store.
        kind: the format.
        choice: what of the graph is wanted.
        told: called as the work goes on.
    """
    tell: Told = told or (lambda done, words: None)

    def read(done: int, number: int) -> None:
        tell(_READ * done / max(number, 1), f"{done:,} of {number:,} read and written")

    archive: IO[bytes] = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - it is handed on
    with TemporaryDirectory() as folder, zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        paths = sorted(export(store, kind, folder, selection=None if kind in WHOLE else choice, progress=read if told else None))
        size = sum(Path(p).stat().st_size for p in paths)
        done = 0
        for path in paths:
            # A fixed date: the archive must not differ from day to day.
            entry = zipfile.ZipInfo(str(Path(path).relative_to(folder)), (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            with out.open(entry, "w", force_zip64=True) as member, Path(path).open("rb") as file:
                while part := file.read(_PIECE):
                    member.write(part)
                    done += len(part)
                    tell(_READ + (1 - _READ) * done / max(size, 1), f"{done / 2**20:,.0f} of {size / 2**20:,.0f} MB packed")
    archive.seek(0)
    return archive
