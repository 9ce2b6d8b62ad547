"""Remove an article from the store, with its facts and whatever rested on it alone."""

from __future__ import annotations

import argparse

from ui import options

SUMMARY = "remove an article and its facts from the store"
EXAMPLES = """
    greenroom remove 2024-08-13-x-interview
    greenroom remove 2024/05/news --store bolt://localhost:7687
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("article", metavar="ARTICLE_ID", help="the article's id: its file's name without the ending")
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Remove the article."""
    from etl.load import loaded, remove
    from graph.errors import InputError
    from ui.stores import existing

    with existing(args.store, read_only=False) as store:
        if args.article not in loaded(store):
            raise InputError(f"there is no article {args.article} in {store.name}")
        remove(store, args.article)
    print(f"removed {args.article}")
    return 0
