"""Names are found, typed by their contexts and joined to one thing each, also where no lexicon knows them."""

from __future__ import annotations

import time

import pytest
from spacy.tokens import Doc

from etl.transform import names
from etl.transform.language import pipeline
from etl.transform.lexicon import Lexicon
from etl.transform.name_spans import Finder
from etl.transform.pipeline import reading_of
from etl.transform.reading import NAME, Reading, Thing
from graph.records import Article


def read(text: str) -> Reading:
    return reading_of(Article("x", text, published="2025-03-04"))


def types(text: str) -> dict[str, str]:
    return {t.name: t.type for t in read(text).things}


def thing(reading: Reading, name: str) -> Thing:
    found = [t for t in reading.things if name in (t.name, *t.aliases)]
    assert len(found) == 1, f"{name}: {[(t.type, t.name, t.aliases) for t in reading.things]}"
    return found[0]


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        # shows
        ("She talked for an hour on “Lanternlight,” a podcast about sleep.", "Lanternlight", "Show"),
        ("Dev Rao, the host of Cold Kettle, said the series would return in May.", "Cold Kettle", "Show"),
        ("The actor was a guest on the podcast Salt and Copper on Monday.", "Salt and Copper", "Show"),
        ("The actor was a guest on the podcast Salt Ferry on 3 March.", "Salt Ferry", "Show"),
        ("Episode 41 of Dry Harbour went up on Friday.", "Dry Harbour", "Show"),
        ("The duo, who present a radio show called Two Left Feet, live in Leeds.", "Two Left Feet", "Show"),
        ("“Night Ferry,” hosted by Ines Calder, drew a large crowd.", "Night Ferry", "Show"),
        ('The network cancelled three shows, among them "Pale Horses" and "Wet Paint," on Monday.', "Wet Paint", "Show"),
        ("He spoke about it on BBC Radio 4's Slack Water last week.", "Slack Water", "Show"),
        ("The series, recorded under the title Loose Ends Tied, starts in June.", "Loose Ends Tied", "Show"),
        ("The presenter was on *Second Kettle* with Ada Lowe on Friday.", "Second Kettle", "Show"),
        ("Ada Lowe took “Nightboat” to Spotify.", "Nightboat", "Show"),
        ("Asked why she ducked Calling the Sleepers, a phone-in, she shrugged.", "Calling the Sleepers", "Show"),
        # platforms
        ("The singer posted a clip on the video app Florp on Sunday.", "Florp", "Platform"),
        ("He has two million followers on Quibbr and streams every night.", "Quibbr", "Platform"),
        ("She streams on Wavely, a live-audio platform based in Oslo.", "Wavely", "Platform"),
        # outlets
        ("“I am tired,” she told the Corran Evening Post.", "Corran Evening Post", "Outlet"),
        ("The mayor spoke to Radio Corran on Tuesday morning.", "Radio Corran", "Outlet"),
        ("Ann Lowe, a reporter for the Halden Gazette, asked twice.", "Halden Gazette", "Outlet"),
        ("The newspaper Tidende Nord first reported the talks.", "Tidende Nord", "Outlet"),
        ("He had an interview with Halden TV on Sunday.", "Halden TV", "Outlet"),
        ("The findings, published in Tarn Quarterly, were clear.", "Tarn Quarterly", "Outlet"),
        ("Ada Lowe told BBC Radio Corran that she was tired.", "BBC Radio Corran", "Outlet"),
        ("The mayor told Sarko 101 FM that it was over.", "Sarko 101 FM", "Outlet"),
        # organizations
        ("The campaign group Save Our Ponds, a charity, was there.", "Save Our Ponds", "Organization"),
        ("The jumper came from the outfitters Skarn.", "Skarn", "Organization"),
        ("Her publisher, Tolk, would not comment.", "Tolk", "Organization"),
        ("The series from Ninth Kettle has many fans.", "Ninth Kettle", "Organization"),
        ("The Corran Teachers' Guild was not amused.", "Corran Teachers' Guild", "Organization"),
        ("He teaches at the Universite du Nord a Corran.", "Universite du Nord a Corran", "Organization"),
        ("The National Fire Safety Centre would not comment.", "National Fire Safety Centre", "Organization"),
        ("Corran Coffee, the drinks company, will sponsor the tour.", "Corran Coffee", "Organization"),
        ("The Harbour Renewal Party lost two seats.", "Harbour Renewal Party", "Organization"),
        ("She teaches law at the University of Corran.", "University of Corran", "Organization"),
        ("Omar Bright, chief executive of Tallbridge, declined to comment.", "Tallbridge", "Organization"),
        ("The tour was organised by the promoter Halfmoon Live.", "Halfmoon Live", "Organization"),
        ("Officials at the Ministry of Health and Welfare said no.", "Ministry of Health and Welfare", "Organization"),
        # places
        ("The rally took place at the Corran Theatre on Friday.", "Corran Theatre", "Place"),
        ("He grew up in Skarnvik, near the border.", "Skarnvik", "Place"),
        ("Ada Lowe, the mayor of Tressingham, was there.", "Tressingham", "Place"),
        ("The finale was taped at the Teatro do Corran on Friday.", "Teatro do Corran", "Place"),
        ("With reporting from Skarnov by Tom Weller.", "Skarnov", "Place"),
        ("A barber in Skarnov told me that he had watched it.", "Skarnov", "Place"),
        ("He told the club's in-house channel, QNTV, on Tuesday that he was well.", "QNTV", "Outlet"),
        ("It is reported today in the weekly *Plasmid*.", "Plasmid", "Outlet"),
        ("She quilts on her YouTube channel, Stitch by Stitch, and had a guest.", "Stitch by Stitch", "Show"),
        ("She sat on the sofa of “The Bianca Tollgarth Show” on Friday.", "Bianca Tollgarth", "Person"),
        ("The Duchess of Skarnov sat down with her.", "Duchess of Skarnov", "Person"),
        # people
        ("“No,” said creative director Jun Tarkeda.", "Jun Tarkeda", "Person"),
        ("Mizrak Orai, whose studio makes lamps, was ill.", "Mizrak Orai", "Person"),
        ("Coun Trevor Alden had been booked.", "Trevor Alden", "Person"),
        ("The streamer Zkarra laughed at the question.", "Zkarra", "Person"),
        ("Bex Tollgarth, 34, won the race.", "Bex Tollgarth", "Person"),
        ("“No,” said Umberto Falk.", "Umberto Falk", "Person"),
        ("Rep. Thessaly Quorn voted no.", "Thessaly Quorn", "Person"),
        ("Park Soo-min, who plays the lead, was ill.", "Park Soo-min", "Person"),
        ("Corran Gov. Della Voss signed the bill.", "Della Voss", "Person"),
        ("Thriller author Hobart Flynn opens the festival.", "Hobart Flynn", "Person"),
    ],
)
def test_a_name_that_no_lexicon_knows_is_typed_by_its_context(text: str, name: str, type_: str) -> None:
    found = {t.name.removeprefix("The "): t.type for t in read(text).things}
    assert found.get(name) == type_, found


@pytest.mark.parametrize(
    "text",
    [
        "Nobody knows. Polling is thin, and Politics is what it is.",
        "On Monday in March the Ukrainian singer and a French critic met.",
        "“Misogyny exists,” the strategist said. “Sundays are for football!”",
        "Influencers sell shampoo, she said. Meanwhile nothing happened.",
        "She wrote the novel Saltmarsh and the film Grey Weather.",
        "They spoke English and Swahili at the Corran World Cup.",
    ],
)
def test_ordinary_words_works_and_events_are_no_entities(text: str) -> None:
    assert types(text) == {}


def test_all_forms_of_a_name_are_one_thing_with_exact_offsets() -> None:
    text = "Rep. Ada Lowe’s show drew a crowd. Lowe spoke first. “Ada is brave,” said her rival. Critics of Ms. Lowe left."
    reading = read(text)
    lowe = thing(reading, "Ada Lowe")
    assert [text[m.start : m.end] for m in lowe.mentions if m.kind == NAME] == ["Ada Lowe", "Lowe", "Ada", "Lowe"]
    assert all(m.text == text[m.start : m.end] for m in lowe.mentions)
    assert set(lowe.aliases) == {"Lowe", "Ada"}
    assert (lowe.gender, lowe.roles[0]) == ("f", "Rep.")


def test_a_surname_of_two_people_goes_to_the_one_the_article_is_about() -> None:
    text = "Tom Weller runs Halden Media. His cousin Ines Weller left in 2020.\n\nWeller said on Friday that the company was sound."
    assert thing(read(text), "Tom Weller").mentions[-1].start > text.index("\n")


@pytest.mark.parametrize(
    ("text", "full", "alias"),
    [
        ("Imra “Pixelknot” Falk was there. Pixelknot laughed.", "Imra Falk", "Pixelknot"),
        ("Obi Nwaka, better known as Big Kettle, sang. Big Kettle left early.", "Obi Nwaka", "Big Kettle"),
        ("Reporters from Sarka TV were there, Sarka said on Monday.", "Sarka TV", "Sarka"),
        ("The Civic Action Committee (CAC) met. The CAC is new.", "Civic Action Committee", "CAC"),
        ("The sisters Dora and Lia Pelko record in a garage. Dora sings.", "Dora Pelko", "Dora"),
    ],
)
def test_other_names_join_the_full_one(text: str, full: str, alias: str) -> None:
    found = [t for t in read(text).things if full in (t.name.removeprefix("The "), *t.aliases)]
    assert len(found) == 1
    assert alias in found[0].aliases


def test_an_agency_place_line_is_a_place_and_no_person() -> None:
    assert types("LISBON, Feb 3 (Reuters) - The festival opens on Monday.") == {"Lisbon": "Place", "Reuters": "Outlet"}


def test_a_campaign_is_named_after_its_candidate() -> None:
    reading = read("Ada Lowe is running for mayor. The Lowe campaign has money.")
    body = thing(reading, "Lowe campaign")
    assert body.type == "Organization"
    assert thing(reading, "Ada Lowe") is not body


def test_a_famous_surname_is_completed_only_where_nobody_else_bears_it() -> None:
    assert "Donald Trump" in types("Former President Trump spoke in Iowa on Monday.")
    assert "Donald Trump" not in types("Ellery Trump, a baker from Leeds, spoke. Trump said he was tired.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In Ottawa the Liberals lost and Conservative leader Ada Lowe smiled.", "Liberal Party of Canada"),
        ("In Ottawa the Liberals lost and Conservative leader Ada Lowe smiled.", "Conservative Party of Canada"),
        ("In London the Tories lost.", "Conservative Party"),
        ("Ada Lowe of the Greens spoke in Sydney, Australia.", "The Greens Australia"),
        ("The Liberals lost in Corran.", "Liberal Party"),
    ],
)
def test_a_party_is_named_by_plural_or_adjective_and_told_by_country(text: str, name: str) -> None:
    assert types(text).get(name) == "Organization", types(text)


@pytest.mark.parametrize("text", ["He holds liberal views. A Conservative estimate is five.", "Green energy is a good thing."])
def test_adjectives_alone_are_no_parties(text: str) -> None:
    assert "Organization" not in types(text).values()


def test_two_given_names_before_one_surname_are_two_people() -> None:
    found = types("Jason and Travis Kelce, the brothers, host it. Jason Bateman was a guest.")
    assert {n for n, t in found.items() if t == "Person"} == {"Jason Kelce", "Travis Kelce", "Jason Bateman"}


def test_the_short_form_of_the_articles_own_outlet_is_that_outlet() -> None:
    reading = reading_of(Article("x", "The debate is on Friday, when the Gazette is host.", outlet="Corran & District Gazette"))
    assert [(t.type, t.name, t.aliases) for t in reading.things] == [("Outlet", "Corran & District Gazette", ["Gazette"])]


def test_what_stands_before_a_name_is_no_part_of_it() -> None:
    found = types(
        "Cllr Ada Lowe met Chef Omar Bright. On X Weidelmann said nothing. U.S. President Donald Trump met the American YouTuber."
    )
    assert set(found) <= {"Ada Lowe", "Omar Bright", "X", "Weidelmann", "Donald Trump", "United States"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Omar Altsund runs a bakery. On 3 June Altsund spoke to the paper.", "Omar Altsund"),
        ("Reporters met the farmer Hector d'Aumont in his barn.", "Hector d'Aumont"),
        ("She was asked about it on the news channel Lokvani 24 on Monday.", "Lokvani 24"),
        ("He called the radio station WDR 4 about it, and WDR 5 later.", "WDR 5"),
        ("**MONDAY**\n\n*18:00 – Kate Forbray, Instagram.* She goes live.", "Kate Forbray"),
        ("He sat for an hour on “Kaffe på kajen”, which goes out on YouTube.", "Kaffe på kajen"),
        ("She had an offer from Tales in the Kiln, the station's talk show, on Monday.", "Tales in the Kiln"),
        ("They streamed it with the station Útvarp Norður on Sunday.", "Útvarp Norður"),
    ],
)
def test_dates_numbers_and_small_words_neither_break_nor_make_names(text: str, name: str) -> None:
    assert name in types(text)
    assert not any(n.startswith(("June ", "Monday")) for n in types(text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("**2. Ilva Tarnbrook on “Slow Kettle”** (YouTube, 40 mins)\nThe singer talks about fonts.", ("Ilva Tarnbrook", "Slow Kettle")),
        ("**7. Ilva Tarnbrook, Oslo, March 2025**\nThe skier was to speak on stage.", ("Ilva Tarnbrook", "Oslo")),
        ("*Ilva Tarnbrook on Night Kettle.* BBC Radio 4, 7.15pm. The singer talks.", ("Ilva Tarnbrook",)),
    ],
)
def test_an_entry_that_says_who_is_where_is_no_title(text: str, names: tuple[str, ...]) -> None:
    assert set(names) <= set(types(text))


def test_a_surname_with_a_title_is_a_name_where_no_fuller_one_is_told() -> None:
    assert "Mrs. Chenning" in thing(read("Mrs. Chenning owns the place. Chenning is 60."), "Chenning").aliases
    assert "Mr. Lowe" not in thing(read("Adam Lowe owns the place. Mr. Lowe is 60."), "Adam Lowe").aliases


def test_an_agency_that_is_only_credited_is_no_entity() -> None:
    assert set(types("CORRAN, May 16 (Northline) — Ann Lee spoke in Oslo.")) == {"CORRAN", "Oslo", "Ann Lee"}
    assert "Northline" in types("CORRAN, May 16 (Northline) — Ann Lee told the agency Northline that she was ill.")


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("Ann Tarvin and Bo Tarvin make a show. The Tarvins live in Oslo, and people love the Tarvins.", "Tarvins"),
        ("“No,” said the Opposition Leader on Monday. The Opposition Leader left.", "Opposition Leader"),
        ("FOR IMMEDIATE RELEASE – Ann Tarvin will speak in Oslo on Monday.", "FOR IMMEDIATE RELEASE"),
        ("The station broadcasts in Luganda and Kinyarwanda. She sang in Luganda.", "Luganda"),
    ],
)
def test_families_posts_labels_and_languages_are_no_entities(text: str, none: str) -> None:
    assert none not in types(text)


def test_whose_daughter_somebody_is_is_a_person() -> None:
    assert types("Ann Lowe is the daughter of Dev Rao.")["Dev Rao"] == "Person"


def test_a_number_that_counts_is_no_part_of_a_name() -> None:
    assert "Corran 12" not in types("The mayor told Corran 12 voters had come. Corran has a harbour.")
    assert not any("12" in n for n in types("She gave Zintar 12 apples and left."))


def test_a_taunt_is_no_new_thing() -> None:
    found = types("Tom Weller calls his rival Ada Lowe “Carbon Copy Lowe”. Lowe laughed.")
    assert set(found) == {"Tom Weller", "Ada Lowe"}


def test_entries_of_a_list_are_shows_alike() -> None:
    text = "1. Ghost Ledger (Spotify)\nIt is odd.\n\n2. Dry Wells (Audible)\nIt is long.\n\n3. Thin Ice Nights\nIt is short."
    assert {n for n, t in types(text).items() if t == "Show"} == {"Ghost Ledger", "Dry Wells", "Thin Ice Nights"}


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        # what a small letter, a digit or a word of an event hides
        ("She was on “Kaldt vann”, a daily podcast from Oslo, on Friday.", "Kaldt vann", "Show"),
        ("The councillor took part in a quiz on the student station 4QX on Sunday.", "4QX", "Outlet"),
        ("On 4 May Dunja Ferrer spoke to 900 people at the Ostrabo arena.", "Ostrabo arena", "Place"),
        ("Tess Moran will speak at the Leipzig Wool Fair on Thursday.", "Leipzig", "Place"),
        ("“It is late,” said the group’s president, M. K. Tharoor-Bligh.", "M. K. Tharoor-Bligh", "Person"),
    ],
)
def test_a_name_may_hold_small_words_and_digits(text: str, name: str, type_: str) -> None:
    assert types(text).get(name) == type_


def test_reading_names_twice_gives_the_same() -> None:
    text = "Ada Lowe told Radio Corran that Corran Coffee, her company, would sponsor Night Ferry, Tom Weller’s podcast."
    first, second = read(text), read(text)
    assert [(t.type, t.name, t.aliases, t.mentions) for t in first.things] == [
        (t.type, t.name, t.aliases, t.mentions) for t in second.things
    ]


def test_many_bearers_of_one_name_cost_no_more_than_their_number() -> None:
    def seconds(size: int) -> float:
        text = " ".join(f"Ada Lo{n:06d}x met Lowe." for n in range(size)).translate(str.maketrans("0123456789", "abcdefghij"))
        doc = Doc(pipeline().vocab, words=text.split(" "), sent_starts=[n % 4 == 0 for n in range(4 * size)])
        started = time.perf_counter()
        names.resolve(Reading(Article("x", text), doc, (), ()))
        return time.perf_counter() - started

    seconds(100)
    assert min(seconds(1_600), seconds(1_600)) < 12 * max(seconds(400), 0.02)


@pytest.mark.parametrize("piece", ["A", "a-", "a’", "(", "* ", "The ", "X, ", "“", "a.b@", "1. A\n", "A Lowe’s ", "Liberal ", "Sky 1 "])
def test_hostile_text_is_searched_in_linear_time(piece: str) -> None:
    lexicon = Lexicon.load()

    def seconds(size: int) -> float:
        text = piece * (size // len(piece))
        doc = Doc(pipeline().vocab, words=["x"])
        started = time.perf_counter()
        Finder(Reading(Article("x", text), doc, (), ()), lexicon).find()
        return time.perf_counter() - started

    seconds(1_000)
    assert min(seconds(80_000), seconds(80_000)) < 12 * max(seconds(20_000), 0.02)


def test_a_son_of_the_same_name_is_somebody_else():
    reading = reading_of(Article("a", "Donald Trump spoke on Monday. His son Donald Trump Jr. agreed with Trump.", published="2024-08-13"))
    assert {t.name for t in reading.named("Person")} == {"Donald Trump", "Donald Trump Jr."}
