"""Where an article tells of which occasions, and what speaks for each that something was talked about on it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from etl.transform.appearances import cues
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.topic_options import RULE, Option
from etl.transform.reading import Reading, Thing
from graph.records import Span

HERE, NEXT, NEAR, AWAY, FAR, NONE = "here", "1", "2-3", "4+", "far", "none"
"""How long ago the last occasion was told: in the same sentence, the one before, …; `NONE` where the article tells of none."""
MEMORY = 12  # sentences
FEW = 32  # occasions of which each is asked about each candidate; of more only those that are told near it
BREAK = re.compile("\n")


Owner = tuple[int | None, list[str]]


class Scene:
    """Where an article tells of which occasions.

    Args:
        reading: the article.
        records: its occasions.

    Attributes:
        told: by number of a sentence the occasions that it tells of: where, and their numbers.
        ruled: by the characters of a topic that the constructions give to occasions the numbers of these.
    """

    def __init__(self, reading: Reading, records: Sequence[Frame]) -> None:
        self._reading, self._records = reading, records
        self._starts = [s.start for s in reading.sentences]
        self._breaks = [m.start() for m in BREAK.finditer(reading.text)]
        self.told: dict[int, list[tuple[int, int]]] = {}
        self._places: list[list[int]] = []  # of each occasion the numbers of the sentences that tell of it
        self.ruled: dict[Span, list[int]] = {}
        for r, record in enumerate(records):
            first: dict[int, int] = {}
            for t in record.tokens:
                n = self.number(t.i)
                first[n] = min(first.get(n, t.idx), t.idx)
            for start, _ in record.evidence:
                first.setdefault(self.number(reading.token(start).i), start)
            for n, at in first.items():
                self.told.setdefault(n, []).append((at, r))
            self._places.append(sorted(first))
            for topic in record.topics:
                for m in topic.mentions:
                    self.ruled.setdefault((m.start, m.end), []).append(r)
        for there in self.told.values():
            there.sort()
        self._busiest = max((len(p) for p in self._places), default=0)
        self._people = {id(p) for record in records for p in (*record.guests, *record.hosts, record.show) if p is not None}

    def number(self, token: int) -> int:
        """The number of the sentence of the token of that number."""
        return bisect_right(self._starts, token) - 1

    def takes_part(self, thing: Thing) -> bool:
        """Whether `thing` is a guest, host or show of an occasion."""
        return id(thing) in self._people

    def _ago(self, n: int) -> int | None:
        return next((n - k for k in range(n, max(-1, n - MEMORY), -1) if k in self.told), None)

    def before(self, n: int) -> str:
        """How long before sentence `n` an occasion was told last."""
        if not self._records:
            return NONE
        ago = self._ago(n)
        return FAR if ago is None else HERE if ago == 0 else NEXT if ago == 1 else NEAR if ago < 4 else AWAY

    def owners(self, option: Option, lead: Option, subject: Thing | None) -> list[Owner]:
        """What speaks for and against each occasion, by its number, as that on which the candidate was talked about, and last for none.

        Args:
            option: the candidate.
            lead: the first item of its list, or itself.
            subject: whom its sentence is about.
        """
        n = self.number(option.first)
        ago = self._ago(n)
        told = self.told.get(n, [])
        speaker = self._reading.speaker(option.head.idx)
        out: list[Owner] = [(r, self._owner(r, n, ago, option, lead, subject, speaker)) for r in self._near(n, option)]
        none = ["none", f"none {self.before(n)}"]
        if option.kind == RULE:
            none.append("none ruled" if (option.start, option.end) in self.ruled else "none by rule")
        if any(("guest is subject" in mine or "host is subject" in mine) and "later" not in mine for _, mine in out):
            none.append("none, their subject")
        if speaker is not None:
            none.append("none, spoken")
        if told:
            none.append("none, told here")
        return [*out, (None, none)]

    def _near(self, n: int, option: Option) -> Sequence[int]:
        """The numbers of the occasions that come into question."""
        if len(self._records) <= FEW:
            return range(len(self._records))
        near = {r for k in range(n - MEMORY, n + 2) for _, r in self.told.get(k, ())[:FEW]}
        return sorted(near.union(self.ruled.get((option.start, option.end), ())[:FEW]))

    def _owner(
        self, r: int, n: int, ago: int | None, option: Option, lead: Option, subject: Thing | None, speaker: Thing | None
    ) -> list[str]:
        record = self._records[r]
        out = self._distance(r, n, ago, option)
        if subject is not None:
            if any(subject is p for p in record.guests):
                out.append("guest is subject")
            elif any(subject is p for p in (*record.hosts, record.show)):
                out.append("host is subject")
        if speaker is not None:
            guest, host = (any(speaker is p for p in people) for people in (record.guests, record.hosts))
            out.append("guest speaks" if guest else "host speaks" if host else "other speaks")
        if r in self.ruled.get((option.start, option.end), ()):
            out.append("ruled")
        elif lead is not option and r in self.ruled.get((lead.start, lead.end), ()):
            out.append("lead ruled")
        if len(self._records) > 1 and len(self._places[r]) == self._busiest:
            out += ("busiest", f"busiest & {'here' if not ago else 'near' if ago < 4 else 'far'}")
        if r == 0:
            out.append("first record")
        if record.status != cues.OCCURRED:
            out.append(record.status)
        if "post" in record.kinds:
            out.append("post")
        if len(self._records) == 1:
            out.append("only record")
        return out

    def _distance(self, r: int, n: int, ago: int | None, option: Option) -> list[str]:
        """Where the occasion is told."""
        told = self.told.get(n, [])
        if any(k == r for _, k in told):
            before = [k for at, k in told if at <= option.start]
            out = ["told here"]
            if before and before[-1] == r:
                out.append("last before")
            elif r in before:
                out.append("before")
            elif not before and told[0][1] == r:
                out.append("first after")
            return [*out, "only one here"] if len(told) == 1 else out
        places = self._places[r]
        k = bisect_right(places, n - 1)
        if not k:
            return ["later"]
        away = n - places[k - 1]
        out = [f"ago {away if away < 4 else '4-6' if away < 7 else '7+'}"]
        if away == ago:
            out.append("last told")
        since = self._reading.sentences[places[k - 1]].start_char
        if bisect_right(self._breaks, since - 1) == bisect_right(self._breaks, option.start - 1):
            out.append("same paragraph")
        return out
