"""Records of one occasion brought together, by weights of our own. All names are invented."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from etl.transform.appearances import duplicates
from etl.transform.appearances.duplicate_cues import BACK, pairs, told
from etl.transform.appearances.duplicates import FEWEST
from etl.transform.appearances.frames import Frame
from etl.transform.drafts import AppearanceDraft
from etl.transform.language import parse
from etl.transform.reading import Reading, Thing
from graph.records import Article

TOLD = "Voss spoke on Night Shift.\n\nShe came on Monday.\n\nBright listened."
TEXT = TOLD + " It rained." * FEWEST
VOSS, BRIGHT, SHIFT, RADIO = Thing("Person", "Voss"), Thing("Person", "Bright"), Thing("Show", "Night Shift"), Thing("Platform", "Radio")


def reading(text: str = TEXT) -> Reading:
    """The article of the records."""
    return Reading(Article("t", text, published="2025-07-09"), parse(text), [], [])


def draft(sentence: str, guest: Thing = VOSS, **slots: object) -> AppearanceDraft:
    """A record that a sentence of the article tells."""
    start = TEXT.index(sentence)
    made = AppearanceDraft("podcast", "appearances.loose", guests=[guest], evidence=[(start, start + len(sentence))])
    for slot, value in slots.items():
        setattr(made, slot, value)
    return made


def frames(drafts: list[AppearanceDraft]) -> list[Frame]:
    """Their frames, which say nothing more."""
    return [Frame(at=reading().words[0], rule=d.rule) for d in drafts]


def united(drafts: list[AppearanceDraft], weights: Mapping[str, float], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of those that stay, by weights of our own."""
    monkeypatch.setattr(duplicates, "BASE", -2.0)
    monkeypatch.setattr(duplicates, "WEIGHTS", weights)
    return duplicates.unite(reading(), frames(drafts), drafts)


def cues(one: AppearanceDraft, two: AppearanceDraft) -> list[str]:
    """The cues of two records."""
    return next(found for _, _, found in pairs(reading(), told(reading(), frames([one, two]), [one, two])))


def test_the_fuller_of_two_stays_and_takes_up_what_it_lacks(monkeypatch: pytest.MonkeyPatch) -> None:
    brief = draft("She came on Monday.", date="2025-07-07", date_text="on Monday", slot_evidence={"date": [(40, 46)]})
    full = draft("Voss spoke on Night Shift.", show=SHIFT, platforms=[RADIO], hosts=[BRIGHT])
    both = [brief, full]
    assert united(both, {"guests same": 5.0}, monkeypatch) == [1]
    assert (full.date, full.date_text, full.slot_evidence) == ("2025-07-07", "on Monday", {"date": [(40, 46)]})
    assert (full.show, full.platforms, full.hosts) == (SHIFT, [RADIO], [BRIGHT])
    assert full.evidence == sorted([*brief.evidence, (0, 26)])


def test_what_a_record_has_is_not_overwritten(monkeypatch: pytest.MonkeyPatch) -> None:
    full = draft("Voss spoke on Night Shift.", show=SHIFT, date="2025-07-01", platforms=[RADIO])
    brief = draft("She came on Monday.", date="2025-07-07", platforms=[Thing("Platform", "Kick")])
    assert united([full, brief], {"guests same": 5.0}, monkeypatch) == [0]
    assert (full.date, full.platforms) == ("2025-07-01", [RADIO])


def test_a_host_does_not_become_a_guest_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    full = draft("Voss spoke on Night Shift.", show=SHIFT, hosts=[BRIGHT], platforms=[RADIO])
    other = draft("Bright listened.", guest=BRIGHT)
    assert united([full, other], {"crossed True": 5.0}, monkeypatch) == [0]
    assert (full.guests, full.hosts) == ([VOSS], [BRIGHT])


def test_of_one_occasion_told_three_times_one_record_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    three = [draft("She came on Monday."), draft("Voss spoke on Night Shift.", show=SHIFT), draft("She came on Monday.", date="2025-07-07")]
    assert len(united(three, {"guests same": 5.0}, monkeypatch)) == 1


def test_records_without_a_person_in_common_or_hardly_alike_stay_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    others = [draft("Voss spoke on Night Shift."), draft("Bright listened.", guest=BRIGHT)]
    assert united(others, {"guests other": 9.0, "kind same": 9.0}, monkeypatch) == [0, 1]
    alike = [draft("Voss spoke on Night Shift."), draft("She came on Monday.")]
    assert united(alike, {"guests same": 2.0}, monkeypatch) == [0, 1]


def test_records_on_two_shows_are_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    two = [draft("Voss spoke on Night Shift.", show=SHIFT), draft("She came on Monday.", show=Thing("Show", "Day Shift"))]
    assert united(two, {"guests same": 9.0}, monkeypatch) == [0, 1]


def test_a_record_without_a_show_joins_no_two_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    between = [draft("She came on Monday.") for _ in range(3)]
    shows = [draft("Voss spoke on Night Shift.", show=show, platforms=[RADIO]) for show in (SHIFT, Thing("Show", "Day Shift"))]
    assert united([shows[0], *between, shows[1]], {"guests same": 9.0}, monkeypatch) == [0, 4]
    assert [d.show for d in shows] == [SHIFT, shows[1].show]


def test_records_of_a_short_article_stay_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "BASE", 9.0)
    two = [draft("Voss spoke on Night Shift."), draft("She came on Monday.")]
    assert duplicates.unite(reading(TOLD), frames(two), two) == [0, 1]
    assert len(duplicates.unite(reading(), frames(two), two)) == 1


@pytest.mark.parametrize(
    ("one", "two", "cue"),
    [
        ("2025-07-07", "2025-07-07", "date same 10"),
        ("2025-07", "2025-07-07", "date vaguer"),
        ("2025-07-01", "2025-07-07", "date another day"),
        ("2024-07-07", "2025-07-07", "date another"),
        (None, "2025-07-07", "date one"),
        (None, None, "date none"),
    ],
)
def test_days_are_compared(one: str | None, two: str | None, cue: str) -> None:
    assert cue in cues(draft("Voss spoke on Night Shift.", date=one), draft("She came on Monday.", date=two))


def test_slots_are_compared() -> None:
    one = draft("Voss spoke on Night Shift.", show=SHIFT, platforms=[RADIO], hosts=[BRIGHT])
    two = draft("She came on Monday.", show=SHIFT, status="planned", platforms=[RADIO, SHIFT])
    found = cues(one, two)
    assert {"guests same", "hosts one", "show same", "platforms some", "place none", "status occurred/planned"} <= {*found}
    assert {"next paragraph", "far 1", "adjacent True", "others 0", "later come", "2 tells 2", "1 size 6"} <= {*found}


def test_a_record_is_compared_with_the_last_few_only() -> None:
    many = [draft("She came on Monday.") for _ in range(BACK + 5)]
    found = list(pairs(reading(), told(reading(), frames(many), many)))
    assert max(sum(j == n for _, j, _ in found) for n in range(len(many))) == BACK
    assert (len(many) - 2, len(many) - 1) in {(i, j) for i, j, _ in found}


def test_a_vague_record_does_not_bring_together_those_that_are_told_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    days = [draft("She came on Monday.", date=f"2025-07-0{n}") for n in (1, 3)]
    vague = draft("Voss spoke on Night Shift.", show=SHIFT, platforms=[RADIO], topics=[Thing("Topic", "ferries")])
    assert len(united([*days, vague], {"guests same": 5.0, "date another day": -9.0}, monkeypatch)) == 2
