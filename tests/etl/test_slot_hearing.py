"""A network hears what fills the slots of an occasion by where that is named, and by the words between and around."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.fit_slot_network import text_of
from etl.transform import appearances, relations
from etl.transform.appearances import Occasions, slot_hearing
from etl.transform.appearances.options import Option
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading, Thing
from graph.records import Article
from tests.networks import heard

TOLD = "Clara Voss joined Ben Bright on his podcast “Night Shift” on 3 March. It rained in Leeds. Ann Lowe listened."


def looked_at(text: str) -> tuple[Reading, Occasions, list[list[Option]]]:
    """`text`, its occasions, and what may fill their slots."""
    reading = reading_of(Article("a", text, published="2025-03-05"))
    hear(reading)
    found = appearances.find(reading)
    return reading, found, appearances.options(reading, found, relations.find(reading, found.drafts))


def name(option: Option) -> str:
    """The thing's name, or the day."""
    return option.value.name if isinstance(option.value, Thing) else option.value.value


def test_places_are_those_of_the_occasion_and_of_the_nearest_mention() -> None:
    reading, found, options = looked_at(TOLD)
    rows = list(slot_hearing.rows(found.records[:1], found.drafts[:1], options[:1]))
    given = slot_hearing.given(reading, found.drafts, rows)
    assert given is not None

    def words(place: list[int]) -> str:
        return " ".join(t.text for t in reading.words[slice(*place)])

    of = {name(those[0]): [words(place) for place in places] for (_, _, those), places in zip(rows, given.places.tolist(), strict=True)}
    _, verb, sentence, mention, around, head, between, other = of["Ann Lowe"]
    assert verb.startswith("Clara Voss joined Ben")
    assert sentence.startswith("Clara Voss joined")
    assert (mention, head, other) == ("Ann Lowe", "listened", "Ann Lowe listened .")
    assert around == "in Leeds . Ann Lowe listened ."
    assert between.startswith("Ben Bright on his podcast")
    assert of["2025-03-03"][3].endswith("3 March")
    assert [kind.split()[0] for kind in given.kinds] == [
        v.type if isinstance(v := those[0].value, Thing) else "Day" for _, _, those in rows
    ]


def test_the_steps_that_are_reached_are_cues_of_each_slot() -> None:
    reading, found, options = looked_at(TOLD)
    (mine,) = slot_hearing.heard(reading, found.records, found.drafts, options)
    for option, plain in zip(mine, options[0], strict=True):
        *groups, more = option.groups
        steps = [float(cue.removeprefix("heard over ")) for cue in more if cue != "heard most"]
        assert groups == list(plain.groups)
        assert steps == list(slot_hearing.STEPS[: len(steps)])
        assert all(a < b for a, b in pairwise(steps))
    asked = {option.slot for option in mine}
    assert {option.slot for option in mine if "heard most" in option.groups[-1]} == asked


def test_where_there_is_no_occasion_nothing_is_heard() -> None:
    reading, found, options = looked_at("It rained.")
    assert slot_hearing.heard(reading, found.records, found.drafts, options) == []


def test_what_fills_a_slot_is_heard_more_strongly_than_what_does_not() -> None:
    right, wrong = heard("slots", text_of)
    assert right > wrong + 2
