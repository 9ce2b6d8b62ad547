"""The neo4j driver, imported without what it would only need to take data frames as parameters.

The driver imports numpy, pandas and pyarrow wherever they are installed. That costs more than a second of computing at each start of the
command line, and we hand it no frames. Whatever is loaded already (as in the explorer) it finds as usual.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast


@contextmanager
def _without(*names: str) -> Iterator[None]:
    """Let modules that are not loaded yet seem not to be installed."""
    absent = [name for name in names if name not in sys.modules]
    modules = cast(dict[str, object], sys.modules)
    modules.update(dict.fromkeys(absent))
    try:
        yield
    finally:
        for name in absent:
            del modules[name]


with _without("numpy", "pandas", "pyarrow"):
    import neo4j
    import neo4j.exceptions
    import neo4j.graph
    import neo4j.time

__all__ = ["neo4j", "open_driver"]


def open_driver(url: str, user: str, password: str) -> neo4j.Driver:
    """A driver for the address; it connects when it is first used."""
    return neo4j.GraphDatabase.driver(url, auth=(user, password), connection_timeout=10.0, connection_acquisition_timeout=30.0)
