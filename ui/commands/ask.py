"""Answer one of the shipped questions; without a name, list them."""

from __future__ import annotations

import argparse
import sys

from ui import options

SUMMARY = "answer a shipped question, or list them"
EXAMPLES = """
    greenroom ask
    greenroom ask appearances
    greenroom ask in_common a='Donald Trump' b='Elon Musk' --format csv
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("name", metavar="NAME", nargs="?", help="the question's name; none: list the questions")
    command.add_argument("params", metavar="NAME=VALUE", type=options.pair, nargs="*", help="its parameters")
    options.store(command)
    options.output_format(command)


def run(args: argparse.Namespace) -> int:
    """Print the answer's rows, or the questions."""
    from graph.queries import ask, questions
    from ui.rows import write
    from ui.stores import existing

    if args.name is None:
        rows = [
            {"name": q.name, "question": q.question, "parameters": " ".join(f"{p.name}=" for p in q.parameters)}
            for q in questions().values()
        ]
        write(("name", "question", "parameters"), rows, args.format)
        return 0
    with existing(args.store) as store:
        result = ask(store, args.name, dict(args.params))
    write(result.columns, result.rows, args.format)
    if result.truncated:
        print(f"greenroom: only the first {len(result.rows):,} rows", file=sys.stderr)
    given = {p.name: p.default for p in questions()[args.name].parameters} | dict(args.params)
    if result.rows and str(len(result.rows)) == str(given.get("limit")):
        print(f"greenroom: there may be more: skip={int(given.get('skip', 0)) + len(result.rows)}", file=sys.stderr)
    return 0
