"""Compute the graph of a store anew from what was kept of each article, as after an update; nothing is read again, and nothing is lost."""

from __future__ import annotations

import argparse

from ui import options

SUMMARY = "compute the graph anew, as after an update"
EXAMPLES = """
    greenroom rebuild
    greenroom rebuild --store neo4j://localhost:7687
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Rebuild; one that was stopped begins again."""
    from etl.rebuilding import rebuild
    from ui.progress import progress
    from ui.stores import existing

    with existing(args.store, read_only=False, older=True) as store, progress("rebuilding") as step:
        articles = rebuild(store, progress=step)
    print(f"{articles:,} {'article' if articles == 1 else 'articles'}: the graph is computed anew")
    return 0
