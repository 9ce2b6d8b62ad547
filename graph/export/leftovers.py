"""What an export that was killed leaves in its target: a hidden folder, which the next export there takes away."""

from __future__ import annotations

import os
import re
import shutil
import socket
from pathlib import Path


def prefix() -> str:
    """How the folder of an export of this process begins: it names the machine, since a target may be shared, and the process."""
    return f".greenroom-{_machine()}-{os.getpid()}-"


def sweep(folder: Path) -> None:
    """Take away what exports of processes of this machine that are no more have left in `folder`.

    Raises:
        OSError: `folder` cannot be read.
    """
    ours = re.compile(re.escape(f".greenroom-{_machine()}-") + r"(\d+)-\w+")
    for path in sorted(folder.iterdir()):
        name = ours.fullmatch(path.name)
        if name and path.is_dir() and not path.is_symlink() and not _lives(int(name[1])):
            # Another export may do the same at this moment.
            shutil.rmtree(path, ignore_errors=True)


def _machine() -> str:
    return re.sub(r"[^\w.]+", "_", socket.gethostname())


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        # It is there and somebody else's.
        return True
    return True
