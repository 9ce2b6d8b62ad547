"""An index of regular expressions: from a text the few of many patterns that can match in it at all.

Each pattern is read once for letters without which it cannot match ("host" in `(?:co-)?host(?:s|ed)? of`), and filed under runs of four
of them, or of three, the rarest; a text's own runs then look the patterns up, and whatever else each of them needs must be there, too. After Russ Cox, "Regular Expression Matching with a Trigram Index" (2012),
turned round: there patterns look for texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import prod
from re import _constants as ops  # type: ignore[attr-defined]  # the standard library's own reader of patterns, the same in 3.11 to 3.14
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

LENGTH = 4
# Of 100 characters of English prose about so many are these; others are rare.
SHARES = {
    c: share / 100
    for c, share in zip(
        " etaoinshrdlcumwfgypbvkjxqz",
        (
            17,
            10.2,
            7.5,
            6.6,
            6.2,
            5.7,
            5.7,
            5.3,
            4.9,
            4.9,
            3.3,
            3.3,
            2.3,
            2.2,
            2,
            1.9,
            1.8,
            1.6,
            1.6,
            1.5,
            1.3,
            0.8,
            0.6,
            0.1,
            0.1,
            0.1,
            0.1,
        ),
        strict=True,
    )
}
VARIANTS = 8  # of a run with `[Hh]` in it; with more it ends before the set
REPEATS = frozenset({ops.MAX_REPEAT, ops.MIN_REPEAT, ops.POSSESSIVE_REPEAT})
WIDTHLESS = frozenset({ops.AT, ops.ASSERT, ops.ASSERT_NOT})


def _chance(run: str) -> float:
    """About how likely the characters of `run` are in English, were they drawn one by one."""
    return prod(SHARES.get(c.lower(), 0.005) for c in run)


def _run(text: str) -> str | None:
    """The least likely run of `text`, all of which a match has: itself if it is one letter short, None where it is too short for that."""
    if len(text) == LENGTH - 1:
        return text
    return min((text[i : i + LENGTH] for i in range(len(text) - LENGTH + 1)), key=_chance, default=None)


@lru_cache(maxsize=100)
def _runs(text: str) -> frozenset[str]:
    """All runs of `text`; the same paragraphs are looked at by several indexes."""
    return frozenset(text[i : i + length] for length in (LENGTH - 1, LENGTH) for i in range(len(text) - length + 1))


def _likeliness(runs: frozenset[str]) -> tuple[float, list[str]]:
    return sum(map(_chance, sorted(runs))), sorted(runs)


def needed(pattern: Iterable[tuple[Any, Any]]) -> list[frozenset[str]]:
    """Sets of runs of `LENGTH` characters or one less: every match of the parsed `pattern` has at least one run of each, the first is the rarest."""
    found: list[frozenset[str]] = []
    variants = [""]

    def end() -> None:
        runs = [_run(v) for v in variants]
        if all(runs):
            found.append(frozenset(r for r in runs if r))
        variants[:] = [""]

    for op, what in pattern:
        if op is ops.LITERAL:
            variants[:] = [v + chr(what) for v in variants]
            continue
        if op in WIDTHLESS:
            continue
        if op is ops.IN and all(kind is ops.LITERAL for kind, _ in what) and len(variants) * len(what) <= VARIANTS:
            variants[:] = [v + chr(code) for v in variants for _, code in what]
            continue
        end()
        if op is ops.SUBPATTERN:
            found += [] if what[1] & re.IGNORECASE else needed(what[3])
        elif op is ops.ATOMIC_GROUP:
            found += needed(what)
        elif op in REPEATS and what[0] > 0:
            found += needed(what[2])
        elif op is ops.BRANCH:
            each = [needed(branch) for branch in what[1]]
            if all(each):
                found.append(frozenset().union(*(sets[0] for sets in each)))
    end()
    return sorted(found, key=_likeliness)


class PatternIndex:
    """Which of `patterns` may match in a text.

    Args:
        patterns: in the order in which they are to be tried; one that ignores case is always tried.
    """

    def __init__(self, patterns: Sequence[re.Pattern[str]]) -> None:
        self._always: list[int] = []
        self._by_run: dict[str, list[int]] = {}
        self._further: list[list[frozenset[str]]] = []  # what else each pattern needs
        for n, pattern in enumerate(patterns):
            sets = [] if pattern.flags & re.IGNORECASE else needed(parser.parse(pattern.pattern, pattern.flags))
            if not sets:
                self._always.append(n)
            for run in sets[0] if sets else ():
                self._by_run.setdefault(run, []).append(n)
            self._further.append(sets[1:])

    def candidates(self, text: str) -> list[int]:
        """The places in `patterns` of those that may match somewhere in `text`, in order; the others cannot."""
        found = set(self._always)
        there = _runs(text)
        for run in there & self._by_run.keys():
            found.update(self._by_run[run])
        return sorted(n for n in found if not any(map(there.isdisjoint, self._further[n])))
