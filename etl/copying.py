"""Copying: all articles of one store into another, whichever engines keep them, and the proof that nothing was lost.

The graph is a function of the records, and of the corrections, so that only these are moved; the other store computes the graph from them as for any load. Both
graphs are then read out and compared.
"""

from __future__ import annotations

from collections.abc import Callable

from etl.correcting import copied
from etl.corrections_log import log
from etl.kept import facts, kept
from etl.load import load, loaded
from graph.errors import InputError, StoreError
from graph.export.dump import dump
from graph.store import Store

Step = Callable[[int, int], None]
"""Called with how many articles are done and how many there are."""


def copy(source: Store, target: Store, *, progress: Step | None = None) -> tuple[int, int]:
    """Copy every article of `source` into `target`, then compare the two graphs; a copy cut short goes on where it stopped.

    Args:
        source: an open store; only read.
        target: an open store without any article that `source` does not have.
        progress: called after each batch.

    Returns:
        How many articles the two have now, and how many of them were copied.

    Raises:
        InputError: `target` has other articles, or corrections of its own.
        StoreError: a store refuses or is gone, or the graphs differ because one was changed meanwhile.
    """
    articles = kept(source)
    others = sorted(set(loaded(target)).difference(articles))
    if others:
        raise InputError(f"{target.name} holds articles that {source.name} does not, for example {others[0]}: copy into an empty store")

    def step(done: int) -> None:
        if progress:
            progress(done, len(articles))

    copied(target, log(source))
    counted = load(target, facts(source, articles), progress=step)
    if dump(source) != dump(target):
        raise StoreError(f"{target.name} differs from {source.name}: one of them was changed meanwhile; run the same again")
    return len(articles), counted.articles_added + counted.articles_updated
