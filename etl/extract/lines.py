"""Lines as a page or a mail breaks them, joined into the paragraphs that they are parts of."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SENTENCE_END = re.compile(r"[.!?:][”\"’')\]]*$")
_HYPHEN = re.compile(r"(?<=[a-z]{2})-$")
_ITEM = re.compile(r"(?:[-*•–]|\(?\d{1,2}[.)])\s")
_FULL = 0.8
"""A line as long as this share of the longest usual one goes on in the next."""

_UNBROKEN = 180
"""Characters of a usual line where lines are not broken at a margin: each is a paragraph."""


def paragraphs(lines: Sequence[str], *, hyphens: bool = False) -> list[str]:
    """The paragraphs of broken lines.

    An empty line ends a paragraph; so does a line that ends a sentence and stops short of the margin, or one that is short by far, such as
    a headline.

    Args:
        lines: without their breaks.
        hyphens: whether words are divided at the ends of lines, as in print.
    """
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    margin = lengths[min(len(lengths) - 1, int(len(lengths) * 0.9))] if lengths else 0
    if margin > _UNBROKEN:
        return [line.strip() for line in lines if line.strip()]
    found: list[str] = []
    open_ = ""
    last = ""
    for line in (line.strip() for line in lines):
        short = len(last) < _FULL * margin
        ends = not line or _ITEM.match(line) or (short and (_SENTENCE_END.search(last) or not line[:1].islower()))
        if open_ and ends:
            found.append(open_)
            open_ = ""
        if line:
            open_ = _joined(open_, line, hyphens) if open_ else line
        last = line
    return [*found, open_] if open_ else found


def _joined(first: str, second: str, hyphens: bool) -> str:
    if hyphens and _HYPHEN.search(first) and second[:1].islower():
        return first[:-1] + second
    return f"{first}{second}" if first.endswith("-") and second[:1].isalpha() else f"{first} {second}"
