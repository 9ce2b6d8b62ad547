"""The wordings of relations that are read off the surface, and the coded text that they are matched on."""

from __future__ import annotations

import time

import pytest

from etl.transform.pipeline import read_article, reading_of
from etl.transform.relations.coded import LETTERS, paragraphs
from etl.transform.relations.groups import groups
from etl.transform.relations.wording import wordings
from graph.records import Article


def found(text: str) -> set[tuple[str, str, str]]:
    """The relations of a short article as (subject, type, object) by name."""
    facts = read_article(Article("x", text, published="2025-03-04"), "test")
    named = {e.id: e.name for e in facts.entities}
    return {(named[r.subject], r.predicate, named[r.object]) for r in facts.relations}


def coded(text: str) -> str:
    """The first paragraph as patterns see it, with readable letters."""
    letters = {v: f"<{k}>" for k, v in LETTERS.items()}
    first = next(paragraphs(reading_of(Article("x", text, published="2025-03-04"))))
    return "".join(letters.get(c, c) for c in first.text)


def test_marks_ages_and_asides_are_left_out() -> None:
    text = "The podcast *Cold Kettle*, hosted by Ann Lowe (pictured), 43, is back, and its host Dev Rao left."
    assert coded(text).startswith("The podcast <S>, hosted by <P>, is back")


def test_a_coded_mention_leads_back_to_its_thing_and_place() -> None:
    text = "Ann Lowe hosts the podcast “Cold Kettle” on Twitch."
    paragraph = next(paragraphs(reading_of(Article("x", text, published="2025-03-04"))))
    things = [(t.name, text[p : p + 4]) for t, p in zip(paragraph.things, paragraph.places, strict=True) if t is not None]
    assert things == [("Ann Lowe", "Ann "), ("Cold Kettle", "Cold"), ("Twitch", "Twit")]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("She is due on “Any Answers” on BBC Radio 4, with Ann Lowe in the chair.", ("Ann Lowe", "HOSTS", "Any Answers")),
        ("TikTok threw out the account of Dev Rao in May.", ("Dev Rao", "BANNED_FROM", "TikTok")),
        ("Ann Lowe has been on LinkedIn since Monday.", ("Ann Lowe", "USES", "LinkedIn")),
        # hosts
        ("The podcast *Cold Kettle*, hosted by culinary director Ann Lowe, is back.", ("Ann Lowe", "HOSTS", "Cold Kettle")),
        ("On “Cold Kettle,” the science podcast that Ann Lowe and Dev Rao record in Oslo, he wept.", ("Ann Lowe", "HOSTS", "Cold Kettle")),
        ("On “Cold Kettle,” the science podcast that Ann Lowe and Dev Rao record in Oslo, he wept.", ("Dev Rao", "HOSTS", "Cold Kettle")),
        ("She recorded an episode of “Cold Kettle,” the parenting podcast from comedian Dev Rao.", ("Dev Rao", "HOSTS", "Cold Kettle")),
        ("She appeared on the podcast Cold Kettle. Its host, Dev Rao, said little.", ("Dev Rao", "HOSTS", "Cold Kettle")),
        ("He was on “The Dev Rao Show” on Monday, where Dev Rao said little.", ("Dev Rao", "HOSTS", "The Dev Rao Show")),
        # where it is published
        ("The podcast “Cold Kettle” airs weeknights at 11:35 on Twitch.", ("Cold Kettle", "AIRS_ON", "Twitch")),
        ("The podcast “Cold Kettle” is carried on Spotify, Apple Podcasts and YouTube.", ("Cold Kettle", "AIRS_ON", "YouTube")),
        ("Ann Lowe went on the BBC's podcast Cold Kettle on Monday.", ("Cold Kettle", "AIRS_ON", "BBC")),
        # posts
        ("Halden Media co-founder and creative director Ann Lowe resigned.", ("Ann Lowe", "FOUNDED", "Halden Media")),
        ("Ann Lowe, who teaches media law at the University of Corran, disagreed.", ("Ann Lowe", "WORKS_FOR", "University of Corran")),
        ("Ann Lowe, a media analyst at Enders Analysis, disagreed.", ("Ann Lowe", "WORKS_FOR", "Enders Analysis")),
        ("Ann Lowe, the leader of the Harbour Renewal Party, declined.", ("Ann Lowe", "LEADS", "Harbour Renewal Party")),
        # ownership and deals
        ("The newspaper Corran Evening Post, which belongs to Halden Media, agreed.", ("Halden Media", "OWNS", "Corran Evening Post")),
        ("Halden Media has signed Ann Lowe for three years.", ("Ann Lowe", "PARTNERED_WITH", "Halden Media")),
        ("The podcast Cold Kettle, sponsored by lender Corran Bank, is back.", ("Cold Kettle", "PARTNERED_WITH", "Corran Bank")),
        # accounts
        ("Ann Lowe, whose newsletter reaches over 85,000 subscribers on Substack, agreed.", ("Ann Lowe", "USES", "Substack")),
        ("The clip, posted by Ann Lowe to TikTok on Sunday, was seen by many.", ("Ann Lowe", "USES", "TikTok")),
        ("Ann Lowe apologised in a since-deleted Instagram story.", ("Ann Lowe", "USES", "Instagram")),
        ("Ann Lowe, suspended from Twitch since May, was missing.", ("Ann Lowe", "BANNED_FROM", "Twitch")),
        # people
        ("Ann Lowe and her husband, Dev Rao, wept.", ("Ann Lowe", "RELATED_TO", "Dev Rao")),
        ("Halden Media took Corran Coffee to the High Court in May.", ("Halden Media", "SUED", "Corran Coffee")),
        ("Ann Lowe, endorsed by the Harbour Renewal Party, spoke first.", ("Harbour Renewal Party", "ENDORSED", "Ann Lowe")),
        ("Voters choose between Ann Lowe, the mayor, and Dev Rao on Sunday.", ("Ann Lowe", "OPPONENT_OF", "Dev Rao")),
        ("Ann Lowe lashed out at Dev Rao on Monday.", ("Ann Lowe", "CRITICIZED", "Dev Rao")),
        ("Ann Lowe called Dev Rao “a tourist with a scarf”.", ("Ann Lowe", "CRITICIZED", "Dev Rao")),
    ],
)  # fmt: skip
def test_a_wording_states_its_relation(text: str, relation: tuple[str, str, str]) -> None:
    subject, predicate, object_ = relation
    ways = {relation, (object_, predicate, subject)} if predicate in ("RELATED_TO", "OPPONENT_OF") else {relation}
    assert ways & found(text), sorted(found(text))


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Ann Lowe has never hosted the podcast Cold Kettle.", "HOSTS"),
        ("Ann Lowe would not endorse Dev Rao.", "ENDORSED"),
        ("Halden Media, backed by Corran Capital, employs 94 people.", "SUPPORTS"),
        ("Ann Lowe, the company's chief scientist, told Halden Media president Dev Rao.", "HOSTS"),
        ("The deal with Ann Lowe was not signed by Halden Media.", "PARTNERED_WITH"),
        ("Director Ann Lowe thanked the studio, Halden Pictures.", "LEADS"),
    ],
)
def test_what_is_denied_or_something_else_states_nothing(text: str, predicate: str) -> None:
    assert not {r for r in found(text) if r[1] == predicate}, sorted(found(text))


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The podcast Cold Kettle is followed mostly by nurses and lorry drivers.", ("Cold Kettle", "HAS_AUDIENCE", "lorry drivers")),
        ("Women over 35 make up most of Ann Lowe's audience.", ("Ann Lowe", "HAS_AUDIENCE", "Women over 35")),
        ("The podcast Cold Kettle is popular with teenagers.", ("Cold Kettle", "HAS_AUDIENCE", "teenagers")),
        ("The podcast Cold Kettle is back. Who listens? Retired teachers, mostly.", ("Cold Kettle", "HAS_AUDIENCE", "Retired teachers")),
        ("Ann Lowe wants to win over undecided voters.", ("Ann Lowe", "TARGETS", "undecided voters")),
        ("The podcast Cold Kettle is aimed at first-time buyers and renters.", ("Cold Kettle", "TARGETS", "first-time buyers")),
    ],
)
def test_a_described_public_is_wanted_or_had(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in found(text), sorted(found(text))


@pytest.mark.parametrize(
    ("text", "described"),
    [
        ("He courts renters in their twenties.", ["renters in their twenties"]),
        ("It is for men between 18 and 34, she said.", ["men between 18 and 34"]),
        ("She talks to the 29-year-old who can't buy a house.", ["29-year-old who can't buy a house"]),
        ("Night nurses, bakers and lorry drivers call in.", ["Night nurses", "bakers", "lorry drivers"]),
        ("Half of its listeners are between 25 and 44.", ["listeners", "people between 25 and 44"]),
        ("Ann Lowe's core audience of lorry drivers is large.", ["core audience", "lorry drivers"]),
        ("It printed two newspapers for the ministers.", []),
    ],
)
def test_groups_are_found_by_their_words(text: str, described: list[str]) -> None:
    reading = reading_of(Article("x", text, published="2025-03-04"))
    assert [group.name for group in groups(reading)] == described


def test_a_wording_takes_only_the_types_it_names() -> None:
    (wording,) = wordings("HOSTS", "test", "<s:P> hosts <o:S>")
    letter = LETTERS
    assert wording.pattern.search(f"{letter['P']} hosts {letter['S']}")
    assert not wording.pattern.search(f"{letter['O']} hosts {letter['S']}")


def test_what_people_do_by_the_way_makes_no_public_of_them() -> None:
    told = found("Ann Lowe met farmers in Leeds on Monday and spoke about milk. Police officers drove her home.")
    assert not [p for _, p, _ in told if p in ("TARGETS", "HAS_AUDIENCE")]


def test_long_lines_are_read_in_linear_time() -> None:
    line = "Ann Lowe, the new and very old and quite loud chair and friend of many, said on Twitch that young men who watch, "
    short, long = line * 40, line * 160
    times = []
    for text in (short, long):
        reading = reading_of(Article("x", text, published="2025-03-04"))
        from etl.transform.relations import audiences
        from etl.transform.relations import wordings as told
        from etl.transform.relations.coded import paragraphs

        start = time.perf_counter()
        coded = list(paragraphs(reading))
        told.find(reading, coded)
        audiences.find(reading, [], [])
        times.append(time.perf_counter() - start)
    assert times[1] < 12 * times[0] + 0.5
