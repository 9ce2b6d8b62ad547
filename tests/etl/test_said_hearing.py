"""A network hears whether something is said at a place by its mark and what stands around, and by whom by where that one is named."""

from __future__ import annotations

from benchmarks.fit_said_network import text_of
from etl.transform import said_hearing
from etl.transform.pipeline import reading_of
from etl.transform.reading import Reading
from etl.transform.said_marks import QUOTE, VERB, Place
from etl.transform.statements import Candidates
from graph.records import Article
from tests.networks import heard_by

TOLD = "It rained in Leeds. Clara Voss, a singer, told Ann Lowe that the tour was over. “We are tired,” she said. Lowe left."
BEFORE_MENTION = 7  # the place of the mention, behind those of the mark


def looked_at(text: str) -> tuple[Reading, Candidates]:
    """`text`, and where something may be said in it."""
    reading = reading_of(Article("a", text, published="2025-03-05"))
    return reading, Candidates(reading)


def words(reading: Reading, place: list[int]) -> str:
    """The words of a place."""
    return " ".join(t.text for t in reading.words[slice(*place)])


def place_of(found: Candidates, kind: str, word: str) -> Place:
    """The place of that kind at that word."""
    return next(p for p in found.places if p.kind == kind and p.token is not None and p.token.text == word)


def test_places_are_the_mark_and_what_stands_around_it() -> None:
    reading, found = looked_at(TOLD)
    given = found.hearing.given([place_of(found, VERB, "told")], ())
    mark, beside, before, behind, last, following, subject, *mention = (words(reading, place) for place in given.places[0].tolist())
    assert (mark, beside) == ("told", "a singer , told Ann Lowe that")
    assert (before, behind) == ("Clara Voss , a singer ,", "Ann Lowe that the tour was over .")
    assert (last, following.startswith("“ We are tired")) == ("It rained in Leeds .", True)
    assert subject.startswith("Clara Voss")
    assert mention == [""] * 4
    assert given.kinds == (VERB,)


def test_a_quotation_is_marked_by_its_own_words() -> None:
    reading, found = looked_at(TOLD)
    place = next(p for p in found.places if p.kind == QUOTE)
    given = found.hearing.given([place], ())
    assert words(reading, given.places[0, 0].tolist()).startswith("We are tired")


def test_who_may_speak_is_heard_by_the_nearest_mention() -> None:
    reading, found = looked_at(TOLD)
    place = place_of(found, VERB, "told")
    options = found.by_cues(place)
    given = found.hearing.given((), [(place, options)])
    of = {thing.name: (places, shape) for (thing, _), places, shape in zip(options, given.places.tolist(), given.shapes, strict=True)}
    for name, between in (("Clara Voss", ", a singer ,"), ("Ann Lowe", "")):
        mention, around, _, gap = (words(reading, place) for place in of[name][0][BEFORE_MENTION:])
        assert mention == name
        assert name in around
        assert gap == between
    flags = {name: dict(zip(said_hearing.FLAGS, shape[-len(said_hearing.FLAGS) :], strict=True)) for name, (_, shape) in of.items()}
    assert [flags[name]["subject"] for name in ("Clara Voss", "Ann Lowe")] == [1, 0]
    assert given.kinds == (f"{VERB} Person",) * len(options)


def test_the_steps_that_are_reached_are_cues() -> None:
    _, found = looked_at(TOLD)
    plain = {id(p): list(p.cues) for p in found.places}
    for place in found.heard():
        more = place.cues[len(plain[id(place)]) :]
        steps = [float(cue.removeprefix("said over ")) for cue in more if cue.startswith("said over ")]
        assert steps == list(said_hearing.STEPS[: len(steps)])
        assert more == [*(f"said over {s:g}" for s in steps), *(f"{place.kind} said over {s:g}" for s in steps)]
    for place, options in zip(found.places, found.options(found.places), strict=True):
        before = found.by_cues(place)
        assert [thing for thing, _ in options] == [thing for thing, _ in before]
        assert all(cues[: len(own)] == own for (_, cues), (_, own) in zip(options, before, strict=True))
        assert sum("heard most" in cues for _, cues in options) >= min(1, len(options))


def test_one_asked_alone_is_heard_as_among_others() -> None:
    _, found = looked_at(TOLD)
    (alone,) = found.options(found.places[:1])
    assert alone == found.options(found.places)[0]


def test_where_nothing_may_be_said_nothing_is_heard() -> None:
    _, found = looked_at("It rained.")
    assert found.heard() == []
    assert found.options([]) == []


def test_what_is_said_is_heard_more_strongly_than_what_is_not() -> None:
    for right, wrong in heard_by(said_hearing.NAME, text_of):
        assert right > wrong + 2
