from __future__ import annotations

from etl.correcting import undo, unfound
from etl.corrections_log import log
from etl.load import load
from etl.reviewing import accept, context, proposed, reasons, refuse
from graph.nicknames import same_first_name
from graph.records import Appearance, Article, Entity, Facts
from graph.store import Store


def told(article: str, guest: str, date: str, role: str = "coach", wikidata: str | None = None) -> Facts:
    text = f"{guest} was on Night Desk with Tom Weller."
    people = (
        Entity("e1", "Person", guest, (), (role,), ((0, len(guest)),), wikidata),
        Entity("e2", "Person", "Tom Weller", mentions=((len(text) - 11, len(text) - 1),)),
        Entity("e3", "Show", "Night Desk", mentions=((text.index("Night"), text.index(" with")),)),
    )
    occasion = Appearance("a", "podcast", guests=("e1",), hosts=("e2",), show="e3", date=date, evidence=((0, len(text)),))
    return Facts(Article(article, text, article, published="2024-08-13"), people, (occasion,))


def test_what_is_likely_one_is_proposed_accepted_and_refused(embedded_store: Store) -> None:
    store = embedded_store
    load(store, [told("a", "Bill Harrow", "2024-01-01"), told("b", "William Harrow", "2024-02-01"), told("c", "Harrow", "2024-03-01")])
    load(store, [told("d", "William Harrow Jr.", "2024-04-01", "boxer"), told("e", "Sue Price", "2024-05-01")])
    found = proposed(store)
    pairs = {p.names: p for p in found}
    assert ("Bill Harrow", "William Harrow") in pairs
    assert pairs["Bill Harrow", "William Harrow"].reasons[:3] == ("Bill is short for William", "both called coach", "both with Tom Weller")
    assert not any("Sue Price" in names for names in pairs)
    assert context(store, "Person.bill-harrow").sentences == (("Bill Harrow was on Night Desk with Tom Weller.", "a"),)

    number = [p.names for p in found].index(("Bill Harrow", "William Harrow")) + 1
    done = accept(store, number, who="ada")
    assert (done.kind, done.targets, done.value, done.who) == ("merge", ("Person.bill-harrow",), "Person.william-harrow", "ada")
    assert [(r.article, r.why.partition(":")[0]) for r in reasons(store, "Person.william-harrow")] == [
        ("a", "correction 1 of ada"), ("b", "the same name and type"),
    ]  # fmt: skip
    left = proposed(store)
    assert ("Bill Harrow", "William Harrow") not in {p.names for p in left}
    refused = refuse(store, 1, who="ada", why="father and son")
    assert refused.targets == (left[0].one, left[0].other)
    assert left[0] not in proposed(store)
    assert unfound(store) == ()
    undo(store)
    assert left[0] in proposed(store)
    assert [c.active for c in log(store)] == [True, False]


def test_a_junior_is_not_the_man_whom_the_lexicon_knows(embedded_store: Store) -> None:
    load(embedded_store, [told("a", "Sam Price", "2024-01-01", wikidata="Q7"), told("b", "Sam Price Jr.", "2024-02-01")])
    assert proposed(embedded_store) == ()


def test_first_names_and_their_short_forms() -> None:
    assert same_first_name("bill", "william") == "Bill is short for William"
    assert same_first_name("j", "james") == "J. may stand for James"
    assert same_first_name("bob", "rob") == "Bob and Rob are both short for Robert"
    assert same_first_name("ada", "adam") is None
