"""The readers: every kind of file gives its article to the letter, and every kind of bad file its reason."""

from __future__ import annotations

import io
import json
import os
import stat
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.extract import READERS, read, reader
from etl.extract.dates import published_day
from etl.extract.fields import TEXT_LIMIT
from etl.extract.markdown import split
from etl.extract.sources import FILE_LIMIT
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject, Unfit
from graph.errors import InputError
from graph.records import Article
from graph.store import Store

LATEST = date(2026, 11, 26)
PAGE = """<!doctype html><html><head><title>A talk on air</title>
<meta name="author" content="Jane Doe"><meta property="og:site_name" content="The Paper">
<meta property="article:published_time" content="{published}"></head>
<body><nav>Home Sports Weather</nav><article><h1>A talk on air</h1>
<p>The minister spoke for an hour on the morning programme and took questions from listeners all over the country.</p>
<p>“Nobody asked me about the budget,” she said afterwards, and the host agreed that this had been a surprise to him.</p>
</article><footer>Imprint</footer></body></html>"""


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def items(*paths: Path | str) -> list[Article | Reject]:
    return [item for _, item in read([str(p) for p in paths], Terms(latest=LATEST))]


def articles(*paths: Path | str) -> list[Article]:
    found = items(*paths)
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]


def reason(path: Path | str) -> Reason:
    (item,) = items(path)
    assert isinstance(item, Reject), item
    return item.reason


def test_every_registered_reader_loads_and_has_a_documented_module() -> None:
    for ending in READERS:
        found = reader(ending)
        assert callable(found)
        assert found.__doc__, ending


# ------------------------------------------------------------------------------------------------ Markdown


def test_markdown_keeps_the_body_to_the_letter(tmp_path: Path) -> None:
    body = "First “line”.  \n\n\tSecond — 😀 line\r\nthird\n\n"
    path = write(
        tmp_path, "talk.md", f'---\ntitle: "A: talk"\npublished: 2024-08-13\noutlet: The Paper\nauthor: J. Doe\nurl: x:y\n---\n{body}'
    )
    assert articles(path) == [Article("talk", body, "A: talk", "The Paper", "J. Doe", "x:y", "2024-08-13")]


@pytest.mark.parametrize(
    "written", ["2024-08-13", "'2024-08-13'", '"2024-08-13"', "2024-08-13T23:59:00+02:00", "August 13, 2024", "13 Aug. 2024"]
)
def test_front_matter_dates(tmp_path: Path, written: str) -> None:
    assert articles(write(tmp_path, "a.md", f"---\npublished: {written}\n---\nText."))[0].published == "2024-08-13"


def test_without_front_matter_or_date_nothing_is_guessed(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, "a.md", "# The headline\n\nOn Monday he spoke, on August 3, 2020."))
    assert (article.title, article.published, article.text[:3]) == ("The headline", None, "# T")


def test_titles_keep_what_yaml_would_retype(tmp_path: Path) -> None:
    for title in ("No", "1984", "2024-08-13", "null"):
        assert articles(write(tmp_path, "a.md", f"---\ntitle: {title}\n---\nText."))[0].title == title


def test_carriage_returns_in_front_matter(tmp_path: Path) -> None:
    (article,) = articles(write(tmp_path, "a.md", "---\r\ntitle: T\r\n---\r\nOne\r\nTwo"))
    assert (article.title, article.text) == ("T", "One\r\nTwo")


def test_byte_order_mark_is_no_character_of_the_text(tmp_path: Path) -> None:
    assert articles(write(tmp_path, "a.md", b"\xef\xbb\xbf---\ntitle: T\n---\nBody"))[0].text == "Body"


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_body_survives_the_split(body: str) -> None:
    assert split(f"---\ntitle: T\n---\n{body}") == ({"title": "T"}, body)


@pytest.mark.parametrize(
    "front",
    [
        "title: T\nno end",
        "title: [1, 2\n---\nText",
        "title: a: b\n---\nText",
        "- one\n- two\n---\nText",
        "a: &a [*a]\n b\n---\nText",
        "[" * 1200 + "\n---\nx",
    ],
)
def test_broken_front_matter(tmp_path: Path, front: str) -> None:
    assert reason(write(tmp_path, "a.md", f"---\n{front}")) is Reason.FRONT_MATTER


def test_broken_front_matter_names_the_line(tmp_path: Path) -> None:
    (item,) = items(write(tmp_path, "a.md", "---\ntitle: T\noutlet: [x\n---\nText"))
    assert "line 4" in str(item) or "line 3" in str(item)


# ------------------------------------------------------------------------------------------- bad files of any kind


def test_bad_files(tmp_path: Path) -> None:
    big_line = b"word " * 2_000_000
    cases = {
        "empty.md": (b"", Reason.EMPTY),
        "blank.txt": (b" \n\t ", Reason.EMPTY),
        "mark.txt": (b"\xef\xbb\xbf", Reason.EMPTY),
        "picture.md": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", Reason.BINARY),
        "noise.txt": (bytes(range(1, 256)) * 8, Reason.BINARY),
        "latin.md": ("Café in Zürich, he said".encode("latin-1"), Reason.ENCODING),
        "wide.txt": ("A talk".encode("utf-16"), Reason.ENCODING),
        "line.txt": (big_line, Reason.TOO_LARGE),
        "line.html": (b"<p>" + big_line, Reason.TOO_LARGE),
        "line.json": (b'{"text": "' + big_line + b'"}', Reason.TOO_LARGE),
        "line.jsonl": (b'{"text": "' + big_line + b'"}', Reason.TOO_LARGE),
        "line.csv": (b"text\n" + big_line, Reason.TOO_LARGE),
        "word.txt": (b"x" * 3000, Reason.TOO_LARGE),
        "huge.md": (b"x" * (FILE_LIMIT + 1), Reason.TOO_LARGE),
        "front.md": (b"---\ntitle: T\n---\n", Reason.NO_TEXT),
        "future.md": (b"---\npublished: 2099-01-01\n---\nText", Reason.DATE_FUTURE),
        "month.md": (b"---\npublished: 2024-08\n---\nText", Reason.DATE_UNREADABLE),
        "order.md": (b"---\npublished: 08/13/2024\n---\nText", Reason.DATE_UNREADABLE),
        "never.md": (b"---\npublished: 2024-02-30\n---\nText", Reason.DATE_UNREADABLE),
        "thing.odt": (b"PK", Reason.UNSUPPORTED),
        "thing.pdf": (b"%PDF", Reason.BROKEN),
        "nothing.html": (b"<html><body></body></html>", Reason.NO_TEXT),
        "not.json": (b"{", Reason.BROKEN),
        "word.json": (b'"word"', Reason.BROKEN),
        "deep.json": (b"[" * 200_000, Reason.BROKEN),
        "half.json": (b'{"text": "\\ud800"}', Reason.ENCODING),
        "nul.json": (b'{"text": "a\\u0000b"}', Reason.BINARY),
        "none.jsonl": (b"\n\n", Reason.EMPTY),
        "columns.csv": (b"a,b\n1,2\n", Reason.BROKEN),
        "header.csv": (b"text\n", Reason.EMPTY),
        "latin.csv": ("text\nCafé\n".encode("latin-1"), Reason.ENCODING),
        "binary.csv": (b"text\na\0b\n", Reason.BINARY),
    }
    for name, (content, expected) in cases.items():
        assert (name, reason(write(tmp_path, name, content))) == (name, expected)


def test_a_bad_file_among_good_ones(tmp_path: Path) -> None:
    write(tmp_path, "1.md", "One.")
    write(tmp_path, "2.md", b"\xff\xfe\0")
    write(tmp_path, "3.md", "Three.")
    assert [type(item).__name__ for item in items(tmp_path)] == ["Article", "Reject", "Article"]


def test_text_at_the_limit_is_read(tmp_path: Path) -> None:
    assert len(articles(write(tmp_path, "a.txt", "é " * (TEXT_LIMIT // 2)))[0].text) == TEXT_LIMIT
    assert reason(write(tmp_path, "b.txt", "é " * (TEXT_LIMIT // 2 + 1))) is Reason.TOO_LARGE


def test_files_that_cannot_be_opened(tmp_path: Path) -> None:
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.md")
    closed = write(tmp_path, "closed.md", "Text.")
    closed.chmod(0)
    found = items(tmp_path)
    readable = os.access(closed, os.R_OK)  # root reads everything
    assert [item.reason for item in found if isinstance(item, Reject)] == [Reason.UNREADABLE] * (2 if readable else 3)
    closed.chmod(stat.S_IRUSR | stat.S_IWUSR)


def test_a_path_that_does_not_exist_stops_the_run(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file or folder"):
        items(tmp_path / "missing.md")
    with pytest.raises(InputError, match="only those with http"):
        list(read(["ftp://example.org/a"]))


# ---------------------------------------------------------------------------------------------------- other kinds


def test_plain_text(tmp_path: Path) -> None:
    assert articles(write(tmp_path, "a.txt", "Headline\n\nBody.")) == [Article("a", "Headline\n\nBody.", "Headline")]


def test_web_page(tmp_path: Path) -> None:
    for name in ("page.html", "other.htm"):
        (article,) = articles(write(tmp_path, name, PAGE.format(published="2024-08-13T10:00:00Z")))
        assert (article.title, article.outlet, article.author, article.published) == (
            "A talk on air",
            "The Paper",
            "Jane Doe",
            "2024-08-13",
        )
        assert "Nobody asked me about the budget" in article.text
        assert "Weather" not in article.text
        assert "Imprint" not in article.text


def test_web_page_dates(tmp_path: Path) -> None:
    assert reason(write(tmp_path, "future.html", PAGE.format(published="2099-08-13T10:00:00Z"))) is Reason.DATE_FUTURE
    assert articles(write(tmp_path, "none.html", PAGE.format(published="")))[0].published is None


def test_web_page_in_the_encoding_that_it_declares(tmp_path: Path) -> None:
    page = PAGE.format(published="").replace("<head>", '<head><meta charset="windows-1252">')
    assert "“Nobody" in articles(write(tmp_path, "a.html", page.encode("windows-1252")))[0].text
    assert reason(write(tmp_path, "b.html", page.replace("windows-1252", "shift_jis").encode("windows-1252"))) is Reason.ENCODING
    assert reason(write(tmp_path, "c.html", PAGE.encode("windows-1252"))) is Reason.ENCODING


def test_json_object_and_list(tmp_path: Path) -> None:
    one = {"text": "One.", "title": "T", "published": "2024-08-13", "outlet": None, "extra": [1]}
    assert articles(write(tmp_path, "one.json", json.dumps(one))) == [Article("one", "One.", "T", published="2024-08-13")]
    many = write(tmp_path, "many.json", json.dumps([{"id": "x", "body": "X."}, {"text": "Y."}, 7, {"id": 5, "text": "Z."}]))
    found = items(many)
    assert [item.id if isinstance(item, Article) else item.reason for item in found] == ["x", "many-2", Reason.BROKEN, "5"]


def test_json_lines_go_on_after_a_bad_line(tmp_path: Path) -> None:
    lines = b'{"id": "a", "text": "A."}\n\n{bad\n\xff\n' + b'{"text": "' + b"x" * FILE_LIMIT + b'"}\n{"text": "B."}'
    names = [name for name, _ in read([str(write(tmp_path, "l.jsonl", lines))], Terms(latest=LATEST))]
    found = items(tmp_path / "l.jsonl")
    assert [item.id if isinstance(item, Article) else item.reason for item in found] == [
        "a",
        Reason.BROKEN,
        Reason.ENCODING,
        Reason.TOO_LARGE,
        "l-5",
    ]
    assert [name.rpartition("#")[2] for name in names] == ["1", "2", "3", "4", "5"]


def test_csv(tmp_path: Path) -> None:
    rows = 'id,Title,published,text\na,"T, one",2024-08-13,"Line ""one""\nline two"\n,,2099-01-01,Later\n,,,Last\n'
    found = items(write(tmp_path, "t.csv", "\ufeff" + rows))
    assert found[0] == Article("a", 'Line "one"\nline two', "T, one", published="2024-08-13")
    assert [item.id if isinstance(item, Article) else item.reason for item in found[1:]] == [Reason.DATE_FUTURE, "t-3"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = {
        "---\ntitle: T\n---\nBody": "T",
        '{"text": "One.", "title": "T"}\n{"text": "Two.", "title": "T"}\n': "T",
        '{\n "text": "One.",\n "title": "T"}': "T",
        '[{"text": "One.", "title": "T"}]': "T",
        PAGE.format(published=""): "A talk on air",
        "id,title,Text\n1,T,Body\n": "T",
        "From: a@example.org\nSubject: T\n\nA mail.\n": "T",
    }
    for given_, title in cases.items():
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given_.encode())))
        found = articles("-")
        assert found[0].title == title
        assert found[0].id.startswith("stdin") or given_.startswith("id")


# ------------------------------------------------------------------------------------------------ folders and ids


def test_folders_are_read_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    for name in ("b/2.md", "a.md", "b/1.txt", ".hidden.md", ".git/x.md", "notes.odt", "c/UPPER.MD"):
        write(tmp_path, name, f"Text of {name}.")
    assert [a.id for a in articles(tmp_path)] == ["a", "1", "2", "UPPER"]
    assert [a.id for a in articles(tmp_path, tmp_path / "a.md", tmp_path / "b")] == ["a", "1", "2", "UPPER"]


def test_a_store_among_the_articles_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "Text.")
    with Store.open(str(tmp_path / "greenroom.db")):
        assert list((tmp_path / "greenroom.db").rglob("*.json"))
        assert [a.id for a in articles(tmp_path)] == ["a"]


def test_same_names_in_different_folders_are_told_apart(tmp_path: Path) -> None:
    for name in ("2023/05/news.md", "2024/05/news.md", "2024/other.md", "2024/other.txt"):
        write(tmp_path, name, f"Text of {name}.")
    assert [a.id for a in articles(tmp_path)] == ["2023/05/news", "2024/05/news", "other.md", "other.txt"]


# ---------------------------------------------------------------------------------------------------------- dates


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2024-08-13 10:00", "2024-08-13"),
        ("2024-08-13T10:00:00.123Z", "2024-08-13"),
        ("Sept. 3rd, 2024", "2024-09-03"),
        ("3 september 2024", "2024-09-03"),
        ("Tuesday, 3 September 2024 10:00:00 +0200", "2024-09-03"),
        ("Sept 3, 2024 at 10:15 p.m. EST", "2024-09-03"),
        ("20240903T101500Z", "2024-09-03"),
        ("2024/9/3", "2024-09-03"),
        ("Tue, 13 Aug 2024 10:00:00 GMT", "2024-08-13"),
        ("2026-11-26", "2026-11-26"),
        ("  ", None),
    ],
)
def test_published_day(words: str, day: str | None) -> None:
    assert published_day(words, LATEST) == day


@given(st.text(max_size=40))
def test_any_words_give_a_day_or_a_reason(words: str) -> None:
    try:
        day = published_day(words, LATEST)
        fine = day is None or date.fromisoformat(day) <= LATEST
    except Unfit as unfit:
        fine = unfit.reason in (Reason.DATE_UNREADABLE, Reason.DATE_FUTURE)
    assert fine
