"""The stretch of a sentence that is said: its edges, and which side of a parenthesis it is."""

from __future__ import annotations

import re

from spacy.tokens import Token

from etl.transform.direct_speech import FINITE, Attribution
from etl.transform.reading import Reading, Thing
from etl.transform.utterance import MARKUP, Sentence

CLOSERS = ".,;: \n*_—–-("
ABBREVIATED = re.compile(r"\b(?:(?:[A-Za-z]\.)+[A-Za-z]|Mr|Ms|Jr|Sr|Inc|Co|Ltd|Corp|Dr)\.$")
SHORTEST = 2  # words in a reported clause, at least


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start:end` without white space, markup and stops at its edges."""
    while start < end and text[start] in MARKUP + ",;:—–":
        start += 1
    while end > start and text[end - 1] in CLOSERS and not (text[end - 1] == "." and ABBREVIATED.search(text, start, end)):
        end -= 1
    return start, end


def made(
    reading: Reading,
    sentence: Sentence,
    who: Thing,
    stretch: tuple[int, int],
    rule: str,
    confidence: float,
    cue: str,
    verb: Token | None = None,
) -> Attribution | None:
    """The attribution of `stretch` without white space, markup and stops at its edges; None where too little is left."""
    text = reading.text
    start, end = trimmed(text, *stretch)
    if len(text[start:end].split()) < SHORTEST:
        return None
    quotes = tuple(q for q in sentence.quotes if start <= q.start and q.end <= end)
    direct = bool(quotes) and quotes[0].start == start and quotes[0].end >= end
    if direct:
        start, end = quotes[0].inner_start, quotes[0].inner_end
    return Attribution(who, start, end, direct, cue, rule, confidence, quotes, verb)


def sides(reading: Reading, sentence: Sentence, a: int, b: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """What stands before `a` and after `b` in the clause around the parenthesis `a:b`."""
    left, right = sentence.start, sentence.end
    for t in sentence.own:
        if t.text in ";:—–(" and (t.text in ";:(" or reading.text[t.idx - 1 : t.idx] == " "):
            if t.idx + len(t) <= a - 2 and reading.text[t.idx + 1 : a].strip(" ,"):
                left = max(left, t.idx + len(t))
            elif t.idx >= b + 2 and t.text != "(":
                right = min(right, t.idx)
    return (left, a), (b, right)


def word_count(reading: Reading, stretch: tuple[int, int]) -> int:
    return len(reading.text[slice(*stretch)].strip(" ,.;*").split())


def best_side(reading: Reading, sentence: Sentence, a: int, b: int) -> tuple[int, int] | None:
    """Which part around the parenthesis `a:b` is what is said: the longer one, unless the other is a clause complete in itself."""
    left, right = sides(reading, sentence, a, b)
    after = [t for t in reading.tokens(*right) if not t.is_punct and not t.is_space]
    goes_on = reading.text[b : b + 1] in (",", "—", "–") or word_count(reading, left) < 2
    describes = bool(after) and (after[0].tag_ in ("WP", "WP$", "WDT", "WRB") or after[0].dep_ == "acl")
    if (
        not goes_on
        or not after
        or (describes and word_count(reading, left))
        or (
            after[0].lower_ in ("and", "but", "so", "because", "while")
            and word_count(reading, left) > 3
            and any(t.tag_ in FINITE for t in reading.tokens(*left))
        )
    ):
        best = left
    elif after[0].tag_ in FINITE and not any(t.tag_ in FINITE and t.dep_ != "relcl" for t in reading.tokens(*left)):
        best = right  # the subject stands before: "The young men who follow them, she said, had not been stolen"
    else:
        best = max(left, right, key=lambda s: word_count(reading, s))
    return best if word_count(reading, best) >= 3 else None
