"""Motives are read with whose they are; what has nothing to do with the media, or merely happened there, is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.transform import motives
from etl.transform.drafts import StatementDraft
from etl.transform.motive_bounds import NEEDED
from etl.transform.motive_choice import FITTED
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from etl.transform.weighing import strength
from graph.records import Article

ARTICLES = sorted((Path(__file__).parents[2] / "data" / "articles").glob("*.md"))
CAST = "Mara Quill, the mayor of Leeds, met Dan Orrick on Monday. Orrick edits The Harbour Post.\n\n"


def read(text: str) -> tuple[Reading, list[StatementDraft]]:
    """`text` behind CAST, with what is said in it."""
    reading = reading_of(Article("a", CAST + text, published="2025-03-04"))
    said = hear(reading)
    return reading, said


def aims(text: str) -> list[tuple[str, str]]:
    """(surname of the actor, stretch) of each motive in `text`, with the people of CAST already introduced."""
    reading, said = read(text)
    return [(m.actor.name.split()[-1], reading.text[m.start : m.end]) for m in motives.find(reading, [], said)]


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Quill used the interview to promote her book.", "to promote her book"),
        ("Quill has spent months trying to win back men under 30.", "to win back men under 30"),
        ("Quill's return to YouTube is all about reaching her base.", "reaching her base"),
        ("Quill declined the podcast. Her office said the host had mocked her.", "the host had mocked her"),
        ("“They do not read papers,” Quill said.", "They do not read papers,"),
        ("“It was late. They do not read papers,” Quill said.", "They do not read papers"),
        ("Quill goes live on Sundays, for students in hostels.", "for students in hostels"),
        ("Quill left when the station refused to drop the question.", "when the station refused to drop the question"),
    ],
)
def test_candidate(text: str, stretch: str) -> None:
    """Whatever may tell a motive is weighed, with the one whose it is among those in question."""
    reading, said = read(text)
    found, actors = motives.marked(reading, [], said)
    whose_each = {
        reading.text[c.start : c.end]: {thing.name for thing, _ in options} for c, options in zip(found, actors.options(found), strict=True)
    }
    assert "Mara Quill" in whose_each.get(stretch, ()), whose_each


def test_what_is_left_out_early_is_never_likely() -> None:
    """The bound on what a stretch can still reach holds: those that are done with early are those that would not have been chosen."""
    reading, said = read("\n\n".join(path.read_text(encoding="utf-8") for path in ARTICLES[:4]))
    every, _ = motives.marked(reading, [], said)
    asked, _ = motives.marked(reading, [], said, all_=False)
    kept = {(c.start, c.end, c.kind, c.cues) for c in asked}
    assert all(
        (c.start, c.end, c.kind, c.cues) in kept
        for c in every
        if FITTED.right(strength(c.cues, FITTED.base, FITTED.stretch), c.heard, 1.0) >= NEEDED
    )
    assert len(asked) < len(every)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Quill joined a stream on Twitch to reach young renters.", [("Quill", "to reach young renters")]),
        ("In an effort to win over younger voters, Quill went on a podcast.", [("Quill", "to win over younger voters")]),
        ("Orrick opened a TikTok account, hoping to reach teenagers.", [("Orrick", "hoping to reach teenagers")]),
        ("Quill saw the interview as an opportunity to introduce herself to voters.", [("Quill", "to introduce herself to voters")]),
        ("For Orrick, the podcast is a chance to shed his image as a bore.", [("Orrick", "to shed his image as a bore")]),
        ("Orrick declined the podcast because the host had mocked him.", [("Orrick", "because the host had mocked him")]),
        ("Orrick skipped the debate, citing a scheduling conflict.", [("Orrick", "citing a scheduling conflict")]),
        ("Quill sat for the interview so she could answer the rumours.", [("Quill", "so she could answer the rumours")]),
        ("Orrick agreed to the podcast, he told The Harbour Post, because it was live.", [("Orrick", "because it was live")]),
        (
            "Quill went on a podcast in May. “Those are the people who never vote,” she explained.",
            [("Quill", "Those are the people who never vote")],
        ),
        ("Quill opened a Twitch channel with first-time voters in mind.", [("Quill", "with first-time voters in mind")]),
        ("Orrick joined the stream in the hope of meeting renters, he said.", [("Orrick", "in the hope of meeting renters")]),
        (
            "Orrick pulled out of the debate in protest at the seating plan.",
            [("Orrick", "in protest at the seating plan")],
        ),
        ("Quill cancelled the interview after a row with the producers.", [("Quill", "after a row with the producers")]),
        (
            "Quill posted a video. The video was meant to reach pensioners who never vote.",
            [("Quill", "to reach pensioners who never vote")],
        ),
        (
            "“I wanted to talk to people who never read a paper,” Quill said.",
            [("Quill", "wanted to talk to people who never read a paper")],
        ),
    ],
)
def test_motive(text: str, expected: list[tuple[str, str]]) -> None:
    assert aims(text) == expected


def test_aim_of_a_stream_belongs_to_whom_the_paragraph_is_about() -> None:
    assert aims("Quill streams on Twitch on Sundays. It is a way to reach voters who never read a paper, Orrick said.") == [
        ("Quill", "to reach voters who never read a paper")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Orrick joined the show to discuss the budget.",
        "Orrick wants to win the election in May.",
        "Quill wants to raise the minimum wage to help workers.",
        "The city plans to build a bridge to connect the two banks.",
        "Quill resigned because her daughter was ill.",
        "Orrick did not join the stream to reach young men.",
    ],
)
def test_no_motive(text: str) -> None:
    assert aims(text) == []
