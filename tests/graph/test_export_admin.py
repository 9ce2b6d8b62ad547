"""The files for `neo4j-admin database import full`: a real import, and the database that comes of it."""

from __future__ import annotations

import os
import secrets
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from etl.load import load, remove
from graph.errors import InputError
from graph.export import export
from graph.export.admin import cell
from graph.export.dump import dump
from graph.records import Article, Entity, Facts
from graph.selection import Selection
from graph.store import Store
from graph.subgraph import counts
from tests.neo4j_server import OPENED, JarServer, NoServer, absent, find_java, free_port, resolve

HOSTILE = Facts(
    Article("odd", 'He said "no", then\n\n"";,\x1f\\ \ud7ff é 😀 =1+1 on air.', '"', None, "", None, None),
    (Entity("e", "Show", 'a "b", c; d', aliases=("", "x;y", "NULL")), Entity("p", "Person", "=SUM(A1)", roles=("1", "true"))),
)


def test_an_import_gives_the_same_store(
    embedded_store: Store, sample: dict[str, Facts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        java, jars = find_java(), resolve()
    except NoServer as err:
        absent(err)
    facts = [*sample.values(), HOSTILE]
    load(embedded_store, facts)
    export(embedded_store, "neo4j-admin", tmp_path / "files")
    home = tmp_path / "home"
    (home / "conf").mkdir(parents=True)
    command = [
        java,
        "-Xmx1g",
        *OPENED,
        "-cp",
        f"{jars}/*",
        "org.neo4j.cli.AdminTool",
        "database",
        "import",
        "full",
        "neo4j",
        "@import.args",
    ]
    places = {"NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")}
    done = subprocess.run(
        command, cwd=tmp_path / "files", env={**os.environ, **places}, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-1000:]

    server = JarServer(home, free_port(), java, jars, secrets.token_urlsafe(16))
    try:
        server.start()
        monkeypatch.setenv("NEO4J_USERNAME", "neo4j")
        monkeypatch.setenv("NEO4J_PASSWORD", server.password)
        with Store.open(server.url) as imported:
            assert counts(imported) == counts(embedded_store)
            assert dump(imported) == dump(embedded_store)
            # Greenroom goes on with it: it knows what is loaded, and what is taken out leaves nothing behind
            assert load(imported, facts).articles_unchanged == len(facts)
            changed = replace(sample["rally"], relations=())
            for store in (imported, embedded_store):
                load(store, [changed])
                remove(store, "retold")
            assert dump(imported) == dump(embedded_store)
    finally:
        server.kill()


def test_cells() -> None:
    assert [cell(v) for v in (None, "", 'a "b"', True, 3, 0.5, ["a", "b"])] == ["", '""', '"a ""b"""', "true", "3", "0.5", '"a\x1fb"']
    assert cell(["a\x1fb"]) == '"a\ufffdb"'


def test_it_holds_no_part_of_a_graph(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="whole store"):
        export(store, "neo4j-admin", tmp_path, selection=Selection())
