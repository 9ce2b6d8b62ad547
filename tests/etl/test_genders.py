"""Roles, titles and listed names tell whether a person is a woman or a man."""

from __future__ import annotations

import pytest

from etl.transform.lexicon import Lexicon
from etl.transform.pipeline import reading_of
from etl.transform.roles import gender_of_noun
from graph.records import Article


@pytest.mark.parametrize(
    ("noun", "told"),
    [
        ("mother-of-two", "f"),
        ("Policewoman", "f"),
        ("cameraman", "m"),
        ("grandson", "m"),
        ("ombudsman", ""),
        ("German", ""),
        ("singer", ""),
    ],
)
def test_nouns_tell_a_gender(noun: str, told: str) -> None:
    assert gender_of_noun(noun) == told


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("The actress Xondrel Vashk spoke.", "f"),
        ("Xondrel Vashk, a former policewoman, spoke.", "f"),
        ("The driver Thandeka Vashk spoke.", "f"),
        ("The driver Kagiso Vashk spoke.", "m"),
        ("The driver Xondrel Vashk spoke.", "u"),
    ],
)
def test_the_gender_of_a_person(text: str, gender: str) -> None:
    assert Lexicon.load().gender("Xondrel") is None
    (person,) = reading_of(Article("x", text)).named("Person")
    assert person.gender == gender


def test_given_names_of_many_cultures_are_known() -> None:
    told = {
        name: Lexicon.load().gender(name) for name in "Siobhán Wiesława Oyelaran Jagmeet Sunniva Nuno Mehmet Apinya Rangi Zsófia".split()
    }
    assert told == {
        "Siobhán": "f", "Wiesława": "f", "Oyelaran": None, "Jagmeet": "m", "Sunniva": "f",
        "Nuno": "m", "Mehmet": "m", "Apinya": "f", "Rangi": "u", "Zsófia": "f",
    }  # fmt: skip
