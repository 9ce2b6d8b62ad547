"""Who received, what was talked about and when, where the clause of an occasion leaves it to the words around."""

from __future__ import annotations

from etl.transform import read
from graph.records import Appearance, Article, Facts


def facts(text: str) -> Facts:
    return read(Article("x", text, published="2024-05-16"))


def only(told: Facts) -> Appearance:
    assert len(told.appearances) == 1, told.appearances
    return told.appearances[0]


def names(told: Facts, ids: tuple[str, ...]) -> set[str]:
    return {e.name for e in told.entities if e.id in ids}


def test_who_asked_in_a_clause_below_is_the_host() -> None:
    told = facts(
        "Senator Mira Tolland told Radio Larkhill on Tuesday that she would stand again, when she was asked by Jonas Pell about the harbour."
    )
    assert names(told, only(told).hosts) == {"Jonas Pell"}


def test_after_a_pause_on_names_the_topics() -> None:
    told = facts("Mira Tolland was interviewed by Jonas Pell on Radio Larkhill on Tuesday, on rent caps and dental care.")
    assert names(told, only(told).topics) == {"rent caps", "dental care"}


def test_on_a_council_is_no_topic() -> None:
    told = facts("Mira Tolland, who sits on the city council, told Radio Larkhill on Tuesday, on request, that she was tired.")
    assert only(told).topics == ()


def test_the_guest_named_afterwards_makes_the_first_a_host() -> None:
    told = facts(
        'On Sunday the food writer Mira Tolland alleged on her podcast, "Second Supper", that the recipes were stolen. Her guest was the chef Jonas Pell.'
    )
    assert names(told, only(told).guests) == {"Jonas Pell"}
    assert names(told, only(told).hosts) == {"Mira Tolland"}
