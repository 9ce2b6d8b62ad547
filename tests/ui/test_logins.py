"""Who we are to a server: from the environment or a prompt, different at the two ends of a copy, never in an example."""

from __future__ import annotations

import os
import pty
import re
import select
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from etl.load import load
from graph.errors import StoreUnavailable
from graph.export.dump import dump
from graph.records import Facts
from graph.store import Login, Store
from ui.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., tuple[int, str, str]]
SECOND = "a-second-password"


@pytest.fixture
def ann(neo4j_store: Store) -> Iterator[str]:
    """A second user of the server."""
    neo4j_store.write(f"CREATE USER ann IF NOT EXISTS SET PLAINTEXT PASSWORD '{SECOND}' SET PASSWORD CHANGE NOT REQUIRED")
    yield "ann"
    neo4j_store.write("DROP USER ann IF EXISTS")


def test_the_ends_of_a_copy_have_logins_of_their_own(
    neo4j_store: Store, ann: str, sample: dict[str, Facts], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load(neo4j_store, sample.values())
    monkeypatch.setenv("NEO4J_PASSWORD", "not-the-password")
    folder, url = str(tmp_path / "copy.db"), neo4j_store.name
    status, _, err = run("copy", "--from", url, "--to", folder)
    assert (status, err.count("\n")) == (1, 1)
    assert "correct NEO4J_FROM_USERNAME and NEO4J_FROM_PASSWORD" in err
    monkeypatch.setenv("NEO4J_FROM_USERNAME", ann)
    monkeypatch.setenv("NEO4J_FROM_PASSWORD", SECOND)
    assert run("copy", "--from", url, "--to", folder)[1] == f"3 articles: 3 copied; {folder} has the same graph\n"
    neo4j_store.write("MATCH (n) DETACH DELETE n")
    monkeypatch.setenv("NEO4J_TO_USERNAME", ann)
    monkeypatch.setenv("NEO4J_TO_PASSWORD", SECOND)
    assert run("copy", "--from", folder, "--to", url)[1] == f"3 articles: 3 copied; {url} has the same graph\n"
    # both ends of a copy may be servers, each with its own user
    assert run("copy", "--from", url, "--to", url)[1] == f"3 articles: 0 copied; {url} has the same graph\n"
    with Store.open(folder) as copied:
        assert dump(copied) == dump(neo4j_store)


def test_a_password_of_another_user_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        monkeypatch.delenv(name)
    assert Login.of_environment() == Login()
    monkeypatch.setenv("NEO4J_PASSWORD", "mine")
    monkeypatch.setenv("NEO4J_DATABASE", "both")
    assert Login.of_environment("NEO4J_TO_") == Login("neo4j", "mine", "both", None, "NEO4J_TO_")
    monkeypatch.setenv("NEO4J_TO_USERNAME", "ann")
    assert Login.of_environment("NEO4J_TO_") == Login("ann", None, "both", None, "NEO4J_TO_")
    monkeypatch.setenv("NEO4J_READER_USERNAME", "bob")
    monkeypatch.setenv("NEO4J_READER_PASSWORD", "secret")
    said = Login.of_environment()
    assert said.environment() == {
        "NEO4J_USERNAME": "neo4j", "NEO4J_PASSWORD": "mine", "NEO4J_DATABASE": "both",
        "NEO4J_READER_USERNAME": "bob", "NEO4J_READER_PASSWORD": "secret",
    }  # fmt: skip
    assert "mine" not in repr(said)
    assert "secret" not in repr(said)


def test_the_console_may_have_a_user_of_its_own(neo4j_store: Store, ann: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_READER_USERNAME", ann)
    monkeypatch.setenv("NEO4J_READER_PASSWORD", SECOND)
    with Store.open(neo4j_store.name) as store:
        assert store.console("RETURN 1 AS one").rows == ({"one": 1},)
        connections = "SHOW TRANSACTIONS YIELD username RETURN DISTINCT username"
        assert store.read(connections) == [{"username": "neo4j"}], "the program's own queries are the first user's"
        store.write("MERGE (:Place {id: 'Place.x'})")
    monkeypatch.setenv("NEO4J_READER_PASSWORD", "not-the-password")
    with Store.open(neo4j_store.name) as store, pytest.raises(StoreUnavailable, match="does not accept"):
        store.console("RETURN 1")


def test_a_password_that_nobody_says_is_asked_for(neo4j_store: Store) -> None:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("NEO4J_")}
    terminal, theirs = pty.openpty()
    command = [sys.executable, "-m", "ui.cli", "query", "RETURN 40 + 2 AS answer", "--store", neo4j_store.name]
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True, close_fds=True
    )
    os.close(theirs)
    seen = ""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        if not select.select([terminal], [], [], 0.5)[0]:
            continue
        try:
            seen += os.read(terminal, 4096).decode()
        except OSError:
            break
        if seen.endswith(": ") and "42" not in seen:
            os.write(terminal, f"{os.environ['NEO4J_PASSWORD']}\n".encode())
    assert process.wait(30) == 0
    assert f"Password of neo4j at {neo4j_store.name}: " in seen
    assert "42" in seen
    assert os.environ["NEO4J_PASSWORD"] not in seen
    os.close(terminal)


def test_no_command_takes_a_password_and_no_example_shows_one() -> None:
    from ui.cli import parser

    texts = {name: parser()._subparsers._group_actions[0].choices[name].format_help() for name in COMMANDS}  # type: ignore[union-attr,index]
    texts |= {path.name: path.read_text() for path in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "compose.yaml")}
    for name, text in texts.items():
        assert not re.search(r"--\w*passw", text), name
        assert not re.search(r"PASSWORD=[\"']?\w", text), name
        assert not re.search(r"://\w+:[^@\s/\d]+@", text), name
