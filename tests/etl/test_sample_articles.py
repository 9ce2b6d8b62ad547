"""The articles that ship with the program: their form, and that outlets which publish them are invented."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml

from etl.transform.lexicon import FOLDER, Lexicon

PATHS = sorted((FOLDER.parent / "articles").iterdir())


def test_there_are_enough_and_nothing_else() -> None:
    assert len(PATHS) >= 18
    assert {path.suffix for path in PATHS} == {".md"}


@pytest.mark.parametrize("path", PATHS, ids=lambda p: p.stem)
def test_an_article_has_its_front_matter_and_length(path: Path) -> None:
    empty, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
    front = yaml.safe_load(head)
    assert empty == ""
    assert sorted(front) == ["author", "outlet", "published", "title"]
    assert isinstance(front["published"], datetime.date)
    assert 300 <= len(body.split()) <= 600
    assert Lexicon.load().get(front["outlet"]) is None
    assert Lexicon.load().get(front["author"]) is None
