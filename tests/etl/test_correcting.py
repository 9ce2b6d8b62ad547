from __future__ import annotations

from contextlib import suppress
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.correcting import add, copied, redo, undo, unfound
from etl.corrections_log import log
from etl.load import load, remove
from graph.corrections import Correction
from graph.errors import InputError
from graph.export.dump import dump
from graph.records import Appearance, Article, Entity, Facts, Relation, Statement
from graph.references import reference
from graph.store import Store

STORY = " ".join(f"word{n} of a story" for n in range(30))
TAILS = ("", STORY, STORY + " brought up to date")
TEXT = "Ada Lowe, whom some call Addie, owns Tall Tales. Sam Price spoke there with Price."
ENTITIES = {
    "ada": Entity("p1", "Person", "Ada Lowe", mentions=((0, 8),)),
    "addie": Entity("p2", "Person", "Addie Lowe", mentions=((25, 30),)),
    "sam": Entity("p3", "Person", "Sam Price", mentions=((49, 58),)),
    "sam7": Entity("p3", "Person", "Sam Price", mentions=((49, 58),), wikidata="Q7"),
    "sam8": Entity("p3", "Person", "Sam Price", mentions=((49, 58),), wikidata="Q8"),
    "price": Entity("p5", "Person", "Price", mentions=((76, 81),)),
    "show": Entity("s1", "Show", "Tall Tales", mentions=((37, 47),)),
    "firm": Entity("o1", "Organization", "Tall Tales", mentions=((37, 47),)),
}


def facts(article: str, who: list[str], date: str | None, tail: str = "") -> Facts:
    there = {ENTITIES[w].id: ENTITIES[w] for w in who}
    people = [i for i in there if i.startswith("p")]
    show = "s1" if "s1" in there else None
    told = [Appearance("a0", "podcast", "occurred", tuple(people[:1]), tuple(people[1:2]), show, date=date, evidence=((49, 82),))]
    owned = [Relation(p, "OWNS", o, evidence=((0, 48),)) for p in people[:2] for o in ("s1", "o1") if o in there]
    said = [Statement(p, 49, 82, TEXT[49:82], evidence=((49, 82),)) for p in people[:1]]
    return Facts(
        Article(article, TEXT + tail, article, "The Post", published="2024-08-13", extractor="test-1"),
        tuple(there.values()),
        tuple(told if people else ()),
        tuple(owned),
        statements=tuple(said),
    )


some = st.sampled_from
articles = some("abcd")
given_facts = st.builds(
    facts,
    articles,
    st.lists(some(sorted(ENTITIES)), min_size=1, max_size=5, unique=True),
    some([None, "2024-08", "2024-08-12", "2024-08-13"]),
    some(TAILS),
)
SAM = ("Person.sam-price", "Person.Q7", "Person.Q8")
nodes = some(["Person.ada-lowe", "Person.addie-lowe", *SAM, "Show.tall-tales", "Organization.tall-tales", "Person.new-name"])
people = nodes.filter(lambda n: n.startswith("Person"))
ENDS = [("OWNS", p, o) for p in ("Person.ada-lowe", "Person.addie-lowe", *SAM) for o in ("Show.tall-tales", "Organization.tall-tales")]
references = st.builds(
    lambda f, n: reference(f, *n), given_facts.filter(lambda f: bool(f.appearances)), some([("appearances", 0), ("statements", 0)])
)
occasions = references.filter(lambda r: "#appearances" in r)
corrections = st.one_of(
    st.builds(lambda n, v: Correction(0, "merge", (n,), v), people, people),
    st.builds(
        lambda n, a, v: Correction(0, "split", (n,), v, tuple(a)),
        people,
        st.lists(articles, min_size=1, max_size=2),
        some(["", "New Name"]),
    ),
    st.builds(lambda n, v: Correction(0, "rename", (n,), v), nodes, some(["Renamed", "Ada Lowe"])),
    st.builds(lambda n, v: Correction(0, "retype", (n,), v), nodes, some(["Person", "Show", "Organization"])),
    st.builds(lambda n, v: Correction(0, "alias", (n,), v), people, some(["Price", "Addie Lowe", "Sam Price"])),
    st.builds(lambda n: Correction(0, "reject", (n,)), nodes),
    st.builds(lambda e: Correction(0, "reject", ("|".join(e),)), some(ENDS)),
    st.builds(lambda r: Correction(0, "reject", (r,)), references),
    st.builds(lambda r, n: Correction(0, "reject", (r,), n), occasions, people),
    st.builds(lambda r, d: Correction(0, "date", (r,), d), occasions, some(["2024-08-12", "2024-08-14"])),
    st.builds(
        lambda r, k: Correction(0, k, tuple(sorted(r))), st.lists(occasions, min_size=2, max_size=3, unique=True), some(["merge", "split"])
    ),
)
steps = st.one_of(
    st.tuples(st.just("load"), given_facts),
    st.tuples(st.just("load"), given_facts),
    st.tuples(st.just("remove"), articles),
    st.tuples(st.just("correct"), corrections),
    st.tuples(st.just("correct"), corrections),
    st.tuples(some(["undo", "redo"]), st.none()),
)


def take(store: Store, step: tuple[str, Any]) -> None:
    what, given = step
    match what:
        case "load":
            load(store, [given])
        case "remove":
            remove(store, given)
        case _:
            # It may merge what is one already, or there is nothing to undo.
            with suppress(InputError):
                add(store, [given]) if what == "correct" else (undo if what == "undo" else redo)(store)


def emptied(store: Store) -> None:
    store.transaction(lambda tx: tx.run("MATCH (n) DETACH DELETE n"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(steps, min_size=3, max_size=9))
def test_loads_removals_and_corrections_in_any_order_give_the_same_graph(embedded_engine: Store, taken: list[tuple[str, Any]]) -> None:
    store = embedded_engine
    emptied(store)
    there: dict[str, Facts] = {}
    for step in taken:
        take(store, step)
        if step[0] == "load":
            there[step[1].article.id] = step[1]
        elif step[0] == "remove":
            there.pop(step[1], None)
    found, said, lost = dump(store), log(store), unfound(store)
    for corrections_first in (True, False):
        emptied(store)
        if corrections_first:
            copied(store, said)
        load(store, [there[a] for a in sorted(there, reverse=corrections_first)])
        if not corrections_first:
            copied(store, said)
        assert dump(store) == found
        assert unfound(store) == lost
    assert log(store) == said
