"""Read articles and write their facts as JSON Lines, one article a line, in input order; rejects go to standard error."""

from __future__ import annotations

import argparse

from ui import intake, options

SUMMARY = "read articles, write their facts as JSON Lines"
EXAMPLES = """
    greenroom extract article.md
    greenroom extract articles/ -o facts.jsonl --workers 2
    cat article.md | greenroom extract - | jq '.appearances[]'
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("paths", metavar="PATH", nargs="+", help=intake.PATHS)
    command.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write (default: - for standard output)")
    intake.terms_of_files(command)
    options.workers(command)
    options.strict(command)


def run(args: argparse.Namespace) -> int:
    """Extract; the exit status is 0, or 1 where nothing could be read, or with --strict and rejects."""
    from etl.run import Reading
    from ui.outputs import text_output
    from ui.progress import progress
    from ui.rejected import nothing_read, tell

    with progress("reading") as step:
        reading = Reading(args.paths, workers=args.workers, progress=step, terms=intake.terms(args))
        read = 0
        with text_output(args.output) as out:
            for facts in reading:
                out.write(facts.to_json() + "\n")
                out.flush()
                read += 1
    tell(reading.rejects)
    return 1 if nothing_read(read + len(reading.rejects), reading.rejects) or (args.strict and reading.rejects) else 0
