"""The choice of topics: what comes into question, what it is weighed by, and which are taken, by own-written sentences."""

from __future__ import annotations

import pytest

from etl.transform.appearances import told_of
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.occasion_hearing import OccasionHearing
from etl.transform.appearances.programmes import programmes
from etl.transform.appearances.spots import Spots
from etl.transform.appearances.topic_choice import NEEDED, Weights, choose, marked, scene_owners
from etl.transform.appearances.topic_options import joint, options
from etl.transform.pipeline import read_article, reading_of
from etl.transform.reading import Reading
from graph.records import Article

TOLD = (
    "Ada Lowe went on the podcast Night Shift on Monday. She talked to its host, Ben Bright, about bus fares, flooding and the art of the "
    "grudge. Bright later wrote a book on bread."
)


def read(text: str) -> Reading:
    return reading_of(Article("a", text, published="2024-10-09"))


def told(reading: Reading) -> tuple[list[Frame], OccasionHearing]:
    """The occasions of `reading`, and what asks the network about them."""
    known = programmes(reading)
    spots = Spots(reading, known)
    hearing = OccasionHearing(reading, spots)
    return told_of(reading, known, spots, hearing), hearing


def phrases(text: str) -> list[str]:
    reading = read(text)
    return [text[o.start : o.end] for o in options(reading, ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He spoke of the old railway bridge.", "old railway bridge"),
        ("She spoke about the art of the long grudge.", "art of the long grudge"),
        ("They were asked about her brother's farm.", "brother's farm"),
        ("They talked about how a bridge is built.", "how a bridge is built"),
        ("They talked about cooking for soldiers, and left.", "cooking for soldiers"),
    ],
)
def test_phrases_questions_and_things_done_come_into_question(text: str, expected: str) -> None:
    assert expected in phrases(text)


def test_times_do_not_come_into_question() -> None:
    assert "Tuesday" not in phrases("They talked about bread on Tuesday.")


def test_items_of_a_list_are_joined_and_separate_clauses_are_not() -> None:
    words = read("They discussed rents, the price of bread and farming, but the mayor left.").words
    at = {w.text: w.i for w in words}
    assert joint(words, at["rents"] + 1, at["price"]) == ","
    assert joint(words, at["bread"] + 1, at["farming"]) == "and"
    assert joint(words, at["farming"] + 1, at["left"]) == ""


def test_what_stands_far_from_any_word_of_talking_is_not_weighed() -> None:
    reading = read(TOLD)
    records, hearing = told(reading)
    found, _ = marked(reading, records, hearing)
    names = [reading.text[c.option.start : c.option.end] for c in found]
    assert {"bus fares", "flooding", "art of the grudge"} <= set(names)
    every, _ = marked(reading, [], hearing, all_=True)
    assert len(every) > len(found)


def test_the_likeliest_are_taken_with_the_likeliest_occasion_and_no_words_twice() -> None:
    reading = read(TOLD + " They talked about bus fares.")
    records, hearing = told(reading)
    found, scene = marked(reading, records, hearing)
    weights = Weights(-1.0, {"kind rule": 4.0}, {"ruled": 3.0})
    chosen = choose(reading, found, scene_owners(scene), weights)
    names = [reading.text[c.candidate.option.start : c.candidate.option.end] for c in chosen]
    assert names.count("bus fares") == 1
    assert all(c.occasion == 0 for c, name in zip(chosen, names, strict=True) if name == "flooding")
    assert choose(reading, found, scene_owners(scene), Weights(-9.0, {}, {})) == []
    assert NEEDED > 0


def test_topics_go_to_their_occasion() -> None:
    facts = read_article(Article("a", TOLD, published="2024-10-09"), "test")
    names = {e.id: e.name for e in facts.entities}
    assert [names[t] for a in facts.appearances for t in a.topics] == ["bus fares", "flooding", "art of the grudge"]
