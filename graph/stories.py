"""Stories: articles that are versions of one text, such as wire copy under another headline or an article that was brought up to date.

Recognised by MinHash (Broder 1997) over runs of four words: two articles are alike when at least THRESHOLD of the values of their signatures
are equal, which estimates the share of runs that they have in common, and one whole band of them is, by which versions are found without
comparing each two. What hangs together by that is one story, whatever the order in which its versions came.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from rensa import RMinHash

from graph.identity import digest

THRESHOLD = 0.75
"""Least share of equal values in the signatures of two versions."""
_VALUES = 64
_SEED = 20240813
_RUN = 4
_LEAST_WORDS = 20
_BANDS, _ROWS = 8, 4
_HEX = 8
_WORD = re.compile(r"[^\W_]+")


def signature(text: str) -> str:
    """The signature of a text: 64 values of 32 bits in hexadecimal; empty where it has fewer than twenty words."""
    words = _WORD.findall(text.casefold())
    if len(words) < _LEAST_WORDS:
        return ""
    sketch = RMinHash(num_perm=_VALUES, seed=_SEED)
    sketch.update(sorted({" ".join(words[n : n + _RUN]) for n in range(len(words) - _RUN + 1)}))
    return "".join(f"{value:08x}" for value in sketch.digest())


def alike(a: str, b: str) -> bool:
    """Whether two signatures are those of versions of one text."""
    if not a or not b or set(_parts(a)).isdisjoint(_parts(b)):
        return False
    equal = sum(a[n : n + _HEX] == b[n : n + _HEX] for n in range(0, _VALUES * _HEX, _HEX))
    return equal >= THRESHOLD * _VALUES


def bands(signature: str) -> tuple[str, ...]:
    """Keys of which two versions have one in common.

    Of texts of just the least likeness one pair in thirty-five has none and is not taken for versions, of 0.85 one in some thousands.
    """
    return tuple(digest("band", str(n), part) for n, part in _parts(signature))


def _parts(signature: str) -> tuple[tuple[int, str], ...]:
    """The bands of a signature with their numbers."""
    size = _ROWS * _HEX
    return tuple((n, signature[n * size : (n + 1) * size]) for n in range(_BANDS)) if signature else ()


class Shelf:
    """Articles by their signatures, findable by band, in time that grows with what is found."""

    def __init__(self, signatures: Mapping[str, str]) -> None:
        self._signatures = signatures
        self._by_part: dict[tuple[int, str], list[str]] = defaultdict(list)
        for article, found in signatures.items():
            for part in _parts(found):
                self._by_part[part].append(article)

    def like(self, signature: str) -> set[str]:
        """The articles with this signature or one like it."""
        near = {article for part in _parts(signature) for article in self._by_part.get(part, ())}
        return {article for article in near if alike(self._signatures[article], signature)}


def stories(signatures: Mapping[str, str], seeds: Iterable[str]) -> dict[str, str | None]:
    """By article the story that it belongs to, which bears the id of the first of its versions by their ids; None where it stands alone.

    Args:
        signatures: by article, of all articles that may hang together with the seeds.
        seeds: the articles asked for; those of the same story are in the answer, too.
    """
    out: dict[str, str | None] = {}
    shelf = Shelf(signatures)
    # versions of a text that many agencies copied have few signatures between them
    like: dict[str, set[str]] = {}
    for seed in sorted(seeds):
        if seed in out:
            continue
        found, waiting = {seed}, [seed]
        while waiting:
            told = signatures[waiting.pop()]
            if told not in like:
                like[told] = shelf.like(told)
                waiting += like[told] - found
                found |= like[told]
        out |= dict.fromkeys(found, min(found) if len(found) > 1 else None)
    return out
