"""Read the newest articles that feeds and sitemaps name, and load their facts; once, or again and again with --every.

RSS, Atom, JSON Feed, sitemaps, and web pages that name their feed. robots.txt is kept to, a server is asked at most once a second and left
alone as long as it asks for; feeds and pages are kept in a folder (GREENROOM_CACHE says which) and asked for again only on the condition that
they have changed. The exit status is 1 when no feed could be read.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from graph.errors import StoreUnavailable
from ui import intake, options

if TYPE_CHECKING:
    from etl.extract.visitor import Visitor
    from etl.rejects import Reject

SUMMARY = "read the newest articles of feeds and sitemaps, once or regularly"
EXAMPLES = """
    greenroom watch https://example.org/feed.xml
    greenroom watch https://example.org/feed.xml https://example.com/news-sitemap.xml --every 30
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument(
        "feeds", metavar="FEED", nargs="+", type=_address, help="address of a feed, a sitemap, or a page that names its feed"
    )
    command.add_argument("--every", metavar="MINUTES", type=options.count, help="look again after so many minutes, until Ctrl-C")
    command.add_argument("--newest", metavar="N", type=options.count, default=100, help="articles of each feed, the newest (default: 100)")
    intake.private(command)
    options.store(command)
    options.workers(command)
    options.strict(command)


def run(args: argparse.Namespace) -> int:
    """Watch; the exit status is 0, or 1 where no feed could be read, or with --strict and rejects."""
    from ui.rejected import tell

    visitor = intake.visitor(args)
    told: set[str] = set()
    while True:
        try:
            status, rejects = _round(args, visitor)
        except StoreUnavailable as err:
            # A store that is away for a while does not end the watch; the pages are kept.
            if args.every is None:
                raise
            print(f"greenroom: {err}; the next look is in {args.every} minutes", file=sys.stderr, flush=True)
            status, rejects = 1, ()
        # Each reject is told once, not in every round.
        tell([r for r in rejects if str(r) not in told])
        told.update(map(str, rejects))
        if args.every is None:
            return status
        time.sleep(60 * args.every)


def _round(args: argparse.Namespace, visitor: Visitor) -> tuple[int, tuple[Reject, ...]]:
    """One look at all feeds: the exit status that it would give, and what was left out."""
    from etl.extract.watching import watched
    from etl.run import ingest
    from ui.commands.fix import remind
    from ui.progress import progress
    from ui.stores import opened

    found = watched(args.feeds, visitor, newest=args.newest)
    with opened(args.store) as store, progress("reading") as step:
        summary = ingest(found.urls, store, workers=args.workers, progress=step, terms=found.terms)
        remind(store)
    visitor.tidy()
    print(
        f"{len(args.feeds) - len(found.rejects)} of {len(args.feeds)} feeds read, {len(found.urls)} articles named; {summary}", flush=True
    )
    rejects = (*found.rejects, *summary.rejects)
    return (1 if len(found.rejects) == len(args.feeds) or (args.strict and rejects) else 0), rejects


def _address(word: str) -> str:
    if not word.lower().startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError(f"{word!r} does not begin with http:// or https://")
    return word
