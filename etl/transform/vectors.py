"""Vectors of words in context: what the pipeline's own networks compute, with what is known of a word by itself remembered.

A network of this kind (spaCy's hashed embeddings with a window encoder) first makes a vector of each word by its norm, prefix, suffix and
shape; then layers look one word further to both sides each. The first step takes all the hashing and a third of the products and sees
nothing but the word, so that its result is kept. New words are computed in blocks of one size: the last bits of a product may differ by its
size, and an article is to be parsed the same whatever was read before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.lib.stride_tricks import as_strided
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model

BLOCK = 32
"""So many new words are computed at once."""
MOST = 50_000
"""So many words a network remembers: 25 MB."""
LOOKING = frozenset({"expand_window", "maxout", "layernorm", "dropout"})
"""What a layer that looks around consists of."""
Floats = NDArray[np.float32]


class Words:
    """Vectors of words by themselves.

    Args:
        embed: the layers that make them: of a word's attributes, hashed, then mixed.
    """

    def __init__(self, embed: Model[Any, Any]) -> None:
        extract, _, self._hashed, self._mixed, _ = embed.layers
        self._columns: list[int | str] = list(extract.attrs["columns"])
        self._known: dict[bytes, Floats] = {}  # by the attributes

    def __call__(self, docs: Sequence[Doc]) -> Floats:
        """A row for each word of `docs`."""
        asked = np.concatenate([doc.to_array(self._columns) for doc in docs])
        keys: list[bytes] = asked.view(f"V{asked.strides[0]}").ravel().tolist()
        if len(self._known) > MOST:
            self._known = {}
        known = self._known  # another thread may begin anew meanwhile
        self._learn(known, list(dict.fromkeys(key for key in keys if key not in known)))
        return np.concatenate([known[key] for key in keys]).reshape(len(keys), -1)

    def _learn(self, known: dict[bytes, Floats], new: list[bytes]) -> None:
        for start in range(0, len(new), BLOCK):
            block = new[start : start + BLOCK]
            attributes = np.zeros((BLOCK, len(self._columns)), dtype=np.uint64)
            attributes[: len(block)] = np.frombuffer(b"".join(block), dtype=np.uint64).reshape(len(block), -1)
            known.update(zip(block, self._mixed.predict(self._hashed.predict(attributes)), strict=False))


class Look:
    """One look to both sides: the largest of several products of a word with its neighbours, brought to one scale, added to the word.

    Args:
        layer: spaCy's.
    """

    def __init__(self, layer: Model[Any, Any]) -> None:
        maxout, scale = (next(node for node in layer.walk() if node.name == name) for name in ("maxout", "layernorm"))
        weights: Any = maxout.get_param("W")  # by unit, piece and input
        self._pieces: int = weights.shape[1]
        self._weights: Floats = np.ascontiguousarray(weights.transpose(2, 1, 0)).reshape(weights.shape[2], -1)
        self._bias: Floats = np.ascontiguousarray(maxout.get_param("b").T).ravel()
        self._gain: Any = scale.get_param("G")
        self._shift: Any = scale.get_param("b")

    def __call__(self, words: Floats) -> None:
        """Let the rows of `words` be influenced by their neighbours; the first and the last row stand for nothing and stay."""
        around = as_strided(words, (len(words) - 2, 3 * words.shape[1]), words.strides, writeable=False)
        products = np.ascontiguousarray(around) @ self._weights
        products += self._bias
        best, *others = np.split(products, self._pieces, axis=1)
        for other in others:
            best = np.maximum(best, other)
        best -= best.mean(axis=1, keepdims=True)
        spread = np.square(best).mean(axis=1, keepdims=True)
        spread += 1e-8
        best *= spread**-0.5
        best *= self._gain
        best += self._shift
        words[1:-1] += best


class Network:
    """Vectors of words in context.

    Args:
        embed: spaCy's layers that see a word by itself.
        encode: spaCy's layers that look around.
    """

    def __init__(self, embed: Model[Any, Any], encode: Model[Any, Any]) -> None:
        self._words = Words(embed)
        self._looks = [Look(layer) for layer in encode.layers[0].layers]
        self._between: int = encode.attrs["pad"]  # so many rows of nothing keep docs apart

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """For each of `docs` a row for each of its words."""
        single = self._words(docs)
        lengths = [len(doc) for doc in docs]
        places = np.arange(len(single)) + np.repeat(1 + self._between * np.arange(1, len(docs) + 1), lengths)
        words = np.zeros((2 + self._between * (len(docs) + 1) + len(single), single.shape[1]), dtype=np.float32)
        words[places] = single
        for look in self._looks:
            look(words)
        found = words[places]
        return [found[start:end] for start, end in pairwise(accumulate(lengths, initial=0))]


def recall(nlp: Language) -> Language:
    """`nlp` with those of its networks that are of this kind replaced."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            if node.has_ref("embed") and node.has_ref("encode") and _is_known(node.get_ref("embed"), node.get_ref("encode")):
                network = Network(node.get_ref("embed"), node.get_ref("encode"))
                node.layers[:] = [Model("vectors", _forward, attrs={"network": network})]
    return nlp


def _forward(model: Model[Any, Any], docs: Iterable[Doc], is_train: bool) -> tuple[list[Floats], Callable[[Any], Any]]:
    """For use only: there is nothing to train, hence no way back."""
    return model.attrs["network"](list(docs)), lambda gradient: gradient


def _is_known(embed: Model[Any, Any], encode: Model[Any, Any]) -> bool:
    """Whether the two parts of a network are as expected here."""
    names = [layer.name for layer in embed.layers]
    looking = [node for layer in encode.layers for node in layer.walk() if not node.layers]
    return (
        (names[:2], names[4:]) == (["extract_features", "list2ragged"], ["ragged2list"])
        and {node.name for node in looking} == LOOKING
        and all(node.attrs["window_size"] == 1 for node in looking if node.name == "expand_window")
    )
