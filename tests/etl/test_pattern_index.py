"""The index of patterns leaves none out that matches."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.transform.pattern_index import PatternIndex
from etl.transform.relations.wordings import TABLE

PATTERNS = [
    re.compile(p)
    for p in (
        r"(?:co-)?host(?:s|ed)? of",
        r"[Hh]osted by",
        r"(?:podcast|livestream|radio show)s? with",
        r"a.c",
        r"(?:longer|x)+",
        r"(?:inside )?out",
        r"(?=never)neverland(?! here)",
        r"(?i:loud)ly",
    )
] + [re.compile("ignored", re.IGNORECASE)]
TEXTS = ["the hosts of", "Hosted by her", "radio shows with", "abc", "xx", "out", "neverland", "LOUDly", "IGNORED", ""]


@pytest.mark.parametrize("text", TEXTS)
def test_no_pattern_that_matches_is_left_out(text: str) -> None:
    matching = [n for n, p in enumerate(PATTERNS) if p.search(text)]
    assert set(matching) <= set(PatternIndex(PATTERNS).candidates(text))


def test_patterns_that_cannot_match_are_left_out() -> None:
    index = PatternIndex(PATTERNS)
    assert 0 not in index.candidates("nobody is here")
    assert 2 not in index.candidates("the show went")
    assert {0, 2} <= set(index.candidates("the host of podcasts with"))


WORDS = [
    "\ue000",
    "\ue004",
    "\ue003",
    ",",
    "hosts",
    "hosted by",
    "airs on",
    "founder of",
    "'s",
    "the",
    "podcast",
    "editor",
    "who runs",
    "and",
    "on",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14))
def test_no_wording_of_a_relation_is_lost(words: list[str]) -> None:
    text = " ".join(words)
    possible = set(TABLE.possible(text))
    assert all(w in possible for w in TABLE.wordings if w.pattern.search(text))
