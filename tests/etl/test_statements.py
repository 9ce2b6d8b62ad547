"""Statements are read with the exact stretch and the right speaker, and nothing is made of titles and scare quotes."""

from __future__ import annotations

import pytest

from etl.transform import statements
from etl.transform.pipeline import reading_of
from graph.records import Article

CAST = (
    "Mara Quill, the head of Lumen Radio, met Dan Orrick in Leeds. Orrick edits The Harbour Post. Jo Tansley is a farmer. "
    "Rui Paz, Quill's adviser, came too.\n\n"
)


def said(text: str) -> list[tuple[str, str, bool]]:
    """(surname of the speaker, stretch, direct) of each statement in `text`, with the people of CAST already introduced."""
    article = Article("a", CAST + text, published="2025-03-04")
    found = statements.find(reading_of(article))
    return [(s.speaker.name.split()[-1], article.text[s.start : s.end], s.direct) for s in found if s.start >= len(CAST)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # tags
        ("“We left early,” Quill said.", [("Quill", "We left early,", True)]),
        ("“We left early,” said Quill, who runs three stations.", [("Quill", "We left early,", True)]),
        ('"We left early," Orrick wrote in his newsletter.', [("Orrick", "We left early,", True)]),
        ("‘We’ve had enough,’ Tansley said. ‘Nobody asked.’", [("Tansley", "We’ve had enough,", True), ("Tansley", "Nobody asked.", True)]),
        ("“Too late!” Quill shouted.", [("Quill", "Too late!", True)]),
        ("“It’s a joke,” Tansley, a former teacher, told The Harbour Post.", [("Tansley", "It’s a joke,", True)]),
        (
            "“We are done,” Quill said, “and the masts are done with us.”",
            [("Quill", "We are done,", True), ("Quill", "and the masts are done with us.", True)],
        ),
        ("“We left early” is what Quill says now.", [("Quill", "We left early", True)]),
        ("“The rain never stopped,” was Tansley’s only explanation.", [("Tansley", "The rain never stopped,", True)]),
        ("“We were never asked,” as Orrick kept saying.", [("Orrick", "We were never asked,", True)]),
        ("A spokesman for the council, Dan Orrick, insisted the vote had been fair.", [("Orrick", "the vote had been fair", False)]),
        # introductions
        (
            "The mast, said Quill, who paid for it, “keeps the valley awake at night.”",
            [("Quill", "keeps the valley awake at night.", True)],
        ),
        ("Tansley, in her own words, “never liked the noise of it.”", [("Tansley", "never liked the noise of it.", True)]),
        ("Tansley’s reply (“Ask the sheep instead”) was printed on posters.", [("Tansley", "Ask the sheep instead", True)]),
        ("Tansley added: “I want my money back.”", [("Tansley", "I want my money back.", True)]),
        ("Orrick wrote in a post on X: “See you in June.”", [("Orrick", "See you in June.", True)]),
        ("Orrick’s verdict: “A brave mistake.”", [("Orrick", "A brave mistake.", True)]),
        ("Jo Tansley was blunter: “It will be dead by June.”", [("Tansley", "It will be dead by June.", True)]),
        # the paragraph
        ("Asked about the cost, Quill shrugged. “It is what it is.”", [("Quill", "It is what it is.", True)]),
        ("Orrick wrote on Facebook:\n\n“See you in June, everybody.”", [("Orrick", "See you in June, everybody.", True)]),
        (
            "Quill said: “We began in a shed.\n\n“Then it rained.”",
            [("Quill", "We began in a shed", True), ("Quill", "Then it rained.", True)],
        ),
        # names for things
        ("Quill called it “a leap into the dark without a rope” on Monday.", [("Quill", "a leap into the dark without a rope", True)]),
        ("Quill dismissed him as “a man in search of a microphone.”", [("Quill", "a man in search of a microphone.", True)]),
        # the clause of the writer's words that a quotation is part of
        (
            "The old mast “was never a monument”, Orrick told the council on Monday.",
            [("Orrick", "was never a monument", True)],
        ),
        # reported clauses
        ("Quill said on Monday that the station would move.", [("Quill", "the station would move", False)]),
        ("Orrick argues the old guard had no plan at all.", [("Orrick", "the old guard had no plan at all", False)]),
        ("Quill told listeners she had been “lied to for years” by them.", [("Quill", "she had been “lied to for years” by them", False)]),
        ("Quill said she was moving to the coast.", [("Quill", "she was moving to the coast", False)]),
        (
            "Quill said that she would stay, and that the mast would go.",
            [("Quill", "she would stay, and that the mast would go", False)],
        ),
        ("Orrick accused the station of “lying to its own listeners”.", [("Orrick", "lying to its own listeners", True)]),
        ("Orrick’s answer: readers were free to stay away.", [("Orrick", "readers were free to stay away", False)]),
        (
            "Quill denied that it was over. She added that nobody would be fired.",
            [("Quill", "it was over", False), ("Quill", "nobody would be fired", False)],
        ),
        ("The masts, Quill noted, have been standing there since 1951.", [("Quill", "have been standing there since 1951", False)]),
        ("The plan would cost less than one mast, Orrick argued.", [("Orrick", "The plan would cost less than one mast", False)]),
        ("According to Tansley, the board never met in person.", [("Tansley", "the board never met in person", False)]),
        ("In Tansley’s view, the whole thing was a stunt.", [("Tansley", "the whole thing was a stunt", False)]),
        ("Tansley repeated her claim that the board forged a letter.", [("Tansley", "the board forged a letter", False)]),
        ("Quill was asked about it and said that she was tired of it.", [("Quill", "she was tired of it", False)]),
    ],
)
def test_statement(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "On “Night Desk,” her show, they sang for hours.",
        "The film “The Last Mast” opens in May.",
        "She has a so-called “long memory” for such things.",
        "“We will not be taking part,” a spokesman for the council said.",
        "Quill did not say that the service would start.",
        "Critics say the move is reckless.",
        "Quill had been warned by a lawyer that the court might come.",
        "Tansley might argue that it was fair.",
    ],
)
def test_no_statement(text: str) -> None:
    assert said(text) == []


def test_transcript_gives_each_turn_to_its_speaker() -> None:
    text = "**Orrick:** Why radio?\n\n**Quill:** Nobody can see my face.\n\n**Orrick:** And now?\n\n**Quill:** We shall see."
    assert [(who, words) for who, words, _ in said(text)] == [
        ("Orrick", "Why radio?"), ("Quill", "Nobody can see my face."), ("Orrick", "And now?"), ("Quill", "We shall see."),
    ]  # fmt: skip


def test_every_statement_has_evidence_around_it() -> None:
    reading = reading_of(Article("a", CAST + "“Fine,” Quill said. Orrick said it was late."))
    for s in statements.find(reading):
        assert s.evidence
        assert 0 < s.confidence <= 1
        assert s.rule.split(".")[0] in ("direct_speech", "indirect_speech", "statements")


def test_a_quotation_of_thousands_of_words_is_read() -> None:
    text = CAST + f"“{'We go on and on. ' * 400}” Quill said. “Fine,” Orrick said."
    assert ("Orrick", "Fine,", True) in said(text)


def test_a_sentence_that_is_nothing_but_a_participle_is_read() -> None:
    # its main verb and the participle whose speaker is looked for are one: it was asked about itself without end
    assert said("Quill spoke to the board. Then, adding that the price was fair.") == [("Quill", "the price was fair", False)]
