"""CSV and TSV: one article in each row; the columns bear the names of the JSON objects, or those that `--column` names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from etl.extract import records
from etl.extract.sources import FILE_LIMIT, Named, Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Unfit

_DELIMITERS = (",", "\t", ";", "|")


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The articles of a table with a header, read row by row; a bad row is rejected and the rest read.

    What stands between the columns (comma, tab, semicolon or bar) is told by the header.

    Raises:
        Unfit: the file is empty, binary or not UTF-8, has no text column or none of a name that is given, or its quotes never close.
    """
    csv.field_size_limit(FILE_LIMIT)
    with source.open() as stream, io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as lines:
        number = 0
        try:
            rows = _rows(lines)
            columns = [name.strip() for name in next(rows, [])]
            if not any(columns):
                raise Unfit(Reason.EMPTY)
            _check(columns, terms)
            for row in rows:
                if any(row):
                    number += 1
                    record = dict(zip(columns, row, strict=False))
                    yield from records.read(record, f"{source.name}#{number}", f"{source.id}-{number}", terms)
        except UnicodeDecodeError as err:
            raise Unfit(Reason.ENCODING, f"not UTF-8: byte {err.object[err.start]:#04x} after row {number}") from err
        except csv.Error as err:
            raise Unfit(Reason.BROKEN, f"after row {number}: {err}") from err
        if not number:
            raise Unfit(Reason.EMPTY, "no rows")


def _rows(lines: io.TextIOWrapper) -> Iterator[list[str]]:
    first = lines.readline(FILE_LIMIT)
    delimiter = max(_DELIMITERS, key=first.count)

    def all_lines() -> Iterator[str]:
        line = first
        while line:
            if "\0" in line:
                raise Unfit(Reason.BINARY)
            yield line
            line = lines.readline(FILE_LIMIT)

    return csv.reader(all_lines(), delimiter=delimiter)


def _check(columns: Sequence[str], terms: Terms) -> None:
    there = {name.lower() for name in columns}
    told = ", ".join(columns)[:200]
    for name in terms.columns.values():
        if name.strip().lower() not in there:
            raise Unfit(Reason.BROKEN, f"no column named {name}; there are {told}")
    if "text" not in terms.columns and not there.intersection(records.NAMES["text"]):
        if there.intersection(records.NAMES["url"]):
            return
        raise Unfit(Reason.BROKEN, f"no column named text or body; there are {told}: --column text=NAME says which it is")
