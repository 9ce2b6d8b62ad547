"""The command `greenroom`: finds the subcommand, and tells trouble in one line.

Exit status: 0 good, 1 our error in one line on standard error, 2 wrong usage, 130 stopped with Ctrl-C, 141 nobody reads the output.
"""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
import traceback
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from graph.errors import GreenroomError
from ui import logs

COMMANDS: Mapping[str, str] = {
    "extract": "ui.commands.extract",
    "dates": "ui.commands.dates",
    "explain": "ui.commands.explain",
    "evaluate": "ui.commands.evaluate",
    "ingest": "ui.commands.ingest",
    "watch": "ui.commands.watch",
    "load": "ui.commands.load",
    "undo": "ui.commands.undo",
    "remove": "ui.commands.remove",
    "fix": "ui.commands.fix",
    "review": "ui.commands.review",
    "stats": "ui.commands.stats",
    "status": "ui.commands.status",
    "doctor": "ui.commands.doctor",
    "query": "ui.commands.query",
    "ask": "ui.commands.ask",
    "export": "ui.commands.export",
    "copy": "ui.commands.copy",
    "backup": "ui.commands.backup",
    "restore": "ui.commands.restore",
    "rebuild": "ui.commands.rebuild",
    "serve": "ui.commands.serve",
    "ontology": "ui.commands.ontology",
}
"""Each command's module: SUMMARY (one line), EXAMPLES, `arguments(parser)` and `run(args) -> exit status`."""


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="greenroom",
        description="A media-strategy knowledge graph: who appeared where, with whom, before which audience, about what and why.",
        epilog="greenroom COMMAND --help tells more and gives examples.",
    )
    top.add_argument("--version", action="version", version=f"%(prog)s {_version()}")
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, module_name in COMMANDS.items():
        module = import_module(module_name)
        examples = "examples:\n" + textwrap.indent(textwrap.dedent(module.EXAMPLES).strip(), "  ")
        command = subparsers.add_parser(
            name,
            help=module.SUMMARY,
            description=module.__doc__,
            epilog=examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        module.arguments(command)
        command.add_argument("--debug", action="store_true", help="on an error, show where in the program it arose")
        command.add_argument("--log-json", action="store_true", help="progress, rejects and errors as JSON Lines, without text of articles")
        command.set_defaults(run=module.run)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (by default the process's own); returns the exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = sys.argv[1:] if argv is None else argv
    try:
        args = parser().parse_args(words)
        logs.switch(args.log_json)
        logs.event("begin", command=args.command)
        run: Callable[[argparse.Namespace], int] = args.run
        status = run(args)
        sys.stdout.flush()
        logs.event("end", command=args.command, status=status)
        return status
    except KeyboardInterrupt:
        return _told("stopped", 130)
    except BrokenPipeError:
        # Whoever read our output has gone; the interpreter must not complain about it at exit either.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as err:
        if "--debug" in words:
            traceback.print_exc()
        return _told(_one_line(err), 1)


def _one_line(err: Exception) -> str:
    if isinstance(err, GreenroomError):
        message = str(err)
    elif isinstance(err, OSError) and err.strerror:
        message = f"{err.filename}: {err.strerror}" if err.filename else err.strerror
    else:
        message = f"unexpected {type(err).__name__}: {err} (--debug shows where)"
    return " ".join(message.split())


def _told(message: str, status: int) -> int:
    if logs.structured():
        logs.event("end", "error", status=status, message=message)
    else:
        print(f"greenroom: {message}", file=sys.stderr)
    return status


def _version() -> str:
    from etl.transform.version import version

    return version()


if __name__ == "__main__":
    sys.exit(main())
