"""JSON: one article object, a list of them, what a news service answers, or JSON Lines with one in each line.

An object has `text` (or `body`), and where known `id`, `title`, `published`, `outlet`, `author`, `url`; the names that NewsAPI, the Guardian,
the New York Times, Event Registry, Media Cloud, GDELT, JSON Feed and news-please use are known too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from etl.extract import records
from etl.extract.sources import FILE_LIMIT, Named, Source, decode
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject, Unfit

_LISTS = (
    ("articles", "results"), ("articles",), ("response", "results"), ("response", "docs"), ("results",), ("docs",), ("stories",),
    ("items",), ("data",),
)  # fmt: skip
"""Where services keep their list of articles, each a path of names."""


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The articles of a JSON file: an object, a list of objects, or a service's answer with such a list in it.

    Raises:
        Unfit: the file is not JSON, or none of these.
    """
    raw = _parse(source.text())
    if isinstance(raw, dict) and (listed := _listed(raw)) is None:
        yield from records.read(_object(raw), source.name, source.id, terms)
        return
    raw = listed if isinstance(raw, dict) else raw
    if not isinstance(raw, list):
        raise Unfit(Reason.BROKEN, "neither an article object nor a list of them")
    if not raw:
        raise Unfit(Reason.EMPTY, "a list without articles")
    for number, item in enumerate(raw, 1):
        yield from _record(item, f"{source.name}#{number}", f"{source.id}-{number}", terms)


def read_lines(source: Source, terms: Terms) -> Iterator[Named]:
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
                yield name, Reject(name, Reason.TOO_LARGE, f"a line of more than {FILE_LIMIT // 1_000_000} MB")
                while line and not line.endswith(b"\n"):
                    line = stream.readline(FILE_LIMIT)
                continue
            try:
                item = _parse(decode(line))
                listed = _listed(item) if isinstance(item, dict) else None
            except Unfit as unfit:
                yield name, Reject(name, unfit.reason, unfit.detail)
                continue
            if listed is None:
                yield from _record(item, name, f"{source.id}-{number}", terms)
            for within, part in enumerate(listed or (), 1):
                yield from _record(part, f"{name}.{within}", f"{source.id}-{number}.{within}", terms)
    if not number:
        raise Unfit(Reason.EMPTY)


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError as err:
        raise Unfit(Reason.BROKEN, "nested too deeply") from err
    except ValueError as err:
        raise Unfit(Reason.BROKEN, f"not JSON: {err}") from err


def _listed(raw: dict[str, Any]) -> list[Any] | None:
    """The list in a service's answer; None if the object is an article itself.

    Raises:
        Unfit: the service answers that something is wrong.
    """
    if any(isinstance(raw.get(name), str) for name in ("text", "body")):
        return None
    for path in _LISTS:
        at: Any = raw
        for name in path:
            at = at.get(name) if isinstance(at, dict) else None
        if isinstance(at, list) and all(isinstance(item, dict) for item in at):
            return at
    if raw.get("status") == "error" or "fault" in raw:
        told = raw.get("message") or raw.get("fault")
        raise Unfit(Reason.BROKEN, f"not articles but a service's error: {' '.join(str(told).split())[:120]}")
    return None


def _record(item: Any, name: str, id_: str, terms: Terms) -> Iterator[Named]:
    try:
        yield from records.read(_object(item), name, id_, terms)
    except Unfit as unfit:
        yield name, Reject(name, unfit.reason, unfit.detail)


def _object(item: Any) -> Mapping[str, Any]:
    if not isinstance(item, dict):
        raise Unfit(Reason.BROKEN, "not an article object")
    return item
