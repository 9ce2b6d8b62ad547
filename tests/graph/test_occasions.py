from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from graph.grouping import group
from graph.occasions import Report, compatible, linked
from graph.summaries import occasion, occasion_id

BASE = Report(
    "a", "a1", "2024-08-13", "podcast", "occurred", ("Person.nair",), ("Person.weller",), "Show.night", ("Platform.q",), None, "2024-08-12",
    names={"Person.nair": "Priya Nair", "Person.weller": "Tom Weller", "Show.night": "Night Shift"},
)  # fmt: skip


def other(**changes: object) -> Report:
    return replace(BASE, **{"article": "b", "local": "a7", **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"kind": "interview"},
        {"date": "2024-08"},
        {"date": None},
        {"date": "2024-08-13"},
        {"show": None},
        {"hosts": (), "show": None},
        {"platforms": ()},
        {"platforms": ("Platform.other",)},
        {"status": "planned"},
        {"guests": ("Person.nair", "Person.stone")},
        {"hosts": (), "guests": ("Person.nair", "Person.weller"), "show": None},
    ],
)
def test_reports_of_one_occasion(changes: dict[str, object]) -> None:
    assert linked(BASE, other(**changes))
    assert linked(other(**changes), BASE)


@pytest.mark.parametrize(
    "changes",
    [
        {"article": "a"},
        {"date": "2024-08-14"},
        {"date": None, "published": "2024-08-01"},
        {"date": "2024-08-13", "guests": ("Person.nair", "Person.stone")},
        {"date": "2024-07"},
        {"show": "Show.day"},
        {"show": None, "hosts": ("Person.stone",)},
        {"guests": ("Person.stone",)},
        {"status": "declined"},
        {"status": "planned", "date": None},
        {"kind": "rally"},
        {"show": None, "hosts": (), "platforms": (), "date": "2024-08"},
        {"show": None, "hosts": (), "date": None},
    ],
)
def test_reports_of_different_occasions(changes: dict[str, object]) -> None:
    assert not linked(BASE, other(**changes))
    assert not linked(other(**changes), BASE)


def test_rallies_in_two_towns_on_one_day_are_two() -> None:
    rally = replace(BASE, kind="rally", hosts=(), show=None, platforms=(), place="Place.corran")
    assert linked(rally, replace(rally, article="b"))
    assert not compatible(rally, replace(rally, article="b", place="Place.leeds"))


def test_grouping_does_not_depend_on_order_and_keeps_contradictions_apart() -> None:
    vague = other(article="v", date=None)
    early = other(article="e", date="2024-08-12")
    late = other(article="l", date="2024-08-19")
    found = {tuple(tuple(r.key for r in g) for g in group(order)) for order in permutations([BASE, vague, early, late])}
    assert len(found) == 1
    groups = next(iter(found))
    assert len(groups) == 2
    assert all(not {"e", "l"} <= {article for article, _ in g} for g in groups)


def test_two_appearances_of_one_article_are_never_one() -> None:
    twice = [other(local="a1"), other(local="a2"), BASE]
    assert [len(g) for g in group(twice)] in ([1, 2], [2, 1])


def test_the_occasion_takes_the_more_exact_values() -> None:
    vague = other(kind="interview", date="2024-08", status="planned", published="2024-08-01", date_text="this month", confidence=0.5)
    exact = replace(BASE, date_text="on Monday", duration_minutes=60.0, confidence=0.8)
    [together] = group([exact, vague])
    found = occasion(together)
    assert found == {
        "name": "Priya Nair on Night Shift, 2024-08-12",
        "kind": "podcast",
        "status": "occurred",
        "date": "2024-08-12",
        "date_text": "on Monday",
        "duration_minutes": 60.0,
        "confidence": 0.8,
        "articles": 2,
    }
    assert occasion_id(together) == occasion_id((vague,))


def test_a_report_without_a_day_is_of_the_visit_that_was_last() -> None:
    june = other(article="c", date="2024-06-12", published="2024-06-13")
    undated = other(article="d", date=None, published="2024-08-20")
    assert sorted(len(g) for g in group([BASE, june, undated])) == [1, 2]
    assert (BASE, undated) in group([june, undated, BASE])
    assert (june, replace(undated, published="2024-06-20")) in group([BASE, june, replace(undated, published="2024-06-20")])
