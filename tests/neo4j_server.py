"""A real Neo4j server for the tests, gone at the end: its jars resolved by Maven and started, else a container where there is Docker.

NEO4J_URI (with NEO4J_USERNAME and NEO4J_PASSWORD) names another server to use instead; it has to be empty, because the tests empty it.
`python -m tests.neo4j_server` starts one to try things on, and keeps it until Ctrl-C.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import random
import re
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, Protocol

import neo4j
import neo4j.exceptions
import pytest

ROOT = Path(__file__).resolve().parents[1]
POM = Path(__file__).with_suffix(".xml")
CACHE = ROOT / ".stamps"
JAVA = (17, 21)
"""The versions of Java that Neo4j 5.26 runs on."""
RESOLVE_SECONDS = 600
START_SECONDS = 120

SETTINGS = """
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
dbms.usage_report.enabled=false
dbms.security.allow_csv_import_from_file_urls=false
server.memory.pagecache.size={pages}
db.tx_log.preallocate=false
"""
# compiled once and lightly: most of what a test costs is the compiler's time
OPTIONS = ["-Xms64m", "-Xmx400m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-Xshare:auto"]
OPENED = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch", "java.util.concurrent")]


class NoServer(Exception):
    """A server cannot be had here; the message says what is missing."""


class Neo4jServer(Protocol):
    """A server of ours: its address and password; `start` it, `kill` it, start it again, perhaps with other settings."""

    password: str
    settings: str
    """Lines of neo4j.conf beside our usual ones that it was started with."""

    @property
    def url(self) -> str:
        """The address for the driver."""
        ...

    @property
    def alive(self) -> bool:
        """Whether it has been started and not ended."""
        ...

    def start(self, settings: str = "") -> None:
        """Start it with more lines of neo4j.conf, and wait until it answers to our password."""
        ...

    def kill(self) -> None:
        """End it at once, as `kill -9` does."""
        ...


@dataclass
class JarServer:
    """A server of ours from its jars: its folder, its port on 127.0.0.1, its password, Java's options, the size of its page cache."""

    home: Path
    port: int
    java: str
    jars: Path
    password: str = field(repr=False)
    settings: str = ""
    options: Sequence[str] = tuple(OPTIONS)
    pages: str = "32m"
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address for the driver."""
        return f"neo4j://127.0.0.1:{self.port}"

    @property
    def alive(self) -> bool:
        """Whether it has been started and not ended."""
        return self.process is not None and self.process.poll() is None

    def start(self, settings: str = "") -> None:
        """Start it with more lines of neo4j.conf, and wait until it answers to our password."""
        self.settings = settings
        conf = self.home / "conf"
        conf.mkdir(parents=True, exist_ok=True)
        (conf / "neo4j.conf").write_text(f"{SETTINGS.format(port=self.port, pages=self.pages)}\n{settings}\n")
        entry = [f"--home-dir={self.home}", f"--config-dir={conf}"]
        # where that can be had, it dies with us, whatever ends us
        leash = ["setpriv", "--pdeathsig", "KILL"] if shutil.which("setpriv") else []
        with (self.home / "out").open("ab") as out:
            self.process = subprocess.Popen(
                [*leash, self.java, *self.options, *OPENED, "-cp", f"{self.jars}/*", "org.neo4j.server.CommunityEntryPoint", *entry],
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
            )
        until = time.monotonic() + START_SECONDS
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > until:
                self.kill()
                told = [path.read_text()[-2000:] for path in (self.home / "out", self.home / "logs" / "neo4j.log") if path.exists()]
                raise RuntimeError(f"Neo4j did not start: {told}")
            time.sleep(0.3)

    def kill(self) -> None:
        """End it at once, as `kill -9` does."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    def _answers(self) -> bool:
        """Whether it answers; the first time it still has its maker's password, and is told ours."""
        ours = self.home / "ours"
        if not ours.exists() and answers(self.port, "neo4j", "ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $new", self.password):
            ours.touch()
        return ours.exists() and answers(self.port, self.password)


def answers(port: int, password: str, query: str = "RETURN 1", new: str = "") -> bool:
    """Whether a server on the port of 127.0.0.1 takes the password and the query."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            pass
        with (
            neo4j.GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("neo4j", password)) as driver,
            driver.session(database="system" if new else None) as session,
        ):
            session.run(query, {"new": new}).consume()
        return True
    except (OSError, neo4j.exceptions.DriverError, neo4j.exceptions.Neo4jError):
        return False


@contextmanager
def running() -> Iterator[Neo4jServer]:
    """A server of ours in a temporary folder, or in a container where there is no Maven.

    Raises:
        NoServer: Java or Maven is missing, or Maven cannot get what it needs; and there is no Docker.
    """
    try:
        java, jars = find_java(), resolve()
    except NoServer as err:
        if shutil.which("docker") is None:
            raise
        from tests.neo4j_container import container

        with container(err) as server:
            yield server
        return
    with tempfile.TemporaryDirectory(prefix="neo4j-", ignore_cleanup_errors=True) as folder:
        server = JarServer(Path(folder), free_port(), java, jars, secrets.token_urlsafe(16))
        try:
            server.start()
            yield server
        finally:
            server.kill()


def absent(reason: NoServer) -> NoReturn:
    """Skip a test for want of a server; where continuous integration runs that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"no Neo4j to test on: {reason}", pytrace=False)
    pytest.skip(f"no Neo4j to test on: {reason}")


def find_java() -> str:
    """A Java that Neo4j runs on: JAVA_HOME's, the one on the path, else one of Debian's.

    Raises:
        NoServer: there is none.
    """
    home = os.environ.get("JAVA_HOME")
    places = [f"{home}/bin/java" if home else None, shutil.which("java")]
    places += [str(p) for version in JAVA for p in sorted(Path("/usr/lib/jvm").glob(f"java-{version}-openjdk*/bin/java"))]
    for place in filter(None, places):
        if Path(place).exists():
            told = subprocess.run([place, "-version"], capture_output=True, text=True, check=False).stderr
            found = re.search(r'version "(\d+)', told)
            if found and int(found.group(1)) in JAVA:
                return place
    raise NoServer(f"there is no Java {' or '.join(map(str, JAVA))}: make test installs it where it may, or name a server in NEO4J_URI")


def resolve() -> Path:
    """The folder with the server's jars, which Maven fills the first time.

    Raises:
        NoServer: there is no Maven, or it fails.
    """
    jars = CACHE / f"neo4j-{hashlib.sha256(POM.read_bytes()).hexdigest()[:12]}"
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "neo4j.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if jars.is_dir():
            return jars
        maven = shutil.which("mvn")
        if maven is None:
            raise NoServer("there is no Maven: make test installs it where it may, or name a server in NEO4J_URI")
        unfinished = jars.with_suffix(".part")
        shutil.rmtree(unfinished, ignore_errors=True)
        goal = ["dependency:copy-dependencies", f"-DoutputDirectory={unfinished}", "-DincludeScope=runtime"]
        command = [maven, "--batch-mode", "--quiet", "--file", str(POM), *goal]
        try:
            done = subprocess.run(command, capture_output=True, text=True, timeout=RESOLVE_SECONDS, check=False)
        except subprocess.TimeoutExpired as err:
            raise NoServer(f"Maven did not get Neo4j within {RESOLVE_SECONDS} seconds") from err
        if done.returncode:
            raise NoServer(f"Maven cannot get Neo4j: {(done.stdout + done.stderr).strip()[:500]}")
        unfinished.rename(jars)
    return jars


def free_port() -> int:
    """A port on 127.0.0.1 that nobody listens on, and that the kernel gives to nobody while a killed server is away from it."""
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


if __name__ == "__main__":
    with running() as trial:
        print(f"export NEO4J_USERNAME=neo4j NEO4J_PASSWORD={trial.password} GREENROOM_STORE={trial.url}", flush=True)
        with suppress(KeyboardInterrupt):
            while trial.alive:
                time.sleep(1)
