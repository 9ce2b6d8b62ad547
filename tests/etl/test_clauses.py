"""Logical subjects and objects are read off the parse through passives, relative clauses, control and coordination."""

from __future__ import annotations

import pytest
from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.pipeline import reading_of
from etl.transform.reading import Reading
from graph.records import Article


def read(text: str) -> Reading:
    return reading_of(Article("x", text, published="2025-03-04"))


def word(reading: Reading, form: str) -> Token:
    return next(t for t in reading.doc if t.text == form)


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Lowe endorsed Rao.", "endorsed", ["Lowe"], ["Rao"]),
        ("Rao was endorsed by Lowe.", "endorsed", ["Lowe"], ["Rao"]),
        ("Lowe, who endorsed Rao, left.", "endorsed", ["who"], ["Rao"]),
        ("Lowe met Rao and praised the mayor.", "praised", ["Lowe"], ["mayor"]),
        ("Lowe wants to reach voters.", "reach", ["Lowe"], ["voters"]),
        ("Lowe persuaded Rao to join the show.", "join", ["Rao"], ["show"]),
        ("Lowe praised Rao and Bright.", "praised", ["Lowe"], ["Rao", "Bright"]),
    ],
)
def test_who_does_what_to_whom(text: str, verb: str, subjects: list[str], objects: list[str]) -> None:
    token = word(read(text), verb)
    assert [t.text for t in clauses.subjects(token)] == subjects
    assert [t.text for t in clauses.objects(token)] == objects


def test_what_is_refused_is_negated() -> None:
    reading = read("Lowe refused to endorse Rao. Bright never owned it. Dev praised her.")
    assert clauses.is_negated(word(reading, "endorse"))
    assert clauses.is_negated(word(reading, "owned"))
    assert not clauses.is_negated(word(reading, "praised"))


def test_a_name_behind_a_noun_stands_for_it_unless_it_only_speaks() -> None:
    reading = read("Ann Lowe thanked her rival, Vice President Dev Rao, on Monday.")
    assert [t.name for t in clauses.things(reading, [word(reading, "rival")])] == ["Dev Rao"]
    reading = read("Jay Orrick was asked about it. The stream, Orrick said, is dead.")
    assert "Jay Orrick" not in [t.name for t in clauses.things(reading, [word(reading, "stream")])]


def test_a_kind_noun_passes_on_to_the_name_before_it() -> None:
    reading = read("Ann Lowe left the Twitch platform in May.")
    assert [t.name for t in clauses.things(reading, [word(reading, "platform")], ("Platform",))] == ["Twitch"]
