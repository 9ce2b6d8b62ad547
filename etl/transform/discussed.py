"""What an article says was talked about, on an occasion that is told too loosely to be a record: topics of their own."""

from __future__ import annotations

from collections.abc import Iterable

from etl.transform.reading import Reading, Thing, content_words


def discussed(reading: Reading, known: Iterable[Thing | None]) -> list[Thing]:
    """The topics that the article tells of, in text order, unlike those `known` to take part in a fact."""
    taken = [content_words(t.name) for t in known if t is not None and t.type in ("Topic", "Audience")]
    out: list[Thing] = []
    for thing in reading.talked_about:
        words = content_words(thing.name)
        if words and not any(_alike(words, other) for other in taken):
            taken.append(words)
            out.append(thing)
    return out


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two descriptions share half of their words, or one holds the other."""
    return one <= other or other <= one or 2 * len(one & other) >= len(one | other)
