"""Print what the graph may say: labels of nodes, types of edges, and relation types with their direction."""

from __future__ import annotations

import argparse

from ui import options

SUMMARY = "print the labels and relation types"
EXAMPLES = """
    greenroom ontology
    greenroom ontology --format csv > ontology.csv
    greenroom ontology --format json | head
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    options.output_format(command)


def run(args: argparse.Namespace) -> int:
    """Print the ontology."""
    from graph.ontology import ontology
    from ui.rows import write

    known = ontology()
    columns = ("kind", "name", "from", "to", "meaning", "example")
    rows = [(label.role, label.name, "", "", label.meaning, "") for label in known.labels.values()]
    for edge in known.edges.values():
        kind = "relation" if edge.relation else "edge"
        rows.append((kind, edge.name, ", ".join(edge.sources), ", ".join(edge.targets), edge.meaning, edge.example))
    write(columns, [dict(zip(columns, row, strict=True)) for row in rows], args.format)
    return 0
