"""Load facts, written by `greenroom extract` or any other program in the same format, into the store."""

from __future__ import annotations

import argparse

from ui import options

SUMMARY = "load facts (JSON Lines) into the store"
EXAMPLES = """
    greenroom load facts.jsonl
    greenroom extract articles/ | greenroom load -
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("files", metavar="FACTS", nargs="+", help="files of JSON Lines; - for standard input")
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Load; a line that is not of the format stops the run before anything of its file after it is loaded."""
    from etl.run import load_files
    from ui.commands.fix import remind
    from ui.progress import progress
    from ui.stores import opened

    with opened(args.store) as store, progress("loading") as step:
        summary = load_files(args.files, store, progress=step)
        remind(store)
    print(summary)
    return 0
