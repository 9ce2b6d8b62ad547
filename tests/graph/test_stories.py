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


def test_two_texts_are_versions_whether_or_not_they_come_at_once() -> None:
    """What no band would find among the articles that are there is no version within a load either."""
    a = "".join(f"{n:08x}" for n in range(64))
    apart = set(range(0, 32, 4))
    b = "".join(f"{n + 100 * (n in apart):08x}" for n in range(64))
    assert not set(bands(a)) & set(bands(b))
    assert sum(n not in apart for n in range(64)) / 64 > 0.85
    assert not alike(a, b)
    assert stories({"a": a, "b": b}, "ab") == {"a": None, "b": None}
