"""Whether an occasion took place, is planned or was refused, by what its record shows. All names are invented."""

from __future__ import annotations

import pytest

from etl.transform import appearances, relations
from etl.transform.appearances import filling
from etl.transform.appearances.filling_weights import STATUSES
from etl.transform.appearances.status_cues import status_cues
from etl.transform.pipeline import hear, reading_of
from graph.records import Article

PUBLISHED = "2025-07-09"  # a Wednesday


def cues(text: str) -> set[str]:
    """The cues of the first occasion."""
    reading = reading_of(Article("t", text, published=PUBLISHED))
    hear(reading)
    return set(status_cues(reading, appearances.find(reading).records[0], "podcast"))


def status(text: str) -> str:
    """The status of the first occasion once its slots are filled."""
    reading = reading_of(Article("t", text, published=PUBLISHED))
    hear(reading)
    found = appearances.find(reading)
    appearances.fill(reading, found, relations.find(reading, found.drafts))
    return found.drafts[0].status


@pytest.mark.parametrize(
    ("day", "cue"),
    [
        ("on 3 August", "day after 10"),
        ("on 3 July", "day before 10"),
        ("on 9 July", "day same 10"),
        ("in June", "day before 7"),
        ("at last", "no day"),
    ],
)
def test_the_day_is_compared_with_that_of_publication(day: str, cue: str) -> None:
    assert cue in cues(f"Ada Lowe was a guest on the podcast “Night Shift” {day}.")


def test_verbs_with_their_helpers_and_what_stands_above_are_noted() -> None:
    found = cues("Ada Lowe will appear on the podcast “Night Shift” on 3 August.")
    assert {"at appear", "aux will", "before will", "behind on", "by rule planned", "day after planned", "tag MD", "clause will"} <= found
    found = cues("Ada Lowe has agreed to appear on the podcast “Night Shift” on 3 August.")
    assert {"above agree", "above aux has", "aux to"} <= found


def test_names_are_no_words_of_a_status() -> None:
    found = cues("Ada Lowe was a guest on the podcast “Night Shift” on 3 July.")
    assert not {c for c in found if c.startswith(("clause", "sentence")) and c.split()[-1] in ("ada", "lowe", "shift")}


def test_the_likeliest_status_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ada Lowe was a guest on the podcast “Night Shift” on 3 July."
    monkeypatch.setattr(filling, "STATUS_BASES", {"occurred": 0.0, "planned": -1.0})
    monkeypatch.setattr(filling, "STATUSES", {"occurred": {}, "planned": {"clause guest": 0.5}})
    assert status(text) == "occurred"
    monkeypatch.setattr(filling, "STATUSES", {"occurred": {}, "planned": {"clause guest": 1.5}})
    assert status(text) == "planned"


def test_what_a_rule_says_speaks_for_a_status() -> None:
    assert all(STATUSES[one][f"by rule {one}"] > 0 for one in ("occurred", "planned", "declined"))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ada Lowe was a guest on the podcast “Night Shift” on 3 July.", "occurred"),
        ("Ada Lowe will be a guest on the podcast “Night Shift” on 3 August.", "planned"),
        ("Ada Lowe declined an invitation to the podcast “Night Shift” on 3 July.", "declined"),
        ("Ada Lowe told Clara Voss on the podcast “Night Shift” that rents would fall.", "occurred"),
        ("Ada Lowe is due to speak to Clara Voss on the podcast “Night Shift” next week.", "planned"),
        ("Ada Lowe cancelled her interview on the podcast “Night Shift”.", "declined"),
    ],
)
def test_everyday_sentences_keep_their_status(text: str, wanted: str) -> None:
    assert status(text) == wanted
