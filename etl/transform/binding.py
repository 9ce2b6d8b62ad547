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
                    out += reading.all_at(part)
                if subject.lower_ == "they" and not reading.all_at(subject):
                    out += _coordinated_before(reading, subject)
    if token.dep_ == "poss":
        out += _named_by_it(reading, token)
    if token.dep_ in ("nsubj", "nsubjpass"):
        out += _asker(reading, token)
    if token.dep_ == "nsubj" and token.head.lower_ in SAYING and reading.quote(token.idx) is None:
        out += _named_in_own_quote(reading, token)
    if (quote := reading.quote(token.idx)) is not None and (speaker := speaker_near(reading, quote.start, quote.end)) is not None:
        out.append(speaker)
    return out


def _coordinated_before(reading: Reading, they: Token) -> list[Thing]:
    """The people who were joined by "and" in the sentence before: whom "they" does something to is none of them."""
    sentence = reading.sentence(they.idx)
    if not sentence.start:
        return []
    before = reading.sentence(reading.doc[sentence.start - 1].idx)
    pairs = [(t, t.head) for t in before[-60:] if t.dep_ == "conj"]
    people = [(a, b) for x, y in pairs if (a := reading.at(x)) is not None and (b := reading.at(y)) is not None and a is not b]
    return [t for pair in people for t in pair if all(x.type == "Person" for x in pair)]


def _asker(reading: Reading, token: Token) -> list[Thing]:
    """Who asks in a phrase before the subject is not the subject: "Pressed by Lowe on the leak, she shrugged"."""
    sentence = reading.sentence(token.idx)
    if sentence[0].tag_ != "VBN" or token.i - sentence.start > 20 or "," not in reading.text[sentence.start_char : token.idx]:
        return []
    for agent in sentence[1:4]:
        if agent.lower_ == "by" and agent.i < token.i:
            thing = reading.at(agent.nbor(1)) if agent.i + 1 < len(token.doc) else None
            return [thing] if thing is not None else []
    return []


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
