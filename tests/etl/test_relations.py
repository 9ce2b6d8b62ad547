"""Relations are found in the wordings of the ontology's examples and in those of newspapers at large."""

from __future__ import annotations

from functools import lru_cache

import pytest

from etl.transform.pipeline import read_article
from graph.ontology import ontology
from graph.records import Article


@lru_cache(maxsize=256)
def found(text: str) -> frozenset[tuple[str, str, str]]:
    """The relations of a short article as (subject, type, object) by name."""
    facts = read_article(Article("x", text, published="2025-03-04"), "test")
    named = {e.id: e.name for e in facts.entities}
    return frozenset((named[r.subject], r.predicate, named[r.object]) for r in facts.relations)


# Who stands at which end in the ontology's example of each relation type.
GOLDEN = {
    "OWNS": ("Halden Media", "Tall Tales"),
    "FOUNDED": ("Ines Calder", "Harbour Wire"),
    "LEADS": ("Omar Bright", "Halden Media"),
    "WORKS_FOR": ("Lucy Strand", "Halden Media"),
    "MEMBER_OF": ("Priya Nair", "Labour Party"),
    "HOSTS": ("Tom Weller", "Night Shift"),
    "AIRS_ON": ("Night Shift", "Spotify"),
    "PART_OF": ("Kestrel Audio", "Halden Media"),
    "USES": ("Priya Nair", "TikTok"),
    "BANNED_FROM": ("Tom Weller", "Twitch"),
    "PARTNERED_WITH": ("Night Shift", "Corran Coffee"),
    "RUNNING_MATE_OF": ("Sam Price", "Ada Lowe"),
    "OPPONENT_OF": ("Priya Nair", "Carl Stone"),
    "RELATED_TO": ("Priya Nair", "Dev Nair"),
    "ENDORSED": ("Ines Calder", "Priya Nair"),
    "SUPPORTS": ("Ines Calder", "Tom Weller"),
    "CRITICIZED": ("Carl Stone", "Priya Nair"),
    "SUED": ("Halden Media", "Corran Coffee"),
    "TARGETS": ("Priya Nair", "young commuters"),
    "HAS_AUDIENCE": ("Night Shift", "nurses"),
}


def test_every_relation_type_has_a_golden_pair() -> None:
    assert set(GOLDEN) == set(ontology().relations)


@pytest.mark.parametrize("predicate", sorted(GOLDEN))
def test_the_example_of_the_ontology_is_found(predicate: str) -> None:
    subject, object_ = GOLDEN[predicate]
    example = ontology().relations[predicate].example
    ways = {(subject, predicate, object_)}
    if ontology().relations[predicate].symmetric:
        ways.add((object_, predicate, subject))
    assert ways & found(example), f"{example} gave {sorted(found(example))}"


def test_one_surname_makes_no_family() -> None:
    text = "Ines Calder opened the fair. At the gate Robert Calder sold tickets to Omar Bright."
    assert not {r for r in found(text) if r[1] == "RELATED_TO"}


def test_turning_up_on_a_programme_is_no_attack_on_it() -> None:
    text = "Ines Calder turned up on the podcast “Night Shift” on Monday. Omar Bright turned on Robert Dane."
    assert {r for r in found(text) if r[1] == "CRITICIZED"} == {("Omar Bright", "CRITICIZED", "Robert Dane")}


def test_title_that_names_somebody_does_not_invent_them() -> None:
    titled = ("Ines Calder", "HOSTS", "Late Enough with Ines Calder")
    assert titled in found("Omar Bright was on the podcast “Late Enough with Ines Calder” on Monday. He told Ines Calder of his farm.")


def test_who_works_for_a_service_is_named_by_its_possessive() -> None:
    assert ("Ines Calder", "WORKS_FOR", "Netflix") in found("Netflix's Ines Calder spoke to Omar Bright on Monday.")


def test_show_is_on_the_service_for_listening_that_is_named_with_it() -> None:
    text = "The podcast “Night Shift” is about sleep. Nobody on Spotify had more new listeners in May."
    assert ("Night Shift", "AIRS_ON", "Spotify") in found(text)


def test_known_host_need_not_stand_beside_the_show() -> None:
    text = "Joe Rogan was in Austin on Monday. He had dinner with friends.\n\nThe minister went on The Joe Rogan Experience the day after."
    assert ("Joe Rogan", "HOSTS", "The Joe Rogan Experience") in found(text)
