"""Write the whole graph to files: CSV for spreadsheets, Parquet for pandas, GraphML and GEXF for Gephi, JSON, or what loads elsewhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from ui import options

SUMMARY = "write the graph to files"
EXAMPLES = """
    greenroom export csv -o tables/
    greenroom export gexf
    greenroom export facts -o kept/ && greenroom load kept/facts.jsonl --store other.db
    greenroom export cypher -o dump/
    greenroom export neo4j-admin -o files/ && cd files/ && neo4j-admin database import full neo4j @import.args
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument(
        "kind", metavar="KIND", type=_kind, help="csv, json, json-ld, parquet, graphml, gexf, cypher, facts or neo4j-admin"
    )
    command.add_argument("-o", "--output", metavar="DIR", default="export", help="the folder to write to (default: export)")
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Write the files and name them."""
    from graph.export import export
    from ui.progress import progress
    from ui.stores import existing

    with existing(args.store) as store:
        with progress("writing", "nodes and links") as step:
            paths = export(store, args.kind, Path(args.output), progress=step)
        for path in paths:
            print(path)
    return 0


def _kind(word: str) -> str:
    # The formats are looked up when one is named: help must not wait for the store's driver.
    from graph.errors import InputError
    from graph.export import exporter

    try:
        exporter(word)
    except InputError as err:
        raise argparse.ArgumentTypeError(str(err)) from err
    return word
