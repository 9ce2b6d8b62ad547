"""The same on a Neo4j server: runs where GREENROOM_TEST_NEO4J names one that may be emptied (NEO4J_PASSWORD gives its password)."""

from __future__ import annotations

import os
import time

import pytest

from etl.load import load, loaded, remove
from graph.errors import QueryError, QueryTimeout
from graph.export.dump import dump
from graph.queries import ask, questions
from graph.records import Facts
from graph.store import Store
from graph.subgraph import article, counts, evidence, neighbourhood, search

URL = os.environ.get("GREENROOM_TEST_NEO4J")
pytestmark = pytest.mark.skipif(not URL, reason="GREENROOM_TEST_NEO4J is not set")


def test_both_engines_hold_the_same_graph_and_give_the_same_answers(store: Store, sample: dict[str, Facts]) -> None:
    with Store.open(URL) as server:
        for id_ in loaded(server):
            remove(server, id_)
        assert load(server, sample.values()) == load(store, sample.values())
        assert dump(server) == dump(store)
        for name in questions():
            assert ask(server, name).rows == ask(store, name).rows, name
        around = neighbourhood(store, ["Person.priya-nair"])
        assert neighbourhood(server, ["Person.priya-nair"]) == around
        assert [evidence(server, e.id) for e in around.edges] == [evidence(store, e.id) for e in around.edges]
        assert search(server, "nair") == search(store, "nair")
        assert article(server, "retold") == article(store, "retold")
        assert counts(server) == counts(store)
        for id_ in loaded(server):
            remove(server, id_)
        assert not any((*dump(server).nodes.values(), *dump(server).edges.values()))


def test_the_console_of_a_server_may_only_read_and_is_stopped_in_time() -> None:
    with Store.open(URL) as server:
        for cypher in ("CREATE (:Person {id: 'x'})", "MATCH (n) SET n.name = 'x'", "CALL { CREATE (:Person {id: 'x'}) }"):
            with pytest.raises(QueryError):
                server.console(cypher)
        start = time.monotonic()
        with pytest.raises(QueryTimeout):
            server.console("UNWIND range(1, 10000000) AS x UNWIND range(1, 10000000) AS y WITH x WHERE x < 0 RETURN count(*)", timeout=1)
        assert time.monotonic() - start < 8
        assert server.console("UNWIND range(1, 50) AS x RETURN x", limit=10).truncated
