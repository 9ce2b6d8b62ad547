"""Reading in several processes: a pool forked after the pipeline is loaded, which costs a twentieth more CPU (findings.md)."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from etl.transform.language import pipeline
from graph.errors import GreenroomError

S = TypeVar("S")
T = TypeVar("T")

AHEAD = 4
"""Articles handed out for each process before the first result is awaited: what is in memory does not grow with the corpus."""


def _begin() -> None:
    # Ctrl-C is the parent's to handle: it stops handing out work and ends the pool.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """End this process when its parent is gone: killed (-9), it tells nobody, and its workers would wait for work for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def in_processes(task: Callable[[S], T], articles: Iterable[S], workers: int) -> Iterator[T]:
    """What `task` makes of each article, in input order, by `workers` processes.

    Raises:
        GreenroomError: a process was killed, for want of memory most likely.
    """
    pipeline()
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    pool = ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context(method), initializer=_begin)
    waiting: deque[Future[T]] = deque()
    try:
        for article in articles:
            waiting.append(pool.submit(task, article))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as err:
        raise GreenroomError("a process that reads articles was killed; try again with fewer workers") from err
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
