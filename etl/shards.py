"""Fact shards: what was read out of articles, on disk before it is loaded, so that a crash costs at most the articles in flight.

A shard is a file of JSON Lines as `greenroom extract` writes it, with an index beside it: for each line the digest of what it was read from
(text, what is known of the article, version of the extractor), its place and its length. A line counts once its index line is complete;
what a crash left half-written behind the last one is cut off. Nothing is ever changed in a shard, each run begins a new one.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from errno import ENOTDIR
from fcntl import LOCK_EX, LOCK_NB, flock
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from graph.errors import FactsError, InputError
from graph.identity import input_digest
from graph.records import Facts

_FACTS, _INDEX = ".jsonl", ".index"
_LINES = 1000
"""Articles in a shard at most."""
_SYNC_SECONDS = 1.0
"""What a power cut may cost: so often what was written is forced to the disk."""


class Shards:
    """The shards in a folder, open to find facts in and to add some; close it, or use it as a context."""

    def __init__(self, folder: Path) -> None:
        """Open, and make whole what a crash left.

        Raises:
            InputError: the folder cannot be made, read or written.
        """
        self._folder = folder
        self._places: dict[str, tuple[Path, int, int]] = {}
        self._open: tuple[BinaryIO, BinaryIO] | None = None
        self._lines = 0
        self._size = 0
        self._synced = time.monotonic()
        try:
            if folder.exists() and not folder.is_dir():
                raise NotADirectoryError(ENOTDIR, "it is a file")
            folder.mkdir(parents=True, exist_ok=True)
            for index in sorted(folder.glob(f"*{_INDEX}")):
                self._take(index)
        except OSError as err:
            raise InputError(f"{folder} cannot be used for shards: {err.strerror or err}") from err

    def __enter__(self) -> Shards:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __len__(self) -> int:
        """How many articles there are facts of."""
        return len(self._places)

    def __contains__(self, digest: object) -> bool:
        return digest in self._places

    def get(self, digest: str) -> Facts | None:
        """The facts of what has this digest (`graph.identity.input_digest`); None if there are none, or they cannot be read."""
        place = self._places.get(digest)
        if place is None:
            return None
        path, start, size = place
        try:
            with path.open("rb") as file:
                file.seek(start)
                return Facts.from_json(file.read(size).decode())
        except (OSError, FactsError, UnicodeDecodeError):
            # reading the article again is always possible
            return None

    def put(self, facts: Facts) -> None:
        """Add the facts of an article.

        Raises:
            InputError: they cannot be written, for want of room most likely.
        """
        digest = input_digest(facts.article)
        if digest in self._places:
            return
        line = f"{facts.to_json()}\n".encode()
        try:
            lines, index = self._files()
            lines.write(line)
            lines.flush()
            index.write(f"{digest} {self._size} {len(line)}\n".encode())
            index.flush()
            if time.monotonic() - self._synced > _SYNC_SECONDS:
                self._sync()
        except OSError as err:
            raise InputError(f"{self._folder} cannot be written: {err.strerror or err}") from err
        self._places[digest] = (Path(lines.name), self._size, len(line))
        self._size += len(line)
        self._lines += 1

    def close(self) -> None:
        """Close the files; what was added is on the disk then."""
        if self._open is not None:
            with suppress(OSError):
                self._sync()
            for file in self._open:
                file.close()
            self._open = None

    def clear(self) -> None:
        """Remove all shards but those that another run is writing: what they hold is loaded."""
        self.close()
        self._places.clear()
        for lines in sorted(self._folder.glob(f"*{_FACTS}")):
            with suppress(FileNotFoundError), lines.open("rb") as file:
                if _free(file):
                    lines.unlink()
                    lines.with_suffix(_INDEX).unlink(missing_ok=True)
        with suppress(OSError):
            self._folder.rmdir()

    def _files(self) -> tuple[BinaryIO, BinaryIO]:
        if self._open is None or self._lines >= _LINES:
            self.close()
            # another run may have been through with the folder
            self._folder.mkdir(parents=True, exist_ok=True)
            number = 1 + max((int(p.stem) for p in self._folder.glob(f"*{_FACTS}") if p.stem.isdecimal()), default=0)
            path = self._folder / f"{number:06}{_FACTS}"
            # exclusive: two runs at once must not write into one shard
            self._open = (path.open("xb"), path.with_suffix(_INDEX).open("xb"))
            flock(self._open[0], LOCK_EX | LOCK_NB)
            self._lines = self._size = 0
        return self._open

    def _sync(self) -> None:
        if self._open is not None:
            # facts first: an index line must not be there without its facts
            for file in self._open:
                file.flush()
                os.fsync(file.fileno())
        self._synced = time.monotonic()

    def _take(self, index: Path) -> None:
        """Take note of what a shard holds, and cut off what is not in its index."""
        lines = index.with_suffix(_FACTS)
        there = lines.stat().st_size if lines.exists() else 0
        end = 0
        for digest, start, size in _entries(index):
            if start != end or start + size > there:
                break
            self._places[digest] = (lines, start, size)
            end = start + size
        if there > end:
            _cut(lines, end)


def _entries(index: Path) -> Iterator[tuple[str, int, int]]:
    with index.open("rb") as file:
        for line in file:
            parts = line.decode("ascii", "replace").split()
            if not line.endswith(b"\n") or len(parts) != 3 or not (parts[1].isdecimal() and parts[2].isdecimal()):
                return
            yield parts[0], int(parts[1]), int(parts[2])


def _cut(lines: Path, end: int) -> None:
    """Cut a shard off after `end` bytes, unless another run is writing it."""
    with lines.open("rb+") as file:
        if _free(file):
            file.truncate(end)


def _free(file: BinaryIO) -> bool:
    """Whether no other run is writing the file; none can begin to while it is open."""
    try:
        flock(file, LOCK_EX | LOCK_NB)
    except OSError:
        return False
    return True
