"""JSON: one article object, a list of them, or JSON Lines with one in each line.

An object has `text` (or `body`), and where known `id`, `title`, `published`, `outlet`, `author`, `url`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from etl.extract.fields import article
from etl.extract.sources import FILE_LIMIT, Source, decode
from etl.rejects import Reason, Reject, Unfit
from graph.records import Article


def read(source: Source, latest: date) -> Iterator[Article | Reject]:
    """The articles of a JSON file: an object, or a list of objects.

    Raises:
        Unfit: the file is not JSON, or neither of the two.
    """
    raw = _parse(source.text())
    if isinstance(raw, dict):
        yield _article(raw, source.id, latest)
        return
    if not isinstance(raw, list):
        raise Unfit(Reason.BROKEN, "neither an article object nor a list of them")
    if not raw:
        raise Unfit(Reason.EMPTY, "a list without articles")
    for number, item in enumerate(raw, 1):
        yield _record(item, source, number, latest)


def read_lines(source: Source, latest: date) -> Iterator[Article | Reject]:
    """The articles of a JSON Lines file, read line by line; a bad line is rejected and the rest read.

    Raises:
        Unfit: the file has no line with anything on it.
    """
    number = 0
    with source.open() as stream:
        while line := stream.readline(FILE_LIMIT + 1):
            if not line.strip():
                continue
            number += 1
            name = f"{source.name}#{number}"
            if len(line) > FILE_LIMIT:
                yield Reject(name, Reason.TOO_LARGE, f"a line of more than {FILE_LIMIT // 1_000_000} MB")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(FILE_LIMIT)
                continue
            try:
                item = _parse(decode(line))
            except Unfit as unfit:
                yield Reject(name, unfit.reason, unfit.detail)
                continue
            yield _record(item, source, number, latest)
    if not number:
        raise Unfit(Reason.EMPTY)


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as err:
        raise Unfit(Reason.BROKEN, "nested too deeply") from err
    except ValueError as err:
        raise Unfit(Reason.BROKEN, f"not JSON: {err}") from err


def _record(item: Any, source: Source, number: int, latest: date) -> Article | Reject:
    try:
        return _article(item, f"{source.id}-{number}", latest)
    except Unfit as unfit:
        return Reject(f"{source.name}#{number}", unfit.reason, unfit.detail)


def _article(item: Any, id_: str, latest: date) -> Article:
    if not isinstance(item, dict):
        raise Unfit(Reason.BROKEN, "not an article object")
    values = {name: str(value) for name, value in item.items() if isinstance(value, str | int | float) and not isinstance(value, bool)}
    return article(values.get("id", "").strip() or id_, values.get("text") or values.get("body") or "", values, latest)
