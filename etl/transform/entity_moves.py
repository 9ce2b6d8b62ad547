"""Names of the pipeline's own kind, chosen word by word with matrices where spaCy's loop asks each of its 74 moves whether it is allowed.

The entity recognizer reads from left to right and takes at each word the best of its allowed moves: begin a name, go on in it, end it, take the
word alone, or pass on (B, I, L, U, O). Outside of a name a move's score depends on the word alone, so that all words are scored at once; only
inside of a name does it depend on where the name began. spaCy's loop takes a tenth of the whole parse, most of it for locking Python's
interpreter. Network and choice are the same (a test compares the names).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span
from thinc.api import Model

NAME = "ner"
FACTORY = "entity_moves"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Network:
    """Weights of the recognizer: what a word adds to the hidden layer as the next one, as the first and the last of an open name."""

    absent: Floats  # for a word that is not there: by place (next, first, last), unit and piece
    hidden_bias: Floats
    weights: Floats  # of the hidden units, by move
    bias: Floats

    def scores(self, unmaxed: Floats, moves: Any = slice(None)) -> Floats:
        """Scores of `moves` for each row of sums."""
        pieces = np.moveaxis(unmaxed + self.hidden_bias, -1, 0)
        hidden = reduce(np.maximum, pieces)
        out: Floats = hidden @ self.weights[moves].T + self.bias[moves]
        return out


class EntityMoves:
    """The component, once it has taken network and moves of spaCy's own."""

    model: Model[Any, Any]

    def take(self, made: EntityRecognizer) -> None:
        """Do from now on as `made`, which is trained and greedy, does."""
        self.model = made.model
        self._lower, upper = made.model.get_ref("lower"), made.model.get_ref("upper")
        self._network = _Network(self._lower.get_param("pad")[0], self._lower.get_param("b"), upper.get_param("W"), upper.get_param("b"))
        self._moves: list[str] = [made.moves.get_class_name(n) for n in range(made.moves.n_moves)]
        names = [move.partition("-") for move in self._moves]
        # a move without a label is none that the network may choose
        self._begin, self._alone = (np.array([kind == wanted and label != "" for kind, _, label in names]) for wanted in "BU")
        self._passing = self._moves.index("O")

    def __call__(self, doc: Doc) -> Doc:
        """Set the names of one doc."""
        self._set([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Set the names of docs, `batch_size` at once."""
        docs = list(stream)
        for start in range(0, len(docs), batch_size):
            self._set(docs[start : start + batch_size])
        yield from docs

    def _set(self, docs: Sequence[Doc]) -> None:
        words = [doc for doc in docs if len(doc)]
        if not words:
            return
        # by place in a state (next word, first and last of the open name); the first row is that of absent words
        added: Floats = self._lower.predict(self.model.get_ref("tok2vec").predict(words))[1:]
        asked = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in words])
        starts = asked[:, 1] == 1
        ends = np.append(starts[1:], True)  # a name may not go on behind these
        ends[np.cumsum([len(doc) for doc in words]) - 1] = True
        best = self._outside(added, asked[:, 0] == 1, ends)
        start = 0
        for doc in words:
            self._name(doc, added[start : start + len(doc)], best[start : start + len(doc)], ends[start : start + len(doc)])
            start += len(doc)

    def _outside(self, added: Floats, space: NDArray[np.bool_], ends: NDArray[np.bool_]) -> NDArray[np.intp]:
        """The best move at each word, were no name open there."""
        absent = self._network.absent
        scores = self._network.scores(added[:, 0] + absent[1] + absent[2])
        possible = self._begin | self._alone
        possible[self._passing] = True
        scores[:, ~possible] = -np.inf
        scores[np.ix_(ends | space, self._begin)] = -np.inf
        scores[np.ix_(space, self._alone)] = -np.inf
        best: NDArray[np.intp] = scores.argmax(axis=1)
        return best

    def _name(self, doc: Doc, added: Floats, best: NDArray[np.intp], ends: NDArray[np.bool_]) -> None:
        found: list[Span] = []
        free = 0  # where no name is open any more
        for at in np.flatnonzero(best != self._passing).tolist():
            if at < free:
                continue
            kind, _, label = self._moves[best[at]].partition("-")
            free = at + 1
            if kind == "B":
                free = self._end(label, at, added, ends)
            found.append(Span(doc, at, free, label=label))
        self._keep(doc, found)

    def _keep(self, doc: Doc, found: list[Span]) -> None:
        doc.set_ents(found)

    def _end(self, label: str, start: int, added: Floats, ends: NDArray[np.bool_]) -> int:
        """Behind which word the name ends that begins at `start`: where ending it is better than going on, or where it has to end."""
        going, ending = self._moves.index(f"I-{label}"), self._moves.index(f"L-{label}")
        at = start + 1
        while not ends[at]:
            on, off = self._network.scores(added[at, 0] + added[start, 1] + added[at - 1, 2], [going, ending])
            if off > on:
                break
            at += 1
        return at + 1


@Language.factory(FACTORY)
def _made(nlp: Language, name: str) -> EntityMoves:
    return EntityMoves()


def take_moves(nlp: Language) -> Language:
    """`nlp` with its entity recognizer, if it has one that is greedy, replaced."""
    made = nlp.get_pipe(NAME) if nlp.has_pipe(NAME) else None
    if isinstance(made, EntityRecognizer) and made.cfg["beam_width"] == 1 and made.model.get_ref("lower").get_dim("nF") == 3:
        new = nlp.replace_pipe(NAME, FACTORY)
        assert isinstance(new, EntityMoves)
        new.take(made)
    return nlp
