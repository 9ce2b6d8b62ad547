"""Next steps: audiences that somebody wants and does not reach, and what could reach them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from graph.identity import label_of

SAME, KIND = "same words", "same kind"
# words of a description that tell nothing of who it is
_EMPTY = frozenset(
    "a an the of and or in on at to for with from by their its his her who that which are is was were be been have has had mostly mainly largely many "
    "more most some other others people person persons audience audiences listeners viewers voters followers fans users readers public "
    "crowd members group groups community".split()
)
_WORD = re.compile(r"[^\W_]+")
_MOST_NAMES = 5


@dataclass(slots=True)
class _Told:
    """The query's rows by what they speak of."""

    wanted: list[Mapping[str, Any]] = field(default_factory=list)
    offered: list[Mapping[str, Any]] = field(default_factory=list)
    belongs: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    been: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    figures: dict[str, tuple[float, str]] = field(default_factory=dict)


def rows(told: Sequence[Mapping[str, Any]], values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Wanted audiences that are not reached, each with what is said to reach it, the best way first.

    Args:
        told: rows with part (`wanted`, `offered`, `belongs`, `been`, `figure`), one and other (ids) with names, articles, fact, quote.
        values: `person`, whose audiences they are; empty for everybody's.
    """
    parts = _sorted(told)
    by_wanting: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for want in parts.wanted:
        by_wanting[want["one"]].append(want)
    names = {r["one"]: r["one_name"] for r in told if r["part"] in ("belongs", "been", "wanted")}
    if values["person"]:
        wanted_name = values["person"].casefold()
        people = sorted(i for i, name in names.items() if name.casefold() == wanted_name)
    else:
        people = sorted(by_wanting)
    out: dict[tuple[str, str, str], dict[str, Any]] = {}
    for person in people:
        for source in (person, *sorted(parts.belongs.get(person, ()))):
            for want in by_wanting.get(source, ()):
                for row in _ways(parts, person, want):
                    out.setdefault((person, want["other"], row["through"] or ""), row)
    return sorted(out.values(), key=_rank)


def alike(one: str, other: str) -> str:
    """Whether two descriptions are of the same public: SAME, KIND (all telling words of one are in the other), or empty."""
    if one.casefold() == other.casefold():
        return SAME
    a, b = _telling(one), _telling(other)
    if not a or not b:
        return ""
    if a == b:
        return SAME
    return KIND if a <= b or b <= a else ""


def _telling(description: str) -> frozenset[str]:
    found = (w.removesuffix("s") if len(w) > 3 else w for w in _WORD.findall(description.casefold()) if w not in _EMPTY)
    return frozenset(found)


def _sorted(told: Sequence[Mapping[str, Any]]) -> _Told:
    out = _Told()
    for row in sorted(told, key=lambda r: (r["part"], r["one"], r["other"], r["fact"])):
        match row["part"]:
            case "wanted":
                out.wanted.append(row)
            case "offered":
                out.offered.append(row)
            case "belongs":
                out.belongs[row["one"]].add(row["other"])
            case "been":
                out.been[row["other"]].setdefault(row["one"], row["one_name"])
            case "figure":
                out.figures[row["one"]] = max(out.figures.get(row["one"], (0.0, "")), (row["articles"], row["other_name"]))
    return out


def _ways(parts: _Told, person: str, want: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Rows for one wanted audience; none if it is reached."""
    public = want["other_name"]
    begin = {"audience": public, "wanted_by": want["one_name"], "wanted_sentence": want["quote"], "wanted_fact": want["fact"]}
    out = []
    for offer in parts.offered:
        match = alike(public, offer["other_name"])
        if not match or offer["one"] in (person, want["one"]):
            continue
        been = parts.been.get(offer["one"], {})
        if person in been:
            return []
        others = sorted(name for one, name in been.items() if one != person)
        figure = parts.figures.get(offer["one"], (0.0, None))[1]
        out.append(
            begin
            | {
                "through": offer["one_name"], "type": label_of(offer["one"]), "described_as": offer["other_name"], "match": match,
                "been_there": others, "largest_figure": figure, "articles": offer["articles"],
                "why": _why(begin, offer, others, figure), "sentence": offer["quote"], "fact": offer["fact"],
            }
        )  # fmt: skip
    if out:
        return out
    why = f"{want['one_name']} wants {public}, and nothing is said to reach them."
    nothing: dict[str, Any] = {"through": None, "type": None, "described_as": None, "match": None, "been_there": [], "largest_figure": None}
    return [begin | nothing | {"articles": 0, "why": why, "sentence": want["quote"], "fact": want["fact"]}]


def _why(begin: Mapping[str, Any], offer: Mapping[str, Any], others: Sequence[str], figure: str | None) -> str:
    said = f"{begin['wanted_by']} wants {begin['audience']}; {offer['one_name']} is said to have {offer['other_name']}"
    if others:
        listed = ", ".join(others[:_MOST_NAMES]) + (f" and {len(others) - _MOST_NAMES} more" if len(others) > _MOST_NAMES else "")
        said += f"; {listed} {'has' if len(others) == 1 else 'have'} been there"
    if figure:
        said += f"; largest figure told: {figure}"
    return said + "."


def _rank(row: Mapping[str, Any]) -> tuple[Any, ...]:
    order = {SAME: 0, KIND: 1, None: 2}
    return (order[row["match"]], -len(row["been_there"]), -row["articles"], row["audience"], row["through"] or "", row["fact"])
