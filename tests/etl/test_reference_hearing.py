"""A network hears whom a pronoun or description means by where they are named, and by what stands around both."""

from __future__ import annotations

from benchmarks.fit_reference_network import text_of
from benchmarks.fit_references import named_in
from benchmarks.references import articles
from etl.transform import reference_hearing
from etl.transform.coreference import asked_of, heard_of
from etl.transform.hearing import kept
from etl.transform.reading import Reading
from etl.transform.reference_hearing import Asked, ReferenceHearing
from graph.records import Article

TOLD = "Clara Voss, a singer, met Ann Lowe in Leeds. Tom Weller was absent. She asked her host about the tour."
OWN = 7  # places of the pronoun, before those of who may be meant


def looked_at(text: str) -> tuple[Reading, ReferenceHearing, list[Asked]]:
    """`text`, and what is asked about in it."""
    reading = named_in(Article("a", text, published="2025-03-05"))
    hearing = ReferenceHearing(reading)
    return reading, hearing, asked_of(reading, hearing.spots)


def words(reading: Reading, place: list[int]) -> str:
    """The words of a place."""
    return " ".join(t.text for t in reading.words[slice(*place)])


def test_those_are_asked_about_whom_the_word_may_mean() -> None:
    _, _, asked = looked_at(TOLD)
    found = [(one.noun.text, [thing.name for thing, _ in one.things]) for one in asked]
    assert found == [
        ("She", ["Ann Lowe", "Clara Voss"]),
        ("her", ["Ann Lowe", "Clara Voss"]),
        ("host", ["Tom Weller", "Ann Lowe", "Clara Voss"]),
    ]


def test_a_role_that_the_article_tells_is_noted() -> None:
    _, _, asked = looked_at("Clara Voss, a singer, met Ann Lowe. The singer left.")
    assert [(one.noun.text, [fits for _, fits in one.things]) for one in asked] == [("singer", [False, True])]


def test_places_are_the_word_and_where_somebody_is_named() -> None:
    reading, hearing, asked = looked_at(TOLD)
    given = hearing.given(asked)
    own, lowe, voss = (given.places[0].tolist()[:OWN], given.places[0].tolist()[OWN:], given.places[1].tolist()[OWN:])
    assert [words(reading, place) for place in own] == [
        "She", "Weller was absent .".removeprefix("Weller "), "asked her host about the tour", "asked", "asked",
        "She asked her host about the tour .", "Tom Weller was absent .",
    ]  # fmt: skip
    assert words(reading, lowe[0]) == "Ann Lowe"
    assert words(reading, voss[1]) == "Clara Voss , a singer"
    assert words(reading, voss[3]).endswith("Tom Weller was absent .")
    assert given.kinds[:2] == ("she Person", "she Person")


def test_the_steps_that_are_reached_are_cues() -> None:
    reading, _, asked = looked_at(TOLD)
    heard = heard_of(reading)
    assert list(heard) == [one.key for one in asked]
    numbers = {id(thing): n for n, thing in enumerate(reading.things)}
    for one in asked:
        cues = [heard[one.key].things[numbers[id(thing)]] for thing, _ in one.things]
        for those in cues:
            steps = [float(cue.removeprefix("heard over ")) for cue in those if cue.startswith("heard over ")]
            assert steps == list(reference_hearing.STEPS[: len(steps)])
        most = max((sum(cue.startswith("heard over ") for cue in those) for those in cues), default=0)
        assert len(heard[one.key].nobody) == most
        assert sum("heard most" in those for those in cues) >= 1


def test_who_is_meant_is_heard_more_strongly() -> None:
    texts = [text_of(article) for article in articles() if article.id.startswith(("h0", "h1"))]
    rows = [
        (bool(right), strength)
        for t in texts
        if t
        for right, (strength,) in zip(t.right[:, 0], kept("references").heard(t.inputs), strict=True)
    ]
    meant, others = ([strength for right, strength in rows if right is wanted] for wanted in (True, False))
    assert sum(meant) / len(meant) > sum(others) / len(others) + 3
