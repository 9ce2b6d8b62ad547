"""Counts: spans, plain values and qualifiers, and the numbers that count nothing."""

from __future__ import annotations

import time

import pytest

from etl.transform.cardinals import cardinal
from etl.transform.numbers import numbers

VALUES = [
    ("580,000 people", 580000),
    ("1.6 million views", 1600000),
    ("4.1m on TikTok", 4100000),
    ("2.3bn users", 2.3e9),
    ("340k followers", 340000),
    ("1.9 lakh viewers", 190000),
    ("2.6 crore followers", 26000000),
    ("6.3 mln views", 6300000),
    ("half a million fans", 500000),
    ("a million fans", 1000000),
    ("two dozen fans", 24),
    ("a dozen guests", 12),
    ("eleven thousand of them", 11000),
    ("two and a half million", 2500000),
    ("a million and a half", 1500000),
    ("a quarter of a million", 250000),
    ("three hundred people", 300),
    ("three hundred and fifty people", 350),
    ("twenty-two people", 22),
    ("12 000 people", 12000),
    ("1,90,000 viewers", 190000),
    ("212 followers", 212),
    ("2024 viewers", 2024),
    ("100M users", 1e8),
    ("two hundred thousand fans", 200000),
]

QUALIFIERS = [
    ("over 580,000", "at_least"),
    ("more than 580,000", "at_least"),
    ("at least 300", "at_least"),
    ("just over 300", "at_least"),
    ("well past 300", "at_least"),
    ("north of 10 million", "at_least"),
    ("upwards of 10 million", "at_least"),
    ("topped 2.1 million", "at_least"),
    ("passed the 5 million mark", "at_least"),
    ("50,000+ fans", "at_least"),
    ("2.5m-plus fans", "at_least"),
    ("300 or more", "at_least"),
    ("no fewer than 300", "at_least"),
    ("nearly 400,000", "at_most"),
    ("almost 400,000", "at_most"),
    ("up to 400,000", "at_most"),
    ("just under 400,000", "at_most"),
    ("just shy of 400,000", "at_most"),
    ("fewer than 300", "at_most"),
    ("close to 300", "at_most"),
    ("approaching 40 million", "at_most"),
    ("no more than 300", "at_most"),
    ("as many as 300", "at_most"),
    ("about 12,000", "about"),
    ("around 12,000", "about"),
    ("some 12,000", "about"),
    ("roughly 12,000", "about"),
    ("an estimated 12,000", "about"),
    ("~12,000", "about"),
    ("12,000-odd", "about"),
    ("12,000 or so", "about"),
    ("approximately 12,000", "about"),
    ("exactly 12,000", "exact"),
    ("the 12,000", "exact"),
]

NO_COUNT = [
    "$5 million",
    "£3bn",
    "€40,000",
    "Rs 500",
    "40,000 naira",
    "81%",
    "70 pct",
    "12 per cent",
    "0-0",
    "3–2",
    "10.04am",
    "at 8:40 p.m.",
    "in 2024",
    "Aug. 5",
    "5 August",
    "Episode 2422",
    "No. 5",
    "61-year-old",
    "aged 61",
    "two hours",
    "45 minutes",
    "20 miles",
    "3.5 km",
    "the 5th",
    "version 2.3.1",
    "26 points",
    "Channel 9",
]


@pytest.mark.parametrize(("words", "value"), VALUES)
def test_values(words: str, value: float) -> None:
    found = numbers(f"There were {words} then.")
    assert [n.value for n in found] == [value]
    assert f"There were {words} then."[found[0].start : found[0].end] == found[0].text


@pytest.mark.parametrize(("words", "qualifier"), QUALIFIERS)
def test_qualifiers(words: str, qualifier: str) -> None:
    assert [n.qualifier for n in numbers(f"It was {words} then.")] == [qualifier]


@pytest.mark.parametrize("words", NO_COUNT)
def test_what_is_no_count(words: str) -> None:
    assert numbers(f"It was {words}, he says.") == ()


@pytest.mark.parametrize(
    "words", ["tens of thousands", "hundreds of thousands of users", "several thousand fans", "millions", "a few hundred people"]
)
def test_vague_numbers_have_no_value(words: str) -> None:
    assert [n.value for n in numbers(f"He drew {words}.")] == [None]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [("between 5,000 and 6,000 people", 5000, 6000), ("5-6 million viewers", 5e6, 6e6), ("5,000 to 6,000 people", 5000, 6000)],
)
def test_a_range_keeps_both_ends(words: str, low: float, high: float) -> None:
    (found,) = numbers(f"It drew {words}.")
    assert (found.value, found.upper) == (low, high)


def test_a_rise_is_no_range() -> None:
    assert [n.value for n in numbers("It rose from 200,000 to 350,000 followers.")] == [200000, 350000]


def test_cardinals() -> None:
    assert cardinal("Three hundred and fifty") == 350
    assert cardinal("twenty-two") == 22
    assert cardinal("many") is None


@pytest.mark.parametrize("unit", ["1,000,", "two hundred and ", "12345", "5 to "])
def test_time_is_linear_in_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.perf_counter()
        numbers(text)
        return time.perf_counter() - start

    small, large = min(seconds(10_000) for _ in range(2)), min(seconds(80_000) for _ in range(2))
    assert large < 30 * max(small, 0.01)
