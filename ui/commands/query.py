"""Run a Cypher query, read-only, and print its rows."""

from __future__ import annotations

import argparse
import sys

from ui import options

SUMMARY = "run a read-only Cypher query"
EXAMPLES = """
    greenroom query 'MATCH (p:Person)-[:APPEARED_IN]->(a) RETURN p.name, count(a) AS times ORDER BY times DESC LIMIT 10'
    greenroom query 'MATCH (n {name: $name}) RETURN n' --param name='Joe Rogan' --format json
    greenroom query - < question.cypher --format csv
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("cypher", metavar="CYPHER", help="the query; - reads it from standard input")
    command.add_argument(
        "--param", metavar="NAME=VALUE", type=options.pair, action="append", default=[], help="a parameter; JSON or text; repeatable"
    )
    command.add_argument("--limit", metavar="N", type=options.count, default=1000, help="rows at most (default: 1000)")
    command.add_argument("--timeout", metavar="SECONDS", type=options.count, default=30, help="time at most (default: 30)")
    options.store(command)
    options.output_format(command)


def run(args: argparse.Namespace) -> int:
    """Print the rows; says on standard error when there were more."""
    from ui.rows import write
    from ui.stores import existing

    cypher = sys.stdin.read() if args.cypher == "-" else args.cypher
    params = {name: options.json_or_text(value) for name, value in args.param}
    with existing(args.store) as store:
        result = store.console(cypher, params, timeout=args.timeout, limit=args.limit)
    write(result.columns, result.rows, args.format)
    if result.truncated:
        print(f"greenroom: only the first {len(result.rows):,} rows", file=sys.stderr)
    return 0
