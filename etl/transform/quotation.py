"""Quotations: the stretches of an article that stand between quotation marks, curly, straight or single."""

from __future__ import annotations

import re
from dataclasses import dataclass

OPEN_CLOSE = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "'": "'"}
BREAK = re.compile(r"\n\s*")


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start:end` with its marks, `inner_start:inner_end` without them (code points)."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool = True

    def holds(self, position: int) -> bool:
        """Whether the character at `position` stands inside the marks."""
        return self.inner_start <= position < self.inner_end


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not after.isspace() and (before.isspace() or before in "([—–-*“‘\"'/…" or not at)


def _closes(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _close_of(text: str, at: int, mark: str, end: int) -> int:
    """Where the quotation that opens at `at` closes, or -1."""
    closing = OPEN_CLOSE[mark]
    for i in range(at + 1, end):
        if text[i] == closing and _closes(text, i):
            # A single mark after an s may be an apostrophe (“the dogs’ owner”): it closes only when no later one does.
            if closing in "’'" and text[i - 1] in "sS" and (j := _close_of(text, i, mark, end)) > 0 and mark not in text[i + 1 : j]:
                return j
            return i
    return -1


def quotes(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of `text`, in order; one that runs on into the next paragraph is not `closed`."""
    out: list[Quote] = []
    start = 0
    for end in [*(m.start() for m in BREAK.finditer(text)), len(text)]:
        i = start
        while i < end:
            mark = text[i]
            if mark in OPEN_CLOSE and _opens(text, i):
                j = _close_of(text, i, mark, end)
                if j > 0:
                    out.append(Quote(i, j + 1, i + 1, j))
                    i = j
                elif mark in "“":
                    out.append(Quote(i, end, i + 1, end, closed=False))
                    i = end
            i += 1
        start = end
    return tuple(out)
