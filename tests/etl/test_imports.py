"""The log of imports: several are taken back, one after the other, and the graph is as it was before each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import etl.imports
from etl.imports import imports, logged, take_back
from etl.load import load, loaded, remove
from etl.run import ingest, load_files
from graph.errors import InputError
from graph.export.dump import dump
from graph.records import Article, Entity, Facts
from graph.schema import IMPORT
from graph.store import Store

ONE, TWO = Facts(Article("one", "Ada Lowe spoke."), (Entity("a", "Person", "Ada Lowe"),)), Facts(Article("two", "Night Shift is on."))
OTHER = replace(ONE, entities=(Entity("a", "Person", "Ada Lowe", roles=("host",)),))


def bring(store: Store, *facts: Facts) -> None:
    load(store, logged(store, facts, ["here"]))


def test_imports_are_taken_back_in_turn(store: Store, sample: dict[str, Facts]) -> None:
    states = [dump(store)]
    for brought in ((ONE, TWO), tuple(sample.values()), (OTHER, TWO)):
        bring(store, *brought)
        states.append(dump(store))
    assert [(len(i.articles), i.what) for i in imports(store)] == [(1, "here"), (3, "here"), (2, "here")]
    for state in reversed(states[:-1]):
        assert not take_back(store).left
        assert dump(store) == state
    with pytest.raises(InputError, match="no import"):
        take_back(store)
    assert not store.read(f"MATCH (i:{IMPORT}) RETURN i.id AS id")


def test_what_changes_nothing_is_no_import(store: Store) -> None:
    bring(store, ONE)
    bring(store, ONE)
    bring(store)
    assert [i.articles for i in imports(store)] == [("one",)]


def test_what_was_changed_otherwise_stays(store: Store) -> None:
    bring(store, ONE, TWO, replace(TWO, article=replace(TWO.article, id="three")))
    load(store, [OTHER])
    remove(store, "three")
    undone = take_back(store)
    assert (undone.articles, undone.left) == (("three", "two"), ("one",))
    assert list(loaded(store)) == ["one"]


def test_an_article_that_comes_twice_goes_back_to_what_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(etl.imports, "_CHUNK", 1)
    load(store, [TWO])
    before = dump(store)
    bring(store, ONE, OTHER)
    assert take_back(store).articles == ("one",)
    assert dump(store) == before


def test_what_was_cut_short_can_be_taken_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(etl.imports, "_CHUNK", 1)

    def cut(facts: Sequence[Facts]) -> Iterator[Facts]:
        yield from facts
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(store, cut(list(logged(store, [ONE, TWO], ["here"]))), batch_rows=1)
    assert list(loaded(store)) == ["one"]
    assert set(take_back(store).articles) == {"one", "two"}
    assert not loaded(store)


def test_only_the_last_are_kept_and_none_before_a_large_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(etl.imports, "MOST_IMPORTS", 2)
    monkeypatch.setattr(etl.imports, "MOST_ARTICLES", 1)
    for article in "abc":
        bring(store, Facts(Article(article, f"Text {article}.")))
    assert [i.articles for i in imports(store)] == [("c",), ("b",)]
    bring(store, ONE, TWO)
    assert [(i.articles, i.large) for i in imports(store)] == [((), True)]
    with pytest.raises(InputError, match="more than 1 articles"):
        take_back(store)
    bring(store, OTHER)
    take_back(store)
    assert sorted(loaded(store)) == ["a", "b", "c", "one", "two"]


def test_runs_of_files_are_imports(embedded_store: Store, tmp_path: Path) -> None:
    (tmp_path / "news.md").write_text("Ada Lowe was a guest on the podcast Night Shift on May 2, 2024.", encoding="utf-8")
    (tmp_path / "facts.jsonl").write_text(f"{TWO.to_json()}\n", encoding="utf-8")
    ingest([str(tmp_path / "news.md")], embedded_store)
    load_files([str(tmp_path / "facts.jsonl")], embedded_store)
    assert [(i.what, i.articles) for i in imports(embedded_store)] == [("facts.jsonl", ("two",)), ("news.md", ("news",))]
    take_back(embedded_store)
    take_back(embedded_store)
    assert not loaded(embedded_store)


def test_what_an_older_version_noted_of_its_last_import_is_passed_over(store: Store) -> None:
    store.write(f"CREATE (i:{IMPORT} {{id: '0', number: 0, article: 'one', _facts: ''}})")
    assert imports(store) == []
    bring(store, ONE)
    assert [i.articles for i in imports(store)] == [("one",)]
    assert store.read(f"MATCH (i:{IMPORT}) WHERE i.step IS NULL RETURN i.id AS id") == []
