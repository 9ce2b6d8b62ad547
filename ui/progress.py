"""Progress of a run on standard error: a bar on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

from ui import logs

Step = Callable[[int, int], None]
"""Called with how many are done and how many are known of so far."""

_PAUSE = 10.0
"""Seconds between lines where there is no terminal."""


@contextmanager
def progress(verb: str, things: str = "articles") -> Iterator[Step]:
    """A function to call after each article, or whatever the `things` are; `verb` says what is done with them."""
    if logs.structured() or not sys.stderr.isatty():
        yield _lines(verb, things)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[pace]}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(f"{verb} {things}", total=None, pace="")
        start = time.monotonic()
        yield lambda done, total: bar.update(task, completed=done, total=total, pace=pace(done, total, time.monotonic() - start))


def pace(done: int, total: int, seconds: float) -> str:
    """The rate so far, and at that rate the time that is left: "2.5 a second, 0:01:20 left"."""
    if not done or seconds <= 0:
        return ""
    rate = done / seconds
    left = f", {timedelta(seconds=round((total - done) / rate))} left" if total > done else ""
    return f"{rate:,.1f} a second{left}"


def _lines(verb: str, things: str) -> Step:
    start = last = time.monotonic()

    def step(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= _PAUSE:
            last = time.monotonic()
            if logs.structured():
                logs.event("progress", verb=verb, done=done, total=total, seconds=round(last - start, 1))
                return
            told = pace(done, total, last - start)
            print(f"{verb}: {done:,} of {total:,} {things}, {told}", file=sys.stderr, flush=True)

    return step
