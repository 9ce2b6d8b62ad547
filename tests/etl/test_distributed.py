"""Reading on a real Dask cluster of two workers on this machine, one of which is killed in the middle."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.distributed import dask
from etl.run import ingest
from graph.errors import InputError
from graph.export.dump import dump
from graph.store import Store
from tests.environment import uncovered

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two worker processes of one thread each; one that is killed is not started again."""
    from distributed import LocalCluster

    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(uncovered() | {"PYTHONPATH": str(ROOT)})
    with LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, host="127.0.0.1", dashboard_address=None, silence_logs=50
    ) as found:
        os.environ.clear()
        os.environ.update(before)
        yield found


def articles(folder: Path, count: int) -> Path:
    folder.mkdir()
    for n in range(count):
        (folder / f"{n:03}.md").write_text(
            f"---\ntitle: Report {n}\npublished: 2024-03-{1 + n % 28:02}\n---\n"
            f"Ada Pell was the guest of Tom Weller on his podcast Night Desk on March {1 + n % 28}. The episode drew {n + 10},000 listeners.\n"
        )
    return folder


def test_a_cluster_makes_the_same_graph_and_the_same_shards_though_a_worker_is_killed(cluster: Any, tmp_path: Path) -> None:
    folder = str(articles(tmp_path / "articles", 24))
    with Store.open(str(tmp_path / "one.db")) as store:
        ingest([folder], store, shards=tmp_path / "here")
        wanted = dump(store)
    victim = next(iter(cluster.workers.values())).pid
    killed = []

    def step(done: int, total: int) -> None:
        if done == 4 and not killed:
            os.kill(victim, signal.SIGKILL)
            killed.append(victim)

    with Store.open(str(tmp_path / "other.db")) as store:
        summary = ingest([folder], store, shards=tmp_path / "there", progress=step, engine=dask(cluster.scheduler_address))
        assert dump(store) == wanted
    assert (summary.added, summary.rejects, killed) == (24, (), [victim])
    assert sorted(p.name for p in (tmp_path / "there").iterdir()) == ["000001.index", "000001.jsonl"]
    for name in ("000001.index", "000001.jsonl"):
        assert (tmp_path / "there" / name).read_bytes() == (tmp_path / "here" / name).read_bytes()


def test_a_cluster_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.distributed._SECONDS", 1)
    with pytest.raises(InputError, match=r"no Dask scheduler answers at tcp://127\.0\.0\.1:1"):
        list(dask("tcp://127.0.0.1:1")([]))
    with pytest.raises(InputError, match="no Dask scheduler"):
        list(dask("nonsense")([]))


def test_workers_with_other_rules_are_refused(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.distributed.version", lambda: "0.0.0+other")
    with pytest.raises(InputError, match="install the same on both"):
        list(dask(cluster.scheduler_address)([]))
