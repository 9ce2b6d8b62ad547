"""Summaries: what the reports of one occasion say of it together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from graph.identity import appearance_node
from graph.occasions import Report

# The more a kind says, the higher: of several compatible kinds the occasion gets the highest.
_SPECIFIC = ("other", "post", "interview", "broadcast", "speech", "livestream", "podcast", "rally", "town_hall", "debate")
_STATUS = ("occurred", "planned", "declined")


def occasion_id(reports: tuple[Report, ...]) -> str:
    """The id of the occasion: that of the first published report of it."""
    return appearance_node(*reports[0].key)


def occasion_date(reports: Iterable[Report]) -> str | None:
    """The date that most of the reports with the most exact dates give, of equals the first in their order."""
    dates = [r.date for r in reports if r.date]
    exact = [d for d in dates if len(d) == max(map(len, dates))]
    return max(exact, key=exact.count, default=None)


def occasion(
    reports: tuple[Report, ...], stories: Mapping[str, str] | None = None, called: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The properties of the Appearance that the reports (in order of publication) tell of together.

    Args:
        reports: the reports.
        stories: by article its story, see `graph.stories`; versions of one story count as one article.
        called: by node id the names that persons have given.
    """
    told = stories or {}
    date = occasion_date(reports)
    exact = [r for r in reports if r.date == date and r.date_text]
    durations = Counter(r.duration_minutes for r in reports if r.duration_minutes is not None)
    return {
        "name": _name(reports, date, called or {}),
        "kind": max((r.kind for r in reports), key=_SPECIFIC.index),
        "status": min((r.status for r in reports), key=_STATUS.index),
        "date": date,
        "date_text": exact[0].date_text if exact else next((r.date_text for r in reports if r.date_text), None),
        "duration_minutes": max(durations, key=lambda d: (durations[d], d), default=None),
        "confidence": max(r.confidence for r in reports),
        "articles": len({told.get(r.article, r.article) for r in reports}),
    }


def _name(reports: tuple[Report, ...], date: str | None, called: Mapping[str, str]) -> str:
    """A label: at most three guests, the hosts or the show, the date."""
    usual: dict[str, Counter[str]] = {}
    for report in reports:
        for id_, name in report.names.items():
            usual.setdefault(id_, Counter())[name] += 1

    def names(ids: Iterable[str]) -> list[str]:
        return [called.get(i) or max(sorted(usual[i]), key=usual[i].__getitem__) for i in dict.fromkeys(ids) if i in usual]

    guests = names(g for r in reports for g in r.guests)
    hosts = [h for h in names(h for r in reports for h in r.hosts) if h not in guests]
    show = names(r.show for r in reports if r.show)
    who = ", ".join(guests[:3]) + (" and others" if len(guests) > 3 else "")
    where = f" on {show[0]}" if show else f" with {', '.join(hosts[:2])}" if hosts else ""
    kind = max((r.kind for r in reports), key=_SPECIFIC.index).replace("_", " ")
    return f"{who or kind.capitalize()}{where}" + (f", {date}" if date else "")
