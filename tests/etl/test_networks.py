"""The networks as they are computed here find the same as the pipeline's own, whatever was read before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

from etl.transform import vectors
from etl.transform.arithmetic import one_thread
from etl.transform.entity_moves import FACTORY, EntityMoves, take_moves
from etl.transform.language import installed, pipeline
from etl.transform.vectors import Network, Words

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("h0*.md"))]
ODD = ["", " ", "\n", "Ada", "New  York\n and Ada Lovelace in", "“The Late Hour” of 3 May 2024 . Ada"]


@pytest.fixture(scope="module")
def plain() -> Language:
    """The pipeline as it was made."""
    return installed()


def _layers(nlp: Language) -> tuple[Model[Any, Any], Model[Any, Any]]:
    node = next(node for node in nlp.get_pipe("ner").model.walk() if node.has_ref("embed"))  # type: ignore[attr-defined]
    return node.get_ref("embed"), node.get_ref("encode")


def _names(doc: Doc) -> list[object]:
    return [[(e.start, e.end, e.label_) for e in doc.ents], [t.ent_iob for t in doc]]


def test_the_same_is_found(plain: Language) -> None:
    assert pipeline().get_pipe_meta("ner").factory == FACTORY
    for text in [*ODD, *TEXTS]:
        ours, theirs = pipeline()(text), plain(text)
        assert [(t.tag_, t.dep_, t.head.i) for t in ours] == [(t.tag_, t.dep_, t.head.i) for t in theirs]
        assert _names(ours) == _names(theirs)


def test_names_are_the_same_many_texts_at_once(plain: Language) -> None:
    both = installed()
    take_moves(both)
    assert isinstance(both.get_pipe("ner"), EntityMoves)
    texts = [*ODD, *(line for text in TEXTS for line in text.splitlines())]
    assert [_names(doc) for doc in both.pipe(texts, batch_size=7)] == [_names(doc) for doc in plain.pipe(texts)]


def test_vectors_are_those_of_the_layers_that_they_replace(plain: Language) -> None:
    embed, encode = _layers(plain)
    docs = [plain.make_doc(line) for line in TEXTS[0].splitlines() if line]
    for ours, theirs in zip(Network(embed, encode)(docs), encode.predict(embed.predict(docs)), strict=True):
        np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_a_word_has_one_vector_whatever_was_read_before(plain: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    one_thread()
    docs = [plain.make_doc(text) for text in TEXTS]
    first, last = Words(_layers(plain)[0]), Words(_layers(plain)[0])
    there = [first([doc]) for doc in docs]
    back = [last([doc]) for doc in reversed(docs)]
    monkeypatch.setattr(vectors, "MOST", 10)
    forgetful = [first([doc]) for doc in docs]
    for a, b, c in zip(there, reversed(back), forgetful, strict=True):
        assert a.tobytes() == b.tobytes() == c.tobytes()
