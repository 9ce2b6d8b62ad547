"""The visitor: fetches pages as a polite guest. It keeps to robots.txt (RFC 9309), pauses between two requests to one server, waits as long
as a busy server asks, and asks for a page again only on the condition that it has changed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from protego import Protego

from etl.extract.address import AGENT, Answer, Page, ask, page_of
from etl.extract.kept_pages import Pages
from etl.rejects import Reason, Unfit

PAUSE = 1.0
"""Seconds between two requests to one server; its robots.txt may ask for more."""
PATIENCE = 60.0
"""Seconds that are waited for a busy server; for one that asks for more its pages are left out this time."""
FRESH = 86_400.0
"""Seconds for which a kept page is taken without asking whether it has changed."""
_LONGEST_PAUSE = 30.0
_TRIES = 3
_BUSY = (429, 500, 502, 503, 504)
_GONE = (401, 403, 404, 406, 410, 451)
"""Answers that are kept too: the page is not asked for again before a day is over."""
_ROBOTS_LIMIT = 512_000
_ROBOTS_SECONDS = 3_600.0


class Visitor:
    """Fetches pages, one after another."""

    def __init__(
        self,
        *,
        private: bool = False,
        kept: Pages | None = None,
        pause: float = PAUSE,
        patience: float = PATIENCE,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        """Prepare to fetch.

        Args:
            private: whether pages on this machine or in a private network may be fetched.
            kept: where pages are kept; without it each is fetched anew.
            pause: seconds between two requests to one server.
            patience: seconds that are waited for a busy server at most.
            sleep: waits so many seconds.
        """
        self._private = private
        self._kept = kept
        self._pause = pause
        self._patience = patience
        self._sleep = sleep
        self._rules: dict[str, tuple[Protego | None, float]] = {}
        self._last: dict[str, float] = {}
        self._resting: dict[str, float] = {}
        self.asked = 0
        self.unchanged = 0

    def page(self, url: str, *, again: bool = False, ever: bool = False) -> Page:
        """The page at an address, from what is kept if that is fresh.

        Args:
            url: the address.
            again: whether to ask for a kept page also when it is fresh.
            ever: whether to take a kept page however old it is.

        Raises:
            Unfit: robots.txt refuses it, the server is too busy, or see `etl.extract.address.fetch`.
        """
        return page_of(self.answer(url, again=again, ever=ever))

    def answer(self, url: str, *, again: bool = False, ever: bool = False) -> Answer:
        """What a server says to a GET, or has said before; see `page`."""
        kept = self._kept.get(url) if self._kept else None
        if kept and not again and (ever or 0 <= time.time() - kept.at < FRESH):
            return kept.answer
        answer = self._patiently(url, kept.conditions() if kept else {})
        if kept and answer.status == 304:
            self.unchanged += 1
            answer = kept.answer
        if self._kept and (answer.status == 200 or answer.status in _GONE):
            self._kept.put(url, answer)
        return answer

    def kept_at(self, url: str) -> float | None:
        """When a kept page was asked for (seconds since 1970); None if it is not kept."""
        kept = self._kept.get(url) if self._kept else None
        return kept.at if kept else None

    def tidy(self) -> None:
        """Drop kept pages that are too old or too many."""
        if self._kept:
            self._kept.prune()

    def _patiently(self, url: str, conditions: dict[str, str]) -> Answer:
        server = _server(url)
        if (left := self._resting.get(server, 0.0) - time.monotonic()) > 0:
            raise Unfit(Reason.REFUSED, f"{server} asks to be left alone for another {left:,.0f} seconds")
        for tried in range(1, _TRIES + 1):
            self.asked += 1
            answer = ask(url, private=self._private, headers=conditions, before=self._knock)
            if answer.status not in _BUSY:
                return answer
            wait = _retry_after(answer.headers.get("retry-after", ""), 2.0**tried * self._pause)
            if wait > self._patience:
                self._resting[server] = time.monotonic() + wait
                raise Unfit(Reason.REFUSED, f"{answer.status} {answer.said}: it asks to come back after {wait:,.0f} seconds")
            if tried < _TRIES:
                self._sleep(wait)
        raise Unfit(Reason.REFUSED, f"the server answers {answer.status} {answer.said}, {_TRIES} times")

    def _knock(self, url: str) -> None:
        """Wait until the server may be asked for an address, if it may at all."""
        server = _server(url)
        rules = self._robots(url)
        if rules and not rules.can_fetch(url, AGENT):
            raise Unfit(Reason.REFUSED, f"robots.txt of {urlsplit(url).netloc} keeps programs from this page")
        pause = max(self._pause, min(float((rules.crawl_delay(AGENT) if rules else None) or 0.0), _LONGEST_PAUSE))
        if server in self._last and (left := self._last[server] + pause - time.monotonic()) > 0:
            self._sleep(left)
        self._last[server] = time.monotonic()

    def _robots(self, url: str) -> Protego | None:
        """The rules of a server; None if it has none."""
        server = _server(url)
        rules, at = self._rules.get(server, (None, float("-inf")))
        if time.monotonic() - at > _ROBOTS_SECONDS:
            answer = ask(f"{server}/robots.txt", private=self._private)
            if answer.status in (429, *range(500, 600)):
                # RFC 9309: who cannot say what is allowed allows nothing.
                raise Unfit(Reason.REFUSED, f"{server}/robots.txt cannot be had: {answer.status} {answer.said}")
            found = answer.status == 200
            rules = Protego.parse(answer.data[:_ROBOTS_LIMIT].decode("utf-8", "replace")) if found else None
            self._rules[server] = (rules, time.monotonic())
        return rules


def _server(url: str) -> str:
    parts = urlsplit(url.strip())
    return f"{parts.scheme}://{parts.netloc}".lower()


def _retry_after(words: str, otherwise: float) -> float:
    """The seconds of a Retry-After, which is a number or a date."""
    if words.strip().isdecimal():
        return float(words.strip()[:9])
    try:
        return max(0.0, (parsedate_to_datetime(words) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return otherwise
