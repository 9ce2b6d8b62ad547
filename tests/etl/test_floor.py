"""The floor: the extractor on our own gold corpus, which must not fall below what was once reached knowingly (`data/gold/floor.json`)."""

from __future__ import annotations

import re
from pathlib import Path
from zlib import crc32

import pytest

from etl.evaluate import Evaluation, evaluate, score
from etl.evaluate.card import OVERALL, Card
from etl.evaluate.floors import SPLITS, UNREAD, below, by_split, raised, read_floors, split_of, write_floors
from etl.evaluate.gold import gold_names, read_gold
from etl.evaluate.verdicts import Verdict
from graph.errors import FactsError
from graph.records import FAMILIES

CORPUS = Path(__file__).resolve().parents[2] / "data" / "gold"


def is_sampled(name: str) -> bool:
    """Whether an article is read here: every unread one, and each third of the others, since reading all takes minutes."""
    return split_of(name) == UNREAD or crc32(name.encode()) % 3 == 0


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    return evaluate(str(CORPUS), wanted=is_sampled, workers=2)


def test_every_gold_article_can_be_read(evaluation: Evaluation) -> None:
    assert evaluation.failures == ()
    names = gold_names(str(CORPUS))
    assert len(names) == len(list(CORPUS.glob("[a-z]*.md")))
    assert set(evaluation.card.articles) == {name for name in names if is_sampled(name)}
    assert all(read_gold(str(CORPUS), name).article.text for name in names if not is_sampled(name))


def test_every_article_bears_the_number_that_decides_its_split(evaluation: Evaluation) -> None:
    assert all(re.match(r"[a-z]{1,2}\d\d-", name) for name in evaluation.card.articles)
    assert all(one.articles for one in by_split(evaluation.card).values())


def test_no_score_is_below_its_floor(evaluation: Evaluation) -> None:
    floors = read_floors(str(CORPUS))
    assert {split: set(scores) for split, scores in floors.items()} == {split: {*FAMILIES, OVERALL} for split in SPLITS}
    fallen = [f"{split} {name}: {score:.3f}, floor {floor:.3f}" for split, name, score, floor in below(evaluation.card, floors)]
    assert fallen == [], "see data/gold/README.md"


# ------------------------------------------------------------------------------------------------------------- the rule


@pytest.mark.parametrize(
    ("name", "split"),
    [("g03-explainer", "unread"), ("h12-x-11", "unread"), ("g04-live", "train"), ("h11-letter", "check"), ("seed", "train")],
)
def test_the_first_number_decides(name: str, split: str) -> None:
    assert split_of(name) == split


def card(right: int) -> Card:
    """A card whose entities in the split `train` have an F1 of right / 10."""
    return Card(("a01-x",), (Verdict("entities", "a01-x", 10, 10, right),))


def test_floors_rise_with_the_scores_and_never_fall(tmp_path: Path) -> None:
    assert read_floors(str(tmp_path)) == {}
    first = raised(card(5), {})
    assert first["train"]["entities"] == pytest.approx(0.48)
    write_floors(str(tmp_path), first)
    assert read_floors(str(tmp_path)) == first
    assert raised(card(8), first)["train"]["entities"] == pytest.approx(0.78)
    assert raised(card(2), first) == first


def test_a_fall_is_told_and_a_small_change_is_not() -> None:
    floors = raised(card(5), {})
    assert list(below(card(5), floors)) == []
    assert [(split, name) for split, name, _, _ in below(card(4), floors)] == [("train", "entities")]
    assert list(below(score([], {}), {"train": {OVERALL: 0.1}})) == [("train", OVERALL, 0.0, 0.1)]


@pytest.mark.parametrize("text", ["[]", '{"train": {"entities": "high"}}', '{"train": {"beauty": 1}}', '{"test": {}}', "{"])
def test_a_floor_file_of_another_form_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "floor.json").write_text(text)
    with pytest.raises(FactsError, match=r"floor\.json"):
        read_floors(str(tmp_path))
