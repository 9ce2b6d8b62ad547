"""What a client of the embedded store holds: the engine is running as long as a lease on its folder is."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.embedded import locks
from graph.embedded.address import Address, read
from graph.embedded.room import full, is_full
from graph.errors import StoreUnavailable

START_SECONDS = 60.0
WRITER_SECONDS = 300.0
# how long a running write may go on before a stuck engine is killed under it
_GRACE_SECONDS = 5.0
_started: list[subprocess.Popen[bytes]] = []


class Lease:
    """A claim on the engine of `folder`; while it is open the engine does not end itself."""

    def __init__(self, folder: Path) -> None:
        """Claim the folder, which is created if it does not exist.

        Raises:
            StoreUnavailable: the folder cannot be used.
        """
        self.folder = folder.absolute()
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._clients = locks.open_lock(self.folder / locks.CLIENTS)
        except OSError as err:
            raise StoreUnavailable(f"{folder} cannot be used as a store: {err.strerror}") from err
        if not locks.wait_lock(self._clients, START_SECONDS, shared=True):
            os.close(self._clients)
            raise StoreUnavailable(f"the engine of {folder} is ending and does not get done")

    def close(self) -> None:
        """Give up the claim."""
        if self._clients >= 0:
            os.close(self._clients)
            self._clients = -1

    def address(self) -> Address:
        """Where the engine answers; starts one if none is running.

        Raises:
            StoreUnavailable: no engine came up; the message names its log.
        """
        deadline = time.monotonic() + START_SECONDS
        with locks.held(self.folder / locks.STARTING, START_SECONDS) as mine:
            if not mine:
                raise StoreUnavailable(f"another process keeps starting the engine of {self.folder}")
            process = None if locks.is_held(self.folder / locks.ENGINE) else self._start()
            while time.monotonic() < deadline:
                found = self.current()
                if found is not None:
                    return found
                if process is not None and process.poll() is not None:
                    if process.returncode:
                        break
                    # another, that somebody started who was killed over it, was first
                    process = None
                if process is None and not locks.is_held(self.folder / locks.ENGINE):
                    process = self._start()
                time.sleep(0.02)
        if is_full(self.folder):
            raise StoreUnavailable(full(self.folder))
        raise StoreUnavailable(f"the engine of {self.folder} did not start; see {self._log()}")

    def current(self) -> Address | None:
        """The address of the engine that holds the folder now; None while there is none or it is still starting."""
        lock = self.folder / locks.ENGINE
        if not locks.is_held(lock):
            return None
        try:
            found = read(self.folder)
            owner = lock.read_text(encoding="ascii")
        except (StoreUnavailable, OSError):
            return None
        return found if owner == str(found.pid) else None

    def kill(self, address: Address) -> None:
        """End the engine that answers at `address` at once, as only a kill stops a running query.

        Waits for a write in progress first; what is committed is in the engine's log and survives.
        """
        with locks.held(self.folder / locks.WRITER, _GRACE_SECONDS):
            current = self.current()
            if current != address:
                return
            os.kill(address.pid, signal.SIGKILL)
            deadline = time.monotonic() + _GRACE_SECONDS
            while locks.is_held(self.folder / locks.ENGINE) and time.monotonic() < deadline:
                time.sleep(0.02)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Be the only writer for the block.

        Raises:
            StoreUnavailable: another process has been writing for too long.
        """
        with locks.held(self.folder / locks.WRITER, WRITER_SECONDS) as mine:
            if not mine:
                raise StoreUnavailable(f"another process has been writing to {self.folder} for {WRITER_SECONDS:.0f} seconds")
            yield

    def _log(self) -> Path:
        return self.folder / "log" / "engine.out"

    def _start(self) -> subprocess.Popen[bytes]:
        """Start the engine's process, in a session of its own so that a Ctrl-C here does not reach it."""
        _started[:] = [p for p in _started if p.poll() is None]
        package_root = str(Path(__file__).resolve().parents[2])
        environment = {**os.environ, "PYTHONPATH": package_root}
        self._log().parent.mkdir(mode=0o700, exist_ok=True)
        with self._log().open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-P", "-m", "graph.embedded", str(self.folder)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                env=environment,
                start_new_session=True,
            )
        _started.append(process)
        return process
