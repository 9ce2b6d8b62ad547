"""What a web page declares of its article: title, day of publication, outlet, author and address, from JSON-LD (schema.org) and meta tags.

Only what is declared to be the publication's counts. A day that merely stands on the page (in its address, beside a related article, in its
last change) is none: a wrong date makes wrong dates of everything that the article tells with "yesterday".
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from etl.extract.dates import published_day
from etl.rejects import Reason, Unfit

_SCRIPT = re.compile(r"<script\b[^>]{0,300}application/ld\+json[^>]{0,300}>", re.IGNORECASE)
_TAG = re.compile(r"<(meta|time|link|span|abbr|p|div)\b([^<>]{1,2000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""(?<![\w:.-])([\w:.-]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_ARTICLES = re.compile(
    r"(?:\w*News)?Article|NewsArticle|BlogPosting|Report|LiveBlogPosting|ReportageNewsArticle|\w+NewsArticle|SocialMediaPosting"
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date", "sailthru.date",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "date", "cxenseparse:recs:publishtime",
)  # fmt: skip
_OUTLET = ("og:site_name", "application-name", "dc.publisher")
_AUTHOR = ("author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_TITLE = ("og:title", "twitter:title", "parsely-title", "dc.title")
_TIME_CLASS = re.compile(r"(?:^|[\s_-])(?:published?|pubdate|entry-date|post-date|date-published)(?:$|[\s_-])", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_BY = re.compile(r"by (?=\w)", re.IGNORECASE)
_MOST_NODES = 2_000


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page declares: the values by field, and whether the whole article is there for everybody (None: not said)."""

    values: Mapping[str, str] = field(default_factory=dict)
    free: bool | None = None


def declared(page: str, latest: date) -> Declared:
    """What a page declares of its article.

    Args:
        page: its HTML.
        latest: the last day that is not in the future.

    Raises:
        Unfit: the article is declared to be published in the future.
    """
    node, nodes = _article(page)
    named, timed = _tags(page)
    values = {
        "title": _text(node.get("headline")) or _first(named, _TITLE),
        "outlet": _name(node.get("publisher"), nodes) or _first(named, _OUTLET),
        "author": _names(node.get("author"), nodes) or _byline(_first(named, _AUTHOR)),
        "url": _first(named, ("canonical", "og:url")),
        "published": _day([_text(node.get("datePublished")), *(named.get(name, "") for name in _PUBLISHED), *timed], latest),
    }
    free = node.get("isAccessibleForFree")
    told = None if free is None else str(free).strip().lower() not in ("false", "no", "0")
    return Declared({name: value for name, value in values.items() if value}, told)


def _day(words: Iterable[str], latest: date) -> str:
    """The first of several wordings that is a day; others are the page's mistakes, but one in the future is told."""
    for word in words:
        try:
            if day := published_day(word, latest):
                return day
        except Unfit as unfit:
            if unfit.reason is Reason.DATE_FUTURE:
                raise
    return ""


def _tags(page: str) -> tuple[dict[str, str], list[str]]:
    """The first value of each meta tag and of the canonical link, and the times that are marked as those of publication."""
    named: dict[str, str] = {}
    timed: list[str] = []
    for match in _TAG.finditer(page):
        values = {name.lower(): html.unescape(value.strip("\"'")).strip() for name, value in _ATTRIBUTE.findall(match[2])}
        kind = match[1].lower()
        if kind == "link":
            if values.get("rel", "").lower() == "canonical":
                named.setdefault("canonical", values.get("href", ""))
            continue
        content = values.get("content") or values.get("datetime") or ""
        if not content:
            continue
        if kind == "meta":
            for key in ("property", "name", "itemprop"):
                if values.get(key):
                    named.setdefault(values[key].lower(), content)
        elif values.get("itemprop", "").lower() == "datepublished" or (
            kind == "time" and ("pubdate" in match[2].lower() or _TIME_CLASS.search(values.get("class", "")))
        ):
            timed.append(content)
    return named, timed


def _article(page: str) -> tuple[Mapping[str, Any], Mapping[str, Mapping[str, Any]]]:
    """The node of JSON-LD that describes the page's article, empty if there is none, and all nodes by their ids."""
    found: list[Mapping[str, Any]] = []
    nodes: dict[str, Mapping[str, Any]] = {}
    for script in _scripts(page):
        try:
            raw = json.loads(script.strip().removeprefix("<!--").removesuffix("-->").strip(), strict=False)
        except (ValueError, RecursionError):
            continue  # many pages break it: what the meta tags say remains
        for node in _nodes(raw):
            if isinstance(id_ := node.get("@id"), str) and len(node) > 1:
                nodes.setdefault(id_, node)
            if any(_ARTICLES.fullmatch(kind) for kind in _kinds(node)):
                found.append(node)
    return next((n for n in found if n.get("datePublished")), found[0] if found else {}), nodes


def _scripts(page: str) -> Iterator[str]:
    """What stands in the page's scripts of JSON-LD."""
    at = 0
    while (opening := _SCRIPT.search(page, at)) and (end := page.find("</script", opening.end())) >= 0:
        yield page[opening.end() : end]
        at = end


def _nodes(raw: Any) -> Iterator[Mapping[str, Any]]:
    """The nodes at the top: those of lists and graphs, and what the page says it is mainly about."""
    waiting = [raw]
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        at = waiting.pop(0)
        if isinstance(at, list):
            waiting += at
        elif isinstance(at, dict):
            yield at
            waiting += [at[name] for name in ("@graph", "mainEntity") if isinstance(at.get(name), list | dict)]


def _kinds(node: Mapping[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])]


def _text(value: Any) -> str:
    return html.unescape(value).strip() if isinstance(value, str) else ""


def _name(value: Any, nodes: Mapping[str, Mapping[str, Any]]) -> str:
    """The name of a person or organisation, also of one that stands elsewhere."""
    if isinstance(value, list):
        return next((name for item in value if (name := _name(item, nodes))), "")
    if isinstance(value, Mapping):
        there = nodes.get(str(value.get("@id")), {}) if "name" not in value else value
        return _text(there.get("name"))
    word = _text(value)
    return "" if _ADDRESS.match(word) else word


def _names(value: Any, nodes: Mapping[str, Mapping[str, Any]]) -> str:
    names = [_name(item, nodes) for item in (value if isinstance(value, list) else [value])]
    return ", ".join(dict.fromkeys(_BY.sub("", name, count=1) if _BY.match(name) else name for name in names if name))


def _byline(words: str) -> str:
    return "" if _ADDRESS.match(words) else _BY.sub("", words, count=1) if _BY.match(words) else words


def _first(named: Mapping[str, str], names: Iterable[str]) -> str:
    return next((named[name] for name in names if named.get(name)), "")
