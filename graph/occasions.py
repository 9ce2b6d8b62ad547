"""Occasions: which appearances in different articles are one, and what they say together.

The rule is a function of two reports alone, and the grouping a function of the set of linked reports alone, so that the
outcome does not depend on the order in which articles were loaded.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from graph.identity import digest

Key = tuple[str, str]  # article id, and the appearance's id within it


@dataclass(frozen=True, slots=True)
class Report:
    """One article's word on one occasion; slots hold node ids, `names` gives each of them the article's name.

    `usual` are those who host its show, as its article says elsewhere. Of two reports that share a mark in `joined` a person has said that they are of one occasion, and of two with different marks in `apart`
    that they are not.
    """

    article: str
    local: str
    published: str | None
    kind: str
    status: str
    guests: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    show: str | None = None
    platforms: tuple[str, ...] = ()
    place: str | None = None
    date: str | None = None
    date_text: str | None = None
    duration_minutes: float | None = None
    confidence: float = 1.0
    names: Mapping[str, str] = field(default_factory=dict)
    usual: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    @property
    def key(self) -> Key:
        """Where it stands."""
        return self.article, self.local

    @property
    def people(self) -> frozenset[str]:
        """Guests and hosts."""
        return frozenset((*self.guests, *self.hosts))


# Kinds that one occasion may bear in different articles: a podcast interview is an "interview" to the next reporter.
_FAMILIES = (
    frozenset({"interview", "podcast", "livestream", "broadcast", "post", "other"}),
    frozenset({"town_hall", "broadcast", "livestream", "other"}),
    frozenset({"debate", "broadcast", "livestream", "other"}),
    frozenset({"rally", "speech", "broadcast", "livestream", "other"}),
)
_DAY = len("2024-08-13")
_MONTH = len("2024-08")


def dates_agree(a: str | None, b: str | None) -> bool:
    """Whether two ISO dates may mean one day: equal, or one a part of the other, or one unknown."""
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _hosts(report: Report) -> tuple[str, ...]:
    """Its hosts; where it names none, those who by its article host the show."""
    return report.hosts or report.usual


def _people(report: Report) -> frozenset[str]:
    return frozenset((*report.guests, *_hosts(report)))


def _both(a: str | None, b: str | None, length: int) -> bool:
    return a is not None and b is not None and min(len(a), len(b)) >= length


def _overlap(a: Iterable[str], b: Iterable[str]) -> bool:
    return not set(a).isdisjoint(b)


def _told_a_day_apart(a: Report, b: Report) -> bool:
    """Whether one of two reports of the same guests on the same show may have mistaken the day: what a reader would take for one visit.

    That a guest came on two days running is then told by an article that has both, whose reports are never one.
    """
    if a.show is None or a.show != b.show or set(a.guests) != set(b.guests) or a.status != b.status:
        return False
    return bool(set(_days_about(a.date)) & set(_days_about(b.date)))


def _days_about(day: str | None) -> tuple[str, ...]:
    """Of a day itself and the one after it: two days that are at most one apart have one of them in common."""
    if day is None or len(day) < _DAY:
        return ()
    try:
        return day, (datetime.date.fromisoformat(day) + datetime.timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return (day,)


def _before_it_was(a: Report, b: Report) -> bool:
    """Whether `a` was published as news of what has been before the day that `b` tells."""
    if a.status != "occurred" or a.published is None or b.date is None:
        return False
    return a.published[: len(b.date)] < b.date


def _gap(a: Report, b: Report) -> int:
    """Of a report without a day, how many days after the other's day it was published; of two visits a reader thinks of the last."""
    for one, other in ((a, b), (b, a)):
        if other.date is not None and len(other.date) >= _DAY and one.published is not None and (one.date is None or len(one.date) < _DAY):
            try:
                return abs((datetime.date.fromisoformat(one.published) - datetime.date.fromisoformat(other.date)).days)
            except ValueError:
                return 0
    return 0


def compatible(a: Report, b: Report) -> bool:
    """Whether nothing speaks against two reports being of one occasion; two of the same article never are."""
    if a.article == b.article or set(a.apart) != set(b.apart):
        return False
    if _overlap(a.joined, b.joined):
        return True
    if not dates_agree(a.date, b.date) and not _told_a_day_apart(a, b):
        return False
    if _before_it_was(a, b) or _before_it_was(b, a):
        return False
    if a.status != b.status and ("declined" in (a.status, b.status) or not _both(a.date, b.date, _MONTH)):
        return False
    if not any(a.kind in family and b.kind in family for family in _FAMILIES):
        return False
    if a.show and b.show and a.show != b.show:
        return False
    same_show = a.show is not None and a.show == b.show
    same_host = _overlap(_hosts(a), _people(b)) or _overlap(_hosts(b), _people(a))
    if _hosts(a) and _hosts(b) and not same_host and not same_show:
        return False
    if a.platforms and b.platforms and not _overlap(a.platforms, b.platforms):
        return (same_show or same_host) and _both(a.date, b.date, _MONTH)
    return not (a.place and b.place and a.place != b.place and {a.kind, b.kind} & {"rally", "speech", "town_hall"})


def linked(a: Report, b: Report) -> bool:
    """Whether two reports are taken to be of one occasion.

    They are compatible, share a guest, and share a host, a show, or (dates known to the month) a platform; or they have
    exactly the same guests on exactly the same day and no more to tell them apart.
    """
    guests_a, guests_b = set(a.guests), set(b.guests)
    shared = guests_a & guests_b
    joined = _overlap(a.joined, b.joined)
    if not (shared or joined) or not compatible(a, b):
        return False
    if joined:
        return True
    if a.show is not None and a.show == b.show:
        return True
    if _overlap(set(_hosts(a)) - shared, _people(b)) or _overlap(set(_hosts(b)) - shared, _people(a)):
        return True
    if _overlap(a.platforms, b.platforms) and _both(a.date, b.date, _MONTH):
        return True
    return guests_a == guests_b and _both(a.date, b.date, _DAY)


@dataclass(frozen=True, slots=True)
class Clue:
    """What two linked reports have in common: `key` is a guest together with something else, `date` that of the report."""

    key: str
    date: str | None


def clues(report: Report) -> tuple[Clue, ...]:
    """The clues of a report: two reports that are linked have one with the same key, and their dates agree."""
    said = tuple(Clue(digest("joined", mark), None) for mark in report.joined)
    return said + _clues(report.guests, _people(report), report.show, report.platforms, report.date)


@lru_cache(maxsize=4096)
def _clues(
    guests: tuple[str, ...], people: frozenset[str], show: str | None, platforms: tuple[str, ...], date: str | None
) -> tuple[Clue, ...]:
    out = set()
    for guest in guests:
        others = [("with", person) for person in people if person != guest]
        if show is not None:
            others.append(("show", show))
        if date is not None and len(date) >= _MONTH:
            others += [("platform", f"{platform} {date[:_MONTH]}") for platform in platforms]
        out |= {digest(guest, kind, other) for kind, other in others}
    if guests and date is not None and len(date) >= _DAY:
        out.add(digest("day", date, *sorted(set(guests))))
    about = {digest(guest, "about", show, day) for guest in guests for day in _days_about(date)} if show is not None else set()
    return (*(Clue(key, date) for key in sorted(out)), *(Clue(key, None) for key in sorted(about)))


class Board:
    """Reports, findable by clue: for each key, by date, by where they stand."""

    def __init__(self) -> None:
        self._by_key: dict[str, dict[str, dict[Key, Report]]] = {}

    def add(self, report: Report) -> None:
        """Put a report on the board."""
        for clue in clues(report):
            self._by_key.setdefault(clue.key, {}).setdefault(clue.date or "", {})[report.key] = report

    def remove(self, report: Report) -> None:
        """Take a report off the board."""
        for clue in clues(report):
            del self._by_key[clue.key][clue.date or ""][report.key]

    def candidates(self, report: Report) -> Iterable[Report]:
        """The reports that may be linked with a given one, each once: they have a clue in common, and their dates agree."""
        found: dict[Key, Report] = {}
        for clue in clues(report):
            for date, there in self._by_key.get(clue.key, {}).items():
                if dates_agree(date, clue.date or ""):
                    found.update(there)
        return found.values()


def _strength(a: Report, b: Report) -> tuple[int, int, int, int]:
    """How strongly two linked reports belong together: points for what they share, nearness in time, then the number of shared people."""
    points = 4 * (a.show is not None and a.show == b.show) + 3 * (_both(a.date, b.date, _DAY)) + 2 * _overlap(a.hosts, b.hosts)
    points += _overlap(a.platforms, b.platforms) + (a.status == b.status)
    return _overlap(a.joined, b.joined), points, -_gap(a, b), len(a.people & b.people)


def component(seed: Report, candidates: Callable[[Report], Iterable[Report]]) -> dict[Key, Report]:
    """All reports that hang together with `seed` by links, itself included.

    Args:
        seed: where to start.
        candidates: the reports that may be linked with a given one.
    """
    found = {seed.key: seed}
    waiting = [seed]
    while waiting:
        current = waiting.pop()
        for other in candidates(current):
            if other.key not in found and linked(current, other):
                found[other.key] = other
                waiting.append(other)
    return found


def group(reports: Iterable[Report]) -> list[tuple[Report, ...]]:
    """The reports divided into occasions: strongest links first, a link only where all on both sides are compatible.

    Args:
        reports: all reports of one component (more than one component does no harm).

    Returns:
        The occasions, each with its reports in order of publication.
    """
    groups = {r.key: [r] for r in sorted(reports, key=lambda r: r.key)}
    board = Board()
    for together in groups.values():
        board.add(together[0])
    pairs = [(a, b) for (a,) in groups.values() for b in board.candidates(a) if a.key < b.key and linked(a, b)]
    pairs.sort(key=lambda p: ([-s for s in _strength(*p)], p[0].key, p[1].key))
    for a, b in pairs:
        left, right = groups[a.key], groups[b.key]
        if left is not right and (_overlap(a.joined, b.joined) or all(compatible(x, y) for x in left for y in right)):
            left += right
            groups.update({r.key: left for r in right})
    distinct = {id(g): g for g in groups.values()}
    return sorted((tuple(sorted(g, key=_order)) for g in distinct.values()), key=lambda g: g[0].key)


def _order(report: Report) -> tuple[str, str, str]:
    return report.published or "9999", report.article, report.local
