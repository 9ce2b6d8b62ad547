"""How figures, dates and long names are worded."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.parts.phrases import count, day, number, shorten, words


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2024-08-05", "5 August 2024"),
        ("2024-08", "August 2024"),
        ("2024", "2024"),
        ("", "no date"),
        (None, "no date"),
        ("2024-13", "2024-13"),
        ("soon-ish", "soon-ish"),
    ],
)
def test_day(iso: str | None, said: str) -> None:
    assert day(iso) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0"), (580000, "580,000"), (14_500_000, "14.5 million"), (2_000_000_000, "2 billion"), (0.5, "0.50"), (None, "–")],
)
def test_number(value: float | None, said: str) -> None:
    assert number(value) == said


def test_count() -> None:
    assert (count(1, "person", "people"), count(2, "person", "people"), count(0, "article")) == ("1 person", "2 people", "0 articles")


def test_words() -> None:
    assert words("BANNED_FROM") == "banned from"


@given(st.text(), st.integers(2, 50))
def test_shorten_keeps_to_its_limit(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert short == " ".join(text.split()) or short.endswith("…")
