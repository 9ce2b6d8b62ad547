"""Sentences as a reader sees them: quotations do not cut them, and words within quotation marks are told apart from the writer's.

The parser cuts at every full stop, also within a quotation and between it and its "he said"; who said what can only be
read where the quotation and what stands around it are kept together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from etl.transform.quotation import Quote
from etl.transform.reading import Reading
from etl.transform.saying import SAYING

MARKUP = "*_ \t\n>#-•"
ENDS = re.compile(r"[.!?:…;][\"”’')\]*_]*\s*$|\n\s*$")
BREAK = re.compile(r"[;—]|,[”\"]? (?:she|he|they|[A-Z]\w+) (?:said|says|added|told)\b")
LONGEST = 400  # words of the writer in a sentence
MOST_QUOTES = 40  # quotations in a sentence
PARAGRAPH = re.compile(r"\n\s*")
SIGNED = re.compile(r"[—–-]+\s*[A-ZÀ-Þ][\w.’'-]*\s[A-ZÀ-Þ]|\([A-ZÀ-Þ][\w.’'-]*\s[A-ZÀ-Þ][\w.’'-]*\)")  # "“…” – Ann Vole, ITV"


def _place(token: Token) -> int:
    return token.idx


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence `start:end` (code points, without white space around it) with its quotations and the writer's own tokens."""

    start: int
    end: int
    quotes: tuple[Quote, ...]
    own: tuple[Token, ...]

    def between(self, start: int, end: int) -> list[Token]:
        """The writer's own tokens that begin within `start:end`."""
        return list(self.own[bisect_left(self.own, start, key=_place) : bisect_left(self.own, end, key=_place)])

    @property
    def readable(self) -> bool:
        """Whether this is a sentence that somebody may have written to be read: longer ones are lists, or an attack."""
        return len(self.own) <= LONGEST and len(self.quotes) <= MOST_QUOTES


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph `start:end` and its sentences."""

    start: int
    end: int
    sentences: tuple[Sentence, ...]


def last_before(text: str, position: int) -> str:
    """The last character before `position` that is no white space, or ""."""
    return text[max(0, position - 40) : position].rstrip()[-1:]


def ending(reading: Reading, start: int, stop: int) -> int:
    """Where the words that begin at `start` end: with their quotation, before "she said", or at `stop`, the end of the sentence."""
    quote = reading.quote(start)
    end = quote.inner_end if quote is not None else stop
    text = reading.text
    if quote is None and (cut := BREAK.search(text, start, end)):
        end = cut.start()
    while end > start and text[end - 1] in " .,;:*_\n":
        end -= 1
    return end


def _is_tag(reading: Reading, start: int) -> bool:
    """Whether a verb of saying and its subject open the sentence at `start`: the tail of a quotation that ends in ? or !."""
    words = [t for t in reading.tokens(start, start + 80) if not t.is_space][:6]
    for n, t in enumerate(words):
        if t.is_punct and t.text not in "-'’":
            return False
        if t.lemma_.lower() in SAYING and t.tag_ in ("VBD", "VBZ", "VBP"):
            rest = words[n + 1 : n + 2]
            # "“Too bad!” Walz said." is a tag; "“Too bad!” Walz said that" and "Walz told us he" begin anew.
            return (
                not rest
                or rest[0].is_punct
                or (rest[0].tag_ in ("IN", "RB", "TO", "NNP", "RP", "DT", "PRP", "NN") and rest[0].lower_ != "that")
            )
    return False


def _cuts(reading: Reading, start: int, end: int, quotes: tuple[Quote, ...]) -> list[int]:
    """Where sentences begin within the paragraph `start:end`."""
    text = reading.text
    begins = [s.start_char for s in reading.sentences if start < s.start_char < end]
    begins += [
        q.start for q in quotes if start < q.start < end and re.search(r"[.!?][*_”\"]*\s+$", text[max(start, q.start - 6) : q.start])
    ]
    begins += [q.end for q in quotes if text[q.inner_end - 1 : q.inner_end] in tuple(".!?…") and q.end < end]
    opening, closing = {q.start for q in quotes}, {q.end for q in quotes}
    out = [start]
    for at in sorted(set(begins)):
        while at < end and text[at].isspace():
            at += 1
        if at >= end or at <= out[-1] or ((q := reading.quote(at)) is not None and q.start < at):
            continue
        if text[at].islower() or (text[at] in "”’\"',;)" and at not in opening):
            continue
        if not ENDS.search(text[max(start, at - 8) : at]) or last_before(text, at) in (":", ";"):
            continue
        if closing & {at, at - 1, at - 2} and (_is_tag(reading, at) or SIGNED.match(text, at)):
            continue
        out.append(at)
    return [*out, end]


def paragraphs(reading: Reading) -> Sequence[Paragraph]:
    """The paragraphs of the article with their sentences, in order; looked for once."""
    if reading.paragraphs is None:
        reading.paragraphs = tuple(_paragraphs(reading))
    return reading.paragraphs


def _paragraphs(reading: Reading) -> list[Paragraph]:
    text, out = reading.text, []
    starts = [q.start for q in reading.quotes]
    begin = 0
    for stop in [*(m.start() for m in PARAGRAPH.finditer(text)), len(text)]:
        if text[begin:stop].strip():
            first = begin + len(text[begin:stop]) - len(text[begin:stop].lstrip())
            last = begin + len(text[begin:stop].rstrip())
            inside = tuple(reading.quotes[bisect_right(starts, first - 1) : bisect_right(starts, last)])
            cuts = _cuts(reading, first, last, inside)
            sentences = []
            for a, b in pairwise(cuts):
                b = a + len(text[a:b].rstrip())
                mine = tuple(reading.quotes[bisect_right(starts, a - 1) : bisect_right(starts, b - 1)])
                marks = {m for q in mine for m in (q.start, q.inner_end)}
                own = tuple(t for t in reading.tokens(a, b) if not t.is_space)
                if mine or reading.quote(a) is not None:
                    own = tuple(t for t in own if (at := t.idx) not in marks and reading.quote(at) is None)
                sentences.append(Sentence(a, b, mine, own))
            out.append(Paragraph(first, last, tuple(sentences)))
        begin = stop
    return out
