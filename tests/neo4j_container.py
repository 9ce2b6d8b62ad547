"""A real Neo4j server for the tests in a container, for machines that have Docker and no Maven."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.neo4j_server import START_SECONDS, NoServer, answers, free_port

IMAGE = "neo4j:5.26-community"
# the container writes its environment into the file at each start, so that ours has to go beside it
APPEND = 'cp -n conf/neo4j.conf conf/first; cp conf/first conf/neo4j.conf; printf "%s\\n" "$0" >> conf/neo4j.conf'


@dataclass
class DockerServer:
    """A server of ours in a container, on a port of 127.0.0.1."""

    container: Any
    port: int
    password: str = field(repr=False)
    settings: str = ""
    alive: bool = False

    @property
    def url(self) -> str:
        """The address for the driver."""
        return f"neo4j://127.0.0.1:{self.port}"

    def start(self, settings: str = "") -> None:
        """Start it with more lines of neo4j.conf, and wait until it answers to our password."""
        inner = self.container.get_wrapped_container()
        inner.start()
        if settings or self.settings:
            inner.exec_run(["sh", "-c", APPEND, settings])
            inner.restart()
        self.settings = settings
        until = time.monotonic() + START_SECONDS
        while not answers(self.port, self.password):
            if time.monotonic() > until:
                raise RuntimeError(f"Neo4j did not start: {inner.logs()[-2000:]!r}")
            time.sleep(0.3)
        self.alive = True

    def kill(self) -> None:
        """End it at once, as `kill -9` does."""
        if self.alive:
            self.alive = False
            self.container.get_wrapped_container().kill()


@contextmanager
def container(reason: NoServer) -> Iterator[DockerServer]:
    """A server in a container, which is removed at the end; the image is pulled the first time.

    Args:
        reason: why it is wanted.

    Raises:
        NoServer: there is no Docker that answers, or it cannot get the image.
    """
    from docker.errors import DockerException
    from testcontainers.core.container import DockerContainer

    port, password = free_port(), secrets.token_urlsafe(16)
    settings = {
        "NEO4J_AUTH": f"neo4j/{password}",
        "NEO4J_server_bolt_advertised__address": f"127.0.0.1:{port}",
        "NEO4J_dbms_usage__report_enabled": "false",
        "NEO4J_dbms_security_allow__csv__import__from__file__urls": "false",
    }
    try:
        made = DockerContainer(IMAGE).with_bind_ports(7687, port).with_envs(**settings).start()
    except (DockerException, OSError) as err:
        raise NoServer(f"{reason}; and Docker does not answer or has no {IMAGE}: {str(err)[:200]}") from err
    try:
        server = DockerServer(made, port, password)
        server.start()
        yield server
    finally:
        made.stop()
