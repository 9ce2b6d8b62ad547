"""Feeds (RSS, Atom, RDF, JSON Feed) and sitemaps: the addresses of articles, with what they tell of them."""

from __future__ import annotations

import html.entities
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urljoin
from xml.etree import ElementTree

from etl.extract.addresses import is_address
from etl.extract.fragments import prose
from etl.rejects import Reason, Unfit

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});|&(?!#?\w{1,10};)")
_OWN = (b"amp", b"lt", b"gt", b"quot", b"apos")
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>", re.IGNORECASE)
_PROLOG = 4_096
_LINK = re.compile(r"<link\b[^<>]{1,1000}>", re.IGNORECASE)
_FEED_TYPE = re.compile(r"""type\s*=\s*["']?application/(?:rss|atom)\+xml""", re.IGNORECASE)
_HREF = re.compile(r"""href\s*=\s*["']?([^\s"'>]+)""", re.IGNORECASE)
_MAIL_NAME = re.compile(r"\S+@\S+ \(([^)]+)\)")


@dataclass(frozen=True, slots=True)
class Entry:
    """An article that a feed names: its address, what is told of it by field, and when it was changed last (seconds since 1970; 0: not said)."""

    url: str
    told: Mapping[str, str]
    changed: float = 0.0


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed or sitemap holds, in its order: articles, or the addresses of further sitemaps or feeds."""

    entries: tuple[Entry, ...] = ()
    further: tuple[Entry, ...] = ()


def parse(data: bytes, url: str) -> Feed:
    """The feed in these bytes.

    Args:
        data: XML, JSON, or a web page that names its feed.
        url: where it stands; addresses in it may count from there.

    Raises:
        Unfit: it is none of these, or broken.
    """
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if not head:
        raise Unfit(Reason.EMPTY)
    if head[:1] == b"{":
        return Feed(tuple(_distinct(_json_entries(data, url))))
    if re.match(rb"<!doctype html|<html", head, re.IGNORECASE):
        return Feed(further=_named_by_page(data.decode("utf-8", "replace"), url))
    root = _tree(data)
    kind = _local(root)
    if kind == "sitemapindex":
        return Feed(further=tuple(_distinct(_sitemaps(root, url))))
    if kind == "urlset":
        return Feed(tuple(_distinct(_pages(root, url))))
    if kind in ("rss", "feed", "RDF"):
        return Feed(tuple(_distinct(_items(root, url))))
    raise Unfit(Reason.UNSUPPORTED, f"XML of kind {kind[:40]}, neither a feed nor a sitemap")


def _tree(data: bytes) -> ElementTree.Element:
    """The tree of some XML; what is often wrong with feeds is put right first."""
    data = data.lstrip(b"\xef\xbb\xbf \t\r\n") if data[:2] not in (b"\xff\xfe", b"\xfe\xff") else data
    data = _DOCTYPE.sub(b"", data[:_PROLOG], count=1) + data[_PROLOG:]
    if b"<!ENTITY" in data or b"<!DOCTYPE" in data:
        raise Unfit(Reason.BROKEN, "entities of its own")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError):
        mended = _ENTITY.sub(_character, _CONTROL.sub(b"", data))
    try:
        return ElementTree.fromstring(mended)
    except (ElementTree.ParseError, ValueError, LookupError) as err:
        raise Unfit(Reason.BROKEN, f"not XML: {err}") from err


def _character(match: re.Match[bytes]) -> bytes:
    """A named character of HTML as XML writes it; an ampersand that begins no entity as one."""
    if match[1] in _OWN:
        return match[0]
    code = html.entities.name2codepoint.get((match[1] or b"").decode("ascii"))
    return b"&#%d;" % code if code else b"&amp;" + match[0][1:]


def _items(root: ElementTree.Element, url: str) -> Iterator[Entry]:
    for node in root.iter():
        if _local(node) not in ("item", "entry"):
            continue
        at = _link(node, url)
        if at:
            creators = [_words(c) or _child(c, "name") for c in node if _local(c) in ("creator", "author")]
            author = ", ".join(dict.fromkeys(_MAIL_NAME.sub(r"\1", name) for name in creators if name))
            # `updated` and `modified` are when it was changed, not when it was published.
            published = _child(node, "pubDate") or _child(node, "published") or _child(node, "date") or _child(node, "issued")
            changed = _child(node, "updated") or _child(node, "modified") or published
            yield Entry(at, _told(prose(_child(node, "title")), author, published), _moment(changed))


def _link(node: ElementTree.Element, url: str) -> str:
    """The address of an item; empty if it has none on the web."""
    found = {"origLink": "", "link": "", "guid": ""}
    for child in node:
        name = _local(child)
        if name == "link" and child.get("href") and child.get("rel", "alternate") == "alternate":
            found["link"] = found["link"] or child.get("href", "")
        elif (name == "guid" and child.get("isPermaLink", "true") == "true" and is_address(_words(child))) or name in ("origLink", "link"):
            found[name] = found[name] or _words(child)
    at = next((link for link in found.values() if link), "")
    return _absolute(url, at)


def _pages(root: ElementTree.Element, url: str) -> Iterator[Entry]:
    for node in root:
        at = _absolute(url, _child(node, "loc"))
        if at:
            news = next((child for child in node if _local(child) == "news"), None)
            told: dict[str, str] = {}
            if news is not None:
                outlet = next((_child(child, "name") for child in news if _local(child) == "publication"), "")
                told = _told(_child(news, "title"), "", _child(news, "publication_date")) | ({"outlet": outlet} if outlet else {})
            yield Entry(at, told, _moment(_child(node, "lastmod") or told.get("published", "")))


def _sitemaps(root: ElementTree.Element, url: str) -> Iterator[Entry]:
    for node in root:
        if at := _absolute(url, _child(node, "loc")):
            yield Entry(at, {}, _moment(_child(node, "lastmod")))


def _json_entries(data: bytes, url: str) -> Iterator[Entry]:
    try:
        raw = json.loads(data)
        items = raw["items"]
        assert isinstance(items, list)
    except (ValueError, KeyError, AssertionError, RecursionError) as err:
        raise Unfit(Reason.BROKEN, "JSON, but no feed") from err
    for item in items:
        if isinstance(item, dict) and (at := _absolute(url, _string(item.get("url")))):
            authors = [a.get("name") for a in item.get("authors") or [item.get("author")] if isinstance(a, dict)]
            published = _string(item.get("date_published"))
            told = _told(_string(item.get("title")), ", ".join(a for a in authors if isinstance(a, str)), published)
            yield Entry(at, told, _moment(_string(item.get("date_modified")) or published))


def _named_by_page(page: str, url: str) -> tuple[Entry, ...]:
    """The feed that a web page names in its head: the first, which is that of all articles."""
    for link in _LINK.findall(page):
        if _FEED_TYPE.search(link) and (href := _HREF.search(link)):
            return (Entry(_absolute(url, html.unescape(href[1])), {}),)
    raise Unfit(Reason.UNSUPPORTED, "a web page that names no feed: greenroom ingest reads single pages")


def _distinct(entries: Iterator[Entry]) -> Iterator[Entry]:
    seen: set[str] = set()
    for entry in entries:
        if entry.url not in seen:
            seen.add(entry.url)
            yield entry


def _told(title: str, author: str, published: str) -> dict[str, str]:
    values = {"title": " ".join(title.split()), "author": " ".join(author.split()), "published": published}
    return {name: value for name, value in values.items() if value}


def _absolute(base: str, at: str) -> str:
    try:
        found = urljoin(base, at.strip()) if at.strip() else ""
    except ValueError:
        return ""
    return found if is_address(found) else ""


def _local(node: ElementTree.Element) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _child(node: ElementTree.Element, name: str) -> str:
    return next((words for child in node if _local(child) == name and (words := _words(child))), "")


def _words(node: ElementTree.Element) -> str:
    return "".join(node.itertext()).strip() if len(node) == 0 or _local(node) in ("title",) else ""


def _string(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""


def _moment(words: str) -> float:
    """Seconds since 1970 of a date with or without a time, 0 if it is none."""
    for parsed in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            at: datetime = parsed(words)
            return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
        except (ValueError, TypeError, OverflowError):
            continue
    return 0.0
