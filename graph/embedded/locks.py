"""File locks inside a store's folder: who owns the engine, who uses it, who writes, who starts it.

The kernel drops a lock when its holder dies, however it dies, so that nothing here can go stale.
"""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ENGINE = "engine.lock"  # held by the engine as long as it lives; contains its process id
CLIENTS = "clients.lock"  # shared by all clients; the engine takes it alone to end itself
STARTING = "starting.lock"  # held by the one client that starts an engine
WRITER = "writer.lock"  # held by the one client that writes


def open_lock(path: Path) -> int:
    """The file descriptor of the lock file `path`, created with mode 600; it is not handed down to child processes."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)


def try_lock(descriptor: int, *, shared: bool = False) -> bool:
    """Take the lock if it is free; say whether it was."""
    try:
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def wait_lock(descriptor: int, seconds: float, *, shared: bool = False) -> bool:
    """Take the lock, waiting at most `seconds`; say whether it was had."""
    deadline = time.monotonic() + seconds
    while not try_lock(descriptor, shared=shared):
        if time.monotonic() > deadline:
            return False
        time.sleep(0.02)
    return True


def unlock(descriptor: int) -> None:
    """Give the lock back, keeping the file open."""
    fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def held(path: Path, seconds: float) -> Iterator[bool]:
    """Hold the lock file `path` alone for the block, after waiting at most `seconds`; yields whether it was had."""
    descriptor = open_lock(path)
    try:
        yield wait_lock(descriptor, seconds)
    finally:
        os.close(descriptor)


def is_held(path: Path) -> bool:
    """Whether some process holds the lock file `path` alone."""
    descriptor = open_lock(path)
    try:
        return not try_lock(descriptor)
    finally:
        os.close(descriptor)
