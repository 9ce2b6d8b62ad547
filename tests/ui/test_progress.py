from __future__ import annotations

from pathlib import Path

import pytest

from etl.run import load_files
from graph.records import Facts
from graph.store import Store
from ui.progress import pace


@pytest.mark.parametrize(
    ("done", "total", "seconds", "told"),
    [
        (0, 10, 1.0, ""),
        (5, 205, 2.0, "2.5 a second, 0:01:20 left"),
        (10, 10, 2.0, "5.0 a second"),
        (5000, 5000, 1.0, "5,000.0 a second"),
    ],
)
def test_pace_is_the_rate_and_the_time_left(done: int, total: int, seconds: float, told: str) -> None:
    assert pace(done, total, seconds) == told


def test_a_load_of_files_knows_how_many_articles_there_are(embedded_store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    paths = []
    for name in ("one", "two"):
        lines = [f.to_json() for f in sample.values()]
        (tmp_path / name).write_text("\n".join([*lines, "", ""]), encoding="utf-8")
        paths.append(str(tmp_path / name))
    steps: list[tuple[int, int]] = []
    load_files(paths, embedded_store, progress=lambda done, total: steps.append((done, total)))
    assert steps[-1] == (6, 6)
    assert {total for _, total in steps} == {6}
