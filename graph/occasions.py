"""Occasions: what articles report of appearances, and the rule by which two reports are of one. `graph.grouping` applies it to many.

The rule is a function of two reports alone.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
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


def early(status: str, published: str | None, date: str | None) -> bool:
    """Whether a report of that status was published as news of what has been before the day that another tells."""
    return status == "occurred" and published is not None and date is not None and published[: len(date)] < date


def _before_it_was(a: Report, b: Report) -> bool:
    return early(a.status, a.published, b.date)


def day_number(date: str | None) -> int | None:
    """The number of a day, counted from the year 1; None of what is no day."""
    try:
        return datetime.date.fromisoformat(date).toordinal() if date is not None else None
    except ValueError:
        return None


def compatible(a: Report, b: Report) -> bool:
    """Whether nothing speaks against two reports being of one occasion; two of the same article never are."""
    if a.article == b.article or not suited(a, b):
        return False
    return _overlap(a.joined, b.joined) or not (_before_it_was(a, b) or _before_it_was(b, a))


def suited(a: Report, b: Report) -> bool:
    """Whether nothing speaks against it in what two reports tell, whichever articles they are of and whenever these were published."""
    if set(a.apart) != set(b.apart):
        return False
    if _overlap(a.joined, b.joined):
        return True
    if not dates_agree(a.date, b.date) and not _told_a_day_apart(a, b):
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
    return akin(a, b) and compatible(a, b)


def akin(a: Report, b: Report) -> bool:
    """Whether two reports share what those of one occasion share, whatever speaks against it."""
    if _overlap(a.joined, b.joined):
        return True
    guests_a, guests_b = set(a.guests), set(b.guests)
    shared = guests_a & guests_b
    if not shared:
        return False
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


def strength(a: Report, b: Report) -> tuple[int, int, int]:
    """How strongly two linked reports belong together, but for nearness in time: joined by a person, points for what they share,
    number of shared people."""
    points = 4 * (a.show is not None and a.show == b.show) + 3 * (_both(a.date, b.date, _DAY)) + 2 * _overlap(a.hosts, b.hosts)
    points += _overlap(a.platforms, b.platforms) + (a.status == b.status)
    return _overlap(a.joined, b.joined), points, len(a.people & b.people)


def dated_to_the_day(report: Report) -> bool:
    """Whether a report tells the day.

    Of one that does not, and was published so many days from the day of another: of two visits a reader thinks of the last.
    """
    return report.date is not None and len(report.date) >= _DAY
