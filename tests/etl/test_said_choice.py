"""Of the stretches that may be said the one is taken that most of what is likely nearly agrees with."""

from __future__ import annotations

from etl.transform.direct_speech import Attribution
from etl.transform.pipeline import reading_of
from etl.transform.said_by import Speakers
from etl.transform.said_choice import Weights, choose
from etl.transform.said_marks import VERB, Place
from etl.transform.utterance import paragraphs
from graph.records import Article

TEXT = "Mara Quill spoke."


def chosen(weights: dict[str, float], needed: float) -> list[tuple[int, int, float]]:
    """What is chosen of a long stretch, one that is nearly the same, and a short one, with `weights` of their cues."""
    reading = reading_of(Article("a", TEXT, published="2025-03-04"))
    said: list[Attribution] = []
    sentence = paragraphs(reading)[0].sentences[0]
    place = Place(VERB, 0, sentence, 0, 0, len(TEXT), token=reading.token(11))
    spans = [(0, 16, ("long",)), (0, 12, ("near",)), (13, 16, ("short",))]
    found = choose(
        [place], lambda _: spans, lambda places: [Speakers(reading, said).options(p) for p in places], Weights(4.0, {}, weights, {}), needed
    )
    return [(c.start, c.end, c.likelihood) for c in found]


def test_nearly_the_same_stretches_stand_together() -> None:
    """Each of the two is less likely than the short one, both together are likelier."""
    [(start, end, likelihood)] = chosen({"long": 1.0, "near": 1.1, "short": 1.3}, 0.35)
    assert (start, end) == (0, 12)
    assert 0.55 < likelihood < 0.7


def test_the_likeliest_stretch_stands_alone() -> None:
    [(start, end, _)] = chosen({"long": 0.0, "near": 0.0, "short": 3.0}, 0.35)
    assert (start, end) == (13, 16)


def test_a_stretch_that_is_unsure_is_left_out() -> None:
    assert chosen({"long": 0.0, "near": 0.0, "short": 0.8}, 0.9) == []
