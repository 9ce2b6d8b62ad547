"""Watching: the newest articles that feeds and sitemaps name, and how to fetch them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.extract.address import Page, unpacked
from etl.extract.addresses import identity
from etl.extract.feeds import Entry, Feed, parse
from etl.extract.terms import Terms
from etl.extract.visitor import Visitor
from etl.rejects import Reason, Reject, Unfit

NEWEST = 100
"""Articles of one feed that are taken in at once, the newest."""
MOST_FURTHER = 20
"""Sitemaps of one index that are looked into, the newest."""
_DEEPEST = 2


@dataclass(frozen=True, slots=True)
class Watched:
    """What feeds name: the addresses of articles, the terms on which they are fetched and read, and the feeds that could not be read."""

    urls: tuple[str, ...]
    terms: Terms
    rejects: tuple[Reject, ...]


def watched(feeds: Sequence[str], visitor: Visitor, *, newest: int = NEWEST, terms: Terms | None = None) -> Watched:
    """Look into feeds and sitemaps, each only if it has changed.

    Args:
        feeds: their addresses; a web page that names its feed will do.
        visitor: fetches them.
        newest: how many articles of each are taken.
        terms: the terms on which the articles are taken in.
    """
    entries: dict[str, Entry] = {}
    rejects = []
    for feed in feeds:
        try:
            for entry in _newest(_entries(feed, visitor, 0), newest):
                entries.setdefault(identity(entry.url), entry)
        except Unfit as unfit:
            rejects.append(Reject(feed, unfit.reason, unfit.detail))
    again = frozenset(e.url for e in entries.values() if (at := visitor.kept_at(e.url)) is not None and e.changed > at)
    there = frozenset(e.url for e in entries.values() if visitor.kept_at(e.url) is not None)

    def fetch(url: str) -> Page:
        # A page that the feed does not call changed is not asked for again, however long it is kept.
        return visitor.page(url, again=url in again, ever=url in there and url not in again)

    given = replace(terms or Terms(), fetch=fetch, told={e.url: e.told for e in entries.values() if e.told})
    return Watched(tuple(e.url for e in entries.values()), given, tuple(rejects))


def _entries(url: str, visitor: Visitor, depth: int) -> list[Entry]:
    answer = visitor.answer(url, again=True)
    if answer.status != 200:
        raise Unfit(Reason.UNREADABLE, f"the server answers {answer.status} {answer.said}".rstrip())
    feed: Feed = parse(unpacked(answer.data), answer.url)
    found = list(feed.entries)
    if feed.further and depth >= _DEEPEST:
        raise Unfit(Reason.TOO_LARGE, "sitemaps within sitemaps within sitemaps")
    for further in _newest(feed.further, MOST_FURTHER):
        found += _entries(further.url, visitor, depth + 1)
    return found


def _newest(entries: Sequence[Entry], number: int) -> list[Entry]:
    """The entries that were changed last; those of which that is not said keep their order behind them."""
    return sorted(entries, key=lambda entry: -entry.changed)[:number]
