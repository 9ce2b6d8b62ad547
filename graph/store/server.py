"""A Neo4j server that runs already, and what it must be before it is used: new enough, and with our constraints and indexes."""

from __future__ import annotations

import re
import threading
from contextlib import AbstractContextManager, nullcontext
from urllib.parse import urlsplit

from graph.errors import StoreUnavailable
from graph.ontology import ontology
from graph.schema import neo4j_statements
from graph.store.driver import neo4j, open_driver
from graph.store.login import Login

OLDEST = (5, 26)
"""The oldest release that Greenroom is tried on."""
_INDEX_SECONDS = 60


class Server:
    """A Neo4j server at a URL."""

    embedded = False

    def __init__(self, url: str, login: Login) -> None:
        """Prepare to connect, as the login says.

        Raises:
            StoreUnavailable: the address is none, or holds what belongs into the environment.
        """
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError as err:
            raise StoreUnavailable(f"{url.partition('://')[0]}://… is not an address of a store") from err
        self.name = f"{parts.scheme}://{parts.hostname or ''}" + (f":{port}" if port else "")
        if parts.username or parts.password:
            raise StoreUnavailable(
                f"{self.name}: give user and password in {login.prefix}USERNAME and {login.prefix}PASSWORD, not in the address"
            )
        if parts.path.strip("/"):
            raise StoreUnavailable(f"{self.name}: name the database in {login.prefix}DATABASE, not in the address")
        self.prefix = login.prefix
        self.database = login.database
        try:
            self._writer = open_driver(url, login.user, login.password or "")
            self._reader = open_driver(url, *login.reader) if login.reader else self._writer
        except (neo4j.exceptions.DriverError, ValueError) as err:
            raise StoreUnavailable(f"{self.name} is not an address of a store") from err
        self._prepared = False
        self._lock = threading.Lock()

    def driver(self) -> neo4j.Driver:
        """The driver; the first call looks at the server's release, and makes the constraints and indexes that are missing.

        Raises:
            StoreUnavailable: the server is too old.
        """
        with self._lock:
            if not self._prepared:
                with self._writer.session(database=self.database) as session:
                    self._check_release(session)
                    self._make_schema(session)
                self._prepared = True
        return self._writer

    def _check_release(self, session: neo4j.Session) -> None:
        found = session.run("CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version").data()
        for row in found:
            numbers = re.match(r"(\d+)\.(\d+)", row["version"])
            if numbers and tuple(map(int, numbers.groups())) < OLDEST:
                oldest = ".".join(map(str, OLDEST))
                raise StoreUnavailable(f"{self.name} is Neo4j {row['version']}, and Greenroom needs {oldest} or newer")

    def _make_schema(self, session: neo4j.Session) -> None:
        """A user who may only read can open a store that has its schema: nothing is made that is there."""
        there = {row["name"] for row in session.run("SHOW INDEXES YIELD name").data()}
        missing = [statement for name, statement in neo4j_statements(ontology()).items() if name not in there]
        for statement in missing:
            session.run(statement).consume()
        if missing:
            session.run("CALL db.awaitIndexes($seconds)", {"seconds": _INDEX_SECONDS}).consume()

    def reader(self) -> neo4j.Driver:
        """The driver of the user for the console, if there is one; what holds without one is the READ session."""
        self.driver()
        return self._reader

    def ended(self, driver: neo4j.Driver) -> bool:
        """That is not known of a server."""
        return False

    def lost(self, driver: neo4j.Driver) -> bool:
        """A server is not ours to start; but where it has answered before, it may only be the connection that broke."""
        return self._prepared

    def stop_queries(self, driver: neo4j.Driver) -> None:
        """Nothing to do: the server keeps to the time limit of the transaction."""

    def is_full(self) -> bool:
        """A server's disk is for the server to tell of."""
        return False

    def writing(self) -> AbstractContextManager[None]:
        """The server itself keeps writers apart."""
        return nullcontext()

    def close(self) -> None:
        """Close the drivers."""
        self._writer.close()
        self._reader.close()
