"""Whom a pronoun or description cannot mean: binding within the clause, and the speaker of a quotation."""

from __future__ import annotations

from spacy.tokens import Token

from etl.transform.name_cue_words import SAYING
from etl.transform.reading import Reading, Thing
from etl.transform.salience import clause_verb


def barred(reading: Reading, token: Token) -> list[Thing]:
    """Whom the pronoun cannot mean: the subject of its own clause where it is an object there, and the speaker of its quotation."""
    out: list[Thing] = []
    if token.dep_ in ("dobj", "obj", "iobj", "dative", "pobj"):
        verb = clause_verb(token)
        if verb is not None:
            subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
            if not subjects and verb.dep_ in ("xcomp", "conj", "advcl") and clause_verb(verb) is not None:
                subjects = [c for c in verb.head.children if c.dep_ in ("nsubj", "nsubjpass")]
            for subject in subjects:
                for part in (subject, *subject.conjuncts):
                    if (thing := reading.at(part)) is not None:
                        out.append(thing)
    if token.dep_ == "poss":
        out += _named_by_it(reading, token)
    if token.dep_ == "nsubj" and token.head.lower_ in SAYING and reading.quote(token.idx) is None:
        out += _named_in_own_quote(reading, token)
    if (quote := reading.quote(token.idx)) is not None and (speaker := speaker_near(reading, quote.start, quote.end)) is not None:
        out.append(speaker)
    return out


def _named_by_it(reading: Reading, token: Token) -> list[Thing]:
    """Who is called by the phrase of a possessive is not its owner: "Lowe was his guest", "Lowe, her deputy, spoke"."""
    noun = token.head
    if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "own":
        return []
    names = [noun.head] if noun.dep_ == "appos" else []
    if noun.dep_ == "attr" and noun.head.lemma_ in ("be", "become", "remain"):
        names += [c for c in noun.head.children if c.dep_ in ("nsubj", "nsubjpass")]
    if token.i > 1 and token.nbor(-1).text == "," and noun.i + 1 < len(token.doc) and noun.nbor(1).text in (",", "."):
        names.append(token.nbor(-2))
    return [thing for name in names if (thing := reading.at(name)) is not None and thing.type == "Person"]


def _named_in_own_quote(reading: Reading, token: Token) -> list[Thing]:
    """Whom a quotation names is hardly its speaker: "“Lowe is our mayor,” he said"."""
    sentence = reading.sentence(token.idx)
    near = [
        q
        for q in reading.quotes
        if sentence.start_char - 2 <= q.start < sentence.end_char or sentence.start_char <= q.end < sentence.end_char
    ]
    return [t for q in near for _, t in reading.within(q.inner_start, q.inner_end, ("Person",))]


def speaker_near(reading: Reading, start: int, end: int) -> Thing | None:
    """Who is the subject of a verb of saying beside the quotation `start:end`."""
    first, last = reading.sentence(max(0, start - 1)), reading.sentence(min(len(reading.text) - 1, end))
    for token in (*first, *(last if last != first else ())):
        if token.lower_ in SAYING and not start <= token.idx < end:
            for child in token.children:
                if child.dep_ in ("nsubj", "dobj") and reading.quote(child.idx) is None and (thing := reading.at(child)) is not None:
                    return thing
    return None
