"""Lists of addresses, one a line (# begins a remark): each page is fetched, at its server's convenience, and read for what it is."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl, urlencode, urlsplit

from etl.extract.fields import completed
from etl.extract.sources import Named, Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject, Unfit
from graph.records import Article

MOST = 100_000
"""Addresses in one list."""
_LONGEST_ID = 160
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|igshid", re.IGNORECASE)


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The articles at the addresses of a list; one that cannot be had is rejected and the rest fetched.

    Raises:
        Unfit: the list is empty or too long, or stands in an archive: only lists that the user names are followed.
    """
    if not source.named:
        raise Unfit(Reason.UNSUPPORTED, "a list of addresses is followed only when it is named itself")
    listed = list(dict.fromkeys(_lines(source.text())))
    if not listed:
        raise Unfit(Reason.EMPTY, "no addresses")
    if len(listed) > MOST:
        raise Unfit(Reason.TOO_LARGE, f"{len(listed):,} addresses, the limit is {MOST:,}")
    for url in listed:
        try:
            yield from page(url, terms)
        except Unfit as unfit:
            yield url, Reject(url, unfit.reason, unfit.detail)


def only(text: str) -> bool:
    """Whether a text is nothing but addresses."""
    lines = _lines(text)
    first = next(lines, "")
    return is_address(first) and all(is_address(line) for line in lines)


def is_address(word: str) -> bool:
    """Whether a word on a command line or in a list is the address of a page."""
    return word.lower().startswith(("http://", "https://")) and not any(c.isspace() for c in word)


def page(url: str, terms: Terms, told: Mapping[str, str] | None = None) -> Iterator[Named]:
    """The articles of the page at an address.

    Args:
        url: its address.
        terms: how it is fetched, and what is known of it.
        told: what else is known of it (title, published, outlet, author), used where the page does not say it.

    Raises:
        Unfit: it cannot be fetched or holds no article.
    """
    from etl.extract import reader

    got = terms.fetch(url)
    known = {**terms.told.get(url, {}), **(told or {}), "url": got.url}
    source = Source(url, identity(url), got.stream, charset=got.charset)
    for name, item in reader(got.ending)(source, replace(terms, follow=False)):
        yield name, completed(item, known, terms.latest) if isinstance(item, Article) else item


def identity(url: str) -> str:
    """The id of the article at an address: the address without scheme, fragment and what only tells where the reader came from."""
    parts = urlsplit(url.strip())
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)])
    id_ = f"{parts.netloc.lower()}{parts.path.rstrip('/')}" + (f"?{query}" if query else "")
    if len(id_) <= _LONGEST_ID:
        return id_
    return f"{id_[: _LONGEST_ID - 17]}-{hashlib.sha256(id_.encode(errors='replace')).hexdigest()[:16]}"


def _lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        line = line.strip()
        if line and not line.startswith("#"):
            yield line
