"""Names by their words, so that the short forms of one are found without a look at all the others."""

from __future__ import annotations

from functools import lru_cache
from typing import Generic, TypeVar

from etl.transform.name_joins import name_tokens
from etl.transform.name_types import key_of

T = TypeVar("T")


@lru_cache(maxsize=4096)
def words_of_name(name: str) -> frozenset[str]:
    """The words under which a name is looked for: those of its key, those of a person's name, and the last parts of double names."""
    words = {*key_of(name).split(), *name_tokens(name)}
    return frozenset(words | {w.rpartition("-")[2] for w in words})


class Index(Generic[T]):
    """Values by the words of their names."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[int, T]] = {}
        self._order: dict[int, int] = {}  # by id of the value: when it was first taken up

    def add(self, name: str, value: T) -> None:
        """Take up `value` under each word of `name`."""
        self._order.setdefault(id(value), len(self._order))
        for word in words_of_name(name):
            self._by_word.setdefault(word, {})[id(value)] = value

    def with_word(self, word: str) -> list[T]:
        """The values with this word in one of their names, in order of their taking up."""
        return sorted(self._by_word.get(word, {}).values(), key=lambda v: self._order[id(v)])

    def like(self, name: str) -> list[T]:
        """The values that share the rarest word of `name`, in order of their taking up: all that it can be the short form of."""
        words = name_tokens(name) or tuple(key_of(name).split())
        return self.with_word(min(words, key=lambda w: len(self._by_word.get(w, ())))) if words else []
