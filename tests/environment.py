"""The environment of a process that a test interrupts."""

from __future__ import annotations

import os


def uncovered() -> dict[str, str]:
    """This process's environment without what makes coverage measure its children.

    A Ctrl-C that arrives while coverage holds its lock leaves the process waiting for that lock as it ends.
    """
    return {name: value for name, value in os.environ.items() if not name.startswith(("COV_CORE", "COVERAGE"))}
