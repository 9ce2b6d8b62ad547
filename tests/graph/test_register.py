from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.records import Appearance, Article, Entity, Facts
from graph.register import Entry, Register

PEOPLE = [
    Entity("p1", "Person", "Ada Lowe"),
    Entity("p2", "Person", "Sam Price"),
    Entity("p3", "Person", "Sam Price", wikidata="Q7"),
    Entity("p4", "Person", "Sam Price", wikidata="Q8"),
    Entity("p5", "Person", "Price"),
    Entity("s1", "Show", "Tall Tales"),
    Entity("s2", "Show", "Tall Tales", wikidata="Q9"),
]
some = st.sampled_from
people = st.lists(some(["p1", "p2", "p3", "p4", "p5"]), max_size=2, unique=True).map(tuple)
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


def facts(article: str, published: str | None, told: list[Appearance]) -> Facts:
    numbered = tuple(Appearance(f"a{n}", a.kind, a.status, a.guests, a.hosts, a.show, date=a.date) for n, a in enumerate(told))
    used = {i for a in numbered for i in (*a.guests, *a.hosts, a.show)}
    return Facts(Article(article, published=published), tuple(e for e in PEOPLE if e.id in used), numbered)


changes = st.builds(facts, some("abcdef"), some([None, "2024-08-13", "2024-08-14"]), st.lists(appearances, max_size=3))


class Kept:
    """What a store would have kept of all plans so far."""

    def __init__(self) -> None:
        self.facts: dict[str, Facts] = {}
        self.entries: dict[str, Entry] = {}
        self.occasions: dict[str, dict[str, Any]] = {}
        self.register = Register()

    def take(self, article: str, found: Facts | None) -> None:
        plan = self.register.change({article: found}, self._facts_of)
        for gone in plan.gone:
            self.facts.pop(gone, None)
            self.entries.pop(gone, None)
        self.facts |= plan.written
        self.entries |= plan.entries
        self.occasions |= plan.occasions

    def _facts_of(self, articles: Iterable[str]) -> dict[str, Facts]:
        return {a: self.facts[a] for a in articles}

    def living(self) -> dict[str, dict[str, Any]]:
        nodes = {node for e in self.entries.values() for node, _ in e.resolution.appearances.values()}
        return {node: self.occasions[node] for node in nodes}


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(changes, st.booleans()), min_size=2, max_size=12))
def test_the_register_is_the_same_whatever_happened_before(steps: list[tuple[Facts, bool]]) -> None:
    kept = Kept()
    for change, out in steps:
        kept.take(change.article.id, None if out else change)
    at_once = Register().change(dict(sorted(kept.facts.items())), dict)
    assert kept.entries == at_once.entries
    assert kept.living() == at_once.occasions


@settings(max_examples=50, deadline=None)
@given(changes)
def test_an_entry_survives_the_store(change: Facts) -> None:
    [entry] = Register().change({change.article.id: change}, dict).entries.values()
    assert Entry.from_json(entry.to_json()) == entry
