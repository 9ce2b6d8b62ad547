from __future__ import annotations

import pytest

from etl.load import load
from graph.errors import InputError
from graph.ontology import ontology
from graph.records import Article, Entity, Facts
from graph.store import Store
from graph.subgraph import article, counts, evidence, neighbourhood, nodes, search


@pytest.fixture
def loaded_store(store: Store, sample: dict[str, Facts]) -> Store:
    load(store, sample.values())
    return store


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("priya nair", "Priya Nair"),
        ("PRIYA", "Priya Nair"),
        ("nair priya", "Priya Nair"),
        ("nair", "Priya Nair"),
        ("well", "Tom Weller"),
        ("night shift", "The Night Shift"),
        ("commuters", "young commuters"),
        ("  halden   media ", "Halden Media"),
        ("corran", "Corran"),
    ],
)
def test_search_finds_by_name_part_and_alias(loaded_store: Store, text: str, first: str) -> None:
    assert search(loaded_store, text)[0].name == first


def test_search_ranks_limits_and_is_not_a_door(loaded_store: Store) -> None:
    assert [h.name for h in search(loaded_store, "", 2)] == ["Priya Nair", "Tom Weller"]
    assert search(loaded_store, "priya nair")[0].articles == 2
    assert [h.label for h in search(loaded_store, "priya nair")] == ["Person", "Appearance"]
    assert search(loaded_store, "nobody at all") == []
    for hostile in ("' OR 1=1 //", "*", "~", 'a" AND (', "\\", "x" * 10_000):
        assert search(loaded_store, hostile) == []


def test_a_neighbourhood_holds_the_edges_among_its_nodes(loaded_store: Store) -> None:
    around = neighbourhood(loaded_store, ["Person.priya-nair"])
    assert around.nodes[0].id == "Person.priya-nair"
    assert {n.name for n in around.nodes} == {
        "Priya Nair", "Priya Nair on Night Shift, 2024-08-12", "young commuters", "Carl Stone", "The fares are a disgrace,",
        "to reach young commuters",
    }  # fmt: skip
    ids = {n.id for n in around.nodes}
    assert {e.type for e in around.edges} == {"APPEARED_IN", "TARGETS", "OPPONENT_OF", "SAID", "AIMED_TO", "FOR"}
    assert all({e.source, e.target} <= ids for e in around.edges)
    assert around == neighbourhood(loaded_store, ["Person.priya-nair"])
    assert not any(key.startswith("_") for thing in (*around.nodes, *around.edges) for key in thing.properties)


def test_a_neighbourhood_takes_the_most_connected_first(loaded_store: Store) -> None:
    around = neighbourhood(loaded_store, ["Person.priya-nair"], limit=1)
    assert [n.label for n in around.nodes] == ["Person", "Appearance"]
    two = neighbourhood(loaded_store, ["Person.carl-stone", "Person.nobody", "Nonsense.x"], limit=2, skip_labels=("Appearance",))
    assert two.nodes[0].id == "Person.carl-stone"
    assert "Appearance" not in {n.label for n in two.nodes}
    assert neighbourhood(loaded_store, ["Person.nobody"]).nodes == ()


def test_evidence_of_every_edge_and_fact(loaded_store: Store) -> None:
    around = neighbourhood(loaded_store, ["Person.priya-nair", "Show.night-shift", "Person.carl-stone"])
    assert len(around.edges) > 8
    for edge in around.edges:
        assert evidence(loaded_store, edge.id), edge.id
    for node in around.nodes:
        role = ontology().labels[node.label].role
        assert bool(evidence(loaded_store, node.id)) == (role == "fact"), node.id


def test_evidence_comes_in_order_with_who_says_so(loaded_store: Store) -> None:
    rows = evidence(loaded_store, "OWNS|Organization.halden-media|Show.night-shift")
    assert [(r.article_id, r.quote, r.attributed_to) for r in rows] == [
        ("interview", "Halden Media owns Night Shift.", None),
        ("retold", "Halden Media owns Night Shift, he said.", "Carl Stone"),
    ]
    assert (rows[0].title, rows[0].outlet, rows[0].published) == ("An hour of Nair", "Evening Post", "2024-08-13")
    [topics] = evidence(loaded_store, next(e.id for e in neighbourhood(loaded_store, ["Topic.bus-fare"]).edges if e.type == "DISCUSSED"))
    assert (topics.slot, topics.quote, topics.rule, topics.confidence) == ("topics", "they spoke about bus fares", "spent-with", 0.8)
    assert evidence(loaded_store, "Person.priya-nair") == []
    assert evidence(loaded_store, "x|y|z") == []


def test_an_article_with_its_mentions_and_facts(loaded_store: Store, sample: dict[str, Facts]) -> None:
    view = article(loaded_store, "interview")
    assert view == article(loaded_store, "Article.interview")
    assert view.article == sample["interview"].article
    assert len(view.mentions) == 8
    for mention in view.mentions:
        words = view.article.text[mention.start : mention.end]
        assert words.split()[0] in mention.name
    assert [m.start for m in view.mentions] == sorted(m.start for m in view.mentions)
    texts = {f.text for f in view.facts}
    assert {"Halden Media owns The Night Shift", "Tom Weller hosts The Night Shift", "about 40,000 listeners"} <= texts
    assert all(f.spans and f.nodes and f.rule for f in view.facts)
    with pytest.raises(InputError, match="no article nonsense"):
        article(loaded_store, "nonsense")


def test_an_article_whose_id_is_no_plain_word(store: Store) -> None:
    load(store, [Facts(Article("a/b|c d", "Ada Lowe."), (Entity("e", "Person", "Ada Lowe", mentions=((0, 8),)),))])
    assert article(store, "a/b|c d").mentions[0].name == "Ada Lowe"


def test_counts_name_everything(loaded_store: Store) -> None:
    found = counts(loaded_store)
    assert list(found) == [*ontology().labels, *ontology().edges]
    assert (found["Person"], found["Appearance"], found["Article"], found["OWNS"], found["SUED"]) == (4, 2, 3, 1, 0)


def test_nodes_by_id(loaded_store: Store) -> None:
    found = nodes(loaded_store, ["Show.night-shift", "Person.carl-stone", "Person.nobody", "Date.2024"])
    assert [n.name for n in found.values()] == ["The Night Shift", "Carl Stone", "2024"]
