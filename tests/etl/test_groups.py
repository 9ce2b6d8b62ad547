"""Groups of people are found with their bounds, and a gloss on one is no other."""

from __future__ import annotations

import pytest

from benchmarks.fit_group_network import text_of
from etl.transform.hearing_mentions import PLACES
from etl.transform.pipeline import hear, reading_of
from etl.transform.relations.group_choice import PREDICATES, Model, likely, ties
from etl.transform.relations.group_cues import candidates
from etl.transform.relations.group_hearing import NAME, STEPS, GroupHearing
from etl.transform.relations.groups import groups
from graph.records import Article
from tests.networks import heard_by


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Her listeners, made up of mostly white, middle-aged men, want no change.", ["listeners", "white, middle-aged men"]),
        ("The podcast’s public is mostly female, and it grows.", ["public", "mostly female"]),
        ("They call their fans “lantern keepers,” referring to people who never sleep.", ["fans", "lantern keepers"]),
        ("The show is for people who never sleep.", ["people who never sleep"]),
    ],
)
def test_groups_are_found_with_their_bounds(text: str, found: list[str]) -> None:
    assert [g.name for g in groups(reading_of(Article("x", text)))] == found


AIM = "Mara Quill, the mayor of Leeds, joined a stream on Twitch to reach young renters. “They do not read papers,” Quill said."
NONE = "Dan Orrick met farmers on his way home. The council meets on Monday to vote on the budget."
LONG = " ".join([AIM, NONE] * 3)


def strengths(text: str) -> dict[str, tuple[float, ...] | None]:
    """What is heard of each group of `text`, by its name."""
    reading = reading_of(Article("x", text, published="2025-03-04"))
    hear(reading)
    found = groups(reading)
    return {g.name: strength for g, strength in zip(found, GroupHearing(reading, []).groups(found), strict=True)}


def test_whom_somebody_wants_is_heard_more_strongly_than_whom_he_meets() -> None:
    found = strengths(LONG)
    aim, met = found["young renters"], found["farmers on his way home"]
    assert aim is not None
    assert met is not None
    assert aim[PREDICATES.index("TARGETS")] > met[PREDICATES.index("TARGETS")] + 1


def test_the_network_of_groups_is_asked_only_in_articles_of_some_length() -> None:
    assert set(strengths(AIM).values()) == {None}
    assert None not in strengths(LONG).values()
    assert strengths("It rained.") == {}


def test_what_the_network_hears_counts_beside_the_cues() -> None:
    model = Model(-1.0, {"a cue": 1.0}, {}, {}, {"base": -0.5, "told": 0.5, "heard": 1.0})
    models = dict.fromkeys(PREDICATES, model)
    assert model.chance(["a cue"], None) == pytest.approx(0.5)
    assert model.chance(["a cue"], 0.5) == pytest.approx(0.5)
    assert likely(["a cue"], (4.0, -4.0), models)
    assert not likely(["a cue"], (-4.0, -4.0), models)
    assert [predicate for predicate, _, _ in ties(["a cue"], (-4.0, 4.0), [["theirs"]], models)] == ["HAS_AUDIENCE"]


def test_every_candidate_has_what_the_network_hears_of_it() -> None:
    reading = reading_of(Article("x", LONG, published="2025-03-04"))
    hear(reading)
    found, hearing = groups(reading), GroupHearing(reading, [])
    heard_of = {(c.group.start, c.heard) for c in candidates(reading, found, [], {}, hearing)}
    assert heard_of == {(g.start, strength) for g, strength in zip(found, hearing.groups(found), strict=True)}


def test_those_whose_a_group_may_be_are_heard_by_where_they_are_named() -> None:
    reading = reading_of(Article("x", LONG, published="2025-03-04"))
    hear(reading)
    hearing = GroupHearing(reading, [])
    one = next(c for c in candidates(reading, groups(reading), [], {}, None) if c.group.name == "young renters")
    given = hearing.given([one.group], [(one.group, one.options)])
    assert given.kinds[0] == one.group.kind
    assert given.places[0, -PLACES:].tolist() == [[0, 0]] * PLACES

    def words(place: list[int]) -> str:
        return " ".join(t.text for t in reading.words[slice(*place)])

    rows = {
        thing.name: [words(place) for place in places] for (thing, _), places in zip(one.options, given.places[1:].tolist(), strict=True)
    }
    assert rows["Mara Quill"][0] == "young renters"
    assert "Mara Quill" in rows["Mara Quill"][-PLACES]
    assert rows["Twitch"][-1] == "to reach"


def test_what_the_network_hears_is_among_the_cues_of_those_whose_a_group_may_be() -> None:
    reading = reading_of(Article("x", LONG, published="2025-03-04"))
    hear(reading)
    found, hearing = groups(reading), GroupHearing(reading, [])
    plain, whole = candidates(reading, found, [], {}, None), candidates(reading, found, [], {}, hearing)
    for one, other in zip(plain, whole, strict=True):
        for (thing, cues), (same, more) in zip(one.options, other.options, strict=True):
            steps = [cue for cue in more[len(cues) :] if cue.startswith("aim heard over ")]
            assert thing is same
            assert more[: len(cues)] == cues
            assert steps == [f"aim heard over {step:g}" for step in STEPS[: len(steps)]]


def test_in_a_short_article_those_whose_a_group_may_be_stay_as_they_are() -> None:
    reading = reading_of(Article("x", AIM, published="2025-03-04"))
    hear(reading)
    (one,) = candidates(reading, [g for g in groups(reading) if g.name == "young renters"], [], {}, None)
    assert GroupHearing(reading, []).owners([(one.group, one.options)]) == [list(one.options)]


def test_aims_and_publics_and_whose_they_are_are_heard_more_strongly_than_others() -> None:
    for right, wrong in heard_by(NAME, text_of):
        assert right > wrong + 1
