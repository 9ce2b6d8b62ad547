"""Loose tellings: occasions told in ways that no construction knows, their roles, and what headings and answers add. All names are invented."""

from __future__ import annotations

import pytest

from etl.transform import read
from etl.transform.appearances.answers import Telling
from etl.transform.appearances.evidence import NEEDED, probability
from etl.transform.appearances.finding import Finder
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.items import items
from etl.transform.appearances.occasion_hearing import STEPS
from etl.transform.appearances.parts import parts
from etl.transform.appearances.programmes import programmes
from etl.transform.appearances.spots import Spots
from etl.transform.appearances.telling_weights import ALONE
from etl.transform.appearances.tellings import Teller
from etl.transform.pipeline import reading_of
from graph.records import Article

PUBLISHED = "2025-07-09"  # a Wednesday


def told(text: str) -> list[dict[str, object]]:
    """The appearances with names instead of ids."""
    found = read(Article("t", text, published=PUBLISHED))
    names = {e.id: e.name for e in found.entities}
    return [
        {
            "kind": a.kind, "status": a.status, "guests": [names[g] for g in a.guests], "hosts": [names[h] for h in a.hosts], "show": names.get(a.show or ""),
            "platforms": [names[p] for p in a.platforms], "date": a.date, "minutes": a.duration_minutes, "topics": [names[t] for t in a.topics],
        }
        for a in found.appearances
    ]  # fmt: skip


def frames(text: str) -> list[Frame]:
    """The loose tellings of `text`, likely or not."""
    reading = reading_of(Article("t", text, published=PUBLISHED))
    known = programmes(reading)
    teller = Teller(reading, Finder(reading, known), Spots(reading, known))
    return [t.frame for sent in reading.sentences for t in teller.tellings(sent)]


def candidates(text: str) -> list[str]:
    """Their guests."""
    return [g.name for frame in frames(text) for g in frame.guests]


@pytest.mark.parametrize(
    ("text", "guest", "slots"),
    [
        ("In May it was Radio Nord that had Mira Lowe.", "Mira Lowe", {"platforms": ["Radio Nord"], "date": "2025-05", "kind": "broadcast"}),
        ("In September Mira Lowe gave an hour to the actress Toni Bright for her YouTube show, Toni Talks.", "Mira Lowe",
         {"hosts": ["Toni Bright"], "show": "Toni Talks", "kind": "interview"}),
        ("Some 43 million people watched Mira Lowe and Cal Bright debate each other on Tuesday night on CBS.", "Cal Bright",
         {"kind": "debate", "date": "2025-07-08", "platforms": ["CBS"]}),
        ("Mira Lowe skipped the debate on Radio Nord on Monday.", "Mira Lowe", {"status": "declined", "date": "2025-07-07", "kind": "debate"}),
    ],
)  # fmt: skip
def test_occasions_in_unusual_words(text: str, guest: str, slots: dict[str, object]) -> None:
    found = told(text)
    assert [a for a in found if guest in a["guests"] and all(a[k] == v for k, v in slots.items())], found  # type: ignore[operator]


@pytest.mark.parametrize(
    "text",
    [
        "Mira Lowe will speak in the school gym on July 20.",
        "Mira Lowe lectured in Leeds.",
        "Mira Lowe spoke for 25 minutes, mostly about rents.",
        "Mira Lowe stood among the strikers in August and addressed them for three minutes.",
        "Mira Lowe had 71,000 watching on YouTube when she walked into a door.",
    ],
)
def test_speaking_at_a_stated_time_place_or_length_is_a_candidate(text: str) -> None:
    assert candidates(text) == ["Mira Lowe"]


@pytest.mark.parametrize("text", ["Mira Lowe speaks well.", "Mira Lowe left Leeds on Monday."])
def test_speaking_and_acting_at_large_tell_no_occasion(text: str) -> None:
    assert told(text) == []


def test_what_somebody_did_may_tell_an_occasion_though_its_sentence_names_none() -> None:
    (found,) = told("The podcast Slow Boat is made by Mira Lowe. Cal Bright came by on 3 March and brought a herring.")
    assert (found["guests"], found["show"], found["date"]) == (["Cal Bright"], "Slow Boat", "2025-03-03")


def test_what_somebody_did_goes_on_about_the_last_occasion_unless_a_day_tells_it_apart() -> None:
    assert [f.definite for f in frames("Cal Bright came by.")] == [True]
    assert [f.definite for f in frames("Cal Bright came by on 3 March.")] == [False]


def test_whatever_somebody_does_is_a_candidate_and_weights_tell_whether_it_is_an_occasion() -> None:
    assert candidates("Cal Bright came by on 3 March.") == candidates("Cal Bright mended a boat on 3 March.") == ["Cal Bright"]
    assert told("Cal Bright mended a boat on 3 March.") == []


@pytest.mark.parametrize("text", ["“Cal Bright came by on 3 March,” said Mira Lowe.", "The band Cold Harbour Choir came by on 3 March."])
def test_what_is_quoted_or_done_by_a_body_is_no_candidate(text: str) -> None:
    assert candidates(text) == []


def test_a_length_told_afterwards_belongs_to_the_occasion() -> None:
    found = told("Mira Lowe was interviewed by Cal Bright on Radio Nord on Monday. It lasted 23 minutes.")
    assert [a["minutes"] for a in found] == [23]


def test_topics_before_their_verb() -> None:
    found = told("Mira Lowe was interviewed by Cal Bright on Radio Nord on Monday. Honey prices and frost also came up.")
    assert found[0]["topics"] == ["Honey prices", "frost"]


def test_a_list_without_a_verb_tells_the_topics() -> None:
    found = told("Mira Lowe was interviewed by Cal Bright on Radio Nord on Monday. Housing, honey prices, frost.")
    assert found[0]["topics"] == ["Housing", "honey prices", "frost"]


def test_a_day_over_a_section_holds_for_it() -> None:
    text = "**THURSDAY 10**\n\nMira Lowe is on Radio Nord with Cal Bright.\n\n**FRIDAY 11**\n\nAda Stone speaks to Radio Nord about bees.\n"
    found = {str(a["guests"]): (a["date"], a["status"]) for a in told(text)}
    assert found["['Mira Lowe']"] == ("2025-07-10", "planned")
    assert found["['Ada Stone']"] == ("2025-07-11", "planned")


def test_parts_are_cut_before_clauses_with_a_subject_of_their_own() -> None:
    reading = reading_of(Article("p", "Mira Lowe went on Radio Nord; Cal Bright stayed at home.", published=PUBLISHED))
    sent = reading.sentences[0]
    cut = parts(reading, sent, items(reading, sent))
    assert [[p.thing.name for p in part.people] for part in cut] == [["Mira Lowe"], ["Cal Bright"]]
    assert [[o.thing.name for o in part.outlets] for part in cut] == [["Radio Nord"], []]


def test_known_roles_speak_for_an_occasion_and_guesses_against() -> None:
    (frame,) = frames("Mira Lowe went on Radio Nord.")
    known = Telling(frame, {"both roles", "show's host known", "guest is subject", "anchor show", "show"})
    guessed = Telling(frame, {"guest in focus", "anchor stage", "many people", "present tense"})
    assert ALONE["both roles"] > ALONE["guest in focus"]
    assert probability(known) > NEEDED > probability(guessed)


def test_what_the_network_hears_counts_where_it_is_asked() -> None:
    (frame,) = frames("Mira Lowe went on Radio Nord.")
    chances = [
        probability(Telling(frame, {f"heard over {step:g}" for step in STEPS[:count]}, heard=True))
        for count in (0, len(STEPS) // 2, len(STEPS))
    ]
    assert chances[0] < chances[1] < chances[2]
