"""Web pages: text and metadata of the article on an HTML page, found by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from etl.extract.fields import article
from etl.extract.sources import Source, decode
from etl.rejects import Reason, Unfit
from graph.records import Article

PAGE_LIMIT = 3_000_000
"""Bytes of a page; the largest news pages have a tenth of it."""

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)


def read(source: Source, latest: date) -> Iterator[Article]:
    """The one article on a page; the date is taken from the page's metadata only, never guessed from its text.

    Raises:
        Unfit: the page is too large, in an encoding that it does not declare, or has no article.
    """
    with source.open() as stream:
        data = stream.read(PAGE_LIMIT + 1)
    if len(data) > PAGE_LIMIT:
        raise Unfit(Reason.TOO_LARGE, f"a page of more than {PAGE_LIMIT // 1_000_000} MB")
    page = _decode(data)
    import trafilatura

    found = trafilatura.bare_extraction(
        page,
        with_metadata=True,
        include_comments=False,
        include_tables=False,
        # A date in the future must be seen to be rejected; the default leaves it out without a word.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2999-12-31"},
    )
    if found is None or isinstance(found, dict) or not found.text:
        raise Unfit(Reason.NO_TEXT, "no article found on the page")
    values = {"title": found.title, "published": found.date, "outlet": found.sitename, "author": found.author, "url": found.url}
    yield article(source.id, found.text, {name: value for name, value in values.items() if value}, latest)


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    charset = declared[1].decode("ascii").lower() if declared else "utf-8"
    if charset in ("utf-8", "utf8"):
        return decode(data)
    if not data.strip():
        raise Unfit(Reason.EMPTY)
    if b"\0" in data:
        raise Unfit(Reason.BINARY)
    try:
        return data.decode(charset)
    except (LookupError, UnicodeError) as err:
        raise Unfit(Reason.ENCODING, f"not {charset}, as it says it is") from err
