"""Pairs: relations that fitted weights choose, those of rules among them. All names are invented."""

from __future__ import annotations

from math import log

import pytest

from etl.transform import appearances, relations
from etl.transform.drafts import RelationDraft
from etl.transform.pipeline import hear, read_article, reading_of
from etl.transform.reading import Reading
from etl.transform.relations import pair_choice
from etl.transform.relations.pair_choice import PREDICATES, Model, choose
from etl.transform.relations.pair_cues import Pair, fitting, pairs
from etl.transform.relations.pair_near import BACK, nearest
from etl.transform.relations.pair_spots import spots
from graph.records import Article

HOSTED = "“Night Shift” is hosted by Clara Voss. Ben Bright listened at home."


def read(text: str) -> tuple[Reading, list[RelationDraft], list[Pair]]:
    """The article, what rules find in it, and the pairs."""
    reading = reading_of(Article("t", text, published="2025-07-09"))
    hear(reading)
    occasions = appearances.find(reading).drafts
    told = relations.stated(reading, occasions)
    return reading, told, list(pairs(reading, occasions, told, PREDICATES))


def pair(text: str, subject: str, object_: str) -> Pair:
    """The pair of the two."""
    return next(p for p in read(text)[2] if (p.subject.name, p.object.name) == (subject, object_))


def cues(text: str, subject: str, object_: str) -> list[str]:
    """The cues of a pair, whatever the relation."""
    found = pair(text, subject, object_)
    return [cue for group in (*found.shared, found.alone) for cue in group]


def told(text: str, models: dict[str, Model], monkeypatch: pytest.MonkeyPatch) -> list[RelationDraft]:
    """The relations by weights of our own."""
    monkeypatch.setattr(pair_choice, "FITTED", models)
    reading, stated, _ = read(text)
    return choose(reading, [], stated)


def test_pairs_are_of_the_types_that_a_relation_joins() -> None:
    assert fitting(("HOSTS", "AIRS_ON"))["Show", "Outlet"] == ("AIRS_ON",)
    found = {(p.subject.type, p.object.type, tuple(p.own)) for p in read(HOSTED)[2]}
    assert ("Person", "Show", ("OWNS", "FOUNDED", "HOSTS", "CRITICIZED", "SUPPORTS", "PARTNERED_WITH")) in found
    assert not any("HOSTS" in own for subject, object_, own in found if subject == "Person" == object_)


def test_praise_and_blame_are_looked_for_within_a_sentence() -> None:
    asked = {
        (p.subject.name, p.object.name): tuple(p.own) for p in read("Ann Lowe met Dev Rao. Eve Ash left. She watched “Night Shift”.")[2]
    }
    assert "CRITICIZED" in asked["Ann Lowe", "Dev Rao"]
    assert ("Dev Rao", "Eve Ash") not in asked


def test_what_rules_have_found_is_a_cue() -> None:
    assert "says HOSTS" in cues(HOSTED, "Clara Voss", "Night Shift")
    assert "says HOSTS" not in cues(HOSTED, "Ben Bright", "Night Shift")
    assert pair(HOSTED, "Ben Bright", "Night Shift").own["HOSTS"] == ("A has another False, B has another True",)


def test_what_is_said_of_the_first_of_those_joined_by_and_holds_of_all() -> None:
    text = "Clara Voss and Ben Bright present the podcast “Night Shift” from a barn."
    first, second = (cues(text, name, "Night Shift") for name in ("Clara Voss", "Ben Bright"))
    paths = [[cue for cue in found if cue.startswith("path ")] for found in (first, second)]
    assert paths[0]
    assert paths[0] == paths[1]
    assert "A joined" in second
    assert "A joined" not in first
    assert "says HOSTS" in first
    assert "mate of A says HOSTS" in second


def test_a_post_tells_whose_it_is() -> None:
    text = "Clara Voss, the host of “Night Shift”, met Ben Bright. The podcast “Dawn Chorus” is on Spotify."
    assert "A post HOSTS of this, 0 apart" in cues(text, "Clara Voss", "Night Shift")
    assert "A post HOSTS of another, 1 apart" in cues(text, "Clara Voss", "Dawn Chorus")


def test_mentions_that_stand_in_two_pairs_count_once() -> None:
    text = "Clara Voss likes “Night Shift”, and “Night Shift” likes Clara Voss."
    groups = [id(group) for group in pair(text, "Clara Voss", "Night Shift").shared]
    assert len(groups) == len(set(groups))


def test_a_likely_relation_is_added_with_the_sentences_of_its_mentions(monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model(-5.0, {"A has another False, B has another True": 6.0})
    (added,) = (d for d in told(HOSTED, {"HOSTS": model}, monkeypatch) if d.predicate == "HOSTS")
    assert (added.subject.name, added.object.name, added.rule) == ("Ben Bright", "Night Shift", "relations.pairs.hosts")
    assert [HOSTED[start:end] for start, end in added.evidence] == [
        "“Night Shift” is hosted by Clara Voss.",
        "Ben Bright listened at home.",
    ]
    assert added.confidence == 0.73


def test_what_a_rule_found_keeps_its_name_and_evidence(monkeypatch: pytest.MonkeyPatch) -> None:
    stated = [d for d in read(HOSTED)[1] if d.predicate == "HOSTS"]
    kept = told(HOSTED, {"HOSTS": Model(-5.0, {"says HOSTS": 7.0})}, monkeypatch)
    assert [(d.rule, d.evidence) for d in kept] == [(d.rule, d.evidence) for d in stated]
    assert {d.confidence for d in kept} == {0.88}


def test_what_a_rule_found_is_left_where_it_is_unlikely(monkeypatch: pytest.MonkeyPatch) -> None:
    assert told(HOSTED, {"HOSTS": Model(-5.0, {})}, monkeypatch) == []


def test_relations_without_weights_stay_as_rules_found_them(monkeypatch: pytest.MonkeyPatch) -> None:
    stated = read(HOSTED)[1]
    assert [(d.rule, d.confidence) for d in told(HOSTED, {}, monkeypatch)] == [(d.rule, d.confidence) for d in stated]


def test_the_same_article_has_the_same_cues() -> None:
    text = f"{HOSTED} Voss, who works for Harrow Media, is on YouTube.\n\nHarrow Media owns “Night Shift”."
    one, other = ([(p.subject.name, p.object.name, p.shared, p.alone, list(p.own.items())) for p in read(text)[2]] for _ in range(2))
    assert one == other


def test_what_is_denied_ties_nobody() -> None:
    denied = read("Ann Lowe has never hosted the podcast Cold Kettle.")[2]
    assert ("Ann Lowe", "Cold Kettle") not in {(p.subject.name, p.object.name) for p in denied}
    assert cues("Ann Lowe has hosted the podcast Cold Kettle.", "Ann Lowe", "Cold Kettle")


def test_breaks_are_no_words_of_cues() -> None:
    text = "Guests\n\nClara Voss\n\nBen Bright\n\nOn “Night Shift”\n\nClara Voss is on YouTube."
    assert all("\n" not in cue for p in read(text)[2] for group in (*p.shared, p.alone) for cue in group)


def test_long_lists_have_pairs_in_proportion() -> None:
    names = [
        f"{first} {last}" for first in ("Ada", "Ben", "Cleo", "Dov", "Eve") for last in ("Lowe", "Bright", "Voss", "Ash", "Quill", "Marsh")
    ]
    reading, _, _ = read(f"“Night Shift” has had {', '.join(names)} and “Dawn Chorus” on YouTube.")
    marks = spots(reading, [t for t in reading.things if t.type in ("Person", "Show", "Platform")])
    assert len(marks) >= len(names)
    assert sum(map(len, nearest(marks, fitting(PREDICATES)).values())) <= 2 * BACK * len(marks)


@pytest.mark.parametrize(("chance", "kept"), [(0.3, True), (0.15, False)])
def test_less_is_needed_of_what_a_rule_has_found(chance: float, kept: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    model = Model(log(chance / (1 - chance)), {})
    hosts = {d.subject.name for d in told(HOSTED, {"HOSTS": model}, monkeypatch) if d.predicate == "HOSTS"}
    assert hosts == ({"Clara Voss"} if kept else set())


def test_narrow_rules_are_believed_however_unlikely_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found = told("Ann Lowe criticised Dev Rao on Monday.", {"CRITICIZED": Model(-6.0, {})}, monkeypatch)
    assert {(d.subject.name, d.object.name) for d in found if d.predicate == "CRITICIZED"} == {("Ann Lowe", "Dev Rao")}


def test_what_rules_find_of_places_stays() -> None:
    facts = read_article(Article("a", "Ann Lowe mocked Portugal on Monday.", published="2024-08-13"), "x")
    names = {e.id: e.name for e in facts.entities}
    assert [(names[r.subject], r.predicate, names[r.object]) for r in facts.relations] == [("Ann Lowe", "CRITICIZED", "Portugal")]


def test_what_holds_either_way_round_is_told_once() -> None:
    facts = read_article(Article("a", "Ann Lowe and her brother Dev Rao opened the debate on CNN.", published="2024-08-13"), "x")
    assert sum(r.predicate == "RELATED_TO" for r in facts.relations) == 1


def test_of_two_that_no_sentence_names_together_only_what_a_rule_says_comes_into_question(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Clara Voss slept. It rained. It rained again. Nobody spoke. The barn was cold. The podcast “Night Shift” is long."
    reading, _, near = read(text)
    voss, show = (next(t for t in reading.things if t.name == name) for name in ("Clara Voss", "Night Shift"))
    assert near == []
    rule = RelationDraft(voss, "HOSTS", show, "a rule", [reading.sentence_span(0)])
    (far,) = pairs(reading, [], [rule], PREDICATES)
    assert tuple(far.own) == ("HOSTS",)
    monkeypatch.setattr(pair_choice, "FITTED", {p: Model(9.0, {}) for p in PREDICATES})
    assert [(d.predicate, d.rule) for d in choose(reading, [], [rule])] == [("HOSTS", "a rule")]
