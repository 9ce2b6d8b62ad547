"""Where something may be said: every quotation, verb and noun of speech or thought, answer and sentence after speech.

A place has the stretches that may be what is said there; `said_choice` chooses among them. What rules give to somebody belongs to a place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from etl.transform import said_cues
from etl.transform.direct_speech import Attribution
from etl.transform.reading import Reading
from etl.transform.said_marks import ANSWER, NOUN, QUOTE, RULE, SENTENCE, VERB, Place, subject_of
from etl.transform.said_spans import Span, Spans
from etl.transform.saying import CAPTIONS, CLAIMS, SAYING, THINKING, VIEWS, WITH_PARTICLE
from etl.transform.utterance import Paragraph, Sentence

NOUNS = CLAIMS | CAPTIONS | VIEWS | frozenset("according count survey research theory line belief hope fear boast".split())
VERBS = SAYING | THINKING | frozenset(WITH_PARTICLE) | frozenset("let read hear find show speak talk".split())
FORMS = frozenset("VBD VBZ VBP VBG VBN".split())
FIRST = frozenset("i we my our me you your".split())
BY_RULE = "by rule"
QUESTIONS = 3  # headings that ask, at least, in an interview
LABEL = 40  # characters before the words of an answer, at most
FEWEST = 3  # words of a sentence that may be said, more than that
ADDRESSED = re.compile(r"\b[Yy]ou(?:r)?\b")
PRINTED = ("**", "#", "*", ">")


class Finder:
    """Finds the places of an article.

    Args:
        reading: the article.
        texts: its paragraphs.
        said: what rules give to somebody, in text order.
    """

    def __init__(self, reading: Reading, texts: Sequence[Paragraph], said: Sequence[Attribution]) -> None:
        self._reading = reading
        self._texts = texts
        self._said = said
        self._verbs = {t.i for t in reading.with_lemma(VERBS) if t.pos_ in ("VERB", "AUX") or t.tag_ in FORMS}
        self._verb_order = sorted(self._verbs)
        self._noun_order = [t.i for t in reading.with_lemma(NOUNS) if t.pos_ == "NOUN" or t.lower_ == "according"]
        self._spans = Spans(reading, self._verbs)
        self._headings = {n for n, p in enumerate(texts) if _is_heading(reading.text[p.start : p.end])}
        asked = sum(reading.text.endswith("?**", 0, texts[n].end) for n in self._headings)
        self._interview = asked >= QUESTIONS and asked * 3 >= len(self._headings)

    def stretches(self, place: Place) -> list[Span]:
        """What may be said at `place`, each with its cues."""
        return self._spans.of(place)

    def places(self) -> Iterator[Place]:
        """All places, paragraph by paragraph; what a rule gives to somebody belongs to one of them."""
        taken = 0
        for n, paragraph in enumerate(self._texts):
            answer = self._answer(n)
            first = taken
            before: Sentence | None = None
            earlier: list[Attribution] = []
            for at, sentence in enumerate(paragraph.sentences):
                here: list[Attribution] = []
                last = at == len(paragraph.sentences) - 1
                while taken < len(self._said) and self._said[taken].start < (paragraph.end if last else sentence.end):
                    here.append(self._said[taken])
                    taken += 1
                found = [answer] if answer is not None and not at else []
                if sentence.readable:
                    found += self._within(n, at, before, here, earlier, taken - len(here) > first)
                for a in here:
                    self._belongs(a, found, n, sentence)
                for place in found:
                    place.cues += [f"kind={place.kind}", f"{place.kind} by rule={bool(place.rules)}"]
                    place.cues += [cue for a in place.rules[:1] for cue in (BY_RULE, f"rule={a.rule}")]
                yield from found
                before, earlier = sentence, here

    def _place(self, kind: str, n: int, sentence: Sentence, start: int) -> Place:
        return Place(kind, n, sentence, start, self._texts[n].start, self._texts[n].end)

    def _answer(self, n: int) -> Place | None:
        """A paragraph that answers a question printed as a heading."""
        if not self._interview or n - 1 not in self._headings or not self._texts[n].sentences:
            return None
        text, question, own = self._reading.text, self._texts[n - 1], self._texts[n]
        if text.startswith(PRINTED, own.start):
            return None
        place = self._place(ANSWER, n, own.sentences[0], own.start)
        asked, said = text[question.start : question.end], text[own.start : own.end]
        place.cues = [
            f"answer question={asked.rstrip('*').endswith('?')}",
            f"answer first={any(t.lower_ in FIRST for t in self._reading.tokens(own.start, own.end))}",
            f"answer quotes={'“' in said or chr(34) in said}",
            f"answer you={ADDRESSED.search(asked) is not None}",
        ]
        return place

    def _within(
        self, n: int, at: int, before: Sentence | None, here: Sequence[Attribution], earlier: Sequence[Attribution], spoken: bool
    ) -> list[Place]:
        reading, paragraph = self._reading, self._texts[n]
        sentence = paragraph.sentences[at]
        own = sentence.own
        out = []
        for t in _among(own, self._verb_order):
            place = self._place(VERB, n, sentence, t.idx)
            place.token, (place.subject, place.cues) = t, said_cues.of_verb(reading, sentence, t)
            out.append(place)
        has_verb = bool(out)
        for t in _among(own, self._noun_order):
            place = self._place(NOUN, n, sentence, t.idx)
            place.token, (place.subject, place.cues) = t, said_cues.of_noun(reading, t)
            out.append(place)
        for quote in sentence.quotes:
            if quote.inner_end > quote.inner_start:
                place = self._place(QUOTE, n, sentence, quote.start)
                place.quote = quote
                place.token, place.subject, place.cues = said_cues.of_quote(
                    reading, sentence, quote, self._verbs, here, bool(earlier), spoken, at == 0, len(paragraph.sentences) == 1
                )
                out.append(place)
        follows = before is not None and len(own) > FEWEST and own[0].i not in self._verbs
        if before is not None and follows and (earlier or _among(before.own, self._verb_order)):
            place = self._place(SENTENCE, n, sentence, sentence.start)
            place.token, place.subject, place.cues = said_cues.of_sentence(reading, sentence, before, self._verbs, earlier, has_verb)
            out.append(place)
        return out

    def _belongs(self, a: Attribution, found: list[Place], n: int, sentence: Sentence) -> None:
        """Give what a rule has found to the place that it is about, or make a place of its own for it."""
        best = next((p for p in found if _is_about(a, p)), None)
        if best is None and not a.direct and a.verb is None:
            words = a.cue.lower().split()
            nouns = [p for p in found if p.kind == NOUN and p.token is not None and p.token.lower_ in words]
            best = nouns[-1] if nouns else None
        if best is None and a.quotes:
            best = next((p for p in found if p.quote is a.quotes[0]), None)
        if best is None:
            best = self._place(RULE, n, sentence, a.start)
            best.token, best.subject = a.verb, subject_of(a.verb) if a.verb is not None else None
            found.append(best)
        best.rules.append(a)


def _number(token: Token) -> int:
    return token.i


def _among(own: Sequence[Token], places: Sequence[int]) -> list[Token]:
    """Those of the tokens `own` that stand at `places`; both are in order."""
    if not own:
        return []
    out = []
    for i in places[bisect_left(places, own[0].i) : bisect_right(places, own[-1].i)]:
        token = own[bisect_left(own, i, key=_number)]
        if token.i == i:
            out.append(token)
    return out


def _is_about(a: Attribution, place: Place) -> bool:
    if place.kind == ANSWER:
        return a.start <= place.start + LABEL and a.end >= place.closing - 2
    if a.direct:
        return bool(a.quotes) and place.quote is a.quotes[0]
    return place.kind == VERB and a.verb is not None and place.token is a.verb and not place.rules  # a verb may report two clauses


def _is_heading(paragraph: str) -> bool:
    return paragraph.startswith("**") and paragraph.endswith("**") and paragraph.count("**") == 2
