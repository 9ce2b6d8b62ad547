"""Pages fetched from an address on the web, within limits: http and https only, no private network, a size and a time."""

from __future__ import annotations

import http.client
import io
import ipaddress
import os
import socket
import ssl
import threading
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from etl.extract.sources import FILE_LIMIT, PAGE_LIMIT
from etl.rejects import Reason, Unfit

SECONDS = 15.0
"""How long connecting may take, each wait for an answer, and a page from the first byte to the last; other files have four times that."""
MOST_TURNS = 5
"""Redirections that are followed."""
AGENT = "Greenroom"
"""What we call ourselves to servers, and in robots.txt."""

_ENDINGS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md", "application/json": ".json",
    "application/pdf": ".pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "message/rfc822": ".eml", "text/csv": ".csv", "application/x-ndjson": ".jsonl", "application/warc": ".warc",
}  # fmt: skip
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
_LONGEST = 2_000
_MOST_HOSTS = 3
_MOVED = (301, 302, 303, 307, 308)
_SAFE = "/%:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says after all redirections: the address, the status, the headers by their names in lower case, the body."""

    url: str
    status: int
    said: str
    headers: Mapping[str, str]
    data: bytes


@dataclass(frozen=True, slots=True)
class Page:
    """What stands at an address after all redirections: the ending of the reader for it, its bytes, the encoding that is declared."""

    url: str
    ending: str
    data: bytes
    charset: str = ""

    def stream(self) -> io.BytesIO:
        """The bytes, from the beginning."""
        return io.BytesIO(self.data)


def fetch(url: str, *, private: bool = False) -> Page:
    """Get a page.

    Args:
        url: its address.
        private: whether it may lie on this machine or in a private network.

    Raises:
        Unfit: the address is not one of http or https, lies in a private network, or does not give an article's page in time and size.
    """
    return page_of(ask(url, private=private))


def page_of(answer: Answer) -> Page:
    """The page in an answer.

    Raises:
        Unfit: the answer is none, or of a kind that nothing reads.
    """
    if answer.status != 200:
        raise Unfit(Reason.UNREADABLE, f"the server answers {answer.status} {answer.said}".rstrip())
    kind, _, rest = answer.headers.get("content-type", "text/plain").partition(";")
    kind = kind.strip().lower()
    if kind in _FEEDS:
        raise Unfit(Reason.UNSUPPORTED, "a feed or sitemap: greenroom watch reads these")
    ending = _ENDINGS.get(kind) or _by_name(answer.url)
    if not ending:
        raise Unfit(Reason.UNSUPPORTED, f"a page of type {kind[:60]}")
    charset = rest.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
    return Page(answer.url, ending, answer.data, charset)


def ask(
    url: str, *, private: bool = False, headers: Mapping[str, str] | None = None, before: Callable[[str], None] | None = None
) -> Answer:
    """What a server says to a GET, whatever its status.

    Args:
        url: the address.
        private: whether it may lie on this machine or in a private network.
        headers: what else is said in the request, such as If-None-Match.
        before: called with each address, also those of redirections, before it is asked; what it raises ends the asking.

    Raises:
        Unfit: the address is not one of http or https, lies in a private network, or nothing answers in time and size.
    """
    at = url.strip()
    for _ in range(MOST_TURNS + 1):
        parts = _parts(at)
        if before:
            before(at)
        answer = _ask(parts, private, headers or {})
        if answer.status not in _MOVED or not answer.headers.get("location"):
            return answer
        at = urljoin(at, answer.headers["location"])
    raise Unfit(Reason.UNREADABLE, f"more than {MOST_TURNS} redirections")


def _by_name(url: str) -> str:
    """The ending of a file that a server sends as bytes of whatever kind."""
    ending = os.path.splitext(urlsplit(url).path)[1].lower()
    return ending if ending in {*_ENDINGS.values()} else ""


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


def _connected(parts: SplitResult, private: bool) -> tuple[int, socket.socket]:
    """The port, and a connection to it. The name is looked up once: a second look could lead elsewhere."""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    try:
        found = socket.getaddrinfo(parts.hostname, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as err:
        raise Unfit(Reason.UNREADABLE, f"{parts.hostname} is not known") from err
    hosts = list(dict.fromkeys(str(info[4][0]) for info in found))
    if not private and not all(ipaddress.ip_address(h.partition("%")[0]).is_global for h in hosts):
        raise Unfit(Reason.UNREADABLE, f"{parts.hostname} lies in a private network")
    for host in hosts[:_MOST_HOSTS]:
        try:
            return port, socket.create_connection((host, port), SECONDS)
        except OSError as err:
            refused = err
    raise Unfit(Reason.UNREADABLE, f"{parts.hostname} cannot be read: {refused}")


def _ask(parts: SplitResult, private: bool, headers: Mapping[str, str]) -> Answer:
    port, sock = _connected(parts, private)
    connection = http.client.HTTPConnection(parts.hostname or "", port, timeout=SECONDS)
    try:
        connection.sock = sock
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(sock, server_hostname=parts.hostname)
        target = quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=_SAFE)
        said = {"User-Agent": AGENT, "Accept": "text/html, text/plain, */*;q=0.5", "Accept-Encoding": "gzip, identity", **headers}
        with _deadline(connection.sock) as timer:
            connection.request("GET", target, headers=said)
            answer = connection.getresponse()
            data = b"" if answer.status in (*_MOVED, 304) else _body(answer, timer)
        return Answer(parts.geturl(), answer.status, answer.reason, {k.lower(): v for k, v in answer.headers.items()}, data)
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as err:
        raise Unfit(Reason.UNREADABLE, f"{parts.hostname} cannot be read: {str(err) or type(err).__name__}") from err
    finally:
        connection.close()


class _Timer:
    """Whether the time is over; the socket is shut then, so that whoever waits for it goes on."""

    def __init__(self, sock: socket.socket) -> None:
        self.over = False
        self._sock = sock
        self._start(2 * SECONDS)

    def _start(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._shut)
        self._timer.daemon = True
        self._timer.start()

    def again(self, seconds: float) -> None:
        """Count from now on."""
        self.stop()
        self._start(seconds)

    def stop(self) -> None:
        self._timer.cancel()

    def _shut(self) -> None:
        self.over = True
        try:
            self._sock.shutdown(socket.SHUT_RDWR)
        except OSError:
            self.over = True  # it is closed already


@contextmanager
def _deadline(sock: socket.socket) -> Iterator[_Timer]:
    """A server that gives a byte now and then would hold us for ever."""
    timer = _Timer(sock)
    try:
        yield timer
    except (OSError, http.client.HTTPException):
        if timer.over:
            raise Unfit(Reason.UNREADABLE, "the page was not there in time") from None
        raise
    finally:
        timer.stop()
    if timer.over:
        raise Unfit(Reason.UNREADABLE, "the page was not there in time")


def _body(answer: http.client.HTTPResponse, timer: _Timer) -> bytes:
    page = answer.headers.get_content_type() in ("text/html", "application/xhtml+xml")
    limit = PAGE_LIMIT if page else FILE_LIMIT
    timer.again(SECONDS if page else 4 * SECONDS)
    packed = answer.headers.get("Content-Encoding", "identity").strip().lower()
    if packed not in ("gzip", "x-gzip", "deflate", "identity", ""):
        raise Unfit(Reason.ENCODING, f"sent as {packed[:40]}, which was not asked for")
    unpack = zlib.decompressobj(47) if packed not in ("identity", "") else None
    data = bytearray()
    while part := answer.read1(65_536):
        # Never more than one byte beyond the limit, however small a bomb is packed.
        data += unpack.decompress(part, limit + 1 - len(data)) if unpack else part
        if len(data) > limit:
            raise Unfit(Reason.TOO_LARGE, f"a page of more than {limit // 1_000_000} MB")
    if answer.length or (unpack and not unpack.eof and data):
        raise Unfit(Reason.BROKEN, "the page breaks off")
    return bytes(data)


def unpacked(data: bytes, limit: int = FILE_LIMIT) -> bytes:
    """The bytes of something packed by gzip; other bytes as they are.

    Raises:
        Unfit: it is broken, or larger than `limit`.
    """
    if data[:2] != b"\x1f\x8b":
        return data
    unpack = zlib.decompressobj(47)
    try:
        out = unpack.decompress(data, limit + 1)
    except zlib.error as err:
        raise Unfit(Reason.BROKEN, f"not gzip: {err}") from err
    if len(out) > limit:
        raise Unfit(Reason.TOO_LARGE, f"unpacked more than {limit // 1_000_000} MB")
    if not unpack.eof:
        raise Unfit(Reason.BROKEN, "packed by gzip, and cut off")
    return out
