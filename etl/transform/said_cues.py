"""Cues of places where something may be said: what speaks for and against it, and who seems to say it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence

from spacy.tokens import Token

from etl.transform.direct_speech import FINITE, Attribution, is_name
from etl.transform.quotation import Quote
from etl.transform.reading import Reading
from etl.transform.said_marks import BREAKS, bucket, form, stop, subject_kind, subject_of
from etl.transform.saying import NAMING, SAYING, THINKING
from etl.transform.utterance import Sentence, last_before

FAR = 60  # words beside a quotation that are looked at, at most
SHORT = 3  # words
Marked = tuple[Token | None, list[str]]


def _number(token: Token) -> int:
    return token.i


def _place(token: Token) -> int:
    return token.idx


def of_verb(reading: Reading, sentence: Sentence, verb: Token) -> Marked:
    """The cues of a verb of speech or thought."""
    subject = subject_of(verb)
    kind = subject_kind(reading, subject)
    words, at = reading.words, verb.i
    lemma = reading.lemmas[at]
    after = words[at + 1] if at + 1 < len(words) else None
    children = list(verb.children)
    sort = "saying" if lemma in SAYING else "thinking" if lemma in THINKING else "other"
    nxt = form(after)
    cues = [
        f"verb={lemma}",
        f"verb {sort}",
        f"verb tag={verb.tag_}",
        f"verb dep={verb.dep_}",
        f"verb subject={kind}",
        f"verb {sort} next={nxt}",
        f"verb={lemma} next={nxt}",
        f"verb {sort} subject={kind}",
    ]
    if subject is not None and kind in ("noun", "spokesman"):
        cues.append(f"verb subject lemma={subject.lemma_.lower()}")
    if subject is not None:
        thing = reading.at(subject)
        cues.append(f"verb subject type={thing.type if thing else '-'}")
        cues.append(f"verb {'inverted' if subject.i > verb.i else 'straight'}")
        left = subject.left_edge if subject.i < verb.i else verb
        lead = last_before(reading.text, left.idx) if left.idx > sentence.start else "^"
        cues.append(f"verb {sort} lead={stop(lead)} next={nxt if after is not None and after.is_punct else 'w'}")
    cues += _frame(reading, sentence, verb, subject, sort)
    aux = [c.lower_ for c in children if c.dep_ in ("aux", "neg", "auxpass")]
    cues += [f"verb aux={a}" for a in aux]
    deps = {c.dep_ for c in children}
    cues += [f"verb has {d}" for d in ("ccomp", "dobj", "xcomp", "prep", "advcl", "mark", "parataxis") if d in deps]
    cues += [f"verb {sort} ccomp={'ccomp' in deps}"]
    if "that" in reading.forms[at + 1 : at + 12]:
        cues.append(f"verb {sort} that")
        if after is not None and after.lower_ == "that":
            cues.append(f"verb that directly {after.tag_}")
    if reading.text[sentence.end - 1] == "?":
        cues.append("verb asked")
    if sentence.quotes:
        cues.append("verb quotes")
        if any(0 <= verb.idx - q.end <= 3 for q in sentence.quotes):
            cues.append("verb right after quote")
        if any(0 <= q.start - verb.idx - len(verb) <= 3 for q in sentence.quotes):
            cues.append("verb right before quote")
    if any(t.lower_ in ("if", "unless", "whether") for t in children):
        cues.append("verb if")
    return subject, cues


def _frame(reading: Reading, sentence: Sentence, verb: Token, subject: Token | None, sort: str) -> list[str]:
    """What the clause of `verb` looks like: the stops around it, whether a clause follows, how much of the rest is quoted."""
    own, text = sentence.own, reading.text
    at = bisect_left(own, verb.i, key=_number)
    first = subject.left_edge if subject is not None and subject.i < verb.i else verb
    lead = last_before(text, first.idx) if first.idx > sentence.start else "^"
    after = own[at + 1 : at + 15]
    trail = next((t.text for t in after[:9] if t.is_punct), "^" if len(after) < 9 else "-")
    inverted = subject is not None and subject.i > verb.i
    finite = next((n for n, t in enumerate(after) if t.tag_ in FINITE), None)
    brk = next((n for n, t in enumerate(after) if t.text in BREAKS), 99)
    rest = max(1, sentence.end - verb.idx - len(verb))
    quoted = sum(q.end - q.start for q in sentence.quotes if q.start > verb.idx) / rest
    named = bool(after) and reading.at(after[0]) is not None
    return [
        f"verb {sort} frame={stop(lead)}{trail} {inverted}",
        f"verb {sort} clause={'no' if finite is None else 'before stop' if finite < brk else 'behind stop'}",
        f"verb {sort} quoted={'none' if not quoted else 'some' if quoted < 0.4 else 'half' if quoted < 0.75 else 'all'}",
        f"verb {sort} words after={bucket(len(own) - at - 1)} before={bucket(at) if at < 6 else 'many'}",
        f"verb {sort} next named={named}",
        f"verb {sort} next two={' '.join(form(t) for t in after[:2])}",
    ]


def of_noun(reading: Reading, noun: Token) -> Marked:
    """The cues of a noun of speech or thought."""
    lemma = noun.lemma_.lower()
    doc = noun.doc
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    prep = next((c for c in noun.rights if c.lower_ in ("of", "from", "by", "to")), None)
    if owner is None and prep is not None:
        owner = next((o for o in prep.children if o.dep_ == "pobj"), None)
    if owner is None and lemma == "according":
        tail = doc[noun.i + 2 : noun.i + 12]
        owner = next((t for t in tail if reading.at(t) is not None), None)
    if owner is None:
        owner = next((t for t in (noun.head, noun.head.head) if t.pos_ == "VERB"), None)
        owner = subject_of(owner) if owner is not None else None
    kind = subject_kind(reading, owner)
    after = doc[noun.i + 1] if noun.i + 1 < len(doc) else None
    lead = doc[noun.left_edge.i - 1] if noun.left_edge.i else None
    cues = [
        f"noun={lemma}",
        f"noun owner={kind}",
        f"noun next={form(after)}",
        f"noun lead={form(lead)}",
        f"noun dep={noun.dep_}",
        f"noun={lemma} owner={kind}",
    ]
    if owner is not None and owner.head == noun:
        cues.append("noun owned")
    return owner, cues


def of_quote(
    reading: Reading,
    sentence: Sentence,
    quote: Quote,
    verbs: Container[int],
    here: Sequence[Attribution],
    before: bool,
    spoken: bool,
    first_in_paragraph: bool,
    alone: bool,
) -> tuple[Token | None, Token | None, list[str]]:
    """The verb of a quotation, its subject, and cues.

    Args:
        reading, sentence, quote: where it stands.
        verbs: the places of verbs of speech or thought.
        here: what rules give to somebody in the sentence.
        before, spoken: whether they do so in the sentence before, and earlier in the paragraph.
        first_in_paragraph, alone: whether its sentence is the first of the paragraph, and the only one.
    """
    text = reading.text
    inner = text[quote.inner_start : quote.inner_end]
    words = len(inner.split())
    own = sentence.own
    left = own[: bisect_left(own, quote.start, key=_place)]
    right = own[bisect_left(own, quote.end, key=_place) :]
    floor = max([q.end for q in sentence.quotes if q.end <= quote.start], default=sentence.start)
    ceiling = min([q.start for q in sentence.quotes if q.start >= quote.end], default=sentence.end)
    near_left = left[bisect_left(left, floor, key=_place) :][-FAR:]
    near_right = right[: bisect_left(right, ceiling, key=_place)][:FAR]
    verb_after = next((t for t in near_right[:9] if t.i in verbs or t.tag_ in FINITE), None)
    verb_before = next((t for t in reversed(near_left) if t.i in verbs or t.lemma_.lower() in NAMING), None)
    last = inner.rstrip(" ’'”\"")[-1:]
    tagged = verb_after is not None and (last in ",?!…—–" or text[quote.end : quote.end + 1] == ",") and verb_after.i in verbs
    verb = verb_after if tagged else verb_before or next((t for t in reversed(near_left) if t.tag_ in FINITE), None) or verb_after
    subject = subject_of(verb) if verb is not None else None
    kind = subject_kind(reading, subject)
    lead = last_before(text, quote.start) if quote.start > sentence.start else "^"
    first = "A" if inner[:1].isupper() else "a" if inner[:1].islower() else "."
    prior, following = left[-1] if left else None, right[0] if right else None
    cues = [
        f"quote words={bucket(words)}",
        f"quote lead={form(prior)}",
        f"quote lead char={stop(lead)}",
        f"quote first={first}",
        f"quote last={stop(last)}",
        f"quote next={form(following)}",
        f"quote subject={kind}",
        f"quote tagged={tagged}",
        f"quote name={is_name(reading, quote)}",
        f"quote lead={form(prior)} first={first} {'short' if words <= 3 else 'long'}",
        f"quote first={first} last={stop(last)} {'short' if words <= 3 else 'long'}",
    ]
    if verb is not None:
        cues += [
            f"quote verb={verb.lemma_.lower()}",
            f"quote verb tag={verb.tag_}",
            f"quote verb {'after' if verb.idx > quote.start else 'before'}={verb.i in verbs or verb.lemma_.lower() in NAMING} subject={kind}",
        ]
        between = [t for t in near_left if t.i > verb.i] if verb.idx < quote.start else []
        cues.append(f"quote gap={bucket(len(between))}")
        if any(t.lower_ == "that" for t in between):
            cues.append("quote verb that")
        if any(t.tag_ in FINITE for t in between):
            cues.append("quote in clause")
        if any(c.dep_ == "neg" for c in verb.children):
            cues.append("quote verb neg")
        if subject is not None and kind in ("noun", "spokesman"):
            cues.append(f"quote subject lemma={subject.lemma_.lower()}")
    if prior is not None:
        cues.append(f"quote prior={prior.lemma_.lower()}")
    if not left and not right:
        cues.append(f"quote alone first in paragraph={first_in_paragraph} alone in it={alone}")
        cues.append(f"quote alone after={'said' if before else 'said earlier' if spoken else 'nothing'}")
    if any(q.start < quote.start for q in sentence.quotes):
        cues.append("quote not first")
    if any(a.start <= quote.start < a.end and not a.direct and quote not in a.quotes[:1] for a in here):
        cues.append("quote in other")
    if any(a.start <= quote.start and quote.inner_end <= a.end and not a.direct for a in here):
        cues.append("quote in reported")
    return verb, subject, cues


def of_sentence(
    reading: Reading, sentence: Sentence, before: Sentence, verbs: Container[int], given: Sequence[Attribution], has_verb: bool
) -> tuple[Token, Token | None, list[str]]:
    """The main verb of a sentence behind one in which somebody speaks, its subject, and cues; `given` is what rules find before."""
    own = sentence.own
    main = next((t for t in own if t.dep_ == "ROOT"), own[0])
    subject = subject_of(main) if main.pos_ in ("VERB", "AUX") else None
    forms = reading.forms
    modal = any(t.tag_ == "MD" for t in own)
    cues = [
        f"sentence after={given[-1].rule if given else '-'}",
        f"sentence first={form(own[0])}",
        f"sentence tense={main.tag_}",
        f"sentence modal={modal}",
        f"sentence verb={has_verb}",
        f"sentence subject={subject_kind(reading, subject)}",
        f"sentence quotes={bool(sentence.quotes)}",
        f"sentence had={any(forms[t.i] in ('had', 'would') for t in own)}",
        f"sentence words={bucket(len(own))}",
        f"sentence before ends={reading.text[before.end - 1 : before.end]}",
        f"sentence before={'verb' if any(t.i in verbs for t in before.own) else '-'}",
    ]
    return main, subject, cues
