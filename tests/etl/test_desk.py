"""The desk: what is handed in is read without being loaded, corrected, loaded, and taken back."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from etl.desk import Paper, lay_out, pasted, put, renamed, safe
from etl.extract.address import fetch
from etl.imports import imports, take_back
from etl.load import loaded
from etl.rejects import Reason, Unfit
from graph.omitting import key, without
from graph.records import Facts, check
from graph.store import Store

TEXT = (
    "Bea Thorne was the guest of Omar Vance on his podcast Open Mic on August 3, 2024. The episode drew 41,000 viewers on YouTube. "
    "“Rents are a scandal,” Thorne said. She went on the show to reach young commuters.\n"
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with Store.open(str(tmp_path_factory.mktemp("desk") / "store.db")) as opened:
        yield opened


@pytest.fixture(scope="module")
def facts(store: Store) -> Facts:
    laid = lay_out([pasted(TEXT, {"title": "Thorne: at the “microphone”", "published": "2024-08-04"})], store)
    assert not laid.rejects
    return laid.facts[0]


def test_what_is_read_is_not_loaded(store: Store, facts: Facts) -> None:
    assert facts.article.title == "Thorne: at the “microphone”"
    assert facts.article.published == "2024-08-04"
    assert facts.article.text == TEXT
    assert facts.appearances
    assert not loaded(store)


def test_papers_of_one_name_stay_apart_and_what_is_unfit_is_told(store: Store) -> None:
    other = TEXT.replace("Bea Thorne", "Cleo Marsh").replace("Thorne", "Marsh")
    given = [
        Paper("a/news.txt", TEXT.encode()),
        Paper("b\\news.txt", other.encode()),
        Paper("x.txt", b"\0\1\2"),
        Paper("y.txt", TEXT.encode()),
    ]
    laid = lay_out(given, store)
    assert len({f.article.id for f in laid.facts}) == 2
    assert [(r.path, r.reason) for r in laid.rejects] == [("x.txt", Reason.BINARY), ("y.txt", Reason.DUPLICATE)]
    assert "/" not in laid.rejects[1].detail.replace("a/news.txt", "")


def test_a_name_of_a_file_is_made_safe() -> None:
    assert safe("../../etc/passwd.MD") == "passwd.md"
    assert safe("…") == "article"
    assert safe("a b<c>.txt") == "a-b-c.txt"


def test_a_dropped_entity_takes_along_what_names_it(facts: Facts) -> None:
    number = next(n for n, e in enumerate(facts.entities) if e.name == "Omar Vance")
    left = without(facts, [key("entities", number)])
    check(left)
    gone = facts.entities[number].id
    assert all(gone not in (*a.guests, *a.hosts) for a in left.appearances)
    assert all(gone not in (r.subject, r.object) for r in left.relations)
    assert len(left.relations) < len(facts.relations)


def test_a_dropped_appearance_leaves_its_motive_without_one(facts: Facts) -> None:
    left = without(facts, [key("appearances", n) for n in range(len(facts.appearances))])
    check(left)
    assert not left.appearances
    assert all(m.appearance is None for m in left.motives)


def test_a_corrected_name_loses_the_lexicons_id(facts: Facts) -> None:
    tube = next(e for e in facts.entities if e.name == "YouTube")
    assert tube.wikidata
    assert renamed(tube, type_=tube.type, name=tube.name) is tube
    assert renamed(tube, type_="Show", name="YouTube").wikidata is None


def test_the_last_import_is_taken_back_after_a_restart_and_what_it_replaced_comes_again(tmp_path: Path, facts: Facts) -> None:
    folder = str(tmp_path / "store.db")
    shown = "MATCH (p:Person)-[r:HOSTS]->(:Show) RETURN count(r) AS n"
    with Store.open(folder) as store:
        put(store, [facts])
        again = lay_out([pasted(TEXT, {"title": "Thorne: at the “microphone”", "published": "2024-08-04"})], store)
        assert (len(again.facts), again.unchanged) == (0, 1)
        put(store, [without(facts, [key("relations", 0)])])
        assert store.read(shown)[0]["n"] == 0
    with Store.open(folder) as store:
        assert [i.articles for i in imports(store)] == [(facts.article.id,)] * 2
        assert take_back(store).articles == (facts.article.id,)
        assert store.read(shown)[0]["n"] == 1
        put(store, [replace(facts, article=replace(facts.article, id="another"))])
        take_back(store)
        assert list(loaded(store)) == [facts.article.id]
        take_back(store)
        assert not loaded(store)


class _Pages(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        turns = {"/moved": "/page", "/round": "/round", "/inside": "http://127.0.0.1:1/"}
        if self.path in turns:
            self.send_response(302)
            self.send_header("Location", turns[self.path])
            self.end_headers()
            return
        self.send_response(404 if self.path == "/none" else 200)
        self.send_header("Content-Type", "image/png" if self.path == "/picture" else "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(
            b"x" * 4_000_000 if self.path == "/large" else b"<html><body><article><p>Bea Thorne spoke.</p></article></body></html>"
        )

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Pages)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def test_a_page_is_fetched_after_its_redirections(site: str) -> None:
    page = fetch(f"{site}/moved", private=True)
    assert (page.url, page.ending) == (f"{site}/page", ".html")
    assert b"Bea Thorne" in page.data


@pytest.mark.parametrize(
    ("path", "private", "why"),
    [
        ("/page", False, "private network"),
        ("/none", True, "404"),
        ("/round", True, "redirections"),
        ("/picture", True, "image/png"),
        ("/large", True, "more than 3 MB"),
    ],
)
def test_what_may_not_be_fetched_is_told(site: str, path: str, private: bool, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        fetch(f"{site}{path}", private=private)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "http://", "http://a:b@example.org/", "http://[::1"]
)
def test_only_plain_web_addresses_are_fetched(url: str) -> None:
    with pytest.raises(Unfit):
        fetch(url, private=True)


def test_private_addresses_are_refused_in_every_spelling() -> None:
    for host in ("127.0.0.1", "[::1]", "localhost", "10.0.0.1", "169.254.169.254", "0.0.0.0", "[::ffff:127.0.0.1]", "2130706433"):
        with pytest.raises(Unfit):
            fetch(f"http://{host}/")
