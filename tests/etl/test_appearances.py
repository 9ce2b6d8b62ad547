"""Appearances read off own-written sentences by the real pipeline: roles, slots, status, merging, and what is no appearance."""

from __future__ import annotations

import pytest

from etl.transform import read
from graph.records import Appearance, Article, Facts, check

PUBLISHED = "2024-10-09"  # a Wednesday


def facts(text: str) -> Facts:
    found = read(Article("a", text, published=PUBLISHED))
    check(found)
    return found


def told(text: str) -> list[dict[str, object]]:
    """The appearances with names instead of ids."""
    found = facts(text)
    names = {e.id: e.name for e in found.entities}

    def plain(a: Appearance) -> dict[str, object]:
        return {
            "kind": a.kind, "status": a.status, "guests": [names[g] for g in a.guests], "hosts": [names[h] for h in a.hosts],
            "show": names.get(a.show or ""), "platforms": [names[p] for p in a.platforms], "place": names.get(a.place or ""), "date": a.date,
            "minutes": a.duration_minutes, "topics": [names[t] for t in a.topics],
        }  # fmt: skip

    return [plain(a) for a in found.appearances]


def one(text: str, guest: str, **slots: object) -> None:
    """Among the appearances of `text` is one of `guest` with these slots."""
    found = told(text)
    fits = [a for a in found if guest in a["guests"] and all(a[k] == v for k, v in slots.items())]  # type: ignore[operator]
    assert fits, found


@pytest.mark.parametrize(
    ("text", "guest", "slots"),
    [
        ("Kamala Harris sat down with Alex Cooper on “Call Her Daddy” on Sunday.", "Kamala Harris",
         {"hosts": ["Alex Cooper"], "show": "Call Her Daddy", "date": "2024-10-06", "kind": "podcast"}),
        ("JD Vance went on Theo Von’s podcast in June.", "JD Vance", {"hosts": ["Theo Von"], "kind": "podcast", "date": "2024-06"}),
        ("Donald Trump joined the streamer Adin Ross on Kick on Aug. 5.", "Donald Trump",
         {"hosts": ["Adin Ross"], "platforms": ["Kick"], "kind": "livestream", "date": "2024-08-05"}),
        ("In June Donald Trump gave an interview to Logan Paul.", "Donald Trump", {"hosts": ["Logan Paul"], "kind": "interview", "date": "2024-06"}),
        ("Tim Walz was interviewed by Michael Strahan on “Good Morning America.”", "Tim Walz",
         {"hosts": ["Michael Strahan"], "show": "Good Morning America", "kind": "broadcast"}),
        ("“I never wanted this,” Tim Walz told CNN on Tuesday.", "Tim Walz", {"platforms": ["CNN"], "kind": "broadcast"}),
        ("At a rally in Cleveland on Saturday, Donald Trump promised lower taxes.", "Donald Trump",
         {"kind": "rally", "place": "Cleveland", "date": "2024-10-05"}),
        ("JD Vance debated Tim Walz in New York on Oct. 1.", "JD Vance", {"kind": "debate", "date": "2024-10-01", "hosts": []}),
        ("Kamala Harris posted a video on TikTok on Monday.", "Kamala Harris", {"kind": "post", "platforms": ["TikTok"], "date": "2024-10-07"}),
    ],
)  # fmt: skip
def test_roles_and_slots_by_construction(text: str, guest: str, slots: dict[str, object]) -> None:
    one(text, guest, **slots)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Tim Walz is due to appear on “Jimmy Kimmel Live!” on Monday.", "planned"),
        ("Tim Walz will be a guest on “Jimmy Kimmel Live!” on Monday.", "planned"),
        ("Tim Walz has declined an invitation to appear on “Jimmy Kimmel Live!”", "declined"),
        ("Tim Walz cancelled an interview with “60 Minutes.”", "declined"),
        ("Tim Walz refused to go on “Jimmy Kimmel Live!”", "declined"),
        ("Tim Walz appeared on “Jimmy Kimmel Live!” on Monday.", "occurred"),
    ],
)
def test_status(text: str, status: str) -> None:
    one(text, "Tim Walz", status=status)


def test_two_people_who_meet_are_guest_and_known_host_whoever_is_named_first() -> None:
    one(
        "Alex Cooper hosts the podcast “Call Her Daddy.” Cooper sat down with Kamala Harris on Sunday.",
        "Kamala Harris",
        hosts=["Alex Cooper"],
    )


def test_a_later_mention_feeds_the_same_record() -> None:
    found = told(
        "Donald Trump joined Theo Von on his podcast on Aug. 20. The conversation lasted an hour. They talked about addiction and boxing."
    )
    assert [a["guests"] for a in found] == [["Donald Trump"]]
    assert found[0]["minutes"] == 60
    assert found[0]["topics"] == ["addiction", "boxing"]


def test_each_show_of_a_list_is_an_occasion() -> None:
    found = told("Kamala Harris appeared on “The View” and “Call Her Daddy” this year.")
    assert {a["show"] for a in found} >= {"The View", "Call Her Daddy"}


def test_hosts_of_a_show_come_from_elsewhere_in_the_article() -> None:
    one("Tim Walz was on “SmartLess” in May. “SmartLess” is hosted by Jason Bateman, Sean Hayes and Will Arnett.", "Tim Walz",
        hosts=["Jason Bateman", "Sean Hayes", "Will Arnett"])  # fmt: skip


def test_the_day_of_recording_counts_before_that_of_release() -> None:
    one(
        "Kamala Harris recorded an interview with Alex Cooper on Oct. 1. The interview was released on Oct. 6.",
        "Kamala Harris",
        date="2024-10-01",
    )


def test_calendar_lines_are_occasions() -> None:
    text = "Theo Von takes his podcast “This Past Weekend” on tour.\n\nThu 7 November – Leeds – with Tim Walz\n\nSat 9 November – Bristol – with JD Vance\n"
    one(text, "Tim Walz", show="This Past Weekend", hosts=["Theo Von"], date="2024-11-07", place="Leeds", status="planned")
    one(text, "JD Vance", show="This Past Weekend", hosts=["Theo Von"], date="2024-11-09", place="Bristol", status="planned")


@pytest.mark.parametrize(
    "text",
    [
        "Joe Rogan hosts “The Joe Rogan Experience,” a podcast on Spotify.",
        "There are rumours that Tim Walz might go on “The Joe Rogan Experience.”",
        "Donald Trump told the newspaper that he would run again.",
        "Joe Rogan has 14.5 million followers on Spotify.",
    ],
)
def test_no_occasion(text: str) -> None:
    assert told(text) == []


def test_evidence_is_the_sentence() -> None:
    text = "It rained. Tim Walz appeared on “The View” on Monday. It rained on."
    (found,) = facts(text).appearances
    start, end = found.evidence[0]
    assert text[start:end] == "Tim Walz appeared on “The View” on Monday."
    assert found.rule.startswith("appearances.")


@pytest.mark.parametrize(
    ("text", "guest", "slots"),
    [
        ("“They watch us,” Ada Lowe said, on stage with the editor Ben Bright at a summit in Lyon on Saturday.", "Ada Lowe",
         {"kind": "interview", "hosts": ["Ben Bright"], "date": "2024-10-05"}),
        ("Ada Lowe is due to address the Lyon Chamber of Commerce in Lyon on 3 November.", "Ada Lowe", {"kind": "speech", "status": "planned"}),
        ("Five million people watched Ada Lowe and Ben Bright debate each other on Tuesday. Clara Voss asked the questions.", "Ada Lowe",
         {"kind": "debate", "hosts": ["Clara Voss"], "date": "2024-10-08"}),
        ("Ada Lowe is the mayor. About 4,000 people heard Lowe speak in Cleveland on Saturday.", "Ada Lowe",
         {"kind": "speech", "place": "Cleveland", "date": "2024-10-05"}),
        ("Ada Lowe is an actor. The podcast “Night Shift” is hosted by Ben Bright. Lowe was to have joined Bright on “Night Shift” on Monday.", "Ada Lowe",
         {"status": "declined", "hosts": ["Ben Bright"]}),
        ("Ada Lowe gave a May interview to “Night Shift,” the podcast that Ben Bright records in a barn.", "Ada Lowe",
         {"hosts": ["Ben Bright"], "kind": "podcast", "date": "2024-05"}),
    ],
)  # fmt: skip
def test_roles_told_in_other_ways(text: str, guest: str, slots: dict[str, object]) -> None:
    one(text, guest, **slots)


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lowe is a singer. Ben Bright hosts the podcast “Night Shift.”",
        "Ada Lowe runs a label. In January Norvia Audio bought “Night Shift,” the podcast of Ben Bright, in a deal worth $10 million.",
        "Ada Lowe runs a label. “Night Shift,” the podcast of Ben Bright, signed a new contract with Norvia Audio.",
        "Ada Lowe runs a label. In January Norvia Audio bought “Night Shift,” the podcast of Ben Bright.",
        "Ada Lowe spoke of Ben Bright. Lowe had dropped out of the 2024 race weeks ago.",
        "Radio Northmoor will repeat the interview with Ada Lowe on Sunday.",
    ],
)
def test_what_a_programme_is_and_does_is_no_appearance(text: str) -> None:
    assert told(text) == []


def test_the_talk_of_two_is_told_once() -> None:
    found = told(
        "Donald Trump and Elon Musk talked for two hours in an interview. Musk asked about inflation.\n\n"
        "The conversation between Trump and Musk took place on X Spaces."
    )
    assert len(found) == 1, found


@pytest.mark.parametrize(
    ("text", "guest", "slots"),
    [
        ("Ada Lowe debated Ben Bright in Leeds on Oct. 1, with Clara Voss in the chair.", "Ada Lowe",
         {"hosts": ["Clara Voss"], "kind": "debate", "date": "2024-10-01"}),
        ("Ada Lowe was supposed to speak at a rally in Leeds on Monday.", "Ada Lowe", {"status": "declined"}),
        ("Ada Lowe went on “The Clara Voss Show” on Monday.", "Ada Lowe", {"hosts": ["Clara Voss"], "show": "The Clara Voss Show"}),
        ("The mood has changed since Ada Lowe’s presidential bid launch on X in May 2024. Even her friends made fun of the stream.", "Ada Lowe",
         {"kind": "livestream", "platforms": ["X"], "date": "2024-05"}),
        ("In an interview with CNN, recorded for broadcast on Sunday, Ada Lowe promised lower taxes.", "Ada Lowe",
         {"status": "planned", "date": "2024-10-13"}),
        ("Ada Lowe was a guest on the podcast “Night Shift”, hosted by Clara Voss, on Monday. A day later it was Ben Bright’s turn.", "Ben Bright",
         {"hosts": ["Clara Voss"], "show": "Night Shift"}),
        ("Ada Lowe will speak at a rally in Leeds on Sunday together with the singer Ben Bright.", "Ben Bright",
         {"hosts": [], "kind": "rally", "status": "planned"}),
        ("“You do not say no to a farmer,” Ada Lowe told CNN on Tuesday.", "Ada Lowe", {"status": "occurred", "platforms": ["CNN"]}),
        ("Ada Lowe spoke at a public meeting in Leeds on Monday.", "Ada Lowe", {"date": "2024-10-07"}),
        ("Ada Lowe appeared at the festival on Monday, interviewed by Ben Bright.", "Ada Lowe", {"hosts": ["Ben Bright"]}),
    ],
)  # fmt: skip
def test_what_is_told_beside_the_main_clause(text: str, guest: str, slots: dict[str, object]) -> None:
    one(text, guest, **slots)


def test_who_was_there_too_is_a_guest_of_the_last_occasion() -> None:
    (found,) = told("Ada Lowe debated Ben Bright on CNN on Monday. Also on the panel were Clara Voss and Dan Reed.")
    assert found["guests"] == ["Ada Lowe", "Ben Bright", "Clara Voss", "Dan Reed"]


def test_headings_may_name_the_guest_before_the_show() -> None:
    found = told(
        "Two evenings of a campaign.\n\n**1. Lowe on Night Shift, 2 June**\n\nAda Lowe talked about bees for an hour on the podcast “Night Shift”, hosted by Clara Voss.\n\n"
        "**2. Bright on Night Shift, 9 June**\n\nBen Bright came a week later."
    )
    assert [(a["guests"], a["show"], a["date"]) for a in found] == [
        (["Ada Lowe"], "Night Shift", "2024-06-02"), (["Ben Bright"], "Night Shift", "2024-06-09")
    ]  # fmt: skip


def test_a_verbless_line_of_the_day_is_planned_and_has_its_host_behind_the_station() -> None:
    one("Today, 8am – Ada Lowe on CNN with Ben Bright.", "Ada Lowe", hosts=["Ben Bright"], platforms=["CNN"], status="planned")
