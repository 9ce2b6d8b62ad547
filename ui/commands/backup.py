"""Write all facts and corrections of a store into one compressed file; others may go on loading and reading."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui import options

SUMMARY = "write everything a store holds into one file"
EXAMPLES = """
    greenroom backup monday.greenroom.gz
    greenroom backup /backups/$(date +%F).greenroom.gz --store neo4j://localhost:7687
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("file", metavar="FILE", type=Path, help="the file to write")
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Back up."""
    from etl.backup import backup
    from ui.progress import progress
    from ui.stores import existing

    with existing(args.store) as store, progress("writing") as step:
        count = backup(store, args.file, progress=step)
    print(f"{args.file}: {count:,} articles")
    return 0
