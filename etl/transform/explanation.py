"""Explanations: how each fact of an article came about, with its sentences, their parse, and who every mention in them is taken for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Span as Parsed

from etl.transform.pipeline import facts_of, reading_of
from etl.transform.reading import PRONOUN, Reading
from etl.transform.version import version
from graph.records import Appearance, Article, Facts, Motive, Reach, Relation, Span, Statement

Fact = Appearance | Relation | Reach | Statement | Motive
_PERSONAL = ("PRP", "PRP$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence as parsed; `head` is the number of the word it hangs on (from 1 in the sentence), 0 for the root."""

    number: int
    text: str
    lemma: str
    part: str
    role: str
    head: int


@dataclass(frozen=True, slots=True)
class Referent:
    """A mention at `start:end`, its kind (name, description, pronoun) and what it is taken for; `name` is "" where that stayed open."""

    start: int
    end: int
    text: str
    kind: str
    name: str
    type: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the article with its parse and its mentions."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    referents: tuple[Referent, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """What fills a slot of a fact, and the stretches that say so; none where it was carried over from elsewhere in the article."""

    name: str
    value: str
    evidence: tuple[tuple[int, int, str], ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One fact: its number in the article (from 1), family, slots, rule, confidence, speaker if it is a claim, and its sentences."""

    number: int
    family: str
    told: str
    rule: str
    confidence: float
    attributed_to: str | None
    slots: tuple[Slot, ...]
    sentences: tuple[Sentence, ...]


def explain(article: Article) -> tuple[Explanation, ...]:
    """Every fact of `article` explained: appearances, relations, reach, statements and motives, numbered in this order.

    Raises:
        LanguageError: the English pipeline is not installed.
    """
    reading = reading_of(article)
    facts = facts_of(reading, version())
    return tuple(_explanation(reading, facts, number, family, fact) for number, (family, fact) in enumerate(_numbered(facts), 1))


def _numbered(facts: Facts) -> Iterator[tuple[str, Fact]]:
    for family in ("appearances", "relations", "reach", "statements", "motives"):
        yield from ((family.removesuffix("s"), fact) for fact in getattr(facts, family))


def _explanation(reading: Reading, facts: Facts, number: int, family: str, fact: Fact) -> Explanation:
    noted = fact.slot_evidence if isinstance(fact, Appearance) else {}
    spans = [*fact.evidence, *(span for found in noted.values() for span in found)]
    parsed = _sentences(reading, spans)
    names = {entity.id: entity for entity in facts.entities}
    # appearances are numbered first
    occasions = {a.id: f"the appearance of fact {n}" for n, a in enumerate(facts.appearances, 1)}
    slots = []
    for slot, value in _slots(fact):
        entity = names.get(value)
        where = noted.get(slot, ())
        if entity is not None and not where:
            where = tuple(m for m in entity.mentions if any(s.start_char <= m[0] < s.end_char for s in parsed))
        quotes = tuple((start, end, reading.text[start:end]) for start, end in where)
        slots.append(Slot(slot, entity.name if entity is not None else occasions.get(value, value), quotes))
    speaker = None if isinstance(fact, Statement) or fact.attributed_to is None else names[fact.attributed_to].name
    sentences = tuple(_sentence(reading, s) for s in parsed)
    told = ", ".join(f"{s.name} {s.value}" for s in slots)
    if isinstance(fact, Relation):
        told = f"{slots[0].value} {fact.predicate} {slots[1].value}"
    return Explanation(number, family, told, fact.rule, fact.confidence, speaker, tuple(slots), sentences)


def _slots(fact: Fact) -> Iterator[tuple[str, str]]:
    """The slots of a fact with the ids or values that fill them."""
    if isinstance(fact, Appearance):
        yield from (("kind", fact.kind), ("status", fact.status))
        for slot in ("guests", "hosts", "show", "platforms", "place", "date", "topics"):
            value = getattr(fact, slot)
            yield from ((slot, v) for v in ((value,) if isinstance(value, str) else value or ()))
        if fact.duration_minutes:
            yield "duration_minutes", f"{fact.duration_minutes:g}"
    elif isinstance(fact, Relation):
        yield from (("subject", fact.subject), ("object", fact.object))
    elif isinstance(fact, Reach):
        yield from (("value", f"{fact.value:,.0f}"), ("unit", fact.unit), ("qualifier", fact.qualifier), ("subject", fact.subject))
        yield from (("platform", p) for p in (fact.platform,) if p)
    elif isinstance(fact, Statement):
        yield from (("speaker", fact.speaker), ("cue", fact.cue), ("text", fact.text))
    else:
        yield from (("actor", fact.actor), ("text", fact.text))
        yield from (("appearance", a) for a in (fact.appearance,) if a)


def _sentences(reading: Reading, spans: Iterable[Span]) -> list[Parsed]:
    """The sentences that the spans touch, in order."""
    found = {}
    for start, end in spans:
        for token in reading.tokens(start, end) or [reading.token(start)]:
            sentence = reading.sentence(token.idx)
            found[sentence.start_char] = sentence
    return [found[start] for start in sorted(found)]


def _sentence(reading: Reading, parsed: Parsed) -> Sentence:
    tokens = [token for token in parsed if not token.is_space]
    number = {token.i: n for n, token in enumerate(tokens, 1)}
    words = tuple(
        Word(n, t.text, t.lemma_, t.pos_, t.dep_, 0 if t.head.i == t.i else number.get(t.head.i, 0)) for n, t in enumerate(tokens, 1)
    )
    start, end = reading.sentence_span(parsed.start_char)
    return Sentence(start, end, reading.text[start:end], words, tuple(_referents(reading, parsed)))


def _referents(reading: Reading, parsed: Parsed) -> Iterator[Referent]:
    told: set[Span] = set()
    for token in parsed:
        stood = token.idx, token.idx + len(token.text)
        things = reading.all_at(token)
        mention = reading.mention_at(token)
        start, end = (mention.start, mention.end) if mention else stood
        if (start, end) in told:
            continue
        if things:
            told.add((start, end))
            name = " and ".join(t.name for t in things)
            yield Referent(start, end, reading.text[start:end], mention.kind if mention else PRONOUN, name, things[0].type)
        elif token.tag_ in _PERSONAL:
            yield Referent(*stood, token.text, PRONOUN, "")
