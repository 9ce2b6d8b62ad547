"""CSV: one article in each row, under the columns of the JSON objects (text or body, id, title, published, outlet, author, url)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date

from etl.extract.fields import article
from etl.extract.sources import FILE_LIMIT, Source
from etl.rejects import Reason, Reject, Unfit
from graph.records import Article


def read(source: Source, latest: date) -> Iterator[Article | Reject]:
    """The articles of a CSV file with a header, read row by row; a bad row is rejected and the rest read.

    Raises:
        Unfit: the file is empty, binary or not UTF-8, has no text column, or its quotes never close.
    """
    csv.field_size_limit(FILE_LIMIT)
    with source.open() as stream, io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as lines:
        rows = csv.reader(_without_nul(lines))
        number = 0
        try:
            columns = [name.strip().lower() for name in next(rows, [])]
            if not any(columns):
                raise Unfit(Reason.EMPTY)
            if "text" not in columns and "body" not in columns:
                raise Unfit(Reason.BROKEN, "no column named text or body")
            for row in rows:
                if any(row):
                    number += 1
                    yield _record(dict(zip(columns, row, strict=False)), source, number, latest)
        except UnicodeDecodeError as err:
            raise Unfit(Reason.ENCODING, f"not UTF-8: byte {err.object[err.start]:#04x} after row {number}") from err
        except csv.Error as err:
            raise Unfit(Reason.BROKEN, f"after row {number}: {err}") from err
        if not number:
            raise Unfit(Reason.EMPTY, "no rows")


def _without_nul(lines: io.TextIOWrapper) -> Iterator[str]:
    while line := lines.readline(FILE_LIMIT):
        if "\0" in line:
            raise Unfit(Reason.BINARY)
        yield line


def _record(values: dict[str, str], source: Source, number: int, latest: date) -> Article | Reject:
    try:
        id_ = values.get("id", "").strip() or f"{source.id}-{number}"
        return article(id_, values.get("text") or values.get("body") or "", values, latest)
    except Unfit as unfit:
        return Reject(f"{source.name}#{number}", unfit.reason, unfit.detail)
