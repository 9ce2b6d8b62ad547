"""A network hears what two things are to each other by where they are named, and by the words between and around."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.fit_pair_network import text_of
from etl.transform import relations
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from etl.transform.relations import pair_hearing
from etl.transform.relations.pair_choice import PREDICATES
from etl.transform.relations.pair_cues import Pair, pairs
from graph.records import Article
from tests.networks import heard

TOLD = "On Monday the podcast “Night Shift” was taken over by Clara Voss, who is known to nearly everybody. It rained. Voss likes “Night Shift”."


def looked_at(text: str) -> tuple[Reading, list[Pair]]:
    """`text` and the pairs of things that are named in it."""
    reading = reading_of(Article("a", text, published="2025-03-05"))
    hear(reading)
    return reading, list(pairs(reading, [], relations.stated(reading, []), PREDICATES))


def test_places_are_those_of_the_two_nearest_pairs_of_mentions() -> None:
    reading, found = looked_at(TOLD)
    pair = next(p for p in found if (p.subject.name, p.object.name) == ("Clara Voss", "Night Shift"))
    given = pair_hearing.given(reading, [], [pair], PREDICATES)
    assert given is not None

    def words(place: list[int]) -> str:
        return " ".join(t.text for t in reading.words[slice(*place)])

    between, before, behind, _, head, *mentions = (words(place) for place in given.places[0].tolist())
    assert between.strip("“” ") == "likes"
    assert before.endswith("It rained .")
    assert behind.strip("” ") == "."
    assert head == "likes"
    assert [words(place) for place in given.places[0, slice(*pair_hearing.HEADS)].tolist()][1] == head
    assert [mentions[n].strip("“” ") for n in (0, 1, 4, 5)] == ["Voss", "Night Shift", "Clara Voss", "Night Shift"]
    assert "taken over by Clara Voss , who is" in mentions[6]
    assert given.kinds == ("Person Show",)
    assert given.shapes[0, :2].tolist() == [1, 0]
    assert given.shapes[0, 3] == 0  # the show comes first there


def test_two_that_are_named_together_once_have_no_second_places() -> None:
    reading, found = looked_at("Clara Voss is on YouTube.")
    pair = next(p for p in found if (p.subject.name, p.object.name) == ("Clara Voss", "YouTube"))
    given = pair_hearing.given(reading, [], [pair], PREDICATES)
    assert given is not None
    assert given.places[0, -4:].tolist() == [[0, 0]] * 4
    assert given.places[0, 5:9].any(axis=1).all()


def test_the_steps_that_are_reached_are_cues_of_each_relation() -> None:
    reading, found = looked_at(TOLD)
    for pair, plain in zip(pair_hearing.heard(reading, [], found, PREDICATES), found, strict=True):
        assert pair.own.keys() == plain.own.keys()
        for predicate, cues in pair.own.items():
            more = cues[len(plain.own[predicate]) :]
            steps = [float(cue.removeprefix("heard over ")) for cue in more]
            assert steps == list(pair_hearing.STEPS[: len(steps)])
            assert all(a < b for a, b in pairwise(steps))


def test_where_nothing_is_named_together_nothing_is_heard() -> None:
    reading, _ = looked_at("It rained.")
    assert pair_hearing.heard(reading, [], [], PREDICATES) == []


def test_what_holds_is_heard_more_strongly_than_what_does_not() -> None:
    right, wrong = heard("pairs", text_of)
    assert right > wrong + 2
