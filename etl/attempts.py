"""Attempts: articles read one by one, where the failure of one is a value and the next are read all the same."""

from __future__ import annotations

import ctypes
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

from etl.transform import read
from graph.errors import GreenroomError
from graph.records import Article, Facts

ARTICLE_SECONDS = 60
"""What reading one article may take, in seconds of the clock; a usual one takes a fraction of one."""

Attempts = Callable[[Iterable[Article | Facts]], "Iterator[Facts | Failure]"]
"""A way of reading many articles: in this process, in several, or on other machines; in input order or not."""


class _TooLong(BaseException):
    """The time is up; not an Exception, so that no rule takes it for a failure of its own."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Reading the article `id` failed; `detail` says how, in one line."""

    id: str
    detail: str


def attempt(article: Article | Facts) -> Facts | Failure:
    """The facts of `article`, or how reading it failed; facts that are there already stay as they are.

    Raises:
        GreenroomError, ImportError: the trouble is not with the article: no other could be read either.
    """
    if isinstance(article, Facts):
        return article
    try:
        with _limited(ARTICLE_SECONDS):
            return read(article)
    except (GreenroomError, ImportError):
        raise
    except _TooLong:
        return Failure(article.id, f"reading it took longer than {ARTICLE_SECONDS} seconds")
    except Exception as err:
        # Whatever an odd article does to the rules, the others must not suffer from it.
        return Failure(article.id, f"{type(err).__name__}: {' '.join(str(err).split())[:200]}")


def attempts(articles: Iterable[Article | Facts], workers: int) -> Iterator[Facts | Failure]:
    """What `attempt` gives for each article, in input order, by `workers` processes (1: in this one)."""
    if workers == 1:
        yield from map(attempt, articles)
        return
    from etl.transform.workers import in_processes

    yield from in_processes(attempt, articles, workers)


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    """A block that is broken off by _TooLong after so many seconds.

    In the main thread a signal does it, which also ends a search that does not; in others the interpreter does it as soon as it has a say.
    """
    if threading.current_thread() is not threading.main_thread():
        with _broken_off(seconds):
            yield
        return

    def end(number: int, frame: FrameType | None) -> None:
        raise _TooLong

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def _broken_off(seconds: float) -> Iterator[None]:
    thread = ctypes.c_ulong(threading.get_ident())
    lock, over = threading.Lock(), False

    def end() -> None:
        with lock:
            if not over:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(thread, ctypes.py_object(_TooLong))

    timer = threading.Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        with lock:
            over = True
        timer.cancel()
