"""What exports cost: seconds and memory of each format, `python -m benchmarks.exports STORE [--format graphml]`.

Each format is written by a process of its own into a folder that is thrown away; its memory is what the process takes beyond opening the
store, the engine's not included. Prints a table for docs/benchmarks.md.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from graph.export import EXPORTS, export
from graph.store import Store
from graph.subgraph import counts


def main() -> None:
    """Measure and print."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("store", help="a folder or the address of a server")
    command.add_argument("--format", choices=EXPORTS, action="append", help="only this")
    command.add_argument("--here", help=argparse.SUPPRESS)
    args = command.parse_args()
    if args.here:
        _measure(args.store, args.here)
        return
    print("| format | seconds | memory | files |\n| --- | --- | --- | --- |")
    for name in args.format or EXPORTS:
        again = [sys.executable, "-m", "benchmarks.exports", args.store, "--here", name]
        found = json.loads(subprocess.run(again, check=True, stdout=subprocess.PIPE, text=True).stdout)
        print(f"| {name} | {found['seconds']:,.0f} | {found['more'] / 1e6:,.0f} MB | {found['bytes'] / 1e6:,.0f} MB |", flush=True)


def _measure(url: str, name: str) -> None:
    with Store.open(url, read_only=True) as store, tempfile.TemporaryDirectory(prefix="exports-") as folder:
        counts(store)
        before = _most()
        begun = time.perf_counter()
        paths = export(store, name, folder)
        seconds = time.perf_counter() - begun
        size = sum(Path(p).stat().st_size for p in paths)
    print(json.dumps({"seconds": seconds, "more": _most() - before, "bytes": size}))


def _most() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    main()
