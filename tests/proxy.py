"""A wire between a client and a store that tests can cut, at a byte or at the answer to a commit."""

from __future__ import annotations

import socket
import struct
import threading
from contextlib import suppress
from typing import Self

_COMMIT = b"\x00\x02\xb0\x12\x00\x00"
"""The message COMMIT of Bolt, in its chunk."""
_AT_ONCE = struct.pack("ii", 1, 0)


class Proxy:
    """Passes bytes on to a port of 127.0.0.1; `cuts` says how often it has cut."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._lock = threading.Lock()
        self._open: list[socket.socket] = []
        self._bytes_left: int | None = None
        self._for_good = False
        self._at_commit = False
        self._drop = False
        self._down = False
        self.cuts = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.cut(for_good=True)
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def cut(self, *, for_good: bool = False) -> None:
        """Break all connections at once, as if the cable were pulled; `for_good`: and take no more until `mend`."""
        with self._lock:
            self._down = self._down or for_good
            for end in self._open:
                with suppress(OSError):
                    end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                    end.shutdown(socket.SHUT_RDWR)
                end.close()
            self.cuts += bool(self._open)
            self._open.clear()

    def cut_after(self, count: int, *, for_good: bool = False) -> None:
        """Cut when the client has sent so many bytes more."""
        self._bytes_left = count
        self._for_good = for_good

    def cut_at_commit(self) -> None:
        """Let the next commit reach the store, and cut before its answer comes back."""
        self._at_commit = True

    def mend(self) -> None:
        """Take connections again."""
        self._down = False

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            if self._down:
                client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
                client.close()
                continue
            server = socket.create_connection(("127.0.0.1", self._target))
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with self._lock:
                self._open += [client, server]
            threading.Thread(target=self._up, args=(client, server), daemon=True).start()
            threading.Thread(target=self._back, args=(server, client), daemon=True).start()

    def _up(self, client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while data := client.recv(1 << 16):
                if self._bytes_left is not None:
                    self._bytes_left -= len(data)
                    if self._bytes_left < 0:
                        self._bytes_left = None
                        self.cut(for_good=self._for_good)
                        return
                if self._at_commit and _COMMIT in data:
                    self._at_commit, self._drop = False, True
                server.sendall(data)
        self._hang_up(server)

    def _back(self, server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while data := server.recv(1 << 16):
                if self._drop:
                    self._drop = False
                    self.cut()
                    return
                client.sendall(data)
        self._hang_up(client)

    @staticmethod
    def _hang_up(other: socket.socket) -> None:
        with suppress(OSError):
            other.shutdown(socket.SHUT_RDWR)
