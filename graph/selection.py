"""A selection: which occasions and relations a reader wants to see, by who, where, before whom, when, of what kind and how sure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.subgraph.appearances import Occasion

End = tuple[str, str]
"""Label and name of a node."""

LABELS = {"people": ("Person", "Organization"), "platforms": ("Platform", "Outlet"), "shows": ("Show",), "audiences": ("Audience",)}
"""The labels that each field of names speaks of."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is wanted; an empty field wants everything.

    Attributes:
        people: names of persons or organizations that take part.
        platforms: names of platforms or outlets.
        shows: names of shows.
        audiences: descriptions of audiences; an occasion is before those of its show, its platforms and its hosts.
        types: kinds of appearance (`podcast`) and relation types (`OWNS`).
        since: ISO day, included; occasions count by when they happened, relations by when they were told of.
        until: ISO day, included.
        sure: least confidence of the best evidence, 0 to 1.
    """

    people: tuple[str, ...] = ()
    platforms: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    sure: float = 0.0

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Selection()

    def takes(self, occasion: Occasion) -> bool:
        """Whether an occasion is wanted."""
        return (
            (not self.types or occasion.kind in self.types)
            and (occasion.confidence or 0.0) >= self.sure
            and self._within(occasion.date, occasion.date)
            and _meets(self.people, (*occasion.guests, *occasion.hosts))
            and _meets(self.platforms, occasion.platforms)
            and _meets(self.shows, occasion.shows)
            and _meets(self.audiences, occasion.audiences)
        )

    def takes_relation(self, type_: str, ends: Iterable[End], confidence: float | None, first: str | None, last: str | None) -> bool:
        """Whether a relation is wanted: it must touch each field of names that is not empty.

        Args:
            type_: its type.
            ends: label and name of both its ends.
            confidence: of its best evidence; None counts as none.
            first: ISO day of the first article that says so, None where that is not known.
            last: ISO day of the last.
        """
        return (not self.types or type_ in self.types) and self._touches(tuple(ends), confidence, first, last)

    def takes_saying(self, ends: Iterable[End], confidence: float | None, first: str | None, last: str | None) -> bool:
        """Whether a statement, motive or figure is wanted; none is where types are chosen, since it is of none of them."""
        return not self.types and self._touches(tuple(ends), confidence, first, last)

    def _touches(self, ends: tuple[End, ...], confidence: float | None, first: str | None, last: str | None) -> bool:
        return (
            (confidence or 0.0) >= self.sure
            and self._within(first, last)
            and all(_meets(getattr(self, field), [n for label, n in ends if label in labels]) for field, labels in LABELS.items())
        )

    def _within(self, first: str | None, last: str | None) -> bool:
        if not self.since and not self.until:
            return True
        if not first or not last:
            return False
        # A month or year overlaps a span of days from its first day to its last; "-" sorts before all digits, "~" after.
        return (not self.since or f"{last}~" >= self.since) and (not self.until or first <= self.until)


def _meets(wanted: tuple[str, ...], names: Iterable[str]) -> bool:
    if not wanted:
        return True
    folded = {w.casefold() for w in wanted}
    return any(n.casefold() in folded for n in names)
