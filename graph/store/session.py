"""The store as the rest of the program sees it: open, read, write, and the console for queries that users write."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import Any, TypeVar

from graph.embedded.room import full
from graph.errors import QueryTimeout, StoreError, StoreUnavailable
from graph.store import version
from graph.store.connection import Connection, connect
from graph.store.driver import neo4j
from graph.store.login import Login
from graph.store.reading import check
from graph.store.result import Result, plain
from graph.store.trouble import DriverError, Neo4jError, is_conflict, is_lost, is_refused, told

Params = Mapping[str, Any]
Rows = list[dict[str, Any]]
T = TypeVar("T")

# a conflict with another writer is tried again after growing pauses, at most so often
_CONFLICTS = 12
_RESTARTS = 3
# an engine that was killed is not gone at once: so many seconds before the second restart is tried, twice as many before the third
_PAUSE = 0.5
_MOST_ROWS = 10_000
# a server plans a query anew when the graph has grown; ours that write find their nodes by index whatever its size
_OPTIONS = "CYPHER replan=skip "
# what a server may take longer than its own time limit before we stop waiting for it, in seconds
_PATIENCE = 5.0


class Transaction:
    """An open transaction; what runs in it becomes visible together, or not at all.

    Attributes:
        nodes: how many more (or fewer) nodes there are by what ran in it, as the engine counts them.
        edges: the same for edges.
    """

    def __init__(self, inner: neo4j.Transaction, options: str = "") -> None:
        self._inner = inner
        self._options = options
        self.nodes = self.edges = 0

    def run(self, cypher: str, params: Params | None = None) -> Rows:
        """Run one query and fetch all its rows."""
        answer = self._inner.run(f"{self._options}{cypher}", dict(params or {}))
        rows = [record.data() for record in answer]
        counted = answer.consume().counters
        self.nodes += counted.nodes_created - counted.nodes_deleted
        self.edges += counted.relationships_created - counted.relationships_deleted
        return rows


class Store:
    """An open store. Safe to share between threads; open one for each process."""

    def __init__(self, connection: Connection, *, read_only: bool = False, older: bool = False) -> None:
        self._connection = connection
        self._read_only = read_only
        self._older = older
        self.name = connection.name
        self.embedded = connection.embedded

    @staticmethod
    def open(url: str | None = None, *, login: Login | None = None, read_only: bool = False, older: bool = False) -> Store:
        """Open the store at `url` and bring its constraints and indexes up to date.

        Args:
            url: a folder (embedded engine); `neo4j://…` or `bolt://…` (server); None: GREENROOM_STORE, else `greenroom.db` here.
            login: who we are to a server; None: what the environment says.
            read_only: refuse `write` and `transaction`.
            older: take also a store that an older Greenroom has written, to rebuild it.

        Raises:
            StoreUnavailable: nothing answers there.
            StoreVersion: another version of Greenroom has written it.
        """
        store = Store(connect(url, login), read_only=read_only, older=older)
        try:
            store.revision()
        except StoreError:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Give the connection back."""
        self._connection.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def read(self, cypher: str, params: Params | None = None) -> Rows:
        """Run one of the program's own reading queries; rows are dicts by column.

        Raises:
            QueryError: the engine rejects it.
            StoreUnavailable: the engine is gone.
        """
        return self._attempts(lambda tx: tx.run(cypher, params), neo4j.READ_ACCESS)

    def write(self, cypher: str, params: Params | None = None) -> Rows:
        """Run one of the program's own writing queries, in a transaction of its own."""
        return self.transaction(lambda tx: tx.run(cypher, params))

    def transaction(self, work: Callable[[Transaction], T]) -> T:
        """Run `work` in one transaction; after a conflict with another writer it is run again from the start.

        It does what the driver's `execute_write` does: what the driver calls retryable (deadlocks, leases, a leader that changed, a
        session that expired) is tried again from the start, after pauses that double up to a second and are drawn at random, so
        that two writers do not meet again; here at most twelve times instead of for thirty seconds. It is not `execute_write` itself
        because that keeps to one driver: when the embedded engine was killed, or a server went and came back, `work` is run again through a
        new one, with the new engine's address and password. As there, `work` may run more than once: it must read what it builds on in its
        own transaction, or have the writing fail when that has changed.

        Raises:
            StoreError: the store was opened for reading, or as for `read`.
        """
        if self._read_only:
            raise StoreError(f"{self.name} was opened for reading only")
        with self._connection.writing():
            return self._attempts(work, neo4j.WRITE_ACCESS)

    def revision(self) -> str:
        """A string that changes with each load and each removal; empty before the first.

        Raises:
            StoreVersion: another version of Greenroom has written the store.
        """
        rows = self.read(version.QUERY)
        if not rows:
            return ""
        version.check(rows[0]["version"], self.name, older=self._older)
        return str(rows[0]["value"])

    def console(self, cypher: str, params: Params | None = None, *, timeout: float = 10.0, limit: int = 1000) -> Result:
        """Run a query that a user wrote: it may read and nothing else, for at most `timeout` seconds, up to `limit` rows.

        It is the engine that refuses to write: the embedded one because its user has no right to, a server because the
        session is a reading one; a server is also asked beforehand whether it takes the query for more than reading the graph.
        The embedded engine is killed when the time is up and starts again with the next query. Rows beyond the limit, of which
        10,000 is the highest, do not leave the engine.

        Raises:
            QueryError: the engine rejects the query.
            QueryTimeout: the time is up.
            StoreUnavailable: the engine is gone.
        """
        deadline = time.monotonic() + timeout
        limit = min(limit, _MOST_ROWS)
        for attempt in range(_RESTARTS + 1):
            driver = self._reader()
            run = _ConsoleRun(self._connection, driver, cypher, dict(params or {}), max(0.1, deadline - time.monotonic()), limit)
            patience = 0.0 if self.embedded else _PATIENCE
            outcome = run.wait(max(0.0, deadline - time.monotonic()) + patience)
            if outcome is None:
                self._connection.stop_queries(driver)
                self._connection.lost(driver)
                raise QueryTimeout(f"the query ran longer than {timeout:g} seconds and was stopped")
            if isinstance(outcome, Result):
                return outcome
            if time.monotonic() < deadline and attempt < _RESTARTS and self._is_lost(outcome, driver):
                continue
            raise told(outcome, self._connection, timeout)
        raise StoreUnavailable(f"{self.name} keeps closing the connection")

    def _reader(self) -> neo4j.Driver:
        try:
            return self._connection.reader()
        except (Neo4jError, DriverError) as err:
            raise told(err, self._connection) from None

    def _attempts(self, work: Callable[[Transaction], T], access: str) -> T:
        """Run `work` in a transaction until it is committed, or there is no point in trying again."""
        conflicts = restarts = 0
        while True:
            driver: neo4j.Driver | None = None
            try:
                driver = self._connection.driver()
                with (
                    driver.session(database=self._connection.database, default_access_mode=access) as session,
                    session.begin_transaction() as tx,
                ):
                    value = work(Transaction(tx, "" if self.embedded or access == neo4j.READ_ACCESS else _OPTIONS))
                    tx.commit()
                    return value
            except (Neo4jError, DriverError, OSError) as err:
                if driver is not None and restarts < _RESTARTS and self._is_lost(err, driver):
                    time.sleep(_PAUSE * restarts)
                    restarts += 1
                elif is_conflict(err) and conflicts < _CONFLICTS:
                    conflicts += 1
                    time.sleep(min(1.0, 0.02 * 2**conflicts) * random.uniform(0.5, 1.0))
                elif access == neo4j.WRITE_ACCESS and not isinstance(err, OSError) and self._connection.is_full():
                    raise StoreUnavailable(full(self.name)) from None
                else:
                    raise told(err, self._connection) from None

    def _is_lost(self, err: Exception, driver: neo4j.Driver) -> bool:
        """Whether `err` means that the engine behind `driver` is gone, and another can be had; then the driver is given up.

        An engine that is just ending answers with whatever error comes first.
        """
        lost = is_lost(err) or (self.embedded and is_refused(err)) or self._connection.ended(driver)
        return lost and self._connection.lost(driver)


class _ConsoleRun:
    """One query of a user in a thread of its own, so that waiting for it can end before the query does."""

    def __init__(
        self, connection: Connection, driver: neo4j.Driver, cypher: str, params: dict[str, Any], timeout: float, limit: int
    ) -> None:
        self._connection = connection
        self._outcome: Result | Exception | None = None
        self._thread = threading.Thread(target=self._run, args=(driver, cypher, params, timeout, limit), daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> Result | Exception | None:
        """The result, or what went wrong, or None when it is not done after `seconds`."""
        self._thread.join(seconds)
        return self._outcome

    def _run(self, driver: neo4j.Driver, cypher: str, params: dict[str, Any], timeout: float, limit: int) -> None:
        started = time.monotonic()
        try:
            database = self._connection.database
            with driver.session(database=database, default_access_mode=neo4j.READ_ACCESS, fetch_size=limit + 1) as session:
                if not self._connection.embedded:
                    check(session, cypher, params, timeout)
                # not in an explicit transaction: in one the embedded engine does not keep to its row cap, and looks at rights late
                answer = session.run(neo4j.Query(cypher, timeout=timeout), params)
                columns = tuple(answer.keys())
                rows: Rows = []
                truncated = False
                for record in answer:
                    if len(rows) == limit:
                        truncated = True
                        break
                    rows.append({c: plain(v) for c, v in zip(columns, record.values(), strict=True)})
                answer.consume()
                self._outcome = Result(columns, tuple(rows), truncated, time.monotonic() - started)
        except Exception as err:  # whatever it is, it belongs to the thread that waits
            if self._outcome is None:
                self._outcome = err
