"""Exports read page by page: nothing is lost between pages, parts are whole, and what is written is of one state of the graph."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from etl.load import load
from graph.errors import StoreError
from graph.export import EXPORTS, export
from graph.export.dump import dump
from graph.export.part import part
from graph.export.reading import Graph
from graph.ontology import ontology
from graph.records import Article, Entity, Facts
from graph.selection import Selection
from graph.store import Store
from graph.subgraph.appearances import appearances, ties
from tests.stories import stories

ODD = ("Z", "a", "_", "é", "Ω", "ﬀ", "𐐀", "한", "0")


@pytest.fixture
def told(store: Store, sample: dict[str, Facts]) -> Store:
    load(store, [*sample.values(), *stories()])
    return store


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.export.reading.PAGE", 2)
    monkeypatch.setattr(import_module("graph.export.part"), "_CHUNK", 3)
    monkeypatch.setattr("graph.export.flat._PAGE", 1)


@pytest.mark.usefixtures("small_pages")
def test_small_pages_hold_the_same(told: Store) -> None:
    load(told, [Facts(Article(name, "text"), (Entity("e", "Show", f"{name} radio"),)) for name in ODD])
    whole = dump(told)
    graph = Graph(told)
    for label in ontology().labels:
        assert sorted(graph.nodes(label), key=lambda n: n.id) == list(whole.nodes[label])
    assert sorted(graph.edges(), key=lambda e: e.id) == sorted((e for group in whole.edges.values() for e in group), key=lambda e: e.id)


@pytest.mark.parametrize("name", [name for name in EXPORTS if name not in ("parquet", "facts")])
def test_the_size_of_a_page_changes_no_byte(told: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    first = [p.read_bytes() for p in export(told, name, tmp_path / "one")]
    monkeypatch.setattr("graph.export.reading.PAGE", 7)
    monkeypatch.setattr("graph.export.flat._PAGE", 1)
    assert [p.read_bytes() for p in export(told, name, tmp_path / "other")] == first


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize(
    "selection",
    [
        Selection(people=("Priya Nair",)),
        Selection(types=("podcast", "HOSTS")),
        Selection(since="2024-08-15"),
        Selection(audiences=("nurses",)),
    ],
)
def test_a_part_has_no_loose_end(told: Store, tmp_path: Path, selection: Selection) -> None:
    [path] = export(told, "json", tmp_path, selection=selection)
    found = json.loads(path.read_text(encoding="utf-8"))
    nodes = {n["id"]: n for n in found["nodes"]}
    edges = {e["id"] for e in found["edges"]}
    assert nodes
    assert len(nodes) < sum(map(len, dump(told).nodes.values()))
    assert {end for e in found["edges"] for end in (e["source"], e["target"])} <= set(nodes)
    evidence = [n for n in nodes.values() if n["label"] == "Evidence"]
    assert evidence
    assert {n["properties"]["fact"] for n in evidence} <= nodes.keys() | edges
    assert {n["id"] for n in evidence} == {e["source"] for e in found["edges"] if e["type"] == "IN"}


def test_a_part_of_what_nobody_said_is_empty(told: Store) -> None:
    graph = Graph(told, part=part(told, appearances(told), ties(told), Selection(people=("Nobody At All",))))
    assert [n for label in ontology().labels for n in graph.nodes(label)] == []
    assert list(graph.edges()) == []


@pytest.mark.parametrize("name", list(EXPORTS))
def test_progress_ends_at_the_whole(told: Store, tmp_path: Path, name: str) -> None:
    seen: list[tuple[int, int]] = []
    export(told, name, tmp_path, progress=lambda done, total: seen.append((done, total)))
    assert len(seen) > 1
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1][0] == seen[-1][1] > 0


def test_an_export_is_of_one_state(told: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is loaded while it reads makes it read again; if that goes on, it says so and leaves no file."""
    import graph.export.plain

    write, times = graph.export.plain.write, 0

    def disturbed(graph: Graph, folder: Path) -> Any:
        nonlocal times
        times += 1
        paths = write(graph, folder)
        if times != 2:
            load(told, [Facts(Article(f"late {times}", "text"))])
        return paths

    monkeypatch.setattr("graph.export.plain.write", disturbed)
    [path] = export(told, "json", tmp_path / "calm")
    assert "late 1" in path.read_text(encoding="utf-8")
    times = 2
    with pytest.raises(StoreError, match="is being changed"):
        export(told, "json", tmp_path / "restless")
    assert list((tmp_path / "restless").iterdir()) == []
