"""Correct the graph: what a person says against what was read. Every correction stands in a log, with who, when and why; it holds again after
every load, reading anew, rebuild and copy, and can be undone.

Things are named by their id, as `query` and the explorer show it, or by a name that only one thing bears.
"""

from __future__ import annotations

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

from ui import options

if TYPE_CHECKING:
    from graph.corrections import Correction
    from graph.store import Store

SUMMARY = "correct the graph: merge, split, rename, retype, reject, alias, date; list, undo, redo"
EXAMPLES = """
    greenroom fix merge "K. Harris" "Kamala Harris" --why "the same person"
    greenroom fix split "John Smith" --in 2024-08-13-x --as "John Smith (Ohio)"
    greenroom fix rename Show.night-shift "The Night Shift"
    greenroom fix retype "Night Shift" Show
    greenroom fix reject "OWNS|Organization.halden-media|Show.night-shift" --why "it sold the show"
    greenroom fix alias "Mark Zuckerberg" Zuck
    greenroom fix date Appearance.0a1b2c3d4e5f6071 2024-08-12
    greenroom fix list --format csv > corrections.csv
    greenroom fix --from corrections.csv
    greenroom fix undo 3
"""
_NEEDS = {
    "merge": "THING INTO", "split": "THING --in ARTICLE [--as NAME]", "rename": "THING NAME", "retype": "THING TYPE",
    "reject": "THING", "alias": "THING NAME", "date": "APPEARANCE DATE", "list": "", "undo": "[NUMBER]", "redo": "[NUMBER]",
}  # fmt: skip
_COLUMNS = ("number", "kind", "about", "targets", "value", "who", "when", "why", "state")


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("what", nargs="?", choices=tuple(_NEEDS), help="what to do; each needs what the examples show")
    command.add_argument("words", nargs="*", metavar="WORD", help="an id or a name, and what it comes to; a number for undo and redo")
    command.add_argument("--in", dest="articles", metavar="ARTICLE_ID", action="append", default=[], help="split: an article (repeatable)")
    command.add_argument("--as", dest="name", metavar="NAME", default="", help="split: what is split off is called so")
    command.add_argument("--from", dest="file", metavar="FILE.csv", help="add the corrections in a file, as `list --format csv` writes it")
    command.add_argument("--why", default="", help="the reason, for those who come after")
    command.add_argument("--who", default="", help="who says so (default: your user's name)")
    options.output_format(command)
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Correct; the exit status is 0."""
    from graph.errors import InputError
    from ui.stores import existing

    if (args.what is None) is (args.file is None):
        raise InputError(f"say either what to do ({', '.join(_NEEDS)}) or --from FILE.csv")
    with existing(args.store, read_only=args.what == "list") as store:
        if args.file is not None:
            _read(store, args.file)
        elif args.what == "list":
            _list(store, args.format)
        elif args.what in ("undo", "redo"):
            _switch(store, args.what, args.words)
        else:
            _add(store, args)
    return 0


def _add(store: Store, args: argparse.Namespace) -> None:
    from etl.correcting import add

    for c in add(store, [_correction(store, args)]):
        print(f"{c.number}: {told(c)}")
        return
    print("that is in the log already")


def _correction(store: Store, args: argparse.Namespace) -> Correction:
    from etl.targets import correction
    from graph.errors import InputError

    wanted = 1 if args.what in ("reject", "split") else 2
    if len(args.words) != wanted:
        raise InputError(f"greenroom fix {args.what} needs {_NEEDS[args.what]}")
    value = args.words[1] if wanted == 2 else args.name
    who = args.who or getpass.getuser()
    return correction(store, args.what, args.words[0], value, articles=args.articles, who=who, why=args.why)


def _read(store: Store, file: str) -> None:
    from pathlib import Path

    from etl.correcting import add, unfound
    from etl.corrections_csv import read_csv

    given = read_csv(Path(file))
    added = add(store, given)
    print(f"{len(added)} corrections added, {len(given) - len(added)} were there")
    _complain(unfound(store))


def _switch(store: Store, what: str, words: list[str]) -> None:
    from etl.correcting import redo, undo
    from graph.errors import InputError

    if len(words) > 1 or not all(w.isdecimal() for w in words):
        raise InputError(f"greenroom fix {what} needs the number of a correction, or nothing")
    done = (undo if what == "undo" else redo)(store, int(words[0]) if words else None)
    print(f"{'undone' if what == 'undo' else 'in force again'} {done.number}: {told(done)}")


def _list(store: Store, form: str) -> None:
    from etl.correcting import unfound
    from etl.corrections_csv import write_csv
    from etl.corrections_log import log
    from ui.rows import write

    found = log(store)
    lost = unfound(store, found)
    if form == "csv":
        write_csv(found, sys.stdout)
    else:
        rows = []
        for c in found:
            state = "undone" if not c.active else "finds nothing" if c in lost else "in force"
            values = {"about": c.about, "targets": list(c.targets), "value": c.value, "who": c.who, "when": c.when, "why": c.why}
            rows.append({"number": c.number, "kind": c.kind, **values, "state": state})
        write(_COLUMNS, rows, form)
    _complain(lost)


def told(c: Correction) -> str:
    """A correction in one line."""
    from ui.rows import visible

    value = f" → {c.value}" if c.value else ""
    return visible(f"{c.kind} {c.about or ', '.join(c.targets)}{value}" + (f" ({c.why})" if c.why else ""))


def _complain(lost: tuple[Correction, ...]) -> None:
    for c in lost:
        print(f"finds nothing: {c.number}: {told(c)}", file=sys.stderr)


def remind(store: Store) -> None:
    """Say on standard error how many corrections find nothing in what is loaded."""
    from etl.correcting import unfound

    lost = unfound(store)
    if lost:
        numbers = ", ".join(str(c.number) for c in lost[:20])
        print(f"{len(lost)} corrections find nothing to correct ({numbers}): greenroom fix list", file=sys.stderr)
