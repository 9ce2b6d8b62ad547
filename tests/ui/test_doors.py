"""The doors as a user sees them: what ingest and watch say and how they end, and the page for adding in a browser."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.web_site import Site
from ui.cli import main

Visit = Callable[..., Any]
TALK = "{} was the guest of Omar Vance on his podcast Open Mic on August 3, 2024. The episode drew 41,000 viewers on YouTube."
RSS = "<rss><channel><item><title>Talk</title><link>/talk</link><pubDate>Sat, 3 Aug 2024 10:00:00 GMT</pubDate></item></channel></rss>"
RADIO = "{} will speak on Radio West on Monday, the station said, and listeners may call in with questions of their own."


def page(who: str) -> bytes:
    return f"<html><body><nav>Home</nav><article><h1>Talk</h1><p>{TALK.format(who)}</p><p>{RADIO.format(who)}</p></article></body></html>".encode()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """A site with a feed of one article; what is fetched is kept in a folder of the test's own."""
    monkeypatch.setenv("GREENROOM_CACHE", str(tmp_path / "kept"))
    monkeypatch.setattr("etl.extract.visitor.PAUSE", 0.0)
    monkeypatch.setattr("time.sleep", lambda _: None)
    made = Site()
    made.says = {
        "/feed": (200, {"Content-Type": "application/rss+xml", "ETag": '"1"'}, RSS.encode()),
        "/talk": (200, {}, page("Bea Thorne")),
        "/other": (200, {}, page("Cleo Marsh")),
    }
    yield made
    made.server.shutdown()
    made.server.server_close()


def test_what_comes_in_by_which_door(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*words: object) -> tuple[int, str, str]:
        try:
            status = main([str(w) for w in (*words, "--store", tmp_path / "s.db")])
        except SystemExit as end:
            status = int(str(end.code))
        out, err = capsys.readouterr()
        return status, out, err

    def published() -> dict[str, str | None]:
        run("query", "MATCH (a:Article) RETURN a._article AS id, a.published AS day", "--format", "json")
        rows = json.loads(run("query", "MATCH (a:Article) RETURN a._article AS id, a.published AS day", "--format", "json")[1])
        return {r["id"]: r["day"] for r in rows}

    (tmp_path / "scan.pdf").write_bytes(b"%PDF-1.4 and nothing more")
    status, out, err = run("ingest", tmp_path / "scan.pdf")
    assert (status, "1 rejected" in out) == (1, True), "not one article could be read"
    assert "scan.pdf: broken file" in err
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("x.txt", TALK.format("Otto Brandt"))
    (tmp_path / "t.csv").write_text(f"Kopf;Story\nA talk;{TALK.format('Mia Falk')}\n")
    given = ("--published", "2024-08-05", "--column", "title=Kopf", "--column", "text=Story")
    status, out, _ = run("ingest", tmp_path / "a.zip", tmp_path / "t.csv", tmp_path / "scan.pdf", *given)
    assert (status, out.split(" in ")[0]) == (0, "3 articles: 2 added, 0 updated, 0 unchanged, 1 rejected")
    assert run("ingest", tmp_path / "t.csv", "--column", "headline=x")[0] == 2
    assert run("ingest", tmp_path / "t.csv", "--published", "2099-01-01")[0] == 2
    status, _, err = run("ingest", f"{site.url}/talk")
    assert (status, "private network" in err) == (1, True)
    for expected in ("1 added, 0 updated, 0 unchanged", "0 added, 0 updated, 1 unchanged"):
        status, out, _ = run("watch", f"{site.url}/feed", "--allow-private")
        assert (status, expected in out) == (0, True), out
    assert site.paths() == ["/feed", "/talk", "/feed"]
    assert site.asked[-1] == ("/feed", "304")
    status, out, err = run("watch", f"{site.url}/none", "--allow-private")
    assert (status, "404" in err) == (1, True)
    assert run("watch", "feed.xml")[0] == 2
    rounds = iter([None, None])
    monkeypatch.setattr("time.sleep", lambda seconds: next(rounds) if seconds > 100 else None)
    site.says["/other"] = (200, {}, b"<html><body>No article</body></html>")
    site.says["/feed"] = (200, {"Content-Type": "application/rss+xml"}, RSS.replace("/talk", "/other").encode())
    status, out, err = run("watch", f"{site.url}/feed", "--allow-private", "--every", "5")
    assert out.count("1 of 1 feeds read") == 3, "until there are no more rounds"
    assert err.count("rejected http") == 1, err
    host = site.url.removeprefix("http://")
    assert published() == {"x": "2024-08-05", "t-1": "2024-08-05", f"{host}/talk": "2024-08-03"}


@pytest.mark.browser
def test_the_page_for_adding_takes_the_same(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setenv("GREENROOM_FETCH_PRIVATE", "1")
    explorer, visit = request.getfixturevalue("fresh_explorer"), request.getfixturevalue("visit")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("in/x.txt", TALK.format("Otto Brandt"))
        archive.writestr("in/bad.pdf", b"no")
    shown = visit(f"{explorer}/add?door=Upload")
    field = shown.get_by_label("Published, where a file does not say it")
    field.fill("soon", timeout=60_000)
    shown.locator("input[type=file]").set_input_files(
        [{"name": "all.zip", "mimeType": "application/zip", "buffer": packed.getvalue()},
         {"name": "t.tsv", "mimeType": "text/plain", "buffer": f"Kopf\ttext\nA talk\t{TALK.format('Mia Falk')}\n".encode()},
         {"name": "c.warc.gz", "mimeType": "application/gzip", "buffer": b"no crawl"}]
    )  # fmt: skip
    shown.get_by_text("t.tsv").wait_for(timeout=30_000)
    shown.get_by_role("button", name="Read them").click()
    shown.get_by_text("unreadable date").wait_for(timeout=60_000)
    field.fill("2024-08-05")
    shown.get_by_label("Columns of a table").fill("title=Kopf")
    shown.get_by_role("button", name="Read them").click()
    shown.get_by_role("button", name="Load all 2").wait_for(timeout=120_000)
    shown.get_by_text("all.zip#in/bad.pdf: broken file").wait_for(timeout=20_000)
    shown.get_by_text("c.warc.gz: broken file").wait_for(timeout=20_000)
    assert "5 August 2024" in shown.inner_text("body")
    shown.goto(f"{explorer}/add?door=Address")
    shown.get_by_role("textbox", name="Addresses, one a line").fill(f"{site.url}/other\n{site.url}/nowhere", timeout=60_000)
    shown.get_by_role("button", name="Fetch and read").click()
    shown.get_by_role("button", name="Load this article").click(timeout=120_000)
    shown.get_by_text("1 article loaded").wait_for(timeout=60_000)
