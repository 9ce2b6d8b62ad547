"""Reading on other machines: a Dask cluster that runs already, whose workers have the same version of Greenroom.

This machine finds the articles, hands out a few for each worker at a time, and takes the facts back into its shards and the store; the
workers read and keep nothing. What a worker that is lost had in hand is given to another by the scheduler.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from etl.attempts import Attempts, Failure, attempt
from etl.transform.version import version
from graph.errors import GreenroomError, InputError
from graph.records import Article, Facts

AHEAD = 4
"""Articles handed out for each thread of a worker before the first result is awaited."""
_SECONDS = 30


def dask(scheduler: str) -> Attempts:
    """A way of reading articles by the cluster at this address, in input order.

    Args:
        scheduler: for example `tcp://10.0.0.5:8786`.

    Raises:
        InputError: the extra `dask` is not installed.
    """
    try:
        import distributed  # noqa: F401
    except ImportError as err:
        raise InputError("--engine dask needs Dask: pip install 'greenroom[dask]'") from err
    return lambda articles: _read(articles, scheduler)


def _read(articles: Iterable[Article | Facts], scheduler: str) -> Iterator[Facts | Failure]:
    from distributed import Client, KilledWorker

    try:
        client = Client(scheduler, timeout=_SECONDS, set_as_default=False)
    except (OSError, ValueError) as err:
        raise InputError(f"no Dask scheduler answers at {scheduler}") from err
    with client:
        _same_version(client, scheduler)
        waiting: deque[tuple[str, Any]] = deque()

        def first() -> Facts | Failure:
            id_, future = waiting.popleft()
            try:
                result: Facts | Failure = future.result()
            except KilledWorker:
                # the scheduler gave it to several workers, and none came back: the others must not follow them
                return Failure(id_, "the workers that read it were killed, for want of memory most likely")
            finally:
                future.release()
            if isinstance(result, Facts) and result.article.extractor not in ("", version()):
                raise GreenroomError(f"a worker reads with Greenroom {result.article.extractor}, and here is {version()}")
            return result

        try:
            for article in articles:
                id_ = article.article.id if isinstance(article, Facts) else article.id
                waiting.append((id_, client.submit(attempt, article, pure=False)))
                if len(waiting) >= AHEAD * max(1, _threads(client)):
                    yield first()
            while waiting:
                yield first()
        finally:
            with suppress(Exception):
                client.cancel([future for _, future in waiting])


def _threads(client: Any) -> int:
    return int(sum(client.nthreads().values()))


def _there() -> str:
    """The version of whoever runs this."""
    return version()


def _same_version(client: Any, scheduler: str) -> None:
    """Have a worker at least, and the same rules on all: else the graph would depend on who read what.

    Raises:
        InputError: there is no worker, or one lacks Greenroom or has another version.
    """
    from distributed import TimeoutError as NoWorker

    try:
        client.wait_for_workers(1, timeout=_SECONDS)
        found = client.run(_there)
    except NoWorker as err:
        raise InputError(f"the scheduler at {scheduler} has no workers") from err
    except ImportError as err:
        raise InputError(f"a worker of {scheduler} lacks Greenroom: install the same version there") from err
    for worker, other in sorted(found.items()):
        if other != version():
            raise InputError(f"the worker {worker} has Greenroom {other}, and here is {version()}: install the same on both")
