"""Where somebody is named around a stretch, as networks hear whose that is (`actor_hearing.py`, `relations/group_hearing.py`)."""

from __future__ import annotations

from bisect import bisect_left
from math import log1p

from etl.transform.hearing_inputs import Page, Words
from etl.transform.reading import Reading, Thing

AROUND, AROUND_FIRST = 3, 4  # words beside a mention, and beside the first
LEADING = 12  # words before the stretch that are looked at, back to the mention
FAR, OFTEN = 5.0, 3.0  # by what the logarithms of distances and of numbers of mentions are divided
NOWHERE = 200  # words to where nobody is named
REACH = 2000  # words from the stretch to a mention that is looked at, so that a long article needs no more than its length
PLACES, NUMBERS = 7, 6  # of somebody
Option = tuple[Thing, tuple[str, ...]]  # somebody whose a stretch may be, with the cues of that


class Mentions:
    """Tells where things are mentioned around stretches of an article.

    Args:
        reading: the article.
        page: its words.
    """

    def __init__(self, reading: Reading, page: Page) -> None:
        self._words, self._page = reading.words, page
        self._of: dict[int, list[Words]] = {}

    def around(self, stretch: Words, verb: int, thing: Thing) -> tuple[list[Words], list[float]]:
        """Where `thing` is named, as words, and how far away and how often.

        Args:
            stretch: the words whose it may be.
            verb: the number of the word that governs them.
            thing: whose they may be.

        Returns:
            The words around its last mention before the stretch, the first in it and the next behind it, the word above the nearest of these, the words around the first
            of all, the verb, and what stands between the last mention and the stretch; whether there are such mentions, and how far away and how many.
        """
        mentions, words = self.of(thing), self._words
        first, stop = stretch
        at, behind_at = bisect_left(mentions, (first, 0)), bisect_left(mentions, (stop, 0))
        near = [m if m is not None and abs(m[0] - first) < REACH else None for m in (
            mentions[at - 1] if at else None,
            mentions[at] if at < behind_at else None,
            mentions[behind_at] if behind_at < len(mentions) else None,
            mentions[0] if mentions else None,
        )]  # fmt: skip
        before, inside, behind, earliest = near
        nearest = before or inside or behind
        head = words[nearest[1] - 1].head.i if nearest is not None else 0
        back = first - before[1] if before is not None else NOWHERE
        ahead = behind[0] - stop if behind is not None else NOWHERE

        def beside(mention: Words | None, count: int) -> Words:
            return (0, 0) if mention is None else (max(0, mention[0] - count), min(len(words), mention[1] + count))

        places = [
            *(beside(mention, AROUND) for mention in (before, inside, behind)),
            (head, head + (nearest is not None)),
            beside(earliest, AROUND_FIRST),
            (verb, verb + 1),
            (max(before[1], first - LEADING), max(before[1], first)) if before is not None else (0, 0),
        ]
        far = [log1p(max(0, distance)) / FAR for distance in (back, ahead)]
        return places, [before is not None, inside is not None, behind is not None, *far, log1p(len(mentions)) / OFTEN]

    def of(self, thing: Thing) -> list[Words]:
        """Where `thing` is mentioned, as words, in order."""
        if id(thing) not in self._of:
            self._of[id(thing)] = sorted(self._page.words(m.start, m.end) for m in thing.mentions)
        return self._of[id(thing)]
