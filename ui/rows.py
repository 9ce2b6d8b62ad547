"""Rows of a result printed as a table, CSV or JSON."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def write(columns: Sequence[str], rows: Iterable[Mapping[str, Any]], form: str) -> None:
    """Print the rows to standard output.

    Args:
        columns: their names, in order.
        rows: plain values (those of JSON) by column.
        form: table, csv (with a header; lists and objects as JSON) or json (a list of objects).
    """
    if form == "json":
        json.dump([{column: row[column] for column in columns} for row in rows], sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
    elif form == "csv":
        out = csv.writer(sys.stdout, lineterminator="\n")
        out.writerow(columns)
        out.writerows([_cell(row[column]) for column in columns] for row in rows)
    else:
        _table(columns, [[visible(_words(row[column])) for column in columns] for row in rows])


def _cell(value: Any) -> str:
    if isinstance(value, str):
        return value
    return "" if value is None else json.dumps(value, ensure_ascii=False)


def _words(value: Any) -> str:
    return ", ".join(map(_cell, value)) if isinstance(value, list) else _cell(value)


def visible(text: str) -> str:
    """`text` without anything that would steer the terminal: the words of articles come from outside."""
    return "".join(c if c.isprintable() else " " if c.isspace() else "�" for c in text)


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(file=sys.stdout, highlight=False, soft_wrap=not sys.stdout.isatty())
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(Text(visible(column)), overflow="fold", min_width=min(len(column), 12), no_wrap=not sys.stdout.isatty())
    for row in rows:
        table.add_row(*map(Text, row))
    if not sys.stdout.isatty():
        console.width = console.measure(table, options=console.options.update(width=1_000_000)).maximum or 80
    console.print(table)
