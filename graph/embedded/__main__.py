"""The engine's process: `python -m graph.embedded FOLDER` serves the folder until no client has used it for a while."""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from pathlib import Path
from types import FrameType

from graph.embedded import address, locks
from graph.embedded.engine import Engine
from graph.ontology import ontology
from graph.schema import arcadedb_statements

# how long the engine stays up without a client, in seconds
IDLE_SECONDS = float(os.environ.get("GREENROOM_ENGINE_IDLE", "60"))
_TICK = 0.5


def serve(folder: Path) -> int:
    """Serve `folder` until idle or told to end; at once 0 if another engine serves it already."""
    owner = locks.open_lock(folder / locks.ENGINE)
    if not locks.try_lock(owner):
        return 0
    (folder / address.NAME).unlink(missing_ok=True)
    os.ftruncate(owner, 0)
    os.write(owner, str(os.getpid()).encode())
    ending = threading.Event()

    def end(signum: int, frame: FrameType | None) -> None:
        ending.set()

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is meant for the client
    engine = Engine(folder, arcadedb_statements(ontology()))
    address.write(folder, engine.address)
    _until_idle(folder, ending)
    (folder / address.NAME).unlink(missing_ok=True)
    engine.stop()
    return 0


def _until_idle(folder: Path, ending: threading.Event) -> None:
    """Return when told to, or when nobody has held the clients' lock for IDLE_SECONDS; then the lock stays taken.

    A client that comes in that very moment waits for the lock until this process is gone, and starts a new one.
    """
    clients = locks.open_lock(folder / locks.CLIENTS)
    last_used = time.monotonic()
    while not ending.wait(_TICK):
        if not locks.try_lock(clients):
            last_used = time.monotonic()
        elif time.monotonic() - last_used >= IDLE_SECONDS:
            return
        else:
            locks.unlock(clients)


if __name__ == "__main__":
    sys.exit(serve(Path(sys.argv[1])))
