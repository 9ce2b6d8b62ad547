"""Records: the values of an article in an object or a row, under the names that archives, crawlers and news services give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from etl.extract import addresses
from etl.extract.fields import article, completed
from etl.extract.fragments import is_marked_up, prose
from etl.extract.sources import Named
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject, Unfit
from graph.records import Article

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "_id", "stories_id"),
    "text": (
        "text", "body", "bodytext", "body_text", "articlebody", "article_body", "full_text", "fulltext", "article_text", "maintext",
        "content_text", "content_html", "content", "article",
    ),
    "title": ("title", "headline", "webtitle"),
    "published": (
        "published", "publishedat", "published_at", "published_date", "publication_date", "publicationdate", "webpublicationdate",
        "datepublished", "date_published", "date_publish", "publish_date", "pub_date", "pubdate", "date", "datetime",
    ),
    "outlet": ("outlet", "source", "source_name", "media_name", "publication", "publisher", "site_name", "sitename", "source_domain"),
    "author": ("author", "authors", "byline", "creator"),
    "url": ("url", "link", "weburl", "web_url"),
}  # fmt: skip
"""By field the names in lower case under which it is looked for, the first that is there counts. GDELT's `seendate` is none of them: it is
when the page was seen, not when it was published."""

_INNER = ("name", "title", "main", "original")
_CUT_OFF = re.compile(r"(?:…|\.\.\.)?\s*\[\+?\d+ chars\]\s*$")
_BY = re.compile(r"by (?=\w)", re.IGNORECASE)
_UNKEPT = "the record has no full text but its address: --fetch reads the page there"


def values(record: Mapping[str, Any], columns: Mapping[str, str]) -> dict[str, str]:
    """The values of an article in a record.

    Args:
        record: its values by name; objects and lists within them are looked into.
        columns: by field the name that counts instead of the usual ones; dots lead into objects.
    """
    flat = {str(name).strip().lower(): value for name, value in record.items()}
    if isinstance(inner := flat.get("fields"), Mapping):
        # The Guardian's service gives the text in there, and some of the rest more fully.
        flat |= {str(name).strip().lower(): value for name, value in inner.items()}
    found = {}
    for field, names in NAMES.items():
        chosen = (_at(record, columns[field]),) if field in columns else (flat.get(name) for name in names)
        found[field] = next((word for value in chosen if (word := _word(value)).strip()), "")
    found["author"] = _BY.sub("", found["author"].strip(), count=1) if _BY.match(found["author"].strip()) else found["author"]
    to_the_letter = not columns.get("text") and _word(flat.get("text")) == found["text"]
    if found["text"] and not to_the_letter and is_marked_up(found["text"]):
        found["text"] = prose(found["text"])
    return found


def read(record: Mapping[str, Any], name: str, id_: str, terms: Terms) -> Iterator[Named]:
    """The article of a record, or the reject with its reason.

    Args:
        record: its values by name.
        name: what the user knows the record as.
        id_: the article's id where the record gives neither an id nor an address.
        terms: which names count, and whether the page is fetched where the record has no full text.
    """
    try:
        given = values(record, terms.columns)
        url, text = given["url"].strip(), given["text"]
        if _CUT_OFF.search(text[-60:]):
            text = ""
        named = terms.columns.get("text")
        if named is not None and not terms.follow and _at(record, named) is None:
            raise Unfit(Reason.NO_TEXT, f"nothing in it is named {named}, as --column says")
        if not text.strip() and addresses.is_address(url):
            if not terms.follow:
                raise Unfit(Reason.NO_TEXT, _UNKEPT)
            for _, item in addresses.page(url, terms):
                yield name, completed(item, given, terms.latest) if isinstance(item, Article) else Reject(name, item.reason, item.detail)
            return
        own = given["id"].strip() or (addresses.identity(url) if addresses.is_address(url) else id_)
        yield name, article(own, text, given, terms.latest)
    except Unfit as unfit:
        yield name, Reject(name, unfit.reason, unfit.detail)


def _at(record: Any, path: str) -> Any:
    """The value under a name, or along a path of names with dots between them."""
    if not isinstance(record, Mapping):
        return None
    lower = {str(name).strip().lower(): value for name, value in record.items()}
    if path.strip().lower() in lower:
        return lower[path.strip().lower()]
    first, dot, rest = path.partition(".")
    return _at(lower.get(first.strip().lower()), rest) if dot else None


def _word(value: Any) -> str:
    """A value as a string; of an object its name, of a list all of them."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, Mapping):
        return next((word for inner in _INNER if isinstance(word := value.get(inner), str) and word.strip()), "")
    if isinstance(value, list):
        return ", ".join(word for item in value[:20] if not isinstance(item, list) and (word := _word(item).strip()))
    return ""
