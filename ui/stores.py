"""Stores as the command line opens them: to read from one that is not there is a mistake, and a password that nobody has said is asked for."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from graph.errors import InputError
from graph.store import Login, Store
from graph.store.connection import DEFAULT_FOLDER


def address(url: str | None) -> str:
    """Where the store is: what --store says, else GREENROOM_STORE, else the folder `greenroom.db` here."""
    return url or os.environ.get("GREENROOM_STORE") or DEFAULT_FOLDER


def login(url: str | None, end: str = "") -> Login:
    """Who we are to the server at `url`: what the environment says, and a password typed where it says none.

    Args:
        url: a server's address; to a folder the login means nothing.
        end: `FROM` or `TO` where a command opens two stores: NEO4J_FROM_USERNAME and so on then go before NEO4J_USERNAME.
    """
    said = Login.of_environment(f"NEO4J_{end}_" if end else "NEO4J_")
    where = address(url)
    if "://" not in where or said.password is not None or not (sys.stdin.isatty() or sys.stderr.isatty()):
        return said
    from getpass import getpass

    return replace(said, password=getpass(f"Password of {said.user} at {where}: "))


def opened(url: str | None, *, end: str = "") -> Store:
    """The store, opened for writing; a folder that is not there yet is made.

    Raises:
        StoreUnavailable: nothing answers there.
        StoreVersion: another version of Greenroom has written it.
    """
    return Store.open(address(url), login=login(url, end))


def existing(url: str | None, *, end: str = "", read_only: bool = True, older: bool = False) -> Store:
    """The store, opened; see `Store.open`.

    Raises:
        InputError: it is a folder that does not exist.
        StoreUnavailable: nothing answers there.
        StoreVersion: another version of Greenroom has written it.
    """
    where = address(url)
    if "://" not in where and not Path(where).expanduser().is_dir():
        raise InputError(f"there is no store {where} yet: greenroom ingest makes one")
    return Store.open(where, login=login(where, end), read_only=read_only, older=older)
