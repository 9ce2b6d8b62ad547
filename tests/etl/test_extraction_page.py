"""The page on extraction: what it names exists, every module of extraction is listed, and its measured tables can be written."""

from __future__ import annotations

import re

import pytest

from docs.generate import extraction
from docs.measure import BLOCK, PAGE, blocks, times_block
from etl.evaluate.card import Card
from etl.evaluate.times import Pair, TimeCard
from etl.evaluate.verdicts import Error, Verdict
from etl.transform.dates import Time

TRANSFORM = PAGE.parents[1] / "etl" / "transform"


def test_every_module_of_extraction_is_listed() -> None:
    text = extraction()
    for path in TRANSFORM.rglob("*.py"):
        parts = path.relative_to(TRANSFORM).with_suffix("").parts
        section = text.partition(f"## {'.'.join(('etl.transform', *parts[:-1]))}\n")[2].partition("\n## ")[0]
        assert section, f"{path.parent.name} is missing"
        assert parts[-1] == "__init__" or f"| `{parts[-1]}` |" in section, f"{path.name} is missing"


def test_the_modules_that_the_page_points_to_exist() -> None:
    tables = "\n".join(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|"))
    named = re.findall(r"`((?:[a-z_]+/)?[a-z_]+)/?`", tables.partition("| family |")[0])
    assert len(named) > 20
    for name in named:
        assert (TRANSFORM / f"{name}.py").exists() or (TRANSFORM / name).is_dir() or name in ("train", "check", "unread"), name


def test_every_measured_table_has_its_place_and_its_rows() -> None:
    errors = (Error("-", "Place", "Place Corran"),)
    card = Card(("a02-x", "a03-x"), (Verdict("entities", "a02-x", 1, 0, 0, errors=errors), Verdict("reach", "a03-x", 3, 3, 2, 0.8)))
    found = blocks(card)
    text = PAGE.read_text(encoding="utf-8")
    assert all(len(re.findall(BLOCK.format(name=name), text, re.DOTALL)) == 1 for name in (*found, "times"))
    monday = Time(0, 6, "Monday", "DATE", "2024-08-12")
    assert "| check | 1 | value | 1 | 1 | 1.000 | 1.000 | 1.000 |" in times_block({"check": TimeCard(1, (Pair("a", monday, monday),))})
    assert "| reach | 3 | 3 | 2 | 0.667 | 0.667 | 0.667 |" in found["scores"]
    assert "| entities | missed | Place | 1 |" in found["causes"]
    assert "| 0.8 to 0.9 | 1 | 0.80 | 0.67 |" in found["calibration"]


@pytest.mark.parametrize("name", ["scores", "splits", "calibration", "causes", "times"])
def test_the_page_has_been_measured(name: str) -> None:
    match = re.search(BLOCK.format(name=name), PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert match
    assert re.search(r"\| [\d.,]+ \|", match[0])
