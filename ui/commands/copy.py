"""Copy all articles of one store into another, from the embedded engine to a Neo4j server or back, and compare the two graphs.

Two servers with different users: NEO4J_FROM_USERNAME, NEO4J_FROM_PASSWORD and NEO4J_FROM_DATABASE go before NEO4J_USERNAME and so on for
the one that is read, NEO4J_TO_… for the one that is filled. A password that none of them says is asked for.
"""

from __future__ import annotations

import argparse

SUMMARY = "copy a store into another, and compare them"
EXAMPLES = """
    greenroom copy --from greenroom.db --to neo4j://localhost:7687
    greenroom copy --from neo4j://localhost:7687 --to backup.db
    NEO4J_TO_USERNAME=ann greenroom copy --from neo4j://localhost:7687 --to neo4j+s://graph.example.org
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    help_ = "a folder, or neo4j://, bolt:// … of a server"
    command.add_argument("--from", dest="source", metavar="URL", required=True, help=f"the store to read: {help_}")
    command.add_argument("--to", dest="target", metavar="URL", required=True, help=f"the store to fill, which must be empty: {help_}")


def run(args: argparse.Namespace) -> int:
    """Copy; a copy that was stopped goes on where it was when run again."""
    from etl.copying import copy
    from ui.progress import progress
    from ui.stores import existing, opened

    with existing(args.source, end="FROM") as source, opened(args.target, end="TO") as target, progress("copying") as step:
        articles, copied = copy(source, target, progress=step)
        print(f"{articles:,} {'article' if articles == 1 else 'articles'}: {copied:,} copied; {target.name} has the same graph")
    return 0
