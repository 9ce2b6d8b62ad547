"""Where runs of capitalised words begin and end: joined over "of", particles, possessives, numbers and nicknames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from etl.transform.kinds import kind_of, kinds_of
from etl.transform.name_parties import FORMS
from etl.transform.name_positions import Positions
from etl.transform.name_shapes import CALL_LETTERS
from etl.transform.name_words import (
    ABBREVIATED,
    AND_TAILS,
    CALENDAR,
    COMPOUND_TAIL,
    NICKNAME,
    NUMBERED,
    OF_HEADS,
    OPENERS,
    ORG_POSSESSED,
    PARTICLES,
    POSSESSORS,
    SMALL_IN_TITLES,
    TITLE_VERBS,
    Word,
    ordinary,
)  # fmt: skip

SPOKEN = ("talk", "radio", "tv", "news")  # how the name of a station ends that bears its frequency: "Corrantalk 1010"
NO_NUMBER = frozenset("%-–/:°")  # what stands behind a number that counts or measures
OF_STATIONS = frozenset("anchor presenter host reporter journalist correspondent television radio news programme program show".split())
# What a programme is said to be behind its name: ", the station's weekly podcast".
SAID_TO_BE = re.compile(
    r",? (?:an?|the|his|her|their|its|our|my)(?: [\w’'-]+){0,3} (?:podcast|show|program(?:me)?|series|channel|stream|newsletter|phone-in|quiz|newscast|"
    r"serial|sitcom|magazine|broadcast|hour)\b"
)
# What follows it where a noun is said and no part of one: not "a podcast host".
SAID = re.compile(r"$|[,.;:)\n]| (?:on|of|by|from|with|for|about|in|at|that|which|whose|hosted|presented|made|is|was)\b")
CLOSING = tuple(',.;:)”"')
LONGEST = 40  # words of one run: no name is longer, and no input shall make a run grow without bound


class Joining(Positions):
    """Finds runs of capitalised words with what may stand between them."""

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
            return not word.no_name or self.hit_at(word.start) is not None
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
        if after.capital and not after.no_name:
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
        if after.text.isdigit() and len(after.text) <= 4 and self._numbered(j):
            return j + 1
        links: list[str] = []
        k = j + 1
        while k < len(words) and not words[k].capital and len(links) < 3 and self._gap(k) in (" ", "\u00a0") and not words[k].possessive:
            links.append(words[k].text)
            k += 1
        if not links or k >= len(words) or not words[k].capital or words[k].no_name:
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
        people = links == ["and"] and j > first and k + 1 < len(words) and words[k + 1].capital and self._gap(k) == " "
        titled = not people and self._after_title_noun(words[first].start)
        if not people and self._is_said_to_be(words[first], words[k], links):
            return k
        dated = links[-1].isdigit() and words[k].text.lower() in CALENDAR  # "on the podcast Slow Boat on 3 March"
        plain = not dated and links[-1] not in ("on", "at", "from", "by", "with", "via", "vs", "per")
        if (
            titled
            and plain
            and all(w in SMALL_IN_TITLES or len(w) < 3 or (len(w) < 4 and not ordinary(w)) for w in links)
            and self.lexicon.gender(words[k].text) is None
        ):
            return k
        closed = self.text[words[k].stop : words[k].stop + 1] in CLOSING and links[0] in SMALL_IN_TITLES
        if titled and closed and self.text[words[first].start - 2] == ",":
            return k  # "her channel, Piece by Piece,"
        return None

    def _is_said_to_be(self, first: Word, last: Word, links: list[str]) -> bool:
        """Whether words with small ones between them are a programme's name by what is said behind: "on Tales in Corran, the talk show"."""
        said = SAID_TO_BE.match(self.text, last.stop)
        small = all(w in SMALL_IN_TITLES or not ordinary(w) for w in links)
        return said is not None and small and SAID.match(self.text, said.end()) is not None and self.lexicon.gender(first.text) is None

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
        return (
            self._titled(first, j, last)
            or (after.text.lower() in ORG_POSSESSED and own)
            or (
                first == j
                and self.lexicon.gender(word.text) is not None
                and words[last].text.lower() in ("hour", "kitchen", "corner", "table")
            )
        )

    def _titled(self, first: int, j: int, last: int) -> bool:
        """Whether an owner and ordinary words with capitals behind it are a title: "on Corran's People", "written out of Lowe's Row"."""
        words = self.words
        owner = words[j]
        if (
            first != j
            or not owner.possessive
            or self._gap(j) != " "
            or self.hit_over(owner) is not None
            or self.opens(owner.start)
            or last > j + 2
        ):
            return False
        tail = words[j + 1 : last + 1]
        return (
            all(ordinary(w.text) and w.text.lower() not in CALENDAR and w.text[1:].islower() and self.hit_over(w) is None for w in tail)
            and not {"Person", "Group"} & set(kinds_of(tail[-1].text))
            and tail[-1].text not in FORMS
        )

    def _numbered(self, j: int) -> bool:
        """Whether a number behind word `j` belongs to a channel's name: "Radio 4", "told Corran 1 in March", "Corran 101 FM"."""
        word, number = self.words[j], self.words[j + 1]
        if word.text.lower() in NUMBERED:
            return len(number.text) <= 3
        if CALL_LETTERS.fullmatch(word.text):
            return len(number.text) <= 2
        if not word.capital or word.text.lower() in CALENDAR or self.opens(word.start) or self._gap(j) != " ":
            return False
        then = self.words[j + 2].text if j + 2 < len(self.words) and self._gap(j + 1) == " " else ""
        if then in ("FM", "AM", "TV", "Radio"):
            return True
        if self._always_numbered(word, number) and not self._counted(then, j):
            return True
        spoken = self.text[max(0, word.start - 5) : word.start].lower().endswith(("told ", " on ", "s on "))
        return (
            spoken
            and (len(number.text) == 1 or word.text.lower().endswith(SPOKEN))
            and not ordinary(word.text)
            and then in ("", "in", "on", "that", "at", "and", "this", "last")
        )

    def _always_numbered(self, word: Word, number: Word) -> bool:
        """Whether a word that no dictionary knows never stands without a number, or is an outlet's name in capitals: "Corran 24", "ZTN 5"."""
        if len(number.text) > 3 or ordinary(word.text) or len(word.text) < 3 or self.text[number.stop : number.stop + 1] in NO_NUMBER:
            return False
        if (hit := self.hit_over(word)) is not None:
            return hit.entry.type == "Outlet" and word.text.isupper() and len(number.text) == 1
        if self.lexicon.gender(word.text) is not None:
            return False
        return word.text not in self._unnumbered

    @cached_property
    def _unnumbered(self) -> frozenset[str]:
        """The words that stand somewhere without a number behind them."""
        behind = [*self.words[1:], None]
        return frozenset(
            w.text
            for n, (w, b) in enumerate(zip(self.words, behind, strict=True))
            if b is None or not b.text.isdigit() or self._gap(n) != " "
        )

    def _counted(self, then: str, j: int) -> bool:
        """Whether the number behind word `j` may count what follows it (`then`): "told Corran 12 voters"."""
        if not then or then[0].isupper() or then.lower() in OF_STATIONS:
            return False
        return self.reading.token(self.words[j + 2].start).pos_ in ("NOUN", "ADJ", "NUM", "SYM", "X")

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
        before = " " + self.text[max(0, start - 14) : start].lower().replace(", ", " ")
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
                "channel ",
                "vlog ",
                "phone-in ",
                "sitcom ",
                "soap ",
                "drama ",
                "documentary ",
                "column ",
                "strand ",
            )
        )
