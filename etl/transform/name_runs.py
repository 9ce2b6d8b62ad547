"""Runs of capitalised words cut to the names within them: titles, nationalities, calendar words and sentence openers fall off."""

from __future__ import annotations

import re
from collections.abc import Iterator

from etl.transform.kinds import kind_of, kinds_of
from etl.transform.name_joining import Joining
from etl.transform.name_words import (
    CALENDAR,
    COMPOUND_TAIL,
    LANGUAGES,
    MONTH_NAMES,
    NEVER_ALONE,
    NICKNAME,
    OPENERS,
    OUTLET_OPENERS,
    PEERS,
    ROYAL,
    STREETS,
    Candidate,
    Word,
    ordinary,
)  # fmt: skip

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())

DAY = re.compile(r"\d{1,2}(?:st|nd|rd|th)?")  # of a month
INITIAL = re.compile(r"[A-Z]\.")
# A hall's noun in small letters belongs to its name: "at the Vestrin arena".
HALL = re.compile(
    r" (?:[a-z]+ )?(?:arena|prison|theatre|theater|cinema|stadium|showgrounds?|racecourse|racetrack|mosque|temple|cathedral|airport|ballroom|"
    r"auditorium|velodrome|barracks|courthouse|castle|lido|amphitheatre|playhouse|pavilion|hospital|monastery|synagogue|motor park|"
    r"(?:samba|church|village|parish|community|concert|union|town|sports) hall|sports ground|football ground)\b(?! of\b)"
)
AT_HALL = re.compile(r"\b(?:the|at|inside|outside) $", re.I)


class Runs(Joining):
    """Cuts runs of capitalised words to candidates."""

    def _candidate(
        self, start: int, end: int, form: str = "run", title: str = "", nickname: tuple[int, int] | None = None, weak: bool = False
    ) -> Candidate:
        hit = self.hit_at(start)
        if (hit is None or hit.end != end) and self.text.startswith("The ", start):
            hit = self.hit_at(start + 4)
        hit = hit if hit is not None and hit.end == end else None
        entry, ambiguous = (hit.entry, hit.ambiguous) if hit is not None else (None, False)
        return Candidate(start, end, self.text[start:end], form, entry, ambiguous, title, nickname, self.opens(start), weak)

    # ---------------------------------------------------------------- one run into its candidates
    def _split(self, run: list[Word]) -> Iterator[Candidate]:
        """Cut a run where it holds a known person, drop what opens the sentence, titles, nationalities and calendar words."""
        run = [*run]
        for n, word in enumerate(run):
            low = word.text.lower()
            if low in MONTH_NAMES and (self._given_name(run, n) or self._family_name(run, n)):
                continue
            if low in WEEKDAYS and n == 0 and len(run) > 1 and self.text.endswith(("’s ", "'s "), 0, word.start) and word.capital:
                continue  # "ZTN's Sunday Table"
            if low in WEEKDAYS and n == len(run) - 1 == 1 and self._gap_before(run[0]) in ("on", "by", "of") and ordinary(run[0].text):
                continue  # "on Soccer Saturday"
            if (
                (low in CALENDAR or low.removesuffix("s") in CALENDAR or (low in LANGUAGES and len(run) == 1))
                and word.capital
                and not self._in_hit(word)
            ):
                follower = run[n + 1].text if n + 1 < len(run) else ""
                if kind_of(follower) == "Outlet" or follower in ("Times", "Mail", "Post", "World", "Night", "Morning", "Herald", "Show"):
                    continue
                yield from self._split(run[:n])
                yield from self._split(run[n + 1 :])
                return
        if not run or not any(w.capital or self._in_hit(w) for w in run):
            return
        begin, end = run[0].start, run[-1].end
        inside = self.hits_within(begin, end + 1)  # "… Jr.": the dot may belong to the name
        if (whole := next((h for h in inside if h.start == begin and h.end >= end), None)) is not None:
            yield self._candidate(begin, whole.end)
            return
        for h in inside:
            known = h.entry.type == "Person" and " " in self.text[h.start : h.end].strip()
            behind = next((w for w in run if w.start >= h.end), None)
            joined = h.entry.type == "Platform" and (not h.ambiguous or h.end - h.start == 1)
            joined = joined and all(w.text.lower() in OPENERS for w in run if w.end <= h.start)
            if known or (joined and behind is not None and self._is_somebody(behind)):
                yield from self._split([w for w in run if w.end <= h.start])
                yield self._candidate(h.start, h.end, title=self._title_before(h.start))
                yield from self._split([w for w in run if w.start >= h.end])
                return
        if (inner := self._inner_title(run)) is not None:
            yield from self._split(run[: inner[0]])
            yield from self._split(run[inner[0] :])
            return
        title: list[str] = []
        while run and (cut := self._leading(run)):
            title += [w.text for w in run[:cut]]
            run = run[cut:]
            while run and not run[0].capital and not self._in_hit(run[0]):
                run = run[1:]
        while run and not run[-1].capital and not run[-1].text.isdigit():
            run = run[:-1]
        while run and not run[0].capital and not self._in_hit(run[0]):
            run = run[1:]
        if run:
            yield from self._whole(run, " ".join(title))

    def _given_name(self, run: list[Word], n: int) -> bool:
        """Whether a word that is also a month's begins a person's name: "Jun Takeda", "April Ryan", but "June 3", "on 3 June Lowe said"."""
        word = run[n]
        if n + 1 >= len(run) or not word.capital:
            return False
        before = self._gap_before(word)
        if before in ("in", "since", "until", "by", "last", "this", "next") or DAY.fullmatch(before):
            return False
        after = run[n + 1].text
        return after[:1].isalpha() and after.lower() not in CALENDAR and not ordinary(after) and not self._in_hit(run[n + 1])

    def _family_name(self, run: list[Word], n: int) -> bool:
        """Whether a word that is also a month's ends a person's name: "Elizabeth May"."""
        return n == 1 and len(run) == 2 and run[1].text == "May" and self.lexicon.gender(run[0].text) is not None

    def _gap_before(self, word: Word) -> str:
        return self.text[max(0, word.start - 8) : word.start].strip().rpartition(" ")[2].lower()

    def _is_somebody(self, word: Word) -> bool:
        """Whether a word right behind a platform's name begins a person's: "On TikTok Ada Lowe", "on X Lowe", but "X Premium"."""
        return self.lexicon.gender(word.text) is not None or (not ordinary(word.text) and not self._in_hit(word))

    def _inner_title(self, run: list[Word]) -> tuple[int, int] | None:
        """Where a title stands inside the run, with a name behind it: "Corran Gov. Ada Lowe", "Tidewell Chief Executive Ada Lowe"."""
        for n in range(1, len(run) - 1):
            for size in (3, 2, 1):
                words = " ".join(w.text for w in run[n : n + size])
                title = self.lexicon.title(words) if n + size < len(run) else None
                given = self.lexicon.gender(run[n - 1].text) is not None or self.lexicon.gender(run[n].text) is not None
                if title is not None and len(words) > 1 and words.lower() not in ROYAL and not given and not self._in_hit(run[n]):
                    return n, size
        return None

    def _title_before(self, start: int) -> str:
        found = re.search(r"([^\W\d_]+\.?(?: [^\W\d_]+\.?){0,2}) $", self.text[max(0, start - 50) : start])
        if not found:
            return ""
        parts = found[1].split()
        for n in range(len(parts)):
            if self.lexicon.is_title(" ".join(parts[n:])):
                return " ".join(parts[n:])
        return ""

    def _in_hit(self, word: Word) -> bool:
        return self.hit_over(word) is not None

    def _starts_hit(self, word: Word, run: list[Word]) -> bool:
        hit = self.hit_at(word.start)
        return hit is not None and word.end < hit.end <= run[-1].end

    def _leading(self, run: list[Word]) -> int:
        """How many words at the head of the run are no part of the name (0: none)."""
        first, low = run[0], run[0].text.lower()
        if self._starts_hit(first, run):
            return 0
        opening = self.opens(first.start)
        rest = run[1:]
        if rest and INITIAL.fullmatch(first.text) and INITIAL.fullmatch(rest[0].text):
            return 0  # "M. K. Lowe" is no Monsieur
        if rest and low.startswith("ex-") and first.text[3:4].islower():
            return 1
        if not rest:
            return int(low in OPENERS and (opening or low not in ("us",)) and not (self.hit_at(first.start) and not opening))
        if len(rest) == 1 and self.lexicon.gender(first.text) is not None:
            return 0  # Duke Ellington, Dean Martin
        for size in range(0 if low in PEERS and rest[0].text == "of" else min(4, len(run) - 1), 0, -1):
            words = " ".join(w.text for w in run[:size])
            if self.lexicon.is_title(words) and words.lower() not in ROYAL and not (len(run) == size + 1 and run[-1].text in STREETS):
                return size
        if self.lexicon.demonym(first.text) and not kinds_of(run[-1].text):
            return 1
        if low in PEERS and rest[0].text == "of":
            return 0
        looks_person = self.lexicon.gender(rest[0].text) is not None and len(rest) <= 4
        if low in ROYAL:
            return int(looks_person and low in ("sir", "dame", "lord", "lady"))
        if kind_of(first.text) == "Person" and (looks_person or (opening and not kinds_of(run[-1].text))):
            return 1
        alone = self.text[rest[0].start : rest[-1].end]
        if not opening or (first.text[1:].isupper() and len(first.text) > 1):
            return 0
        if low == "the":
            return int(not self._article_belongs(rest))
        if low in OPENERS:
            return 1
        if first.text in self.mid_capitals or self.lexicon.gender(first.text):
            return 0
        token = self.reading.token(first.start)
        if token.pos_ in ("VERB", "ADV", "ADP", "SCONJ", "CCONJ", "AUX", "PRON", "DET", "INTJ") and ordinary(low):
            return 1
        if low in OUTLET_OPENERS:
            return 0
        known = self.text.count(alone) > self.text.count(f"{first.text} {alone}") or self._is_hit(rest)
        return int(ordinary(low) and (known or (low in self.small and looks_person)))

    def _is_hit(self, run: list[Word]) -> bool:
        hit = self.hit_at(run[0].start)
        return hit is not None and hit.end == run[-1].end

    def _article_belongs(self, rest: list[Word]) -> bool:
        """Whether a sentence's opening "The" belongs to the name: it stands with a capital elsewhere, or the lexicon has it so."""
        name = self.text[rest[0].start : rest[-1].end]
        at = self.text.find(f"The {name}")
        while at >= 0:
            if not self.opens(at):
                return True
            at = self.text.find(f"The {name}", at + 1)
        hit = self.hit_at(rest[0].start)
        return bool(hit and hit.entry.name.startswith("The "))

    def _whole(self, run: list[Word], title: str) -> Iterator[Candidate]:
        """The candidate of a run that is cut to size: compound tails cut off, nickname noted."""
        first, last = run[0], run[-1]
        start, end = first.start, last.end
        if len(run) == 1 and first.text.lower() in NEVER_ALONE and not self.hit_at(first.start):
            return
        if self.lexicon.is_title(self.text[start:end]) and self.lexicon.gender(first.text) is None and not self._in_hit(first):
            return  # "the Opposition Leader said"
        if (tail := COMPOUND_TAIL.search(last.text)) and not self._hit_ends(last.end) and "-a-" not in last.text:
            end = last.start + tail.start()
            if not self.text[start:end].strip() or (len(run) == 1 and not self._known(self.text[start:end])):
                return
        if (hall := HALL.match(self.text, end)) and AT_HALL.search(self.text, max(0, start - 9), start) and not self._in_hit(last):
            end = hall.end()
        nickname = None
        for n, word in enumerate(run[:-1]):
            if (match := NICKNAME.match(self.text, word.stop)) and match.end() <= run[n + 1].start + 40 and match.end() < end:
                nickname = match.span(1)
        single = len(run) == 1
        initial = self.opens(start)
        weak = single and initial and first.text not in self.mid_capitals and not self._in_hit(first) and ordinary(first.text)
        yield self._candidate(start, end, title=title, nickname=nickname, weak=weak)

    def _hit_ends(self, end: int) -> bool:
        return any(h.end == end for h in self.hits_within(end - 80, end))

    def _known(self, name: str) -> bool:
        return name in self.mid_capitals or self.lexicon.get(name) is not None
