"""Progress of a run on standard error: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Step = Callable[[int, int], None]
"""Called with how many are done and how many are known of so far."""

_PAUSE = 10.0
"""Seconds between lines where there is no terminal."""


@contextmanager
def progress(verb: str) -> Iterator[Step]:
    """A function to call after each article; `verb` says what is done with them."""
    if not sys.stderr.isatty():
        yield _lines(verb)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"{verb} articles", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _lines(verb: str) -> Step:
    last = time.monotonic()

    def step(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _PAUSE:
            last = time.monotonic()
            print(f"{verb}: {done:,} of {total:,} articles", file=sys.stderr, flush=True)

    return step
