from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graph.embedded import address, locks
from graph.embedded.lease import Lease
from graph.errors import StoreUnavailable
from graph.store import Store


def engine_pid(folder: Path) -> int:
    return address.read(folder).pid


def wait_until_free(folder: Path, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while locks.is_held(folder / locks.ENGINE):
        assert time.monotonic() < deadline, "the engine is still there"
        time.sleep(0.05)


def test_secrets_are_for_the_owner_and_listeners_for_this_machine(tmp_path: Path) -> None:
    folder = tmp_path / "a.db"
    with Store.open(str(folder)):
        found = address.read(folder)
        assert stat.S_IMODE((folder / address.NAME).stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        assert found.password not in repr(found)
        assert found.password not in (folder / "log" / "engine.out").read_text()
        assert os.getsid(found.pid) != os.getsid(0), "a Ctrl-C in the terminal must not reach the engine"
        for line in _listening(found.pid):
            assert line.startswith("127.0.0.1:") or line.startswith("[::ffff:127.0.0.1]:"), line


def _listening(pid: int) -> list[str]:
    """Local addresses on which a process listens, read from /proc."""
    inodes = {os.readlink(f"/proc/{pid}/fd/{fd}") for fd in os.listdir(f"/proc/{pid}/fd") if os.path.islink(f"/proc/{pid}/fd/{fd}")}
    out = []
    for family in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{family}").read_text().splitlines()[1:]:
            parts = line.split()
            if parts[3] == "0A" and f"socket:[{parts[9]}]" in inodes:
                host = parts[1].split(":")[0]
                local = {"0100007F": "127.0.0.1:", "0000000000000000FFFF00000100007F": "[::ffff:127.0.0.1]:"}
                out.append(local.get(host, f"{host}:"))
    assert out
    return out


def test_the_engine_ends_when_nobody_needs_it_and_comes_back_with_the_data(tmp_path: Path) -> None:
    folder = tmp_path / "a.db"
    with Store.open(str(folder)) as store:
        store.write("CREATE (:Place {id: 'Place.kept'})")
        pid = engine_pid(folder)
        time.sleep(4)  # longer than the engine would wait without a client
        assert engine_pid(folder) == pid
    wait_until_free(folder, 15)
    assert not (folder / address.NAME).exists()
    with Store.open(str(folder)) as store:
        assert store.read("MATCH (p:Place) RETURN p.id AS id") == [{"id": "Place.kept"}]


def test_a_killed_engine_loses_nothing_that_was_written(tmp_path: Path) -> None:
    folder = tmp_path / "a.db"
    with Store.open(str(folder)) as store:
        for n in range(20):
            store.write("CREATE (:Place {id: $id})", {"id": f"Place.{n}"})
        os.kill(engine_pid(folder), signal.SIGKILL)
        assert store.read("MATCH (p:Place) RETURN count(p) AS n") == [{"n": 20}]
        os.kill(engine_pid(folder), signal.SIGTERM)
        assert store.write("MERGE (p:Place {id: 'Place.0'}) RETURN p.id AS id") == [{"id": "Place.0"}]


def test_several_that_start_at_once_share_one_engine(tmp_path: Path) -> None:
    folder = tmp_path / "a.db"
    code = "import sys; from graph.store import Store; s = Store.open(sys.argv[1]); print(s.read('RETURN 1 AS x')); input()"
    processes = [
        subprocess.Popen([sys.executable, "-c", code, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    try:
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "[{'x': 1}]\n"
        found = subprocess.run(["pgrep", "-f", f"graph.embedded {folder}"], capture_output=True, text=True, check=True)
        assert found.stdout.split() == [str(engine_pid(folder))]
    finally:
        for process in processes:
            process.communicate("\n")


def test_many_threads_share_one_store(store: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: store.write("MERGE (p:Place {id: $id})", {"id": f"Place.{n % 10}"}), range(40)))
    assert store.read("MATCH (p:Place) RETURN count(p) AS n") == [{"n": 10}]
    store.write("MATCH (p:Place) DELETE p")


def test_an_address_left_by_a_dead_engine_does_no_harm(tmp_path: Path) -> None:
    folder = tmp_path / "a.db"
    folder.mkdir()
    # the process id of somebody else, who must not be killed, and a port where nobody answers
    address.write(folder, address.Address(os.getpid(), 1, "x", "y"))
    (folder / locks.ENGINE).write_text(str(os.getpid()))
    with Store.open(str(folder)) as store:
        assert store.read("RETURN 1 AS one") == [{"one": 1}]
        lease = Lease(folder)
        lease.kill(address.Address(os.getpid(), 1, "x", "y"))
        lease.close()


def test_an_engine_that_cannot_start_says_where_to_look(tmp_path: Path) -> None:
    folder = tmp_path / "a.db"
    folder.mkdir()
    (folder / "config").write_text("in the way")
    with pytest.raises(StoreUnavailable, match=r"engine\.out"):
        Store.open(str(folder))
    assert "config" in (folder / "log" / "engine.out").read_text()
