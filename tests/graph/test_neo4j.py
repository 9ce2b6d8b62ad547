"""What is particular to a Neo4j server: refusals in one sentence, faults; that it behaves like the embedded store is what the others test."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest

from etl.load import load, loaded
from graph.errors import QueryTimeout, StoreUnavailable
from graph.export.dump import dump
from graph.queries import ask, questions
from graph.records import Facts
from graph.store import Store, server
from graph.subgraph import article, counts, evidence, neighbourhood, search
from tests.neo4j_server import Neo4jServer, running


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


def test_a_wrong_password_is_told_without_it(neo4j_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    with pytest.raises(StoreUnavailable, match="NEO4J_USERNAME and NEO4J_PASSWORD") as error:
        Store.open(neo4j_store.name)
    assert "not-the-password" not in str(error.value)


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


def test_a_server_that_is_too_old_is_told(neo4j_store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "OLDEST", (9999, 1))
    with pytest.raises(StoreUnavailable, match=r"is Neo4j \d+\.\S+, and Greenroom needs 9999\.1 or newer"):
        Store.open(neo4j_store.name)


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


@pytest.fixture
def mortal(monkeypatch: pytest.MonkeyPatch, neo4j_url: str) -> Iterator[Neo4jServer]:
    """A server of the test's own, to be killed."""
    if os.environ.get("NEO4J_URI"):
        pytest.skip("a server that NEO4J_URI names is not killed")
    with running() as own:
        monkeypatch.setenv("NEO4J_PASSWORD", own.password)
        yield own


def test_a_killed_server_loses_nothing_and_the_load_completes_when_run_again(mortal: Neo4jServer, sample: dict[str, Facts]) -> None:
    many = [replace(f, article=replace(f.article, id=f"{id_}-{n:02}")) for n in range(12) for id_, f in sample.items()]
    acknowledged = 0
    with Store.open(mortal.url) as store:

        def step(done: int) -> None:
            nonlocal acknowledged
            acknowledged = done
            if done > len(many) // 3 and mortal.process is not None and mortal.process.poll() is None:
                threading.Timer(0.05, mortal.kill).start()  # while the next batch is being written

        with pytest.raises(StoreUnavailable, match="no store answers"):
            load(store, many, progress=step)
        mortal.start()
        there = loaded(store)  # over the same driver, whose connections have all died
        assert {f.article.id for f in many[:acknowledged]} <= set(there)
        assert len(there) < len(many)
        assert {row["id"] for row in store.read("MATCH (a:Article) RETURN a._article AS id")} == set(there)
        assert load(store, many).articles_unchanged == len(there)
        assert len(loaded(store)) == len(many)


def test_a_load_that_is_killed_completes_when_run_again(neo4j_store: Store, embedded_store: Store, sample: dict[str, Facts]) -> None:
    many = [replace(f, article=replace(f.article, id=f"{id_}-{n:02}")) for n in range(12) for id_, f in sample.items()]
    script = (
        "import sys; from etl.load import load; from graph.records import Facts; from graph.store import Store\n"
        "store = Store.open(sys.argv[1]); load(store, map(Facts.from_json, sys.stdin), progress=lambda n: print(n, flush=True))"
    )
    command = [sys.executable, "-c", script, neo4j_store.name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("\n".join(f.to_json() for f in many[:30]) + "\n")
        process.stdin.flush()
        process.stdout.readline()  # a batch is in; another is being written or read
        process.kill()
    there = loaded(neo4j_store)
    assert 0 < len(there) < len(many)
    assert {row["id"] for row in neo4j_store.read("MATCH (a:Article) RETURN a._article AS id")} == set(there)
    assert load(neo4j_store, many).articles_unchanged == len(there)
    load(embedded_store, many)
    assert dump(neo4j_store) == dump(embedded_store)
