"""Figures of reach: which numbers count, in what unit, and whose they are. All names and shows are invented."""

from __future__ import annotations

import pytest

from etl.transform import reach
from etl.transform.drafts import AppearanceDraft, ReachDraft
from etl.transform.figures import figures
from etl.transform.pipeline import reading_of
from etl.transform.reading import NAME, Reading, Thing
from graph.records import Article

FIGURES: list[tuple[str, list[tuple[float, str]]]] = [
    ("Mira Dolan's podcast has 2.4 million monthly listeners.", [(2400000, "listeners")]),
    ("The stream drew more than 60,000 concurrent viewers at its height.", [(60000, "viewers")]),
    ("Her channel, which boasts 900,000 subscribers, went dark.", [(900000, "subscribers")]),
    ("He has 2.1m followers on Instagram and 900,000 on TikTok.", [(2100000, "followers"), (900000, "followers")]),
    ("A crowd of 12,000 packed the arena.", [(12000, "attendees")]),
    ("She spoke before an audience of some 3,000 in Leeds.", [(3000, "attendees")]),
    ("An estimated 8 million people tuned in to the broadcast.", [(8000000, "viewers")]),
    ("More than 300,000 people tuned in to the podcast.", [(300000, "listeners")]),
    ("The clip racked up 5 million views in a day.", [(5000000, "views")]),
    ("The interview has been viewed more than 11 million times on YouTube.", [(11000000, "views")]),
    ("The podcast is downloaded 600,000 times a month.", [(600000, "downloads")]),
    ("The debate was watched by 51 million people.", [(51000000, "viewers")]),
    ("Viewership peaked at 4.2 million.", [(4200000, "viewers")]),
    ("The paper, with a circulation of 120,000, refused to comment.", [(120000, "people")]),
    ("The app has 50 million monthly active users.", [(50000000, "users")]),
    ("His 3.2 million-strong following cheered.", [(3200000, "followers")]),
    ("The 4.8m-subscriber channel is run by Ana Brandt.", [(4800000, "subscribers")]),
    ("Almost 20,000 fans turned out in Tulsa.", [(20000, "attendees")]),
    ("The post was seen by 7 million people.", [(7000000, "viewers")]),
    ("His followers number 650,000.", [(650000, "followers")]),
    ("Her following on Twitch now exceeds 1.1 million.", [(1100000, "followers")]),
    ("The station reaches 2 million people a week.", [(2000000, "people")]),
    ("In the first hour 140,000 logged on.", [(140000, "viewers")]),
    ("Some 35,000 listened live.", [(35000, "listeners")]),
    ("Police put the crowd at 15,000.", [(15000, "attendees")]),
    ("More than a million people have watched it since.", [(1000000, "viewers")]),
    ("Roughly 1,500 were in the hall and another 22,000 watched online.", [(1500, "attendees"), (22000, "viewers")]),
    ("The account has 1.4 million followers; its Instagram page has 310,000.", [(1400000, "followers"), (310000, "followers")]),
    ("At one point 33,000 were watching; by midnight it was 41,000.", [(33000, "viewers"), (41000, "viewers")]),
    ("Her Substack has 12,000 paid subscribers.", [(12000, "subscribers")]),
    ("They count some 9,500 paying members there.", [(9500, "subscribers")]),
    ("The magazine has 90,000 readers.", [(90000, "people")]),
    ("She wrote to the 60,000 or so who subscribe.", [(60000, "subscribers")]),
    ("He claimed that 9 million had watched; in fact 3.4 million did.", [(9000000, "viewers"), (3400000, "viewers")]),
    ("The finale drew 3.1 million, the lowest in a decade.", [(3100000, "viewers")]),
    ("He sang before 300 pensioners in Hull.", [(300, "attendees")]),
    ("Her subscriber count rose from 200,000 to 350,000.", [(350000, "subscribers")]),
    ("The trailer passed 40 million views within a day, and 60 million by Friday.", [(40000000, "views"), (60000000, "views")]),
    ("On Friday she spoke about silence in front of 1,500 of the faithful.", [(1500, "attendees")]),
    ("At its peak 66,000 people had the stream on.", [(66000, "viewers")]),
    ("She sang to 900 people in the hall, and another 26,000 looked on via her account.", [(900, "attendees"), (26000, "viewers")]),
    # no reach
    ("The bill passed with 310 in favour.", []),
    ("The deal drew 400 complaints.", []),
    ("Shares hit 4,500 on Monday.", []),
    ("The video got 12,000 likes and 3,000 comments.", []),
    ("A poll of 1,200 viewers found otherwise.", []),
    ("The hall seats 5,000 people.", []),
    ("Tickets for 2,000 seats sold out.", []),
    ("The company employs 3,000 people.", []),
    ("He has sold 3 million records.", []),
    ("His video has been shared 30,000 times.", []),
    ("He thought maybe fifty people would join.", []),
    ("Hundreds of thousands of users flocked to it.", []),
    ("They hope to reach 5 million viewers.", []),
    ("The first 100 subscribers got a mug.", []),
]


def _read(text: str, *things: Thing) -> Reading:
    """The reading of `text`, in which `things` are named wherever their names stand: whose a figure is does not hang on name finding."""
    reading = reading_of(Article("x", text, published="2025-05-06"))
    for thing in things:
        reading.add(thing)
        for name in (thing.name, *thing.aliases):
            start = text.find(name)
            while start >= 0:
                reading.mention(thing, start, start + len(name), NAME)
                start = text.find(name, start + len(name))
    return reading


def _one(reading: Reading, *appearances: AppearanceDraft) -> ReachDraft:
    (found,) = reach.find(reading, appearances)
    return found


@pytest.mark.parametrize(("sentence", "expected"), FIGURES, ids=[f[0][:50] for f in FIGURES])
def test_units(sentence: str, expected: list[tuple[float, str]]) -> None:
    assert [(f.number.value, f.unit) for f in figures(_read(sentence))] == expected


OWNERS = [
    ("Mira Dolan has 4.8 million subscribers on Tubely.", "Mira Dolan"),
    ("The post was written by Mira Dolan, who has 1.1m followers there.", "Mira Dolan"),
    ("Otto Krenz thanked Mira Dolan's 300,000 followers.", "Mira Dolan"),
    ("Otto Krenz met Mira Dolan, a streamer with 2 million followers.", "Mira Dolan"),
    ("Mira Dolan, whose following on Tubely stands at 4.1m, met Otto Krenz.", "Mira Dolan"),
    ("Otto Krenz spoke to Tubely, a site with 18 million users.", "Tubely"),
    ("The change went to Tubely's 540 million users.", "Tubely"),
    ("Otto Krenz joined Tubely and promoted it to the platform's 540 million users.", "Tubely"),
    ("Night Desk has 340,000 listeners a month.", "Night Desk"),
    ("Otto Krenz praised Night Desk. The show has 14.5 million followers.", "Night Desk"),
]


@pytest.mark.parametrize(("sentence", "owner"), OWNERS, ids=[o[0][:50] for o in OWNERS])
def test_whose_the_figure_is(sentence: str, owner: str) -> None:
    things = [Thing("Person", "Mira Dolan"), Thing("Person", "Otto Krenz"), Thing("Platform", "Tubely"), Thing("Show", "Night Desk")]
    subject = _one(_read(sentence, *things)).subject
    assert isinstance(subject, Thing)
    assert subject.name == owner


def test_the_platform_of_a_figure() -> None:
    mira, tubely = Thing("Person", "Mira Dolan"), Thing("Platform", "Tubely")
    for sentence in (
        "Mira Dolan has 300,000 followers on Tubely.",
        "Mira Dolan has 300,000 Tubely followers.",
        "On Tubely, Mira Dolan has 300,000 followers there.",
    ):
        assert _one(_read(sentence, mira, tubely)).platform is tubely
        mira.mentions.clear()
        tubely.mentions.clear()


def test_coordinated_figures_have_one_owner_and_two_platforms() -> None:
    mira, tubely, klikk = Thing("Person", "Mira Dolan"), Thing("Platform", "Tubely"), Thing("Platform", "Klikk")
    found = reach.find(_read("Mira Dolan has 2.1m followers on Tubely and 900,000 on Klikk.", mira, tubely, klikk), ())
    assert [(f.subject, f.value, f.unit, f.platform) for f in found] == [
        (mira, 2100000, "followers", tubely),
        (mira, 900000, "followers", klikk),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "The stream drew 60,000 viewers.",
        "At its peak, the video had over 60,000 concurrent viewers.",
        "About 60,000 people were watching.",
        "The conversation has been viewed 60,000 times.",
        "By Friday that episode had nearly 60,000 downloads.",
        "Roughly 60,000 viewers looked in.",
    ],
)
def test_a_passing_public_is_that_of_the_occasion_told_of_last(sentence: str) -> None:
    text = f"Mira Dolan talked to Otto Krenz on Friday. {sentence}"
    mira, otto = Thing("Person", "Mira Dolan"), Thing("Person", "Otto Krenz")
    occasion = AppearanceDraft("livestream", "test.stream", guests=[mira], hosts=[otto], evidence=[(0, 42)])
    found = _one(_read(text, mira, otto), occasion)
    assert found.subject is occasion
    assert found.value == 60000
    assert found.evidence == [(43, len(text))]


def test_what_a_show_usually_has_is_the_shows() -> None:
    text = "Mira Dolan spoke on Night Desk on Friday. The show normally has 9,000 viewers."
    mira, show = Thing("Person", "Mira Dolan"), Thing("Show", "Night Desk")
    occasion = AppearanceDraft("broadcast", "test.broadcast", guests=[mira], show=show, evidence=[(0, 41)])
    subject = _one(_read(text, mira, show), occasion).subject
    assert isinstance(subject, Thing)
    assert (subject.type, subject.name) == ("Show", "Night Desk")


def test_a_cancelled_occasion_had_no_public() -> None:
    text = "Mira Dolan called off a talk with Otto Krenz. The stream drew 60,000 viewers."
    mira, otto = Thing("Person", "Mira Dolan"), Thing("Person", "Otto Krenz")
    occasion = AppearanceDraft("livestream", "test.stream", status="declined", guests=[mira], hosts=[otto], evidence=[(0, 45)])
    assert _one(_read(text, mira, otto), occasion).subject is mira


def test_the_same_figure_is_written_once() -> None:
    mira = Thing("Person", "Mira Dolan")
    found = reach.find(_read("Mira Dolan has 300,000 followers. Her 300,000 followers and Mira Dolan's 300,000 followers agree.", mira), ())
    assert [(f.value, f.unit) for f in found if f.subject is mira] == [(300000, "followers")]
