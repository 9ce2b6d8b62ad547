"""ArcadeDB itself: the server inside this process, bound to 127.0.0.1, with a writing and a read-only user."""

from __future__ import annotations

import base64
import json
import os
import secrets
import socket
import urllib.request
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from graph.embedded.address import Address
from graph.embedded.names import DATABASE, READER_USER, WRITER_USER

_HOST = "127.0.0.1"
_PLUGIN = "Bolt:com.arcadedb.bolt.BoltProtocolPlugin"
_ALL = ["createRecord", "readRecord", "updateRecord", "deleteRecord"]
_USERS = "server-users.jsonl"


def _groups() -> dict[str, Any]:
    """Rights by group: `reader` may read records and nothing else.

    The engine's `resultSetLimit` is left alone: it does not cut off the rows of an answer but the records that a query
    gets to see, so that sorting and counting would go wrong without a word. The row cap is the client's.
    """

    def group(access: list[str], types: list[str]) -> dict[str, Any]:
        return {"resultSetLimit": -1, "readTimeout": -1, "access": access, "types": {"*": {"access": types}}}

    groups = {
        "admin": group(["updateSecurity", "updateSchema", "updateDatabaseSettings"], _ALL),
        READER_USER: group([], ["readRecord"]),
        "*": group([], []),
    }
    return {"databases": {"*": {"groups": groups}}, "version": 2}


def _free_ports(count: int) -> list[int]:
    """Ports on 127.0.0.1 that were free a moment ago."""
    sockets = [socket.socket() for _ in range(count)]
    try:
        for s in sockets:
            s.bind((_HOST, 0))
        return [s.getsockname()[1] for s in sockets]
    finally:
        for s in sockets:
            s.close()


class Engine:
    """A running ArcadeDB over one folder; `address` tells clients how to reach it.

    Passwords are made anew at each start: nothing that was read from an old `engine.json` opens a later engine.
    """

    def __init__(self, folder: Path, schema: Iterable[str]) -> None:
        """Start the server over `folder` and run the `schema` statements (ArcadeDB's SQL) that bring it up to date."""
        config = folder / "config"
        config.mkdir(mode=0o700, exist_ok=True)
        (config / _USERS).unlink(missing_ok=True)
        (config / "server-groups.json").write_text(json.dumps(_groups(), indent=1), encoding="utf-8")
        os.environ["ARCADEDB_LOG_DIR"] = str(folder / "log")
        os.environ["ARCADEDB_LOG_CONSOLE"] = "0"
        # a query that collects without end is to fail before the machine does
        os.environ.setdefault("ARCADEDB_NATIVE_ISOLATE_ARGS", "-XX:MaximumHeapSizePercent=25")
        import arcadedb  # type: ignore[import-untyped]  # loads a library of 100 MB, and reads the settings above

        password, reader_password = secrets.token_urlsafe(24), secrets.token_urlsafe(24)
        port, http_port = _free_ports(2)
        self._server = arcadedb.create_server(
            root_path=str(folder),
            root_password=password,
            config={
                # in production mode the engine hides from its users what is wrong with their query
                "mode": "development",
                "host": _HOST,
                "http_port": http_port,
                "server_plugins": _PLUGIN,
                "bolt_host": _HOST,
                "bolt_port": port,
                "bolt_defaultDatabase": DATABASE,
                "opencypher_loadCsv_allowFileUrls": False,
                "opencypher_loadCsv_allowRemoteUrls": False,
                "queryMaxRangeSize": 1_000_000,
            },
        )
        self._server.start()
        database = self._server.create_database(DATABASE)
        for statement in schema:
            database.command("sql", statement)
        _create_user(http_port, password, READER_USER, reader_password)
        self.address = Address(os.getpid(), port, password, reader_password)

    def stop(self) -> None:
        """Finish what is being written, and close."""
        self._server.stop()


def _create_user(http_port: int, root_password: str, name: str, password: str) -> None:
    """Make a user who belongs to the group of the same name; the engine offers this over HTTP only."""
    user = {"name": name, "password": password, "databases": {DATABASE: [name]}}
    body = json.dumps({"command": f"create user {json.dumps(user)}"}).encode()
    credentials = base64.b64encode(f"{WRITER_USER}:{root_password}".encode()).decode()
    headers = {"Authorization": f"Basic {credentials}", "Content-Type": "application/json"}
    request = urllib.request.Request(f"http://{_HOST}:{http_port}/api/v1/server", body, headers)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request, timeout=30) as response:
        response.read()
