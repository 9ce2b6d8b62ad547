"""How texts are cut for the parser: at line breaks, and where a paragraph is longer than any that somebody writes."""

from __future__ import annotations

import pytest

from etl.transform.language import LONGEST, paragraphs, parse


@pytest.mark.parametrize(
    "text", ["", "One.", "One.\nTwo.\n\n \nThree.\n", "a " * LONGEST, "x" * (2 * LONGEST + 1), "He said. “No.” " * 1000]
)
def test_the_pieces_are_the_text(text: str) -> None:
    pieces = paragraphs(text)
    assert "".join(pieces) == text
    assert all(0 < len(piece) <= LONGEST for piece in pieces)


def test_a_long_paragraph_is_cut_behind_sentences() -> None:
    pieces = paragraphs("She spoke for an hour, by 9 p.m. at last. “Nobody left!” " * 200)
    assert len(pieces) > 2
    assert all(piece.startswith(("She ", "“Nobody ")) for piece in pieces)


def test_a_token_knows_its_sentence() -> None:
    doc = parse("Ann Lee went on Night Shift. She stayed.\n\nNobody rang")
    assert [sent.text.strip() for sent in doc.sents] == ["Ann Lee went on Night Shift.", "She stayed.", "Nobody rang"]
    assert all(token.sent == sent for sent in doc.sents for token in sent)
