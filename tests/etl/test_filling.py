"""Filling: what belongs to an occasion although no rule has seen it, and what a rule took that does not. All names are invented."""

from __future__ import annotations

import pytest

from etl.transform import appearances, relations
from etl.transform.appearances.filling import ADDED, chosen, likelihood, taken
from etl.transform.appearances.filling_weights import KINDS, WEIGHTS
from etl.transform.appearances.options import FILLED, Option
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from etl.transform.weighing import Sums
from graph.records import Article

PUBLISHED = "2025-07-09"  # a Wednesday


def read(text: str) -> tuple[Reading, list[list[Option]]]:
    """The article and the options for each of its occasions."""
    reading = reading_of(Article("t", text, published=PUBLISHED))
    hear(reading)
    found = appearances.find(reading)
    return reading, appearances.options(reading, found, relations.find(reading, found.drafts))


def offered(text: str, slot: str) -> dict[str, str]:
    """What may fill the slot of the first occasion, with its state."""
    _, found = read(text)
    return {o.value[0] if isinstance(o.value, tuple) else o.value.name: o.state for o in found[0] if o.slot == slot}


def test_what_rules_have_filled_is_an_option_among_others() -> None:
    text = "Ada Lowe was a guest on the podcast “Night Shift”, hosted by Clara Voss, on Monday. Ben Bright listened at home."
    guests = offered(text, "guests")
    assert guests["Ada Lowe"] == FILLED
    assert guests["Ben Bright"] == "taken"
    assert offered(text, "platforms") == {}


def test_where_a_show_goes_out_is_an_option_however_far_away() -> None:
    text = (
        "Ada Lowe was a guest on the podcast “Night Shift” on Monday. She spoke for an hour.\n\nHer party was pleased. "
        "So were her voters.\n\n“Night Shift” is published on Spotify."
    )
    assert "Spotify" in offered(text, "platforms")


def test_shows_and_places_are_options() -> None:
    text = "Ada Lowe was a guest on the podcast “Night Shift” in Leeds on Monday. Clara Voss hosts “Day Shift” in Hull."
    assert offered(text, "show") == {"Night Shift": FILLED, "Day Shift": "taken"}
    assert set(offered(text, "place")) == {"Leeds", "Hull"}


def test_of_several_shows_one_is_taken() -> None:
    text = "Ada Lowe was a guest on the podcast “Night Shift” in Leeds on Monday. Clara Voss hosts “Day Shift” in Hull."
    reading = reading_of(Article("t", text, published=PUBLISHED))
    found = appearances.find(reading)
    appearances.fill(reading, found, relations.find(reading, found.drafts))
    assert found.drafts[0].show is not None
    assert found.drafts[0].show.name == "Night Shift"


def test_days_are_options_with_their_words() -> None:
    text = "Ada Lowe was a guest on the podcast “Night Shift” on Monday. It had been announced on 3 July."
    assert offered(text, "date") == {"2025-07-07": FILLED, "2025-07-03": "taken"}


def test_options_share_the_cues_of_their_record() -> None:
    _, found = read("Ada Lowe was a guest on the podcast “Night Shift” on Monday.")
    assert len({id(o.groups[0]) for o in found[0]}) == 1


def test_a_sum_is_the_same_when_it_is_remembered() -> None:
    _, found = read("Ada Lowe was a guest on the podcast “Night Shift”, hosted by Clara Voss, on Monday.")
    sums = Sums()
    once = [likelihood(o, sums) for o in found[0]]
    assert once == [likelihood(o, sums) for o in found[0]] == [likelihood(o, Sums()) for o in found[0]]


@pytest.mark.parametrize(("state", "slot"), [("open", "guests"), ("taken", "platforms")])
def test_less_is_needed_to_stay_than_to_come_in(state: str, slot: str) -> None:
    held, new = Option(slot, ("", ""), FILLED, None, ()), Option(slot, ("", ""), state, None, ())
    assert taken(held, ADDED[slot] - 0.05)
    assert not taken(new, ADDED[slot] - 0.05)
    assert taken(new, ADDED[slot])


def test_the_kind_is_the_likeliest() -> None:
    assert chosen(["a"], {"rally": 0.0, "speech": 0.5}, {"rally": {"a": 1.0}, "speech": {}}) == "rally"
    assert chosen([], {"rally": 0.0, "speech": 0.5}, {"rally": {"a": 1.0}, "speech": {}}) == "speech"


def test_what_a_rule_says_speaks_for_the_kind() -> None:
    assert all(KINDS[kind][f"by rule {kind}"] > 0 for kind in ("podcast", "broadcast", "rally", "debate", "post"))


def test_who_is_said_to_host_the_show_is_likelier_its_host() -> None:
    assert WEIGHTS["hosts open"]["show HOSTS"] > 0
