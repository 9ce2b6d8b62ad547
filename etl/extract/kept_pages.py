"""Pages kept on the disk with what their servers said of their version, so that they are asked for again only where they may have changed."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from etl.extract.address import Answer

LIMIT = 500_000_000
"""Bytes that the kept pages may take; the oldest go first."""
DAYS = 30
"""Days after which a page that nobody asked for is dropped."""
_HEADERS = ("content-type", "etag", "last-modified")


@dataclass(frozen=True, slots=True)
class Kept:
    """A page as it was, and when it was asked for (seconds since 1970)."""

    answer: Answer
    at: float

    def conditions(self) -> dict[str, str]:
        """The headers of a request that wants the page only if it has changed."""
        said = self.answer.headers
        given = {"If-None-Match": said.get("etag", ""), "If-Modified-Since": said.get("last-modified", "")}
        return {name: value for name, value in given.items() if value}


def usual_folder() -> Path:
    """Where pages are kept: `$GREENROOM_CACHE`, else the folder for such things that the system has."""
    if own := os.environ.get("GREENROOM_CACHE"):
        return Path(own)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "greenroom" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "greenroom"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "greenroom"


class Pages:
    """The kept pages in a folder; what is broken or cannot be written there is as if it was not kept."""

    def __init__(self, folder: Path) -> None:
        """Args: folder: where they are; it is made when the first is kept."""
        self._folder = folder

    def get(self, url: str) -> Kept | None:
        """The page that is kept for an address; None if there is none."""
        try:
            head, _, data = self._place(url).read_bytes().partition(b"\n")
            said = json.loads(head)
            if said["asked"] != url:
                return None
            return Kept(Answer(said["url"], int(said["status"]), said["said"], said["headers"], data), float(said["at"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def put(self, url: str, answer: Answer) -> None:
        """Keep what a server says, in place of what it said before."""
        headers = {name: answer.headers[name] for name in _HEADERS if name in answer.headers}
        head = json.dumps(
            {"asked": url, "url": answer.url, "status": answer.status, "said": answer.said, "headers": headers, "at": time.time()}
        )
        place = self._place(url)
        try:
            place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.NamedTemporaryFile(dir=place.parent, suffix=".new", delete=False) as file:
                file.write(head.encode() + b"\n" + answer.data)
            os.replace(file.name, place)
        except OSError:
            return  # a full or closed disk costs a request, no article

    def prune(self) -> None:
        """Drop what is too old, and the oldest of what is too much."""
        found = []
        for path in self._folder.glob("??/*"):
            try:
                said = path.stat()
                found.append((said.st_mtime, said.st_size, path))
            except OSError:
                continue  # another run has dropped it
        left = sum(size for _, size, _ in found)
        for at, size, path in sorted(found):
            if left > LIMIT or at < time.time() - DAYS * 86_400:
                path.unlink(missing_ok=True)
                left -= size

    def _place(self, url: str) -> Path:
        digest = hashlib.sha256(url.encode(errors="replace")).hexdigest()
        return self._folder / digest[:2] / digest[2:]
