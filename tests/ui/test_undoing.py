"""Imports taken back: at the command line, and on the page, whichever of the two made them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from etl.desk import put
from etl.load import loaded
from etl.run import load_files
from graph.records import Facts
from graph.store import Store
from ui.parts.knowledge import store as opened

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def twice(sample: dict[str, Facts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with an import of the command line and one of the explorer, which GREENROOM_STORE names."""
    folder = str(tmp_path / "store.db")
    first, *others = sample.values()
    (tmp_path / "facts.jsonl").write_text("".join(f"{f.to_json()}\n" for f in others), encoding="utf-8")
    with Store.open(folder) as store:
        load_files([str(tmp_path / "facts.jsonl")], store)
        put(store, [first])
    monkeypatch.setenv("GREENROOM_STORE", folder)
    return folder


def articles(folder: str) -> list[str]:
    with Store.open(folder, read_only=True) as store:
        return sorted(loaded(store))


def test_at_the_command_line(run: Run, twice: str) -> None:
    code, out, _ = run("undo", "--list", "--format", "json")
    assert (code, [(i["from"], i["articles"]) for i in json.loads(out)]) == (0, [("the explorer", 1), ("facts.jsonl", 2)])
    code, _, err = run("undo")
    assert (code, err.count("\n"), len(articles(twice))) == (1, 1, 3)
    assert run("undo", "--yes")[1] == "import 2 from the explorer: 1 article is as before\n"
    assert len(articles(twice)) == 2
    assert run("undo", "--steps", "2", "--yes")[0] == 1
    assert run("undo", "--yes")[0] == 0
    assert articles(twice) == []
    code, _, err = run("undo", "--yes")
    assert (code, err.count("\n")) == (1, 1)


def test_on_the_page(twice: str) -> None:
    opened.clear()
    test: Any = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    test.switch_page("ui/pages/add.py").run()
    said = "\n".join(c.value for c in test.caption)
    assert "from the explorer: brought 1 article: " in said.replace("\\", "")
    assert "1 earlier import" in test.expander[0].label
    test.button(key="undo-import").click().run()
    assert not test.exception
    assert not test.error
    assert "facts.jsonl" in "\n".join(c.value for c in test.caption).replace("\\", "")
    test.button(key="undo-import").click().run()
    assert not test.exception
    assert not [b for b in test.button if b.key == "undo-import"]
    opened.clear()
    assert articles(twice) == []
