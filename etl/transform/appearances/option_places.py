"""Where a mention stands that may fill a slot: its cues, whatever the record, and its place beside one."""

from __future__ import annotations

from dataclasses import dataclass

from etl.transform.appearances.frames import Frame
from etl.transform.appearances.slots import elsewhere, governor, in_quote, root
from etl.transform.appearances.telling_cues import OF_THE_PLATFORM, WIDE
from etl.transform.reading import Mention, Reading, Thing

AIRS = frozenset(("Platform", "Outlet"))
MARKS = frozenset(("ADP", "CCONJ", "PUNCT", "PART"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mention stands: its sentence, the places of its head, of the word that this depends on and of the one above, and its cues.

    `here` are the same cues for a record that is told in the sentence.
    """

    sentence: int
    head: int
    governor: int
    above: int
    cues: list[str]
    here: list[str]


def place_of(reading: Reading, mention: Mention, thing: Thing, sentence: int) -> Place:
    """Where the mention of `thing` stands, in the sentence of that number."""
    token = root(reading, mention)
    prep, head = governor(token)
    noted = [f"mention {mention.kind}", f"prep {prep}", f"dep {token.dep_}"]
    if head.pos_ in ("VERB", "AUX"):
        noted.append(f"verb {WIDE.get(head.lemma_.lower(), 'other')}, dep {token.dep_}, prep {prep}")
    else:
        noted.append(f"under {head.lemma_.lower()}")
    if in_quote(reading, token):
        noted.append("quoted")
    if thing.type in AIRS and (elsewhere(token) or token.head.lemma_.lower() in OF_THE_PLATFORM):
        noted.append("of the platform")
    first = reading.token(mention.start)
    if first.i:
        before = reading.words[first.i - 1]
        noted.append(f"word before {before.lower_.strip() or 'a line'}" if before.pos_ in MARKS else "other word before")
    return Place(sentence, token.i, head.i, token.head.i, noted, [f"here, {cue}" for cue in noted])


def in_clause(record: Frame, i: int) -> str:
    """Whether token `i` stands in the clause of the record."""
    tokens = record.tokens
    return "in the clause" if tokens and tokens[0].i <= i <= tokens[-1].i else "out of the clause"


def distance(tokens: int) -> str:
    """How far away something is, and on which side."""
    many = abs(tokens)
    return ("after " if tokens > 0 else "before ") + ("3" if many <= 3 else "8" if many <= 8 else "16" if many <= 16 else "more")
