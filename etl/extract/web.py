"""Web pages: the article on an HTML page, its text found by trafilatura, what the page declares of it by its metadata."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from etl.extract.fields import article
from etl.extract.metadata import declared
from etl.extract.sources import PAGE_LIMIT, Named, Source, decode
from etl.extract.terms import Terms
from etl.rejects import Reason, Unfit

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
_LATIN = ("iso-8859-1", "latin-1", "latin1", "windows-1252", "cp1252", "us-ascii", "ascii")
TAGS_LIMIT = 15_000
"""Elements of a page; the largest news pages have half of it. Finding the article takes the square of what stands in one paragraph."""
_OPENING = re.compile(r"<[a-zA-Z]")
_FEWEST = 25
"""Words of an article on a page: fewer are a notice, or what is left of a page of links."""
_TEASER = 200
"""Words below which a page that is not for everybody has only the beginning of its article."""


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The one article on a page; the date is taken from the page's metadata only, never guessed from its text.

    Raises:
        Unfit: the page is too large, in an encoding that it does not declare, has no article, or only the beginning of one.
    """
    page = html_of(source.data(PAGE_LIMIT), source.charset)
    if (tags := sum(1 for _ in _OPENING.finditer(page))) > TAGS_LIMIT:
        raise Unfit(Reason.TOO_LARGE, f"a page of {tags:,} elements, the limit is {TAGS_LIMIT:,}")
    import trafilatura

    # That a page has no article is told by the reject.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    if found is None or isinstance(found, dict) or not found.text:
        raise Unfit(Reason.NO_TEXT, "no article found on the page")
    words = len(found.text.split())
    told = declared(page, terms.latest)
    if told.free is False and words < _TEASER:
        raise Unfit(Reason.PAYWALL, f"the page has only {words} words of it")
    values = {"title": found.title, "outlet": found.sitename, "author": found.author, "url": found.url}
    read_ = article(source.id, found.text, {k: v for k, v in values.items() if v} | dict(told.values), terms.latest)
    # Another language is told first: some are written without spaces.
    if words < _FEWEST:
        raise Unfit(Reason.NO_TEXT, f"no article found on the page, only {words} words")
    yield source.name, read_


def html_of(data: bytes, charset: str = "") -> str:
    """The page of these bytes, in the encoding that its server or itself declares.

    Raises:
        Unfit: nothing but white space, binary data, or another encoding than declared.
    """
    declared_there = _CHARSET.search(data[:4096])
    said = charset or (declared_there[1].decode("ascii").lower() if declared_there else "utf-8")
    if said in ("utf-8", "utf8") or (said in _LATIN and _is_utf_8(data)):
        return decode(data)
    if not data.strip():
        raise Unfit(Reason.EMPTY)
    if b"\0" in data:
        raise Unfit(Reason.BINARY)
    try:
        # What browsers do: Latin-1 means its extension by Windows.
        return data.decode("windows-1252" if said in _LATIN else said)
    except (LookupError, UnicodeError) as err:
        raise Unfit(Reason.ENCODING, f"not {said[:40]}, as it says it is") from err


def _is_utf_8(data: bytes) -> bool:
    """Whether bytes that are declared to be Latin-1, as many servers do by default, are UTF-8: by chance no text of letters beyond ASCII is."""
    try:
        return not data.decode("utf-8").isascii()
    except UnicodeDecodeError:
        return False
