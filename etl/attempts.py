"""Attempts: articles read one by one, where the failure of one is a value and the next are read all the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from etl.transform import read
from graph.errors import GreenroomError
from graph.records import Article, Facts


@dataclass(frozen=True, slots=True)
class Failure:
    """Reading the article `id` failed; `detail` says how, in one line."""

    id: str
    detail: str


def attempt(article: Article) -> Facts | Failure:
    """The facts of `article`, or how reading it failed.

    Raises:
        GreenroomError, ImportError: the trouble is not with the article: no other could be read either.
    """
    try:
        return read(article)
    except (GreenroomError, ImportError):
        raise
    except Exception as err:
        # Whatever an odd article does to the rules, the others must not suffer from it.
        return Failure(article.id, f"{type(err).__name__}: {' '.join(str(err).split())[:200]}")


def attempts(articles: Iterable[Article], workers: int) -> Iterator[Facts | Failure]:
    """What `attempt` gives for each article, in input order, by `workers` processes (1: in this one)."""
    if workers == 1:
        yield from map(attempt, articles)
        return
    from etl.transform.workers import in_processes

    yield from in_processes(attempt, articles, workers)
