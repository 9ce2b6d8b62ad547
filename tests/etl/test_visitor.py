"""The web's doors on a server of our own: robots.txt, pauses, busy servers, conditional requests, redirections, feeds and sitemaps."""

from __future__ import annotations

import gzip
import http.server
import time
from collections.abc import Iterator
from datetime import date
from email.utils import formatdate
from pathlib import Path

import pytest

from etl.extract import address, read
from etl.extract.addresses import identity
from etl.extract.feeds import parse
from etl.extract.kept_pages import Pages
from etl.extract.terms import Terms
from etl.extract.visitor import Visitor
from etl.extract.watching import watched
from etl.rejects import Reason, Reject, Unfit
from graph.records import Article
from tests.web_site import Answer, Site

LATEST = date(2026, 11, 26)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    yield made
    made.server.shutdown()
    made.server.server_close()


def page(who: str, head: str = "") -> bytes:
    return (
        f"<html><head><title>{who} on air</title>{head}</head><body><nav>Home</nav><article><h1>{who} on air</h1><p>{who} was the guest of Omar Vance "
        "on his podcast Open Mic on Saturday, and spoke for an hour about rents in the city.</p><p>The episode drew 41,000 listeners in its "
        "first week, and the host was not surprised by that at all.</p></article></body></html>"
    ).encode()


def visitor(tmp_path: Path | None = None, **given: float) -> tuple[Visitor, list[float]]:
    slept: list[float] = []
    kept = Pages(tmp_path / "pages") if tmp_path else None
    return Visitor(private=True, kept=kept, pause=given.get("pause", 0.0), patience=given.get("patience", 60.0), sleep=slept.append), slept


def test_robots_are_obeyed_also_behind_a_redirection(site: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private\nAllow: /private/open$\nCrawl-delay: 7\n\nUser-agent: Other\nDisallow: /\n"
    site.says = {
        "/robots.txt": (200, {"Content-Type": "text/plain"}, rules),
        "/a": (200, {}, page("Bea")),
        "/private/open": (200, {}, page("Lea")),
        "/moved": (302, {"Location": "/private/b"}, b""),
    }
    guest, slept = visitor()
    assert b"Bea" in guest.page(f"{site.url}/a").data
    assert b"Lea" in guest.page(f"{site.url}/private/open").data
    for path in ("/private/b", "/moved"):
        with pytest.raises(Unfit, match=r"robots\.txt") as caught:
            guest.page(site.url + path)
        assert caught.value.reason is Reason.REFUSED
    assert site.paths() == ["/a", "/private/open", "/moved"]
    assert len(slept) == 2
    assert all(6 < seconds <= 7 for seconds in slept)


def test_a_server_that_cannot_say_what_is_allowed_is_left_alone(site: Site) -> None:
    site.says = {"/robots.txt": (503, {}, b""), "/a": (200, {}, page("Bea"))}
    with pytest.raises(Unfit, match="cannot be had: 503"):
        visitor()[0].page(f"{site.url}/a")
    assert site.paths() == []


def test_a_busy_server_is_waited_for_as_long_as_it_asks(site: Site) -> None:
    turns = iter([(429, {"Retry-After": "3"}, b""), (503, {}, b""), (200, {}, page("Bea"))])
    soon = formatdate(time.time() + 3600, usegmt=True)
    site.says = {"/a": lambda _: next(turns), "/b": (500, {}, b""), "/c": (429, {"Retry-After": soon}, b"")}
    guest, slept = visitor(pause=0.001)
    assert b"Bea" in guest.page(f"{site.url}/a").data
    assert [round(s, 3) for s in slept if s > 0.0011] == [3, 0.004]
    with pytest.raises(Unfit, match=r"500.*3 times"):
        guest.page(f"{site.url}/b")
    with pytest.raises(Unfit, match=r"come back after 3,[56]\d\d seconds"):
        guest.page(f"{site.url}/c")
    asked = len(site.asked)
    with pytest.raises(Unfit, match="left alone"):
        guest.page(f"{site.url}/d")
    assert len(site.asked) == asked


def test_a_kept_page_is_asked_for_again_only_on_condition(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site.says = {"/a": (200, {"ETag": '"1"', "Last-Modified": "Tue, 13 Aug 2024 10:00:00 GMT"}, page("Bea")), "/gone": (410, {}, b"")}
    guest, _ = visitor(tmp_path)
    first = guest.page(f"{site.url}/a")
    assert guest.page(f"{site.url}/a") == first, "fresh: nobody is asked"
    assert guest.page(f"{site.url}/a", again=True) == first
    for _ in range(2):
        with pytest.raises(Unfit, match="410"):
            guest.page(f"{site.url}/gone")
    assert [(p, s) for p, s in site.asked if p != "/robots.txt"] == [("/a", "200"), ("/a", "304"), ("/gone", "410")]
    monkeypatch.setattr("etl.extract.visitor.FRESH", 0.0)
    another, _ = visitor(tmp_path)
    site.says["/a"] = (200, {"ETag": '"2"'}, page("Lea"))
    assert b"Lea" in another.page(f"{site.url}/a").data
    monkeypatch.setattr("etl.extract.kept_pages.LIMIT", 1)
    another.tidy()
    assert another.kept_at(f"{site.url}/a") is None


def test_redirections_bombs_and_slow_servers(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    def slowly(handler: http.server.BaseHTTPRequestHandler) -> Answer:
        for _ in range(40):
            handler.wfile.write(b"H")
            time.sleep(0.05)
        return 200, {}, b""

    packed = {"Content-Encoding": "gzip"}
    site.says = {
        "/inside": (302, {"Location": "http://169.254.169.254/latest"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/bomb": (200, packed, gzip.compress(b"<p>" + b"a" * 50_000_000)),
        "/packed": (200, packed, gzip.compress(page("Bea"))),
        "/cut": (200, packed, gzip.compress(page("Bea"))[:-60]),
        "/short": (200, {"Content-Length": "9999"}, page("Bea")),
        "/slow": slowly,
        "/feed": (200, {"Content-Type": "application/rss+xml"}, b"<rss/>"),
    }
    assert b"Bea" in address.fetch(f"{site.url}/packed", private=True).data
    monkeypatch.setattr(address, "SECONDS", 0.3)
    cases = {
        "/bomb": "more than 3 MB", "/cut": "breaks off", "/short": "breaks off", "/slow": "in time",
        "/file": "http:// or https://", "/feed": "greenroom watch",
    }  # fmt: skip
    for path, why in cases.items():
        with pytest.raises(Unfit, match=why):
            address.fetch(site.url + path, private=True)
    asked: list[str] = []

    def note(url: str) -> None:
        asked.append(url)
        if "169.254" in url:
            raise Unfit(Reason.UNREADABLE, "stopped by the test")

    with pytest.raises(Unfit):
        address.ask(f"{site.url}/inside", private=True, before=note)
    assert asked == [f"{site.url}/inside", "http://169.254.169.254/latest"]
    with pytest.raises(Unfit, match="private network"):
        address.fetch(f"{site.url}/packed")


def test_addresses_and_lists_of_them(site: Site, tmp_path: Path) -> None:
    site.says = {
        "/a": (200, {}, page("Bea", '<meta property="article:published_time" content="2024-08-13">')),
        "/latin": (200, {"Content-Type": "text/html; charset=iso-8859-1"}, page("Zoe").replace(b"Zoe", b"Zo\xe9")),
        "/text": (200, {"Content-Type": "text/plain"}, b"Al was on air.\n"),
        "/data": (200, {"Content-Type": "application/octet-stream"}, b"?"),
        "/rows.csv": (200, {"Content-Type": "application/octet-stream"}, b"text\nCleo was on air.\n"),
    }
    guest, _ = visitor()
    terms = Terms(latest=LATEST, fetch=guest.page)
    (tmp_path / "list.txt").write_text(f"# pages\n{site.url}/a?utm_source=x#top\n\n{site.url}/none\n{site.url}/text\n")
    site.says["/a?utm_source=x"] = site.says["/a"]
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.urls").write_text(f"{site.url}/a\n")
    host = site.url.removeprefix("http://")
    found = [item for _, item in read([str(tmp_path / "list.txt"), str(tmp_path / "sub"), f"{site.url}/latin", f"{site.url}/data"], terms)]
    assert [(i.id, i.title, i.published) if isinstance(i, Article) else i.reason for i in found] == [
        (f"{host}/a", "Bea on air", "2024-08-13"), Reason.UNREADABLE, (f"{host}/text", "Al was on air.", None),
        Reason.UNSUPPORTED, (f"{host}/latin", "Zoé on air", None), Reason.UNSUPPORTED,
    ]  # fmt: skip
    ((_, row),) = read([f"{site.url}/rows.csv"], terms)
    assert isinstance(row, Article)
    assert row.url == f"{site.url}/rows.csv"
    site.says["/latin"] = (200, {"Content-Type": "text/html; charset=iso-8859-1"}, page("Zoé “Z” Lund"))
    ((_, misnamed),) = read([f"{site.url}/latin"], terms)
    assert isinstance(misnamed, Article)
    assert misnamed.title == "Zoé “Z” Lund on air", "UTF-8 from a server that calls everything Latin-1"


def test_the_id_of_a_page() -> None:
    assert identity("HTTPS://Example.org/a/?utm_source=x&id=7&fbclid=1#top") == "example.org/a?id=7"
    long = "https://example.org/" + "a" * 500
    assert len(identity(long)) == 160
    assert identity(long) != identity(long + "b")


# ------------------------------------------------------------------------------------------------ feeds and sitemaps

RSS = """<?xml version="1.0"?>
<!DOCTYPE rss PUBLIC "x" "y"><rss xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Paper &nbsp; Talk & more</title>
<item><title>Older &mdash; &lt;b&gt;talk&lt;/b&gt;</title><link>/a</link><pubDate>Mon, 12 Aug 2024 10:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator></item>
<item><title>Newer</title><guid>{url}/b</guid><pubDate>Tue, 13 Aug 2024 10:00:00 +0200</pubDate><author>al@example.org (Al Roe)</author></item>
<item><title>No address</title></item><item><title>Odd</title><link>javascript:alert(1)</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><entry><title type="html">A &amp;amp; B</title><link rel="self" href="/self"/>
<link href="{url}/a"/><published>2024-08-12T10:00:00Z</published><updated>2024-08-20T10:00:00Z</updated><author><name>Jane</name></author></entry></feed>"""
NEWS_MAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"
xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><image:image><image:loc>{url}/x.jpg</image:loc></image:image><loc>{url}/a</loc>
<news:news><news:publication><news:name>The Paper</news:name></news:publication><news:publication_date>2024-08-12</news:publication_date>
<news:title>Talk</news:title></news:news></url><url><loc>{url}/b</loc><lastmod>2024-09-01</lastmod></url></urlset>"""


def test_feeds_of_every_kind() -> None:
    url = "https://example.org"
    rss = parse(RSS.format(url=url).encode(), f"{url}/feed")
    assert [(e.url, dict(e.told)) for e in rss.entries] == [
        (f"{url}/a", {"title": "Older — talk", "author": "Jane Doe", "published": "Mon, 12 Aug 2024 10:00:00 GMT"}),
        (f"{url}/b", {"title": "Newer", "author": "Al Roe", "published": "Tue, 13 Aug 2024 10:00:00 +0200"}),
    ]
    (entry,) = parse(ATOM.format(url=url).encode(), url).entries
    assert (entry.url, entry.told["title"], entry.told["published"]) == (f"{url}/a", "A & B", "2024-08-12T10:00:00Z")
    assert entry.changed == 1724148000
    first, second = parse(NEWS_MAP.format(url=url).encode(), url).entries
    assert (first.url, dict(first.told)) == (f"{url}/a", {"title": "Talk", "outlet": "The Paper", "published": "2024-08-12"})
    assert (second.url, dict(second.told)) == (f"{url}/b", {})
    (entry,) = parse(b'{"items": [{"url": "/a", "title": "T", "date_published": "2024-08-12T10:00:00Z"}, 7]}', url).entries
    assert entry.told["published"] == "2024-08-12T10:00:00Z"
    (feed,) = parse(b'<!doctype html><link rel=alternate type="application/rss+xml" href="/feed.xml">', url).further
    assert feed.url == f"{url}/feed.xml"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"<rss><channel><item>", Reason.BROKEN),
        (b'<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss>&b;</rss>' + b"<!ENTITY", Reason.BROKEN),
        (b"<svg/>", Reason.UNSUPPORTED),
        (b"<html><body>No feed</body></html>", Reason.UNSUPPORTED),
        (b'{"a": 1}', Reason.BROKEN),
        (b"Nothing", Reason.BROKEN),
    ],
)
def test_what_is_no_feed_is_told(data: bytes, reason: Reason) -> None:
    with pytest.raises(Unfit) as caught:
        parse(data, "https://example.org/")
    assert caught.value.reason is reason


def test_watching_asks_only_for_what_is_new(site: Site, tmp_path: Path) -> None:
    index = f"<sitemapindex><sitemap><loc>{site.url}/news.xml.gz</loc></sitemap></sitemapindex>"
    site.says = {
        "/feed": (200, {"Content-Type": "application/rss+xml", "ETag": '"f"'}, RSS.format(url=site.url).encode()),
        "/sitemap.xml": (200, {"Content-Type": "application/xml"}, index.encode()),
        "/news.xml.gz": (200, {"Content-Type": "application/gzip"}, gzip.compress(NEWS_MAP.format(url=site.url).encode())),
        "/a": (200, {"ETag": '"a"'}, page("Bea")),
        "/b": (200, {}, page("Lea", '<meta property="article:published_time" content="2024-08-14">')),
    }
    feeds = [f"{site.url}/feed", f"{site.url}/sitemap.xml", f"{site.url}/nowhere"]

    def look() -> list[Article | Reject]:
        guest, _ = visitor(tmp_path)
        found = watched(feeds, guest, terms=Terms(latest=LATEST))
        assert [r.path for r in found.rejects] == [f"{site.url}/nowhere"]
        return [item for _, item in read(found.urls, found.terms)]

    newer, older = look()
    assert isinstance(newer, Article)
    assert isinstance(older, Article)
    assert (newer.url, newer.published, newer.author) == (f"{site.url}/b", "2024-08-14", "Al Roe"), "the page's own date counts first"
    assert (older.url, older.published, older.author) == (f"{site.url}/a", "2024-08-12", "Jane Doe"), "the feed's where it has none"
    before = len(site.asked)
    assert look() == [newer, older]
    again = site.asked[before:]
    assert ("/feed", "304") in again
    assert not {"/a", "/b"} & {path for path, _ in again}
    site.says["/feed"] = (
        200,
        {"Content-Type": "application/rss+xml"},
        RSS.format(url=site.url).replace("12 Aug 2024", "12 Aug 2044").encode(),
    )
    before = len(site.asked)
    look()
    assert [s for p, s in site.asked[before:] if p == "/a"] == ["304"], "called changed by the feed: asked, on condition"
