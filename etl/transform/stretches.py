"""Stretches of the text with what belongs to them, findable by place: of a long text only what is near is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
_BIN = 200  # characters


class Stretches(Generic[T]):
    """Things with the characters `start:end` that they stand on."""

    def __init__(self) -> None:
        self._found: list[tuple[int, int, T]] = []
        self._bins: dict[int, list[int]] = {}

    def add(self, start: int, end: int, thing: T) -> None:
        """Take up a thing."""
        for place in range(start // _BIN, end // _BIN + 1):
            self._bins.setdefault(place, []).append(len(self._found))
        self._found.append((start, end, thing))

    def __iter__(self) -> Iterator[T]:
        return (thing for _, _, thing in self._found)

    def touching(self, start: int, end: int, *, within: int = 0) -> Iterator[tuple[int, int, T]]:
        """Those that share a character with `start:end`, or are fewer than `within` characters away, as they were taken up."""
        numbers = {n for place in range((start - within) // _BIN, (end + within) // _BIN + 1) for n in self._bins.get(place, ())}
        for n in sorted(numbers):
            s, e, thing = self._found[n]
            if s < end + within and start < e + within:
                yield s, e, thing
