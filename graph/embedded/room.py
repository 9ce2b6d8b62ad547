"""Whether the disk under a store has room left: tried, because quotas and limits do not show in what the file system says is free."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

_BYTES = 4 << 20
"""Room that a transaction needs at most, more or less."""
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def is_full(folder: Path) -> bool:
    """Whether so much cannot be written into the folder."""
    try:
        with tempfile.TemporaryFile(dir=folder, prefix="room-") as file:
            file.write(bytes(_BYTES))
            file.flush()
            os.fsync(file.fileno())
    except OSError as err:
        return err.errno in _FULL
    return False


def full(folder: Path | str) -> str:
    """What to tell when it is."""
    return f"the disk that holds {folder} is full: make room there, then do the same again; what was loaded stays"
