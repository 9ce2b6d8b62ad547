"""Look whether everything that Greenroom needs is here, and say what to do about what is not."""

from __future__ import annotations

import argparse

from ui import options

SUMMARY = "check Python, model, store, port, disk and memory"
EXAMPLES = """
    greenroom doctor
    greenroom doctor --store neo4j://localhost:7687 --port 8600
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("--port", metavar="N", type=int, default=8501, help="the explorer's port (default: 8501)")
    options.store(command)
    options.output_format(command)


def run(args: argparse.Namespace) -> int:
    """Check; the exit status is 1 if something is broken."""
    from ui.health import BROKEN, examine
    from ui.rows import write

    found = examine(args.store, args.port)
    write(
        ("check", "state", "found", "to do"),
        [{"check": f.check, "state": f.state, "found": f.found, "to do": f.cure} for f in found],
        args.format,
    )
    return 1 if any(f.state == BROKEN for f in found) else 0
