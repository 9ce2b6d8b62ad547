"""Fragments of HTML, as feeds, mails and services give them: their words as paragraphs, without markup, scripts and styles."""

from __future__ import annotations

import re
from html.parser import HTMLParser

_MARKUP = re.compile(r"</(?:p|div|li|h[1-6]|blockquote|a|strong|em|b|i|span|figure)\s*>|<(?:p|br|div|img|h[1-6])\b[^<>]*>", re.IGNORECASE)
_BLOCKS = frozenset(
    "address article aside blockquote body br dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav "
    "ol p pre section table td th tr ul".split()
)
_UNSEEN = frozenset("head script style noscript template svg button select textarea iframe object figcaption".split())
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())


def is_marked_up(text: str) -> bool:
    """Whether a text has tags of HTML in it."""
    return bool(_MARKUP.search(text))


def prose(fragment: str) -> str:
    """The words of a fragment, paragraphs set apart by empty lines."""
    parser = _Words()
    parser.feed(fragment)
    parser.close()
    return parser.text()


class _Words(HTMLParser):
    """Collects what is seen of a fragment."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._blocks: list[list[str]] = [[]]
        self._unseen: list[str] = []

    def text(self) -> str:
        lines = (" ".join("".join(words).split()) for words in self._blocks)
        return "\n\n".join(line for line in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        hidden = any(name == "hidden" or (name == "style" and _HIDDEN.search(value or "")) for name, value in attrs)
        if (self._unseen or tag in _UNSEEN or hidden) and tag not in _VOID:
            # Within what is hidden only its own kind is counted: other tags may never be closed.
            if not self._unseen or tag == self._unseen[0]:
                self._unseen.append(tag)
        elif tag in _BLOCKS:
            self._blocks.append([])

    def handle_endtag(self, tag: str) -> None:
        if self._unseen:
            if tag == self._unseen[0]:
                self._unseen.pop()
        elif tag in _BLOCKS:
            self._blocks.append([])

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._blocks[-1].append(data)
