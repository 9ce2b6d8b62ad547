"""Plain text: the whole file is the body, its first line the title."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from etl.extract.fields import article, first_line
from etl.extract.sources import Source
from graph.records import Article


def read(source: Source, latest: date) -> Iterator[Article]:
    """The one article in a text file.

    Raises:
        Unfit: the file or the article is unfit.
    """
    text = source.text()
    yield article(source.id, text, {"title": first_line(text)}, latest)
