"""Topics: which noun phrases of own-written sentences are taken as what was talked about."""

from __future__ import annotations

import pytest

from etl.transform.appearances.occasion_hearing import OccasionHearing
from etl.transform.appearances.programmes import programmes
from etl.transform.appearances.spots import Spots
from etl.transform.appearances.topic_choice import take_up
from etl.transform.discussed import discussed
from etl.transform.pipeline import reading_of
from etl.transform.topics import topics
from graph.records import Article


def names(text: str) -> list[str]:
    return [t.name for t in topics(reading_of(Article("a", text, published="2024-10-09")), 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The two talked for an hour about bus fares, flooding and the closure of a clinic.",
            ["bus fares", "flooding", "closure of a clinic"],
        ),
        ("They discussed immigration, foreign policy and the economy.", ["immigration", "foreign policy", "economy"]),
        ("The conversation ranged from jazz to divorce.", ["jazz", "divorce"]),
        ("She took questions about housing.", ["housing"]),
        ("Asked about his debts, he laughed.", ["debts"]),
        ("The talk turned to electricity, as it does these days.", ["electricity"]),
        ("They talked about fuel prices, football and, at length, about taxes.", ["fuel prices", "football", "taxes"]),
        ("The pair quarrelled over fox hunting, the euro and farm rents.", ["fox hunting", "euro", "farm rents"]),
        ("She spent most of the hour on the minimum wage and on school lunches.", ["minimum wage", "school lunches"]),
        ("A May sit-down with the singer (topics: divorce, guitar tuning) was seen by millions.", ["divorce", "guitar tuning"]),
    ],
)
def test_lists_are_split_and_cleaned(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She spoke on Monday.",
        "They talked about him.",
        "Nobody brought up cats.",
        "They talked about Joe Rogan.",
        "He walked home in the rain.",
    ],
)
def test_days_persons_pronouns_and_denials_are_no_topics(text: str) -> None:
    assert names(text) == []


def test_the_same_words_are_the_same_topic() -> None:
    text = "They discussed fuel prices. Later they turned to the price of bread and to fuel prices."
    assert names(text).count("fuel prices") == 1


def test_loosely_told_talk_gives_topics_that_are_not_known_yet() -> None:
    reading = reading_of(
        Article("a", "On some evenings they talk about bus fares and flooding. He also discussed the bus fares.", published="2024-10-09")
    )
    take_up(reading, [], OccasionHearing(reading, Spots(reading, programmes(reading))))
    assert sorted(t.name for t in discussed(reading, ())) == ["bus fares", "flooding"]
    assert discussed(reading, [t for t in reading.things if t.type == "Topic"]) == []
