"""Reading in several processes: a pool forked after the pipeline is loaded, which costs a twentieth more CPU (findings.md)."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Iterable, Iterator

from etl.transform.language import pipeline
from graph.records import Article, Facts


def _quiet() -> None:
    # Ctrl-C is the parent's to handle: it stops handing out work and ends the pool.
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def read_in_processes(articles: Iterable[Article], workers: int) -> Iterator[Facts]:
    """The facts of each article in input order, read by `workers` processes."""
    from etl.transform import read

    pipeline()
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    with multiprocessing.get_context(method).Pool(workers, initializer=_quiet) as pool:
        yield from pool.imap(read, articles, chunksize=1)
