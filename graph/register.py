"""The register: of every loaded article, which names it claims and of which occasions it tells.

It is what has to be known about other articles to tell which things in a new one are known already. One entry for each article is
kept where the articles are; of all entries only those are fetched that a change may concern, found by name or by clue (see
`graph.occasions.clues`), so that a change costs the same however many articles there are. It gives a `Plan`: the articles
whose rows have to be written again, and no others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from graph.amending import amended, claims_of, reports_of
from graph.corrections import NONE, Rules
from graph.entry import Entry, Kept, Names
from graph.grouping import Board, Shape, group
from graph.identity import VARIANT, Claim, ambiguous, label_of, lexicon_ids
from graph.occasions import Clue, Report, clues, dates_agree
from graph.placing import Told, place, settled, told
from graph.records import Facts
from graph.rows import Resolution
from graph.stories import Shelf, bands, signature, stories
from graph.summaries import occasion, occasion_date, occasion_id


@dataclass(slots=True)
class Plan:
    """What a change comes to.

    Attributes:
        written: the facts of the articles whose rows are to be written, by article id.
        entries: their new entries, by article id.
        gone: ids of articles that are taken out.
        before: the entries that articles written or gone had so far, by article id.
        facts_before: the facts of these, by article id.
        amended: the facts written as corrections would have them, by article id.
        amended_before: the facts before as corrections would have had them, by article id.
        names: the lexicon ids of names for which they change.
        told: by id of a node what persons have said that it is called.
        retold: ids of nodes for which that changes.
        occasions: properties of the occasions concerned, by node id.
    """

    written: dict[str, Facts] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    before: dict[str, Entry] = field(default_factory=dict)
    facts_before: dict[str, Facts] = field(default_factory=dict)
    amended: dict[str, Facts] = field(default_factory=dict)
    amended_before: dict[str, Facts] = field(default_factory=dict)
    names: dict[str, Counter[str]] = field(default_factory=dict)
    told: dict[str, Told] = field(default_factory=dict)
    retold: set[str] = field(default_factory=set)
    occasions: dict[str, dict[str, Any]] = field(default_factory=dict)


def change(changes: Mapping[str, Facts | None], kept: Kept, rules: Rules = NONE, before: Rules | None = None) -> Plan:
    """Take articles in, or out (None), and say what is to be written.

    Other articles may be drawn in, such as one whose nameless "Night Shift" gets a lexicon id because a new article knows one.

    Args:
        changes: the new facts by article id.
        kept: what is kept of the articles that are loaded.
        rules: the corrections in force.
        before: those that were in force so far, where these are others; `changes` then has to name the articles that they concern.
    """
    return _Change(changes, kept, rules, rules if before is None else before).run()


class _Change:
    """One change: the entries that it concerns, findable by clue, as they become."""

    def __init__(self, changes: Mapping[str, Facts | None], kept: Kept, rules: Rules, before: Rules) -> None:
        self._kept = kept
        self._rules, self._rules_before = rules, before
        self._entries: dict[str, Entry] = {}
        self._board = Board()
        self._asked: set[Clue] = set()
        self._changes = changes
        self._names: dict[str, Counter[str]] = {}
        self._plan = Plan(gone={a for a, facts in changes.items() if facts is None})

    def run(self) -> Plan:
        plan = self._plan
        plan.written = {a: facts for a, facts in sorted(self._changes.items()) if facts is not None}
        claims = {a: claims_of(facts) for a, facts in plan.written.items()}
        self._know((*self._rules.names(), *self._rules_before.names()))
        self._fetch(self._changes)
        self._know(c.named for e in self._entries.values() for c in e.claims.values())
        self._know(c.named for found in claims.values() for c in found.values())
        drawn_in = self._renamed(claims)
        for article, facts in sorted(self._kept.facts(drawn_in).items()):
            plan.written[article] = facts
            claims[article] = claims_of(facts)
        self._know(c.named for a in drawn_in for c in (*claims[a].values(), *self._entries[a].claims.values()))

        names_before = {named: Counter(counts) for named, counts in self._names.items()}
        seeds = [r for a in (*self._changes, *drawn_in) if a in self._entries for r in self._entries[a].reports]
        known_before = {a: self._entries[a] for a in (*self._changes, *drawn_in) if a in self._entries}
        for article in (*self._changes, *drawn_in):
            self._remove(article)
        for found in claims.values():
            self._count(self._names, found.values(), 1)
        for article, found in sorted(claims.items()):
            heard = amended(plan.written[article], found, self._names, self._rules)
            plan.amended[article] = heard.facts
            old = known_before.get(article)
            same = old is not None and article in drawn_in
            signed = old.signature if old is not None and same else signature(plan.written[article].article.text)
            story = old.story if old is not None and signed == old.signature else None
            entry = Entry(found, reports_of(heard), Resolution(heard.entities, {}), heard.applied, signed, story)
            self._entries[article] = entry
            self._index(entry)
            seeds += entry.reports
        seeds += self._retell(names_before)
        seeds += self._tell_versions({a: e.signature for a, e in known_before.items() if a in self._changes})
        self._regroup(self._widen(seeds))
        plan.entries = {a: self._entries[a] for a in sorted(plan.written)}
        plan.facts_before = {a: plan.written[a] for a in plan.before if a not in self._changes}
        plan.facts_before |= self._kept.facts([a for a in plan.before if a in self._changes])
        for article in plan.written.keys() - plan.amended.keys():
            # It is drawn in only by an occasion: its own facts stand as they stood.
            plan.amended[article] = self._as_it_stood(article, names_before)
        plan.amended_before = {a: self._as_it_stood(a, names_before) for a in sorted(plan.before)}
        plan.names = {n: counts for n, counts in sorted(self._names.items()) if counts != names_before[n]}
        return plan

    def _tell_versions(self, before: Mapping[str, str]) -> list[Report]:
        """Note of which story each article is a version; returns the reports of articles for which that changes.

        Args:
            before: signatures that the articles which change had.
        """
        now = {a: self._entries[a].signature for a in self._changes if a in self._entries}
        frontier = {s for a in self._changes for s in (before.get(a, ""), now.get(a, "")) if before.get(a) != now.get(a)} - {""}
        asked: set[str] = set()
        near: set[str] = set()
        while frontier:
            asked |= frontier
            keys = {Clue(key, None) for s in frontier for key in bands(s)}
            self._fetch(self._kept.telling(keys))
            here = {a: e.signature for a, e in self._entries.items()}
            shelf = Shelf(here)
            found = {a for s in frontier for a in shelf.like(s)}
            near |= found
            frontier = {here[a] for a in found} - asked
        signatures = {a: self._entries[a].signature for a in near}
        out: list[Report] = []
        for article, story in sorted(stories(signatures, near).items()):
            old = self._entries[article]
            if old.story == story:
                continue
            self._entries[article] = replace(old, story=story)
            out += old.reports
            if article not in self._plan.written:
                self._plan.before[article] = old
                self._plan.written |= self._kept.facts([article])
        return out

    def _fetch(self, articles: Collection[str]) -> None:
        """Have the entries of articles at hand that are loaded."""
        missing = sorted(a for a in articles if a not in self._entries and a not in self._plan.before)
        if not missing:
            return
        for article, entry in sorted(self._kept.entries(missing).items()):
            self._entries[article] = entry
            self._index(entry)

    def _know(self, named: Iterable[str]) -> None:
        """Have the lexicon ids of names at hand."""
        missing = sorted(set(named) - self._names.keys())
        if not missing:
            return
        found = self._kept.names(missing)
        self._names |= {n: Counter(found.get(n, ())) for n in missing}

    def _renamed(self, claims: Mapping[str, Mapping[str, Claim]]) -> list[str]:
        """Articles, beside those that change, in which a name without lexicon id comes to mean another node; their entries are fetched."""
        after = {n: Counter(counts) for n, counts in self._names.items()}
        for article in self._changes:
            if article in self._entries:
                self._count(after, self._entries[article].claims.values(), -1)
            self._count(after, claims.get(article, {}).values(), 1)
        renamed = {n for n, counts in after.items() if _meaning(self._names[n]) != _meaning(counts)}
        forms = {f"{label_of(n)}.{v.removeprefix(VARIANT)}" for n in renamed for v in self._names[n] if v.startswith(VARIANT)}
        nodes = sorted({settled(n, self._names, self._rules_before) for n in renamed | forms})
        speaking = sorted(set(self._kept.speaking_of(nodes)).difference(self._changes)) if nodes else []
        self._fetch(speaking)
        return [a for a in speaking if self._moves(a, self._entries[a], after)]

    def _moves(self, article: str, entry: Entry, after: Names) -> bool:
        """Whether an entity of the article comes to another node, or there by another way, by names that come to mean another."""
        self._know(c.named for c in entry.claims.values())
        known = {**self._names, **after}
        claims = entry.claims.values()
        return any(place(c, article, self._names, self._rules) != place(c, article, known, self._rules) for c in claims)

    def _as_it_stood(self, article: str, names: Names) -> Facts:
        """The facts of an article as the corrections of before would have them."""
        facts = self._plan.facts_before[article]
        if not self._rules_before:
            return facts
        return amended(facts, self._plan.before[article].claims, names, self._rules_before).facts

    def _retell(self, names_before: Names) -> list[Report]:
        """Note what nodes are called, and for which nodes that changes; returns the reports of occasions that are named after these."""
        plan = self._plan
        plan.told = told(self._names, self._rules)
        before = told(names_before, self._rules_before)
        plan.retold = {n for n in plan.told.keys() | before.keys() if plan.told.get(n) != before.get(n)}
        if not plan.retold:
            return []
        articles = self._kept.speaking_of(sorted(plan.retold))
        self._fetch(articles)
        found = [r for a in sorted(articles) if a in self._entries for r in self._entries[a].reports]
        return [r for r in found if not plan.retold.isdisjoint((*r.guests, *r.hosts, r.show))]

    @staticmethod
    def _count(names: dict[str, Counter[str]], claims: Iterable[Claim], step: int) -> None:
        for c in claims:
            told = c.wikidata or (f"{VARIANT}{c.variant}" if c.variant else None)
            if told is not None:
                counts = names[c.named]
                counts[told] += step
                if not counts[told]:
                    del counts[told]

    def _widen(self, seeds: Iterable[Report]) -> list[Report]:
        """Fetch the entries of all articles whose reports may hang together with the seeds, former and present ones; returns these reports."""
        frontier = {self._board.shape(report): None for report in seeds}
        reached: dict[Shape, None] = {}
        while frontier:
            reached |= frontier
            asked = {clue for shape in frontier for clue in clues(shape.example)} - self._asked
            self._asked |= asked
            if asked:
                self._fetch(self._kept.telling(asked))
            frontier = {near: None for shape in frontier for near in self._board.near(shape) if near not in reached}
        return [report for shape in reached for report in self._board.reports(shape)]

    def _regroup(self, affected: Collection[Report]) -> None:
        """Group reports anew, and note which occasions become others than they were."""
        plan = self._plan
        moved: dict[str, dict[str, tuple[str, str | None]]] = {}
        called = {node: t.name for node, t in plan.told.items() if t.name}
        lost = {node for e in plan.before.values() for node, _ in e.resolution.appearances.values()}
        former = Counter(self._occasion_of(r) for r in affected)
        for together in group(affected, self._board):
            node, date = occasion_id(together), occasion_date(together)
            if node in lost or former[node] != len(together) or any(self._is_new(r, node) for r in together):
                stories_of = {r.article: self._entries[r.article].story or r.article for r in together}
                plan.occasions[node] = occasion(together, stories_of, called)
            for report in together:
                # An article that contradicts the others keeps its own date.
                own = date if dates_agree(date, report.date) else report.date
                moved.setdefault(report.article, {})[report.local] = node, own
        drawn_in = []
        for article, found in sorted(moved.items()):
            old = self._entries[article]
            appearances = {**old.resolution.appearances, **found}
            if appearances != old.resolution.appearances:
                self._entries[article] = replace(old, resolution=replace(old.resolution, appearances=appearances))
                if article not in plan.written:
                    plan.before[article] = old
                    drawn_in.append(article)
        plan.written.update(self._kept.facts(drawn_in))

    def _occasion_of(self, report: Report) -> str | None:
        """The occasion of which a report was so far; None where it is new."""
        return self._entries[report.article].resolution.appearances.get(report.local, (None, None))[0]

    def _is_new(self, report: Report, node: str) -> bool:
        """Whether the occasion that it is of may have other properties for this report than it had."""
        if report.article in self._plan.written or self._occasion_of(report) != node:
            return True
        return not self._plan.retold.isdisjoint((*report.guests, *report.hosts, report.show))

    def _index(self, entry: Entry) -> None:
        for report in entry.reports:
            self._board.add(report)

    def _remove(self, article: str) -> None:
        entry = self._entries.pop(article, None)
        if entry is None:
            return
        self._plan.before[article] = entry
        self._count(self._names, entry.claims.values(), -1)
        for report in entry.reports:
            self._board.remove(report)


def _meaning(counts: Counter[str]) -> tuple[str | None, bool]:
    """The single lexicon id of a name, None if there is none or more than one, and whether it comes with several middle initials."""
    ids = lexicon_ids(counts)
    return ids[0] if len(ids) == 1 else None, ambiguous(counts)
