"""Pronouns and descriptions stand for the right thing, or for none where it is not clear."""

from __future__ import annotations

import pytest

from etl.transform import coreference
from etl.transform.pipeline import reading_of
from etl.transform.reading import Reading
from graph.records import Article


def read(text: str) -> Reading:
    return reading_of(Article("x", text, published="2025-03-04"))


def at(reading: Reading, word: str, nth: int = 0) -> str | None:
    """The name of the thing that the nth occurrence of `word` stands for."""
    found = [t for t in reading.doc if t.text == word][nth]
    thing = reading.at(found)
    return thing.name if thing else None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ada Lowe met Tom Weller. She had lost.", "She", "Ada Lowe"),
        ("Ada Lowe met Tom Weller. He had lost.", "He", "Tom Weller"),
        ("Tom Weller praised Omar Bright. He said it was a good day.", "He", "Tom Weller"),
        ("Tom Weller said that Omar Bright had invited him.", "him", "Tom Weller"),
        ("Ada Lowe brought her own camera to the set.", "her", "Ada Lowe"),
        ("“The plan is dead,” Tom Weller said. “We move on,” he added.", "he", "Tom Weller"),
        ("“Omar Bright is a fool,” Tom Weller wrote. “Nobody needs him.”", "him", "Omar Bright"),
        ("Tom Weller hurt himself on Monday.", "himself", "Tom Weller"),
        ("Ada Lowe, who runs Halden Media, was late.", "who", "Ada Lowe"),
        ("In her first year in office, Ada Lowe doubled the budget.", "her", "Ada Lowe"),
        ("Halden Media sued the city. Its spokesman declined to comment.", "Its", "Halden Media"),
        ("The Nelk Boys went to Ohio. They filmed for two days.", "They", "Nelk Boys"),
        ("Sen. Ada Lowe met Tom Weller. The senator left early.", "senator", "Ada Lowe"),
        ("Ada Lowe, 41, met Tom Weller, 38. The 38-year-old was tired.", "year", "Tom Weller"),
        ("He posted the clip on TikTok. The platform took it down.", "platform", "TikTok"),
        ("Tom Weller hosts the podcast Cold Kettle. The show has many listeners.", "show", "Cold Kettle"),
        ("Ada Lowe owns Corran Coffee. The company lost money.", "company", "Corran Coffee"),
        ("“He never listens to us,” said Tom Weller of Omar Bright.", "He", "Omar Bright"),
        ("Ada Lowe lost.\n\nTom Weller and Nora Field sing. They steered her to a chair.", "her", "Ada Lowe"),
        ("Ada Lowe met Nora Field. Pressed by Field on the leak, she shrugged.", "she", "Ada Lowe"),
        ("“She is brave,” Ada Lowe said of Nora Field.", "She", "Nora Field"),
        ("After she lost, Ada Lowe moved to Leeds.", "she", "Ada Lowe"),
        ("Nora Field interviewed Ada Lowe about her new book.", "her", "Ada Lowe"),
        ("Tom Weller joined Omar Bright on his show.", "his", "Omar Bright"),
        ("Tom Weller interviewed Ada Lowe on his podcast.", "his", "Tom Weller"),
        ("Nora Field was absent. Ada Lowe, her deputy, spoke instead.", "her", "Nora Field"),
        ("Tom Weller and his daughter Ines Weller opened the show.", "his", "Tom Weller"),
        ("Ada Lowe won.\n\nThe rivals went home. They said nothing.\n\nHer campaign cost little.", "Her", "Ada Lowe"),
        ("Ann Lowe was a guest of Tom Weller on Monday. “We are late,” Lowe told her host.", "host", "Tom Weller"),
        ("Kamala Harris spoke to Tom Weller. The vice president was tired.", "president", "Kamala Harris"),
        ("Ada Lowe is the Civic Party’s candidate for mayor. On Monday the candidate was in Leeds.", "candidate", "Ada Lowe"),
    ],
)
def test_a_reference_is_resolved(text: str, word: str, name: str) -> None:
    occurrence = -1 if word == "candidate" else 0
    reading = read(text)
    assert at(reading, word, occurrence) == name


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is clear that Halden Media lost.", "It"),
        ("Ada Lowe wrote a book. It was a success.", "It"),
        ("Tom Weller spoke to voters. They were bored.", "They"),
        ("Ada Lowe lost. The lawyer she had hired was Omar Bright.", "lawyer"),
        ("Ada Lowe, the president said, had lost.", "president"),
        ("It was Ada Lowe who told the paper.", "It"),
        ("Ada Lowe met Tom Weller. The same man came back.", "man"),
        ("Ada Lowe met Tom Weller. Her 12-year-old daughter laughed.", "daughter"),
        ("Tom Weller flew to Leeds. The country was tired.", "country"),
        ("Joe Biden spoke to Tom Weller. The vice president was tired.", "president"),
        ("Ada Lowe, the mayor of Corran, met Tom Weller. The deputy mayor was absent.", "deputy"),
    ],
)
def test_what_is_not_clear_stays_open(text: str, word: str) -> None:
    assert at(read(text), word) is None


def test_two_people_at_once() -> None:
    reading = read("Ada Lowe and Tom Weller met in Leeds. The two talked about football, and they laughed.")
    for word in ("two", "they"):
        token = next(t for t in reading.doc if t.text == word)
        assert [t.name for t in reading.all_at(token)] == ["Ada Lowe", "Tom Weller"]


def test_gender_is_learnt_from_pronouns_that_can_mean_one_person_only() -> None:
    reading = read("Zkarra Quell sat down. She was tired.\n\nTom Weller met Zkarra Quell, and she laughed.")
    quell = next(t for t in reading.things if t.name == "Zkarra Quell")
    assert quell.gender == "f"


def test_the_first_person_in_a_quotation_is_its_speaker() -> None:
    text = "“I like my hat,” said Ada Lowe. I was there."
    reading = read(text)
    ada = next(t for t in reading.things if t.name == "Ada Lowe")
    reading.spoken(1, text.index("”"), ada)
    coreference.first_person(reading)
    assert at(reading, "I") == at(reading, "my") == "Ada Lowe"
    assert at(reading, "I", 1) is None


def test_a_name_within_a_description_keeps_its_own_thing() -> None:
    reading = read("Ada Lowe, who runs Tallbridge, a software firm, spoke. The Tallbridge boss was calm.")
    assert at(reading, "Tallbridge", 1) == "Tallbridge"
    assert at(reading, "boss") == "Ada Lowe"
