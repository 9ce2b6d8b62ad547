"""What counts as an act in the media and as an aim that bears on an audience, told by the words of a clause."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token

from etl.transform.aims import (
    ACTS,
    ACTS_WITH_MEDIA,
    AUDIENCE_NOUNS,
    MEDIA_NOUNS,
    NOT_AIMS,
    PRESENTS,
    REACHES,
    REACHES_ALONE,
    REFLEXIVE,
)
from etl.transform.reading import Reading

MEDIA_TYPES = frozenset({"Show", "Platform", "Outlet"})


def lemmas(tokens: Iterable[Token]) -> set[str]:
    return {t.lemma_.lower() for t in tokens} | {t.lower_ for t in tokens}


def is_media(reading: Reading, tokens: Iterable[Token]) -> bool:
    """Whether a show, platform, outlet or a noun of the media stands among `tokens`."""
    for t in tokens:
        thing = reading.at(t)
        if thing is not None and thing.type in MEDIA_TYPES:
            return True
        if t.pos_ in ("NOUN", "PROPN", "ADJ") and (t.lemma_.lower() in MEDIA_NOUNS or t.lower_ in MEDIA_NOUNS):
            return True
    return False


def in_media(reading: Reading, token: Token) -> bool:
    """Whether the paragraph around `token` speaks of the media."""
    text, at = reading.text, token.idx
    end = text.find("\n", at)
    return is_media(reading, reading.tokens(text.rfind("\n", 0, at) + 1, end if end >= 0 else len(text)))


def clause(verb: Token, without: Token | None = None) -> list[Token]:
    """The words of the clause of `verb`, without the clause `without` below it."""
    drop = {t.i for t in without.subtree} if without is not None else set()
    return [t for t in verb.subtree if t.i not in drop]


def is_act(reading: Reading, verb: Token, aim: Token | None) -> bool:
    """Whether `verb` is something done in or with the media."""
    lemma = verb.lemma_.lower()
    if lemma in ACTS:
        return True
    return lemma in ACTS_WITH_MEDIA and is_media(reading, clause(verb, aim))


def reaches(reading: Reading, aim: Token) -> bool:
    """Whether the infinitive or gerund `aim` is about an audience, an image or the way round the press."""
    lemma = aim.lemma_.lower()
    if lemma == "help" and (inner := next((c for c in aim.children if c.dep_ in ("xcomp", "ccomp")), None)) is not None:
        return reaches(reading, inner)
    if lemma in REACHES_ALONE:
        return True
    below = [t for t in aim.subtree if t != aim]
    if any(c.dep_ == "conj" and c.pos_ == "VERB" and reaches(reading, c) for c in aim.children):
        return True
    if lemma in PRESENTS and any(t.lower_ in REFLEXIVE for t in below):
        return True
    if lemma not in REACHES:
        return False
    return bool(lemmas(below) & AUDIENCE_NOUNS) or any((t := reading.at(x)) is not None and t.type == "Audience" for x in below)


def is_content(aim: Token) -> bool:
    """Whether `aim` only tells what was done on the occasion ("to discuss trade", "to talk about her book")."""
    lemma = aim.lemma_.lower()
    if lemma == "bring" and any(c.lower_ == "up" for c in aim.children):
        return True
    return lemma in NOT_AIMS or (lemma in ("talk", "speak") and any(c.lower_ in ("about", "of", "with") for c in aim.children))
