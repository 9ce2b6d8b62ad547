"""Options that several commands share, and the values given to them."""

from __future__ import annotations

import argparse
import json
from typing import Any

FORMATS = ("table", "csv", "json")


def store(command: argparse.ArgumentParser) -> None:
    """Add --store."""
    command.add_argument(
        "--store",
        metavar="URL",
        help="a folder, or neo4j://, bolt:// … of a server (default: $GREENROOM_STORE, else greenroom.db)",
    )


def output_format(command: argparse.ArgumentParser) -> None:
    """Add --format."""
    command.add_argument("--format", choices=FORMATS, default="table", help="how to print the rows (default: table)")


def workers(command: argparse.ArgumentParser) -> None:
    """Add --workers."""
    command.add_argument("--workers", metavar="N", type=count, default=1, help="processes that read articles (default: 1)")


def strict(command: argparse.ArgumentParser) -> None:
    """Add --strict."""
    command.add_argument("--strict", action="store_true", help="exit with 1 when an article was rejected")


def pair(word: str) -> tuple[str, str]:
    """Name and value of a word such as `name=value`.

    Raises:
        argparse.ArgumentTypeError: the word has no name or no equals sign.
    """
    name, equals, value = word.partition("=")
    if not equals or not name:
        raise argparse.ArgumentTypeError(f"{word!r} is not of the form name=value")
    return name, value


def json_or_text(value: str) -> Any:
    """The value as JSON (3, true, ["a"]) if it is that, else the text itself."""
    try:
        return json.loads(value)
    except ValueError:
        return value


def count(word: str) -> int:
    """A whole number from 1 to a million.

    Raises:
        argparse.ArgumentTypeError: it is none.
    """
    number = int(word) if word.isdecimal() and len(word) < 8 else 0
    if not 1 <= number <= 1_000_000:
        raise argparse.ArgumentTypeError(f"{word!r} is not a whole number from 1 to a million")
    return number
