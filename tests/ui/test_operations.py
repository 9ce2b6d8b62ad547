"""What whoever runs Greenroom as a service asks of it: how it stands, what is wrong, what to remove, and logs for machines."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.load import load
from etl.run import waiting
from etl.shards import Shards
from graph.records import Facts
from graph.schema import VERSION
from graph.store import Store
from tests.stories import stories

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def filled(tmp_path: Path, sample: dict[str, Facts]) -> str:
    """A store with five articles of four outlets."""
    url = str(tmp_path / "greenroom.db")
    with Store.open(url) as store:
        load(store, [*sample.values(), *stories()])
    return url


def told(run: Run, url: str) -> dict[str, str]:
    status, out, _ = run("status", "--store", url, "--format", "json")
    assert status == 0
    return {row["what"]: row["value"] for row in json.loads(out)}


def test_status_tells_what_is_there_and_what_to_do(run: Run, filled: str) -> None:
    state = told(run, filled)
    assert (state["articles"], state["read by"], state["read and not loaded"]) == ("5", "test-1: 5 articles with facts", "0 articles")
    assert state["version of the graph"] == str(VERSION)
    assert int(state["nodes"]) > 20
    assert int(state["edges"]) > 20
    assert state["next"].startswith("greenroom ingest the same articles again")
    with Store.open(filled) as store, Shards(waiting(store)) as shards:
        shards.put(stories()[0])
    assert told(run, filled)["read and not loaded"] == "1 article"
    assert "greenroom ingest again" in told(run, filled)["next"]
    with Store.open(filled) as store:
        store.write("MATCH (r:Revision) SET r.schema = 1")
    assert told(run, filled)["next"] == "greenroom rebuild"


def test_articles_go_by_outlet_and_by_age(run: Run, filled: str) -> None:
    status, _, err = run("remove", "--before", "2024-08-20", "--store", filled)
    assert (status, err) == (1, "greenroom: 2 articles would be removed: say --yes if that is meant\n")
    assert run("remove", "--before", "2024-08-20", "--dry-run", "--store", filled)[:2] == (0, "interview\nrally\n")
    assert run("remove", "--outlet", "harbour wire", "--yes", "--store", filled)[:2] == (0, "removed 1 article\n")
    assert run("remove", "--before", "2024-08-20", "--yes", "--store", filled)[:2] == (0, "removed 2 articles\n")
    assert told(run, filled)["articles"] == "2"
    status, _, err = run("remove", "post", "wire", "--store", filled)
    assert (status, "there is no article wire" in err) == (1, True)
    assert run("remove", "post", "retold", "--store", filled)[:2] == (0, "removed 2 articles\n")
    assert told(run, filled)["nodes"] == "0"
    for wrong in (["remove"], ["remove", "post", "--outlet", "x"]):
        assert "name articles, or an outlet or a day" in run(*wrong, "--store", filled)[2]


def test_the_doctor_names_what_is_broken(run: Run, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        status, out, _ = run("doctor", "--store", str(tmp_path / "new.db"), "--port", port, "--format", "json")
    found = {row["check"]: (row["state"], row["found"], row["to do"]) for row in json.loads(out)}
    assert status == 0
    assert list(found) == ["Python", "model", "embedded engine", "store", "port", "disk", "memory"]
    assert found["embedded engine"][:2] == ("good", "starts, writes and reads")
    assert found["store"][2] == "greenroom ingest makes it"
    assert found["port"][0] == "poor"
    status, out, _ = run("doctor", "--store", "bolt://127.0.0.1:1", "--format", "json")
    broken = [row for row in json.loads(out) if row["state"] == "broken"]
    assert (status, [row["check"] for row in broken]) == (1, ["store"])
    assert "127.0.0.1:1" in broken[0]["found"]


def test_logs_for_machines_hold_no_text_of_articles(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "good.md").write_text(
        "---\ntitle: Report\npublished: 2024-03-06\n---\nAda Pell spoke with Tom Weller on his podcast on Monday.\n"
    )
    (folder / "bad.md").write_text("---\ntitle: [\n---\nAda Pell said a secret.\n")
    status, out, err = run("ingest", str(folder), "--store", str(tmp_path / "g.db"), "--log-json")
    # a slow machine tells of progress in between
    events = [e for e in map(json.loads, err.splitlines()) if e["event"] != "progress"]
    assert status == 0
    assert "1 added" in out
    assert [e["event"] for e in events] == ["begin", "rejected", "end"]
    assert (events[1]["path"], events[1]["reason"], events[1]["level"]) == (str(folder / "bad.md"), "broken front matter", "warning")
    assert all(e["time"].endswith("+00:00") for e in events)
    assert "Pell" not in err
    status, _, err = run("stats", "--store", str(tmp_path / "nowhere.db"), "--log-json")
    assert (status, json.loads(err.splitlines()[-1])["level"]) == (1, "error")
    assert run("stats", "--store", str(tmp_path / "nowhere.db"))[2].startswith("greenroom: ")
