"""WARC: the web pages that a crawler kept; other records (pictures, scripts, requests, redirections) are passed over."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from typing import Any

from etl.extract import addresses, web
from etl.extract.fields import completed
from etl.extract.sources import PAGE_LIMIT, Named, Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject, Unfit
from graph.records import Article

_PAGES = ("text/html", "application/xhtml+xml")


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The articles of a crawl, record by record; a page without an article is rejected and the rest read. Ids are the pages' addresses.

    Raises:
        Unfit: it is no WARC, breaks off, or has no web page.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with source.open() as stream:
        head = stream.read(5)
    if not head:
        raise Unfit(Reason.EMPTY)
    if head != b"WARC/" and head[:2] != b"\x1f\x8b":
        raise Unfit(Reason.BROKEN, "not a WARC")
    number = pages = 0
    with source.open() as stream:
        try:
            records = iter(ArchiveIterator(stream))
            while (record := _next(records)) is not None:
                number += 1
                kind = _kind(record)
                if kind is None:
                    continue
                pages += 1
                yield _page(record, kind, f"{source.name}#{number}", f"{source.id}-{number}", terms)
        except (ArchiveLoadFailed, EOFError, OSError, ValueError, OverflowError, IndexError, AttributeError) as err:
            raise Unfit(Reason.BROKEN, f"after record {number}: {' '.join(str(err).split())[:120]}") from err
    if not pages:
        raise Unfit(Reason.EMPTY, f"no web page among {number} records")


def _next(records: Iterator[Any]) -> Any:
    """The next record, None after the last; what warcio tells on standard error of records that are not quite right is not for the user."""
    with redirect_stderr(io.StringIO()):
        return next(records, None)


def _kind(record: Any) -> str | None:
    """The encoding of the page that a record holds ("" if none is declared); None where it holds none."""
    if record.rec_type == "response":
        if not record.http_headers or record.http_headers.get_statuscode() != "200":
            return None
        said = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type == "resource":
        said = record.rec_headers.get_header("Content-Type") or ""
    else:
        return None
    kind, _, rest = said.lower().partition(";")
    return rest.partition("charset=")[2].partition(";")[0].strip("\"' ") if kind.strip() in _PAGES else None


def _page(record: Any, charset: str, name: str, id_: str, terms: Terms) -> Named:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    try:
        with redirect_stderr(io.StringIO()):
            data = record.content_stream().read(PAGE_LIMIT + 1)
        if len(data) <= PAGE_LIMIT and getattr(record.raw_stream, "limit", 0) > 0:
            raise Unfit(Reason.BROKEN, "the record breaks off")
        if addresses.is_address(url):
            id_ = addresses.identity(url)
        for _, item in web.read(Source(name, id_, lambda: io.BytesIO(data), charset=charset), terms):
            return name, completed(item, {"url": url}, terms.latest) if isinstance(item, Article) else item
    except Unfit as unfit:
        return name, Reject(name, unfit.reason, f"{unfit.detail} ({url})" if unfit.detail else url)
    return name, Reject(name, Reason.NO_TEXT, url)
