"""Marks of speech: a place where something may be said, who seems to say it there, and words for what stands around."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Token

from etl.transform import clauses
from etl.transform.direct_speech import Attribution
from etl.transform.quotation import Quote
from etl.transform.reading import DESCRIPTION, NAME, Reading
from etl.transform.saying import SPOKESPERSONS
from etl.transform.utterance import Sentence

QUOTE, VERB, NOUN, SENTENCE, ANSWER, RULE = "quote", "verb", "noun", "sentence", "answer", "rule"
BREAKS = frozenset(",;:—–")
FUNCTION = frozenset("ADP DET PRON CCONJ SCONJ AUX PART".split())


@dataclass(slots=True, eq=False)
class Place:
    """A place where something may be said.

    Attributes:
        kind: what marks it.
        paragraph: its number.
        sentence: where it stands.
        start: of its mark.
        opening, closing: where its paragraph begins and ends.
        token: the verb or noun of speech; of a quotation the verb that seems to belong to it.
        quote: the quotation, if it is one.
        subject: who seems to say it.
        rules: what rules make of it.
        cues: what speaks for and against something being said here.
    """

    kind: str
    paragraph: int
    sentence: Sentence
    start: int
    opening: int
    closing: int
    token: Token | None = None
    quote: Quote | None = None
    subject: Token | None = None
    rules: list[Attribution] = field(default_factory=list)
    cues: list[str] = field(default_factory=list)


def subject_kind(reading: Reading, subject: Token | None) -> str:
    """What sort of subject stands with a verb of speech: a name, a description of somebody known, a pronoun, another noun, none."""
    if subject is None:
        return "none"
    form = subject.lower_
    if form in ("he", "she", "his", "her"):
        return "he" if form in ("he", "his") else "she"
    if form in ("it", "its", "they", "their", "i", "my", "we", "our", "you"):
        return "it" if form in ("it", "its") else "they" if form in ("they", "their") else "i"
    mention = reading.mention_at(subject)
    if mention is not None and mention.kind == NAME:
        return "name"
    if mention is not None and mention.kind == DESCRIPTION:
        return "description"
    if subject.lower_ in SPOKESPERSONS or subject.lemma_.lower() in SPOKESPERSONS:
        return "spokesman"
    return "noun"


def subject_of(verb: Token) -> Token | None:
    """The subject of `verb`, own or inherited, the nearest of several; of a relative pronoun the noun that it stands for."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if own:
        return clauses.antecedent(min(own, key=lambda c: abs(c.i - verb.i)))
    inherited = clauses.subjects(verb)
    return clauses.antecedent(inherited[0]) if inherited else None


def bucket(n: int) -> str:
    """`n` in steps that grow."""
    return next((str(limit) for limit in (1, 2, 3, 5, 8, 14, 25) if n <= limit), "999")


def form(t: Token | None) -> str:
    """A function word or stop itself, else what kind of word it is."""
    return "-" if t is None else t.lower_ if t.is_punct or t.pos_ in FUNCTION else t.tag_


def stop(char: str) -> str:
    """A stop itself, "a" for a letter or digit."""
    return "a" if char.isalnum() else char
