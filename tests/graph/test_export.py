from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import networkx
import pandas as pd
import pytest

from etl.load import load, loaded, remove
from graph.errors import InputError
from graph.export import EXPORTS, export, exporter
from graph.export.dump import dump
from graph.export.files import writing
from graph.export.statements import literal
from graph.export.tables import cell
from graph.ontology import ontology
from graph.records import Article, Entity, Facts
from graph.store import Store


@pytest.fixture
def loaded_store(store: Store, sample: dict[str, Facts]) -> Store:
    load(store, sample.values())
    return store


def contents(paths: list[Path]) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in paths}


@pytest.mark.parametrize("name", list(EXPORTS))
def test_the_same_graph_gives_the_same_bytes(store: Store, sample: dict[str, Facts], tmp_path: Path, name: str) -> None:
    load(store, sample.values())
    first = contents(export(store, name, tmp_path / "new" / "folder"))
    for article in loaded(store):
        remove(store, article)
    for facts in reversed(list(sample.values())):
        load(store, [facts])
    # a process of its own: another order of sets, another engine session
    script = "import sys; from graph.store import Store; from graph.export import export; export(Store.open(sys.argv[1]), *sys.argv[2:])"
    environment = {**os.environ, "PYTHONHASHSEED": "1"}
    subprocess.run([sys.executable, "-c", script, store.name, name, str(tmp_path / "second")], check=True, env=environment)
    assert contents([p for p in (tmp_path / "second").rglob("*") if p.is_file()]) == first
    assert all(
        data for path, data in first.items() if name != "neo4j-admin" or "header" in path
    )  # there, a type without members is an empty file


def test_tables_open_in_pandas(loaded_store: Store, tmp_path: Path) -> None:
    paths = export(loaded_store, "csv", tmp_path)
    assert len(paths) == len(ontology().labels) + len(ontology().edges) + 1
    people = pd.read_csv(tmp_path / "nodes" / "Person.csv")
    assert list(people.columns) == ["id", "name", "aliases", "roles", "wikidata", "articles", "mentions"]
    assert people.loc[people["name"] == "Priya Nair", "roles"].item() == "candidate; mayor's daughter"
    owns = pd.read_csv(tmp_path / "edges" / "OWNS.csv", index_col="id")
    assert owns.loc["OWNS|Organization.halden-media|Show.night-shift", ["mentions", "articles", "confidence"]].tolist() == [2, 2, 0.9]
    assert pd.read_csv(tmp_path / "edges" / "SUED.csv").empty
    articles = pd.read_csv(tmp_path / "nodes" / "Article.csv")
    spans = pd.read_csv(tmp_path / "nodes" / "Evidence.csv").merge(
        pd.read_csv(tmp_path / "edges" / "IN.csv"), left_on="id", right_on="source"
    )
    for row in spans.merge(articles, left_on="target", right_on="id").itertuples():
        assert row.text[row.start : row.end] == row.quote


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(store: Store, tmp_path: Path, start: str) -> None:
    name = f'{start}HYPERLINK("http://evil.example","Ada")'
    load(store, [Facts(Article("a", "text"), (Entity("e", "Show", name, aliases=(name,)),))])
    export(store, "csv", tmp_path)
    with (tmp_path / "nodes" / "Show.csv").open(newline="", encoding="utf-8") as file:
        [row] = csv.DictReader(file)
    assert row["name"] == f"'{name}"
    assert cell(-3.5) == "-3.5"
    assert cell([f"{start}x"]).startswith("'")


def test_json_holds_everything(loaded_store: Store, tmp_path: Path) -> None:
    [path] = export(loaded_store, "json", tmp_path)
    read = json.loads(path.read_text(encoding="utf-8"))
    found = dump(loaded_store)
    assert len(read["nodes"]) == sum(map(len, found.nodes.values()))
    assert len(read["edges"]) == sum(map(len, found.edges.values()))
    assert {"id": "Date.2024", "label": "Date", "properties": {"name": "2024", "precision": "year"}} in read["nodes"]


@pytest.mark.parametrize(("name", "read"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_network_formats_open_again(loaded_store: Store, tmp_path: Path, name: str, read: object) -> None:
    [path] = export(loaded_store, name, tmp_path)
    network = read(path)  # type: ignore[operator]
    assert network.nodes["Person.priya-nair"]["label"] == "Priya Nair"
    assert network.nodes["Person.priya-nair"]["entity"] == "Person"
    found = dump(loaded_store)
    assert network.number_of_nodes() == sum(map(len, found.nodes.values()))
    assert network.number_of_edges() == sum(map(len, found.edges.values()))
    [hosts] = [(s, t, p["mentions"]) for s, t, p in network.edges(data=True) if p["relation"] == "HOSTS"]
    assert hosts == ("Person.tom-weller", "Show.night-shift", 2)


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_characters_that_xml_forbids(store: Store, tmp_path: Path, name: str) -> None:
    load(store, [Facts(Article("a", 'bad \x00\x0b\ufffe lastmodifieddate="x" <b>&amp;'), (Entity("e", "Show", "a\x08b"),))])
    [path] = export(store, name, tmp_path)
    network = (networkx.read_graphml if name == "graphml" else networkx.read_gexf)(path)
    assert network.nodes["Article.a"]["text"] == 'bad \ufffd\ufffd\ufffd lastmodifieddate="x" <b>&amp;'


def test_the_cypher_script_builds_the_same_graph(loaded_store: Store, tmp_path: Path) -> None:
    hostile = "'}) DETACH DELETE n; // \\' \\ \n \r \t \u2028 é 😀"
    load(loaded_store, [Facts(Article("hostile", hostile, hostile))])
    [path] = export(loaded_store, "cypher", tmp_path)
    lines = path.read_text(encoding="utf-8").split("\n")
    assert all(line.endswith(";") for line in lines[:-1])
    with Store.open(str(tmp_path / "other.db")) as other:
        for line in lines[:-1]:
            other.write(line.removesuffix(";"))
        assert dump(other) == dump(loaded_store)
    assert literal({"a": [True, 1, 1.5, "x'y"]}) == "{a: [true, 1, 1.5, 'x\\'y']}"


def test_a_file_appears_complete_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError), writing(path) as file:
        file.write("half" * 10_000 + "\ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_wrong_formats_and_folders_are_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no export format 'xlsx'; there are csv"):
        export(store, "xlsx", tmp_path)
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="cannot be written"):
        export(store, "json", tmp_path / "file")


def test_every_registered_export_is_there() -> None:
    assert all(callable(exporter(name)) for name in EXPORTS)


def test_a_description_keeps_its_article(store: Store, sample: dict[str, Facts]) -> None:
    """The audience's name is the one that most articles use, the longest of equals."""
    shorter = Facts(Article("b", ""), (Entity("u", "Audience", "commuters young"),))
    load(store, [sample["interview"], shorter])
    [audience] = dump(store).nodes["Audience"]
    assert (audience.name, audience.properties["aliases"]) == ("commuters young", ["young commuters"])
