"""Plain text: the whole file is the body, its first line the title. A file of nothing but addresses is a list of pages to be fetched."""

from __future__ import annotations

from collections.abc import Iterator

from etl.extract import addresses
from etl.extract.fields import article, first_line
from etl.extract.sources import Named, Source
from etl.extract.terms import Terms


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The one article in a text file, or those behind its addresses.

    Raises:
        Unfit: the file or the article is unfit.
    """
    text = source.text()
    if addresses.only(text):
        yield from addresses.read(source, terms)
    else:
        yield source.name, article(source.id, text, {"title": first_line(text)}, terms.latest)
