"""Remove articles from the store, with their facts and whatever rested on them alone: by id, by outlet, or by age.

By outlet or age it first says how many there are; on a terminal it asks, elsewhere it wants --yes.
"""

from __future__ import annotations

import argparse
import sys

from ui import intake, options

SUMMARY = "remove articles and their facts from the store"
EXAMPLES = """
    greenroom remove 2024-08-13-x-interview
    greenroom remove --before 2020-01-01 --dry-run
    greenroom remove --outlet 'Harbour Wire' --before 2023-06-01 --yes
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("articles", metavar="ARTICLE_ID", nargs="*", help="ids: an article's id is its file's name without the ending")
    command.add_argument("--outlet", metavar="NAME", help="those published by this outlet")
    command.add_argument("--before", metavar="DATE", type=intake.day, help="those published before this ISO day; undated ones stay")
    command.add_argument("--dry-run", action="store_true", help="list them, and remove nothing")
    command.add_argument("--yes", action="store_true", help="do not ask")
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Remove; nothing is removed if one of the ids is not there."""
    from etl.load import chosen, loaded, remove_all
    from graph.errors import InputError
    from ui.progress import progress
    from ui.stores import existing

    if bool(args.articles) == bool(args.outlet or args.before):
        raise InputError("name articles, or an outlet or a day, and not both")
    with existing(args.store, read_only=False) as store:
        if args.articles:
            there = loaded(store)
            missing = [a for a in args.articles if a not in there]
            if missing:
                raise InputError(f"there is no article {missing[0]} in {store.name}")
            wanted = list(dict.fromkeys(args.articles))
        else:
            wanted = chosen(store, outlet=args.outlet, before=args.before)
        if args.dry_run:
            print("\n".join(wanted), end="\n" if wanted else "")
            return 0
        if not args.articles and wanted and not args.yes and not _agreed(len(wanted)):
            raise InputError(f"{len(wanted):,} articles would be removed: say --yes if that is meant")
        with progress("removing") as step:
            removed = remove_all(store, wanted, progress=step)
    print(f"removed {args.articles[0]}" if len(args.articles) == 1 else f"removed {removed:,} {'article' if removed == 1 else 'articles'}")
    return 0


def _agreed(count: int) -> bool:
    if not sys.stdin.isatty():
        return False
    return input(f"Remove {count:,} articles? [y/N] ").strip().lower() in ("y", "yes")
