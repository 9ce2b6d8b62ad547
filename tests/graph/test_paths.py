"""Paths between two nodes of a small invented graph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path as File

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.load import load
from graph.analytics.paths import _Network, _ways, paths, web
from graph.errors import InputError
from graph.records import Article, Entity, Facts, Relation
from graph.store import Store

TEXT = "Ada Lowe, Sam Price, Mara Holt, Vera Borg, Wavelane and Night Shift."


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Ada hosts the show, which airs on the platform that Sam and Mara use; Sam supports Mara; Vera knows nobody."""
    folder: File = tmp_path_factory.mktemp("paths") / "store.db"
    names = {"a": ("Person", "Ada Lowe"), "s": ("Person", "Sam Price"), "m": ("Person", "Mara Holt"), "v": ("Person", "Vera Borg")}
    names |= {"p": ("Platform", "Wavelane"), "n": ("Show", "Night Shift")}
    entities = tuple(Entity(i, t, n, mentions=((TEXT.index(n), TEXT.index(n) + len(n)),)) for i, (t, n) in names.items())
    stated = (("a", "HOSTS", "n"), ("n", "AIRS_ON", "p"), ("s", "USES", "p"), ("m", "USES", "p"), ("s", "SUPPORTS", "m"))
    relations = tuple(Relation(s, p, o, evidence=((0, 8),)) for s, p, o in stated)
    opened = Store.open(str(folder))
    load(opened, [Facts(Article("one", TEXT, "One", "Harbour Wire", None, None, "2024-01-02"), entities, relations=relations)])
    yield opened
    opened.close()


def names(found: list) -> list[list[str]]:
    return [[n.name for n in p.nodes] for p in found]


def test_the_shortest_comes_first(store: Store) -> None:
    found = paths(store, "Person.sam-price", "Person.mara-holt")
    assert names(found)[:2] == [["Sam Price", "Mara Holt"], ["Sam Price", "Wavelane", "Mara Holt"]]
    assert [e.type for e in found[0].steps[0]] == ["SUPPORTS"]


def test_labels_can_be_left_out(store: Store) -> None:
    assert names(paths(store, "Person.sam-price", "Person.mara-holt", skip=["Platform"])) == [["Sam Price", "Mara Holt"]]


def test_the_ends_stay_whatever_is_left_out(store: Store) -> None:
    assert names(paths(store, "Person.ada-lowe", "Platform.wavelane", skip=["Platform", "Person"])) == [
        ["Ada Lowe", "Night Shift", "Wavelane"]
    ]


def test_a_way_may_be_too_long(store: Store) -> None:
    assert paths(store, "Person.ada-lowe", "Person.mara-holt", longest=2) == []


def test_who_knows_nobody_is_not_reached(store: Store) -> None:
    assert paths(store, "Person.ada-lowe", "Person.vera-borg") == []


@pytest.mark.parametrize(("a", "b"), [("Person.ada-lowe", "Person.ada-lowe"), ("Person.ada-lowe", "Person.nobody")])
def test_ends_are_checked(store: Store, a: str, b: str) -> None:
    with pytest.raises(InputError):
        paths(store, a, b)


def test_an_article_may_be_an_end(store: Store) -> None:
    """Articles are not gone over, but those that are asked for are looked at with all that they mention."""
    found = names(paths(store, "Article.one", "Person.vera-borg"))
    assert found == [["One", "Vera Borg"]]
    assert ["One", "Ada Lowe", "Night Shift", "Wavelane"] in names(paths(store, "Article.one", "Platform.wavelane"))


def test_what_was_read_once_gives_the_same(store: Store) -> None:
    ends = ("Person.ada-lowe", "Person.mara-holt")
    assert paths(store, *ends, among=web(store)) == paths(store, *ends)


@given(st.sets(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=24), st.integers(1, 12), st.integers(1, 5))
def test_the_best_are_found(pairs: set[tuple[int, int]], limit: int, longest: int) -> None:
    """Against all simple paths of the graph, weighed one by one."""
    graph = nx.Graph([(f"Person.{a}", f"Person.{b}") for a, b in pairs if a != b])
    graph.add_nodes_from(["Person.0", "Person.1"])
    network = _Network({n: list(graph[n]) for n in graph}, (), ("Person.0", "Person.1"))

    def weight(way: Sequence[str]) -> float:
        return round(sum(network.half(u) + network.half(v) for u, v in pairwise(way)), 6)

    weighed = sorted((weight(way), tuple(way)) for way in nx.all_simple_paths(graph, "Person.0", "Person.1", cutoff=longest))
    found = _ways(network, "Person.0", "Person.1", limit, longest)
    assert len(set(found)) == len(found) == min(limit, len(weighed))
    assert [weight(way) for way in found] == [w for w, _ in weighed[:limit]]
