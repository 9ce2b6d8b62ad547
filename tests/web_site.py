"""A web server on this machine whose answers a test puts together."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Callable

Answer = tuple[int, dict[str, str], bytes]


class Site:
    """A server whose answers a test puts together: by path what it says, and what it was asked."""

    def __init__(self) -> None:
        self.says: dict[str, Answer | Callable[[http.server.BaseHTTPRequestHandler], Answer]] = {}
        self.asked: list[tuple[str, str]] = []
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                said = site.says.get(self.path, (404, {}, b"none"))
                status, headers, data = said(self) if callable(said) else said
                if headers.get("ETag") and self.headers["If-None-Match"] == headers["ETag"]:
                    status, data = 304, b""
                site.asked.append((self.path, str(status)))
                self.send_response(status)
                for name, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(data)), **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, format: str, *args: object) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, args=(0.02,), daemon=True).start()

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]
