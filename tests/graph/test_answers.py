"""Answers for strategists, on both engines: what is counted is what the articles tell, and each row leads to its evidence."""

from __future__ import annotations

from typing import Any

import pytest

from etl.load import load
from graph.analytics.disagreements import rows as disagreements
from graph.analytics.next_steps import KIND, SAME, alike
from graph.errors import InputError
from graph.queries import ask, questions
from graph.records import Facts
from graph.store import Store
from graph.subgraph import evidence
from tests.stories import stories


@pytest.fixture
def told(store: Store, sample: dict[str, Facts]) -> Store:
    """A store in which every question has an answer."""
    load(store, [*sample.values(), *stories()])
    return store


def test_what_strategists_ask(told: Store) -> None:
    reach = ask(told, "reach_over_time", {"name": "morning"}).rows
    assert [(r["value"], r["outlet"], r["said_by"]) for r in reach] == [
        (50000.0, "Evening Post", None),
        (20000.0, "Harbour Wire", "Ines Calder"),
    ]
    overlaps = {
        (r["one"], r["other"]): (r["shared"], r["share"], r["guests"]) for r in ask(told, "audience_overlap", {"place": "run"}).rows
    }
    assert overlaps == {
        ("Ines Calder", "Morning Run"): (["nurses"], 0.5, 0),
        ("Morning Run", "Night Shift"): (["young commuters"], 0.5, 0),
    }
    first = ask(told, "brokers").rows[0]
    # the platform and both shows lie on one string, from Spotify over Weller's show to the commuters and on to Morning Run and the nurses
    assert first["broker"] in {"Tom Weller", "Priya Nair"}
    assert (first["platforms"], first["shows"]) == (1, 1)
    groups = ask(told, "communities").rows
    assert [sorted(g["members"]) for g in groups] == [["Carl Stone", "Ines Calder"], ["Priya Nair", "Tom Weller"]]
    assert ask(told, "communities", {"person": "nair"}).rows == (groups[1],)


def test_a_profile_is_divided_by_a_date(told: Store) -> None:
    rows = ask(told, "profile", {"subject": "carl stone", "date": "2024-09-01"}).rows
    found = {(r["aspect"], r["value"]): (r["times"], r["before"], r["after"]) for r in rows}
    assert found["kind of appearance", "rally"] == (1, 1, 0)
    assert found["show", "Morning Run"] == (1, 0, 1)
    assert found["audience reached", "nurses"] == (1, 0, 1)
    assert found["endorsed by", "Ines Calder"] == (1, 1, 0)
    assert rows[0]["aspect"] == "kind of appearance"
    both = ask(told, "profiles_compared", {"a": "Carl Stone", "b": "Priya Nair"}).rows
    shows = {r["value"]: (r["a_times"], r["b_times"], r["difference"]) for r in both if r["aspect"] == "show"}
    assert shows == {"Morning Run": (1, 0, 1.0), "Night Shift": (0, 1, -1.0)}


def test_a_next_step_says_why(told: Store) -> None:
    ways = {r["through"]: r for r in ask(told, "next_steps", {"person": "Priya Nair"}).rows}
    assert {(r["audience"], r["match"], *r["been_there"]) for r in ways.values()} == {("nurses", SAME, "Carl Stone")}
    assert "Carl Stone has been there" in ways["Morning Run"]["why"]
    assert ways["Morning Run"]["wanted_sentence"] == "Priya Nair wants nurses."
    assert "nurses" in ways["Morning Run"]["sentence"]
    # she has been on the show whose listeners are young commuters: that audience is reached
    assert "young commuters" not in {r["audience"] for r in ways.values()}


@pytest.mark.parametrize(
    ("one", "other", "match"),
    [
        ("young men", "Young Men", SAME),
        ("young male voters", "young males", SAME),
        ("men", "mostly young men", KIND),
        ("nurses", "lorry drivers", ""),
        ("voters", "people who listen", ""),
        ("women", "men", ""),
    ],
)
def test_descriptions_of_one_public_are_alike(one: str, other: str, match: str) -> None:
    assert alike(one, other) == alike(other, one) == match


def test_news_and_what_one_outlet_has_alone(told: Store) -> None:
    new = ask(told, "changed_since", {"since": "2024-09-11"}).rows
    assert {(r["what"], r["name"]) for r in new} == {("Reach", "about 20,000 listeners"), ("Relation", "Priya Nair targets nurses")}
    assert {r["first_told"] for r in ask(told, "changed_since").rows} == {"2024-09-12"}
    alone = ask(told, "single_source", {"outlet": "harbour"}).rows
    assert ("Relation", "Priya Nair targets nurses", "Harbour Wire") in {(r["what"], r["name"], r["outlet"]) for r in alone}
    # both the Post and the Wire have the talk on Morning Run
    assert not [r for r in ask(told, "single_source").rows if "Morning Run" in r["name"]]


def test_sources_that_disagree(told: Store) -> None:
    found = {r["what"]: r for r in ask(told, "disagreements").rows}
    assert sorted(found) == ["figure", "place"]
    assert {found["place"]["one"], found["place"]["other"]} == {"Corran", "Leeds"}
    assert {*found["figure"]["one_by"], *found["figure"]["other_by"]} == {"Evening Post", "Harbour Wire"}
    assert not ask(told, "disagreements", {"name": "Twitch"}).rows


def _figure(fact: str, number: float, qualifier: str = "exact", date: str | None = None) -> dict[str, Any]:
    return {
        "what": "figure", "about": "Show.x", "about_name": "X", "fact": fact, "value": fact, "number": number, "qualifier": qualifier,
        "unit": "listeners", "date": date, "platform": None, "article": fact, "told_by": fact,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (_figure("a", 100), _figure("b", 120), True),
        (_figure("a", 100, "about"), _figure("b", 109), False),
        (_figure("a", 100, "at_least"), _figure("b", 900), False),
        (_figure("a", 100, "at_least"), _figure("b", 90), True),
        (_figure("a", 100, "at_most"), _figure("b", 120, "at_least"), True),
        (_figure("a", 100, date="2023"), _figure("b", 900, date="2024-08-01"), False),
        (_figure("a", 100, date="2024-08"), _figure("b", 900, date="2024-08-11"), True),
        (_figure("a", 100, date="2024-08-01"), _figure("b", 900, date="2024-10-01"), False),
    ],
)
def test_figures_differ_only_if_no_reading_lets_them_agree(one: dict[str, Any], other: dict[str, Any], differ: bool) -> None:
    assert bool(disagreements([one, other], {})) is differ


def test_every_row_leads_to_its_evidence(told: Store) -> None:
    for name, question in questions().items():
        if not question.definition:
            continue
        assert "fact" in question.columns, name
        given = {"subject": "Carl Stone", "a": "Carl Stone", "b": "Priya Nair"}
        rows = ask(told, name, {p.name: given[p.name] for p in question.parameters if p.name in given}).rows
        assert rows, name
        for row in rows:
            assert evidence(told, row["fact"]), (name, row)


def test_pages_of_a_computed_answer(told: Store) -> None:
    whole = ask(told, "profile", {"subject": "Carl Stone"}).rows
    assert len(whole) > 4
    parts = [ask(told, "profile", {"subject": "Carl Stone", "skip": n, "limit": 2}).rows for n in range(0, len(whole), 2)]
    assert tuple(row for part in parts for row in part) == whole
    for wrong in ({"skip": -1}, {"limit": -1}):
        with pytest.raises(InputError, match="must not be negative"):
            ask(told, "profile", wrong)
