"""Stretches that may tell a motive though no word opens it: what somebody says, whole sentences, those whom something is for.

"They don’t read newspapers," says her manager: a reason, and nothing in the words marks it as one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from etl.transform.drafts import StatementDraft
from etl.transform.media_sentences import Sentences
from etl.transform.motive_rules import stretch
from etl.transform.people_nouns import PEOPLE
from etl.transform.reading import Reading
from etl.transform.stretches import Stretches

Marked = tuple[int, int, str, Token, Token]
SPEECH = frozenset(("speech", "reported", "spoken sentence", "sentence"))  # the kinds that hold a sentence or more
ANYBODY = frozenset("those anyone anybody everyone everybody folk whoever".split())
SHORTEST = 8  # characters of a sentence within what is said
WORDS = 3  # of a writer's sentence, at least
COVERED = 0.4  # of a sentence that is already a candidate as something said


def wide(reading: Reading, sentences: Sentences, said: Sequence[StatementDraft], known: set[tuple[int, int]]) -> Iterator[Marked]:
    """The stretches with their kind, their verb or noun and what governs it; none of `known`, and none twice."""
    seen = set(known)
    for found in (_spoken(reading, said), _written(sentences, said), _for_people(reading), _clauses(reading)):
        for marked in found:
            if marked[:2] not in seen:
                seen.add(marked[:2])
                yield marked


def _spoken(reading: Reading, said: Sequence[StatementDraft]) -> Iterator[Marked]:
    """What somebody says, as a whole and by the sentence."""
    text = reading.text
    for s in said:
        token = _root(reading.tokens(s.start, s.end))
        if token is None:
            continue
        yield s.start, s.end, "speech" if s.direct else "reported", token, token
        at = s.start
        while at < s.end:
            sentence = reading.sentence(at)
            start, end = max(s.start, sentence.start_char), min(s.end, sentence.end_char)
            at = max(end, at + 1)
            if (start, end) == (s.start, s.end):
                break
            while end > start and text[end - 1] in ' .,;:*_\n”"':
                end -= 1
            while start < end and text[start] in ' “"*_\n':
                start += 1
            if end - start >= SHORTEST:
                yield start, end, "spoken sentence", sentence.root, sentence.root


def _written(sentences: Sentences, said: Sequence[StatementDraft]) -> Iterator[Marked]:
    """The writer's own sentences."""
    covered = Stretches[None]()
    for s in said:
        covered.add(s.start, s.end, None)
    for sentence in sentences.all:
        if not sentence.readable or len(sentence.own) < WORDS:
            continue
        start, end = sentence.start, sentence.end
        if any(min(e, end) - max(s, start) > COVERED * (end - start) for s, e, _ in covered.touching(start, end)):
            continue
        token = _root(sentence.own)
        if token is not None:
            yield start, end, "sentence", token, token


def _for_people(reading: Reading) -> Iterator[Marked]:
    """ "for students in hostels"."""
    for t in reading.with_form(("for",)):
        noun = next((c for c in t.rights if c.dep_ == "pobj"), None)
        if noun is None:
            continue
        thing = reading.at(noun)
        if noun.lemma_.lower() in PEOPLE or noun.lower_ in ANYBODY or (thing is not None and thing.type == "Audience"):
            yield *stretch(reading, t, t), "for people", noun, t.head


def _clauses(reading: Reading) -> Iterator[Marked]:
    """ "as they would not film it there", "when the network refused"."""
    for t in reading.with_form(("as", "after", "when")):
        if t.dep_ in ("mark", "advmod") and t.head.dep_ == "advcl" and t.head.i > t.i:
            yield *stretch(reading, t.head, t), t.lower_, t.head, t.head.head


def _root(tokens: Sequence[Token]) -> Token | None:
    """The first of `tokens` whose head is none of them."""
    here = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in here or t.head == t), None)
