"""The explorer goes on reading while a load runs, on either engine."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from etl.kept import kept
from graph.records import Facts
from graph.store import Store
from tests.faults import SMALL, Examiner, many

_MOMENT = 2.0
"""Seconds that a commit may take to be seen as a whole."""
ROOT = Path(__file__).resolve().parents[2]
LOADER = (
    "import sys; from etl.load import load; from graph.records import Facts; from graph.store import Store\n"
    "with Store.open(sys.argv[1]) as store:\n"
    f"    load(store, map(Facts.from_json, sys.stdin), progress=lambda n: print(n, flush=True), batch_rows={SMALL})"
)


def _whole(store: Store) -> int:
    """How many articles are seen; each must have its record, which is written with it.

    Neo4j lets others see a commit piece by piece (counts, labels and indexes one after the other), so that an article may be seen a
    moment before its record: that moment is waited for.
    """
    [[articles]] = [row.values() for row in store.read("MATCH (a:Article) RETURN count(a)")]
    end = time.monotonic() + _MOMENT
    while True:
        [[records]] = [row.values() for row in store.read("MATCH (r:Record) RETURN count(r)")]
        if articles <= records:
            return int(articles)
        assert time.monotonic() < end, f"{articles} articles, {records} records"
        time.sleep(0.05)


def test_pages_answer_while_a_load_runs(store: Store, sample: dict[str, Facts], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from streamlit.testing.v1 import AppTest

    from ui.parts import knowledge

    given = many(sample, 12)
    monkeypatch.setenv("GREENROOM_STORE", store.name)
    knowledge.store.clear()
    with Store.open(store.name) as writer:
        from etl.load import load

        load(writer, given[:3])
    test: Any = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
    process = subprocess.Popen(
        [sys.executable, "-c", LOADER, store.name], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("".join(f"{f.to_json()}\n" for f in given))
    process.stdin.close()
    process.stdout.readline()
    shown: list[int] = []
    while process.poll() is None or not shown:
        test.run()
        assert not test.exception
        assert not test.error
        shown.append(_whole(store))
    process.stdout.close()
    knowledge.store.clear()
    assert process.returncode == 0
    assert shown == sorted(shown)
    assert len(kept(store)) == len(given)
    with Store.open(str(tmp_path / "right.db")) as reference:
        Examiner(reference).record("explorer reading while a load runs", store, given, len(given))
