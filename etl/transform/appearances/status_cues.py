"""What a record shows of its status, whether the occasion took place, is planned or was refused: words, verbs and their tenses, and its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from etl.transform.appearances.frames import Frame
from etl.transform.reading import Reading
from etl.transform.weighing import plain
from graph.records import Span

SENTENCES = 3  # of a record, that are looked at
CLAUSE = 60  # words of its clauses, at most
BESIDE, ABOVE = 3, 3  # words before and behind its trigger, and above it in the parse
VERBAL = frozenset(("VERB", "AUX"))
HELPING = frozenset(("aux", "auxpass", "neg"))


def status_cues(reading: Reading, record: Frame, kind: str) -> Iterator[str]:
    """The cues of the record.

    Args:
        reading: the article.
        record: the occasion.
        kind: the kind that rules give it.
    """
    at, status = record.at, record.status
    yield f"by rule {status}"
    yield f"rule {record.rule}"
    yield f"rule {record.rule} {status}"
    yield f"kind {kind}"
    yield from _of_day(record.date, reading.article.published, status)
    yield f"at {plain(reading.lemmas[at.i])}"
    yield f"at {at.tag_} {at.dep_}"
    yield f"at {at.tag_} {status}"
    yield from _of_trigger(reading, at)
    yield from _of_clause(reading, record.tokens[:CLAUSE])
    yield from _of_sentences(reading, sorted(set(record.evidence))[:SENTENCES])
    yield from (slot for slot in ("hosts", "minutes", "topics") if getattr(record, slot))
    yield f"guests {min(len(record.guests), 2)}"


def _of_day(day: str | None, published: str | None, status: str) -> Iterator[str]:
    """Whether the day is before or after that of publication."""
    if not (day and published):
        yield "no day"
        yield f"no day {status}"
        return
    same = published[: len(day)]
    when = "after" if day > same else "same" if day == same else "before"
    yield f"day {when} {len(day)}"
    yield f"day {when} {status}"


def _of_trigger(reading: Reading, at: Token) -> Iterator[str]:
    forms = reading.forms
    yield from (f"before {plain(form)}" for form in forms[max(0, at.i - BESIDE) : at.i])
    yield from (f"behind {plain(form)}" for form in forms[at.i + 1 : at.i + 1 + BESIDE])
    yield from (f"{c.dep_} {forms[c.i]}" for c in at.children if c.dep_ in HELPING)
    for _ in range(ABOVE):
        if at.head == at:
            return
        at = at.head
        yield f"above {plain(reading.lemmas[at.i])}"
        yield f"above {at.tag_}"
        yield from (f"above {c.dep_} {forms[c.i]}" for c in at.children if c.dep_ in HELPING)


def _of_clause(reading: Reading, tokens: Sequence[Token]) -> Iterator[str]:
    yield from (f"tag {t.tag_}" for t in tokens if t.pos_ in VERBAL)
    yield from (f"clause {reading.forms[t.i]}" for t in tokens if (t.is_alpha or t.dep_ in HELPING) and reading.at(t) is None)


def _of_sentences(reading: Reading, evidence: Sequence[Span]) -> Iterator[str]:
    for start, end in evidence:
        yield from (f"sentence {reading.lemmas[t.i]}" for t in reading.tokens(start, end) if t.is_alpha and reading.at(t) is None)
