"""Attributes that are remembered are those that spaCy's own component sets."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

from etl.transform.attributes import FACTORY, RememberedAttributeRuler
from etl.transform.language import installed, pipeline

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"
ODD = "  \n\n Hello   world \t it's got 'd do he's there is a mark. That   "


def _attributes(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.pos_, t.dep_, str(t.morph), t.lemma_, t.head.i, t.ent_iob_) for t in doc]


def test_every_token_gets_what_spacys_own_component_gives_it() -> None:
    plain = installed()
    assert pipeline().get_pipe_meta("attribute_ruler").factory == FACTORY
    for text in [ODD, *(path.read_text(encoding="utf-8") for path in sorted(GOLD.glob("g0*.md")))]:
        assert _attributes(pipeline()(text)) == _attributes(plain(text))


def test_patterns_of_several_tokens_and_of_other_conditions_hold_too() -> None:
    def of(ruler: AttributeRuler, nlp: Language) -> list[tuple[object, ...]]:
        ruler.add([[{"LOWER": "new"}, {"LOWER": "york"}]], {"POS": "PROPN"}, index=-1)
        ruler.add([[{"LOWER": {"REGEX": "^a"}}], [{"LOWER": "york"}]], {"POS": "X", "LEMMA": "other"})
        ruler.add([[{"IS_TITLE": True}]], {"MORPH": "Case=Nom"})
        ruler.add([[{"LOWER": {"NOT_IN": ["new", "york"]}}]], {"LEMMA": "rest"})
        return _attributes(ruler(nlp.make_doc("Ada saw New York again")))

    nlp = spacy.blank("en")
    assert of(RememberedAttributeRuler(nlp.vocab), nlp) == of(AttributeRuler(nlp.vocab), nlp)


def test_what_is_added_later_counts() -> None:
    nlp = spacy.blank("en")
    ruler = RememberedAttributeRuler(nlp.vocab)
    ruler.add([[{"LOWER": "a"}]], {"POS": "DET"})
    assert [t.pos_ for t in ruler(nlp.make_doc("a b"))] == ["DET", ""]
    ruler.add([[{"LOWER": "b"}]], {"POS": "NOUN"})
    assert [t.pos_ for t in ruler(nlp.make_doc("a b"))] == ["DET", "NOUN"]
