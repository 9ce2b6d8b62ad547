"""Noun phrases that describe a group of people are segments; bare or counted ones are not."""

from __future__ import annotations

import pytest

from etl.transform import segments
from etl.transform.pipeline import reading_of
from graph.records import Article


@pytest.mark.parametrize(
    ("text", "head", "segment"),
    [
        ("She wants to reach young men.", "men", "young men"),
        ("The show appeals to voters who never owned a home.", "voters", "voters who never owned a home"),
        ("He courts men under 30.", "men", "men under 30"),
        ("It is watched by a generation of young renters.", "generation", "young renters"),
        ("She talks to undecided voters.", "voters", "undecided voters"),
        ("It is followed by nurses.", "nurses", "nurses"),
        # too little is said
        ("She spoke to the people.", "people", None),
        ("It drew 1.3 million concurrent viewers.", "viewers", None),
        ("It printed two papers.", "papers", None),
    ],
)
def test_a_segment_is_who_somebody_is(text: str, head: str, segment: str | None) -> None:
    reading = reading_of(Article("x", text, published="2025-03-04"))
    token = next(t for t in reading.doc if t.text == head)
    found = segments.segment(reading, token)
    assert (found.name if found is not None else None) == segment


def test_the_same_segment_is_one_audience() -> None:
    reading = reading_of(Article("x", "She courts young men. He courts the young men too.", published="2025-03-04"))
    heads = [t for t in reading.doc if t.text == "men"]
    assert len(segments.segments(reading, heads)) == 1
