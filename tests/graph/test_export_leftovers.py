"""What a killed export leaves is taken away by the next one, and nothing else."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from etl.load import load
from graph.export import export
from graph.export.leftovers import prefix
from graph.records import Facts
from graph.store import Store

_BEGUN = (
    "import sys, time\nfrom pathlib import Path\nfrom tempfile import mkdtemp\nfrom graph.export.leftovers import prefix\n"
    "Path(mkdtemp(prefix=prefix(), dir=sys.argv[1]), 'half.csv').write_text('id')\nprint('begun', flush=True)\ntime.sleep(60)\n"
)


def test_the_next_export_takes_away_what_a_killed_one_left(embedded_store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    load(embedded_store, sample.values())
    with subprocess.Popen([sys.executable, "-c", _BEGUN, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "begun\n"
        [left] = tmp_path.iterdir()
        export(embedded_store, "json", tmp_path)
        assert left.exists(), "it is still being written"
        other.send_signal(signal.SIGKILL)
    foreign = tmp_path / f".greenroom-elsewhere-{other.pid}-abc"
    own = tmp_path / f"{prefix()}abc"
    for folder in (foreign, own):
        folder.mkdir()
    paths = export(embedded_store, "json", tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([foreign, own, *paths])
    assert str(os.getpid()) in own.name
