"""Fragments of HTML, as feeds, mails and services give them: their words as paragraphs, without markup, scripts and styles.

The standard library's parser takes the square of what is hostile; this one reads each character once, and needs to know much less.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_MARKUP = re.compile(r"</(?:p|div|li|h[1-6]|blockquote|a|strong|em|b|i|span|figure)\s*>|<(?:p|br|div|img|h[1-6])\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>|<[!?/][^<>]*>")
_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav "
    "ol p pre section table td th tr ul".split()
)
_UNSEEN = frozenset("head script style noscript template svg button select textarea iframe object figcaption".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|\shidden(?=[\s/=]|$)", re.IGNORECASE)


def is_marked_up(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return bool(_MARKUP.search(text))


def prose(fragment: str) -> str:
    """The words of a fragment, paragraphs set apart by empty lines."""
    blocks: list[list[str]] = [[]]
    within = ""
    depth = 0
    for words, closing, tag, rest in _pieces(fragment):
        if words and not depth:
            blocks[-1].append(html.unescape(words))
        if depth:
            # Within what is hidden only its own kind is counted: other tags may never be closed.
            depth += (-1 if closing else 1) if tag == within else 0
        elif not closing and tag not in _VOID and (tag in _UNSEEN or _HIDDEN.search(rest)):
            within, depth = tag, 1
        elif tag in _BLOCKS:
            blocks.append([])
    lines = (" ".join("".join(words).split()) for words in blocks)
    return "\n\n".join(line for line in lines if line)


def _pieces(fragment: str) -> Iterator[tuple[str, bool, str, str]]:
    """The words before each tag, whether it closes, its name in lower case and the rest of it; comments are left out."""
    for part, text in enumerate(fragment.split("<!--")):
        seen = text if part == 0 else text.partition("-->")[2]
        at = 0
        for tag in _TAG.finditer(seen):
            yield seen[at : tag.start()], bool(tag[1]), (tag[2] or "").lower(), tag[3] or ""
            at = tag.end()
        yield seen[at:], False, "", ""
