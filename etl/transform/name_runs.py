"""Runs of capitalised words, joined over "of", particles and nicknames, and cut to the names within them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.transform.kinds import kind_of, kinds_of
from etl.transform.name_positions import Positions
from etl.transform.name_words import (
    ABBREVIATED,
    AND_TAILS,
    CALENDAR,
    COMPOUND_TAIL,
    LANGUAGES,
    MONTH_NAMES,
    NEVER_ALONE,
    NICKNAME,
    NOT_NAMES,
    NUMBERED,
    OF_HEADS,
    OPENERS,
    ORG_POSSESSED,
    OUTLET_OPENERS,
    PARTICLES,
    POSSESSORS,
    ROYAL,
    SMALL_IN_TITLES,
    STREETS,
    TITLE_VERBS,
    Candidate,
    Word,
    ordinary,
)  # fmt: skip

LONGEST = 40  # words of one run: no name is longer, and no input shall make a run grow without bound


class Runs(Positions):
    """Finds runs of capitalised words and cuts them to candidates."""

    def _candidate(self, start: int, end: int, form: str = "run", **more: object) -> Candidate:
        hit = self.hit_at(start)
        if (hit is None or hit.end != end) and self.text.startswith("The ", start):
            hit = self.hit_at(start + 4)
        hit = hit if hit is not None and hit.end == end else None
        candidate = Candidate(start, end, self.text[start:end], form, hit.entry if hit else None, hit.ambiguous if hit else False)
        return replace(candidate, initial=self.opens(start), **more)  # type: ignore[arg-type]

    def _is_nickname(self, start: int, end: int) -> bool:
        match = NICKNAME.match(self.text, start - 1) if start else None
        if match and match[1].isupper() and self.text[start] == "(":
            return False  # a party or an acronym
        return bool(match and match.end() - 1 == end and self.text[max(0, start - 2)].isalpha() and self.text[end + 1 : end + 2].isupper()
                    and self._capital_before(start - 1))  # fmt: skip

    def _capital_before(self, end: int) -> bool:
        begin = end
        while begin > 0 and (self.text[begin - 1].isalnum() or self.text[begin - 1] in "-’'."):
            begin -= 1
        return self.text[begin : begin + 1].isupper()

    # ---------------------------------------------------------------- runs of capitalised words
    def _runs(self) -> Iterator[list[Word]]:
        """Maximal runs of capitalised words with what may stand between them."""
        words = self.words
        i = 0
        while i < len(words):
            if not self._may_start(i):
                i += 1
                continue
            j = i
            while j - i < LONGEST and (step := self._next(i, j)) is not None:
                j = step
            yield words[i : j + 1]
            i = j + 1

    def _may_start(self, i: int) -> bool:
        word = self.words[i]
        if self.is_quiet(word.start):
            return False
        if word.capital:
            return word.text.lower() not in NOT_NAMES or self.hit_at(word.start) is not None
        return word.text.isdigit() and self.hit_at(word.start) is not None

    def _gap(self, i: int) -> str:
        return self.text[self.words[i].stop : self.words[i + 1].start] if i + 1 < len(self.words) else "\n"

    def _next(self, first: int, j: int) -> int | None:
        """The index of the word that continues the run `first..j`, or None where it ends."""
        words = self.words
        if j + 1 >= len(words):
            return None
        word, gap, after = words[j], self._gap(j), words[j + 1]
        if (hit := self.hit_over(word)) is not None and after.start < hit.end:
            return j + 1
        if word.possessive or (gap in ("’ ", "' ") and word.text.endswith("s")):
            return j + 1 if self._owns(first, j) else None
        if COMPOUND_TAIL.search(word.text) and "-a-" not in word.text:
            return None
        if word.text.endswith(".") and after.text.lower() in OPENERS:
            return None
        if after.capital and after.text.lower() not in NOT_NAMES:
            dotted = gap == ". " and (word.text.lower() in ABBREVIATED or (len(word.text) < 6 and self.lexicon.is_title(word.text)))
            if gap in (" ", "\u00a0") or dotted or (gap == ", " and after.text in ("Jr", "Sr", "Inc", "Ltd")):
                return j + 1
        nick = NICKNAME.match(self.text, word.stop)
        if nick and word.capital and self._is_nickname(word.stop + 1, nick.end() - 1):
            k = j + 1
            while k < len(words) and words[k].start < nick.end():
                k += 1
            return k if k < len(words) and words[k].start == nick.end() else None
        if gap not in (" ", "\u00a0"):
            return None
        if after.text.isdigit() and len(after.text) <= 3 and self._numbered(j):
            return j + 1
        links: list[str] = []
        k = j + 1
        while k < len(words) and not words[k].capital and len(links) < 3 and self._gap(k) in (" ", "\u00a0") and not words[k].possessive:
            links.append(words[k].text)
            k += 1
        if not links or k >= len(words) or not words[k].capital or words[k].text.lower() in NOT_NAMES:
            return None
        head = word.text.lower()
        if all(w in PARTICLES for w in links) and links != ["no"]:
            return k
        if links == ["a"] and any(w.text in ("de", "du", "des", "da", "do") for w in words[first:j]):
            return k  # accents left out: "Universite du Nord a Corran"
        if links[-1] in ("the", "a", "your", "my", "our", "to") and len(links) == 1 and self._opens_title(j):
            return k
        if links == ["on"] and head in ("commission", "committee", "council", "institute", "conference"):
            return k
        if links == ["&"]:
            return k
        if links in (["of"], ["of", "the"], ["for"], ["for", "the"]) and head in OF_HEADS and not self._is_role(words[first : j + 1]):
            return k
        if links in (["for"], ["against"]) and head.endswith("s") and ordinary(head) and not self.hit_over(words[k]):
            return k
        if links == ["and"] and self._and_joins(first, j, k):
            return k
        titled = self._after_title_noun(words[first].start)
        plain = links[-1] not in ("on", "at", "from", "by", "with", "via", "vs", "per")
        if titled and plain and all(w in SMALL_IN_TITLES for w in links) and self.lexicon.gender(words[k].text) is None:
            return k
        return None

    def _owns(self, first: int, j: int) -> bool:
        """Whether the possessive `j` belongs to the name: "Women's Institute", "Corran Teachers' Guild", "Lloyd's Register"."""
        words = self.words
        word, after = words[j], words[j + 1]
        if not after.capital or len(self._gap(j)) > 2 or self.hit_at(after.start) is not None:
            return False
        if word.text.lower() in POSSESSORS and not (first == j and self.opens(word.start) and word.text.lower() in self.small):
            return True
        last = j + 1
        while last + 1 < len(words) and last < j + 6 and words[last + 1].capital and self._gap(last) == " ":
            last += 1
        own = not word.possessive or first == j
        return (after.text.lower() in ORG_POSSESSED and own) or (
            first == j and self.lexicon.gender(word.text) is not None and words[last].text.lower() in ("hour", "kitchen", "corner", "table")
        )

    def _numbered(self, j: int) -> bool:
        """Whether a number behind word `j` belongs to a channel's name: "Radio 4", "told Corran 1 in March", "Corran 101 FM"."""
        word, number = self.words[j], self.words[j + 1]
        if word.text.lower() in NUMBERED:
            return True
        if not word.capital or word.text.lower() in CALENDAR or self.opens(word.start) or self._gap(j) != " ":
            return False
        then = self.words[j + 2].text if j + 2 < len(self.words) and self._gap(j + 1) == " " else ""
        if then in ("FM", "AM", "TV", "Radio"):
            return True
        spoken = self.text[max(0, word.start - 5) : word.start].lower().endswith(("told ", " on ", "s on "))
        return (
            spoken and len(number.text) == 1 and not ordinary(word.text) and then in ("", "in", "on", "that", "at", "and", "this", "last")
        )

    def _opens_title(self, j: int) -> bool:
        """Whether word `j`, in mid-sentence, opens a title of ordinary words: "Meet the …", "Calling the …", "Behind the …"."""
        word = self.words[j]
        if (
            self.opens(word.start)
            or self.hit_over(word) is not None
            or self.words[j + 1].text not in ("the", "a", "your", "my", "our", "to")
        ):
            return False
        low = word.text.lower()
        return low.endswith("ing") or low in OPENERS or low in TITLE_VERBS

    def _is_role(self, run: list[Word]) -> bool:
        return len(run) == 1 and kind_of(run[0].text) == "Person" and run[0].text.lower() not in ("prince", "princess", "duke", "duchess")

    def _and_joins(self, first: int, j: int, k: int) -> bool:
        so_far = {w.text.lower() for w in self.words[first : j + 1]}
        if "of" in so_far and so_far & {"department", "ministry", "office", "board"}:
            return True
        last = k
        while last + 1 < len(self.words) and last < k + 6 and self.words[last + 1].capital and self._gap(last) == " ":
            last += 1
        alone = first == j and ordinary(self.words[j].text) and not self.lexicon.gender(self.words[j].text)
        return alone and last > k - 1 and self.words[last].text.lower() in AND_TAILS

    def _after_title_noun(self, start: int) -> bool:
        before = " " + self.text[max(0, start - 14) : start].lower()
        return before.endswith(
            (
                "charity ",
                "campaign ",
                "group ",
                "band ",
                "newsletter ",
                "magazine ",
                "podcast ",
                "show ",
                "programme ",
                "series ",
                "called ",
                "titled ",
                "entitled ",
                "named ",
                "episode of ",
            )
        )

    # ---------------------------------------------------------------- one run into its candidates
    def _split(self, run: list[Word]) -> Iterator[Candidate]:
        """Cut a run where it holds a known person, drop what opens the sentence, titles, nationalities and calendar words."""
        run = [*run]
        for n, word in enumerate(run):
            low = word.text.lower()
            if low in MONTH_NAMES and self._given_name(run, n):
                continue
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
        """Whether a word that is also a month's begins a person's name: "Jun Takeda", "April Ryan", but "June 3", "in May Lowe said"."""
        word = run[n]
        if n + 1 >= len(run) or not word.capital or self._gap_before(word) in ("in", "since", "until", "by", "last", "this", "next"):
            return False
        after = run[n + 1].text
        return after[:1].isalpha() and after.lower() not in CALENDAR and not ordinary(after) and not self._in_hit(run[n + 1])

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
        if not rest:
            return int(low in OPENERS and (opening or low not in ("us",)) and not (self.hit_at(first.start) and not opening))
        if len(rest) == 1 and self.lexicon.gender(first.text) is not None:
            return 0  # Duke Ellington, Dean Martin
        for size in range(min(4, len(run) - 1), 0, -1):
            words = " ".join(w.text for w in run[:size])
            if self.lexicon.is_title(words) and words.lower() not in ROYAL and not (len(run) == size + 1 and run[-1].text in STREETS):
                return size
        if self.lexicon.demonym(first.text) and not kinds_of(run[-1].text):
            return 1
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
        if (tail := COMPOUND_TAIL.search(last.text)) and not self._hit_ends(last.end) and "-a-" not in last.text:
            end = last.start + tail.start()
            if not self.text[start:end].strip() or (len(run) == 1 and not self._known(self.text[start:end])):
                return
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
