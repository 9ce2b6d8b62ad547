"""Print every time expression of articles as JSON Lines, with its TIMEX3 type and value, in text order; rejects go to standard error.

Values are resolved against the article's publication date; `null` where the words have none without it, or without something that the
text does not date. `start` and `end` count code points in the article's text.
"""

from __future__ import annotations

import argparse

from ui import options

SUMMARY = "print the time expressions of articles"
EXAMPLES = """
    greenroom dates article.md
    greenroom dates articles/ -o dates.jsonl
    cat article.md | greenroom dates - | jq -r 'select(.type == "DURATION") | .text'
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("paths", metavar="PATH", nargs="+", help="article files or folders of them; - for standard input")
    command.add_argument("-o", "--output", metavar="FILE", default="-", help="where to write (default: - for standard output)")
    options.strict(command)


def run(args: argparse.Namespace) -> int:
    """Print them; the exit status is 0, or 1 with --strict and rejects."""
    import json

    from etl.extract import read
    from etl.rejects import Reject
    from etl.transform.dates import times
    from ui.outputs import text_output
    from ui.rejected import tell

    rejects = []
    with text_output(args.output) as out:
        for _, item in read(args.paths):
            if isinstance(item, Reject):
                rejects.append(item)
                continue
            for t in times(item.text, item.published):
                row = {"article": item.id, "start": t.start, "end": t.end, "text": t.text, "type": t.type, "value": t.value or None}
                out.write(json.dumps(row, ensure_ascii=False) + "\n")
    tell(rejects)
    return 1 if args.strict and rejects else 0
