"""Expressions that are tried only where they can begin find what they find when tried everywhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.transform.motive_clues import OPENERS
from etl.transform.topics import CUES
from etl.transform.word_starts import Opening, WordStarts

ARTICLES = sorted((Path(__file__).parents[2] / "data" / "articles").glob("*.md"))
PATTERNS = [
    r"\b(?:talk(?:s|ed)?|g[eo]t(?:s|ting)? on) (?:about|of)\b",
    r"\b(?:is|[’'](?:s|re)) after\b",
    r"\b(?:x|[yi]t(?:s|x)*|(?:d+|e)f*g|th|t[oi]{2,})\b",
    r"\b(?=the)[a-z]+",
    r"\b[Ww]ent\b",
    r"talk(?:s|ed)? of",
    r"\bask|^so",
]
OPENED = [Opening(re.compile(p, flags)) for p in PATTERNS for flags in (0, re.IGNORECASE)] + [CUES, *(o for _, o in OPENERS)]
OPENING = (
    " In order to win, so as not to lose, so that she could, in hope of it, in the belief that, with an eye to, with the aim of, for the sake"
    " of, lest they go, for fear of, in case it rains, not wishing to, wary of, on the theory that, owing to, on account of, seeing that she"
    " is, on grounds of, out of fear, in the interest of, as a matter of, pleading illness, with students in mind, geared to nurses, it is for"
    " those, made for women, where nobody is, she’d rather go, rather than, the aim is."
)
PIECES = [
    "talks",
    "Talk",
    "got",
    " ",
    "of",
    "it’s",
    "IS",
    "after",
    "efg",
    "ddg",
    "Tooi",
    "then",
    "-",
    "so",
    "went",
    "Wenť",
    "ﬁ",
    "ſo",
    "\n",
    "because",
    "“",
]


def _same(text: str, start: int, end: int) -> None:
    starts = WordStarts(text)
    for opening in OPENED:
        there = [m.span() for m in opening.pattern.finditer(text, start, end)]
        assert [m.span() for m in opening.finditer(starts, start, end)] == there
        first = opening.search(starts, start, end)
        assert (first.span() if first else None) == (there[0] if there else None)


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.integers(0, 12), st.integers(0, 40))
def test_nothing_is_left_out(text: str, start: int, length: int) -> None:
    _same(text, start, min(len(text), start + length))


@pytest.mark.parametrize(
    "text",
    ["", "She talked of it because it’s after three.", "TALKS OF", "KELVIN, aſk: İS after", "The reason for it is, then, so that they can"],
)
def test_whole_texts(text: str) -> None:
    _same(text, 0, len(text))


def test_every_opener_of_motives_is_found() -> None:
    text = " ".join(path.read_text(encoding="utf-8") for path in ARTICLES) + OPENING
    _same(text, 0, len(text))
    starts = WordStarts(text)
    assert all(opening.search(starts, 0, len(text)) for _, opening in OPENERS)


def test_what_begins_elsewhere_is_tried_everywhere() -> None:
    assert [o.heads for o in OPENED[-len(OPENERS) :]].count(None) == 0
    assert Opening(re.compile("talk")).heads is None
    assert Opening(re.compile(r"\b(?:a|\w+) b")).heads is None
