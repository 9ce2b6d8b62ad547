"""Read articles and load their facts into the store; what is already loaded unchanged is passed over.

The exit status is 1 when there were articles and not one could be read; with --strict also when any was rejected.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ui import intake, options

SUMMARY = "read articles and load their facts into the store"
EXAMPLES = """
    greenroom ingest articles/ --workers 2
    greenroom ingest archive.zip scans.pdf crawl.warc.gz --published 2024-08-13
    greenroom ingest rows.csv --column title=headline --column text=story
    greenroom ingest https://example.org/a-talk pages.urls
    greenroom ingest archive/ --workers 4 --shards facts/ && greenroom load facts/*.jsonl --store other.db
    greenroom ingest archive/ --engine dask --scheduler tcp://10.0.0.5:8786 --store neo4j://db.example.org:7687
    greenroom ingest answer.json --fetch --store neo4j://localhost:7687
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("paths", metavar="PATH", nargs="+", help=intake.PATHS)
    command.add_argument("--again", action="store_true", help="read also what is loaded and has not changed, for example after an update")
    intake.terms_of_files(command)
    command.add_argument(
        "--shards", metavar="DIR", type=Path,
        help="keep the facts there as they are read, for another store too (default: beside the store, until all is loaded)",
    )  # fmt: skip
    command.add_argument(
        "--engine", choices=("local", "dask"), default="local", help="where articles are read (default: local, this machine)"
    )
    command.add_argument("--scheduler", metavar="ADDRESS", help="with --engine dask: its scheduler, for example tcp://10.0.0.5:8786")
    options.store(command)
    options.workers(command)
    options.strict(command)


def run(args: argparse.Namespace) -> int:
    """Ingest; the exit status is 0, or 1 where nothing could be read, or with --strict and rejects."""
    from etl.distributed import dask
    from etl.extract import READERS
    from etl.extract.files import plan
    from etl.run import ingest
    from graph.errors import InputError
    from ui.commands.fix import remind
    from ui.progress import progress
    from ui.rejected import nothing_read, tell
    from ui.stores import opened

    if (args.engine == "dask") != (args.scheduler is not None):
        raise InputError("--engine dask and --scheduler ADDRESS go together")
    engine = dask(args.scheduler) if args.scheduler else None
    plan(args.paths, READERS)  # a path that is not there is told before a store is made
    with opened(args.store) as store, progress("reading") as step:
        summary = ingest(
            args.paths,
            store,
            again=args.again,
            workers=args.workers,
            progress=step,
            terms=intake.terms(args),
            shards=args.shards,
            engine=engine,
        )
        remind(store)
    tell(summary.rejects)
    print(summary)
    if summary.articles == 0:
        print(f"greenroom: no articles found in {' '.join(args.paths)}", file=sys.stderr)
    return 1 if nothing_read(summary.articles, summary.rejects) or (args.strict and summary.rejects) else 0
