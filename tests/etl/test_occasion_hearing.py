"""A network hears whether a part of a sentence tells of an occasion, and whether a phrase was talked about, by the words in it and around."""

from __future__ import annotations

from itertools import pairwise

from benchmarks.fit_occasion_network import text_of
from etl.transform.appearances import occasion_hearing
from etl.transform.appearances.answers import Telling
from etl.transform.appearances.finding import Finder
from etl.transform.appearances.occasion_hearing import OccasionHearing
from etl.transform.appearances.programmes import programmes
from etl.transform.appearances.spots import Spots
from etl.transform.appearances.tellings import Teller
from etl.transform.appearances.topic_choice import marked
from etl.transform.appearances.topic_cues import WORTH, Candidate
from etl.transform.pipeline import reading_of
from etl.transform.reading import Reading
from graph.records import Article
from tests.networks import heard_by

TOLD = (
    "It rained in Leeds. Clara Voss sang on Radio Nord on Monday, while Ann Lowe stayed at home. Nobody asked about bus fares or the art of the grudge. "
    "A dog barked. It rained again. Nobody went out. The street was empty. The shops were shut."
)


def looked_at(text: str) -> tuple[Reading, OccasionHearing, list[Telling]]:
    """`text`, what asks the network about it, and its candidates for occasions before that is done."""
    reading = reading_of(Article("a", text, published="2025-03-05"))
    known = programmes(reading)
    spots = Spots(reading, known)
    teller = Teller(reading, Finder(reading, known), spots)
    return reading, OccasionHearing(reading, spots), [told for sent in reading.sentences for told in teller.tellings(sent)]


def words(reading: Reading, place: list[int]) -> str:
    """The words of a place."""
    return " ".join(t.text for t in reading.words[slice(*place)])


def phrases(reading: Reading, hearing: OccasionHearing | None) -> dict[str, Candidate]:
    """The candidates for topics by their words."""
    found, _ = marked(reading, [], hearing, all_=True)
    return {reading.text[c.option.start : c.option.end]: c for c in found}


def test_places_of_a_part_are_it_what_it_hangs_on_its_verb_and_the_sentences() -> None:
    reading, hearing, told = looked_at(TOLD)
    given = hearing.given(told, ())
    of = {
        one.frame.guests[0].name: [words(reading, place) for place in places]
        for one, places in zip(told, given.places.tolist(), strict=True)
    }
    part, anchor, beside, verb, sentence, last, following, *phrase = of["Clara Voss"]
    assert part == "Clara Voss sang on Radio Nord on Monday ,"
    assert anchor in ("Nord", "Radio")
    assert anchor in beside
    assert " sang on Radio Nord" in verb
    assert sentence.startswith(part)
    assert last == "It rained in Leeds ."
    assert following.startswith("Nobody asked")
    assert phrase == [""] * 2
    assert of["Ann Lowe"][:2] == ["while Ann Lowe stayed at home .", "stayed"]
    assert {kind for kind in given.kinds if kind.endswith("outlet")} == {"part outlet"}


def test_places_of_a_phrase_are_it_its_head_the_word_above_and_its_sentence() -> None:
    reading, hearing, _ = looked_at(TOLD)
    found = phrases(reading, None)
    first, second = found["bus fares"], found["art of the grudge"]
    given = hearing.given((), (first, second))
    whole, head, beside, above, sentence, last, following, before, behind = (words(reading, place) for place in given.places[0].tolist())
    assert (whole, head) == ("bus fares", "fares")
    assert beside == "Nobody asked about bus fares or the art"
    assert "asked about" in above
    assert sentence == f"{before} {whole} {behind}"
    assert last.startswith("Clara Voss")
    assert following == "A dog barked ."
    assert words(reading, given.places[1, 0].tolist()) == "art of the grudge"
    assert given.shapes.shape[1] == occasion_hearing.OF_PARTS + occasion_hearing.OF_PHRASES + 1


def test_the_steps_that_are_reached_are_cues_of_parts() -> None:
    _, hearing, told = looked_at(TOLD)
    plain = [set(one.cues) for one in told]
    hearing.note(told)
    assert all(one.heard for one in told)
    for one, before in zip(told, plain, strict=True):
        steps = sorted(float(cue.removeprefix("heard over ")) for cue in one.cues - before)
        assert one.cues >= before
        assert steps == list(occasion_hearing.STEPS[: len(steps)])
    assert any(one.cues > before for one, before in zip(told, plain, strict=True))


def test_in_a_short_article_parts_are_weighed_without_the_network() -> None:
    _, hearing, told = looked_at("Clara Voss sang on Radio Nord on Monday.")
    plain = [set(one.cues) for one in told]
    hearing.note(told)
    assert told
    assert [one.cues for one in told] == plain
    assert not any(one.heard for one in told)


def test_the_steps_that_are_reached_are_cues_of_phrases() -> None:
    reading, hearing, _ = looked_at(TOLD)
    plain, found = phrases(reading, None), phrases(reading, hearing)
    assert found.keys() == plain.keys()
    for name, candidate in found.items():
        more = candidate.cues[len(plain[name].cues) :]
        steps = [float(cue.removeprefix("heard over ")) for cue in more]
        assert candidate.cues[: len(plain[name].cues)] == plain[name].cues
        assert steps == list(occasion_hearing.STEPS[: len(steps)])
        assert all(a < b for a, b in pairwise(steps))


def test_what_is_heard_as_talked_about_is_weighed_wherever_it_stands() -> None:
    reading, hearing, _ = looked_at(TOLD)
    weighed, _ = marked(reading, [], hearing)
    found = {c.option.start for c in weighed}
    every = list(phrases(reading, None).values())
    for candidate, strength in zip(every, hearing.phrases(every), strict=True):
        assert strength <= WORTH or candidate.option.start in found


def test_where_nobody_is_named_no_part_is_asked_about() -> None:
    _, hearing, told = looked_at("It rained.")
    assert told == []
    assert hearing.phrases([]) == []
    hearing.note(told)


def test_occasions_and_topics_are_heard_more_strongly_than_what_is_none() -> None:
    for right, wrong in heard_by(occasion_hearing.NAME, text_of):
        assert right > wrong + 1
