"""The score card: hand-made cases for each family, bad gold files, and the benchmark's own scorer where it can be reached."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from etl.evaluate import Card, Tally, calibration, gold_names, read_gold, score
from etl.evaluate.likeness import folded, same_description
from graph.errors import FactsError, InputError
from graph.records import Facts

ROOT = Path(__file__).resolve().parents[2]
BENCHMARK = ROOT.parent / "shared" / "benchmark"
SCORER = BENCHMARK / "score.py"
BODY = (
    "Ada Pell sat down with Tom Weller on Night Shift in Corran Hall. Some 40,000 people listened on Wavelane. "
    "“The fares are a disgrace,” she said. She went there to reach young commuters.\n"
)
GOLD: dict[str, Any] = {
    "entities": [
        {"type": "Person", "name": "Ada Pell", "aliases": ["Pell"]},
        {"type": "Person", "name": "Tom Weller"},
        {"type": "Show", "name": "Night Shift"},
        {"type": "Platform", "name": "Wavelane"},
        {"type": "Place", "name": "Corran Hall"},
        {"type": "Place", "name": "Corran", "optional": True},
        {"type": "Audience", "name": "young commuters"},
    ],
    "appearances": [
        {"id": "shift", "kind": "podcast", "status": "occurred", "guests": ["Ada Pell"], "hosts": ["Tom Weller"], "show": "Night Shift",
         "platforms": ["Wavelane"], "place": ["Corran Hall", "Corran"], "date": None, "duration_minutes": 60, "topics": []},
    ],
    "relations": [
        {"subject": "Tom Weller", "predicate": "HOSTS", "object": "Night Shift"},
        {"subject": "Ada Pell", "predicate": "OPPONENT_OF", "object": "Tom Weller"},
        {"subject": "Ada Pell", "predicate": "USES", "object": "Wavelane", "optional": True},
    ],
    "reach": [{"subject": "shift", "value": 40000, "unit": "listeners", "qualifier": "about"}],
    "statements": [{"speaker": "Ada Pell", "direct": True, "text": "The fares are a disgrace,"}],
    "motives": [{"actor": "Ada Pell", "text": "to reach young commuters"}],
}  # fmt: skip
Judge = Callable[..., Card]


def span(text: str) -> dict[str, Any]:
    start = BODY.index(text)
    return {"start": start, "end": start + len(text), "text": text}


def perfect() -> dict[str, Any]:
    """What a reader hands over who finds just what the gold file says, the optional records left out."""
    entities = [{"id": e["name"], "type": e["type"], "name": e["name"]} for e in GOLD["entities"] if not e.get("optional")]
    return {
        "article": {"id": "talk"},
        "entities": entities,
        "appearances": [{**GOLD["appearances"][0], "place": "Corran Hall", "confidence": 0.9}],
        "relations": [{**r, "confidence": 0.7} for r in GOLD["relations"][:2]],
        "reach": [{**GOLD["reach"][0], "confidence": 0.55}],
        "statements": [{"speaker": "Ada Pell", **span("The fares are a disgrace,"), "confidence": 0.85}],
        "motives": [{"actor": "Ada Pell", **span("to reach young commuters"), "confidence": 0.85}],
    }


def write_gold(folder: Path, gold: Any = GOLD, body: str = BODY) -> Path:
    (folder / "talk.md").write_text(f"---\ntitle: A talk\npublished: 2024-08-13\n---\n{body}", encoding="utf-8")
    (folder / "talk.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    """Scores facts (by default the perfect ones, with families changed) against the gold file."""
    gold = read_gold(str(write_gold(tmp_path)), "talk")
    return lambda **changes: score([gold], {"talk": Facts.from_json(json.dumps(perfect() | changes))})


# ---------------------------------------------------------------------------------------------------------- likeness


def test_names_are_compared_without_case_accents_possessive_and_article() -> None:
    assert folded("The Joé Rogan Experience’s") == folded("joe rogan experience")
    assert folded("Theo Von") != folded("Theodore Von")


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("young men", "the young man", False),
        ("young men", "young voters", False),
        ("undecided voters in Ohio", "undecided voters", True),
        ("economies of scale", "the economy of scale", True),
        ("the", "the", True),
        ("the", "men", False),
    ],
)
def test_descriptions_match_by_half_of_their_words_or_containment(one: str, two: str, same: bool) -> None:
    assert bool(same_description(one, two)) is same


# ---------------------------------------------------------------------------------------------------------- families


def test_the_same_facts_score_one(judge: Judge) -> None:
    card = judge()
    assert card.scores == dict.fromkeys(card.scores, 1.0)
    assert list(card.errors()) == []


def test_nothing_found_scores_nothing_and_all_is_missed(judge: Judge) -> None:
    card = score([], {})
    assert card.overall == 0.0
    card = judge(**{family: [] for family in GOLD})
    assert {t.right for t in card.families.values()} == {0}
    assert {family: t.gold for family, t in card.families.items()} == {
        "entities": 6, "appearances": 8, "relations": 2, "reach": 3, "statements": 1, "motives": 1,
    }  # fmt: skip
    assert all(error.sign == "-" for _, _, error in card.errors())


def test_wrong_type_alias_and_optional_entity(judge: Judge) -> None:
    entities = perfect()["entities"]
    entities[3] = {"id": "Wavelane", "type": "Organization", "name": "Wavelane"}
    entities[0] = {"id": "Ada Pell", "type": "Person", "name": "Dame Ada", "aliases": ["Pell"]}
    entities.append({"id": "x", "type": "Place", "name": "Corran"})
    card = judge(entities=entities)
    assert card.families["entities"] == Tally(6, 6, 5)
    assert [str(error) for _, _, error in card.errors()] == ["~ Wavelane: Platform read as Organization"]
    assert card.causes() == [("entities", "~", "Platform", 1)]


def test_an_appearance_counts_slot_by_slot(judge: Judge) -> None:
    found = {**perfect()["appearances"][0], "kind": "broadcast", "date": "2024-08-12", "platforms": []}
    card = judge(appearances=[found])
    # gold: kind, status, guest, host, show, platform, place, duration; the kind is wrong, the platform missing, the date invented
    assert card.families["appearances"] == Tally(8, 8, 6)


def test_the_second_acceptable_place_is_as_good(judge: Judge) -> None:
    entities = [*perfect()["entities"], {"id": "x", "type": "Place", "name": "Corran"}]
    card = judge(entities=entities, appearances=[{**perfect()["appearances"][0], "place": "x"}])
    assert card.families["appearances"].f1 == 1.0


def test_an_appearance_without_a_person_in_common_is_another_and_its_figure_has_another_subject(judge: Judge) -> None:
    entities = [*perfect()["entities"], {"id": "x", "type": "Person", "name": "Otto Brandt"}]
    card = judge(entities=entities, appearances=[{**perfect()["appearances"][0], "guests": ["x"], "hosts": []}])
    assert card.families["appearances"].right == 0
    assert card.families["reach"] == Tally(3, 3, 2)


def test_relations_direction_symmetry_doubles_and_options(judge: Judge) -> None:
    relations = [
        {"subject": "Night Shift", "predicate": "HOSTS", "object": "Tom Weller"},
        {"subject": "Tom Weller", "predicate": "OPPONENT_OF", "object": "Ada Pell"},
        {"subject": "Ada Pell", "predicate": "OPPONENT_OF", "object": "Tom Weller"},
        {"subject": "Ada Pell", "predicate": "USES", "object": "Wavelane"},
    ]
    assert judge(relations=relations).families["relations"] == Tally(2, 2, 1)


@pytest.mark.parametrize(("value", "unit", "points"), [(40_300, "listeners", 3), (40_000, "viewers", 2), (41_000, "listeners", 0)])
def test_a_figure_counts_value_unit_and_subject(judge: Judge, value: int, unit: str, points: int) -> None:
    assert judge(reach=[{"subject": "shift", "value": value, "unit": unit}]).families["reach"].right == points


@pytest.mark.parametrize(
    ("text", "right"), [("The fares are a", 1), ("fares", 0), ("The fares are a disgrace,” she said. She went there to", 0)]
)
def test_a_statement_needs_half_of_the_union(judge: Judge, text: str, right: int) -> None:
    assert judge(statements=[{"speaker": "Ada Pell", **span(text)}]).families["statements"].right == right


def test_a_motive_needs_half_of_the_shorter_and_its_actor(judge: Judge) -> None:
    inside = {"actor": "Ada Pell", **span("reach")}
    assert judge(motives=[inside]).families["motives"].f1 == 1.0
    assert judge(motives=[{**inside, "actor": "Tom Weller"}]).families["motives"] == Tally(1, 1, 0)


# -------------------------------------------------------------------------------------------------------- calibration


def test_calibration_tells_how_often_facts_of_a_confidence_are_right(judge: Judge) -> None:
    said = [
        {"speaker": "Ada Pell", **span("The fares are a disgrace,"), "confidence": 0.85},
        {"speaker": "Tom Weller", **span("fares"), "confidence": 0.8},
    ]
    bins = {b.low: b for b in calibration(judge(statements=said))}
    assert (bins[0.8].facts, bins[0.5].facts, bins[0.9].facts) == (3, 1, 1)
    assert bins[0.8].precision == pytest.approx(2 / 3)
    assert bins[0.8].confidence == pytest.approx((0.85 + 0.8 + 0.85) / 3)
    assert [b.facts for b in calibration(judge(statements=said), "statements")] == [2]


# ------------------------------------------------------------------------------------------------------ bad gold files


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"statements": [{"speaker": "Ada Pell", "text": "The fares are fine"}]}, "to the letter"),
        ({"relations": [{"subject": "Nobody", "predicate": "HOSTS", "object": "Night Shift"}]}, "Nobody"),
        ({"entities": [{"type": "Person", "name": "Ada Pell"}, {"type": "Topic", "name": "Ada Pell"}]}, "same id"),
        ({"entities": [{"type": "Ghost", "name": "Ada Pell"}]}, "Ghost"),
        ({"appearances": [{"id": "a", "kind": "podcast", "place": ["Corran", "Nowhere"]}]}, "Nowhere"),
        ({"motives": "none"}, "must be a list"),
    ],
)
def test_a_gold_file_that_does_not_hold_together_is_told_by_name(tmp_path: Path, change: dict[str, Any], complaint: str) -> None:
    gold = {"entities": GOLD["entities"], **change}
    with pytest.raises(FactsError, match=rf"talk\.gold\.json.*{complaint}"):
        read_gold(str(write_gold(tmp_path, gold)), "talk")


def test_missing_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no gold files"):
        gold_names(str(tmp_path))
    with pytest.raises(InputError, match="no such folder"):
        gold_names(str(tmp_path / "none"))
    (tmp_path / "alone.gold.json").write_text("{}")
    with pytest.raises(InputError, match=r"alone\.md"):
        read_gold(str(tmp_path), "alone")


# ------------------------------------------------------------------------------------------------ the benchmark's scorer


if SCORER.exists():  # it lies beside the repository, not in it

    def test_the_numbers_are_those_of_the_benchmarks_own_scorer(tmp_path: Path) -> None:
        """On facts of every quality: as they are, and with records taken away, doubled, exchanged and shifted."""
        from etl.run import Reading

        folder = BENCHMARK / "dev"
        golds = [read_gold(str(folder), name) for name in gold_names(str(folder))][::2]
        read = list(Reading([str(folder / f"{g.article.id}.md") for g in golds]))
        for name, lines in (("read", read), ("spoilt", [spoilt(facts) for facts in read])):
            path = tmp_path / f"{name}.jsonl"
            path.write_text("".join(facts.to_json() + "\n" for facts in lines), encoding="utf-8")
            part = tmp_path / "gold"
            part.mkdir(exist_ok=True)
            for gold in golds:
                for ending in (".md", ".gold.json"):
                    (part / (gold.article.id + ending)).write_bytes((folder / (gold.article.id + ending)).read_bytes())
            command = [sys.executable, str(SCORER), "--gold", str(part), "--facts", str(path), "--json"]
            theirs = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
            card = score(golds, {facts.article.id: facts for facts in lines})
            assert card.overall == pytest.approx(theirs["overall"])
            for family, tally in card.families.items():
                ours = {"precision": tally.precision, "recall": tally.recall, "f1": tally.f1}
                assert ours == pytest.approx(theirs[family]), (name, family)


def spoilt(facts: Facts) -> Facts:
    """The same facts in worse order: people exchanged, types changed, records doubled, stretches shifted."""
    raw = json.loads(facts.to_json())
    people = [e["id"] for e in raw["entities"] if e["type"] == "Person"]
    for n, e in enumerate(raw["entities"]):
        e["type"] = "Organization" if n % 5 == 0 else e["type"]
        e["name"] = e["name"].upper() if n % 7 == 0 else e["name"]
    for n, a in enumerate(raw["appearances"]):
        a["hosts"], a["guests"] = (a["guests"], a["hosts"]) if n % 3 == 0 else (a["hosts"], a["guests"])
    raw["appearances"] += [{**a, "id": f"again-{a['id']}", "date": None} for a in raw["appearances"][::2]]
    raw["relations"] += [{**r, "subject": people[n % len(people)]} for n, r in enumerate(raw["relations"])]
    for n, f in enumerate(raw["reach"]):
        f["unit"] = "people" if n % 2 else f["unit"]
    for records, who in ((raw["statements"], "speaker"), (raw["motives"], "actor")):
        for n, r in enumerate(records):
            r[who] = people[-1] if n % 4 == 0 else r[who]
            r["start"] = (r["start"] + r["end"]) // 2 if n % 3 == 0 else r["start"]
            r["text"] = facts.article.text[r["start"] : r["end"]]
    return Facts.from_json(json.dumps(raw))
