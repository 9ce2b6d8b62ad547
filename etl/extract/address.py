"""Pages fetched from an address on the web, within limits: http and https only, no private network, a size and a time."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import time
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from etl.extract.web import PAGE_LIMIT
from etl.rejects import Reason, Unfit

SECONDS = 15.0
"""How long connecting, each wait for an answer, and reading all of it may take."""
MOST_TURNS = 5
"""Redirections that are followed."""
_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md", "application/json": ".json",
}  # fmt: skip
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Page:
    """What stands at an address after all redirections: the ending of the reader for it, and its bytes."""

    url: str
    ending: str
    data: bytes


def fetch(url: str, *, private: bool = False) -> Page:
    """Get a page.

    Args:
        url: its address.
        private: whether it may lie on this machine or in a private network.

    Raises:
        Unfit: the address is not one of http or https, lies in a private network, or does not give an article's page in time and size.
    """
    at = url.strip()
    for _ in range(MOST_TURNS + 1):
        answer = _ask(_parts(at), private)
        if isinstance(answer, Page):
            return answer
        at = urljoin(at, answer)
    raise Unfit(Reason.UNREADABLE, f"more than {MOST_TURNS} redirections")


def _parts(url: str) -> SplitResult:
    if len(url) > _LONGEST:
        raise Unfit(Reason.TOO_LARGE, f"an address of {len(url):,} characters")
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as err:
        raise Unfit(Reason.UNREADABLE, f"not an address: {err}") from err
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise Unfit(Reason.UNREADABLE, "only addresses that begin with http:// or https:// are fetched")
    if parts.username or parts.password:
        raise Unfit(Reason.UNREADABLE, "an address with a user name or password is not fetched")
    return parts


def _place(parts: SplitResult, private: bool) -> tuple[str, int]:
    """The numeric address to connect to. It is looked up once: a second look could lead elsewhere."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as err:
        raise Unfit(Reason.UNREADABLE, f"{parts.hostname} is not known") from err
    hosts = [str(info[4][0]) for info in found]
    if not private and not all(ipaddress.ip_address(h.partition("%")[0]).is_global for h in hosts):
        raise Unfit(Reason.UNREADABLE, f"{parts.hostname} lies in a private network")
    return hosts[0], port


def _ask(parts: SplitResult, private: bool) -> Page | str:
    """The page, or where it says that it has moved to."""
    host, port = _place(parts, private)
    connection = http.client.HTTPConnection(parts.hostname or "", port, timeout=SECONDS)
    try:
        connection.sock = socket.create_connection((host, port), SECONDS)
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(connection.sock, server_hostname=parts.hostname)
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request(
            "GET", target, headers={"User-Agent": "Greenroom", "Accept": "text/html, text/plain", "Accept-Encoding": "identity"}
        )
        answer = connection.getresponse()
        if answer.status in (301, 302, 303, 307, 308) and answer.headers["Location"]:
            return str(answer.headers["Location"])
        if answer.status != 200:
            raise Unfit(Reason.UNREADABLE, f"the server answers {answer.status} {answer.reason}")
        kind = answer.headers.get_content_type()
        if kind not in _ENDINGS:
            raise Unfit(Reason.UNSUPPORTED, f"a page of type {kind}")
        return Page(parts.geturl(), _ENDINGS[kind], _body(answer))
    except (OSError, http.client.HTTPException, ValueError) as err:
        raise Unfit(Reason.UNREADABLE, f"{parts.hostname} cannot be read: {str(err) or type(err).__name__}") from err
    finally:
        connection.close()


def _body(answer: http.client.HTTPResponse) -> bytes:
    data = bytearray()
    until = time.monotonic() + SECONDS
    while part := answer.read1(65_536):
        data += part
        if len(data) > PAGE_LIMIT:
            raise Unfit(Reason.TOO_LARGE, f"a page of more than {PAGE_LIMIT // 1_000_000} MB")
        # A server that gives a byte now and then would hold us for ever.
        if time.monotonic() > until:
            raise Unfit(Reason.UNREADABLE, f"the page was not there after {SECONDS:.0f} seconds")
    return bytes(data)
