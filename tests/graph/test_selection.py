"""Selections: what they take, and the part of a graph that they leave."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.selection import Selection
from graph.subgraph.appearances import Occasion

OCCASION = Occasion(
    "Appearance.1", "Ada Lowe on Night Shift", "2024-08", "podcast", "occurred", ("Ada Lowe",), ("Tom Weller",), ("Night Shift",), ("Wavelane",), (),
    (), ("young commuters",), 1, 0.7,
)  # fmt: skip


@pytest.mark.parametrize(
    "wanted",
    [
        Selection(),
        Selection(people=("ada lowe",)),
        Selection(people=("Nobody", "Tom Weller")),
        Selection(platforms=("Wavelane",), shows=("Night Shift",), audiences=("young commuters",), types=("podcast", "OWNS"), sure=0.7),
        Selection(since="2024-08-15"),
        Selection(until="2024-08-15"),
        Selection(since="2024-08-31", until="2024-09-30"),
    ],
)
def test_an_occasion_is_taken(wanted: Selection) -> None:
    assert wanted.takes(OCCASION)


@pytest.mark.parametrize(
    "wanted",
    [
        Selection(people=("Ada",)),
        Selection(people=("Ada Lowe",), platforms=("Twitch",)),
        Selection(types=("debate",)),
        Selection(sure=0.71),
        Selection(since="2024-09-01"),
        Selection(until="2024-07-31"),
    ],
)
def test_an_occasion_is_left_out(wanted: Selection) -> None:
    assert not wanted.takes(OCCASION)


def test_what_has_no_date_is_within_no_span() -> None:
    undated = replace(OCCASION, date=None)
    assert Selection().takes(undated)
    assert not Selection(since="1990-01-01").takes(undated)


def test_a_relation_must_touch_each_field_that_is_not_empty() -> None:
    ends = (("Person", "Ada Lowe"), ("Platform", "Wavelane"))
    given = (ends, 0.8, "2024-08-01", "2024-10-01")
    assert Selection(people=("Ada Lowe",), platforms=("Wavelane",)).takes_relation("USES", *given)
    assert not Selection(people=("Ada Lowe",), shows=("Night Shift",)).takes_relation("USES", *given)
    assert not Selection(types=("OWNS",)).takes_relation("USES", *given)
    assert Selection(since="2024-09-01", until="2024-09-30").takes_relation("USES", *given)
    assert not Selection(types=("OWNS",)).takes_saying(*given)
