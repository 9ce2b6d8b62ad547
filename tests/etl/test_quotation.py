"""Quotations are found with their exact inner stretch, whatever the marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.transform.quotation import quotes


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We left early,” she said. “Nobody minded.”", ["We left early,", "Nobody minded."]),
        ('"We left early," she said. "Nobody minded."', ["We left early,", "Nobody minded."]),
        ("‘It’s the dogs’ dinner,’ he said.", ["It’s the dogs’ dinner,"]),
        ("'It's over,' he said, 'and I'm glad.'", ["It's over,", "and I'm glad."]),
        ("The dogs' owner and the cats' keeper met in the '90s.", []),
        ("’Tis the season, rock ’n’ roll fans’ favourite.", []),
        ("Fans of rock 'n' roll said 'no thanks' twice.", ["no thanks"]),
        ("“She told me, ‘Go home,’ and I went.”", ["She told me, ‘Go home,’ and I went."]),
        ("He called it “a “free” lunch” twice.", ["a “free” lunch"]),
        ('He said: "They call it "free" there."', ['They call it "free" there.']),
        ("On ‘Night Desk’, Vane’s show, she sang.", ["Night Desk"]),
        ('He is 6\'2" tall and said "hello" to us.', ["hello"]),
        ("(“Not me,” he added.)", ["Not me,"]),
        ("„Nein“, sagte er. «Non», dit-elle.", ["Nein", "Non"]),
    ],
)
def test_inner_stretch(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


@pytest.mark.parametrize("mark", ["“", '"'])
def test_speech_that_runs_on_into_the_next_paragraph(mark: str) -> None:
    close = "”" if mark == "“" else mark
    text = f"Ortiz said: {mark}We began in a shed.\n\n{mark}Then it rained.{close} She laughed."
    found = quotes(text)
    assert [text[q.inner_start : q.inner_end] for q in found] == ["We began in a shed.", "Then it rained."]
    assert [q.closed for q in found] == [False, True]


def test_a_slip_of_the_pen_costs_one_quotation_only() -> None:
    assert inner("“We left early, she said. “Nobody minded.”\n\n“Fine,” he said.") == ["Nobody minded.", "Fine,"]


@given(st.text(alphabet="ab s’'“”‘\".,\n", max_size=80))
def test_quotations_are_ordered_and_lie_within_the_text(text: str) -> None:
    last = 0
    for q in quotes(text):
        assert last <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        last = q.end


@pytest.mark.parametrize("piece", ["'a ", "“a ", '"a ', "s' ", "‘as’ s’ ", '"a" '])
def test_hostile_paragraphs_are_read_in_linear_time(piece: str) -> None:
    began = time.perf_counter()
    quotes(piece * 40_000)
    assert time.perf_counter() - began < 3
