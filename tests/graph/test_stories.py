from __future__ import annotations

from itertools import permutations

from graph.stories import alike, bands, signature, stories

LONG = " ".join(f"The {n}th caller asked the mayor about bus line {n}, and she promised more of them by winter." for n in range(12))
WIRE = signature("HALDEN (Wire) — " + LONG)
UPDATED = signature(LONG + " The mayor's office later said that the buses had been ordered.")
OTHER = signature(" ".join(f"A goal in minute {n} gave the guests hope, but the home side held on to its lead." for n in range(12)))


def test_wire_copy_and_updates_are_versions() -> None:
    assert alike(WIRE, UPDATED)
    assert set(bands(WIRE)) & set(bands(UPDATED))
    assert not alike(WIRE, OTHER)
    assert not alike("", "")
    assert signature("Too short to tell.") == ""


def test_a_signature_is_the_same_everywhere() -> None:
    assert signature(LONG)[:32] == signature(LONG.upper())[:32] == "2ed7c052237565cc422d863a174423cb"


def test_a_story_does_not_depend_on_the_order_of_its_versions() -> None:
    given = {"b": WIRE, "a": UPDATED, "c": OTHER, "d": signature(LONG)}
    for order in permutations(given):
        found = stories({a: given[a] for a in order}, order)
        assert found == {"a": "a", "b": "a", "d": "a", "c": None}
