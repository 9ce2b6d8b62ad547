"""What is particular to a Neo4j server: refusals in one sentence, faults; that it behaves like the embedded store is what the others test."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from benchmarks.news import articles
from etl.load import load
from graph.errors import QueryTimeout, StoreUnavailable
from graph.export.dump import dump
from graph.queries import ask, questions
from graph.records import Facts
from graph.store import Store
from graph.subgraph import article, counts, evidence, neighbourhood, search
from tests import neo4j_server
from tests.neo4j_server import JarServer, NoServer, absent, running

ROOT = Path(__file__).resolve().parents[2]


def test_both_engines_hold_the_same_graph_and_give_the_same_answers(
    neo4j_store: Store, embedded_store: Store, sample: dict[str, Facts]
) -> None:
    assert load(neo4j_store, sample.values()) == load(embedded_store, sample.values())
    assert dump(neo4j_store) == dump(embedded_store)
    for name in questions():
        assert ask(neo4j_store, name).rows == ask(embedded_store, name).rows, name
    around = neighbourhood(embedded_store, ["Person.priya-nair"])
    assert neighbourhood(neo4j_store, ["Person.priya-nair"]) == around
    assert [evidence(neo4j_store, e.id) for e in around.edges] == [evidence(embedded_store, e.id) for e in around.edges]
    for text in ("nair", "", "NIGHT shift", "commuters"):
        assert search(neo4j_store, text) == search(embedded_store, text)
    assert article(neo4j_store, "retold") == article(embedded_store, "retold")
    assert counts(neo4j_store) == counts(embedded_store)


def test_both_engines_give_the_same_answers_on_a_generated_graph(neo4j_store: Store, embedded_store: Store) -> None:
    given = list(articles(12))
    load(neo4j_store, given)
    load(embedded_store, given)
    assert dump(neo4j_store) == dump(embedded_store)
    [hub] = embedded_store.read(
        "MATCH (p:Person)<-[m:MENTIONS]-() RETURN p.id AS id, p.name AS name, count(m) AS n ORDER BY n DESC, id LIMIT 1"
    )
    some = 0
    for name, question in questions().items():
        for params in ({}, {p.name: hub["name"] for p in question.parameters if p.name in ("person", "a")}):
            found = ask(neo4j_store, name, params)
            assert found.rows == ask(embedded_store, name, params).rows, (name, params)
            some += bool(found.rows)
    assert some > len(questions()) / 2
    assert neighbourhood(neo4j_store, [hub["id"]]) == neighbourhood(embedded_store, [hub["id"]])
    assert counts(neo4j_store) == counts(embedded_store)


def test_encrypted_addresses_pass_through(mortal: Any, tmp_path: Path) -> None:
    if not isinstance(mortal, JarServer) or shutil.which("openssl") is None:
        pytest.skip("no certificate can be given to this server")
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(tmp_path / "private.key"), "-out", str(tmp_path / "public.crt")]
    request = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", *names, *files]
    subprocess.run(request, check=True, capture_output=True)
    policy = {"enabled": "true", "base_directory": tmp_path, "private_key": "private.key", "public_certificate": "public.crt"}
    mortal.kill()
    mortal.start("server.bolt.tls_level=OPTIONAL\n" + "\n".join(f"dbms.ssl.policy.bolt.{k}={v}" for k, v in policy.items()))
    for scheme in ("bolt+ssc", "neo4j+ssc"):
        with Store.open(mortal.url.replace("neo4j", scheme, 1)) as store:
            assert store.console("RETURN 1 AS one").rows == ({"one": 1},)
    # `+s` wants a certificate that this machine trusts, and so gets its way
    for scheme in ("bolt+s", "neo4j+s"):
        with pytest.raises(StoreUnavailable, match="no store answers"):
            Store.open(mortal.url.replace("neo4j", scheme, 1))


def test_a_query_that_only_computes_is_stopped_and_others_go_on(neo4j_store: Store) -> None:
    cypher = "UNWIND range(1, 10000000) AS x UNWIND range(1, 10000000) AS y WITH x WHERE x < 0 RETURN count(*)"
    found: list[object] = []
    with Store.open(neo4j_store.name, read_only=True) as other:
        thread = threading.Timer(0.5, lambda: found.extend(other.read("RETURN 1 AS one")))
        thread.start()
        with pytest.raises(QueryTimeout, match="1 seconds"):
            neo4j_store.console(cypher, timeout=1)
        thread.join()
    assert found == [{"one": 1}]
    left = neo4j_store.read("SHOW TRANSACTIONS YIELD currentQuery, status WHERE status = 'Running' RETURN currentQuery AS query")
    assert not [row for row in left if row["query"].startswith("UNWIND")]


@pytest.mark.parametrize("scheme", ["neo4j", "bolt"])
def test_an_unknown_database_is_told(neo4j_store: Store, monkeypatch: pytest.MonkeyPatch, scheme: str) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "nonesuch")
    with pytest.raises(StoreUnavailable, match="no such database: look at NEO4J_DATABASE"):
        Store.open(neo4j_store.name.replace("neo4j", scheme, 1))


def test_a_database_may_be_named(neo4j_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_DATABASE", "neo4j")
    with Store.open(neo4j_store.name) as store:
        assert store.console("CALL db.info() YIELD name").rows == ({"name": "neo4j"},)


def test_a_database_in_the_address_is_no_quiet_mistake(neo4j_store: Store) -> None:
    with pytest.raises(StoreUnavailable, match="NEO4J_DATABASE, not in the address"):
        Store.open(f"{neo4j_store.name}/mine")


@pytest.fixture
def stranger() -> Iterator[str]:
    """The address of something that knows none of the driver's protocols: an old server answers so."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def answer() -> None:
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                with connection:
                    connection.recv(20)
                    connection.sendall(bytes(4))

        thread = threading.Thread(target=answer, daemon=True)
        thread.start()
        yield f"bolt://127.0.0.1:{listener.getsockname()[1]}"
        listener.shutdown(socket.SHUT_RDWR)
    thread.join()


def test_a_server_of_another_protocol_is_told(stranger: str) -> None:
    with pytest.raises(StoreUnavailable, match="no Neo4j, or one too old"):
        Store.open(stranger)


def test_a_server_without_encryption_is_told(neo4j_store: Store) -> None:
    with pytest.raises(StoreUnavailable, match="no store answers"):
        Store.open(neo4j_store.name.replace("neo4j", "neo4j+s", 1))


def test_no_server_is_a_failure_where_continuous_integration_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="no Neo4j to test on: none here"):
        absent(NoServer("none here"))
    monkeypatch.delenv("CI")
    with pytest.raises(pytest.skip.Exception):
        absent(NoServer("none here"))


def test_a_machine_with_neither_maven_nor_docker_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(neo4j_server, "CACHE", Path("/nonexistent"))
    monkeypatch.setattr(neo4j_server, "JAVA", ())
    with pytest.raises(NoServer, match="no Java"), running():
        pass


def test_a_server_that_the_environment_names_is_used(neo4j_store: Store) -> None:
    environment = {**os.environ, "NEO4J_URI": neo4j_store.name, "PATH": "", "CI": "true"}
    test = "tests/graph/test_store.py::test_ids_are_unique_by_constraint[neo4j]"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-cov", test]
    neo4j_store.write("CREATE (:Place {id: 'Place.of-somebody'})")
    full = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert "is not empty, and the tests would empty it" in full.stdout
    assert neo4j_store.read("MATCH (n:Place) RETURN n.id AS id") == [{"id": "Place.of-somebody"}]
    neo4j_store.write("MATCH (n) DETACH DELETE n")
    assert "1 passed" in subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False).stdout
