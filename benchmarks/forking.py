"""Jobs beside each other, one on each core, in forked processes.

A forked process begins with all that its parent has, so that a job may be a closure over anything; only what it returns has to be handed over.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

from etl.transform.workers import end_with_parent

T = TypeVar("T")
_jobs: list[Callable[[], Any]] = []  # of a forked process


def beside(jobs: Sequence[Callable[[], T]], count: int | None = None) -> list[T]:
    """What each of the jobs returns, in their order. A single one is just called; so are all where nothing can be forked.

    Args:
        jobs: each returns what can be pickled, and does not count on anything that another changes.
        count: how many run at once, by default as many as there are cores.

    Raises:
        Exception: what a job raises; those that have not begun by then are left out.
        BrokenProcessPool: a process was killed, for want of memory most likely.
    """
    count = min(count or os.cpu_count() or 1, len(jobs))
    if count < 2 or not hasattr(os, "fork"):
        return [job() for job in jobs]
    gc.freeze()  # a search for garbage would write to what is shared, so that it is copied
    try:
        with ProcessPoolExecutor(count, multiprocessing.get_context("fork"), _begin, (jobs,)) as pool:
            return list(pool.map(_result, range(len(jobs))))
    finally:
        gc.unfreeze()


def _begin(jobs: Sequence[Callable[[], Any]]) -> None:
    _jobs[:] = jobs
    threading.Thread(target=end_with_parent, daemon=True).start()


def _result(number: int) -> Any:
    return _jobs[number]()
