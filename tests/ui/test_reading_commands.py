"""The commands that show and measure how articles are read: dates, explain, evaluate."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., tuple[int, str, str]]

BODY = """Mara Voss, who owns Wavelane, sat down with Tom Weller on his podcast Night Shift on Monday to reach young commuters.
“I was surprised,” she said, and they talked about bus fares for two hours. It went out yesterday.

Some 40,000 listeners heard it. Voss runs every Tuesday.
"""
TALK = f"---\ntitle: An hour\npublished: 2024-08-13\n---\n{BODY}"
GOLD: dict[str, Any] = {
    "entities": [
        {"type": "Person", "name": "Mara Voss", "aliases": ["Voss"]},
        {"type": "Person", "name": "Tom Weller"},
        {"type": "Show", "name": "Night Shift"},
        {"type": "Place", "name": "Nowhere"},
    ],
    "statements": [{"speaker": "Mara Voss", "direct": True, "text": "I was surprised,"}],
}


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    path = tmp_path / "talk.md"
    path.write_text(TALK, encoding="utf-8")
    return path


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A gold corpus of three articles, one for each split."""
    folder = tmp_path / "gold"
    folder.mkdir()
    for name in ("a01-talk", "a02-talk", "a03-talk"):
        (folder / f"{name}.md").write_text(TALK, encoding="utf-8")
        (folder / f"{name}.gold.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


# --------------------------------------------------------------------------------------------------------------- dates


def test_dates_are_json_lines_with_values(run: Run, talk: Path) -> None:
    status, out, err = run("dates", talk)
    assert (status, err) == (0, "")
    rows = [json.loads(line) for line in out.splitlines()]
    assert [list(row) for row in rows] == [["article", "start", "end", "text", "type", "value"]] * 4
    assert [(row["text"], row["type"], row["value"]) for row in rows] == [
        ("Monday", "DATE", "2024-08-12"),
        ("two hours", "DURATION", "PT2H"),
        ("yesterday", "DATE", "2024-08-12"),
        ("every Tuesday", "SET", "XXXX-WXX-2"),
    ]
    assert all(BODY[row["start"] : row["end"]] == row["text"] and row["article"] == "talk" for row in rows)


def test_dates_without_publication_have_no_value_and_rejects_are_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It went out yesterday.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("")
    status, out, err = run("dates", tmp_path, "-o", tmp_path / "dates.jsonl", "--strict")
    assert (status, out) == (1, "")
    assert "b.txt: empty" in err
    assert json.loads((tmp_path / "dates.jsonl").read_text(encoding="utf-8"))["value"] is None


# ------------------------------------------------------------------------------------------------------------- explain


def test_explain_numbers_the_facts_and_shows_how_each_came_about(run: Run, talk: Path) -> None:
    brief = run("explain", talk, "--brief")[1].splitlines()
    assert [line.split()[0] for line in brief] == [str(n) for n in range(1, len(brief) + 1)]
    number = next(line.split()[0] for line in brief if "statement" in line)
    status, out, _ = run("explain", talk, "--fact", number)
    assert status == 0
    assert out.splitlines()[0] in brief
    start = BODY.index("“I was")
    for part in (
        "rule ",
        "confidence 0.",
        f"{start}:",
        "she",
        "“she” (pronoun) → Mara Voss (Person)",
        "“they” (pronoun) → Mara Voss and Tom Weller",
    ):
        assert part in out
    table = [line.split() for line in out.splitlines()]
    assert any(row[1:5] == ["said", "say", "VERB", "ROOT"] for row in table)
    assert len(run("explain", talk)[1].splitlines()) > len(out.splitlines())


def test_explain_says_what_bears_out_a_slot_and_what_stayed_open(run: Run, talk: Path) -> None:
    out = run("explain", talk)[1]
    start = BODY.index("Monday")
    assert f"date 2024-08-12  ← “Monday” {start}:{start + 6}" in out
    assert "“it” (pronoun) → left open" in out


def test_explain_needs_one_article_and_a_number_that_there_is(run: Run, talk: Path, tmp_path: Path) -> None:
    status, out, err = run("explain", talk, "--fact", "99")
    assert (status, out) == (1, "")
    assert "no number 99" in err
    (tmp_path / "other.md").write_text(TALK)
    assert "several articles" in run("explain", tmp_path)[2]
    (tmp_path / "empty.md").write_text("")
    assert run("explain", tmp_path / "empty.md")[2] == f"greenroom: {tmp_path / 'empty.md'}: empty\n"


# ------------------------------------------------------------------------------------------------------------ evaluate


def test_evaluate_prints_the_card(run: Run, corpus: Path) -> None:
    status, out, err = run("evaluate", corpus, "--by-article", "--calibration", "--causes", "--errors")
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert "entities     a01-talk                 - Place Nowhere" in lines
    assert any(line.split()[:4] == ["statements", "3", "3", "3"] for line in lines)
    assert any(line.startswith("a02-talk") for line in lines)
    assert lines[-1].startswith("overall 0.")
    assert lines[-1].endswith("over 3 articles")


def test_evaluate_as_json_and_by_split(run: Run, corpus: Path) -> None:
    found = json.loads(
        run("evaluate", corpus, "--split", "check", "--by-article", "--calibration", "--errors", "--causes", "--format", "json")[1]
    )
    assert list(found["by_article"]) == ["a02-talk"]
    assert found["families"]["statements"] == {"gold": 1, "found": 1, "right": 1, "precision": 1.0, "recall": 1.0, "f1": 1.0}
    assert {"family": "entities", "article": "a02-talk", "error": "- Place Nowhere"} in found["errors"]
    assert {"family": "entities", "error": "missed", "kind": "Place", "count": 1} in found["causes"]
    assert sum(row["facts"] for row in found["calibration"] if row["family"] == "statements") == 1


def test_a_floor_is_raised_and_held_and_errors_of_the_unread_are_kept_back(run: Run, corpus: Path) -> None:
    assert run("evaluate", corpus, "--raise-floor")[0] == 0
    floors = json.loads((corpus / "floor.json").read_text())
    assert floors["unread"]["statements"] == pytest.approx(0.98)
    status, out, err = run("evaluate", corpus, "--errors")
    assert status == 0
    assert "a02-talk" in out
    assert "a03-talk" not in out
    assert "kept back" in err
    assert "a03-talk" in run("evaluate", corpus, "--errors", "--split", "unread")[1]
    found = json.loads(run("evaluate", corpus, "--format", "json")[1])
    assert found["splits"]["train"]["floor"] == floors["train"]
    floors["check"]["overall"] = 0.99
    (corpus / "floor.json").write_text(json.dumps(floors))
    status, _, err = run("evaluate", corpus)
    assert status == 1
    assert err.startswith("greenroom: below the floor: overall of check is 0.")
    assert err.count("\n") == 1


def test_evaluate_tells_what_is_wrong_in_one_line(run: Run, corpus: Path, tmp_path: Path) -> None:
    assert run("evaluate", tmp_path / "none")[2] == f"greenroom: no such folder: {tmp_path / 'none'}\n"
    (corpus / "a01-talk.gold.json").write_text("[]")
    status, out, err = run("evaluate", corpus)
    assert (status, out) == (1, "")
    assert err == f"greenroom: {corpus / 'a01-talk.gold.json'}: must be an object\n"
    assert run("evaluate", corpus, "--split", "train", "--raise-floor")[0] == 2


def test_evaluate_scores_time_expressions(run: Run, tmp_path: Path) -> None:
    (tmp_path / "t01-talk.md").write_text(TALK, encoding="utf-8")
    rows = [("Monday", "DATE", "2024-08-12"), ("two hours", "DURATION", "PT3H"), ("yesterday", "DATE", "2024-08-12")]
    lines = []
    for text, kind, value in rows:
        start = BODY.index(text)
        lines.append(json.dumps({"start": start, "end": start + len(text), "text": text, "type": kind, "value": value}))
    (tmp_path / "t01-talk.times.jsonl").write_text("\n".join(lines), encoding="utf-8")
    status, out, _ = run("evaluate", "--times", tmp_path, "--errors", "--causes")
    assert status == 0
    assert any(line.split() == ["train", "1", "value", "3", "4", "2", "0.5", "0.667", "0.571"] for line in out.splitlines())
    assert "two hours DURATION PT3H | two hours DURATION PT2H" in out
    found = json.loads(run("evaluate", "--times", tmp_path, "--errors", "--causes", "--format", "json")[1])
    assert found["errors"][0]["found"]["value"] == "PT2H"
    assert {"split": "train", "error": "invented", "type": "SET", "count": 1} in found["causes"]
    assert json.loads(run("evaluate", "--times", tmp_path, "--split", "unread", "--errors", "--format", "json")[1])["errors"] == []
