from __future__ import annotations

import re

import pytest

from etl.load import load
from graph.errors import InputError, QueryError
from graph.ontology import ontology
from graph.queries import ask, parse, questions
from graph.records import Facts
from graph.store import Store
from tests.stories import stories

NAMES = sorted(questions())


def test_there_are_at_least_eight() -> None:
    assert len(NAMES) >= 8


@pytest.mark.parametrize("name", NAMES)
def test_a_question_names_only_what_the_ontology_declares(name: str) -> None:
    cypher = re.sub(r"'[^']*'", "''", questions()[name].cypher)
    labels = set(re.findall(r"\b\w*:([\w|]+)", re.sub(r"\[[^\]]*\]", "", cypher)))
    types = set(re.findall(r"\[\s*\w*\s*:([\w|]+)", cypher))
    assert {part for group in labels for part in group.split("|")} <= set(ontology().labels)
    assert {part for group in types for part in group.split("|")} <= set(ontology().edges)
    assert types, "a question that follows no edge"


@pytest.mark.parametrize("name", NAMES)
def test_a_question_uses_its_parameters_and_no_others(name: str) -> None:
    question = questions()[name]
    used = set(re.findall(r"\$(\w+)", question.cypher))
    if question.computed:
        # the rest is told to the computation, which orders its rows itself
        assert used <= {p.name for p in question.parameters}
        assert {"limit", "skip"} <= {p.name for p in question.parameters}
        assert question.definition
        return
    assert used == {p.name for p in question.parameters}
    assert "ORDER BY" in question.cypher


@pytest.mark.parametrize("name", NAMES)
def test_a_question_is_answered_on_the_sample(store: Store, sample: dict[str, Facts], name: str) -> None:
    load(store, [*sample.values(), *stories()])
    # people of the sample, for questions whose defaults name people of the day
    people = {
        "a": "Priya Nair",
        "b": "Tom Weller",
        "subject": "Priya Nair",
        "person": "Priya Nair" if name == "unreached_audiences" else "",
    }
    params = {p.name: people[p.name] for p in questions()[name].parameters if p.name in people}
    result = ask(store, name, params)
    assert result.columns == questions()[name].columns
    assert result.rows
    assert result.rows == ask(store, name, params).rows


def test_answers(store: Store, sample: dict[str, Facts]) -> None:
    load(store, sample.values())
    first = ask(store, "appearances").rows[1]
    assert (first["guest"], first["hosts"], first["shows"], first["platforms"], first["date"], first["articles"]) == (
        "Priya Nair", ["Tom Weller"], ["The Night Shift"], ["Spotify"], "2024-08-12", 2,
    )  # fmt: skip
    [big] = ask(store, "biggest_audiences", {"unit": "listeners", "limit": "1"}).rows
    assert (big["value"], big["articles"], big["as_of"]) == (40000.0, 1, "2024-08-13")
    common = ask(store, "in_common", {"a": "priya nair", "b": "TOM WELLER"}).rows
    assert {row["what"] for row in common} == {"Priya Nair on Night Shift, 2024-08-12"}
    assert ask(store, "discussed", {"topic": "fares"}).rows[0]["guest"] == "Priya Nair"
    assert ask(store, "statements", {"about": "bus"}).rows[0]["about"] == ["bus fares"]
    assert ask(store, "motives").rows[0]["occasion"] == "Priya Nair on Night Shift, 2024-08-12"
    assert ask(store, "circles", {"person": "nair"}).rows[0]["with"] == "Tom Weller"


def test_an_empty_store_gives_the_columns(store: Store) -> None:
    assert ask(store, "appearances").columns == questions()["appearances"].columns


@pytest.mark.parametrize(
    ("name", "params", "message"),
    [
        ("nonsense", {}, "no question 'nonsense'; there are appearances"),
        ("appearances", {"who": "x"}, "no parameter 'who'; it has person"),
        ("appearances", {"limit": "many"}, "limit must be of type integer"),
    ],
)
def test_wrong_asking_is_told(store: Store, name: str, params: dict[str, str], message: str) -> None:
    with pytest.raises(InputError, match=re.escape(message)):
        ask(store, name, params)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("MATCH (n) RETURN n", "no 'question'"),
        ("// question = ", "not TOML"),
        ('// question = "Q"\n// columns = ["a"]\n// [parameters.p]\n// default = "x"\nRETURN 1', "parameter p needs"),
    ],
)
def test_a_header_that_is_wrong_is_told(text: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        parse("mine", text)
