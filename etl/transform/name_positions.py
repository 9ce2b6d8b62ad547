"""Where words stand: at the head of a sentence, in a heading, within a name that the lexicon knows."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from etl.transform.lexicon import Hit, Lexicon
from etl.transform.name_words import ABBREVIATED, Word, words_of
from etl.transform.reading import Reading

# A line of a programme or tour: "Thu 9 April – Cardiff, New Theatre – with Ada Lowe".
LISTING = re.compile(r"\d.*[–—:,-] .*\w|[–—] .* [–—]")
OWNED = re.compile(r"[’']s [a-zà-ÿ]+$")
DATELINE = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{2,40})(?=(?:, [A-Z][\w. ,]{1,30})?[*_]{0,3}(?: \([^)\n]{1,40}\))? ?(?:[–—]|-(?=\s)))")
LINE_START = 300  # characters of a line that are looked at to tell what kind of line it is


def is_heading(paragraph: str) -> bool:
    """Whether a paragraph is a heading: marked as one, or short and without an end of sentence."""
    line = paragraph.strip()
    if line.startswith("#"):
        return True
    line = line.strip("*_ ")
    return bool(line) and "\n" not in line and len(line.split()) <= 14 and line[-1] not in '.!?:;,”"’)…'


def _title_case(paragraph: str) -> bool:
    """Whether a heading capitalises its ordinary words, so that capitals say nothing."""
    long = [w.text for w in words_of(paragraph) if len(w.text) > 3]
    return len(long) >= 3 and sum(w[0].isupper() for w in long) >= 0.8 * len(long)


def _is_quiet(line: str) -> bool:
    """Whether capitals say nothing in `line`: it stands in capitals, or is a heading in title case."""
    shouting = len(line.split()) > 1 and line.upper() == line and any(c.isalpha() for c in line)
    return shouting or (LISTING.search(line) is None and is_heading(line) and _title_case(line))


def paragraph_spans(text: str) -> Iterable[tuple[int, int]]:
    """The lines of `text` that hold anything, as spans."""
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]


class Positions:
    """The words of a reading, what the lexicon knows of them, and where they stand.

    Args:
        reading: the article; only its text is looked at here.
        lexicon: what is well known.
    """

    def __init__(self, reading: Reading, lexicon: Lexicon) -> None:
        self.reading = reading
        self.text = reading.text
        self.lexicon = lexicon
        self._opening: dict[int, bool] = {}
        self.words = words_of(self.text)
        self.word_starts = [w.start for w in self.words]
        # "Ada Lowe's podcast" names Ada Lowe, whichever show it is.
        self.hits = [h for h in lexicon.find(self.text) if not OWNED.search(self.text[h.start : h.end])]
        self.hit_starts = [h.start for h in self.hits]
        self.small = {w.text for w in self.words if not w.capital}
        self.quiet = [(s, e) for s, e in paragraph_spans(self.text) if e - s < LINE_START and _is_quiet(self.text[s:e])]
        self.quiet_starts = [s for s, _ in self.quiet]
        self.mid_capitals = {w.text for w in self.words if w.capital and not self.is_quiet(w.start) and not self.opens(w.start)}

    # ---------------------------------------------------------------- the lexicon's hits
    def hit_at(self, start: int) -> Hit | None:
        """The hit that begins at `start`."""
        n = bisect_left(self.hit_starts, start)
        return self.hits[n] if n < len(self.hits) and self.hits[n].start == start else None

    def hit_over(self, word: Word) -> Hit | None:
        """The hit that `word` is part of."""
        n = bisect_right(self.hit_starts, word.start) - 1
        return self.hits[n] if n >= 0 and self.hits[n].end >= word.end else None

    def hits_within(self, start: int, end: int) -> list[Hit]:
        """The hits that lie within `start:end`."""
        first, last = bisect_left(self.hit_starts, start), bisect_left(self.hit_starts, end)
        return [h for h in self.hits[first:last] if h.end <= end]

    def words_within(self, start: int, end: int) -> list[Word]:
        """The words that begin within `start:end`."""
        return self.words[bisect_left(self.word_starts, start) : bisect_left(self.word_starts, end)]

    # ---------------------------------------------------------------- where words stand
    def opens(self, start: int) -> bool:
        """Whether the word at `start` opens a sentence, a quotation or a list item, so that its capital says nothing."""
        known = self._opening.get(start)
        if known is None:
            known = self._opening[start] = self._opens(start)
        return known

    def _opens(self, start: int) -> bool:
        i = start - 1
        while i >= 0 and self.text[i] in " \u00a0*_“\"‘'(#[":
            i -= 1
        if i > 0 and self.text[i] in "-–—" and self._behind_dateline(i):
            return True
        if i < 0 or self.text[i] in "\n.!?:…•|>":
            return not (i > 0 and self.text[i] == "." and self._abbreviated(i))
        # a quotation that begins in mid-sentence begins with a capital of its own
        before = self.text[i + 1 : start]
        quoted = any(c in before for c in "“\"‘'") and self.text[i] in ",-–—"
        return quoted or (self.text[i] in "–—-" and i > 0 and self.text[i - 1] == "\n")

    def _behind_dateline(self, dash: int) -> bool:
        begin = self.text.rfind("\n", 0, dash) + 1
        return dash - begin < 80 and DATELINE.match(self.text[begin : dash + 1].lstrip("*_ ").replace("*", "")) is not None

    def _abbreviated(self, dot: int) -> bool:
        begin = dot
        while begin > 0 and (self.text[begin - 1].isalpha() or self.text[begin - 1] == "."):
            begin -= 1
        word = self.text[begin:dot].lower()
        return len(word) == 1 or word in ABBREVIATED or (len(word) < 6 and self.lexicon.is_title(self.text[begin:dot]))

    def is_quiet(self, position: int) -> bool:
        """Whether `position` is in a line in capitals or a heading in title case."""
        n = bisect_right(self.quiet_starts, position) - 1
        return n >= 0 and position < self.quiet[n][1]
