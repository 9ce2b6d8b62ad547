"""The annotated references stand where they say, name what their articles name, and are mostly resolved as annotated."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from benchmarks.references import UNREAD as APART
from benchmarks.references import annotated, articles, verdict
from etl.evaluate.floors import UNREAD, split_of
from etl.transform.pipeline import reading_of
from graph.records import Article

ARTICLES = {a.id: a for a in articles()}
SAMPLE = ("g08-recap-vandermeer", "h13-obituary-ashby", "i01-wire-makassar", "rogan-endorsement", "walz-twitch")


def test_references_stand_where_they_say() -> None:
    for name, article in ARTICLES.items():
        rows = annotated(name)
        assert rows, name
        assert [article.text[r.start : r.start + r.length] for r in rows] == [r.text for r in rows], name
        assert [r.start for r in rows] == sorted(r.start for r in rows), name


def test_references_of_unread_articles_stand_apart() -> None:
    gold = Path(__file__).parents[2] / "data" / "gold"
    assert not [n for n in ARTICLES if (gold / f"{n}.md").exists() and split_of(n) == UNREAD]
    apart = list(articles(APART))
    assert apart
    assert all(split_of(a.id) == UNREAD for a in apart)
    assert all(a.text[r.start : r.start + r.length] == r.text for a in apart for r in annotated(a.id))


def test_most_references_to_people_are_resolved_rightly() -> None:
    told: Counter[str] = Counter()
    for name in SAMPLE:
        article: Article = ARTICLES[name]
        reading = reading_of(article)
        told.update(verdict(reading, r) for r in annotated(name) if r.kind == "person")
    assert told["right"] / told.total() > 0.85
    assert told["wrong"] / told.total() < 0.12
