"""The command line: every command has help with examples, says its trouble in one line, and leaves the agreed exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from graph.export import EXPORTS
from graph.records import Facts
from ui.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[2]
GREENROOM = [sys.executable, "-m", "ui.cli"]
Run = Callable[..., tuple[int, str, str]]

TALK = """---
title: The minister on the radio
published: 2024-03-06
outlet: The Paper
---
Ada Pell, the minister of transport, spoke with Tom Weller on his podcast The Night Shift on Monday.
“We will finish the line in May,” Pell said.
"""
DEBATE = """---
title: A debate in Lund
published: 2024-03-09
---
Ada Pell and Otto Brandt met for a debate in Lund on Friday, which was watched by 40,000 viewers on YouTube.
"""


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two good articles, a copy of one, and a bad file."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a-talk.md").write_text(TALK)
    (folder / "b-debate.md").write_text(DEBATE)
    (folder / "c-again.md").write_text(TALK.replace("The minister on the radio", "Once more"))
    (folder / "d-broken.md").write_bytes(b"\xff\xff")
    return folder


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the two good articles."""
    folder = tmp_path_factory.mktemp("store")
    for name, text in (("a-talk.md", TALK), ("b-debate.md", DEBATE)):
        (folder / name).write_text(text)
    address = str(folder / "greenroom.db")
    assert main(["ingest", str(folder), "--store", address]) == 0
    return address


def one_line(text: str) -> bool:
    return text.startswith("greenroom: ") and text.count("\n") == 1 and "Traceback" not in text


# ------------------------------------------------------------------------------------------------------- every command


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples_that_name_the_command(run: Run, name: str) -> None:
    status, out, _ = run(name, "--help")
    assert status == 0
    assert f"greenroom {name}" in out.partition("examples:")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_command_modules_keep_the_contract(name: str) -> None:
    module = import_module(COMMANDS[name])
    assert module.__doc__
    assert "\n" not in module.SUMMARY
    assert callable(module.run)


def test_help_answers_at_once() -> None:
    start = time.monotonic()
    out = subprocess.run([*GREENROOM, "--help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert time.monotonic() - start < 2
    assert all(name in out for name in COMMANDS)


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["sing"],
        ["extract"],
        ["ingest", "x", "--workers", "0"],
        ["serve", "--port", "99999"],
        ["export", "pdf"],
        ["ask", "appearances", "x"],
        ["query", "RETURN 1", "--param", "=1"],
        ["query", "x", "--format", "y"],
    ],
)
def test_wrong_usage(run: Run, argv: list[str]) -> None:
    status, out, err = run(*argv)
    assert (status, out) == (2, "")
    assert "usage: greenroom" in err


def test_missing_path_is_told_in_one_line(run: Run, tmp_path: Path) -> None:
    for command in ("extract", "ingest", "load"):
        where = () if command == "extract" else ("--store", tmp_path / "s.db")
        status, out, err = run(command, tmp_path / "missing.md", *where)
        assert (status, out) == (1, "")
        assert one_line(err)
        assert "missing.md" in err


def test_no_store_is_made_by_mistake(run: Run, tmp_path: Path) -> None:
    address = tmp_path / "none.db"
    commands = (
        ["stats"],
        ["query", "RETURN 1"],
        ["ask", "appearances"],
        ["export", "csv", "-o", tmp_path],
        ["remove", "x"],
        ["ingest", tmp_path / "x"],
    )
    for argv in commands:
        status, out, err = run(*argv, "--store", address)
        assert (status, out) == (1, "")
        assert one_line(err)
        assert not address.exists()


def test_debug_shows_where(run: Run, tmp_path: Path) -> None:
    status, _, err = run("extract", tmp_path / "missing.md", "--debug")
    assert status == 1
    assert "Traceback" in err


# ------------------------------------------------------------------------------------------------------------- extract


def test_extract_writes_nothing_but_json_in_input_order(run: Run, articles: Path) -> None:
    status, out, err = run("extract", articles / "b-debate.md", articles)
    facts = [Facts.from_json(line) for line in out.splitlines()]
    assert status == 0
    assert [f.article.id for f in facts] == ["b-debate", "a-talk"]
    assert "d-broken.md: wrong encoding" in err
    assert "c-again.md: duplicate: the same text as" in err
    assert "2 rejected: 1 duplicate, 1 wrong encoding" in err


def test_extract_to_a_file_in_two_processes_gives_the_same_bytes(run: Run, articles: Path, tmp_path: Path) -> None:
    _, out, _ = run("extract", articles)
    status, nothing, _ = run("extract", articles, "-o", tmp_path / "facts.jsonl", "--workers", "2")
    assert (status, nothing) == (0, "")
    assert (tmp_path / "facts.jsonl").read_text() == out


def test_strict(run: Run, articles: Path) -> None:
    assert run("extract", articles, "--strict")[0] == 1
    assert run("extract", articles / "a-talk.md", "--strict")[0] == 0


def test_extract_from_standard_input() -> None:
    done = subprocess.run([*GREENROOM, "extract", "-"], cwd=ROOT, input=TALK, capture_output=True, text=True, check=True)
    assert json.loads(done.stdout)["article"]["title"] == "The minister on the radio"


def test_reader_of_the_output_may_leave(articles: Path) -> None:
    process = subprocess.Popen([*GREENROOM, "extract", str(articles)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, err = process.communicate(timeout=60)
    assert process.returncode == 141
    assert b"Error" not in err


# --------------------------------------------------------------------------------------------------------------- store


def test_ingest_then_nothing_twice(run: Run, articles: Path, tmp_path: Path) -> None:
    address = tmp_path / "s.db"
    status, out, err = run("ingest", articles, "--store", address)
    assert status == 0
    assert out.startswith("4 articles: 2 added, 0 updated, 0 unchanged, 2 rejected")
    assert "d-broken.md" in err
    before = run("stats", "--store", address, "--format", "json")[1]
    status, out, _ = run("ingest", articles, "--store", address)
    assert out.startswith("4 articles: 0 added, 0 updated, 2 unchanged, 2 rejected")
    assert run("stats", "--store", address, "--format", "json")[1] == before
    (articles / "a-talk.md").write_text(TALK + "A last line.\n")
    assert run("ingest", articles, "--store", address)[1].startswith("4 articles: 1 added, 1 updated, 1 unchanged, 1 rejected")


def test_an_empty_folder_is_said_to_be_empty(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    status, _, err = run("ingest", tmp_path / "empty", "--store", tmp_path / "s.db")
    assert status == 0
    assert "no articles found" in err


def test_load_what_extract_wrote_and_remove_it(run: Run, articles: Path, tmp_path: Path) -> None:
    run("extract", articles, "-o", tmp_path / "facts.jsonl")
    address = tmp_path / "s.db"
    assert run("load", tmp_path / "facts.jsonl", "--store", address)[1].startswith("2 articles: 2 added")
    assert run("remove", "a-talk", "--store", address)[:2] == (0, "removed a-talk\n")
    status, _, err = run("remove", "a-talk", "--store", address)
    assert status == 1
    assert one_line(err)


def test_load_names_the_line_that_is_wrong(run: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text('\n{"article": 5}\n')
    status, _, err = run("load", tmp_path / "facts.jsonl", "--store", tmp_path / "s.db")
    assert status == 1
    assert one_line(err)
    assert "line 2" in err


def test_query_formats(run: Run, store: str) -> None:
    cypher = "MATCH (a:Article) WHERE a.title STARTS WITH $start RETURN a.title AS title, [1, 2] AS list, null AS nothing"
    argv = ("query", cypher, "--param", "start=The minister", "--store", store, "--format")
    assert json.loads(run(*argv, "json")[1]) == [{"title": "The minister on the radio", "list": [1, 2], "nothing": None}]
    assert list(csv.reader(io.StringIO(run(*argv, "csv")[1]))) == [
        ["title", "list", "nothing"],
        ["The minister on the radio", "[1, 2]", ""],
    ]
    table = run(*argv, "table")[1]
    assert "title" in table
    assert "The minister on the radio" in table


def test_query_may_not_write(run: Run, store: str) -> None:
    before = run("stats", "--store", store)[1]
    status, _, err = run("query", "CREATE (n:Person {id: 'x', name: 'x'}) RETURN n", "--store", store)
    assert status == 1
    assert one_line(err)
    assert run("stats", "--store", store)[1] == before


def test_query_that_is_none(run: Run, store: str) -> None:
    status, out, err = run("query", "MATCH (n RETURN n", "--store", store)
    assert (status, out) == (1, "")
    assert one_line(err)


def test_words_from_outside_do_not_steer_the_terminal(run: Run, store: str) -> None:
    out = run("query", "RETURN $x AS x", "--param", "x=\u001b[31mred\u0007", "--store", store)[1]
    assert "\x1b" not in out
    assert "\x07" not in out


def test_ask_lists_and_answers(run: Run, store: str) -> None:
    names = [row["name"] for row in json.loads(run("ask", "--format", "json")[1])]
    assert len(names) >= 8
    status, _, err = run("ask", "no-such-question", "--store", store)
    assert status == 1
    assert one_line(err)


def test_export_writes_files(run: Run, store: str, tmp_path: Path) -> None:
    status, out, _ = run("export", "csv", "-o", tmp_path / "out", "--store", store)
    assert status == 0
    files = [Path(line) for line in out.splitlines()]
    assert files
    assert all(file.is_file() for file in files)


def test_help_of_export_names_every_format(run: Run) -> None:
    assert all(kind in run("export", "--help")[1] for kind in EXPORTS)


def test_ontology_formats(run: Run) -> None:
    rows: list[dict[str, Any]] = json.loads(run("ontology", "--format", "json")[1])
    assert {"Person", "OWNS", "APPEARED_IN"} <= {row["name"] for row in rows}
    assert len(list(csv.DictReader(io.StringIO(run("ontology", "--format", "csv")[1])))) == len(rows)


# --------------------------------------------------------------------------------------------------------------- serve


def test_serve_says_when_the_port_is_in_use(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        status, _, err = run("serve", "--port", str(taken.getsockname()[1]))
    assert status == 1
    assert one_line(err)
    assert "in use" in err


def test_serve_starts_says_where_and_stops(tmp_path: Path, store: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [*GREENROOM, "serve", "--port", str(port), "--no-browser", "--store", store],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == f"Greenroom explorer: http://localhost:{port}\n"
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            pass
    finally:
        process.send_signal(signal.SIGTERM)
    assert process.wait(30) == 0
    with pytest.raises(OSError, match=r"refused"):
        socket.create_connection(("127.0.0.1", port), timeout=5)


def test_a_copied_store_is_told_of(run: Run, store: str, tmp_path: Path) -> None:
    target = str(tmp_path / "copy.db")
    assert run("copy", "--from", store, "--to", target) == (0, f"2 articles: 2 copied; {target} has the same graph\n", "")
    assert run("stats", "--store", target, "--format", "csv")[1] == run("stats", "--store", store, "--format", "csv")[1]
    assert run("copy", "--from", str(tmp_path / "none.db"), "--to", target)[0] == 1
