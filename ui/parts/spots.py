"""What one reaches and another does not: platforms, shows and audiences of people, from their appearances and from what articles state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.subgraph.appearances import Occasion, Tie

KINDS: Mapping[str, str] = {"Platform": "platforms", "Audience": "audiences", "Show": "shows"}
"""What can be reached, and the slot of an occasion that holds it."""
STATED = ("TARGETS", "HAS_AUDIENCE")
"""Relations that tie somebody to an audience without an occasion."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that rivals reach: what it is, who does, by which occasions, and which relations say so."""

    kind: str
    name: str
    rivals: tuple[str, ...]
    occasions: tuple[Occasion, ...]
    ties: tuple[Tie, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Ids of what bears it out."""
        return (*(o.id for o in self.occasions), *(t.id for t in self.ties))

    @property
    def last(self) -> str:
        """The latest date of the occasions; empty where none is known."""
        return max((o.date for o in self.occasions if o.date), default="")


def with_person(rows: Iterable[Occasion], person: str) -> list[Occasion]:
    """The occasions of which somebody was a guest or a host."""
    return [o for o in rows if person in o.guests or person in o.hosts]


def reached(rows: Sequence[Occasion], ties: Sequence[Tie], person: str) -> dict[tuple[str, str], tuple[list[Occasion], list[Tie]]]:
    """What somebody reaches, by kind and name, with the occasions and the relations behind it; only occasions that took place count."""
    out: dict[tuple[str, str], tuple[list[Occasion], list[Tie]]] = {}
    for occasion in with_person(rows, person):
        if occasion.status == "occurred":
            for kind, slot in KINDS.items():
                for name in getattr(occasion, slot):
                    out.setdefault((kind, name), ([], []))[0].append(occasion)
    for tie in ties:
        if tie.type in STATED and tie.source == person and tie.target_label == "Audience":
            out.setdefault(("Audience", tie.target), ([], []))[1].append(tie)
    return out


def white_spots(rows: Sequence[Occasion], ties: Sequence[Tie], person: str, rivals: Sequence[str]) -> list[Spot]:
    """What at least one of the rivals reaches and `person` does not: what most rivals reach first."""
    own = reached(rows, ties, person)
    found: dict[tuple[str, str], dict[str, tuple[list[Occasion], list[Tie]]]] = {}
    for rival in rivals:
        for key, behind in reached(rows, ties, rival).items():
            if key not in own:
                found.setdefault(key, {})[rival] = behind
    spots = []
    for (kind, name), by in found.items():
        occasions = {o.id: o for behind, _ in by.values() for o in behind}
        stated = {t.id: t for _, behind in by.values() for t in behind}
        spots.append(Spot(kind, name, tuple(sorted(by)), tuple(occasions.values()), tuple(stated.values())))
    order = list(KINDS)
    return sorted(spots, key=lambda s: (order.index(s.kind), -len(s.rivals), -len(s.facts), s.name))


@dataclass(frozen=True, slots=True)
class Difference:
    """A term on which two are compared: what only the first has, what both have, what only the second has."""

    term: str
    first: tuple[str, ...]
    both: tuple[str, ...]
    second: tuple[str, ...]


def compare(rows: Sequence[Occasion], ties: Sequence[Tie], first: str, second: str) -> list[Difference]:
    """Two people or campaigns side by side: platforms, shows, audiences, who they met, topics."""
    sides = [(_company(rows, who), reached(rows, ties, who)) for who in (first, second)]
    out = []
    for term in ("Platforms", "Shows", "Audiences", "Met with", "Topics"):
        one, other = (
            {n for kind, n in reach if f"{kind}s" == term} if term in ("Platforms", "Shows", "Audiences") else company[term]
            for company, reach in sides
        )
        out.append(Difference(term, *(tuple(sorted(names)) for names in (one - other, one & other, other - one))))
    return out


def _company(rows: Sequence[Occasion], who: str) -> dict[str, set[str]]:
    own = [o for o in with_person(rows, who) if o.status == "occurred"]
    return {"Met with": {n for o in own for n in (*o.guests, *o.hosts)} - {who}, "Topics": {n for o in own for n in o.topics}}
