"""What each format is for: a flat table for spreadsheets, Parquet for pandas, GEXF for Gephi, schema.org's terms, facts that load again."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import networkx
import pandas as pd
import pytest

from etl.load import load
from etl.run import load_files
from graph.export import export
from graph.export.dump import dump
from graph.ontology import ontology
from graph.records import Facts
from graph.store import Store
from tests.stories import stories


@pytest.fixture
def told(embedded_store: Store, sample: dict[str, Facts]) -> Store:
    load(embedded_store, [*sample.values(), *stories()])
    return embedded_store


def test_facts_load_into_an_equal_graph(store: Store, sample: dict[str, Facts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, [*sample.values(), *stories()])
    before = dump(store)
    monkeypatch.setattr("graph.export.facts._CHUNK", 2)
    [path] = export(store, "facts", tmp_path)
    store.write("MATCH (n) DETACH DELETE n")
    load_files([str(path)], store)
    assert dump(store) == before
    assert len(path.read_text(encoding="utf-8").splitlines()) == 5


def test_a_row_for_each_appearance(told: Store, tmp_path: Path) -> None:
    export(told, "csv", tmp_path)
    with (tmp_path / "appearances.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [r["date"] for r in rows] == ["2024-09-09", "2024-08-17", "2024-08-12"]
    assert {k: v for k, v in rows[2].items() if k not in ("id", "confidence", "name")} == {
        "date": "2024-08-12", "kind": "podcast", "status": "occurred", "people": "Priya Nair", "hosts": "Tom Weller", "shows": "Night Shift",
        "platforms": "Spotify", "places": "", "minutes": "60.0", "reach": "about 40,000 listeners", "audiences": "young commuters",
        "topics": "bus fares", "motives": "to reach young commuters", "outlets": "Evening Post; The Harbour Wire",
        "articles": "An hour of Nair; What Nair did in August", "date_in_words": "on Monday",
    }  # fmt: skip


def test_parquet_keeps_lists_and_numbers(told: Store, tmp_path: Path) -> None:
    export(told, "parquet", tmp_path)
    flat = pd.read_parquet(tmp_path / "appearances.parquet")
    assert list(flat["audiences"][0]) == ["nurses", "young commuters"]
    assert flat["minutes"].sum() == 60.0
    reach = pd.read_parquet(tmp_path / "nodes" / "Reach.parquet")
    assert sorted(reach["value"]) == [900.0, 20000.0, 40000.0, 50000.0]
    empty = pd.read_parquet(tmp_path / "edges" / "SUED.parquet")
    assert empty.empty
    assert {"id", "source", "target", "articles"} <= set(empty.columns)


def test_gexf_has_colours_and_dates(told: Store, tmp_path: Path) -> None:
    [path] = export(told, "gexf", tmp_path)
    graph = networkx.read_gexf(path)
    assert (graph.graph["mode"], path.read_text(encoding="utf-8").count('timeformat="date"')) == ("dynamic", 1)
    for _, data in graph.nodes(data=True):
        colour = data["viz"]["color"]
        assert f"#{colour['r']:02X}{colour['g']:02X}{colour['b']:02X}" == ontology().labels[data["entity"]].colour.upper()
    spans = {
        data["label"]: (data.get("start"), data.get("end")) for _, data in graph.nodes(data=True) if data["entity"] in ("Date", "Person")
    }
    assert spans["2024-08"] == ("2024-08-01", "2024-08-31")
    assert spans["2024"] == ("2024-01-01", "2024-12-31")
    assert spans["Priya Nair"] == (None, None)


def test_json_ld_speaks_of_events_and_leaves_no_loose_end(told: Store, tmp_path: Path) -> None:
    [path] = export(told, "json-ld", tmp_path)
    found = {t["@id"]: t for t in json.loads(path.read_text(encoding="utf-8"))["@graph"]}
    talk = next(t for t in found.values() if t["@type"] == "Event" and t.get("startDate") == "2024-08-12")
    names = {role: found[talk[role]["@id"]]["name"] for role in ("performer", "organizer", "about")}
    assert names == {"performer": "Priya Nair", "organizer": "Tom Weller", "about": "bus fares"}
    assert found[talk["recordedIn"]["partOfSeries"][0]["@id"]]["@type"] == "CreativeWorkSeries"
    assert talk["duration"] == "PT60M"
    quotes = {e["text"] for e in talk["gr:evidence"]}
    assert any(q.startswith("Priya Nair spent an hour") for q in quotes)

    def ends(value: object) -> list[str]:
        if isinstance(value, dict):
            here = [value["@id"]] if set(value) == {"@id"} else []
            return here + [end for v in value.values() for end in ends(v)]
        return [end for v in value for end in ends(v)] if isinstance(value, list) else []

    assert {end for t in found.values() for end in ends(t)} <= set(found)
