"""Whether a query only reads the graph, as a Neo4j server itself understands it: asked for its plan, which runs nothing.

A READ session refuses to write, but to a server some things are reading that are not reading the graph: LOAD CSV opens the server's files
and any address, and TERMINATE TRANSACTIONS ends the work of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from graph.errors import QueryError
from graph.store.driver import neo4j

_EXPLAIN = "EXPLAIN "
_READS = "r"
# by the plan's operator, what reads and may not be had all the same
_NOT_THE_GRAPH = {
    "LoadCSV": "LOAD CSV reads files and addresses of the server",
    "TerminateTransactions": "TERMINATE TRANSACTIONS ends what others do",
    "ShowTransactions": "SHOW TRANSACTIONS tells what others ask",
    "ShowSettings": "SHOW SETTINGS tells how the server is set up",
}
_PLACE = re.compile(r"\(line (\d+), column (\d+) \(offset: (\d+)\)\)")


def check(session: neo4j.Session, cypher: str, params: Mapping[str, Any], timeout: float) -> None:
    """Refuse a query that does more than read the graph.

    Raises:
        QueryError: it writes, administers the server, loads files or looks at what others do; or the server does not understand it.
    """
    try:
        summary = session.run(neo4j.Query(_EXPLAIN + cypher, timeout=timeout), dict(params)).consume()
    except neo4j.exceptions.CypherSyntaxError as err:
        raise QueryError(_own_place((err.message or "").split("\n")[0])) from None
    if summary.query_type != _READS:
        raise QueryError("this query may only read the graph, and the server says that it does more")
    for operator in _operators(summary.plan or {}):
        if operator in _NOT_THE_GRAPH:
            raise QueryError(f"this query may only read the graph, and {_NOT_THE_GRAPH[operator]}")


def _operators(plan: Mapping[str, Any]) -> Iterator[str]:
    yield str(plan.get("operatorType", "")).partition("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)


def _own_place(message: str) -> str:
    """The message with the place in the user's query, not in ours."""
    size = len(_EXPLAIN)

    def moved(place: re.Match[str]) -> str:
        line, column, offset = map(int, place.groups())
        return f"(line {line}, column {column - size if line == 1 else column} (offset: {offset - size}))"

    return _PLACE.sub(moved, message)
