"""Read articles and load their facts into the store; what is already loaded unchanged is passed over."""

from __future__ import annotations

import argparse
import sys

from ui import options

SUMMARY = "read articles and load their facts into the store"
EXAMPLES = """
    greenroom ingest articles/
    greenroom ingest articles/ --workers 2 --strict
    greenroom ingest page.html dump.jsonl --store neo4j://localhost:7687
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("paths", metavar="PATH", nargs="+", help="article files or folders of them; - for standard input")
    command.add_argument("--again", action="store_true", help="read also what is loaded and has not changed, for example after an update")
    options.store(command)
    options.workers(command)
    options.strict(command)


def run(args: argparse.Namespace) -> int:
    """Ingest; the exit status is 0, or 1 with --strict and rejects."""
    from etl.extract import READERS
    from etl.extract.files import plan
    from etl.run import ingest
    from ui.progress import progress
    from ui.rejected import tell
    from ui.stores import opened

    plan(args.paths, READERS)  # a path that is not there is told before a store is made
    with opened(args.store) as store, progress("reading") as step:
        summary = ingest(args.paths, store, again=args.again, workers=args.workers, progress=step)
    tell(summary.rejects)
    print(summary)
    if summary.articles == 0:
        print(f"greenroom: no articles found in {' '.join(args.paths)}", file=sys.stderr)
    return 1 if args.strict and summary.rejects else 0
