"""The run: articles from files through extraction into the store, in small batches, so that a run cut short goes on where it stopped."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from etl.attempts import Attempts, Failure, attempts
from etl.extract import READERS, read_file
from etl.extract.files import STDIN, plan
from etl.extract.terms import Terms
from etl.imports import logged
from etl.load import load, loaded, loaded_words
from etl.rejects import Reason, Reject
from etl.seen import Seen
from etl.shards import Shards
from etl.transform.version import version
from graph.errors import FactsError, InputError
from graph.identity import digest, input_digest
from graph.records import Article, Facts
from graph.store import Store

_SAFE = "what is in already stays, and is passed over then"

Step = Callable[[int, int], None]
"""Called with how many articles are done and how many are known of so far."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run ended: numbers of articles, the rejects in input order, and its time in seconds."""

    added: int
    updated: int
    unchanged: int
    rejects: tuple[Reject, ...]
    seconds: float

    @property
    def articles(self) -> int:
        """All that were found, rejects included."""
        return self.added + self.updated + self.unchanged + len(self.rejects)

    def __str__(self) -> str:
        """One line for the user."""
        counts = f"{self.added:,} added, {self.updated:,} updated, {self.unchanged:,} unchanged, {len(self.rejects):,} rejected"
        return f"{self.articles:,} {'article' if self.articles == 1 else 'articles'}: {counts} in {self.seconds:.1f} s"


class Reading(Iterable[Facts]):
    """The articles behind some paths on their way to facts; iterate over it once, then `rejects` is complete."""

    def __init__(
        self,
        paths: Sequence[str],
        *,
        known: Mapping[str, str] | None = None,
        words: Mapping[str, str] | None = None,
        workers: int = 1,
        progress: Step | None = None,
        terms: Terms | None = None,
        shards: Shards | None = None,
        engine: Attempts | None = None,
    ) -> None:
        """Prepare to read.

        Args:
            paths: files, folders (recursively), addresses of pages, or `-` for standard input.
            known: what needs no reading if it is the same, as `etl.load.loaded` gives it.
            words: whose words must not come again under another id, as `etl.load.loaded_words` gives it.
            workers: processes that read.
            progress: called after each article.
            terms: the terms on which articles are taken in.
            shards: where facts are written before they are given away, and taken from if they are there already.
            engine: how articles are read, by default by `workers` processes of this machine.

        Raises:
            InputError: a path does not exist, or a folder cannot be listed.
        """
        self._files = plan(paths, READERS)
        self._total = len(self._files)
        self._done = 0
        self._known = known or {}
        self._seen = Seen(words)
        self._progress = progress
        self._terms = terms or Terms()
        self._shards = shards
        self._engine = engine or (lambda articles: attempts(articles, workers))
        self._names: dict[str, tuple[int, str]] = {}
        self._rejects: list[tuple[int, Reject]] = []
        self.unchanged = 0

    def __iter__(self) -> Iterator[Facts]:
        """The facts of each article that can be read and has to be, in input order."""
        for result in self._engine(self._articles()):
            if isinstance(result, Failure):
                place, name = self._names[result.id]
                self._rejects.append((place, Reject(name, Reason.EXTRACTION, result.detail)))
                self._finish()
                continue
            if self._shards is not None:
                self._shards.put(result)
            self._finish()
            yield result

    @property
    def rejects(self) -> tuple[Reject, ...]:
        """What was left out so far, in input order."""
        return tuple(reject for _, reject in sorted(self._rejects, key=lambda item: item[0]))

    def _articles(self) -> Iterator[Article | Facts]:
        place = 0
        for file in self._files:
            for number, (name, item) in enumerate(read_file(file, self._terms)):
                place += 1
                self._total += 1 if number else 0
                if isinstance(item, Article):
                    item = self._seen.check(name, item)
                if isinstance(item, Reject):
                    self._rejects.append((place, item))
                    self._finish()
                    continue
                read_from = input_digest(replace(item, extractor=version()))
                if self._known.get(item.id) == read_from:
                    self.unchanged += 1
                    self._finish()
                elif self._shards is not None and (facts := self._shards.get(read_from)) is not None:
                    yield facts
                else:
                    self._names[item.id] = (place, name)
                    yield item

    def _finish(self) -> None:
        self._done += 1
        if self._progress:
            self._progress(self._done, self._total)


def ingest(
    paths: Sequence[str],
    store: Store,
    *,
    again: bool = False,
    workers: int = 1,
    progress: Step | None = None,
    terms: Terms | None = None,
    shards: Path | None = None,
    engine: Attempts | None = None,
) -> Summary:
    """Read the articles behind `paths` and load their facts; those that are loaded already and have not changed are not read.

    Args:
        paths: files, folders (recursively), addresses of pages, or `-` for standard input.
        store: where to; what was loaded before a Ctrl-C stays, and the next run goes on from there.
        again: read also what has not changed.
        workers: processes that read.
        progress: called after each article that was read, left out or found unchanged.
        terms: the terms on which articles are taken in.
        shards: a folder in which facts are kept as they are read; without one they are kept until all is loaded (see `waiting`).
        engine: how articles are read, by default by `workers` processes of this machine.

    Raises:
        InputError: a path does not exist, or a folder cannot be listed.
        StoreError: the store cannot be reached, or refuses.
    """
    start = time.monotonic()
    known = {} if again else loaded(store)
    with Shards(shards or waiting(store)) as kept:
        reading = Reading(
            paths, known=known, words=loaded_words(store), workers=workers, progress=progress, terms=terms, shards=kept, engine=engine
        )
        counted = load(store, logged(store, reading, paths))
        if shards is None:
            kept.clear()
    unchanged = counted.articles_unchanged + reading.unchanged
    return Summary(counted.articles_added, counted.articles_updated, unchanged, reading.rejects, time.monotonic() - start)


def waiting(store: Store) -> Path:
    """Where the facts of a run are kept until they are loaded: beside an embedded store, else among the user's caches."""
    if store.embedded:
        return Path(f"{store.name.rstrip('/')}.shards")
    caches = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return caches / "greenroom" / digest(store.name)


def load_files(paths: Sequence[str], store: Store, *, progress: Step | None = None) -> Summary:
    """Load the facts in files of JSON Lines (`-`: standard input).

    Raises:
        InputError: a file cannot be read.
        FactsError: a line is not of the format; what stands before it may be loaded already.
        StoreError: the store cannot be reached, or refuses.
    """
    start = time.monotonic()
    for path in paths:
        if path != STDIN and not os.path.exists(path):
            raise InputError(f"no such file: {path}")

    total = sum(map(_lines, paths)) if progress else 0

    def step(done: int) -> None:
        if progress:
            progress(done, max(done, total))

    counted = load(store, logged(store, (facts for path in paths for facts in _facts(path)), paths), progress=step)
    return Summary(counted.articles_added, counted.articles_updated, counted.articles_unchanged, (), time.monotonic() - start)


def _lines(path: str) -> int:
    """How many lines a file has; of standard input that is not known beforehand."""
    if path == STDIN:
        return 0
    try:
        with open(path, "rb") as file:
            return sum(1 for line in file if not line.isspace())
    except OSError as err:
        raise InputError(f"{path}: {err.strerror}") from err


def _facts(path: str) -> Iterator[Facts]:
    name = "standard input" if path == STDIN else path
    try:
        with nullcontext(sys.stdin.buffer) if path == STDIN else open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    try:
                        yield Facts.from_json(line.decode())
                    except (FactsError, UnicodeDecodeError) as err:
                        if not line.endswith(b"\n"):
                            raise FactsError(f"{name} is cut off in line {number}: write it again and load it again; {_SAFE}") from err
                        told = str(err) if isinstance(err, FactsError) else "not UTF-8"
                        raise FactsError(f"{name}, line {number}: {told}") from err
    except OSError as err:
        raise InputError(f"{name}: {err.strerror}") from err
