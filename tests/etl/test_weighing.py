"""Fitted weights decide which of several is meant, and how likely something is."""

from __future__ import annotations

from etl.transform.weighing import likeliest, likelihood, shares

TABLE = {"acts": 2.0, "speaks": 0.5}


def test_fitted_weights_decide_between_those_who_come_into_question() -> None:
    assert likeliest([("speaks",), ("acts",)], TABLE)[0] == 1
    assert likeliest([("acts",), ("acts",)], TABLE) == (0, 0.5)
    assert likelihood(("unknown",), 0.0, {}) == 0.5
    assert likelihood(("acts",), -1.0, TABLE) > likelihood(("speaks",), -1.0, TABLE)


def test_the_shares_of_all_are_one() -> None:
    found = shares([("speaks",), ("acts",), ()], TABLE)
    assert abs(sum(found) - 1) < 1e-12
    assert found[1] > found[0] > found[2]
