"""Made-up news: the same on both engines, in pages, written once, in memory that does not grow with it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import pytest

from benchmarks.news import HUB, RIVAL, articles
from etl.load import load
from graph.export.dump import dump
from graph.queries import ask, questions
from graph.records import check
from graph.store import Store
from graph.subgraph import neighbourhood, nodes, search
from tests.environment import uncovered

ROOT = Path(__file__).parents[2]
ARTICLES = 25


def test_made_up_news_hold_and_are_the_same_each_time() -> None:
    found = list(articles(30))
    for facts in found:
        check(facts)
    assert found == list(articles(30))
    assert [f.article.id for f in articles(30, seed=2)] != [f.article.id for f in found]
    people = [{e.name for e in f.entities if e.type == "Person"} for f in articles(200)]
    first = max(sum(name in named for named in people) for name in set().union(*people))
    assert first > len(people) / 2, "nobody is in most articles"


def told(store: Store, name: str) -> list[dict[str, Any]]:
    """What to ask a question with: as it comes, and about the people who are in most articles."""
    hub, rival = (nodes(store, [i])[i].name for i in (HUB, RIVAL))
    known = {
        "person": hub,
        "speaker": hub,
        "subject": hub,
        "a": hub,
        "b": rival,
        "unit": "viewers",
        "topic": "plan",
        "audience": "listeners",
        "name": "gram",
    }
    given = {p.name: known[p.name] for p in questions()[name].parameters if p.name in known}
    return [{}, given]


def test_both_engines_answer_every_question_alike(neo4j_store: Store, embedded_store: Store) -> None:
    for store in (neo4j_store, embedded_store):
        load(store, articles(ARTICLES))
    assert dump(neo4j_store) == dump(embedded_store)
    rows = 0
    for name in questions():
        for params in told(embedded_store, name):
            answer = ask(embedded_store, name, params)
            assert ask(neo4j_store, name, params).rows == answer.rows, (name, params)
            rows += len(answer.rows)
    assert rows > 300
    around = neighbourhood(embedded_store, [HUB, RIVAL], limit=40)
    assert neighbourhood(neo4j_store, [HUB, RIVAL], limit=40) == around
    assert len(around.nodes) > 40
    for text in ("ba", "Baba", "the plan", "gram", "tonight bab", ""):
        assert search(neo4j_store, text, 30) == search(embedded_store, text, 30), text


def test_pages_are_the_whole_in_parts(store: Store) -> None:
    load(store, articles(ARTICLES))
    for name in questions():
        # about the hub, or as it comes where nothing that it is in answers
        params = next(p for p in reversed(told(store, name)) if ask(store, name, p).rows)
        whole = ask(store, name, params | {"limit": 60}).rows
        pages = [ask(store, name, params | {"limit": 20, "skip": skip}).rows for skip in (0, 20, 40)]
        assert whole == tuple(row for page in pages for row in page), name


def test_a_second_load_does_not_write(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    load(store, articles(ARTICLES))
    before, revision = dump(store), store.revision()

    def refused(*_: object) -> None:
        raise AssertionError("a second load opens a transaction to write in")

    monkeypatch.setattr(Store, "transaction", refused)
    again = load(store, articles(ARTICLES))
    monkeypatch.undo()
    assert (again.articles_unchanged, again.nodes, again.edges) == (ARTICLES, 0, 0)
    assert (dump(store), store.revision()) == (before, revision)


def test_what_is_counted_is_what_is_there(store: Store) -> None:
    counted = load(store, articles(ARTICLES), batch_rows=500)
    found = dump(store)
    assert counted.nodes == sum(map(len, found.nodes.values()))
    assert counted.edges == sum(map(len, found.edges.values()))


LOADING = """
import gc, sys, tracemalloc
from benchmarks.news import articles
from etl.load import load
from graph.store import Store

def step(done):
    print(tracemalloc.get_traced_memory()[1], flush=True)
    gc.collect()  # when what hangs together in circles is given back is no matter of how much a batch needs
    tracemalloc.reset_peak()

with Store.open(sys.argv[1]) as store:
    tracemalloc.start()
    load(store, articles(200), progress=step, batch_rows=1000)
"""


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    """In a process of its own: in this one other threads, and coverage, keep memory too."""
    command = [sys.executable, "-c", LOADING, str(tmp_path / "greenroom.db")]
    done = subprocess.run(command, env=uncovered(), cwd=ROOT, capture_output=True, text=True, check=True)
    peaks = [int(line) for line in done.stdout.split()]
    third = len(peaks) // 3
    assert third > 5
    # a batch may hold one long article: the usual batch is what would grow
    assert median(peaks[-third:]) < 1.25 * median(peaks[third : 2 * third])
