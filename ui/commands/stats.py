"""Print how many nodes and edges of each kind the store holds."""

from __future__ import annotations

import argparse

from ui import options

SUMMARY = "count what the store holds"
EXAMPLES = """
    greenroom stats
    greenroom stats --format json
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    options.store(command)
    options.output_format(command)


def run(args: argparse.Namespace) -> int:
    """Print the counts."""
    from graph.subgraph import counts
    from ui.rows import write
    from ui.stores import existing

    with existing(args.store) as store:
        found = counts(store)
    write(("name", "count"), [{"name": name, "count": count} for name, count in found.items()], args.format)
    return 0
