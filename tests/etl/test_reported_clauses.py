"""A reported clause begins with its subject and ends before what only describes the speaker."""

from __future__ import annotations

import pytest

from etl.transform import statements
from etl.transform.pipeline import reading_of
from graph.records import Article

CAST = "Mara Quill, the mayor of Leeds, met Dan Orrick on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orrick said on Thursday his family would not sell the studio.", "his family would not sell the studio"),
        ("Because he is afraid of voters, says Mara Quill, the leader of the opposition.", "Because he is afraid of voters"),
    ],
)
def test_reported_clause(text: str, expected: str) -> None:
    article = Article("a", CAST + text, published="2025-03-04")
    said = [article.text[s.start : s.end] for s in statements.find(reading_of(article))]
    assert said == [expected]
