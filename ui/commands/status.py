"""Tell how a store stands: articles by the version that read them, what waits to be loaded, size, and what to do next."""

from __future__ import annotations

import argparse

from ui import options

SUMMARY = "tell how a store stands and what to do next"
EXAMPLES = """
    greenroom status
    greenroom status --store neo4j://localhost:7687 --format json
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    options.store(command)
    options.output_format(command)


def run(args: argparse.Namespace) -> int:
    """Print the state."""
    from etl.standing import standing
    from ui.rows import write
    from ui.stores import existing

    with existing(args.store, older=True) as store:
        rows = [{"what": what, "value": value} for what, value in standing(store)]
    write(("what", "value"), rows, args.format)
    return 0
