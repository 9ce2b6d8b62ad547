"""Where a running engine answers, and with which passwords: the file `engine.json`, readable by its owner only."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path

from graph.errors import StoreUnavailable

NAME = "engine.json"


@dataclass(frozen=True, slots=True)
class Address:
    """A running engine: its process id, its port on 127.0.0.1, the passwords of its two users."""

    pid: int
    port: int
    password: str = field(repr=False)
    reader_password: str = field(repr=False)

    @property
    def url(self) -> str:
        """The address for the driver."""
        return f"bolt://127.0.0.1:{self.port}"


def write(folder: Path, address: Address) -> None:
    """Put the address into the folder in one step, with mode 600."""
    path = folder / NAME
    temporary = folder / f"{NAME}.{os.getpid()}.tmp"
    temporary.unlink(missing_ok=True)
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(address), file)
    temporary.replace(path)


def read(folder: Path) -> Address:
    """The address that stands in the folder.

    Raises:
        StoreUnavailable: there is none, or it is damaged.
    """
    try:
        return Address(**json.loads((folder / NAME).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as err:
        raise StoreUnavailable(f"the engine of {folder} has not said where it answers") from err
