"""Regular expressions that begin with a word, tried only where such a word stands.

An expression of a hundred alternatives that ignores case is tried by `re` at every word. Here it is read once for the letters with which its
matches can begin; an article's words are filed by their first letters, and the expression is tried where they agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from re import _constants as ops  # type: ignore[attr-defined]  # the standard library's own reader of patterns, the same in 3.11 to 3.14
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 4
"""So many letters at most of a word's beginning are told apart."""
APOSTROPHES = ("'", "’")
WORD = re.compile(r"\b[\w’']")
LIKE_ENGLISH = frozenset("ıſ\u212aİ")
"""Letters that are i, s or k to who ignores case."""


def heads(pattern: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """Beginnings of which every match of the parsed `pattern` has one; None where it may begin within a word or with another character."""
    if not pattern or pattern[0] != (ops.AT, ops.AT_BOUNDARY):
        return None
    found = frozenset(head for head, _ in _grown({""}, pattern[1:]))
    return found if all((head[:1].isalnum() or head[:1] in APOSTROPHES) and head.replace("’", "'").isascii() for head in found) else None


def _grown(begun: set[str], pattern: Sequence[tuple[Any, Any]]) -> set[tuple[str, bool]]:
    """Each of `begun` with what `pattern` may add to it, and whether what follows the pattern may add more."""
    open_, done = set(begun), set()
    for op, what in pattern:
        done |= {(head, False) for head in open_ if len(head) == LENGTH}
        open_ = {head for head in open_ if len(head) < LENGTH}
        if not open_:
            break
        if op in (ops.AT, ops.ASSERT, ops.ASSERT_NOT):
            continue
        if op is ops.LITERAL:
            open_ = {head + chr(what).lower() for head in open_}
            continue
        if op is ops.IN and all(kind is ops.LITERAL for kind, _ in what):
            open_ = {head + chr(code).lower() for head in open_ for _, code in what}
            continue
        if op is ops.SUBPATTERN:
            grown = _grown(open_, what[3])
        elif op is ops.BRANCH:
            grown = set().union(*(_grown(open_, branch) for branch in what[1]))
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            once = _grown(open_, what[2])
            # may come again: what it is followed by then is not looked at
            grown = once if what[1] == 1 else {(head, False) for head, _ in once}
            grown |= {(head, True) for head in open_ if what[0] == 0}
        else:
            grown = {(head, False) for head in open_}
        done |= {(head, False) for head, goes_on in grown if not goes_on}
        open_ = {head for head, goes_on in grown if goes_on}
    return done | {(head, True) for head in open_}


class WordStarts:
    """Where the words of a text begin, by their first letters."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_plain = LIKE_ENGLISH.isdisjoint(text)
        self._by_head: dict[str, list[int]] = {}
        low = text.lower()
        for found in WORD.finditer(text) if self.is_plain else ():
            at = found.start()
            self._by_head.setdefault(low[at : at + LENGTH], []).append(at)
        self._longer: dict[str, list[str]] = {}  # heads by their beginnings
        for head in self._by_head:
            for length in range(1, LENGTH):
                self._longer.setdefault(head[:length], []).append(head)
        self._places: dict[int, list[int]] = {}

    def places(self, opening: Opening) -> list[int]:
        """Where `opening` may begin, in order."""
        if (known := self._places.get(id(opening))) is None:
            mine = {longer for head in opening.heads or () for longer in self._longer.get(head, (head,))}
            known = self._places[id(opening)] = sorted(at for head in mine for at in self._by_head.get(head, ()))
        return known


@lru_cache(maxsize=1)
def word_starts(text: str) -> WordStarts:
    """Where the words of `text` begin: the article that is being read is looked at by several."""
    return WordStarts(text)


class Opening:
    """A regular expression that is tried only at words with which it can begin; one that may begin otherwise is tried everywhere.

    Args:
        pattern: the expression. Kept for good: what is known of it is filed under its identity.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.heads = heads(list(parser.parse(pattern.pattern, pattern.flags)))

    def finditer(self, starts: WordStarts, start: int, end: int) -> Iterator[re.Match[str]]:
        """As `pattern.finditer(starts.text, start, end)`."""
        if self.heads is None or not starts.is_plain:
            return self.pattern.finditer(starts.text, start, end)
        return self._tried(starts, start, end)

    def _tried(self, starts: WordStarts, start: int, end: int) -> Iterator[re.Match[str]]:
        places = starts.places(self)
        for n in range(bisect_left(places, start), bisect_left(places, end)):
            if places[n] >= start and (found := self.pattern.match(starts.text, places[n], end)):
                yield found
                start = found.end()

    def search(self, starts: WordStarts, start: int, end: int) -> re.Match[str] | None:
        """As `pattern.search(starts.text, start, end)`."""
        return next(self.finditer(starts, start, end), None)
