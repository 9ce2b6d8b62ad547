"""Networks hear whose motive a stretch tells by where each candidate is named, and by the words of the stretch."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.fit_actor_network import text_of
from benchmarks.hearing import AROUND
from etl.transform import actor_hearing, motives
from etl.transform.actor_hearing import ActorHearing
from etl.transform.motive_clues import Clue
from etl.transform.motive_options import Actors
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from graph.records import Article
from tests.networks import heard

TOLD = (
    "The mayor Mara Quill met Dan Orrick on Monday. Quill went on a stream on Twitch on Tuesday to reach young renters. “They do not read papers,” "
    "Orrick said. The council meets next week. It votes on the budget. Nobody expects a quarrel. The hall is cold. Coats are worn. "
)


def looked_at(text: str) -> tuple[Reading, Actors, Clue]:
    """`text`, who comes into question in it, and its stretch that says "to reach"."""
    reading = reading_of(Article("a", text, published="2025-03-05"))
    found, actors = motives.marked(reading, [], hear(reading))
    return reading, actors, next(c for c in found if reading.text[c.start : c.end].startswith("to reach"))


def test_places_are_where_a_candidate_is_named() -> None:
    reading, actors, clue = looked_at(TOLD)
    options = actors.by_cues(clue)
    given = ActorHearing(reading, actors.sentences).inputs([(clue, options)])
    assert given is not None

    def words(place: list[int]) -> str:
        return " ".join(t.text for t in reading.words[slice(*place)])

    rows = {thing.name: [words(place) for place in places] for (thing, _), places in zip(options, given.places.tolist(), strict=True)}
    stretch, *_, before, inside, behind, head, first, verb, between = rows["Mara Quill"]
    assert (stretch, inside, behind) == ("to reach young renters", "", "")
    assert (before, head, verb) == ("on Monday . Quill went on a", "went", "went")
    assert first == "The mayor Mara Quill met Dan Orrick on"
    assert between == "went on a stream on Twitch on Tuesday"
    assert "Orrick said" in rows["Dan Orrick"][7]
    assert [place.split()[-2] for place in rows["Mara Quill"][slice(*AROUND)]] == [
        "Monday",
        "said",
    ]  # what training leaves out now and then
    shapes = dict(zip(rows, given.shapes.tolist(), strict=True))
    assert [shape[5:8] for shape in (shapes["Mara Quill"], shapes["Dan Orrick"])] == [[1, 0, 0], [1, 0, 1]]


def test_far_mentions_are_not_looked_at() -> None:
    reading, actors, clue = looked_at(TOLD + "The cold goes on and on. " * 400 + "Orrick met Quill.")
    options = actors.by_cues(clue)
    given = ActorHearing(reading, actors.sentences).inputs([(clue, options)])
    assert given is not None
    assert given.places.max() < len(reading.words) - 4


def test_the_steps_that_are_reached_are_cues() -> None:
    _, actors, clue = looked_at(TOLD)
    (options,) = actors.options([clue])
    for (_, cues), (_, plain) in zip(options, actors.by_cues(clue), strict=True):
        steps = [float(cue.removeprefix("heard over ")) for cue in cues[len(plain) :] if cue.startswith("heard over ")]
        assert cues[: len(plain)] == plain
        assert steps == list(actor_hearing.STEPS[: len(steps)])
        assert all(a < b for a, b in pairwise(steps))


def test_where_nobody_comes_into_question_nothing_is_heard() -> None:
    _, actors, clue = looked_at(TOLD)
    assert actors.hearing.options([(clue, [])]) == [[]]
    assert actors.hearing.options([]) == []


def test_whose_motive_it_is_is_heard_more_strongly_than_the_others() -> None:
    right, wrong = heard("actors", text_of)
    assert right > wrong + 1
