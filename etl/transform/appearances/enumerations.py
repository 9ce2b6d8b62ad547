"""Several occasions told in one clause: one frame for each show, station or host that is enumerated."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Token

from etl.transform.appearances.frames import Frame
from etl.transform.appearances.items import NOUN, OUTLET, SHOW, Item, is_plural
from etl.transform.appearances.verbs import Verbs
from etl.transform.reading import Thing


class Enumerations(Verbs):
    """Tells one occasion from several."""

    def _split(self, members: list[Item]) -> list[list[Item]]:
        """One list for each occasion where shows or outlets are enumerated: "has been on A, B and C", "interviews with D and E"."""
        for sort in (SHOW, OUTLET):
            listed = [m for m in members if m.sort == sort]
            chained = [m for m in listed if m.token.dep_ == "conj" or any(c.dep_ == "conj" for c in m.token.children)]
            if len(listed) > 1 and len(chained) >= len(listed) - 1 and all(m.token.dep_ == "conj" for m in listed[1:]):
                rest = [m for m in members if m.sort != sort]
                return [[*rest, m] for m in listed]
            if sort == SHOW and len(listed) > 1 and all(self._enumerated(a.token, b.token) for a, b in pairwise(listed)):
                return self._with_outlets(listed, members)
        return [members]

    def _enumerated(self, one: Token, two: Token) -> bool:
        """Whether only names, prepositions, commas and "and" stand between two shows: "The View on ABC, Stern's show on SiriusXM and …"."""
        between = one.doc[one.i + 1 : two.left_edge.i] if two.left_edge.i > one.i else one.doc[one.i + 1 : two.i]
        return any(t.text in ",;" or t.lower_ in ("and", "or") for t in between) and not any(
            t.pos_ in ("VERB", "AUX", "SCONJ") for t in between
        )

    def _with_outlets(self, shows: list[Item], members: list[Item]) -> list[list[Item]]:
        """The shows one by one, each with the outlets that stand before the next."""
        out = []
        for n, show in enumerate(shows):
            end = shows[n + 1].token.i if n + 1 < len(shows) else 1 << 30
            out.append(
                [m for m in members if m is show or (m.sort != SHOW and not (m.sort == OUTLET and not show.token.i < m.token.i < end))]
            )
        return out

    def _each(self, frame: Frame, members: list[Item]) -> list[Frame]:
        """One frame for each host where the noun is in the plural: "interviews with Lowe and Bright"."""
        several = frame.rule == "appearances.received" and len(frame.platforms) > 1 and not frame.hosts and frame.show is None
        if several:
            return [replace(frame, platforms=[p], guests=list(frame.guests), kinds=list(frame.kinds), topics=[], evidence=[], slot_evidence={})
                    for p in frame.platforms]  # fmt: skip
        enumerated = frame.rule == "appearances.alone" and len(frame.hosts) > 1 and self._apart(frame.hosts)
        if len(frame.hosts) < 2 or not (enumerated or any(m.sort == NOUN and is_plural(m.token) for m in members)):
            return [frame]
        return [replace(frame, hosts=[h], guests=list(frame.guests), platforms=list(frame.platforms), kinds=list(frame.kinds), topics=[], evidence=[],
                        slot_evidence={}) for h in frame.hosts]  # fmt: skip

    def _apart(self, hosts: list[Thing]) -> bool:
        """Whether all are known hosts, and no two of the same show: then each was met for himself."""
        shows = [{id(s) for s in self.known.shows_of(h)} for h in hosts]
        return all(self.known.hosts_anything(h) for h in hosts) and not any(a & b for n, a in enumerate(shows) for b in shows[:n])
