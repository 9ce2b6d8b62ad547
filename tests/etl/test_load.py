from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.load import Counters, _batches, load, loaded, loaded_words, remove
from etl.seen import words_digest
from graph.errors import FactsError
from graph.export.dump import Dump, dump
from graph.identity import input_digest
from graph.records import Appearance, Article, Entity, Facts, Motive, Reach, Relation, Statement
from graph.store import Store


def names(found: Dump, label: str) -> list[str]:
    return [n.name for n in found.nodes[label]]


def edges(found: Dump, type_: str) -> dict[str, dict[str, object]]:
    return {e.id: dict(e.properties) for e in found.edges[type_]}


def test_an_article_becomes_a_graph(store: Store, sample: dict[str, Facts]) -> None:
    counters = load(store, [sample["interview"]])
    found = dump(store)
    assert names(found, "Appearance") == ["Priya Nair on Night Shift, 2024-08-12"]
    assert names(found, "Date") == ["2024", "2024-08", "2024-08-12", "2024-08-13"]
    [appearance] = found.nodes["Appearance"]
    expected = {"kind": "podcast", "status": "occurred", "date": "2024-08-12", "date_text": "on Monday", "duration_minutes": 60.0}
    assert expected.items() <= appearance.properties.items()
    for type_ in ("APPEARED_IN", "HOSTED", "EPISODE_OF", "ON", "ON_DATE", "DISCUSSED", "OF", "SAID", "ABOUT", "AIMED_TO", "FOR"):
        assert len(found.edges[type_]) == 1, type_
    for type_ in ("HOSTS", "AIRS_ON", "TARGETS", "OWNS", "PUBLISHED_BY", "PUBLISHED_ON"):
        assert len(found.edges[type_]) == 1, type_
    [figure] = found.nodes["Reach"]
    assert figure.properties == {
        "name": "about 40,000 listeners",
        "value": 40000.0,
        "unit": "listeners",
        "qualifier": "about",
        "as_of": "2024-08-13",
    }
    assert (counters.articles_added, counters.articles_updated, counters.articles_unchanged, counters.dropped) == (1, 0, 0, ())
    assert counters.nodes == sum(map(len, found.nodes.values()))
    assert counters.edges == sum(map(len, found.edges.values()))


def test_every_fact_leads_to_words_of_an_article(store: Store, sample: dict[str, Facts]) -> None:
    load(store, sample.values())
    found = dump(store)
    texts = {n.id: n.properties["text"] for n in found.nodes["Article"]}
    articles = {e.source: e.target for e in found.edges["IN"]}
    borne_out = set()
    for v in found.nodes["Evidence"]:
        assert texts[articles[v.id]][v.properties["start"] : v.properties["end"]] == v.properties["quote"] != ""
        assert v.properties["extractor"] == "test-1"
        borne_out.add(v.properties["fact"])
    slots = ("APPEARED_IN", "HOSTED", "EPISODE_OF", "ON", "AT", "ON_DATE", "DISCUSSED")
    relations = ("HOSTS", "AIRS_ON", "TARGETS", "OWNS", "OPPONENT_OF", "ENDORSED", "USES", "HAS_AUDIENCE")
    facts = {e.id for type_ in (*slots, *relations) for e in found.edges[type_]}
    facts |= {n.id for label in ("Appearance", "Reach", "Statement", "Motive") for n in found.nodes[label]}
    assert len(facts) > 20
    assert facts == borne_out


def test_two_articles_about_one_occasion_make_one(store: Store, sample: dict[str, Facts]) -> None:
    load(store, sample.values())
    found = dump(store)
    assert names(found, "Appearance").count("Priya Nair on Night Shift, 2024-08-12") == 1
    [night] = [n for n in found.nodes["Appearance"] if "Night Shift" in n.name]
    assert night.properties["articles"] == 2
    assert night.properties["kind"] == "podcast"
    [on_date] = [e for e in found.edges["ON_DATE"] if e.source == night.id]
    assert (on_date.target, on_date.properties["articles"]) == ("Date.2024-08-12", 2)
    [nair] = [n for n in found.nodes["Person"] if n.name == "Priya Nair"]
    assert nair.properties == {
        "name": "Priya Nair", "aliases": ["Nair"], "roles": ["candidate", "mayor's daughter"], "articles": 2, "mentions": 4,
    }  # fmt: skip
    [show] = found.nodes["Show"]
    assert (show.name, show.properties["aliases"]) == ("The Night Shift", ["Night Shift"])


def test_a_relation_counts_its_evidence_and_goes_with_the_last(store: Store, sample: dict[str, Facts]) -> None:
    load(store, sample.values())
    owns = {"mentions": 2, "articles": 2, "confidence": 0.9, "first_seen": "2024-08-13", "last_seen": "2024-09-02"}
    [(id_, properties)] = edges(dump(store), "OWNS").items()
    assert properties == owns
    attributed = [n.properties.get("attributed_to") for n in dump(store).nodes["Evidence"] if n.properties["fact"] == id_]
    assert sorted(map(str, attributed)) == ["None", "Person.carl-stone"]
    assert remove(store, "interview")
    assert edges(dump(store), "OWNS") == {id_: owns | {"mentions": 1, "articles": 1, "first_seen": "2024-09-02"}}
    assert remove(store, "retold")
    assert edges(dump(store), "OWNS") == {}
    assert names(dump(store), "Organization") == []
    assert names(dump(store), "Person") == ["Carl Stone", "Ines Calder"]
    assert not remove(store, "retold")
    assert remove(store, "rally")
    assert not any((*dump(store).nodes.values(), *dump(store).edges.values()))


def test_loading_again_changes_nothing(store: Store, sample: dict[str, Facts]) -> None:
    first = load(store, sample.values())
    before, revision = dump(store), store.revision()
    assert load(store, [*sample.values(), sample["rally"]]) == Counters(articles_unchanged=4)
    assert dump(store) == before
    assert store.revision() == revision
    assert loaded(store) == {id_: input_digest(f.article) for id_, f in sample.items()}
    assert loaded_words(store) == {id_: words_digest(f.article.text) for id_, f in sample.items()}
    assert first.articles_added == 3


def test_a_changed_article_replaces_itself(store: Store, sample: dict[str, Facts]) -> None:
    load(store, [sample["rally"]])
    fresh, revision = dump(store), store.revision()
    changed = replace(sample["rally"], relations=(), reach=(), appearances=())
    assert load(store, [changed]).articles_updated == 1
    assert store.revision() != revision
    assert not any(dump(store).edges[t] for t in ("ENDORSED", "USES", "APPEARED_IN", "OF"))
    assert load(store, [sample["rally"]]).articles_updated == 1
    assert dump(store) == fresh


def test_a_lexicon_id_draws_in_what_had_the_name_alone(store: Store, sample: dict[str, Facts]) -> None:
    interview = sample["interview"]
    known = replace(interview.entities[0], wikidata="Q42")
    with_id = replace(interview, entities=(known, *interview.entities[1:]))
    load(store, [sample["retold"]])
    alone = dump(store)
    load(store, [with_id])
    assert [n.id for n in dump(store).nodes["Person"] if n.name == "Priya Nair"] == ["Person.Q42"]
    assert {e.target for e in dump(store).edges["OPPONENT_OF"]} | {e.source for e in dump(store).edges["OPPONENT_OF"]} == {
        "Person.Q42", "Person.carl-stone",
    }  # fmt: skip
    assert names(dump(store), "Appearance") == ["Priya Nair on Night Shift, 2024-08-12"]
    remove(store, "interview")
    assert dump(store) == alone


def test_what_the_ontology_does_not_allow_is_told_and_left_out(store: Store) -> None:
    entities = (Entity("p", "Person", "Ada Lowe"), Entity("t", "Topic", "tax"))
    facts = Facts(
        Article("odd", "Ada Lowe on tax."), entities, (), (Relation("p", "OWNS", "t", None, ((0, 8),)), Relation("p", "EATS", "t"))
    )
    counters = load(store, [facts])
    assert counters.dropped == ("odd: OWNS from Person to Topic: not in the ontology", "odd: relation EATS: not in the ontology")
    with pytest.raises(FactsError, match="'Planet'"):
        load(store, [Facts(Article("bad", ""), (Entity("x", "Planet", "Mars"),))])
    with pytest.raises(FactsError, match="surrogate"):
        load(store, [Facts(Article("bad", "half a \ud83d"))])
    assert list(loaded(store)) == ["odd"]


def test_progress_and_duplicates_within_a_load(store: Store, sample: dict[str, Facts]) -> None:
    steps: list[int] = []
    counters = load(store, [sample["rally"], replace(sample["rally"], reach=()), *sample.values()], progress=steps.append)
    assert steps[-1] == 5
    assert (counters.articles_added, counters.articles_updated) == (3, 2)


def test_what_comes_slowly_waits_for_the_time_that_a_batch_takes(sample: dict[str, Facts], monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands but for what is done here: an article comes every second, a batch takes two, later ten."""
    clock = [0.0]
    monkeypatch.setattr("etl.load.time.monotonic", lambda: clock[0])

    def coming() -> Iterator[Facts]:
        for n in range(100):
            clock[0] += 1.0
            yield replace(sample["rally"], article=replace(sample["rally"].article, id=f"a{n}"))

    sizes, takes = [], iter([2.0, 10.0, 10.0, 0.0])
    for batch in _batches(coming(), 10_000):
        sizes.append(len(batch))
        clock[0] += next(takes, 0.0)
    assert sizes == [5, 9, 41, 41, 4]


# Small worlds in which much coincides: few people, shows and days, with and without lexicon ids.
TEXT = "Ada Lowe met Sam Price on Tall Tales, said Sam Price, to reach nurses, and 500 people listened to the talk about tax."
THINGS = [
    Entity("p1", "Person", "Ada Lowe", ("Lowe",), ("singer",), ((0, 8),)),
    Entity("p2", "Person", "Sam Price", (), (), ((13, 22),)),
    Entity("p3", "Person", "Sam Price", (), ("host",), ((40, 49),), "Q7"),
    Entity("p4", "Person", "Price", (), (), ((17, 22),)),
    Entity("s1", "Show", "Tall Tales", (), (), ((26, 36),)),
    Entity("s2", "Show", "The Tall Tales", (), (), ((26, 36),), "Q8"),
    Entity("f1", "Platform", "Twitch", (), ()),
    Entity("t1", "Topic", "tax", (), (), ((110, 113),)),
    Entity("u1", "Audience", "nurses", (), (), ((60, 66),)),
]
PEOPLE = ["p1", "p2", "p3", "p4"]
spans = st.sampled_from([((0, 36),), ((13, 36), (40, 49)), ((51, 66),)])
dates = st.sampled_from([None, "2024", "2024-08", "2024-08-12", "2024-08-13"])
some = st.sampled_from


people = st.lists(some(PEOPLE), max_size=2, unique=True).map(tuple)
told = st.builds(
    Appearance,
    id=st.just("a"),
    kind=some(["podcast", "interview", "rally"]),
    status=some(["occurred", "planned"]),
    guests=people,
    hosts=people,
    show=some([None, "s1", "s2"]),
    platforms=some([(), ("f1",)]),
    date=dates,
    duration_minutes=some([None, 30.0]),
    topics=some([(), ("t1",)]),
    evidence=spans,
    attributed_to=some([None, "p2"]),
    confidence=some([0.5, 0.9]),
)


@st.composite
def article(draw: st.DrawFn) -> Facts:
    appearances = tuple(replace(draw(told), id=f"a{n}") for n in range(draw(st.integers(0, 2))))
    pairs = st.tuples(some(PEOPLE), some(["HOSTS", "TARGETS", "RELATED_TO"]))
    target = {"HOSTS": "s1", "TARGETS": "u1", "RELATED_TO": "p2"}
    relations = tuple(Relation(s, p, target[p], None, draw(spans), "r", 0.5) for s, p in draw(st.lists(pairs, max_size=3)))
    subjects = ["p1", "s2", *(a.id for a in appearances)]
    reach = tuple(
        Reach(s, 500.0, "listeners", "exact", None, None, None, ((72, 82),), "r", 0.5) for s in draw(st.lists(some(subjects), max_size=1))
    )
    statements = (Statement("p3", 0, 36, TEXT[:36], False, "said", ("p1",)),) if draw(st.booleans()) else ()
    motives = tuple(Motive("p1", 51, 66, TEXT[51:66], a.id) for a in appearances[:1])
    facts = Facts(
        Article("x", TEXT, "T", draw(some([None, "Tall Tales"])), None, None, draw(dates)),
        (),
        appearances,
        relations,
        reach,
        statements,
        motives,
    )
    used = {i for a in appearances for i in (*a.guests, *a.hosts, a.show, *a.platforms, *a.topics, a.attributed_to)}
    used |= {i for r in relations for i in (r.subject, r.object)} | {f.subject for f in reach}
    used |= {i for s in statements for i in (s.speaker, *s.about)} | {m.actor for m in motives}
    return replace(facts, entities=tuple(e for e in THINGS if e.id in used))


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(articles=st.lists(article(), min_size=2, max_size=4), data=st.data())
def test_the_graph_depends_on_what_is_loaded_and_not_on_how(store: Store, articles: list[Facts], data: st.DataObject) -> None:
    numbered = [replace(f, article=replace(f.article, id=f"x{n}")) for n, f in enumerate(articles)]
    last = numbered[-1].article.id
    for id_ in loaded(store):
        remove(store, id_)
    load(store, numbered[:-1])
    without_last = dump(store)
    load(store, numbered[-1:])
    whole = dump(store)
    remove(store, last)
    assert dump(store) == without_last
    for facts in data.draw(st.permutations(numbered[:-1])):
        remove(store, facts.article.id)
    assert not any((*dump(store).nodes.values(), *dump(store).edges.values()))
    for facts in data.draw(st.permutations(numbered)):
        load(store, [facts])
    assert dump(store) == whole
