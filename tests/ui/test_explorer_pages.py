"""Every page of the explorer by itself, over a filled and over an empty store: it says what it is for and never shows a traceback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ui.shell import PAGES

ROOT = Path(__file__).resolve().parents[2]
FILES = [name for _, name, _ in PAGES]


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Run one page over one store, with query parameters."""
    from streamlit.testing.v1 import AppTest

    from ui.parts.knowledge import store

    def run(page: str, folder: str, **query: str) -> AppTest:
        monkeypatch.setenv("GREENROOM_STORE", folder)
        store.clear()
        test = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60)
        if page != "overview":
            test.switch_page(f"ui/pages/{page}.py")
        for name, value in query.items():
            test.query_params[name] = value
        return test.run()

    yield run
    store.clear()


def said(test: Any) -> str:
    """All words of a page that are plain elements."""
    kinds = ("title", "caption", "markdown", "info", "error", "warning", "subheader")
    return "\n".join(str(e.value) for kind in kinds for e in getattr(test, kind))


@pytest.mark.parametrize("page", FILES)
def test_a_page_explains_itself_and_fails_not(show: Any, filled: str, page: str) -> None:
    test = show(page, filled)
    assert not test.exception
    assert not test.error
    assert len(test.title) == 1
    assert test.caption[0].value.endswith(".")


@pytest.mark.parametrize("page", [f for f in FILES if f != "cypher"])
def test_an_empty_store_shows_how_to_begin(show: Any, empty: str, page: str) -> None:
    test = show(page, empty)
    assert not test.exception
    assert not test.error
    assert "begin with the sample articles" in said(test)
    assert [b.label for b in test.button if b.key == "load-samples"] == ["Load the sample articles"]


@pytest.mark.parametrize(
    ("page", "query"), [("network", {"id": "Person.nobody"}), ("article", {"id": "none"}), ("network", {"id": "x'|<script>"})]
)
def test_an_unknown_address_is_told_in_one_line(show: Any, filled: str, page: str, query: dict[str, str]) -> None:
    test = show(page, filled, **query)
    assert not test.exception
    assert len(test.error) == 1
    assert "there is no" in test.error[0].value


def test_search_finds_by_group_and_says_when_nothing_is_found(show: Any, filled: str) -> None:
    test = show("overview", filled)
    test.text_input(key="q").set_value("night").run()
    assert "**Show**" in said(test)
    assert "**Appearance**" in said(test)
    test.text_input(key="q").set_value("zzzz").run()
    assert "Nothing found" in said(test)


def test_the_shipped_questions_are_asked_by_form(show: Any, filled: str) -> None:
    from graph.queries import questions

    test = show("ask", filled)
    for name in questions():
        test.selectbox(key="asked").set_value(name).run()
        assert not test.exception
        assert not test.error, name


def test_the_console_refuses_to_write(show: Any, filled: str) -> None:
    test = show("cypher", filled, cypher="CREATE (n:Person {id: 'Person.x', name: 'x'}) RETURN n")
    assert not test.exception
    assert len(test.error) == 1


def test_the_console_answers_what_the_address_asks(show: Any, filled: str) -> None:
    test = show("cypher", filled, cypher="MATCH (p:Person {name: 'Priya Nair'}) RETURN p.name AS name")
    assert not test.error
    assert test.dataframe[0].value["name"].tolist() == ["Priya Nair"]


def test_an_unreachable_store_is_told_in_one_line(show: Any, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    test = show("overview", str(tmp_path / "file" / "store"))
    assert not test.exception
    assert "The store does not answer" in test.error[0].value


def test_a_question_begins_with_its_own_defaults(show: Any, filled: str) -> None:
    test = show("ask", filled, question="appearances", person="Nair")
    assert test.text_input(key="appearances-person").value == "Nair"
    test.selectbox(key="asked").set_value("in_common").run()
    assert test.text_input(key="in_common-a").value == "Donald Trump"


def untimed(test: Any) -> str:
    """What a page says, but for how long a query took."""
    return re.sub(r"\bin \d+\.\d+ s", "in no time", said(test))


@pytest.mark.parametrize("page", FILES)
def test_a_page_is_the_same_over_a_server(show: Any, filled: str, neo4j_store: Any, invented: list[Any], page: str) -> None:
    from etl.load import load

    load(neo4j_store, invented)
    over_folder, over_server = show(page, filled), show(page, neo4j_store.name)
    assert not over_server.exception
    assert not over_server.error
    assert untimed(over_server) == untimed(over_folder)
    assert [t.value.to_csv() for t in over_server.dataframe] == [t.value.to_csv() for t in over_folder.dataframe]
