"""Start the explorer in the browser; it runs until Ctrl-C."""

from __future__ import annotations

import argparse
import os
import sys

from ui import options

SUMMARY = "start the explorer in the browser"
EXAMPLES = """
    greenroom serve
    greenroom serve --port 8600 --store neo4j://localhost:7687
    greenroom serve --no-browser
"""


def arguments(command: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    command.add_argument("--port", metavar="N", type=_port, default=8501, help="the port on this machine (default: 8501)")
    command.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1",
        help="the address to listen on (default: 127.0.0.1, this machine only; the explorer asks nobody for a password)",
    )  # fmt: skip
    command.add_argument("--no-browser", action="store_true", help="do not open a browser")
    options.store(command)


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    from ui.server import serve
    from ui.stores import address, login

    store = address(args.store)
    store = store if "://" in store else os.path.abspath(os.path.expanduser(store))
    return serve(args.port, store, login(store).environment(), host=args.host, browser=not args.no_browser and _display())


def _display() -> bool:
    if os.environ.get("CI"):
        return False
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _port(word: str) -> int:
    number = int(word) if word.isdecimal() else 0
    if not 1 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{word!r} is not a port (1 to 65535)")
    return number
