from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.entry import Entry
from graph.occasions import Clue, Report, clues, dates_agree, linked
from graph.records import Appearance, Article, Entity, Facts
from graph.register import change
from graph.stories import bands

PEOPLE = [
    Entity("p1", "Person", "Ada Lowe"),
    Entity("p2", "Person", "Sam Price"),
    Entity("p3", "Person", "Sam Price", wikidata="Q7"),
    Entity("p4", "Person", "Sam Price", wikidata="Q8"),
    Entity("p5", "Person", "Price"),
    Entity("p6", "Person", "Sam J. Price"),
    Entity("p7", "Person", "Sam K. Price"),
    Entity("s1", "Show", "Tall Tales"),
    Entity("s2", "Show", "Tall Tales", wikidata="Q9"),
]
some = st.sampled_from
people = st.lists(some(["p1", "p2", "p3", "p4", "p5", "p6", "p7"]), max_size=2, unique=True).map(tuple)
dates = some([None, "2024", "2024-08", "2024-08-12", "2024-08-13"])
appearances = st.builds(
    Appearance,
    id=st.just("a"),
    kind=some(["podcast", "interview", "rally"]),
    status=some(["occurred", "planned", "declined"]),
    guests=people,
    hosts=people,
    show=some([None, "s1", "s2"]),
    date=dates,
)


WORDS = "the mayor of a small town went on the radio and spoke for an hour about buses and snow and the price of bread".split()
TEXTS = ("", " ".join(WORDS * 3), " ".join(WORDS * 3) + " and jam", " ".join(reversed(WORDS * 3)), " ".join(WORDS[5:] * 3))


def facts(article: str, published: str | None, told: list[Appearance], text: str = "") -> Facts:
    numbered = tuple(Appearance(f"a{n}", a.kind, a.status, a.guests, a.hosts, a.show, date=a.date) for n, a in enumerate(told))
    used = {i for a in numbered for i in (*a.guests, *a.hosts, a.show)}
    return Facts(Article(article, text, published=published), tuple(e for e in PEOPLE if e.id in used), numbered)


changes = st.builds(facts, some("abcdef"), some([None, "2024-08-13", "2024-08-14"]), st.lists(appearances, max_size=3), some(TEXTS))


class Kept:
    """What a store would have kept of all plans so far."""

    def __init__(self) -> None:
        self._facts: dict[str, Facts] = {}
        self._entries: dict[str, Entry] = {}
        self._names: dict[str, Counter[str]] = {}
        self.occasions: dict[str, dict[str, Any]] = {}
        self.asked: set[str] = set()

    def take(self, article: str, found: Facts | None) -> None:
        plan = change({article: found}, self)
        assert plan.before == {a: self._entries[a] for a in sorted({*plan.written, *plan.gone}) if a in self._entries}
        for gone in plan.gone:
            self._facts.pop(gone, None)
            self._entries.pop(gone, None)
        self._facts |= plan.written
        self._entries |= plan.entries
        self._names |= plan.names
        self.occasions |= plan.occasions

    def entries(self, articles: Collection[str]) -> dict[str, Entry]:
        self.asked |= set(articles)
        return {a: self._entries[a] for a in articles if a in self._entries}

    def facts(self, articles: Collection[str]) -> dict[str, Facts]:
        return {a: self._facts[a] for a in articles}

    def names(self, named: Collection[str]) -> dict[str, Counter[str]]:
        return {n: Counter(self._names[n]) for n in named if self._names.get(n)}

    def speaking_of(self, nodes: Collection[str]) -> list[str]:
        return [a for a, e in self._entries.items() if not set(nodes).isdisjoint(e.resolution.entities.values())]

    def telling(self, wanted: Collection[Clue]) -> list[str]:
        found = [(a, c) for a, e in self._entries.items() for r in e.reports for c in clues(r)]
        found += [(a, Clue(key, None)) for a, e in self._entries.items() for key in bands(e.signature)]
        return [a for a, c in found for w in wanted if c.key == w.key and dates_agree(c.date, w.date)]

    def all(self) -> dict[str, Entry]:
        return self._entries

    def living(self) -> dict[str, dict[str, Any]]:
        nodes = {node for e in self._entries.values() for node, _ in e.resolution.appearances.values()}
        return {node: self.occasions[node] for node in nodes}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(changes, st.booleans()), min_size=2, max_size=12))
def test_what_is_kept_is_the_same_whatever_happened_before(steps: list[tuple[Facts, bool]]) -> None:
    kept = Kept()
    for step, out in steps:
        kept.take(step.article.id, None if out else step)
    at_once = change(kept.facts(sorted(kept.all())), Kept())
    assert kept.all() == at_once.entries
    assert kept.living() == at_once.occasions
    told = [(c.named, c.wikidata or f"~{c.variant}") for e in kept.all().values() for c in e.claims.values() if c.wikidata or c.variant]
    counts = Counter(told)
    assert counts == {(n, w): count for n, found in kept.names(list(kept._names)).items() for w, count in found.items()}


@settings(max_examples=50, deadline=None)
@given(changes)
def test_an_entry_survives_the_store(one: Facts) -> None:
    [entry] = change({one.article.id: one}, Kept()).entries.values()
    assert Entry.from_json(entry.to_json()) == entry


reported = st.builds(
    Report,
    article=some(["x", "y"]),
    local=st.just("a"),
    published=st.none(),
    kind=some(["podcast", "interview", "rally"]),
    status=some(["occurred", "planned"]),
    guests=st.lists(some("abc"), max_size=3, unique=True).map(tuple),
    hosts=st.lists(some("abc"), max_size=2, unique=True).map(tuple),
    show=some([None, "s", "t"]),
    platforms=st.lists(some("fg"), max_size=2, unique=True).map(tuple),
    date=dates,
    usual=st.lists(some("abc"), max_size=1).map(tuple),
    joined=st.lists(some("12"), max_size=1).map(tuple),
    apart=st.lists(some("3"), max_size=1).map(tuple),
)


@settings(max_examples=2000, deadline=None)
@given(reported, reported)
def test_reports_that_are_linked_have_a_clue_in_common(one: Report, other: Report) -> None:
    if linked(one, other):
        assert any(c.key == d.key and dates_agree(c.date, d.date) for c in clues(one) for d in clues(other))


def test_a_change_asks_for_few_articles() -> None:
    kept = Kept()
    for n in range(50):
        told = Appearance("a0", "interview", guests=("p1",), hosts=("p2",), date=f"2024-{n % 12 + 1:02}-{n // 12 + 1:02}")
        kept.take(f"x{n}", facts(f"x{n}", None, [told]))
    kept.asked.clear()
    kept.take("y", facts("y", None, [Appearance("a0", "interview", guests=("p1",), hosts=("p2",), date="2024-03-01")]))
    assert kept.asked == {"x2", "y"}
