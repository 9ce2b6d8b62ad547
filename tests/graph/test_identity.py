from __future__ import annotations

import pytest

from graph.identity import (
    article_node,
    claim,
    edge_ends,
    edge_id,
    input_digest,
    is_date,
    is_edge,
    label_of,
    name_key,
    phrase_key,
    resolve,
)
from graph.records import Article, Entity


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Night Shift", "Night shift"),
        ("J.D. Vance", "JD Vance"),
        ("Beyoncé", "Beyonce"),
        ("Night Shift’s", "Night Shift"),
        ("A&E", "a & e"),
    ],
)
def test_names_that_are_the_same(a: str, b: str) -> None:
    assert name_key(a) == name_key(b)


def test_names_that_differ() -> None:
    names = ["Night Shift", "Night Shift Live", "The", "X", "!!!", "???", "a" * 200, "a" * 201]
    assert len({name_key(n) for n in names}) == len(names)


def test_descriptions_join_by_content_words() -> None:
    assert phrase_key("voters under 30") == phrase_key("the under-30 voter")
    assert phrase_key("young men") != phrase_key("young women")


def test_a_surname_alone_joins_nothing() -> None:
    one, other = (claim(Entity("e", "Person", "Nair"), article) for article in ("a", "b"))
    full = claim(Entity("e", "Person", "Priya Nair"), "a")
    assert len({resolve(c, {}) for c in (one, other, full)}) == 3


def test_one_word_is_enough_with_a_lexicon_id_or_for_other_things() -> None:
    assert resolve(claim(Entity("e", "Person", "Drake", wikidata="Q33240"), "a"), {}) == "Person.Q33240"
    assert resolve(claim(Entity("e", "Platform", "Twitch"), "a"), {}) == resolve(claim(Entity("e", "Platform", "twitch"), "b"), {})


def test_a_name_takes_the_only_lexicon_id_known_for_it() -> None:
    found = claim(Entity("e", "Person", "Priya Nair"), "a")
    assert resolve(found, {"Person.priya-nair": ["Q1"]}) == "Person.Q1"
    assert resolve(found, {"Person.priya-nair": ["Q1", "Q2"]}) == "Person.priya-nair"
    assert resolve(found, {"Show.priya-nair": ["Q1"]}) == "Person.priya-nair"


def test_hostile_names_and_ids_leave_nothing_to_break_an_id() -> None:
    found = resolve(claim(Entity("e", "Show", "x|y.z'}) DETACH DELETE n //", wikidata="Q1|`"), "a"), {})
    edge = edge_id("HOSTS", "Person.a", found)
    assert edge_ends(edge) == ("HOSTS", "Person.a", found)
    assert is_edge(edge)
    assert not is_edge(found)
    assert label_of(found) == "Show"
    assert article_node("plain-1") == "Article.plain-1"
    assert "|" not in article_node("a|b/c")


@pytest.mark.parametrize(
    ("value", "valid"), [("2024", True), ("2024-08", True), ("2024-08-13", True), ("2024-13", False), ("last week", False)]
)
def test_dates(value: str, valid: bool) -> None:
    assert is_date(value) is valid


def test_the_digest_of_the_input_changes_with_each_part_of_it() -> None:
    articles = [
        Article("a"), Article("a", "text"), Article("a", "", "text"), Article("a", outlet=""), Article("a", author="x"),
        Article("a", url="x"), Article("a", published="2024-01-01"), Article("a", extractor="2"), Article("b"),
    ]  # fmt: skip
    assert len({input_digest(a) for a in articles}) == len(articles)
