from __future__ import annotations

import logging
import os
import threading
import time
from pathlib import Path

import pytest

from graph.errors import QueryError, QueryTimeout, StoreError, StoreUnavailable
from graph.store import Store


def test_reads_and_writes_with_parameters(store: Store) -> None:
    store.write("CREATE (p:Place {id: $id, name: $name})", {"id": "Place.x", "name": "'}) DETACH DELETE n //"})
    assert store.read("MATCH (p:Place {id: 'Place.x'}) RETURN p.name AS name") == [{"name": "'}) DETACH DELETE n //"}]
    store.write("MATCH (p:Place {id: 'Place.x'}) DELETE p")
    assert store.read("MATCH (p:Place) RETURN p") == []


def test_ids_are_unique_by_constraint(store: Store) -> None:
    with pytest.raises(QueryError):
        store.write("CREATE (:Place {id: 'Place.twice'}) CREATE (:Place {id: 'Place.twice'})")
    assert store.read("MATCH (p:Place) RETURN p") == []


def test_a_transaction_is_all_or_nothing(store: Store) -> None:
    def work(tx: object) -> None:
        tx.run("CREATE (:Place {id: 'Place.half'})")  # type: ignore[attr-defined]
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.transaction(work)
    assert store.read("MATCH (p:Place) RETURN p") == []


@pytest.mark.parametrize(
    "cypher",
    [
        "CREATE (:Person {id: 'x'})",
        "MERGE (:Person {id: 'x'})",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MATCH (n) REMOVE n.name",
        "CALL { CREATE (:Person {id: 'x'}) }",
        "UNWIND [1, 2] AS x CALL { WITH x CREATE (:Person {id: toString(x)}) } IN TRANSACTIONS RETURN 1",
        "/* MATCH */ cReAtE (:Person {id: 'x'})",
        "CREATE INDEX named FOR (n:Person) ON (n.name)",
        "CALL merge.node(['Person'], {id: 'x'}, {}, {}) YIELD node RETURN node",
        "FOREACH (x IN [1] | CREATE (:Person {id: 'x'}))",
        "MATCH (p:Person) SET p:Place",
        "DROP INDEX person_names",
        "CREATE USER x SET PASSWORD 'x-12345678'",
        "SHOW USERS",
        "// CREATE\nLOAD CSV FROM 'http://127.0.0.1:9/x.csv' AS line RETURN line",
        "MATCH (p:Person) CALL { WITH p LOAD CSV FROM 'file:///x.csv' AS line RETURN line } RETURN p, line",
        "CREATE CONSTRAINT c FOR (n:Person) REQUIRE n.name IS UNIQUE",
        "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "CALL { LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line } IN TRANSACTIONS RETURN line",
        "CALL { CREATE (:Person {id: 'x'}) } IN 2 CONCURRENT TRANSACTIONS",
        "MATCH (n) CALL (n) { SET n.name = 'x' } IN TRANSACTIONS OF 1 ROWS",
        "RETURN 1 AS x UNION CREATE (p:Person {id: 'x'}) RETURN 1 AS x",
        "MATCH (n) RETURN COUNT { CREATE (m) RETURN m } AS n",
        "RETURN 1; CREATE (:Person {id: 'x'})",
        "CYPHER 5 CREATE (:Person {id: 'x'})",
        "INSERT (:Person {id: 'x'})",
        "DROP CONSTRAINT person_id",
        "USE system CREATE USER x SET PASSWORD 'x-12345678'",
        "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b-12345678'",
        # procedures that write or administer, and a name in quotes
        "CALL db.createLabel('Evil')",
        "CALL `db`.`createLabel`('Evil')",
        "CALL db.createProperty('evil')",
        "CALL db.clearQueryCaches()",
        "CALL dbms.setConfigValue('db.transaction.timeout', '1')",
        "CALL dbms.killConnections(['bolt-1'])",
        "CALL apoc.cypher.doIt('CREATE (n)', {}) YIELD value RETURN value",
        "CALL sql('DELETE FROM Person')",
        # letters that look or read like others, that are none, or that end a comment
        r"\u0043REATE (:Person {id: 'x'})",
        r"MATCH (n) \u0053ET n.name = 'x'",
        r"L\u004fAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
        "\uff23\uff32\uff25\uff21\uff34\uff25 (:Person {id: 'x'})",
        "CRE\u200bATE (:Person {id: 'x'})",
        "MATCH (n) \u017fET n.name = 'x'",
        "MATCH (n) \u202eTES\u202c n.name = 'x'",
        "CREATE\u00a0(:Person {id: 'x'})",
        "// harmless\rCREATE (:Person {id: 'x'})",
        "// harmless\u2028CREATE (:Person {id: 'x'})",
        "/* harmless *//**/CREATE/**/(:Person {id: 'x'})",
    ],
)
def test_the_console_may_only_read(store: Store, cypher: str) -> None:
    store.write("MERGE (p:Person {id: 'Person.there'}) SET p.name = 'There'")
    with pytest.raises(QueryError):
        store.console(cypher)
    assert store.read("MATCH (p:Person) RETURN p.id AS id, p.name AS name") == [{"id": "Person.there", "name": "There"}]
    store.write("MATCH (p:Person) DELETE p")


def test_the_console_says_where_a_query_is_wrong(store: Store) -> None:
    with pytest.raises(QueryError, match="line 1") as error:
        store.console("MATCH (n RETURN n")
    assert "\n" not in str(error.value)


def test_a_server_names_the_place_in_the_users_own_query(neo4j_store: Store) -> None:
    for cypher, place in (("RETURN )", r"line 1, column 8 \(offset: 7"), ("RETURN 1,\n  )", r"line 2, column 3 \(offset: 12")):
        with pytest.raises(QueryError, match=place):
            neo4j_store.console(cypher)
    assert neo4j_store.console("EXPLAIN MATCH (n) RETURN n").rows == ()


def test_the_console_does_not_look_at_others_or_end_their_work(store: Store) -> None:
    for cypher in ("SHOW TRANSACTIONS", "TERMINATE TRANSACTIONS 'neo4j-transaction-1'", "SHOW SETTINGS"):
        try:
            rows = store.console(cypher).rows
        except QueryError:
            continue
        # the embedded engine shows a user his own, and ends no other
        assert [row for row in rows if row["username"] != "reader"] == []


def test_profiling_is_no_way_around(store: Store) -> None:
    for cypher in ("PROFILE LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", "PROFILE CREATE (p:Person {id: 'x'}) RETURN p"):
        try:
            rows = store.console(cypher).rows
        except QueryError:
            rows = ()
        assert rows == ()
    assert store.read("MATCH (p:Person) RETURN p") == []


def test_the_console_cuts_off_rows(store: Store) -> None:
    result = store.console("UNWIND range(1, 50) AS x RETURN x, 2 * x AS y", limit=10)
    assert (result.columns, len(result.rows), result.truncated) == (("x", "y"), 10, True)
    assert result.rows[9] == {"x": 10, "y": 20}
    assert not store.console("UNWIND range(1, 10) AS x RETURN x", limit=10).truncated
    beyond_reason = store.console("UNWIND range(1, 10001) AS x RETURN x", limit=10**9)
    assert (len(beyond_reason.rows), beyond_reason.truncated) == (10_000, True)


def test_the_console_hands_over_plain_values_without_bookkeeping(store: Store) -> None:
    store.write(
        "CREATE (:Person {id: 'Person.a', name: 'A', _hidden: 1})-[:OWNS {id: 'OWNS|Person.a|Show.b'}]->(:Show {id: 'Show.b', name: 'B'})"
    )
    [row] = store.console("MATCH p = (a:Person)-[r:OWNS]->(b) RETURN p, r, {b: b, d: date('2024-08-13')} AS m, [1.5, null] AS l").rows
    person, show = {"label": "Person", "id": "Person.a", "name": "A"}, {"label": "Show", "id": "Show.b", "name": "B"}
    owns = {"type": "OWNS", "source": "Person.a", "target": "Show.b", "id": "OWNS|Person.a|Show.b"}
    assert store.console("MATCH ()-[r:OWNS]->() RETURN r").rows == ({"r": owns},)
    assert row == {"p": [person, owns, show], "r": owns, "m": {"b": show, "d": "2024-08-13"}, "l": [1.5, None]}
    store.write("MATCH (n:Person|Show) DETACH DELETE n")


ENDLESS = "UNWIND range(1, 1000000) AS x UNWIND range(1, 1000000) AS y WITH x, y WHERE x + y < 0 RETURN count(*) AS n"


def test_a_query_that_only_computes_is_stopped_and_the_store_goes_on(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "a.db")) as store, Store.open(str(tmp_path / "a.db")) as neighbour:
        store.write("CREATE (:Place {id: 'Place.kept'})")
        start = time.monotonic()
        with pytest.raises(QueryTimeout, match="1 seconds"):
            store.console(ENDLESS, timeout=1)
        assert time.monotonic() - start < 4
        # a second client that knew the old engine finds the new one, for reading and for writing
        assert neighbour.read("MATCH (p:Place) RETURN p.id AS id") == [{"id": "Place.kept"}]
        neighbour.write("CREATE (:Place {id: 'Place.new'})")
        assert len(store.console("MATCH (p:Place) RETURN p").rows) == 2


def test_a_stopped_query_does_no_harm_to_a_load_beside_it(tmp_path: Path) -> None:
    with Store.open(str(tmp_path / "a.db")) as store, Store.open(str(tmp_path / "a.db")) as console:
        done = threading.Event()

        def stop_some() -> None:
            while not done.is_set():
                with pytest.raises(QueryTimeout):
                    console.console(ENDLESS, timeout=0.3)

        thread = threading.Thread(target=stop_some)
        thread.start()
        try:
            for n in range(40):
                store.write("MERGE (p:Place {id: $id})", {"id": f"Place.{n}"})
        finally:
            done.set()
            thread.join()
        assert store.read("MATCH (p:Place) RETURN count(p) AS n") == [{"n": 40}]


def test_reading_only(engine: Store, store: Store) -> None:
    with Store.open(engine.name, read_only=True) as reading:
        assert reading.read("RETURN 1 AS one") == [{"one": 1}]
        with pytest.raises(StoreError, match="reading only"):
            reading.write("CREATE (:Place {id: 'Place.x'})")


@pytest.mark.parametrize("url", ["bolt://127.0.0.1:1", "neo4j://127.0.0.1:1", "http://127.0.0.1", "bolt://user:secret@127.0.0.1:1"])
def test_an_address_where_nothing_answers(url: str) -> None:
    with pytest.raises(StoreUnavailable) as error:
        Store.open(url)
    assert "secret" not in str(error.value)


def test_a_file_is_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnavailable, match="file"):
        Store.open(str(tmp_path / "file"))


def test_the_environment_names_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREENROOM_STORE", str(tmp_path / "named.db"))
    with Store.open() as store:
        assert store.name.endswith("named.db")
    monkeypatch.delenv("GREENROOM_STORE")
    monkeypatch.chdir(tmp_path)
    with Store.open():
        assert (tmp_path / "greenroom.db").is_dir()
    assert not (tmp_path / "log").exists()


def test_others_go_on_while_a_query_spins(store: Store) -> None:
    wrong: list[object] = []
    answers = 0
    ended = threading.Event()

    def others() -> None:
        nonlocal answers
        with Store.open(store.name) as other:
            while not ended.is_set():
                try:
                    if other.read("MATCH (p:Place) RETURN p.id AS id") != [{"id": "Place.there"}]:
                        wrong.append("another answer")
                    other.write("MERGE (p:Place {id: 'Place.there'}) SET p.name = 'there'")
                    answers += 1
                except StoreError as err:
                    wrong.append(err)

    store.write("CREATE (:Place {id: 'Place.there'})")
    thread = threading.Thread(target=others)
    thread.start()
    try:
        with pytest.raises(QueryTimeout, match="2 seconds"):
            store.console(ENDLESS, timeout=2)
        during = answers
        store.read("RETURN 1 AS one")
    finally:
        ended.set()
        thread.join()
    assert wrong == []
    assert during > 0


def test_no_password_in_any_log(store: Store, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    from graph.embedded import address

    if store.embedded:
        found = address.read(Path(store.name))
        secrets = [found.password, found.reader_password]
    else:
        secrets = [os.environ["NEO4J_PASSWORD"]]
    # the explorer, were it opened before in this process, asks the driver to tell of errors only
    with caplog.at_level(logging.DEBUG), caplog.at_level(logging.DEBUG, "neo4j"), Store.open(store.name) as other:
        other.write("MERGE (:Place {id: 'Place.x'})")
        with pytest.raises(QueryError) as error:
            other.console("RETURN )")
    assert caplog.text, "the driver logs at this level"
    out = capfd.readouterr()
    assert not [s for s in secrets if s in caplog.text + out.out + out.err + str(error.value) + repr(other._connection.__dict__)]
    if store.embedded:
        # the file for the clients has them in clear, the engine's own keeps hashes
        holders = [p.name for p in Path(store.name).rglob("*") if p.is_file() and any(s.encode() in p.read_bytes() for s in secrets)]
        assert holders == [address.NAME]
