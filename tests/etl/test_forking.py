"""Jobs beside each other: each begins with what is there, and what becomes of it is told in order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from concurrent.futures.process import BrokenProcessPool
from threading import Lock

import pytest

from benchmarks.forking import beside

forked = pytest.mark.skipif(not hasattr(os, "fork"), reason="nothing can be forked here")
RUN = """
import os, time
from benchmarks.forking import beside

def job():
    os.write(1, b"at work\\n")
    time.sleep(600)

beside([job, job], 2)
"""


@forked
def test_results_come_in_order_from_processes_of_their_own() -> None:
    there = Lock()  # cannot be pickled

    def job(number: int) -> tuple[int, bool, int]:
        time.sleep(0.1 if number == 0 else 0)
        return number, there.locked(), os.getpid()

    with there:
        told = beside([lambda n=n: job(n) for n in range(5)], 2)  # type: ignore[misc]
    assert [(number, locked) for number, locked, _ in told] == [(n, True) for n in range(5)]
    assert os.getpid() not in {process for *_, process in told}
    assert len({process for *_, process in told}) == 2


def test_where_one_runs_at_once_it_is_called_here() -> None:
    assert beside([os.getpid] * 3, 1) == [os.getpid()] * 3
    assert beside([os.getpid], 2) == [os.getpid()]
    assert beside([]) == []


@forked
def test_an_error_is_raised_here_and_the_next_jobs_are_done() -> None:
    with pytest.raises(ZeroDivisionError):
        beside([os.getpid, lambda: 1 // 0], 2)
    with pytest.raises(TypeError, match="pickle"):
        beside([os.getpid, Lock], 2)
    assert len(beside([os.getpid, os.getpid], 2)) == 2


@forked
def test_a_process_that_is_killed_is_not_waited_for() -> None:
    def killed() -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(BrokenProcessPool):
        beside([lambda: time.sleep(600), killed], 2)


@forked
def test_processes_end_with_a_parent_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", RUN], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert [run.stdout.readline() for _ in range(2)] == ["at work\n"] * 2
        run.kill()
        # the end of what they print comes when the last of them is gone
        assert run.communicate(timeout=30)[0] == ""
