from __future__ import annotations

import subprocess
import sys

RUN = """
import os, time
from etl.transform.workers import in_processes

def task(number):
    print(os.getpid(), flush=True)
    time.sleep(600)

list(in_processes(task, range(2), 2))
"""


def test_workers_end_with_a_parent_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", RUN], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        workers = {run.stdout.readline() for _ in range(2)}
        assert len(workers) == 2, "both are at work"
        run.kill()
        # the end of what they print comes when the last of them is gone
        assert run.communicate(timeout=30)[0] == ""
