"""Names as a network of our own marks them: persons, organizations, places, outlets, platforms and shows.

It is the pipeline's entity recognizer, trained further on the gold corpus (`benchmarks/fit_tagger.py`). What it marks is one voice among others where the
type of a name is chosen (`name_traits`); the pipeline's own names stay as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from etl.transform.entity_moves import EntityMoves
from graph.errors import LanguageError

FOLDER = Path(__file__).resolve().parents[2] / "data" / "tagger"
KEY = "names"
"""Under which the marked names are among the spans of a Doc."""
FACTORY = "name_tagger"
LABELS: Mapping[str, str] = {
    "Person": "PERSON", "Organization": "ORG", "Place": "GPE", "Outlet": "OUTLET", "Platform": "PLATFORM", "Show": "SHOW",
}  # fmt: skip
"""The label of each type of entity; those that spaCy has are its own, so that training begins with what it knows."""
_EMBED = {
    "@architectures": "spacy.MultiHashEmbed.v2", "width": 96, "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE"], "rows": [5000, 1000, 2500, 2500],
    "include_static_vectors": False,
}  # fmt: skip
_ENCODE = {"@architectures": "spacy.MaxoutWindowEncoder.v2", "width": 96, "depth": 4, "window_size": 1, "maxout_pieces": 3}
NETWORK: Mapping[str, Any] = {
    "@architectures": "spacy.TransitionBasedParser.v2", "state_type": "ner", "extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2,
    "use_upper": True, "nO": None, "tok2vec": {"@architectures": "spacy.Tok2Vec.v2", "embed": _EMBED, "encode": _ENCODE},
}  # fmt: skip
"""Its architecture: that of the recognizer of spaCy's small English pipeline."""


class NameTagger(EntityMoves):
    """The component: keeps what it marks among the spans of the Doc."""

    def _keep(self, doc: Doc, found: list[Span]) -> None:
        doc.spans[KEY] = found


@Language.factory(FACTORY)
def _made(nlp: Language, name: str) -> NameTagger:
    return NameTagger()


def add_tagger(nlp: Language, made: EntityRecognizer | None = None) -> Language:
    """`nlp` with a trained tagger as its last component: `made`, by default the one whose weights are kept.

    Raises:
        LanguageError: the weights are not there, or damaged.
    """
    tagger = nlp.add_pipe(FACTORY)
    assert isinstance(tagger, NameTagger)
    tagger.take(made or _kept(nlp))
    return nlp


def _kept(nlp: Language) -> EntityRecognizer:
    made = nlp.create_pipe("ner", config={"model": dict(NETWORK)})
    assert isinstance(made, EntityRecognizer)
    try:
        made.from_disk(FOLDER, exclude=["vocab"])
    except (OSError, ValueError, KeyError, AttributeError) as err:
        raise LanguageError(f"{FOLDER}: the weights of the tagger of names cannot be read ({err}); get the folder anew") from err
    return made


def marked(doc: Doc) -> dict[int, tuple[str, int, int]]:
    """By the offset of each word of a marked name its label and where the name begins and ends, in characters."""
    return {t.idx: (span.label_, span.start_char, span.end_char) for span in doc.spans.get(KEY, ()) for t in span}
