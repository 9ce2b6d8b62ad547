"""Records of news services, crawlers and tables: their usual names are known, others are named, and what has no full text is told or fetched."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from etl.extract import read
from etl.extract.address import Page
from etl.extract.terms import Terms
from etl.rejects import Reason, Reject
from graph.records import Article

LATEST = date(2026, 11, 26)
TEXT = "Bea Thorne was the guest of Omar Vance on his podcast Open Mic on Saturday."
URL = "https://example.org/2024/a-talk"
SERVICES: Mapping[str, tuple[Any, Article]] = {
    "NewsAPI": (
        {"status": "ok", "totalResults": 1, "articles": [
            {"source": {"id": None, "name": "The Paper"}, "author": "By Jane Doe", "title": "A talk", "description": "Short.", "url": URL,
             "publishedAt": "2024-08-13T10:00:00Z", "content": TEXT}]},
        Article("example.org/2024/a-talk", TEXT, "A talk", "The Paper", "Jane Doe", URL, "2024-08-13"),
    ),
    "Guardian": (
        {"response": {"status": "ok", "results": [
            {"id": "media/2024/a-talk", "webTitle": "A talk", "webPublicationDate": "2024-08-13T23:30:00Z", "webUrl": URL,
             "fields": {"headline": "A talk on air", "byline": "Jane Doe", "publication": "The Paper", "body": f"<p>{TEXT}</p><p>More.</p>"}}]}},
        Article("media/2024/a-talk", f"{TEXT}\n\nMore.", "A talk on air", "The Paper", "Jane Doe", URL, "2024-08-13"),
    ),
    "New York Times": (
        {"status": "OK", "response": {"docs": [
            {"_id": "nyt://article/1", "headline": {"main": "A talk"}, "byline": {"original": "By Jane Doe"}, "source": "The Paper",
             "pub_date": "2024-08-13T10:00:00+0000", "web_url": URL, "body": TEXT}]}},
        Article("nyt://article/1", TEXT, "A talk", "The Paper", "Jane Doe", URL, "2024-08-13"),
    ),
    "Event Registry": (
        {"articles": {"page": 1, "results": [
            {"uri": "7", "lang": "eng", "date": "2024-08-13", "dateTime": "2024-08-13T10:00:00Z", "url": URL, "title": "A talk", "body": TEXT,
             "source": {"uri": "example.org", "title": "The Paper"}, "authors": [{"name": "Jane Doe"}, {"name": "Al Roe"}]}]}},
        Article("example.org/2024/a-talk", TEXT, "A talk", "The Paper", "Jane Doe, Al Roe", URL, "2024-08-13"),
    ),
    "Media Cloud": (
        {"stories": [{"stories_id": 12, "title": "A talk", "media_name": "The Paper", "publish_date": "2024-08-13 10:00:00", "url": URL, "text": TEXT}]},
        Article("12", TEXT, "A talk", "The Paper", None, URL, "2024-08-13"),
    ),
    "JSON Feed": (
        {"version": "https://jsonfeed.org/version/1.1", "items": [
            {"id": "i1", "url": URL, "title": "A talk", "date_published": "2024-08-13T10:00:00Z", "content_html": f"<p>{TEXT}</p>"}]},
        Article("i1", TEXT, "A talk", None, None, URL, "2024-08-13"),
    ),
    "news-please": (
        [{"maintext": TEXT, "title": "A talk", "authors": ["Jane Doe"], "date_publish": "2024-08-13 10:00:00", "source_domain": "example.org", "url": URL}],
        Article("example.org/2024/a-talk", TEXT, "A talk", "example.org", "Jane Doe", URL, "2024-08-13"),
    ),
}  # fmt: skip


def found(path: Path, **terms: Any) -> list[Article | Reject]:
    return [item for _, item in read([str(path)], Terms(latest=LATEST, **terms))]


@pytest.mark.parametrize("service", SERVICES)
def test_what_services_answer(service: str, tmp_path: Path) -> None:
    answer, expected = SERVICES[service]
    whole, lines = tmp_path / "a.json", tmp_path / "b.jsonl"
    whole.write_text(json.dumps(answer))
    lines.write_text(json.dumps(answer if isinstance(answer, dict) else answer[0]))
    assert found(whole) == [expected]
    assert found(lines) == [expected]


def test_a_services_error_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"status": "error", "code": "apiKeyInvalid", "message": "Your key is not valid."}')
    (item,) = found(tmp_path / "a.json")
    assert isinstance(item, Reject)
    assert item.reason is Reason.BROKEN
    assert "Your key is not valid" in item.detail


def test_records_without_a_full_text_are_told_or_fetched(tmp_path: Path) -> None:
    gdelt = {"url": URL, "title": "From GDELT", "seendate": "20240814T101500Z", "domain": "example.org", "language": "English"}
    cut = {"url": f"{URL}-2", "title": "Cut", "content": f"{TEXT[:40]}… [+1234 chars]", "publishedAt": "2024-08-13T10:00:00Z"}
    (tmp_path / "a.json").write_text(json.dumps({"articles": [gdelt, cut, {"title": "Nothing"}]}))
    assert [i.reason for i in found(tmp_path / "a.json") if isinstance(i, Reject)] == [Reason.NO_TEXT] * 3
    assert "--fetch" in str(found(tmp_path / "a.json")[0])
    asked: list[str] = []

    def fetch(url: str) -> Page:
        asked.append(url)
        return Page(url, ".txt", f"{TEXT} It was report {len(asked)}.".encode())

    first, second, third = found(tmp_path / "a.json", follow=True, fetch=fetch)
    assert asked == [URL, f"{URL}-2"]
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.url, first.published, second.published) == (URL, None, "2024-08-13")
    assert isinstance(third, Reject)


def test_columns_are_named(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"Kopf;Day;Story\nA talk;13 August 2024;{TEXT}\n")
    (plain,) = found(path)
    assert isinstance(plain, Reject)
    assert "Kopf, Day, Story" in plain.detail
    columns = {"title": "kopf", "published": "Day", "text": "Story"}
    assert found(path, columns=columns) == [Article("t-1", TEXT, "A talk", published="2024-08-13")]
    (unknown,) = found(path, columns={**columns, "outlet": "Paper"})
    assert isinstance(unknown, Reject)
    assert "no column named Paper" in unknown.detail


def test_tables_with_tabs_and_dotted_names_of_objects(tmp_path: Path) -> None:
    (tmp_path / "t.tsv").write_text(f'headline\tcontent\tdate\nA talk, on air\t"{TEXT}"\t2024/08/13\n')
    assert found(tmp_path / "t.tsv") == [Article("t-1", TEXT, "A talk, on air", published="2024-08-13")]
    (tmp_path / "o.json").write_text(json.dumps({"doc": {"Inhalt": TEXT}, "text": "Not this.", "head": "A talk"}))
    assert found(tmp_path / "o.json", columns={"text": "doc.inhalt", "title": "head"}) == [Article("o", TEXT, "A talk")]
    (missing,) = found(tmp_path / "o.json", columns={"text": "story"})
    assert "named story" in str(missing)


def test_a_date_is_given_to_those_that_have_none(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps([{"text": "One.", "date": "2024-08-13"}, {"text": "Two."}, {"text": "Three.", "date": "soon"}])
    )
    one, two, three = found(tmp_path / "a.json", published="2025-01-02")
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert (one.published, two.published) == ("2024-08-13", "2025-01-02")
    assert isinstance(three, Reject)
    assert three.reason is Reason.DATE_UNREADABLE
