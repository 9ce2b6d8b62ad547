"""Markdown with YAML front matter (title, published, outlet, author, url); the body is what follows it, to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from etl.extract.fields import article, first_line
from etl.extract.sources import Named, Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Unfit

FRONT_LIMIT = 16_384
"""Characters of a front matter."""

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The one article in a Markdown file.

    Raises:
        Unfit: its front matter is broken, or the article is unfit.
    """
    values, body = split(source.text())
    values.setdefault("title", first_line(body))
    yield source.name, article(source.id, body, values, terms.latest)


def split(text: str) -> tuple[dict[str, str], str]:
    """Front matter and body; without an opening `---` all is body.

    Raises:
        Unfit: the front matter does not end, is too long, is not YAML, or is not a list of names with one value each.
    """
    opening = _OPENING.match(text)
    if not opening:
        return {}, text
    closing = _CLOSING.search(text, opening.end(), opening.end() + FRONT_LIMIT)
    if not closing:
        raise Unfit(Reason.FRONT_MATTER, f"no closing --- within {FRONT_LIMIT:,} characters")
    return _values(text[opening.end() : closing.start()]), text[closing.end() :]


def _values(front: str) -> dict[str, str]:
    try:
        # BaseLoader makes every scalar a string: an unquoted date, a title such as "No" or "1984" stay what is written.
        raw = yaml.load(front, yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError) as err:
        mark = getattr(err, "problem_mark", None)
        where = f"line {mark.line + 2}: " if mark else ""
        raise Unfit(Reason.FRONT_MATTER, where + str(getattr(err, "problem", None) or "not YAML")) from err
    if raw in (None, ""):
        return {}
    if not isinstance(raw, dict):
        raise Unfit(Reason.FRONT_MATTER, "not a list of 'name: value'")
    return {name: value for name, value in raw.items() if isinstance(name, str) and isinstance(value, str)}
