"""Quotations: the stretches of an article that stand between quotation marks, curly, straight or single.

Only outermost quotations are given; one within another belongs to the words of the outer. All searches stay within a
paragraph and are linear in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPEN_CLOSE = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
BREAK = re.compile(r"\n\s*")
UNCLOSED, SLIP = -1, -2
DEEPEST = 3  # quotations within quotations, at most: bounds the search
BEFORE_OPENING = frozenset("([{—–-*_“‘\"'/…>«:")
# Words that begin with an apostrophe: 'tis no opening mark. Decades ('90s) are told by their digit.
CLIPPED = re.compile(r"(?:tis|twas|twere|til|till|em|cause|bout|round|n|cos|coz|ere|twill|neath|gainst|nuff)\b|\d\ds?\b", re.I)


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation: `start:end` with its marks, `inner_start:inner_end` without them (code points).

    `closed` is false where the speech runs on into the next paragraph, which then begins with a mark of its own.
    """

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
    if after.isspace() or not (before.isspace() or before in BEFORE_OPENING):
        return False
    return text[at] not in "‘'" or not CLIPPED.match(text, at + 1)


def _closes(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isspace() and not after.isalnum()


def _double_close(text: str, at: int, end: int) -> int:
    """Where the quotation opened by a double mark at `at` closes; marks within it are paired off.

    UNCLOSED where nothing after it closes, SLIP where another quotation opens first (then this mark is a slip).
    """
    opening, closing = text[at], OPEN_CLOSE[text[at]]
    depth, first, reopened = 1, -1, False
    for i in range(at + 1, end):
        if text[i] == opening and _opens(text, i):
            depth += 1
            reopened = reopened or first < 0
            if depth > DEEPEST:
                return SLIP
        elif text[i] in closing and _closes(text, i):
            depth -= 1
            first = i if first < 0 else first
            if not depth:
                return i
    if reopened:
        return SLIP
    return first if first >= 0 else UNCLOSED


def _single_close(text: str, at: int, end: int) -> int:
    """Where the quotation opened by a single mark at `at` closes, else UNCLOSED: apostrophes within words do not close it.

    A mark after an s may be a possessive ("the dogs' owner"): it closes only where no other does before the next opening.
    """
    opening, closing = text[at], OPEN_CLOSE[text[at]]
    possessive = UNCLOSED
    for i in range(at + 1, end):
        if text[i] == opening and opening != closing and _opens(text, i):
            break
        if text[i] in closing and _closes(text, i):
            if text[i - 1] not in "sS" or text[i + 1 : i + 2] in tuple(".,;:!?)") or text[i - 2 : i - 1] in tuple(".,!?"):
                return i
            possessive = i if possessive < 0 else possessive
    return possessive


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for m in BREAK.finditer(text):
        yield start, m.start()
        start = m.end()
    yield start, len(text)


def quotes(text: str) -> tuple[Quote, ...]:
    """The outermost quotations of `text`, in order."""
    out: list[Quote] = []
    spans = list(_paragraphs(text))
    for n, (start, end) in enumerate(spans):
        following = text[spans[n + 1][0]] if n + 1 < len(spans) and spans[n + 1][0] < len(text) else ""
        failed: set[str] = set()
        i = start
        while i < end:
            mark = text[i]
            if mark in OPEN_CLOSE and mark not in failed and _opens(text, i):
                j = (_single_close if mark in "‘'" else _double_close)(text, i, end)
                if j > i + 1:
                    out.append(Quote(i, j + 1, i + 1, j))
                    i = j
                elif j == UNCLOSED:
                    failed.add(mark)  # nothing after here closes either: do not search again
                    if mark == following or mark == "“":
                        out.append(Quote(i, end, i + 1, end, closed=False))
                        i = end
            i += 1
    return tuple(out)
