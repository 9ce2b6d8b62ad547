"""Time expressions: what is found, its TIMEX3 type and value, and what is left alone. The publication day is Tuesday 2024-08-13."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.transform.dates import Time, day, minutes, times
from etl.transform.dates.anchors import lines
from etl.transform.dates.patterns import PATTERNS

PUBLISHED = "2024-08-13"

# Sentence and the (words, type, value) expected in it, in order.
CASES: list[tuple[str, list[tuple[str, str, str]]]] = [
    # ------------------------------------------------------------------ days of the calendar
    ("The rally on Aug. 5 drew few.", [("Aug. 5", "DATE", "2024-08-05")]),
    ("She spoke on August 5, 2023, in Leeds.", [("August 5, 2023", "DATE", "2023-08-05")]),
    ("He resigned on 5 August.", [("5 August", "DATE", "2024-08-05")]),
    ("It was signed on the 5th of August.", [("the 5th of August", "DATE", "2024-08-05")]),
    ("Thu 9 April 2026 - Cardiff", [("Thu 9 April 2026", "DATE", "2026-04-09")]),
    ("Sat 14 September – Cardiff, Old Hall", [("Sat 14 September", "DATE", "2024-09-14")]),
    ("On Wed., Aug. 7, the line was cut.", [("Wed., Aug. 7", "DATE", "2024-08-07")]),
    ("The file is dated 2024-02-29.", [("2024-02-29", "DATE", "2024-02-29")]),
    ("Filed 8/5/2024 in court.", [("8/5/2024", "DATE", "2024-08-05")]),
    ("Filed 25/7/2024 in court.", [("25/7/2024", "DATE", "2024-07-25")]),
    ("Das Datum war 5.8.2024 laut Akte.", [("5.8.2024", "DATE", "2024-08-05")]),
    ("The film opened on December 20.", [("December 20", "DATE", "2023-12-20")]),
    ("The film will open on December 20.", [("December 20", "DATE", "2024-12-20")]),
    ("The vote is due to be held on 2 September.", [("2 September", "DATE", "2024-09-02")]),
    ("The book is published by Orrin on 3 October.", [("3 October", "DATE", "2024-10-03")]),
    ("A show pencilled in for 5 September was dropped.", [("5 September", "DATE", "2024-09-05")]),
    ("They met on October 9 last year.", [("October 9 last year", "DATE", "2023-10-09")]),
    ("MUMBAI, Aug 12 (Wire) - Shares rose.", [("Aug 12", "DATE", "2024-08-12")]),
    ("The talks of Aug. 5-7 failed.", [("Aug. 5-7", "DATE", "2024-08-05")]),
    ("In May 2023 he ran; on 24 May he lost.", [("May 2023", "DATE", "2023-05"), ("24 May", "DATE", "2023-05-24")]),
    # ------------------------------------------------------------------ months, years, quarters, seasons
    ("In June she left.", [("June", "DATE", "2024-06")]),
    ("In October she left.", [("October", "DATE", "2023-10")]),
    ("In October she will leave.", [("October", "DATE", "2024-10")]),
    ("He wants to get voters to the polls in November.", [("November", "DATE", "2024-11")]),
    ("It has risen since February.", [("February", "DATE", "2024-02")]),
    ("last June they split", [("last June", "DATE", "2024-06")]),
    ("last October they split", [("last October", "DATE", "2023-10")]),
    ("They return next March.", [("next March", "DATE", "2025-03")]),
    ("She was fired in October last year.", [("October last year", "DATE", "2023-10")]),
    ("Prices fell in mid-March.", [("mid-March", "DATE", "2024-03")]),
    ("By late July nothing had changed.", [("late July", "DATE", "2024-07")]),
    ("In early 2023 nothing had changed.", [("early 2023", "DATE", "2023")]),
    ("The 2024 race is close.", [("2024", "DATE", "2024")]),
    ("He grew up in the 1990s.", [("the 1990s", "DATE", "199")]),
    ("He grew up in the ’80s.", [("the ’80s", "DATE", "198")]),
    ("A painter of the 19th century.", [("the 19th century", "DATE", "18")]),
    ("Sales fell in the third quarter of 2023.", [("the third quarter of 2023", "DATE", "2023-Q3")]),
    ("Sales fell in the second quarter.", [("the second quarter", "DATE", "2024-Q2")]),
    ("Sales rose in Q3 2022.", [("Q3 2022", "DATE", "2022-Q3")]),
    ("The tour starts this fall.", [("this fall", "DATE", "2024-FA")]),
    ("They met this spring.", [("this spring", "DATE", "2024-SP")]),
    ("They met last winter.", [("last winter", "DATE", "2023-WI")]),
    ("They met in the summer of 2016.", [("the summer of 2016", "DATE", "2016-SU")]),
    ("earlier this month he quit", [("earlier this month", "DATE", "2024-08")]),
    ("They married last year.", [("last year", "DATE", "2023")]),
    ("The law changes next year.", [("next year", "DATE", "2025")]),
    ("Turnout fell last month.", [("last month", "DATE", "2024-07")]),
    # ------------------------------------------------------------------ weekdays and days near by
    ("He said so on Monday.", [("Monday", "DATE", "2024-08-12")]),
    ("He said so Tuesday.", [("Tuesday", "DATE", "2024-08-13")]),
    ("She will testify on Friday.", [("Friday", "DATE", "2024-08-16")]),
    ("The film opens Friday.", [("Friday", "DATE", "2024-08-16")]),
    ("The trial, which began in July, is to resume Monday.", [("July", "DATE", "2024-07"), ("Monday", "DATE", "2024-08-19")]),
    ("Fourth-quarter profit fell.", [("Fourth-quarter", "DATE", "2023-Q4")]),
    ("By the end of the year it fell.", [("the end of the year", "DATE", "2024")]),
    ("On Friday, she will testify.", [("Friday", "DATE", "2024-08-16")]),
    ("The band said Friday that it will split.", [("Friday", "DATE", "2024-08-09")]),
    ("She is expected to speak on Sunday.", [("Sunday", "DATE", "2024-08-18")]),
    ("Tickets are on general sale from 10am on Friday.", [("10am on Friday", "TIME", "2024-08-16T10:00")]),
    ("last Thursday he balked", [("last Thursday", "DATE", "2024-08-08")]),
    ("last Tuesday he balked", [("last Tuesday", "DATE", "2024-08-06")]),
    ("next Wednesday he returns", [("next Wednesday", "DATE", "2024-08-14")]),
    (
        "Yesterday they lost, today they won, tomorrow they rest.",
        [("Yesterday", "DATE", "2024-08-12"), ("today", "DATE", "2024-08-13"), ("tomorrow", "DATE", "2024-08-14")],
    ),
    ("He spoke last night and this morning.", [("last night", "TIME", "2024-08-12TNI"), ("this morning", "TIME", "2024-08-13TMO")]),
    ("On Sunday afternoon he played.", [("Sunday afternoon", "TIME", "2024-08-11TAF")]),
    ("The week was long; last week he lost, next week he flies.", [("last week", "DATE", "2024-W32"), ("next week", "DATE", "2024-W34")]),
    ("Over the weekend they met.", [("the weekend", "DATE", "2024-W32-WE")]),
    ("Two years ago he quit.", [("Two years ago", "DATE", "2022")]),
    ("A week ago he quit.", [("A week ago", "DATE", "2024-W32")]),
    ("Three days ago he quit.", [("Three days ago", "DATE", "2024-08-10")]),
    ("He quit six months ago.", [("six months ago", "DATE", "2024-02")]),
    ("He quit years ago.", [("years ago", "DATE", "PAST_REF")]),
    ("They met on 3 July. Three days later he quit.", [("3 July", "DATE", "2024-07-03"), ("Three days later", "DATE", "2024-07-06")]),
    (
        "The book is out on 2 September. She talks about it the evening before.",
        [("2 September", "DATE", "2024-09-02"), ("the evening before", "TIME", "2024-09-01TEV")],
    ),
    ("They met on 3 July. The next day he quit.", [("3 July", "DATE", "2024-07-03"), ("The next day", "DATE", "2024-07-04")]),
    (
        "They met on 3 July and quit the day before the strike.",
        [("3 July", "DATE", "2024-07-03"), ("the day before", "DATE", "2024-07-02")],
    ),
    ("They spoke on the eve of 4 July.", [("the eve of 4 July", "DATE", "2024-07-03")]),
    ("They will speak on the eve of the vote.", [("the eve of", "DATE", "")]),
    ("It opened on Christmas Day.", [("Christmas Day", "DATE", "2023-12-25")]),
    ("It will close by Christmas.", [("Christmas", "DATE", "2024-12-25")]),
    ("He must win on Election Day.", [("Election Day", "DATE", "2024-11-05")]),
    ("It rained on Easter Sunday 2026.", [("Easter Sunday 2026", "DATE", "2026-04-05")]),
    ("It rained on the Fourth of July.", [("the Fourth of July", "DATE", "2024-07-04")]),
    # ------------------------------------------------------------------ times of day
    ("It began at 8 p.m. ET.", [("8 p.m. ET", "TIME", "2024-08-13T20:00")]),
    ("It began at 8 p.m. Monday.", [("8 p.m. Monday", "TIME", "2024-08-12T20:00")]),
    ("On Aug. 9 it began at 20:30.", [("Aug. 9", "DATE", "2024-08-09"), ("20:30", "TIME", "2024-08-09T20:30")]),
    ("Monday at 8:40 p.m. it began.", [("Monday at 8:40 p.m.", "TIME", "2024-08-12T20:40")]),
    ("**10.04am** Good day.", [("10.04am", "TIME", "2024-08-13T10:04")]),
    ("They stop at noon.", [("noon", "TIME", "2024-08-13T12:00")]),
    ("They left at eight o’clock.", [("eight o’clock", "TIME", "2024-08-13T08:00")]),
    # ------------------------------------------------------------------ against what was spoken of
    ("On Friday the mayor urged the crowd to march on Sunday.", [("Friday", "DATE", "2024-08-09"), ("Sunday", "DATE", "2024-08-18")]),
    ("The board was to meet on Saturday.", [("Saturday", "DATE", "2024-08-17")]),
    ("The funeral is on Thursday.", [("Thursday", "DATE", "2024-08-15")]),
    ("She was elected as head of the union on Sunday.", [("Sunday", "DATE", "2024-08-11")]),
    ("On Thursday she is expected in Oslo.", [("Thursday", "DATE", "2024-08-15")]),
    ("It might explain the rest: in January they parted.", [("January", "DATE", "2024-01")]),
    ("In 2022 he won; when she ran in October, she lost.", [("2022", "DATE", "2022"), ("October", "DATE", "2022-10")]),
    (
        "It began at 4:17 a.m. on Monday. A second shock came nine hours later.",
        [("4:17 a.m. on Monday", "TIME", "2024-08-12T04:17"), ("nine hours later", "TIME", "2024-08-12T13:17")],
    ),
    (
        "On Friday it ran from ten in the evening until six in the morning.",
        [
            ("Friday", "DATE", "2024-08-09"),
            ("ten in the evening", "TIME", "2024-08-09T22:00"),
            ("six in the morning", "TIME", "2024-08-10T06:00"),
        ],
    ),
    ("**Friday, 16 August**\n\n08:00 – Radio.", [("Friday, 16 August", "DATE", "2024-08-16"), ("08:00", "TIME", "2024-08-16T08:00")]),
    (
        "Sales fell in the third quarter of 2023. Profit was higher a year earlier. In the quarter it fell.",
        [("the third quarter of 2023", "DATE", "2023-Q3"), ("a year earlier", "DATE", "2022-Q3"), ("the quarter", "DATE", "2022-Q3")],
    ),
    (
        "In the autumn of 2012 he left; the following spring he died.",
        [("the autumn of 2012", "DATE", "2012-FA"), ("the following spring", "DATE", "2013-SP")],
    ),
    ("They met last year, and the year before.", [("last year", "DATE", "2023"), ("the year before", "DATE", "2022")]),
    ("In July they met. Three days later he quit.", [("July", "DATE", "2024-07"), ("Three days later", "DATE", "")]),
    ("He quit a decade ago.", [("a decade ago", "DATE", "2014")]),
    ("The team plays Spain on Friday.", [("Friday", "DATE", "2024-08-16")]),
    ("The permit expires in December.", [("December", "DATE", "2024-12")]),
    ("His term ends January 20.", [("January 20", "DATE", "2025-01-20")]),
    ("The festival is in October.", [("October", "DATE", "2024-10")]),
    ("The vote on Nov. 6 was close.", [("Nov. 6", "DATE", "2023-11-06")]),
    ("It reports second-quarter results.", [("second-quarter", "DATE", "2024-Q2")]),
    ("They have until Friday to pay.", [("Friday", "DATE", "2024-08-16")]),
    ("She withdrew from the panel on August 22.", [("August 22", "DATE", "2024-08-22")]),
    ("He promised a buyer by October.", [("October", "DATE", "2024-10")]),
    ("February 10: the best part of three hours.", [("February 10", "DATE", "2024-02-10"), ("three hours", "DURATION", "PT3H")]),
    ("The show has booked Mr. Ames for Friday.", [("Friday", "DATE", "2024-08-16")]),
    ("Many will have pressed play on Sunday.", [("Sunday", "DATE", "2024-08-11")]),
    ("She told her Sunday show so.", [("Sunday", "SET", "XXXX-WXX-7")]),
    ("It is his to this day, they say.", [("this day", "DATE", "PRESENT_REF")]),
    ("They spoke for an hour and three quarters.", [("an hour and three quarters", "DURATION", "PT1H45M")]),
    # ------------------------------------------------------------------ parts of a longer one
    ("It ends on Sunday the 18th, they say.", [("Sunday the 18th", "DATE", "2024-08-18")]),
    ("They fought on the night of August 5.", [("the night of August 5", "TIME", "2024-08-05TNI")]),
    ("It opens on the weekend of August 31.", [("the weekend of August 31", "DATE", "2024-W35-WE")]),
    ("He left on the last day of 2001.", [("the last day of 2001", "DATE", "2001-12-31")]),
    ("She came the Friday before Palm Sunday.", [("the Friday before Palm Sunday", "DATE", "2024-03-22")]),
    ("On the fifth of January she spoke.", [("the fifth of January", "DATE", "2024-01-05")]),
    ("At twenty past three in the morning it shook.", [("twenty past three in the morning", "TIME", "2024-08-13T03:20")]),
    ("It ended at a quarter to eight.", [("a quarter to eight", "TIME", "2024-08-13T07:45")]),
    ("Shares rose in morning trading.", [("morning", "TIME", "2024-08-13TMO")]),
    ("Most of the winter was spent there.", [("the winter", "DATE", "2023-WI")]),
    ("A child of the Seventies.", [("the Seventies", "DATE", "197")]),
    ("It took 48 years, 120 minutes and luck.", [("48 years", "DURATION", "P48Y"), ("120 minutes", "DURATION", "PT120M")]),
    ("Her aides had offered an hour.", [("an hour", "DURATION", "PT1H")]),
    ("In his final weeks he wrote.", [("his final weeks", "DURATION", "PXW")]),
    ("They were hours from ruin.", [("hours", "DURATION", "PTXH")]),
    ("He streams most days.", [("most days", "SET", "P1D")]),
    ("By year-end it will close.", [("year-end", "DATE", "2024")]),
    ("At 9 p.m. it began. Hours later it fell.", [("9 p.m.", "TIME", "2024-08-13T21:00"), ("Hours later", "TIME", "FUTURE_REF")]),
    ("They left at dawn.", [("dawn", "TIME", "2024-08-13TMO")]),
    ("We met the other day.", [("the other day", "DATE", "PAST_REF")]),
    ("Once a month they meet.", [("Once a month", "SET", "P1M")]),
    ("It costs $5 a month or less.", [("a month", "SET", "P1M")]),
    ("It was full a century ago.", [("a century ago", "DATE", "1924")]),
    ("A week from Tuesday he returns.", [("A week from Tuesday", "DATE", "2024-08-20")]),
    ("In the days before the vote he was calm.", [("days", "DURATION", "PXD")]),
    # ------------------------------------------------------------------ durations
    ("They spoke for nearly three hours.", [("three hours", "DURATION", "PT3H")]),
    ("A 22-minute slot.", [("22-minute", "DURATION", "PT22M")]),
    (
        "a two-and-a-half-hour talk, then two-and-a-half hours more",
        [("two-and-a-half-hour", "DURATION", "PT2H30M"), ("two-and-a-half hours", "DURATION", "PT2H30M")],
    ),
    ("It runs to two and a half hours.", [("two and a half hours", "DURATION", "PT2H30M")]),
    ("An hour and a half passed.", [("An hour and a half", "DURATION", "PT1H30M")]),
    ("They spoke for half an hour.", [("half an hour", "DURATION", "PT30M")]),
    ("three hours and five minutes of it", [("three hours and five minutes", "DURATION", "PT3H5M")]),
    ("It lasted 2 hours 10 minutes.", [("2 hours 10 minutes", "DURATION", "PT2H10M")]),
    ("It lasted several days.", [("several days", "DURATION", "PXD")]),
    ("He served for two years.", [("two years", "DURATION", "P2Y")]),
    ("He was banned for a week.", [("a week", "DURATION", "P1W")]),
    ("They stayed for a weekend.", [("a weekend", "DURATION", "P1WE")]),
    ("It rose over the past two years.", [("the past two years", "DURATION", "P2Y")]),
    ("For years nobody asked.", [("years", "DURATION", "PXY")]),
    ("A 61-year-old candidate.", [("61-year-old", "DURATION", "P61Y")]),
    ("It took two decades.", [("two decades", "DURATION", "P2DE")]),
    # ------------------------------------------------------------------ repeated times
    ("Every Tuesday at 10pm he streams.", [("Every Tuesday at 10pm", "SET", "XXXX-WXX-2T22:00")]),
    ("He streams on Sundays.", [("Sundays", "SET", "XXXX-WXX-7")]),
    ("They meet every week.", [("every week", "SET", "P1W")]),
    ("They meet every two weeks.", [("every two weeks", "SET", "P2W")]),
    ("It reaches 340,000 listeners a month.", [("a month", "SET", "P1M")]),
    ("A paper that comes out daily.", [("daily", "SET", "P1D")]),
    ("They meet twice a week.", [("twice a week", "SET", "P1W")]),
    # ------------------------------------------------------------------ now, then
    ("He now lives there and recently married.", [("now", "DATE", "PRESENT_REF"), ("recently", "DATE", "PAST_REF")]),
    ("It is his third talk in recent weeks.", [("recent weeks", "DATE", "PAST_REF")]),
    ("He hopes for the near future.", [("the near future", "DATE", "FUTURE_REF")]),
]

NONE = [
    "She told the Today programme so.",
    "They may go and march on, and the sun sat there for a second.",
    "April O’Neil and June Holt met August Wren with May Britt.",
    "She told Fox News Sunday so.",
    "He watched 60 Minutes and Tuesday Night Live with the Sunday Times.",
    "They taped “Friday Night Vigil” in the *Monday Papers* room.",
    "Version 2.3.1 of the app, room 1408, costs $2,024 or £1999.",
    "The match ended 0–0, then 3-2.",
    "Call 555-0142 or 020 7946 0018.",
    "It has 2.5 million fans and 2024 people.",
    "The Daily Mail and Project 2025 were named.",
    "He is in his 50s.",
    "Spring water and a fall from grace.",
    "Talks with Juna Marchetti and of Mayor Decembrina",
]

UNDATED = [
    ("on Tuesday", "XXXX-WXX-2"),
    ("on August 5", "XXXX-08-05"),
    ("in June", "XXXX-06"),
    ("yesterday", ""),
    ("last week", ""),
    ("next year", ""),
    ("on August 5, 2024", "2024-08-05"),
    ("in May 2023", "2023-05"),
    ("since 2019", "2019"),
    ("for two hours", "PT2H"),
    ("last night", ""),
    ("this spring", "XXXX-SP"),
    ("two years ago", ""),
    ("at 8 p.m.", "XXXX-XX-XXT20:00"),
    ("every Tuesday", "XXXX-WXX-2"),
]


@pytest.mark.parametrize(("sentence", "expected"), CASES, ids=[c[0][:50] for c in CASES])
def test_values(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    found = times(sentence, PUBLISHED)
    assert [(t.text, t.type, t.value) for t in found] == expected
    assert all(sentence[t.start : t.end] == t.text for t in found)


@pytest.mark.parametrize("sentence", NONE)
def test_left_alone(sentence: str) -> None:
    assert times(sentence, PUBLISHED) == ()


@pytest.mark.parametrize(("words", "value"), UNDATED)
def test_nothing_is_guessed_without_a_publication_date(words: str, value: str) -> None:
    found = times(f"He spoke {words}.", None)
    assert [t.value for t in found] == [value]


@pytest.mark.parametrize(
    ("sentence", "slot"),
    [
        ("He spoke on Monday.", "2024-08-12"),
        ("He spoke last week.", None),
        ("He spoke in recent weeks.", None),
        ("He spoke this spring.", "2024"),
        ("He spoke this year.", "2024"),
        ("He spoke earlier this month.", "2024-08"),
        ("He spoke last night.", "2024-08-12"),
        ("He spoke for two hours.", None),
        ("He spoke in the third quarter of 2023.", "2023"),
        ("He speaks every Friday.", None),
        ("He spoke in the 1990s.", None),
        ("He speaks now.", None),
    ],
)
def test_day_of_an_appearance(sentence: str, slot: str | None) -> None:
    (found,) = times(sentence, PUBLISHED)
    assert day(found, PUBLISHED) == slot


def test_day_completes_a_value_without_a_year() -> None:
    assert day(Time(0, 1, "x", "DATE", "XXXX-06"), PUBLISHED) == "2024-06"
    assert day(Time(0, 1, "x", "DATE", "XXXX-12-24"), PUBLISHED) == "2023-12-24"
    assert day(Time(0, 1, "x", "DATE", "XXXX-06"), None) is None


@pytest.mark.parametrize(
    ("words", "length"),
    [
        ("two and a half hours", 150),
        ("22-minute", 22),
        ("half an hour", 30),
        ("three hours and five minutes", 185),
        ("two days", 2880),
        ("several hours", None),
        ("two years", None),
    ],
)
def test_minutes(words: str, length: float | None) -> None:
    (found,) = times(f"It was {words} of talk.", PUBLISHED)
    assert minutes(found) == length


@given(st.text(alphabet=st.sampled_from(list("Aug. May 5,2024 the last week of ten years ago 8pm/–'\n")), max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    found = times(text, PUBLISHED)
    assert all(text[t.start : t.end] == t.text for t in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize("sentence", [sentence for sentence, *_ in (*CASES, *((f"{words}.", "") for words, _ in UNDATED))])
def test_no_form_is_found_without_its_anchors(sentence: str) -> None:
    for start, end, anchors in lines(sentence):
        for kind, opening, needed in PATTERNS:
            assert needed <= anchors or not opening.pattern.search(sentence, start, end), (kind, needed - anchors)


@pytest.mark.parametrize(
    "unit", ["two and a half ", "on Monday ", "1234567890", "5 August of ", "the last ", "x", "a ", "“", "\n", "one day\n"]
)
def test_time_is_linear_in_the_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * size)[:size]
        start = time.perf_counter()
        times(text, PUBLISHED)
        return time.perf_counter() - start

    seconds(1000)
    small, large = seconds(10_000), seconds(80_000)
    # Eight times the text: a quadratic reading would take sixty-four times as long.
    assert large < 30 * max(small, 0.01)
