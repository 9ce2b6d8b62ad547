"""Stores as the command line opens them: to read from one that is not there is a mistake, not an empty graph."""

from __future__ import annotations

import os
from pathlib import Path

from graph.errors import InputError
from graph.store import Store
from graph.store.connection import DEFAULT_FOLDER


def address(url: str | None) -> str:
    """Where the store is: what --store says, else GREENROOM_STORE, else the folder `greenroom.db` here."""
    return url or os.environ.get("GREENROOM_STORE") or DEFAULT_FOLDER


def existing(url: str | None, *, read_only: bool = True) -> Store:
    """The store, opened; see `Store.open`.

    Raises:
        InputError: it is a folder that does not exist.
        StoreUnavailable: nothing answers there.
    """
    where = address(url)
    if "://" not in where and not Path(where).expanduser().is_dir():
        raise InputError(f"there is no store {where} yet: greenroom ingest makes one")
    return Store.open(where, read_only=read_only)
