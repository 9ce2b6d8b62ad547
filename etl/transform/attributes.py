"""Word classes and features of tokens, looked up where spaCy's attribute ruler matches each of its patterns anew on each token.

The ruler of the English pipelines has some 180 patterns, nearly all of a single token; trying them takes a tenth of the whole parse. What a
single token matches depends on its tag and dependency, and on the word for a few hundred words: that is remembered. Every token gets the
same as from spaCy's own component (a test compares them).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc, Token
from spacy.tokens._retokenize import set_token_attrs

NAME = "attribute_ruler"
FACTORY = "remembered_attribute_ruler"
ASKED: list[int | str] = ["TAG", "DEP", "IS_SPACE", "LOWER"]
"""What a pattern of a single token may ask for to be remembered."""


class RememberedAttributeRuler(AttributeRuler):
    """An attribute ruler that remembers what its patterns of a single token came to."""

    @cached_property
    def _plan(self) -> tuple[Matcher, Matcher, frozenset[int]]:
        """The patterns that are remembered, the others, and the words that the first tell apart."""
        single, other = Matcher(self.vocab), Matcher(self.vocab)
        words: set[int] = set()
        for number, entry in enumerate(self.patterns):
            patterns: Any = entry["patterns"]
            for pattern in patterns:
                asked = _words(pattern[0].get("LOWER", "")) if len(pattern) == 1 and set(pattern[0]) <= set(ASKED) else None
                # the patterns of one entry may be of both kinds: each matches under the entry's number
                (other if asked is None else single).add(str(number), [pattern])
                words.update(self.vocab.strings.add(word) for word in asked or ())
        return single, other, frozenset(words)

    @cached_property
    def _known(self) -> dict[tuple[int, ...], tuple[int, ...]]:
        """The entries that a single token matches, by what they ask for."""
        return {}

    def add(self, *args: Any, **kwargs: Any) -> None:
        """Add patterns; what was remembered of the others is forgotten."""
        for name in ("_plan", "_known"):
            self.__dict__.pop(name, None)
        super().add(*args, **kwargs)

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of the tokens of `doc`."""
        tokens = list(doc)
        found = self._alone(doc, tokens)
        for entry, at in self._together(doc):
            if entry not in found[at]:
                found[at] = tuple(sorted((*found[at], entry)))
        for token, entries in zip(tokens, found, strict=True):
            for entry in entries:
                set_token_attrs(token, self.attrs[entry])
        return doc

    def _alone(self, doc: Doc, tokens: list[Token]) -> list[tuple[int, ...]]:
        single, _, words = self._plan
        known = self._known
        out = []
        for at, (tag, dep, space, lower) in enumerate(doc.to_array(ASKED).tolist()):
            key = (tag, dep, space, lower if lower in words else 0)
            if key not in known:
                known[key] = tuple(sorted({int(self.vocab.strings[m]) for m, _, _ in single(doc[at : at + 1], allow_missing=True)}))
            out.append(known[key])
        return out

    def _together(self, doc: Doc) -> Iterator[tuple[int, int]]:
        _, other, _ = self._plan
        for match, start, end in other(doc, allow_missing=True) if len(other) else ():
            entry = int(self.vocab.strings[match])
            at = self.indices[entry]
            yield entry, (start if at >= 0 else end) + at


def _words(asked: str | Mapping[str, list[str]]) -> list[str] | None:
    """The words that a condition names: one, or those of `IN` or `NOT_IN`; None for a condition of another kind."""
    if isinstance(asked, str):
        return [asked]
    return [word for listed in asked.values() for word in listed] if set(asked) <= {"IN", "NOT_IN"} else None


@Language.factory(FACTORY)
def _made(nlp: Language, name: str) -> RememberedAttributeRuler:
    return RememberedAttributeRuler(nlp.vocab, name)


def remember(nlp: Language) -> Language:
    """`nlp` with its attribute ruler, if it has one, replaced by one that remembers."""
    if nlp.has_pipe(NAME):
        ruler = nlp.get_pipe(NAME)
        assert isinstance(ruler, AttributeRuler)
        patterns = ruler.patterns
        new = nlp.replace_pipe(NAME, FACTORY)
        assert isinstance(new, RememberedAttributeRuler)
        new.add_patterns(patterns)
    return nlp
