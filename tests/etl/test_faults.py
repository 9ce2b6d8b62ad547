"""Faults in the middle of a load, against the real engines: what was acknowledged is there, nothing half-written is, and a second run completes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from etl.load import load
from etl.run import load_files
from graph.embedded import address
from graph.errors import FactsError, StoreUnavailable
from graph.export.dump import dump
from graph.records import Facts
from graph.store import Store, server
from tests.environment import uncovered
from tests.faults import SMALL, Examiner, many
from tests.neo4j_server import Neo4jServer
from tests.proxy import Proxy

ROOT = Path(__file__).resolve().parents[2]
LOADER = (
    "import sys; from etl.load import load; from graph.records import Facts; from graph.store import Store\n"
    "with Store.open(sys.argv[1]) as store:\n"
    f"    load(store, map(Facts.from_json, sys.stdin), progress=lambda n: print(n, flush=True), batch_rows={SMALL})"
)


@pytest.fixture(scope="module")
def examiner(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Examiner]:
    """Knows what the graph should be."""
    with Store.open(str(tmp_path_factory.mktemp("reference") / "right.db")) as reference:
        yield Examiner(reference)


@pytest.fixture
def given(sample: dict[str, Facts]) -> list[Facts]:
    """Articles for many batches."""
    return many(sample, 8)


class Acknowledged:
    """Counts what a load has told to be in, and does something when a third is."""

    def __init__(self, total: int, then: Callable[[], object]) -> None:
        self.articles = 0
        self._at = total // 3
        self._then = then

    def __call__(self, done: int) -> None:
        before, self.articles = self.articles, done
        if before < self._at <= done:
            self._then()


def loader(url: str, given: list[Facts]) -> subprocess.Popen[str]:
    """A process that loads, and prints how many articles are in."""
    command = [sys.executable, "-c", LOADER, url]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=uncovered())
    assert process.stdin is not None
    process.stdin.write(lines(given))
    process.stdin.close()
    return process


def lines(given: list[Facts]) -> str:
    """The facts as a file holds them."""
    return "".join(f"{f.to_json()}\n" for f in given)


def engine_pid(store: Store) -> int:
    return address.read(Path(store.name)).pid


# ------------------------------------------------------------------------------------------------------ something dies


def test_a_killed_server(mortal: Neo4jServer, given: list[Facts], examiner: Examiner) -> None:
    with Store.open(mortal.url) as store:
        seen = Acknowledged(len(given), lambda: threading.Timer(0.05, mortal.kill).start())
        with pytest.raises(StoreUnavailable, match=r"no store answers.*do the same again") as error:
            load(store, given, progress=seen, batch_rows=SMALL)
        mortal.start()
        # over the same driver, whose connections have all died
        assert examiner.record("server killed (-9) in the middle of a load", store, given, seen.articles, str(error.value)) < len(given)


def test_a_killed_engine(embedded_store: Store, given: list[Facts], examiner: Examiner) -> None:
    killed = engine_pid(embedded_store)
    seen = Acknowledged(len(given), lambda: threading.Timer(0.02, os.kill, (killed, signal.SIGKILL)).start())
    load(embedded_store, given, progress=seen, batch_rows=SMALL)
    assert engine_pid(embedded_store) != killed
    examiner.record("server killed (-9) in the middle of a load", embedded_store, given, seen.articles)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["killed", "stopped with Ctrl-C"])
def test_a_dead_loader(store: Store, given: list[Facts], examiner: Examiner, number: signal.Signals) -> None:
    with loader(store.name, given) as process:
        assert process.stdout is not None
        acknowledged = int(process.stdout.readline())
        process.send_signal(number)
        acknowledged = max([acknowledged, *map(int, process.stdout.read().split())])
    name = "loader killed (-9)" if number == signal.SIGKILL else "loader stopped with Ctrl-C"
    assert examiner.record(name, store, given, acknowledged, "(it is gone)") < len(given)


# -------------------------------------------------------------------------------------------------------- the connection


@pytest.fixture
def wire(store: Store) -> Iterator[tuple[Proxy, str]]:
    """A wire to the store that can be cut, and the address at its near end."""
    if store.embedded:
        folder = Path(store.name)
        found = address.read(folder)
        with Proxy(found.port) as proxy:
            address.write(folder, replace(found, port=proxy.port))
            yield proxy, store.name
            address.write(folder, found)
    else:
        with Proxy(int(store.name.rpartition(":")[2])) as proxy:
            yield proxy, f"bolt://127.0.0.1:{proxy.port}"


@pytest.mark.parametrize("moment", ["while a batch is written", "before the answer to a commit"])
def test_a_cut_connection(store: Store, wire: tuple[Proxy, str], given: list[Facts], examiner: Examiner, moment: str) -> None:
    proxy, url = wire
    with Store.open(url) as far:
        seen = Acknowledged(len(given), lambda: proxy.cut_after(5000) if "while" in moment else proxy.cut_at_commit())
        load(far, given, progress=seen, batch_rows=SMALL)
    assert proxy.cuts == 1
    examiner.record(f"connection cut {moment}", store, given, seen.articles)


def test_a_connection_cut_for_good(store: Store, wire: tuple[Proxy, str], given: list[Facts], examiner: Examiner) -> None:
    proxy, url = wire
    with Store.open(url) as far:
        seen = Acknowledged(len(given), lambda: proxy.cut_after(5000, for_good=True))
        with pytest.raises(StoreUnavailable, match=r"no store answers.*do the same again") as error:
            load(far, given, progress=seen, batch_rows=SMALL)
        proxy.mend()
        assert examiner.record("connection cut, and not to be had again", far, given, seen.articles, str(error.value)) < len(given)


# -------------------------------------------------------------------------------------------------------------- the disk

FULL_DISK = """
import json, os, resource, sys
from pathlib import Path
from etl.load import load
from graph.embedded import address
from graph.errors import StoreUnavailable
from graph.records import Facts
from graph.store import Store
folder, fill, done = Path(sys.argv[1]), sys.argv[2], 0
given = [Facts.from_json(line) for line in sys.stdin]
def step(n):
    global done
    done = n
    if n < len(given) // 3 or (folder.parent / "filler").exists():
        return
    if fill == "limit":
        (folder.parent / "filler").touch()
        most = min(path.stat().st_size for path in folder.rglob("txlog_*.wal"))
        resource.prlimit(address.read(folder).pid, resource.RLIMIT_FSIZE, (most, most))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
    else:
        with open(folder.parent / "filler", "wb") as file:
            stat = os.statvfs(folder)
            file.write(bytes(stat.f_bavail * stat.f_frsize))
said = ""
with Store.open(str(folder)) as store:
    try:
        load(store, given, progress=step, batch_rows=%d)
    except StoreUnavailable as err:
        said = str(err)
    there = store.read("MATCH (r:Record) RETURN count(r) AS n")[0]["n"]  # it can still be read
    os.kill(address.read(folder).pid, 9)
print(json.dumps([done, said, there]))
"""


def test_a_full_disk(tmp_path: Path, given: list[Facts], examiner: Examiner) -> None:
    """The folder lies on a disk of its own in a namespace of its own, for which one need not be root; it is copied out before that ends."""
    inside = 'mount -t tmpfs -o size=64m none "$1" && "$0" -c "$2" "$1/s.db" disk && rm "$1/filler" && cp -r "$1/s.db" "$3"'
    disk = tmp_path / "disk"
    disk.mkdir()
    own = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", inside]
    command = [*own, sys.executable, str(disk), FULL_DISK % SMALL, str(tmp_path / "s.db")]
    done = subprocess.run(command, input=lines(given), capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode and ("unshare" in done.stderr or "mount:" in done.stderr):
        pytest.skip(f"no disk of our own to fill, the next test is much the same: {done.stderr.strip()}")
    _examine_full("disk full under the folder", done, tmp_path / "s.db", given, examiner)


def test_a_limit_to_what_may_be_written(tmp_path: Path, sample: dict[str, Facts], examiner: Examiner) -> None:
    """The engine's log may not grow any more, as with a quota that is used up; for this one needs no rights at all."""
    given = many(sample, 20)
    command = [sys.executable, "-c", FULL_DISK % SMALL, str(tmp_path / "s.db"), "limit"]
    done = subprocess.run(command, input=lines(given), capture_output=True, text=True, cwd=ROOT, check=False)
    _examine_full("limit of file size (or quota) met", done, tmp_path / "s.db", given, examiner)


def _examine_full(fault: str, done: subprocess.CompletedProcess[str], folder: Path, given: list[Facts], examiner: Examiner) -> None:
    assert done.stdout, done.stderr
    acknowledged, said, there = json.loads(done.stdout)
    assert "is full: make room there, then do the same again" in said
    with Store.open(str(folder)) as store:
        assert examiner.record(fault, store, given, acknowledged, said) == there < len(given)


# -------------------------------------------------------------------------------------------------- who is let in, and who not


REFUSALS = {
    "wrong password": ({"NEO4J_PASSWORD": "not-the-password"}, "correct NEO4J_USERNAME and NEO4J_PASSWORD"),
    "unknown database": ({"NEO4J_DATABASE": "nonesuch"}, "no such database: look at NEO4J_DATABASE"),
    "server too old": ({}, "Greenroom needs 9999.1 or newer"),
}


@pytest.mark.parametrize("fault", REFUSALS)
def test_a_refusal(neo4j_store: Store, given: list[Facts], examiner: Examiner, monkeypatch: pytest.MonkeyPatch, fault: str) -> None:
    load(neo4j_store, given[:9])
    variables, message = REFUSALS[fault]
    with monkeypatch.context() as patch:
        for name, value in variables.items():
            patch.setenv(name, value)
        if fault == "server too old":
            patch.setattr(server, "OLDEST", (9999, 1))
        with pytest.raises(StoreUnavailable, match=message) as error:
            Store.open(neo4j_store.name)
    assert "not-the-password" not in str(error.value)
    assert examiner.record(fault, neo4j_store, given, 9, str(error.value)) == 9


def test_a_database_that_may_only_be_read(mortal: Neo4jServer, given: list[Facts], examiner: Examiner) -> None:
    """The Community edition has no roles, so that it is the database that lets nobody write; the refusal is the same in kind."""
    with Store.open(mortal.url) as store:
        load(store, given[:9])
        mortal.kill()
        mortal.start("server.databases.read_only=neo4j")
        with pytest.raises(StoreUnavailable, match="and not write") as error:
            load(store, given)
        # reading goes on as before, also for who comes anew
        with Store.open(mortal.url, read_only=True) as reading:
            assert len(reading.console("MATCH (a:Article) RETURN a").rows) == 9
            assert dump(reading) == examiner.graph(given[:9])
        mortal.kill()
        mortal.start()
        assert examiner.record("user (database) that may only read", store, given, 9, str(error.value)) == 9


# ------------------------------------------------------------------------------------------------------------ what is given


def test_a_facts_file_cut_off_in_the_middle_of_a_line(store: Store, given: list[Facts], examiner: Examiner, tmp_path: Path) -> None:
    accents = replace(given[15], article=replace(given[15].article, author="Zoë"))
    given = [*given[:15], accents, *given[16:]]
    whole = lines(given).encode()
    path = tmp_path / "facts.jsonl"
    # at a place among plain letters, and between the two bytes of a letter
    for size in (whole.index(b"retold-05") + 300, whole.index("ë".encode()) + 1):
        path.write_bytes(whole[:size])
        with pytest.raises(FactsError, match=r"facts.jsonl is cut off in line 1[67]: write it again and load it again") as error:
            load_files([str(path)], store)
    said = str(error.value).replace(str(path), "FILE")
    assert examiner.record("facts file cut off in mid-line", store, given, 0, said) < len(given)


def test_two_loaders_at_once(store: Store, given: list[Facts], examiner: Examiner) -> None:
    halves = given[::2], given[1::2]
    processes = [loader(store.name, half) for half in halves]
    for process in processes:
        with process:
            assert process.stdout is not None
            process.stdout.read()
        assert process.returncode == 0
    assert examiner.record("two loaders at once", store, given, len(given)) == len(given)
