"""Corrections as a person makes them: at the command line, and on the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from etl.load import load
from graph.records import Facts
from graph.store import Store
from ui.parts.knowledge import store as opened

ROOT = Path(__file__).parents[2]
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def filled_anew(sample: dict[str, Facts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store with the three sample articles, which GREENROOM_STORE names."""
    folder = str(tmp_path / "store.db")
    with Store.open(folder) as store:
        load(store, sample.values())
    monkeypatch.setenv("GREENROOM_STORE", folder)
    return folder


def test_correcting_at_the_command_line(run: Run, filled_anew: str, tmp_path: Path) -> None:
    assert run("fix", "rename", "Tom Weller", "Thomas Weller", "--who", "ada", "--why", "he says so")[:2] == (
        0, "1: rename Tom Weller → Thomas Weller (he says so)\n",
    )  # fmt: skip
    assert run("fix", "merge", "Ines Calder", "Carl Stone", "--who", "ada")[1].startswith("2: merge Ines Calder")
    assert (
        run("query", "MATCH (p:Person) RETURN p.name ORDER BY p.name", "--format", "csv")[1]
        == "p.name\nCarl Stone\nPriya Nair\nThomas Weller\n"
    )
    listed = json.loads(run("fix", "list", "--format", "json")[1])
    assert [(c["number"], c["who"], c["state"]) for c in listed] == [(1, "ada", "in force"), (2, "ada", "in force")]
    path = tmp_path / "corrections.csv"
    path.write_text(run("fix", "list", "--format", "csv")[1], encoding="utf-8")
    assert run("fix", "--from", str(path))[1] == "0 corrections added, 2 were there\n"
    assert run("remove", "rally")[0] == 0
    code, out, err = run("fix", "list")
    assert code == 0
    assert "finds nothing" in out
    assert "finds nothing: 2: merge Ines Calder" in err
    assert run("fix", "undo")[1] == "undone 2: merge Ines Calder → Person.carl-stone\n"
    assert run("fix", "redo", "2")[1].startswith("in force again 2")
    assert json.loads(run("review", "why", "Thomas Weller", "--format", "json")[1])[0]["why"] == "the same name and type"
    assert run("review", "--format", "json")[1] == "[]\n"
    for words in (("fix",), ("fix", "rename", "Tom Weller"), ("fix", "undo", "9"), ("review", "accept", "1"), ("review", "show")):
        code, _, err = run(*words)
        assert (code, err.count("\n")) == (1, 1), words


def test_correcting_on_the_page(filled_anew: str) -> None:
    opened.clear()
    test: Any = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
    test.switch_page("ui/pages/corrections.py").run()
    test.text_input(key="wrong").set_value("Tom Weller").run()
    test.text_input(key="mend-page-Person.tom-weller-value").set_value("Thomas Weller").run()
    test.button(key="mend-page-Person.tom-weller-do").click().run()
    assert not test.exception
    assert not test.error
    assert "rename **Tom Weller** → **Thomas Weller**" in "\n".join(m.value for m in test.markdown)
    test.button(key="switch-1").click().run()
    assert not test.exception
    assert ":gray[undone]" in "\n".join(m.value for m in test.markdown)
    opened.clear()
