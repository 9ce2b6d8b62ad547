"""Rejects: why one article was left out while the run went on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Every reason for leaving an article out; the value is what the user reads."""

    EMPTY = "empty"
    BINARY = "binary"
    TOO_LARGE = "too large"
    ENCODING = "wrong encoding"
    FRONT_MATTER = "broken front matter"
    BROKEN = "broken file"
    NO_TEXT = "no text"
    LANGUAGE = "not in English"
    PAYWALL = "behind a paywall"
    PROTECTED = "protected by a password"
    DATE_UNREADABLE = "unreadable date"
    DATE_FUTURE = "date in the future"
    DUPLICATE = "duplicate"
    UNREADABLE = "cannot be read"
    REFUSED = "refused by its server"
    UNSUPPORTED = "unsupported kind of file"
    EXTRACTION = "extraction failed"


@dataclass(frozen=True, slots=True)
class Reject:
    """One article left out: the file (and record in it) as the user named it, the reason, and what exactly was wrong."""

    path: str
    reason: Reason
    detail: str = ""

    def __str__(self) -> str:
        """One line for the closing summary."""
        return f"{self.path}: {self.reason.value}" + (f": {self.detail}" if self.detail else "")


class Unfit(Exception):
    """Raised inside a reader to leave the article at hand out; `read` of `etl.extract` turns it into a `Reject`."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        """Args: reason: why; detail: what exactly was wrong, in a few words."""
        super().__init__(f"{reason.value}: {detail}")
        self.reason = reason
        self.detail = detail
