"""Backups: the facts of all articles and the log of corrections in one compressed file, from which any store can be filled again.

The graph is a function of these, so that nothing else is kept. A backup is made while others load and read: it holds the articles that were
there when it began, each whole, as it was when it was read. The file's last line says how many there are and the digest of all before it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from etl.correcting import copied
from etl.corrections_log import log
from etl.kept import facts, kept
from etl.load import load, loaded
from graph.corrections import Correction
from graph.errors import FactsError, InputError
from graph.export.files import writing_bytes
from graph.records import Facts
from graph.schema import VERSION
from graph.store import Store

_FORMAT = 1

Step = Callable[[int, int], None]
"""Called with how many articles are done and how many there are."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a backup holds, once its digest has been found right: its file, ids of articles, and the log of corrections."""

    path: Path
    articles: tuple[str, ...]
    corrections: tuple[Correction, ...]


def backup(store: Store, path: Path, *, progress: Step | None = None) -> int:
    """Write everything that a store holds into a file, which appears complete or not at all; returns the number of articles.

    Args:
        store: an open store; only read.
        path: the file; its name usually ends in `.greenroom.gz`.
        progress: called after each article.

    Raises:
        InputError: the file cannot be written.
    """
    articles = kept(store)
    done, digested = 0, hashlib.sha256()
    try:
        with writing_bytes(path) as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as file:
            os.chmod(raw.name, 0o600)  # what articles say is not for everybody on the machine

            def line(text: str) -> None:
                data = f"{text}\n".encode()
                digested.update(data)
                file.write(data)

            corrections = [asdict(c) for c in log(store)]
            line(json.dumps({"backup": _FORMAT, "graph": VERSION, "corrections": corrections}, ensure_ascii=False, sort_keys=True))
            for one in facts(store, articles):
                line(one.to_json())
                done += 1
                if progress:
                    progress(done, len(articles))
            line(json.dumps({"articles": done, "digest": digested.hexdigest()}))
    except OSError as err:
        raise InputError(f"{path} cannot be written: {err.strerror or err}") from err
    return done


def restore(contents: Contents, store: Store, *, progress: Step | None = None) -> int:
    """Fill a store from a backup; one that broke off is completed by the next. Returns how many articles there are.

    Args:
        contents: what `checked` gives.
        store: an open store without any article that the backup does not have.
        progress: called after each batch.

    Raises:
        InputError: the store holds something else. Nothing is loaded then.
        StoreError: the store refuses or is gone.
    """
    others = sorted(set(loaded(store)).difference(contents.articles))
    if others:
        raise InputError(f"{store.name} holds articles that {contents.path} does not, for example {others[0]}: restore into an empty store")

    def step(done: int) -> None:
        if progress:
            progress(done, len(contents.articles))

    copied(store, contents.corrections)
    load(
        store, (Facts.from_json(text) for text in _lines(contents.path) if not text.startswith(('{"backup"', '{"articles"'))), progress=step
    )
    return len(contents.articles)


def _lines(path: Path) -> Iterator[str]:
    try:
        with gzip.open(path, "rb") as file:
            for line in file:
                yield line.decode()
    except (OSError, EOFError, UnicodeDecodeError) as err:
        raise InputError(f"{path} cannot be read as a backup: {err}") from err


def checked(path: Path) -> Contents:
    """What a backup holds.

    Raises:
        InputError: the file is no backup, is damaged, cut off or of a newer version.
    """
    digested = hashlib.sha256()
    head: dict[str, Any] = {}
    articles: list[str] = []
    end: dict[str, Any] = {}
    for number, line in enumerate(_lines(path)):
        try:
            if number == 0:
                head = json.loads(line)
                if not isinstance(head, dict) or "backup" not in head:
                    raise InputError(f"{path} is no backup of Greenroom")
                if head["backup"] > _FORMAT or head["graph"] > VERSION:
                    raise InputError(f"{path} was written by a newer Greenroom: restore it with that")
            elif line.startswith('{"articles"'):
                end = json.loads(line)
                break
            else:
                articles.append(Facts.from_json(line).article.id)
        except (ValueError, FactsError) as err:
            raise InputError(f"{path} is damaged in line {number + 1}: restore an older one") from err
        digested.update(line.encode())
    if end != {"articles": len(articles), "digest": digested.hexdigest()}:
        raise InputError(f"{path} is cut off or damaged: restore an older one")
    return Contents(path, tuple(articles), tuple(_correction(said) for said in head["corrections"]))


def _correction(said: dict[str, Any]) -> Correction:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    return Correction(**values)
