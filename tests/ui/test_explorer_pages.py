"""Every page of the explorer by itself, over a filled and over an empty store: it says what it is for and never shows a traceback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graph.store import Store, version
from ui.shell import PAGES

ROOT = Path(__file__).resolve().parents[2]
FILES = [name for _, name, *_ in PAGES]
FILTERED = {"people": "Priya Nair", "types": "podcast", "sure": "50 %"}
NOBODY = {"people": "Nobody Known"}


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


@pytest.mark.parametrize("page", FILES)
@pytest.mark.parametrize("query", [FILTERED, NOBODY], ids=["filtered", "nothing left"])
def test_a_page_stands_a_filter(show: Any, filled: str, page: str, query: dict[str, str]) -> None:
    test = show(page, filled, **query)
    assert not test.exception
    assert not test.error
    assert len(test.title) == 1


def test_the_filter_narrows_what_a_page_shows(show: Any, filled: str) -> None:
    assert len(show("appearances", filled).dataframe[0].value) == 3
    assert show("appearances", filled, **FILTERED).dataframe[0].value["guests"].tolist() == ["Priya Nair"]
    assert show("appearances", filled, when=["2024-09-01", "2024-09-30"]).dataframe[0].value["date"].tolist() == ["2024-09"]
    # An address holds the two ends of a range of one day only once.
    assert show("appearances", filled, when="2024-08-03").dataframe[0].value["date"].tolist() == ["2024-08-03"]
    assert [m.value for m in show("overview", filled, shows="Night Shift").metric][:3] == ["1", "2", "1"]
    assert show("article", filled, shows="Night Shift").dataframe[0].value["title"].tolist() == ["Priya Nair meets the commuters"]


@pytest.mark.parametrize("page", FILES)
def test_a_widget_that_is_touched_asks_the_store_nothing_anew(show: Any, filled: str, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each touch runs the page again; all that it asks is whether the store is still the same."""
    test = show(page, filled)
    asked: list[str] = []
    read = Store.read
    monkeypatch.setattr(Store, "read", lambda self, cypher, params=None: (asked.append(cypher), read(self, cypher, params))[1])
    test.run()
    assert not test.exception
    assert set(asked) == {version.QUERY}


def test_a_filter_of_nobody_says_so(show: Any, filled: str) -> None:
    for page in ("appearances", "audiences"):
        assert "Nothing found" in said(show(page, filled, **NOBODY)), page


@pytest.mark.parametrize("page", [f for f in FILES if f not in ("cypher", "add")])
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


@pytest.mark.parametrize("part", ["Heat map", "Flow", "White spots", "Side by side"])
def test_each_part_of_the_audiences_is_drawn(show: Any, filled: str, part: str) -> None:
    test = show("audiences", filled, show=part)
    assert not test.exception
    assert not test.error


def test_a_cell_opens_its_appearances(show: Any, filled: str) -> None:
    test = show("audiences", filled, row="Priya Nair", column="Wavelane")
    assert test.dataframe[0].value["guests"].tolist() == ["Priya Nair"]


def test_white_spots_come_with_their_evidence(show: Any, filled: str) -> None:
    test = show("audiences", filled, show="White spots", mine="Ines Calder", rivals="Priya Nair")
    spots = test.dataframe[0].value
    assert {("Platform", "Wavelane"), ("Audience", "young commuters"), ("Show", "Night Shift")} == set(
        zip(spots["what"], spots["name"], strict=True)
    )
    assert all(spots["sentence"].str.len() > 0)


def test_a_card_tells_everything_with_its_sentences(show: Any, filled: str) -> None:
    first = show("appearances", filled, **FILTERED).dataframe[0].value
    test = show("appearances", filled, card=first["id"].iloc[0])
    assert not test.exception
    card = "".join(e.proto.body for e in test.get("html"))
    for words in ("Tom Weller", "Night Shift", "Wavelane", "580,000 viewers", "to reach young commuters", "housing costs", "Harbour Wire"):
        assert words in card, words


def test_an_unknown_card_is_told_in_one_line(show: Any, filled: str) -> None:
    test = show("appearances", filled, card="Appearance.none")
    assert not test.exception
    assert "there is no appearance" in test.error[0].value


def test_what_is_not_in_the_articles_is_said_so(show: Any, filled: str) -> None:
    assert "Not in these articles" in said(show("ask", filled, question="appearances", person="Nobody Known"))


def test_an_answer_is_a_sentence_with_its_citation(show: Any, filled: str) -> None:
    test = show("ask", filled, question="appearances", person="Nair", since="2024-08-03")
    assert "Priya Nair appeared in a podcast with Tom Weller on Night Shift" in said(test).replace("\\", "")
    assert "Priya Nair was the guest of Tom Weller" in "".join(str(e.proto.label) for e in test.get("page_link")).replace("\\", "")


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


def test_a_question_begins_with_somebody_whom_the_store_knows(show: Any, filled: str) -> None:
    test = show("ask", filled, question="appearances", person="Nair")
    assert test.selectbox(key="appearances-person").value == "Nair"
    test.selectbox(key="asked").set_value("in_common").run()
    # nobody of the question's examples is in this store: it begins with those whom most articles tell of
    assert "Donald Trump" not in test.selectbox(key="in_common-a").options
    assert test.selectbox(key="in_common-a").value != test.selectbox(key="in_common-b").value
    assert test.selectbox(key="in_common-a").value in test.selectbox(key="in_common-a").options


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
