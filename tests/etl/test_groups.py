"""Groups of people are found with their bounds, and a gloss on one is no other."""

from __future__ import annotations

import pytest

from etl.transform.pipeline import reading_of
from etl.transform.relations.groups import groups
from graph.records import Article


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her listeners, made up of mostly white, middle-aged men, want no change.", ["listeners", "white, middle-aged men"]),
        ("The podcast’s public is mostly female, and it grows.", ["public", "mostly female"]),
        ("They call their fans “lantern keepers,” referring to people who never sleep.", ["fans", "lantern keepers"]),
        ("The show is for people who never sleep.", ["people who never sleep"]),
    ],
)
def test_groups_are_found_with_their_bounds(text: str, found: list[str]) -> None:
    assert [g.name for g in groups(reading_of(Article("x", text)))] == found
