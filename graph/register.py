"""The register: of every loaded article, which names it claims and of which occasions it tells.

It is the little that has to be known about all articles to tell which things in a new one are known already. One entry
for each article is kept in the store beside the article's facts; here all entries are at hand. A change gives a `Plan`: the
articles whose rows have to be written again, and no others.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from graph.identity import Claim, claim, resolve
from graph.occasions import Key, Report, component, group, occasion, occasion_date, occasion_id
from graph.records import Facts
from graph.rows import OUTLET, Resolution, outlet_entity, reports


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of one article: its claims by entity id, its reports, and the nodes that both came to."""

    claims: Mapping[str, Claim]
    reports: tuple[Report, ...]
    resolution: Resolution

    def to_json(self) -> str:
        """The entry as text for the store."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> Entry:
        """The entry that `to_json` wrote."""
        raw = json.loads(text)
        claims = {k: Claim(**v) for k, v in raw["claims"].items()}
        appearances = {k: (node, date) for k, (node, date) in raw["resolution"]["appearances"].items()}
        resolution = Resolution(raw["resolution"]["entities"], appearances)
        return Entry(claims, tuple(_report(r) for r in raw["reports"]), resolution)


@dataclass(slots=True)
class Plan:
    """What a change comes to.

    Attributes:
        written: the facts of the articles whose rows are to be written, by article id.
        entries: their new entries, by article id.
        gone: ids of articles that are taken out.
        occasions: properties of the occasions concerned, by node id.
    """

    written: dict[str, Facts] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    occasions: dict[str, dict[str, Any]] = field(default_factory=dict)


class Register:
    """All entries, findable by name and by guest."""

    def __init__(self, entries: Mapping[str, Entry] | None = None) -> None:
        """Args: entries: by article id."""
        self._entries: dict[str, Entry] = {}
        self._wikidata: dict[str, Counter[str]] = {}
        self._free: dict[str, set[str]] = {}
        self._by_guest: dict[str, dict[Key, Report]] = {}
        for article, entry in (entries or {}).items():
            self._add(article, entry)

    def change(self, changes: Mapping[str, Facts | None], facts_of: Callable[[Iterable[str]], Mapping[str, Facts]]) -> Plan:
        """Take articles in, or out (None), and say what is to be written.

        Args:
            changes: the new facts by article id.
            facts_of: gives the facts of articles that are loaded already; it is asked for those that a change draws in, such as
                an article whose nameless "Night Shift" gets a lexicon id because a new article knows one.

        The register itself is changed too: when writing the plan fails it is of no more use.
        """
        plan = Plan(gone={a for a, facts in changes.items() if facts is None})
        plan.written = {a: facts for a, facts in sorted(changes.items()) if facts is not None}
        claims = {a: _claims(facts) for a, facts in plan.written.items()}
        drawn_in = self._renamed(changes, claims)
        for article, facts in facts_of(sorted(drawn_in)).items():
            plan.written[article] = facts
            claims[article] = _claims(facts)

        seeds = [r for a in (*changes, *drawn_in) if a in self._entries for r in self._entries[a].reports]
        for article in (*changes, *drawn_in):
            self._remove(article)
        for article, found in claims.items():
            self._claim(article, found)
        for article, facts in plan.written.items():
            entities = {local: resolve(c, self._wikidata) for local, c in claims[article].items()}
            entry = Entry(claims[article], tuple(reports(facts, entities)), Resolution(entities, {}))
            self._entries[article] = entry
            self._index(entry)
            seeds += entry.reports
        self._regroup(seeds, plan, facts_of)
        plan.entries = {a: self._entries[a] for a in sorted(plan.written)}
        return plan

    def _renamed(self, changes: Mapping[str, Facts | None], claims: Mapping[str, Mapping[str, Claim]]) -> set[str]:
        """Articles, beside those that change, in which a name without lexicon id comes to mean another node."""
        counts: dict[str, Counter[str]] = {}

        def count(found: Iterable[Claim], step: int) -> None:
            for c in found:
                if c.wikidata is not None:
                    counts.setdefault(c.named, Counter(self._wikidata.get(c.named, ())))[c.wikidata] += step

        for article in changes:
            if article in self._entries:
                count(self._entries[article].claims.values(), -1)
            count(claims.get(article, {}).values(), 1)
        out: set[str] = set()
        for named, after in counts.items():
            if _only(self._wikidata.get(named, Counter())) != _only(after):
                out |= self._free.get(named, set())
        return out - set(changes)

    def _regroup(self, seeds: Iterable[Report], plan: Plan, facts_of: Callable[[Iterable[str]], Mapping[str, Facts]]) -> None:
        """Group anew the reports that hang together with the seeds, former and present ones."""
        affected: dict[Key, Report] = {}
        for seed in seeds:
            if seed.key in affected and affected[seed.key] == seed:
                continue
            hanging = component(seed, self._candidates)
            if not self._is_present(seed):
                del hanging[seed.key]
            affected.update(hanging)
        moved: dict[str, dict[str, tuple[str, str | None]]] = {}
        for together in group(affected.values()):
            node, date = occasion_id(together), occasion_date(together)
            plan.occasions[node] = occasion(together)
            for report in together:
                moved.setdefault(report.article, {})[report.local] = node, date
        drawn_in = []
        for article, found in sorted(moved.items()):
            old = self._entries[article]
            appearances = {**old.resolution.appearances, **found}
            if appearances != old.resolution.appearances:
                self._entries[article] = replace(old, resolution=replace(old.resolution, appearances=appearances))
                if article not in plan.written:
                    drawn_in.append(article)
        plan.written.update(facts_of(drawn_in))

    def _candidates(self, report: Report) -> Iterable[Report]:
        for guest in report.guests:
            yield from self._by_guest.get(guest, {}).values()

    def _is_present(self, report: Report) -> bool:
        entry = self._entries.get(report.article)
        return entry is not None and report in entry.reports

    def _add(self, article: str, entry: Entry) -> None:
        self._entries[article] = entry
        self._claim(article, entry.claims)
        self._index(entry)

    def _claim(self, article: str, claims: Mapping[str, Claim]) -> None:
        for c in claims.values():
            if c.wikidata is not None:
                self._wikidata.setdefault(c.named, Counter())[c.wikidata] += 1
            elif c.free:
                self._free.setdefault(c.named, set()).add(article)

    def _index(self, entry: Entry) -> None:
        for report in entry.reports:
            for guest in report.guests:
                self._by_guest.setdefault(guest, {})[report.key] = report

    def _remove(self, article: str) -> None:
        entry = self._entries.pop(article, None)
        if entry is None:
            return
        for c in entry.claims.values():
            if c.wikidata is not None:
                known = self._wikidata[c.named]
                known[c.wikidata] -= 1
                if not known[c.wikidata]:
                    del known[c.wikidata]
            elif c.free:
                self._free[c.named].discard(article)
        for report in entry.reports:
            for guest in report.guests:
                del self._by_guest[guest][report.key]


def _claims(facts: Facts) -> dict[str, Claim]:
    """The claims of an article's entities, and of the outlet that published it."""
    found = {e.id: claim(e, facts.article.id) for e in facts.entities}
    outlet = outlet_entity(facts.article, facts.entities)
    if outlet is not None:
        found[OUTLET] = claim(outlet, facts.article.id)
    return found


def _only(counts: Counter[str]) -> str | None:
    """The single lexicon id that is counted, None if there is none or more than one."""
    present = [wikidata for wikidata, n in counts.items() if n > 0]
    return present[0] if len(present) == 1 else None


def _report(raw: Mapping[str, Any]) -> Report:
    return Report(**{**raw, **{k: tuple(raw[k]) for k in ("guests", "hosts", "platforms")}})
