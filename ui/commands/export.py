"""Write the whole graph to files: CSV for spreadsheets and pandas, GraphML and GEXF for Gephi, JSON, or Cypher to load elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui import options

SUMMARY = "write the graph to files"
EXAMPLES = """
    greenroom export csv -o tables/
    greenroom export graphml
    greenroom export cypher -o dump/
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    from graph.export import EXPORTS

    command.add_argument("kind", choices=tuple(EXPORTS), help="the format")
    command.add_argument("-o", "--output", metavar="DIR", default="export", help="the folder to write to (default: export)")
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Write the files and name them."""
    from graph.export import export
    from graph.store import Store

    with Store.open(args.store, read_only=True) as store:
        for path in export(store, args.kind, Path(args.output)):
            print(path)
    return 0
