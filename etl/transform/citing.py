"""Which sentences tell what fills each slot of an occasion: those of the occasion, and where these do not name it the nearest one that does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from etl.transform.drafts import AppearanceDraft
from etl.transform.reading import Reading, Thing
from graph.records import Span

SLOTS = ("guests", "hosts", "show", "platforms", "place", "topics")


class Citing:
    """Finds the sentences of one article.

    Args:
        reading: the article.
    """

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._mentions: dict[int, list[int]] = {}  # by the identity of a thing where it is mentioned, in order

    def of(self, draft: AppearanceDraft) -> dict[str, tuple[Span, ...]]:
        """By slot what tells it, where that is not just what tells the occasion."""
        found = {slot: {*spans} for slot, spans in draft.slot_evidence.items() if spans}
        for slot in SLOTS:
            value = getattr(draft, slot)
            things: Sequence[Thing] = value if isinstance(value, list) else [value] if value is not None else []
            apart = {span for thing in things if (span := self._apart(thing, draft.evidence)) is not None}
            if apart:
                found[slot] = found.get(slot, {*draft.evidence}) | apart
        return {slot: tuple(sorted(spans)) for slot, spans in sorted(found.items())}

    def _apart(self, thing: Thing, evidence: Sequence[Span]) -> Span | None:
        """The sentence nearest to the evidence that mentions the thing; None where the evidence does, or nothing."""
        if id(thing) not in self._mentions:
            self._mentions[id(thing)] = sorted(m.start for m in thing.mentions)
        starts = self._mentions[id(thing)]
        nearest: tuple[int, int] | None = None  # how far away, and where
        for start, end in evidence:
            n = bisect_left(starts, start)
            if n < len(starts) and starts[n] < end:
                return None
            for at in starts[max(0, n - 1) : n + 1]:
                away = start - at if at < start else at - end
                nearest = min(nearest or (away, at), (away, at))
        return self._reading.sentence_span(nearest[1]) if nearest is not None else None
