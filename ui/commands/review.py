"""Review what is likely one thing under two names: list the pairs with the reasons, accept one (which writes a merge into the log of corrections) or
refuse it (it is then proposed no more). Pairs are numbered as listed, the likeliest first; `greenroom fix undo` takes either
back. `why` tells for each article by which rule or correction what it names is taken to be a thing.
"""

from __future__ import annotations

import argparse
import getpass
from typing import Any

from ui import options

SUMMARY = "accept or refuse what is likely one thing under two names"
EXAMPLES = """
    greenroom review
    greenroom review show 1
    greenroom review accept 1
    greenroom review refuse 2 --why "father and son"
    greenroom review why "Kamala Harris"
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument(
        "what", nargs="?", choices=("list", "show", "accept", "refuse", "why"), default="list", help="what to do (default: list)"
    )
    command.add_argument("word", nargs="?", metavar="NUMBER", help="the pair's number in the list; for why: the id or name of a thing")
    command.add_argument("--why", default="", help="the reason, for those who come after")
    command.add_argument("--who", default="", help="who says so (default: your user's name)")
    options.output_format(command)
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Review; the exit status is 0."""
    from etl.reviewing import accept, proposed, reasons, refuse
    from etl.targets import entity
    from graph.errors import InputError
    from ui.commands.fix import told
    from ui.rows import write
    from ui.stores import existing

    if (args.what == "list") is not (args.word is None):
        raise InputError(
            f"greenroom review {args.what} {'takes no number' if args.what == 'list' else 'needs a number, or a name for why'}"
        )
    with existing(args.store, read_only=args.what in ("list", "show", "why")) as store:
        if args.what == "list":
            rows: list[dict[str, Any]] = [
                {"number": n, "one": p.names[0], "other": p.names[1], "why": list(p.reasons), "ids": [p.one, p.other]}
                for n, p in enumerate(proposed(store), 1)
            ]
            write(("number", "one", "other", "why", "ids"), rows, args.format)
        elif args.what == "why":
            found = reasons(store, entity(store, args.word)[0])
            write(("article", "name", "why"), [{"article": r.article, "name": r.name, "why": r.why} for r in found], args.format)
        elif args.what == "show":
            _show(store, _number(args.word))
        else:
            decide = accept if args.what == "accept" else refuse
            done = decide(store, _number(args.word), who=args.who or getpass.getuser(), why=args.why)
            print(f"{done.number}: {told(done)}")
    return 0


def _number(word: str) -> int:
    from graph.errors import InputError

    if not word.isdecimal():
        raise InputError(f"{word!r} is not the number of a pair")
    return int(word)


def _show(store: Any, number: int) -> None:
    from etl.reviewing import context, proposed
    from graph.errors import InputError
    from ui.rows import visible

    found = proposed(store)
    if not 1 <= number <= len(found):
        raise InputError(f"there is no proposal {number}: greenroom review lists {len(found)}")
    p = found[number - 1]
    print(visible(f"{p.names[0]} / {p.names[1]}: {'; '.join(p.reasons)}"))
    for node, name in zip((p.one, p.other), p.names, strict=True):
        print(visible(f"\n{name} ({node})"))
        for quote, title in context(store, node).sentences:
            print(visible(f"  “{quote}” – {title}"))
