from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.correcting import add, copied, redo, undo, unfound
from etl.corrections_csv import read_csv, write_csv
from etl.corrections_log import log
from etl.load import load, remove
from etl.rebuilding import rebuild
from etl.targets import correction
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


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
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


def test_each_kind_of_correction_holds_and_is_taken_back(embedded_store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    store = embedded_store
    load(store, sample.values())
    before = dump(store)
    night = next(n.id for n in before.nodes["Appearance"] if "Night Shift" in n.name)
    said = next(n.id for n in before.nodes["Statement"])
    wanted = [
        correction(store, "merge", "Ines Calder", "Carl Stone"),
        correction(store, "rename", "Person.tom-weller", "Thomas Weller"),
        correction(store, "retype", "Halden Media", "Outlet"),
        correction(store, "alias", "Priya Nair", "The Commuters' Friend"),
        correction(store, "date", night, "2024-08-13"),
        correction(store, "reject", "OPPONENT_OF|Person.carl-stone|Person.priya-nair"),
        correction(store, "reject", said),
        correction(store, "reject", f"ON|{night}|Platform.Q689141"),
        correction(store, "split", "Person.tom-weller", "Tom Weller of Halden", articles=("retold",)),
    ]
    added = add(store, [replace(c, who="ada", why="it is so") for c in wanted])
    assert [c.number for c in added] == list(range(1, 10))
    found = dump(store)
    people = {n.id: n for n in found.nodes["Person"]}
    assert sorted(people) == ["Person.carl-stone", "Person.priya-nair", "Person.tom-weller", "Person.tom-weller-of-halden"]
    assert (people["Person.tom-weller"].name, people["Person.tom-weller-of-halden"].name) == ("Thomas Weller", "Tom Weller of Halden")
    assert people["Person.tom-weller"].properties["aliases"] == ["Tom Weller"]
    assert "The Commuters' Friend" in people["Person.priya-nair"].properties["aliases"]
    assert [n.id for n in found.nodes["Outlet"] if n.name == "Halden Media"] == ["Outlet.halden-media"]
    assert [n.properties["date"] for n in found.nodes["Appearance"] if n.id == night] == ["2024-08-13"]
    assert (found.edges["OPPONENT_OF"], found.nodes["Statement"], found.edges["ON"]) == ((), (), ())
    assert "Platform.Q689141" in [n.id for n in found.nodes["Platform"]]
    assert unfound(store) == ()

    # read anew with the same result, rebuilt, written as CSV and read into another log: all the same
    load(store, [replace(f, article=replace(f.article, extractor="test-2")) for f in sample.values()])
    load(store, sample.values())
    assert dump(store) == found
    with Store.open(store.name, older=True) as older:
        rebuild(older)
    assert dump(store) == found
    path = tmp_path / "corrections.csv"
    with path.open("w", encoding="utf-8") as out:
        write_csv(log(store), out)
    assert add(store, read_csv(path)) == ()
    remove(store, "interview")
    assert {c.kind for c in unfound(store)} == {"rename", "reject"}
    load(store, [sample["interview"]])
    assert (dump(store), unfound(store)) == (found, ())
    for _ in added:
        undo(store)
    assert dump(store) == before
    for _ in added:
        redo(store)
    assert dump(store) == found
    emptied(store)
    add(store, read_csv(path))
    load(store, sample.values())
    assert dump(store) == found


def test_two_appearances_are_made_one_and_taken_apart(embedded_store: Store, sample: dict[str, Facts]) -> None:
    store = embedded_store
    load(store, sample.values())
    before = dump(store)
    night, rally = (n.id for n in sorted(before.nodes["Appearance"], key=lambda n: "Night" not in n.name))
    add(store, [correction(store, "merge", night, rally)])
    assert len(dump(store).nodes["Appearance"]) == 1
    undo(store)
    assert dump(store) == before
    add(store, [correction(store, "split", night, articles=("retold",))])
    assert len(dump(store).nodes["Appearance"]) == 3


@pytest.mark.parametrize(
    ("kind", "words", "value", "problem"),
    [
        ("rename", "nobody", "x", "nothing in .* is called"),
        ("rename", "Priya Nair", " ", "needs a name"),
        ("retype", "Priya Nair", "Animal", "none of"),
        ("date", "Priya Nair", "2024-08-12", "of an appearance"),
        ("merge", "Priya Nair", "Priya Nair", "another entity"),
        ("split", "Priya Nair", "", "needs the articles"),
        ("reject", "OWNS|Person.a|Person.b", "", "no relation"),
        ("reject", "Statement.none", "", "there is no"),
        ("fly", "Priya Nair", "", "none of merge"),
    ],
)
def test_what_cannot_be_meant_is_told(
    embedded_store: Store, sample: dict[str, Facts], kind: str, words: str, value: str, problem: str
) -> None:
    load(embedded_store, sample.values())
    with pytest.raises(InputError, match=problem):
        correction(embedded_store, kind, words, value)


def test_a_circle_is_refused_and_a_broken_file_told(embedded_store: Store, sample: dict[str, Facts], tmp_path: Path) -> None:
    load(embedded_store, sample.values())
    add(embedded_store, [correction(embedded_store, "merge", "Ines Calder", "Carl Stone")])
    with pytest.raises(InputError, match="one already"):
        add(embedded_store, [Correction(0, "merge", ("Person.carl-stone",), "Person.ines-calder")])
    path = tmp_path / "x.csv"
    path.write_text("kind,target,value\nrename,Person.carl-stone,\n")
    with pytest.raises(InputError, match="line 2: a rename needs a name"):
        read_csv(path)
    path.write_text("who\nada\n")
    with pytest.raises(InputError, match="at least the columns"):
        read_csv(path)
