"""What Greenroom needs to run, each looked at by itself: one that is broken does not hide another."""

from __future__ import annotations

import os
import platform
import shutil
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.errors import GreenroomError
from ui.stores import address, existing

GOOD, POOR, BROKEN = "good", "poor", "broken"
_OLDEST = (3, 11)
_ROOM = 2 << 30
_MEMORY = 2 << 30


@dataclass(frozen=True, slots=True)
class Finding:
    """One check: what it is about, its state (GOOD, POOR or BROKEN), what was found, and what to do."""

    check: str
    state: str
    found: str
    cure: str = ""


def examine(url: str | None, port: int) -> list[Finding]:
    """All findings.

    Args:
        url: the store, as --store says it.
        port: the explorer's.
    """
    checks: tuple[tuple[str, Callable[[], Iterator[Finding]]], ...] = (
        ("Python", _python),
        ("model", _model),
        ("embedded engine", lambda: _engine(url)),
        ("store", lambda: _store(url)),
        ("port", lambda: _port(port)),
        ("disk", lambda: _disk(url)),
        ("memory", _memory),
    )
    found: list[Finding] = []
    for name, check in checks:
        try:
            found += check()
        except Exception as err:  # a check that fails is a finding, too
            told = " ".join(str(err).split())
            found.append(Finding(name, BROKEN, told if isinstance(err, GreenroomError) else f"{type(err).__name__}: {told}"))
    return found


def _python() -> Iterator[Finding]:
    have = f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    if sys.version_info < _OLDEST:
        yield Finding("Python", BROKEN, have, "install Python 3.11 or newer, then make install PYTHON=python3.12")
    elif sys.platform == "win32":
        yield Finding("Python", POOR, have, "the embedded engine needs Linux or macOS: use a Neo4j server, or WSL")
    else:
        yield Finding("Python", GOOD, have)


def _model() -> Iterator[Finding]:
    from etl.transform.language import pipeline
    from etl.transform.version import version

    nlp = pipeline()
    yield Finding("model", GOOD, f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}, extractor {version()}")


def _engine(url: str | None) -> Iterator[Finding]:
    from graph.store import Store

    if "://" in address(url):
        yield Finding("embedded engine", GOOD, "not needed: the store is a server")
        return
    with tempfile.TemporaryDirectory(prefix="greenroom-") as folder, Store.open(f"{folder}/trial.db") as store:
        store.write("CREATE (n:Person {id: 'Person.trial'})")
        kept = store.read("MATCH (n:Person) RETURN count(n) AS n")[0]["n"] == 1
    yield Finding("embedded engine", GOOD if kept else BROKEN, "starts, writes and reads" if kept else "did not keep what was written")


def _store(url: str | None) -> Iterator[Finding]:
    where = address(url)
    if "://" not in where and not Path(where).expanduser().is_dir():
        yield Finding("store", GOOD, f"{where} is not there yet", "greenroom ingest makes it")
        return
    with existing(url, older=True) as store:
        articles = store.read("MATCH (a:Article) RETURN count(a) AS n")[0]["n"]
    yield Finding("store", GOOD, f"{where} answers and holds {articles:,} articles", "greenroom status tells more")


def _port(port: int) -> Iterator[Finding]:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as err:
            yield Finding("port", POOR, f"{port}: {err.strerror}", "an explorer may be running there; else choose another with --port")
            return
    yield Finding("port", GOOD, f"{port} is free")


def _disk(url: str | None) -> Iterator[Finding]:
    places = {"temporary files": Path(tempfile.gettempdir())}
    where = address(url)
    if "://" not in where:
        places["store"] = _existing_parent(Path(where).expanduser().absolute())
    for what, place in places.items():
        free = shutil.disk_usage(place).free
        writable = os.access(place, os.W_OK)
        state = BROKEN if not writable or free < _ROOM // 10 else POOR if free < _ROOM else GOOD
        cure = "" if state == GOOD else "make room there" if writable else "give yourself the right to write there"
        yield Finding("disk", state, f"{what}: {free / (1 << 30):,.1f} GB free in {place}" + ("" if writable else ", not writable"), cure)


def _existing_parent(path: Path) -> Path:
    while not path.exists():
        path = path.parent
    return path


def _memory() -> Iterator[Finding]:
    have = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    cure = "" if have >= _MEMORY else "a reading process takes about 0.5 GB, the engine up to a quarter of the memory: use one worker"
    yield Finding("memory", GOOD if have >= _MEMORY else POOR, f"{have / (1 << 30):,.1f} GB, {os.cpu_count()} processors", cure)
