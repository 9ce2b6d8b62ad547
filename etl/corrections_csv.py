"""The log of corrections as CSV: written for a spreadsheet, and read back."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TextIO

from graph.corrections import Correction, check
from graph.errors import InputError

COLUMNS = ("number", "kind", "targets", "value", "articles", "who", "when", "why", "about", "active")
_LISTS = ("targets", "articles")


def write_csv(log: Iterable[Correction], out: TextIO) -> None:
    """Write corrections, one a row; several targets or articles stand in a JSON list."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for c in log:
        row = {name: getattr(c, name) for name in COLUMNS}
        row |= {name: _told(row[name]) for name in _LISTS} | {"active": "yes" if c.active else "no"}
        writer.writerow([row[name] for name in COLUMNS])


def read_csv(path: Path) -> tuple[Correction, ...]:
    """The corrections in a file of which only the columns `kind` and `targets` (or `target`) are needed.

    Raises:
        InputError: it cannot be read, or a line of it is no correction; the message names the line.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines)
            return tuple(_rows(reader, path))
    except (OSError, UnicodeDecodeError, csv.Error) as err:
        raise InputError(f"{path}: {getattr(err, 'strerror', None) or err}") from err


def _rows(reader: csv.DictReader[str], path: Path) -> Iterator[Correction]:
    if reader.fieldnames is None or "kind" not in reader.fieldnames or not {"targets", "target"} & set(reader.fieldnames):
        raise InputError(f"{path}: a file of corrections has at least the columns kind and targets")
    for row in reader:
        given = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str) and isinstance(value, str | None)}
        correction = Correction(
            reader.line_num,
            given["kind"],
            _list(given.get("targets") or given.get("target", "")),
            given.get("value", ""),
            _list(given.get("articles", "")),
            given.get("who", ""),
            given.get("when", ""),
            given.get("why", ""),
            given.get("about", ""),
            given.get("active", "").lower() not in ("no", "false", "0"),
        )
        try:
            check(correction)
        except InputError as err:
            raise InputError(f"{path}, line {reader.line_num}: {err}") from err
        yield correction


def _told(items: tuple[str, ...]) -> str:
    plain = len(items) == 1 and not items[0].startswith("[")
    return items[0] if plain else json.dumps(items, ensure_ascii=False) if items else ""


def _list(cell: str) -> tuple[str, ...]:
    if not cell.startswith("["):
        return (cell,) if cell else ()
    try:
        found = json.loads(cell)
    except ValueError as err:
        raise InputError(f"{cell!r} is not a list in JSON") from err
    if not isinstance(found, list) or not all(isinstance(item, str) for item in found):
        raise InputError(f"{cell!r} is not a list of texts")
    return tuple(found)
