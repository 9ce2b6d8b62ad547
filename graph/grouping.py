"""Grouping: which of many reports are of one occasion, in time that grows with their number and not with that of their pairs.

The outcome is that of a plain loop: all pairs of linked reports, the strongest first and equals in the order of their keys, and of each pair
the groups of both become one if all on both sides are compatible (or a person has joined the two). It is a function of the
set of reports alone, so that it does not depend on the order in which articles were loaded.

Many reports say the same, and what the rule looks at, but for article and time of publication, is here a `Shape`: it is compared once for two
shapes instead of for each two of their reports. And two groups of which one pair was not compatible never become one, since groups only
grow: they are foes, and their further pairs are passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from graph.occasions import Key, Report, akin, clues, dated_to_the_day, dates_agree, day_number, early, strength, suited


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """What a report tells of its occasion, by a report that tells it. Two are the same only if they are one object."""

    example: Report


class _Bond(NamedTuple):
    """What there is between two shapes whose reports may be of one occasion.

    `akin`, `joined`, `points`, `people`: see `graph.occasions.akin` and `strength`; `far`: only one of the two tells the day.
    """

    akin: bool
    joined: bool
    points: int
    people: int
    far: bool


class Board:
    """Reports by shape, shapes findable by clue, and what there is between two shapes, found out once."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._shapes: dict[tuple[object, ...], Shape] = {}
        self._bonds: dict[tuple[Shape, Shape], _Bond | None] = {}
        self._reports: dict[Shape, dict[Key, Report]] = {}
        self._by_key: dict[str, dict[str, dict[Shape, None]]] = {}
        for report in reports:
            self.add(report)

    def shape(self, report: Report) -> Shape:
        """The shape of a report."""
        r = report
        told = (r.kind, r.status, r.guests, r.hosts, r.show, r.platforms, r.place, r.date, r.usual, r.joined, r.apart)
        if told not in self._shapes:
            self._shapes[told] = Shape(r)
        return self._shapes[told]

    def bond(self, a: Shape, b: Shape) -> _Bond | None:
        """What there is between two shapes; None where something speaks against their reports being of one occasion."""
        pair = (a, b)
        if pair not in self._bonds:
            one, other = a.example, b.example
            self._bonds[pair] = None
            if suited(one, other):
                joined, points, people = strength(one, other)
                far = dated_to_the_day(one) != dated_to_the_day(other)
                self._bonds[pair] = _Bond(akin(one, other), bool(joined), points, people, far)
        return self._bonds[pair]

    def add(self, report: Report) -> None:
        """Put a report on the board."""
        shape = self.shape(report)
        if shape not in self._reports:
            self._reports[shape] = {}
            for clue in clues(shape.example):
                self._by_key.setdefault(clue.key, {}).setdefault(clue.date or "", {})[shape] = None
        self._reports[shape][report.key] = report

    def remove(self, report: Report) -> None:
        """Take a report off the board."""
        del self._reports[self.shape(report)][report.key]

    def reports(self, shape: Shape) -> list[Report]:
        """The reports of a shape, by their keys."""
        return [report for _, report in sorted(self._reports.get(shape, {}).items())]

    def near(self, shape: Shape) -> list[Shape]:
        """The shapes whose reports may be linked with one of a given shape, which may be among them."""
        found: dict[Shape, None] = {}
        for clue in clues(shape.example):
            for date, there in self._by_key.get(clue.key, {}).items():
                if dates_agree(date, clue.date or ""):
                    found.update(there)
        return [other for other in found if self._reports[other] and (bond := self.bond(shape, other)) is not None and bond.akin]


def group(reports: Collection[Report], board: Board | None = None) -> list[tuple[Report, ...]]:
    """The reports divided into occasions: strongest links first, a link only where all on both sides are compatible.

    Args:
        reports: reports with all that hang together with them.
        board: a board that they are on; by default one of their own.

    Returns:
        The occasions, each with its reports in order of publication.
    """
    return _Grouping(reports, board or Board(reports)).run()


@dataclass(slots=True, eq=False)
class _Group:
    """Reports of one occasion: their articles, the earliest publication by shape, and the groups with which this will never be one."""

    reports: list[Report]
    articles: set[str]
    shapes: dict[Shape, str | None]
    foes: set[_Group] = field(default_factory=set)


class _Part(NamedTuple):
    """Reports of one shape in the order of their keys: all, or those that were published on one day."""

    shape: Shape
    reports: Sequence[Report]


@dataclass(slots=True)
class _Tier:
    """The pairs of shapes with so many points: by the number of people they share, and those of which one tells the day with that number."""

    near: dict[int, list[tuple[Shape, Shape]]] = field(default_factory=lambda: defaultdict(list))
    far: list[tuple[Shape, Shape, int]] = field(default_factory=list)


class _Grouping:
    """The groups as they grow."""

    def __init__(self, reports: Iterable[Report], board: Board) -> None:
        self._board = board
        shapes: dict[Shape, list[Report]] = defaultdict(list)
        for r in sorted(reports, key=lambda r: r.key):
            shapes[board.shape(r)].append(r)
        self._whole = {shape: _Part(shape, those) for shape, those in shapes.items()}
        self._groups: dict[Key, _Group] = {}
        self._with: dict[Shape, set[_Group]] = {}
        self._days: dict[Shape, dict[int | None, _Part]] = {}
        for shape, part in self._whole.items():
            for r in part.reports:
                self._groups[r.key] = _Group([r], {r.article}, {shape: r.published})
            self._with[shape] = {self._groups[r.key] for r in part.reports}

    def run(self) -> list[tuple[Report, ...]]:
        """Let them grow until no two linked ones are left that could be one."""
        for (joined, _), tier in sorted(self._tiers().items(), key=lambda item: item[0], reverse=True):
            levels: dict[tuple[int, int], list[tuple[_Part, _Part]]] = defaultdict(list)
            for people, pairs in tier.near.items():
                levels[0, people] += [(self._whole[a], self._whole[b]) for a, b in pairs]
            for a, b, people in tier.far:
                for days, part in self._apart(a, b):
                    if not days:
                        levels[0, people].append((part, self._whole[b]))
            self._settle_all(levels, joined)
            levels.clear()
            for a, b, people in tier.far:
                # of most of these the groups are settled by now
                if joined or self._may_meet(a, b):
                    for days, part in self._apart(a, b):
                        if days:
                            levels[-days, people].append((part, self._whole[b]))
            self._settle_all(levels, joined)
        distinct = {id(g): g for g in self._groups.values()}
        return sorted((tuple(sorted(g.reports, key=_order)) for g in distinct.values()), key=lambda g: g[0].key)

    def _tiers(self) -> dict[tuple[bool, int], _Tier]:
        tiers: dict[tuple[bool, int], _Tier] = defaultdict(_Tier)
        number = {shape: n for n, shape in enumerate(self._whole)}
        for shape in self._whole:
            for other in self._board.near(shape):
                bond = self._board.bond(shape, other)
                if bond is None or number.get(other, -1) < number[shape]:
                    continue
                tier = tiers[bond.joined, bond.points]
                if bond.far:
                    undated, dated = (other, shape) if dated_to_the_day(shape.example) else (shape, other)
                    tier.far.append((undated, dated, bond.people))
                else:
                    tier.near[bond.people].append((shape, other))
        return tiers

    def _apart(self, undated: Shape, dated: Shape) -> list[tuple[int, _Part]]:
        """The reports without a day by how many days the day of others is from their publication; 0 also where that cannot be told."""
        if undated not in self._days:
            by_day: dict[int | None, list[Report]] = defaultdict(list)
            for r in self._whole[undated].reports:
                by_day[day_number(r.published)].append(r)
            self._days[undated] = {day: _Part(undated, reports) for day, reports in by_day.items()}
        told = day_number(dated.example.date)
        return [(0 if day is None or told is None else abs(day - told), part) for day, part in self._days[undated].items()]

    def _may_meet(self, a: Shape, b: Shape) -> bool:
        """Whether a group with a report of one shape, and one with a report of the other, could be one."""
        for one in self._with[a]:
            for other in self._with[b] - one.foes - {one}:
                if self._compatible(one, other):
                    return True
        return False

    def _settle_all(self, levels: dict[tuple[int, int], list[tuple[_Part, _Part]]], joined: bool) -> None:
        for _, pairs in sorted(levels.items(), key=lambda item: item[0], reverse=True):
            self._settle(pairs, joined)

    def _settle(self, pairs: Iterable[tuple[_Part, _Part]], joined: bool) -> None:
        """Go through the links between reports of some parts, all equally strong, in the order of their reports' keys."""
        partners: dict[int, list[_Part]] = defaultdict(list)
        parts: dict[int, _Part] = {}
        for a, b in pairs:
            partners[id(a)].append(b)
            if a is not b:
                partners[id(b)].append(a)
            parts |= {id(a): a, id(b): b}
        within: dict[Key, tuple[Report, list[int]]] = {}
        for i, part in parts.items():
            for r in part.reports:
                within.setdefault(r.key, (r, []))[1].append(i)
        settled: set[tuple[int, _Group]] = set()
        for key, (report, found) in sorted(within.items(), key=lambda item: item[0]):
            own = self._groups[key]
            if all((i, own) in settled for i in found):
                continue
            left = [p for i in found for p in partners[i] if not self._with[p.shape] - own.foes <= {own}]
            if left:
                self._meet(report, left, joined)
            else:
                settled |= {(i, own) for i in found}

    def _meet(self, this: Report, parts: Iterable[_Part], joined: bool) -> None:
        """Go through the links between a report and those of some parts whose keys come after its own."""
        own = self._groups[this.key]
        passed = own.foes | {own}
        after = {r.key: r for p in parts for r in p.reports if r.key > this.key and self._groups[r.key] not in passed}
        for _, r in sorted(after.items()):
            own, other = self._groups[this.key], self._groups[r.key]
            if own is other or r.article == this.article:
                continue
            if joined:
                self._unite(own, other)
            elif other in own.foes or _early(this, r):
                continue
            elif self._compatible(own, other):
                self._unite(own, other)

    def _compatible(self, a: _Group, b: _Group) -> bool:
        """Whether each report of one group is compatible with each of the other; if not, they are foes from now on."""
        if a.articles.isdisjoint(b.articles) and all(
            self._agree(s, published, t, other) for s, published in a.shapes.items() for t, other in b.shapes.items()
        ):
            return True
        a.foes.add(b)
        b.foes.add(a)
        return False

    def _agree(self, a: Shape, published: str | None, b: Shape, other: str | None) -> bool:
        """Whether reports of two shapes, the earliest of each published on the days given, are all compatible."""
        bond = self._board.bond(a, b)
        if bond is None:
            return False
        one, two = a.example, b.example
        return bond.joined or not (early(one.status, published, two.date) or early(two.status, other, one.date))

    def _unite(self, a: _Group, b: _Group) -> None:
        into, gone = (a, b) if len(a.reports) >= len(b.reports) else (b, a)
        into.reports += gone.reports
        into.articles |= gone.articles
        for shape, published in gone.shapes.items():
            into.shapes[shape] = min((p for p in (into.shapes.get(shape), published) if p is not None), default=None)
            self._with[shape].discard(gone)
            self._with[shape].add(into)
        for foe in gone.foes:
            foe.foes.discard(gone)
            foe.foes.add(into)
        into.foes |= gone.foes
        for r in gone.reports:
            self._groups[r.key] = into


def _early(a: Report, b: Report) -> bool:
    return early(a.status, a.published, b.date) or early(b.status, b.published, a.date)


def _order(report: Report) -> tuple[str, str, str]:
    return report.published or "9999", report.article, report.local
