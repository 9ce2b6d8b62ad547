"""The parts that pages are put together from: pictures, sieves, answers, parameters."""

from __future__ import annotations

import pytest

from graph.store import Store
from ui.parts.answers import cell, drawing
from ui.parts.picture import FIRST, MORE, Picture, dots, lines, picture, width


@pytest.fixture(scope="module")
def whole(filled: str) -> Picture:
    """The network round Priya Nair."""
    with Store.open(filled, read_only=True) as store:
        return picture(store, "Person.priya-nair", ())


def test_the_first_picture_is_no_larger_than_it_may_be(filled: str) -> None:
    with Store.open(filled, read_only=True) as store:
        drawn = picture(store, "Person.tom-weller", ())
    assert 40 < len(drawn.nodes) <= FIRST + 1


def test_opening_adds_at_most_so_many_and_keeps_what_is_there(filled: str, whole: Picture) -> None:
    with Store.open(filled, read_only=True) as store:
        more = picture(store, "Person.priya-nair", ("Person.tom-weller",))
    assert set(whole.nodes) < set(more.nodes)
    assert len(more.nodes) - len(whole.nodes) <= MORE
    assert {more.waves[i] for i in more.nodes if i not in whole.nodes} == {1}


def test_an_occasion_brings_its_show_and_platform(whole: Picture) -> None:
    assert {"Show.night-shift", "Platform.wavelane", "Person.tom-weller"} <= set(whole.nodes)


def test_what_is_planned_is_drawn_as_tentative(whole: Picture) -> None:
    drawn = {d.note.split(", ")[1]: d.tentative for d in dots(whole, "Person.priya-nair") if d.label == "Appearance"}
    assert drawn == {"occurred": False, "planned": True}


def test_each_link_has_both_its_ends(whole: Picture) -> None:
    assert all(line.source in whole.nodes and line.target in whole.nodes for line in lines(whole))


def test_a_link_is_wider_where_more_articles_say_so() -> None:
    assert width(None) == width(1) < width(2) < width(9) <= 7


def test_cells_are_plain() -> None:
    assert cell({"label": "Person", "id": "x", "name": "Ada"}) == "Ada"
    assert cell(["a", {"type": "OWNS", "source": "a", "target": "b"}]) == "a, owns"
    assert cell({"a": 1}) == '{"a": 1}'
    assert cell(3) == 3


def test_an_answer_with_nodes_can_be_drawn() -> None:
    nodes = [{"label": "Person", "id": i, "name": i} for i in "ab"]
    edge = {"type": "RELATED_TO", "id": "e", "source": "a", "target": "b"}
    found, tied = drawing([{"p": nodes[0], "r": edge, "q": nodes[1]}, {"p": [nodes[0]], "r": {**edge, "id": "f", "target": "z"}, "q": 1}])
    assert [d.id for d in found] == ["a", "b"]
    assert [line.id for line in tied] == ["e"]
