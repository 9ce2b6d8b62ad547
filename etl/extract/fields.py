"""Fields: an article built from the named values of a front matter, a JSON object, a CSV row or a page's metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from etl.extract.dates import published_day
from etl.extract.english import foreign
from etl.rejects import Reason, Unfit
from graph.records import Article

TEXT_LIMIT = 120_000
"""Characters of one article (some 20,000 words, more than any news feature); time and memory grow with it."""

WORD_LIMIT = 2_000
"""Characters without white space between them: more are no prose, and rules that look at words would take for ever."""

FIELD_LIMIT = 2_000
"""Characters of a title, outlet, author or URL."""


def article(id_: str, text: str, values: Mapping[str, str], latest: date) -> Article:
    """An article of these values, checked.

    Args:
        id_: its id.
        text: the body, kept to the letter.
        values: title, published, outlet, author, url, each where known; others are ignored.
        latest: the last day that is not in the future.

    Raises:
        Unfit: no text or too much of it, another language, a date that cannot be read or is in the future, half of a surrogate pair.
    """
    if not text.strip():
        raise Unfit(Reason.NO_TEXT)
    if len(text) > TEXT_LIMIT:
        raise Unfit(Reason.TOO_LARGE, f"{len(text):,} characters of text, the limit is {TEXT_LIMIT:,}")
    if (longest := max(map(len, text.split()))) > WORD_LIMIT:
        raise Unfit(Reason.TOO_LARGE, f"a word of {longest:,} characters")
    if "\0" in text:
        raise Unfit(Reason.BINARY)
    known = {name: _line(name, values.get(name, "")) for name in ("title", "outlet", "author", "url")}
    for value in (id_, text, *known.values()):
        if not value.isascii():
            _encodable(value)
    if language := foreign(text):
        raise Unfit(Reason.LANGUAGE, language)
    return Article(
        id=id_,
        text=text,
        title=known["title"],
        outlet=known["outlet"] or None,
        author=known["author"] or None,
        url=known["url"] or None,
        published=published_day(values.get("published", ""), latest),
    )


def completed(given: Article, told: Mapping[str, str], latest: date) -> Article:
    """The article with what is `told` of it (title, published, outlet, author, url) where it does not say that itself.

    A date that cannot be read is as if it was not told: the article itself is good.

    Raises:
        Unfit: the date that is told is in the future.
    """
    missing = {name: _line(name, told.get(name, "")) for name in ("title", "outlet", "author", "url") if not getattr(given, name)}
    return replace(
        given,
        published=given.published or _told_day(told.get("published", ""), latest),
        **{name: value for name, value in missing.items() if value},
    )


def _told_day(words: str, latest: date) -> str | None:
    try:
        return published_day(words, latest)
    except Unfit as unfit:
        if unfit.reason is Reason.DATE_FUTURE:
            raise
        return None


def first_line(text: str) -> str:
    """The first line with anything on it, without Markdown's heading marks, at most 120 characters: a title for want of one."""
    for line in text.lstrip().splitlines():
        title = line.lstrip("# ").strip()
        if title:
            return title if len(title) <= 120 else title[:119].rstrip() + "…"
    return ""


def _line(name: str, value: str) -> str:
    if len(value) > FIELD_LIMIT:
        raise Unfit(Reason.TOO_LARGE, f"{name} of {len(value):,} characters")
    return " ".join(value.replace("\0", "").split())


def _encodable(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError as err:
        raise Unfit(Reason.ENCODING, f"half of a surrogate pair at position {err.start}") from err
