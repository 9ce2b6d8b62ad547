"""The two kinds of connection that a store has: an embedded engine that we start ourselves, or a server that runs already."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

from graph.embedded.address import Address
from graph.embedded.lease import Lease
from graph.embedded.names import READER_USER, WRITER_USER
from graph.embedded.room import is_full
from graph.errors import StoreUnavailable
from graph.store.driver import neo4j, open_driver
from graph.store.login import PREFIX, Login
from graph.store.server import Server

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
DEFAULT_FOLDER = "greenroom.db"

# what the driver has to say is said by our exceptions; without a handler Python would print it on stderr
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class Connection(Protocol):
    """How a store reaches its engine."""

    name: str
    embedded: bool
    database: str | None
    """Which of the server's databases; None: the user's own."""
    prefix: str
    """How the variables begin that hold user and password."""

    def driver(self) -> neo4j.Driver:
        """A driver with all rights."""
        ...

    def reader(self) -> neo4j.Driver:
        """A driver for queries that users write, with no more rights than the engine can be told to grant."""
        ...

    def ended(self, driver: neo4j.Driver) -> bool:
        """Whether the engine behind `driver` is known to have ended."""
        ...

    def lost(self, driver: neo4j.Driver) -> bool:
        """Take note that `driver` lost its engine; say whether it is worth to ask for a driver again."""
        ...

    def stop_queries(self, driver: neo4j.Driver) -> None:
        """End what runs on the engine behind `driver`, where the engine does not end it on its own."""
        ...

    def is_full(self) -> bool:
        """Whether there is no room left to write, as far as that can be seen from here."""
        ...

    def writing(self) -> AbstractContextManager[None]:
        """A context in which nobody else writes, as far as that is for us to say."""
        ...

    def close(self) -> None:
        """Let go of drivers and engine."""
        ...


class Embedded:
    """The engine over a folder, started when the first query comes and again whenever it is gone."""

    embedded = True
    database: str | None = None
    prefix = PREFIX

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self._lease = Lease(folder)
        self._lock = threading.RLock()
        self._drivers: tuple[Address, neo4j.Driver, neo4j.Driver] | None = None

    def _connected(self) -> tuple[Address, neo4j.Driver, neo4j.Driver]:
        with self._lock:
            if self._drivers is None:
                address = self._lease.address()
                self._drivers = (
                    address,
                    open_driver(address.url, WRITER_USER, address.password),
                    open_driver(address.url, READER_USER, address.reader_password),
                )
            return self._drivers

    def driver(self) -> neo4j.Driver:
        """A driver of the user who may write."""
        return self._connected()[1]

    def reader(self) -> neo4j.Driver:
        """A driver of the user who may read records and nothing else."""
        return self._connected()[2]

    def ended(self, driver: neo4j.Driver) -> bool:
        """Whether the folder is no longer served by the engine that `driver` speaks to."""
        with self._lock:
            current = self._drivers
        return current is None or driver not in current[1:] or self._lease.current() != current[0]

    def lost(self, driver: neo4j.Driver) -> bool:
        """Forget the drivers if `driver` is still one of them: the next call finds or starts an engine."""
        with self._lock:
            if self._drivers is not None and driver in self._drivers[1:]:
                drivers, self._drivers = self._drivers[1:], None
                for old in drivers:
                    old.close()
        return True

    def stop_queries(self, driver: neo4j.Driver) -> None:
        """Kill the engine behind `driver`: nothing less stops a query that only computes."""
        with self._lock:
            if self._drivers is None or driver not in self._drivers[1:]:
                return
            address = self._drivers[0]
        self._lease.kill(address)

    def is_full(self) -> bool:
        """Whether the disk that holds the folder is full."""
        return is_full(self._lease.folder)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time, over all processes."""
        with self._lease.writing():
            yield

    def close(self) -> None:
        """Close the drivers and give up the claim on the engine."""
        with self._lock:
            if self._drivers is not None:
                for driver in self._drivers[1:]:
                    driver.close()
                self._drivers = None
            self._lease.close()


def connect(url: str | None, login: Login | None = None) -> Connection:
    """The connection for an address: None is GREENROOM_STORE or `greenroom.db` here; a path is a folder; `neo4j://…` a server.

    A server is told the `login`, by default that of the environment.

    Raises:
        StoreUnavailable: the address is of no known kind, or the folder cannot be used.
    """
    address = url or os.environ.get("GREENROOM_STORE") or DEFAULT_FOLDER
    scheme, separator, _ = address.partition("://")
    if not separator:
        return Embedded(Path(address).expanduser())
    if scheme not in SCHEMES:
        raise StoreUnavailable(f"a store is a folder or one of {', '.join(f'{s}://' for s in SCHEMES)}, not {scheme}://")
    return Server(address, login or Login.of_environment())
