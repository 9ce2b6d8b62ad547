"""What a network is given (`hearing.py`): of each word of an article what is known of it, of each stretch where it stands.

Names are told by what they name and whether that appears or hosts, so that the network learns from the people of one article for those of
another.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from etl.transform.media_sentences import Sentences
from etl.transform.reading import DESCRIPTION, NAME, PRONOUN, Reading, Thing

GRAMMAR = (
    ("POS", "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X SPACE"),
    ("TAG", "VB VBD VBZ VBP VBG VBN MD TO WP WRB IN PRP PRP$ NNS NN"),
    ("DEP", "nsubj nsubjpass dobj pobj xcomp ccomp advcl acl relcl ROOT conj mark aux neg prep attr acomp pcomp agent poss"),
)  # fmt: skip
THINGS = (*"Person Organization Outlet Show Platform Place Audience Topic".split(), NAME, DESCRIPTION, PRONOUN, "guest", "host")
SPEECH = ("guest", "host", "other", "quoted")  # who says it, and whether in these words
SENTENCE = ("occasion", "act", "refusal")  # what the sentence tells
_THING, _QUOTED = {name: n for n, name in enumerate(THINGS)}, SPEECH.index("quoted")
LONG = 3.0  # that by which the logarithm of a stretch's length is divided
Floats = NDArray[np.float32]
Stretch = tuple[int, int, str]
Words = tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Inputs:
    """Words and stretches.

    Attributes:
        vectors: of each word, the parser's.
        traits: of each word, what else is known of it: 1 where it holds.
        lemmas: of each word, as spaCy hashes them.
        heads: the syntactic head of each word.
        places: of each stretch the words (from, to) that it is heard by. Of one of an article's text: in it, before and behind it in its
            sentences, of the sentence before and of the next; of others their own module tells.
        kinds: of each stretch.
        shapes: of each stretch numbers about it, in the same way: its length, whether it begins and whether it ends its sentences, where in the article it is (0 to 1), and
            whether it has several sentences.
    """

    vectors: Floats
    traits: Floats
    lemmas: NDArray[np.uint64]
    heads: NDArray[np.int64]
    places: NDArray[np.int64]
    kinds: tuple[str, ...]
    shapes: Floats


class Page:
    """The words of an article with what is known of them.

    Args:
        reading: the article.
        guests, hosts: who appears and who hosts in it.

    Attributes:
        vectors, traits, lemmas, heads: as `Inputs` have them.
        starts: the first character of each word.
    """

    def __init__(self, reading: Reading, guests: Collection[Thing] = (), hosts: Collection[Thing] = ()) -> None:
        self.starts = [t.idx for t in reading.words]
        appearing, hosting = {id(t) for t in guests}, {id(t) for t in hosts}
        known = [_grammar(reading), _things(reading, appearing, hosting), _speech(reading, appearing, hosting)]
        self.traits = np.concatenate(known, axis=1)
        self.vectors = np.asarray(reading.doc.tensor, dtype=np.float32)
        self.lemmas, heads = reading.doc.to_array(["LEMMA", "HEAD"]).T
        self.heads = np.arange(len(heads)) + heads.view(np.int64)  # it is told by how far away it is

    def inputs(self, places: Sequence[Sequence[Words]], kinds: Sequence[str], shapes: Sequence[Sequence[float]]) -> Inputs:
        """The inputs of stretches with these places, kinds and shapes."""
        return Inputs(
            self.vectors,
            self.traits,
            self.lemmas,
            self.heads,
            np.array(places or np.empty((0, 1, 2)), dtype=np.int64),
            tuple(kinds),
            np.array(shapes or np.empty((0, 1)), dtype=np.float32),
        )

    def words(self, start: int, end: int) -> tuple[int, int]:
        """The words (from, to) of some characters, one at least."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return first, max(first + 1, bisect_left(self.starts, end))


class ScenePage(Page):
    """The words of an article with what is known of them and of what its sentences tell, and where these stand among them.

    Args:
        reading: the article.
        sentences: its sentences.
    """

    def __init__(self, reading: Reading, sentences: Sentences) -> None:
        super().__init__(reading, sentences.scene.guests, sentences.scene.hosts)
        self._sentences, self._length = sentences, len(reading.text)
        self._bounds = [(bisect_left(self.starts, s.start), bisect_left(self.starts, s.end)) for s in sentences.all]
        self.traits = np.concatenate([self.traits, _told(sentences, self._bounds, len(self.starts))], axis=1)

    def stands(self, start: int, end: int) -> tuple[list[tuple[int, int]], list[float]]:
        """The places and the shape of a stretch, as `Inputs` have them."""
        sentences, bounds = self._sentences, self._bounds
        first, stop = self.words(start, end)
        n, last = sentences.at(start), max(sentences.at(start), sentences.at(end - 1))
        begin, behind = min(bounds[n][0], first), max(bounds[last][1], stop)
        before = (bounds[n - 1][0], begin) if n else (0, 0)
        after = (behind, max(behind, bounds[last + 1][1])) if last + 1 < len(bounds) else (0, 0)
        shape = [np.log1p(stop - first) / LONG, begin == first, behind == stop, start / self._length, last > n]
        return [(first, stop), (begin, first), (stop, behind), before, after], shape


def page_of(reading: Reading, sentences: Sentences) -> ScenePage:
    """The words of an article with these sentences; made once."""
    if sentences.page is None:
        sentences.page = ScenePage(reading, sentences)
    return sentences.page


def inputs(reading: Reading, sentences: Sentences, stretches: Sequence[Stretch]) -> Inputs:
    """What is known of the words of an article, and of `stretches` of it: characters and kind of each."""
    page = page_of(reading, sentences)
    stand = [page.stands(start, end) for start, end, _ in stretches]
    return page.inputs([places for places, _ in stand], [kind for _, _, kind in stretches], [shape for _, shape in stand])


def joined(several: Sequence[Inputs]) -> Inputs:
    """The inputs of several articles as those of one."""
    at = np.cumsum([0, *(len(one.vectors) for one in several[:-1])])
    return Inputs(
        np.concatenate([one.vectors for one in several]),
        np.concatenate([one.traits for one in several]),
        np.concatenate([one.lemmas for one in several]),
        np.concatenate([one.heads + offset for one, offset in zip(several, at, strict=True)]),
        np.concatenate([one.places + offset for one, offset in zip(several, at, strict=True)]),
        tuple(kind for one in several for kind in one.kinds),
        np.concatenate([one.shapes for one in several]),
    )


def _grammar(reading: Reading) -> Floats:
    if reading.grammar is None:
        reading.grammar = _parts_of_speech(reading)
    return reading.grammar


def _parts_of_speech(reading: Reading) -> Floats:
    strings = reading.doc.vocab.strings
    found = reading.doc.to_array([name for name, _ in GRAMMAR])
    known = [np.array([strings[value] for value in values.split()], dtype=np.uint64) for _, values in GRAMMAR]
    return np.concatenate([found[:, n, None] == codes for n, codes in enumerate(known)], axis=1).astype(np.float32)


def _things(reading: Reading, guests: Collection[int], hosts: Collection[int]) -> Floats:
    out = np.zeros((len(reading.words), len(THINGS)), np.float32)
    at, columns = [], []
    for n, thing, mention in reading.meant():
        for name, holds in ((thing.type, True), (mention.kind, True), ("guest", id(thing) in guests), ("host", id(thing) in hosts)):
            if holds and name in _THING:
                at.append(n)
                columns.append(_THING[name])
    out[at, columns] = 1
    return out


def _speech(reading: Reading, guests: Collection[int], hosts: Collection[int]) -> Floats:
    out = np.zeros((len(reading.words), len(SPEECH)), np.float32)
    for start, end, speaker in sorted(reading.statements, key=lambda s: s[0] - s[1]):  # of those within others the inner one counts
        by = "guest" if id(speaker) in guests else "host" if id(speaker) in hosts else "other"
        for token in reading.tokens(start, end):
            out[token.i] = [by == name for name in SPEECH]
    for q in reading.quotes:
        for token in reading.tokens(q.inner_start, q.inner_end):
            out[token.i, _QUOTED] = 1
    return out


def _told(sentences: Sentences, bounds: Sequence[tuple[int, int]], words: int) -> Floats:
    out = np.zeros((words, len(SENTENCE)), np.float32)
    for n, (begin, end) in enumerate(bounds):
        act = sentences.act(n)
        out[begin:end] = bool(sentences.scene.told.get(sentences.all[n].start)), act is not None, act is not None and act.refused
    return out
