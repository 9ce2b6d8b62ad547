"""Take back the last imports: what each run of ingest, watch or load, or a load in the explorer, brought and replaced.

The store keeps a log of the last ten. An article that was changed otherwise since then stays as it is. On a terminal it asks first, elsewhere
it wants --yes.
"""

from __future__ import annotations

import argparse
import sys

from ui import options

SUMMARY = "take back the last imports"
EXAMPLES = """
    greenroom undo --list
    greenroom undo
    greenroom undo --steps 2 --yes
"""
_COLUMNS = ("import", "when", "from", "articles", "state")


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("--list", action="store_true", help="list the imports in the log, the last one first, and take nothing back")
    command.add_argument("--steps", metavar="N", type=_number, default=1, help="how many imports to take back (default: 1)")
    command.add_argument("--yes", action="store_true", help="do not ask")
    options.store(command)
    options.output_format(command)


def run(args: argparse.Namespace) -> int:
    """List the imports, or take the last ones back and say what came of it."""
    from etl.imports import imports, take_back
    from graph.errors import InputError
    from ui.rows import visible, write
    from ui.stores import existing

    with existing(args.store, read_only=args.list) as store:
        log = imports(store)
        if args.list:
            states = ("too large to be taken back", "")
            rows = [dict(zip(_COLUMNS, (i.step, i.when, i.what, len(i.articles), states[not i.large]), strict=True)) for i in log]
            write(_COLUMNS, rows, args.format)
            return 0
        if len(log) < args.steps:
            raise InputError(f"the log of {store.name} has {len(log)} imports, not {args.steps}")
        if not args.yes and not _agreed([f"{i.when} from {i.what}: {len(i.articles):,} articles" for i in log[: args.steps]]):
            raise InputError("nothing was taken back: say --yes if that is meant")
        for one in log[: args.steps]:
            undone = take_back(store)
            print(visible(f"import {one.step} from {one.what}: {_articles(len(undone.articles))} as before"))
            for article in undone.left:
                print(visible(f"greenroom: {article} was changed otherwise since, and stays"), file=sys.stderr)
    return 0


def _agreed(lines: list[str]) -> bool:
    from ui.rows import visible

    if not sys.stdin.isatty():
        return False
    print("\n".join(map(visible, lines)))
    return input("Take back? [y/N] ").strip().lower() in ("y", "yes")


def _number(word: str) -> int:
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word!r} is no number from 1 on")
    return int(word)


def _articles(number: int) -> str:
    return f"{number:,} {'article is' if number == 1 else 'articles are'}"
