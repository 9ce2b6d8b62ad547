"""Trains the tagger of names (`etl/transform/name_tagger.py`): the pipeline's entity recognizer, trained further on annotated articles.

Wherever an article has a name or alias of an annotated entity, that is a name of its type; every other word is none. In two of five paragraphs most names
are exchanged for others of their type and length from other articles, drawn anew in each round, so that the words around a name are
learnt and not the names. `python -m benchmarks.train tagger` trains it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.training import Example
from spacy.util import compounding, filter_spans, fix_random_seed, minibatch
from thinc.api import Model, NumpyOps

from benchmarks.fitting import Replacement, folds
from etl.evaluate.gold import Gold
from etl.transform import language
from etl.transform.arithmetic import one_thread
from etl.transform.language import as_one, installed, paragraphs, quickened, unmarked
from etl.transform.name_tagger import FOLDER, LABELS, NETWORK

ROUNDS, DROPOUT = 7, 0.35
RATES = (0.001,) * (ROUNDS - 2) + (0.0005, 0.0002)  # of learning, round by round
BATCH = (8.0, 32.0, 1.002)  # paragraphs learnt at once: at first, at most, and how the number grows
EXCHANGED, EACH = 0.4, 0.7  # of paragraphs with names, and of the names in them
SHARES = 3  # trainings without some of the articles: each takes minutes
LONG = 3  # words of a name that count for its length
Span = tuple[int, int, str]


class Paragraph(NamedTuple):
    """Text with its names: begin, end and label of each."""

    text: str
    names: list[Span]


Names = Mapping[tuple[str, int], list[str]]


def text_of(gold: Gold) -> list[Paragraph]:
    """The paragraphs of an article, as the pipeline gets them."""
    forms: dict[str, str] = {}
    for entity in gold.facts.entities:
        if entity.type in LABELS:
            for form in (entity.name, *entity.aliases):
                forms.setdefault(form, LABELS[entity.type])
    if not forms:
        return []
    name = re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(f) for f in sorted(forms, key=len, reverse=True))})(?!\w)")
    texts = [text for text in paragraphs(unmarked(gold.article.text)) if text.strip()]
    return [Paragraph(text, [(*m.span(), forms[m.group()]) for m in name.finditer(text)]) for text in texts]


def _length(name: str) -> int:
    return min(len(name.split()), LONG)


def _by_kind(given: Sequence[Paragraph]) -> Names:
    found: dict[tuple[str, int], list[str]] = {}
    for text, names in given:
        for start, end, label in names:
            found.setdefault((label, _length(text[start:end])), []).append(text[start:end])
    return found


def _exchanged(given: Paragraph, pool: Names, draw: random.Random) -> Paragraph:
    """The paragraph with most of its names exchanged for others, each for the same one throughout."""
    pieces: list[str] = []
    names: list[Span] = []
    instead: dict[str, str] = {}
    at = length = 0
    for start, end, label in given.names:
        name = given.text[start:end]
        if name not in instead:
            instead[name] = draw.choice(pool[label, _length(name)]) if draw.random() < EACH else name
        pieces += [given.text[at:start], instead[name]]
        length += start - at
        names.append((length, length + len(instead[name]), label))
        length += len(instead[name])
        at = end
    return Paragraph("".join((*pieces, given.text[at:])), names)


def _example(nlp: Language, given: Paragraph) -> Example:
    doc = as_one(nlp.make_doc(given.text), given.text)
    spans = (doc.char_span(start, end, label) for start, end, label in given.names)
    reference = doc.copy()
    reference.set_ents(filter_spans([s for s in spans if s is not None]))
    return Example(doc, reference)


def fit(texts: Sequence[Sequence[Paragraph]]) -> bytes:
    """The recognizer, trained on these articles, in bytes: another process may have trained it."""
    weights: bytes = _recognizer(_trained(texts)).to_bytes(exclude=["vocab"])
    return weights


def _trained(texts: Sequence[Sequence[Paragraph]]) -> Language:
    """A pipeline of nothing but the recognizer, trained on these articles."""
    given = [p for text in texts for p in text]
    fix_random_seed(1)
    draw = random.Random(1)
    nlp = installed()
    for name in nlp.pipe_names:
        if name != "ner":
            nlp.remove_pipe(name)
    ner = _recognizer(nlp)
    for label in LABELS.values():
        ner.add_label(label)
    _by_numpy(ner.model)
    optimizer = nlp.resume_training()
    pool = _by_kind(given)
    plain = [_example(nlp, p) for p in given]
    for rate in RATES:
        optimizer.learn_rate = rate
        rows = [
            _example(nlp, _exchanged(p, pool, draw)) if p.names and draw.random() < EXCHANGED else x
            for x, p in zip(plain, given, strict=True)
        ]
        draw.shuffle(rows)
        for batch in minibatch(rows, size=compounding(*BATCH)):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)
    return nlp


def _by_numpy(model: Model[object, object]) -> None:
    one_thread()
    ops = NumpyOps(use_blis=False)
    for node in model.walk():
        node.ops = ops


def _recognizer(nlp: Language) -> EntityRecognizer:
    ner = nlp.get_pipe("ner")
    assert isinstance(ner, EntityRecognizer)
    return ner


def _made(weights: bytes) -> EntityRecognizer:
    made = spacy.blank("en").create_pipe("ner", config={"model": dict(NETWORK)})
    assert isinstance(made, EntityRecognizer)
    made.from_bytes(weights, exclude=["vocab"])
    return made


def put(weights: bytes) -> list[Replacement]:
    """What the trained recognizer takes the place of."""
    whole = quickened(_made(weights))
    return [(language, "pipeline", lambda: whole)]


def check(texts: Sequence[Sequence[Paragraph]]) -> None:
    """Print how well names are told by taggers that have not seen the article."""
    for known, held in folds(texts, SHARES):
        scores = (nlp := _trained(known)).evaluate([_example(nlp, p) for text in held for p in text])
        by_type = ", ".join(f"{kind} {scores['ents_per_type'][label]['f']:.2f}" for kind, label in LABELS.items())
        print(f"precision {scores['ents_p']:.3f} recall {scores['ents_r']:.3f} F1 {scores['ents_f']:.3f}: {by_type}", flush=True)


def write_network(weights: bytes) -> str:
    """Write the weights; returns the folder and its size."""
    _made(weights).to_disk(FOLDER, exclude=["vocab"])
    return f"{FOLDER}: {sum(f.stat().st_size for f in FOLDER.iterdir()) / 1e6:.1f} MB"
