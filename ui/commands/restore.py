"""Fill an empty store from a file that `greenroom backup` wrote; run it again if it broke off."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui import options

SUMMARY = "fill an empty store from a backup"
EXAMPLES = """
    greenroom restore monday.greenroom.gz --store restored.db
    greenroom restore monday.greenroom.gz --store neo4j://localhost:7687
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("file", metavar="FILE", type=Path, help="the backup")
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Restore."""
    from etl.backup import checked, restore
    from graph.errors import InputError
    from ui.progress import progress
    from ui.stores import opened

    if not args.file.is_file():
        raise InputError(f"no such file: {args.file}")
    contents = checked(args.file)  # a damaged file is told before a store is made
    with opened(args.store) as store, progress("restoring") as step:
        count = restore(contents, store, progress=step)
    print(f"{store.name}: {count:,} articles")
    return 0
