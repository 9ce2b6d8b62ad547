"""Terms: what the user says about the articles that are taken in, the same for all of them or for each by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from etl.extract.address import Page, fetch
from etl.extract.dates import latest_today

FIELDS = ("id", "text", "title", "published", "outlet", "author", "url")
"""The values of an article that a record may give."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms on which articles are taken in.

    Attributes:
        latest: the last publication date that is not in the future; by default today where the day begins first.
        published: the ISO day for articles that bear no date themselves.
        columns: by field (`FIELDS`) the name of the column or key that holds it.
        fetch: gets the page at an address.
        follow: whether the page is fetched where a record gives an address and no text.
        told: by address what is known of its article already, used where the page itself does not say it.
    """

    latest: date = field(default_factory=latest_today)
    published: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    fetch: Callable[[str], Page] = fetch
    follow: bool = False
    told: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
