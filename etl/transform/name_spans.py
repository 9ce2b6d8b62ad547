"""Where an article may name something: lexicon hits, runs of capitalised words, quoted and italic titles, entries of lists.

A candidate is a stretch of text without titles before it and possessives behind it. Whether it is a name at all, and of what
type, is decided over the whole article by `name_types`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import replace

from etl.transform.name_joining import SAID_TO_BE
from etl.transform.name_parties import parties
from etl.transform.name_positions import DATELINE, LINE_START, paragraph_spans
from etl.transform.name_runs import Runs
from etl.transform.name_words import OPENERS, SMALL_IN_TITLES, Candidate, ordinary

ITALIC = re.compile(r"(?<![*_\w])([*_])(?![*_\s])([^*_\n]{2,80}?)(?<!\s)\1(?![*_\w])")
# An entry of a list, nothing but a title, perhaps with where it is to be found: "3. Dead Reckoning (BBC Sounds)".
ITEM = re.compile(r"^[ \t*_#]{0,6}(?:\d{1,2}[.):]|[-*•])[ \t*_]{1,6}([^\n()*_]{3,70}?)[ *_]{0,6}(?=\n|$| [(–—|])", re.M)
WITH_NAME = re.compile(r" (?:[Ww]ith|[Ss]tarring) (?=[A-ZÀ-Þ])")
# "The Ada Lowe Show", "Ada Lowe Live!": named after who hosts it
OF_HOST = re.compile(
    r"(?:The )?([^\W\d_]+ [^\W\d_][\w’'-]+) (?:Show|Live|Podcast|Program|Programme|Experience|Hour|Project|Report|Interview)\b"
)
# What a list says of an entry behind its title: who airs it, or where it is ("4. Lowe at Large, Corran TV and YouTube.").
CARRIED = re.compile(r", (?:the )?[A-ZÀ-Þ][\w’'+-]*(?: (?:and |& )?[A-ZÀ-Þ0-9][\w’'+-]*){0,5}\.?$")
# What makes a quoted phrase a title though its words are small: what stands right before it, or what it is said to be (`SAID_TO_BE`).
TITLING = re.compile(
    r"(?:\b(?:podcast|show|program(?:me)?|series|channel|stream|newsletter|phone-in|quiz|slot|segment|newscast|flagship|serial|sitcom|strand|"
    r"(?:episodes?|edition|instal?lment|host|presenter|maker|star|cohost|co-host) of|named|titled|entitled)|[’']s(?: [\w-]+)?),? $",
    re.I,
)
EVENTS = frozenset(
    "Fair Show Expo Forum Festival Week Conference Summit Congress Convention Marathon Biennale Carnival Con Fest Showcase Symposium "
    "Awards Fringe".split()
)
AT_EVENT = re.compile(r"\b[Aa]t (?:the |this year’s |this year's |last year’s |last year's )?$")
TITLE_LENGTH = 40  # characters of a title of small words, at most
HEADING = re.compile(r"^\d{1,2}[.:]\d\d\b| [–—-] |[,:] (?=[A-ZÀ-Þ]).*[,.:]$")  # of an entry, in italics: "19:30 – Ada Lowe, Corran TV."
# Somebody of two names or three and where or when: "Ada Lowe on …", "Ada Lowe, Corran, March 2025".
SOMEWHERE = re.compile(
    r"((?:[A-ZÀ-Þ][\w’'-]+ ){1,2}[A-ZÀ-Þ][\w’'-]+)(?: (?:on|at) [“\"‘]?[A-ZÀ-Þ]|(?:, [A-ZÀ-Þ][\w ]{2,30}){0,2}, (?:[A-Z][a-z]+ )?(?:19|20)\d\d$)"
)
# What stands in capitals where a city may.
LABELS = frozenset(
    (
        "FOR IMMEDIATE RELEASE",
        "FOR RELEASE",
        "PRESS RELEASE",
        "MEDIA RELEASE",
        "NEWS RELEASE",
        "BREAKING",
        "UPDATE",
        "EXCLUSIVE",
        "CORRECTION",
        "ANALYSIS",
        "OPINION",
        "WATCH",
        "LISTEN",
        "LIVE",
    )
)
PAIRED = re.compile(r" (?:→|/|\||->|x) ")  # between the names of an entry: "Ada Lowe → Night Shift"


def _small(word: str) -> bool:
    """Whether `word` may stand uncapitalised within a title that is set off as one."""
    return _foreign(word) or (len(word) < 3 and word not in OPENERS)


def _foreign(word: str) -> bool:
    """Whether `word` may stand uncapitalised within a title in any language: no English sentence has it, or it is one of grammar."""
    return word in SMALL_IN_TITLES or not ordinary(word)


def _any(word: str) -> bool:
    """Any word may stand uncapitalised in what is said to be a title: "her podcast “Etter middag”"."""
    return True


class Finder(Runs):
    """Finds the candidates of one article."""

    def find(self) -> list[Candidate]:
        """The candidates in text order, none overlapping another."""
        taken: list[Candidate] = []
        runs = (c for run in self._runs() for c in self._split(run))
        for group in (parties(self.text, self.hits, self.lexicon), self._datelines(), self._set_off(), runs, self._hits()):
            # Where candidates overlap the earlier source has it; within one source the first in the text.
            free: list[Candidate] = []
            starts = [c.start for c in taken]
            for candidate in sorted(group, key=lambda c: (c.start, -c.end)):
                n = bisect_right(starts, candidate.start)
                clash = (n and taken[n - 1].end > candidate.start) or (n < len(taken) and taken[n].start < candidate.end)
                if not clash and not (free and free[-1].end > candidate.start):
                    free.append(candidate)
            taken = sorted((*taken, *free), key=lambda c: c.start)
        return sorted((*taken, *self._inside(taken)), key=lambda c: (c.start, -c.end))

    def _inside(self, candidates: list[Candidate]) -> Iterator[Candidate]:
        """The host in a title: "The Long Lunch with Ada Lowe", "The Ada Lowe Show"; the city of a fair: "at the Corran Book Fair"."""
        for candidate in candidates:
            if candidate.entry is None and candidate.form == "run" and (city := self._city_of(candidate)) is not None:
                yield city
                continue
            named = OF_HOST.fullmatch(candidate.text.rstrip("!"))
            if named and self.lexicon.gender(named[1].split()[0]) is not None:
                begin, end = named.span(1)
                host = self._candidate(candidate.start + begin, candidate.start + end)
                yield replace(host, initial=False, title="presenter")
                continue
            if (match := WITH_NAME.search(candidate.text)) and candidate.form != "run":
                start = candidate.start + match.end()
                if all(w.capital for w in self.words_within(start, candidate.end)):
                    yield replace(self._candidate(start, candidate.end), initial=False)

    def _city_of(self, candidate: Candidate) -> Candidate | None:
        """The place that opens the name of an event that somebody is at."""
        first, *rest = candidate.text.split(" ")
        if not rest or rest[-1] not in EVENTS or AT_EVENT.search(self.text, max(0, candidate.start - 20), candidate.start) is None:
            return None
        for size in (2, 1):
            name = " ".join((first, *rest)[:size])
            known = self.lexicon.get(name) if size <= len(rest) else None
            if known is not None and known.type == "Place" and not known.ambiguous:
                return replace(self._candidate(candidate.start, candidate.start + len(name)), initial=False)
        return None

    def _hits(self) -> Iterator[Candidate]:
        """Lexicon hits that no run covers, such as names in small letters or within headings."""
        for hit in self.hits:
            yield Candidate(
                hit.start, hit.end, self.text[hit.start : hit.end], "hit", hit.entry, hit.ambiguous, initial=self.opens(hit.start)
            )

    def _datelines(self) -> Iterator[Candidate]:
        """The city in capitals that opens an agency report: "MUMBAI, Feb 3 (Deccan Wire) -"."""
        for begin, end in paragraph_spans(self.text):
            line = self.text[begin : min(end, begin + LINE_START)]
            start = begin + len(line) - len(line.lstrip("*_ "))
            if match := DATELINE.match(self.text, start):
                city = match.group().rstrip()
                if city.upper() == city and city not in LABELS:
                    yield Candidate(start, start + len(city), city, "hit", self.lexicon.get(city.title()), title="dateline")

    def _set_off(self) -> Iterator[Candidate]:
        """Titles set off by quotation marks or italics."""
        for quote in self.reading.quotes:
            # It may be somebody's words as well, unless something says that it is a title.
            small = _any if self._is_titled(quote.start, quote.end) else _foreign
            if (span := self._title_span(quote.inner_start, quote.inner_end, small)) and not self._is_nickname(quote.start, quote.end):
                yield self._candidate(*span, form="quoted")
        for match in ITEM.finditer(self.text):
            if self._is_entry(match[1]):
                continue
            if PAIRED.search(match[1]):
                yield from self._paired(*match.span(1))
                continue
            carried = CARRIED.search(match[1])
            end = match.start(1) + carried.start() if carried else match.end(1)
            if (span := self._title_span(match.start(1), end)) and " " in self.text[span[0] : span[1]]:
                yield self._candidate(*span, form="item")
        for match in ITALIC.finditer(self.text):
            if HEADING.search(match[2]) or self._is_entry(match[2]):
                continue
            if PAIRED.search(match[2]):
                yield from self._paired(*match.span(2))
                continue
            if span := self._title_span(match.start(2), match.end(2)):
                yield self._candidate(*span, form="italic")

    def _is_entry(self, text: str) -> bool:
        """Whether a stretch set off says who is where and is no title: "Ada Lowe on Night Ferry", "Ada Lowe, Corran, March 2025"."""
        who = SOMEWHERE.match(text)
        if who is None:
            return False
        first, last = who[1].split()[0], who[1].split()[-1]
        return self.lexicon.gender(first) is not None or not (ordinary(first) or ordinary(last))

    def _is_titled(self, start: int, end: int) -> bool:
        """Whether what stands around a short quotation says that it is the title of a programme: "her podcast “Nit oberta”"."""
        if end - start > TITLE_LENGTH:
            return False
        return TITLING.search(self.text, max(0, start - 24), start) is not None or SAID_TO_BE.match(self.text, end) is not None

    def _paired(self, start: int, end: int) -> Iterator[Candidate]:
        """The names that a sign joins in one entry: "Ada Lowe → Night Shift", "Corran News / Corran Post"."""
        cuts = [m.span() for m in PAIRED.finditer(self.text, start, end)]
        for begin, stop in zip([start, *(b for _, b in cuts)], [*(a for a, _ in cuts), end], strict=True):
            if span := self._title_span(begin, stop):
                yield self._candidate(*span)

    def _title_span(self, start: int, end: int, small: Callable[[str], bool] = _small) -> tuple[int, int] | None:
        """`start:end` without the stops at its end where it is written like a title; `small`: whether a word may stand in small letters."""
        while end > start and self.text[end - 1] in ",.;:":
            end -= 1
        inner = self.words_within(start, min(end, start + LINE_START))
        if not inner or len(inner) > 8 or self.text[start:end].count("\n"):
            return None
        caps = [w for w in inner if w.capital or w.text[0].isdigit()]
        rest = [w for w in inner if not (w.capital or w.text[0].isdigit())]
        if not (inner[0].capital or inner[0].text[0].isdigit()) or not all(small(w.text) for w in rest):
            return None
        if not any(w.capital for w in caps) or (len(inner) == 1 and self.opens(start) and inner[0].text.lower() in OPENERS):
            return None
        if any(c in self.text[start:end] for c in ".;") and len(inner) > 4:
            return None
        return start, end
