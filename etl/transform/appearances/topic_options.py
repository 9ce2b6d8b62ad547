"""What an article may have had talked about: its noun phrases, questions and things done, as candidates for topics.

A candidate stands without article and possessive pronoun; one with "of" keeps what follows it ("the art of the grudge").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Token

from etl.transform.appearances.topic_words import QUANTITIES
from etl.transform.reading import Reading
from graph.records import Span

PHRASE, CLAUSE, GERUND, ADJECTIVE, RULE = "phrase", "clause", "gerund", "adjective", "rule"
OPENERS = frozenset("about on over of regarding concerning from to".split())  # what a topic stands behind
ASKING = frozenset("how why what whether who where".split())
BEFORE_QUESTIONS = frozenset(
    ", ; : and or discuss discussed discusses discussing explain explained explains explaining asked asks ask".split()
)
LONGEST_PHRASE, LONGEST_CLAUSE, LONGEST_GERUND = 9, 9, 5  # tokens
_BESIDE = frozenset(("NOUN", "PROPN", "ADJ", "NUM"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_MISREAD = frozenset(("VBZ", "VBP", "VB"))  # "rent freezes, cricket": nouns that the tagger takes for verbs
_LOOSE = frozenset(("ADP", "DET", "PRON", "ADV", "PART", "CCONJ"))
_BEHIND_ITEMS = frozenset((",", "and", ".", ";"))
_ENDS = frozenset('.;:?!—–()"”“\n,')


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """A candidate: its characters, its tokens `first:last`, its head and what it is."""

    start: int
    end: int
    first: int
    last: int
    head: Token
    kind: str


def options(reading: Reading, found: Iterable[Span]) -> Iterator[Option]:
    """The candidates of the article, in text order.

    Args:
        reading: the article.
        found: the characters of what the constructions of `topics.py` tell; each is a candidate, and nothing else is one there.
    """
    known = {t.i: span for span in found for t in reading.tokens(*span)}
    timed = frozenset(t.i for time in reading.times for t in reading.tokens(time.start, time.end))
    words, forms, beside = reading.words, reading.forms, _beside(reading)
    for sent in reading.sentences:
        i, stop = sent.start, sent.end
        while i < stop:
            if i in known:
                option: Option | None = _told(reading, known[i])
            elif i in beside:
                option = _phrase(words, i, stop, timed, beside)
            else:
                option = _at(words, i, stop, forms[i])
            if option is not None and i not in known and any(k in known for k in range(option.first, option.last)):
                option = None
            if option is not None:
                yield option
            i = option.last if option is not None and option.kind in (PHRASE, ADJECTIVE, RULE) else i + 1


def _told(reading: Reading, span: Span) -> Option:
    tokens = reading.tokens(*span)
    inside = {t.i for t in tokens}
    head = next((t for t in tokens if t.head.i not in inside or t.head is t), tokens[-1])
    return Option(*span, tokens[0].i, tokens[-1].i + 1, head, RULE)


def _at(words: list[Token], i: int, stop: int, form: str) -> Option | None:
    """The question, or the thing done, that begins at token `i`."""
    if form in ASKING:
        before = words[i - 1].lower_ if i else ""
        if before in OPENERS or (form not in ("who", "where") and before in BEFORE_QUESTIONS):
            return _clause(words, i, stop)
    if form.endswith("ing") and words[i].tag_ == "VBG" and i and words[i - 1].lower_ in OPENERS | {",", "and"}:
        return _gerund(words, i, stop)
    return None


def _made(words: list[Token], first: int, last: int, head: Token, kind: str) -> Option:
    end = words[last - 1]
    return Option(words[first].idx, end.idx + len(end), first, last, head, kind)


def _beside(reading: Reading) -> frozenset[int]:
    """The numbers of the words that are nouns or stand before one."""
    strings = reading.doc.vocab.strings
    pos, tag, dep = reading.doc.to_array(["POS", "TAG", "DEP"]).T

    def among(column: NDArray[np.uint64], names: Iterable[str]) -> NDArray[np.bool_]:
        return np.isin(column, np.array([strings[name] for name in sorted(names)], dtype=np.uint64))

    modifying = among(pos, ("VERB",)) & among(tag, ("VBG", "VBN")) & among(dep, ("amod", "compound"))
    return frozenset(np.flatnonzero(among(pos, _BESIDE) | modifying).tolist())


def _run(words: list[Token], i: int, stop: int, beside: frozenset[int]) -> int:
    """Where the run of nouns and what stands before them, from token `i` on, ends with a noun; `i` where there is none or it is too long."""
    k = i
    while k < stop:
        if k - i > LONGEST_PHRASE:
            return i
        t = words[k]
        inner = k > i and k + 1 < stop
        if not (
            k in beside
            or (inner and t.text in "-–" and not t.whitespace_ and not words[k - 1].whitespace_)
            or (inner and t.tag_ == "POS" and words[k + 1].pos_ in _BESIDE)
            or (inner and t.tag_ in _MISREAD and words[k - 1].pos_ == "NOUN" and words[k + 1].lower_ in _BEHIND_ITEMS)
        ):
            break
        k += 1
    while k > i and words[k - 1].pos_ not in _NOUNS and words[k - 1].tag_ not in _MISREAD:
        k -= 1
    return k


def _phrase(words: list[Token], i: int, stop: int, timed: frozenset[int], beside: frozenset[int]) -> Option | None:
    k = _run(words, i, stop, beside)
    if k == i:
        return _adjective(words, i, stop)
    if all(n in timed for n in range(i, k)):
        return None
    head = words[k - 1]
    last = k
    while last + 1 < stop and words[last].lower_ == "of" and head.lower_ not in QUANTITIES:
        n = last + 1
        while n < stop and (words[n].pos_ == "DET" or words[n].tag_ == "PRP$"):
            n += 1
        end = _run(words, n, stop, beside)
        if end == n or end - i > LONGEST_PHRASE or all(m in timed for m in range(n, end)):
            break
        last = end
    return _made(words, i, last, head, PHRASE)


def _adjective(words: list[Token], i: int, stop: int) -> Option | None:
    """An item of a list that is only an adjective: "on rent caps and dental"."""
    if words[i].pos_ != "ADJ" or not i or words[i - 1].lower_ not in OPENERS | {",", "and"}:
        return None
    ends = i + 1 >= stop or words[i + 1].lower_ in _BEHIND_ITEMS
    return _made(words, i, i + 1, words[i], ADJECTIVE) if ends else None


def _clause(words: list[Token], i: int, stop: int) -> Option | None:
    k = i + 1
    while k < stop and words[k].text not in _ENDS and k - i <= LONGEST_CLAUSE:
        k += 1
    return _made(words, i, k, words[i], CLAUSE) if 2 < k - i <= LONGEST_CLAUSE else None


def _gerund(words: list[Token], i: int, stop: int) -> Option:
    k = i + 1
    while k < stop and k - i < LONGEST_GERUND and words[k].text not in _ENDS and words[k].pos_ not in ("CCONJ", "SCONJ", "VERB", "AUX"):
        k += 1
    while k > i + 1 and words[k - 1].pos_ in _LOOSE:
        k -= 1
    return _made(words, i, k, words[i], GERUND)


LISTS: Mapping[str, str] = {",": ",", ";": ";", "and": "and", "or": "and", "&": "and", "to": "to"}
_BETWEEN = frozenset(("DET", "ADP", "ADV", "ADJ", "PART"))
_APART = frozenset(("VERB", "AUX", "SCONJ", "NOUN", "PROPN"))
LONGEST_JOINT = 8  # tokens


def joint(words: list[Token], last: int, first: int) -> str:
    """By what an item of a list that ends before token `last` and one that begins at `first` are joined; nothing where they are not."""
    if not 0 < first - last <= LONGEST_JOINT:
        return ""
    between = words[last:first]
    signs = [LISTS[t.lower_] for t in between if t.lower_ in LISTS]
    if not signs:
        return ""
    for t in between if len(between) > 1 else ():
        if t.lower_ not in LISTS and t.pos_ not in _BETWEEN and (t.pos_ in _APART or t.text in '.:?!“”"()—–\n'):
            return ""
    return "and" if "and" in signs else signs[0]
