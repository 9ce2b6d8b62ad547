"""The explorer's server: Streamlit in a process of its own, bound to this machine unless told otherwise."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
import webbrowser
from collections.abc import Mapping
from pathlib import Path
from types import FrameType

from graph.errors import GreenroomError, InputError

APP = Path(__file__).resolve().parent.parent / "app.py"
LOOPBACK = "127.0.0.1"
_EVERY = ("0.0.0.0", "")
START_SECONDS = 90.0
"""How long the server may take until it answers."""


def serve(port: int, store: str, login: Mapping[str, str], *, host: str = LOOPBACK, browser: bool) -> int:
    """Run the explorer until Ctrl-C or SIGTERM; returns the exit status.

    Args:
        port: on this machine.
        store: folder or URL, handed to the explorer as GREENROOM_STORE.
        login: variables that say who we are to a server.
        host: the address to listen on; whoever reaches it can read and change the store.
        browser: whether to open one.

    Raises:
        InputError: the port is in use, or may not be used.
        GreenroomError: the server ended, or did not answer in time.
    """
    _free(host, port)
    if host != LOOPBACK:
        print(f"greenroom: whoever reaches {host}:{port} can read and change the store", file=sys.stderr)
    signal.signal(signal.SIGTERM, _stop)
    address = f"http://localhost:{port}"
    process = _start(host, port, store, login)
    try:
        _wait(process, host, port)
        print(f"Greenroom explorer: {address}", flush=True)
        if browser:
            webbrowser.open(address)
        process.wait()
    except KeyboardInterrupt:
        return 0
    finally:
        _end(process)
    raise GreenroomError(f"the explorer ended with status {process.returncode}")


def _free(host: str, port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError as err:
            raise InputError(f"port {port} may only be used by root: choose another with --port") from err
        except socket.gaierror as err:
            raise InputError(f"{host} is no address of this machine") from err
        except OSError as err:
            raise InputError(f"port {port} is in use: stop what uses it, or choose another with --port") from err


def _start(host: str, port: int, store: str, login: Mapping[str, str]) -> subprocess.Popen[bytes]:
    settings = {
        "server.port": str(port),
        "server.address": host,
        # else Streamlit asks the Internet for the address of this machine
        "browser.serverAddress": "localhost" if host in (LOOPBACK, *_EVERY) else host,
        "server.headless": "true",
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    options = [f"--{name}={value}" for name, value in settings.items()]
    # Its greeting on standard output would be a second address to read; errors stay visible.
    return subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", str(APP), *options],
        # Its settings lie beside app.py, and it looks for them where it is started.
        cwd=APP.parent,
        env={**os.environ, **login, "GREENROOM_STORE": store},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )


def _wait(process: subprocess.Popen[bytes], host: str, port: int) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise GreenroomError(f"the explorer could not be started (status {process.returncode})")
        if _healthy(LOOPBACK if host in _EVERY else host, port):
            return
        time.sleep(0.2)
    raise GreenroomError(f"the explorer did not answer within {START_SECONDS:.0f} seconds")


def _healthy(host: str, port: int) -> bool:
    # http.client, because urllib would ask a proxy named in the environment.
    connection = http.client.HTTPConnection(host, port, timeout=2)
    try:
        connection.request("GET", "/_stcore/health")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _end(process: subprocess.Popen[bytes]) -> None:
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _stop(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt
