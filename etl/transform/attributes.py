"""spaCy's attribute rules, looked up by tag and word: its matcher tries each of 180 on every token, a ninth of the whole parse.

The rules are the pipeline's own and so is what they set; only how those are found that apply to a token is ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

Pattern = list[dict[str, Any]]
Match = tuple[int, int, int, int]  # number of the rule, its number as a key of the string store, tokens `start:end`


class AttributeRules:
    """The rules of `ruler`, applied as it applies them, those of one token by lookup.

    Args:
        ruler: the pipeline's component; it is not changed.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler = ruler
        self._rest = Matcher(ruler.vocab, validate=False)
        self._by: dict[tuple[int, int], list[tuple[int, int]]] = {}  # by tag and word, 0 for any
        for number, rule in enumerate(ruler.patterns):
            key = ruler.vocab.strings.add(str(number))
            for pattern in cast("list[Pattern]", rule["patterns"]):
                if _plain(pattern):
                    for place in self._places(pattern[0]):
                        self._by.setdefault(place, []).append((number, key))
                else:
                    self._rest.add(str(number), [pattern])

    def _places(self, token: Mapping[str, Any]) -> Iterator[tuple[int, int]]:
        """Where in the table a rule on one token belongs: once for each word that it names."""
        number = self._ruler.vocab.strings.add
        words = token.get("LOWER", "")
        for word in words["IN"] if isinstance(words, Mapping) else [words]:
            yield number(token["TAG"]) if "TAG" in token else 0, number(word) if word else 0

    def pipe(self, docs: Iterable[Doc]) -> Iterator[Doc]:
        """Set parts of speech, morphology and lemmas of exceptions, document by document."""
        for doc in docs:
            self._ruler.set_annotations(doc, self.match(doc))  # type: ignore[no-untyped-call]
            yield doc

    def match(self, doc: Doc) -> list[Match]:
        """What `ruler.match(doc)` gives: all rules that apply, later ones last, so that they have precedence."""
        numbers = self._ruler.vocab.strings
        found = [(int(numbers[key]), key, start, end) for key, start, end in self._rest(doc, allow_missing=True)]
        for token in doc:
            i, tag, word = token.i, token.tag, token.lower
            for place in ((tag, word), (tag, 0), (0, word)):
                found += [(number, key, i, i + 1) for number, key in self._by.get(place, ())]
        return sorted(found)


def _plain(pattern: Pattern) -> bool:
    """Whether a pattern is one token with a tag, a word or one of several words, and nothing else."""
    if len(pattern) != 1 or not pattern[0] or not pattern[0].keys() <= {"TAG", "LOWER"}:
        return False
    tag, word = pattern[0].get("TAG", ""), pattern[0].get("LOWER", "")
    return isinstance(tag, str) and (isinstance(word, str) or word.keys() == {"IN"})
