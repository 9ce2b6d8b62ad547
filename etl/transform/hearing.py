"""How strongly a stretch is what is looked for as a small network hears it: from the words in it and around it.

Of each word the network is given the vector that the parser has made of it in its context anyway, its lemma, for which it has learnt a vector of its own, and
what else is known of it. It brings these to fewer numbers. Convolutions with gated linear units (Dauphin et al. 2017) let each word take in the two before and
behind it and its syntactic head, and again what these have taken in. Means of that over the stretch, over what stands before and behind it in its sentences, and
over the sentences around, once of all words alike and as often as the network has learnt to notice some more than others, are weighed. What it says is
a number or two beside the weighed cues: of what is said and by whom (`said_hearing.py`), of occasions and topics (`occasion_hearing.py`), of motives (`motive_choice.py`) and whose they are
(`actor_hearing.py`), of groups of people that somebody wants or has as a public and whose (`group_hearing.py`), of relations between two things (`pair_hearing.py`), of what fills the slots of
occasions (`slot_hearing.py`). Several networks that have begun from other numbers can be asked, and what they say is averaged (an ensemble, Hansen and Salamon 1990). `benchmarks/hearing.py` trains them; they are kept in `data/networks`.
"""

from __future__ import annotations

import zipfile
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.transform.hearing_inputs import Inputs
from graph.errors import LanguageError

FOLDER = Path(__file__).resolve().parents[2] / "data" / "networks"
LEAK = np.float32(0.1)  # what is left of a number below nothing
SHARP = np.float32(3)  # how much more at most a word is noticed than another: e to twice this
FEW = 0.01  # words that every mean is taken over besides, with nothing in them
BLOCK = 2048  # words of which so much is made at once
MOST = 8.0  # logarithm of odds that the network is believed at most
FEWEST = 8  # sentences of an article in which it is asked for motives, groups and occasions: it has learnt from long ones, and is not to be believed in others
KINDS, LEMMAS, CONVOLUTION, LEMMA = "kinds", "lemmas", "convolution", "lemma"
MATRICES = {
    LEMMA,
    "word",
    "word base",
    "notice",
    "stretch",
    "stretch base",
    "heard",
    "heard base",
}  # that every network has, beside its convolutions
PARTS = np.float32(64)  # of one, to which numbers of lemmas are kept, in a byte each: they are half of all
SIDES = 2  # words before and behind that a convolution takes in
Floats = NDArray[np.float32]
Sums = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """The words of an article as a network has read them: before each word and at the end, in a row, the sum over all words before.

    Attributes:
        sums: of what is made of them, once of all alike and by how much each is noticed in each way.
        totals: of how much each counts there.
    """

    sums: Sums
    totals: Sums


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The network.

    Attributes:
        weights: its matrices: "lemma", "word" and "word base", "convolution 0" and "convolution 0 base" and so on, "notice", "stretch" and "stretch base",
            "heard" and "heard base".
        kinds: the kinds of stretches that it knows.
        lemmas: the lemmas that it knows, as spaCy hashes them, in order.
    """

    weights: Mapping[str, Floats]
    kinds: tuple[str, ...]
    lemmas: NDArray[np.uint64]

    @property
    def convolutions(self) -> list[str]:
        """The names of the matrices of the convolutions, in order."""
        return [f"{CONVOLUTION} {n}" for n in range(sum(name.startswith(CONVOLUTION) for name in self.weights) // 2)]

    def fits(self, inputs: Inputs) -> bool:
        """Whether it has all matrices, and was trained on as many numbers of each word and of each stretch as these have."""
        w = self.weights
        if not w.keys() >= MATRICES:
            return False
        of_word = inputs.vectors.shape[1] + inputs.traits.shape[1] + w[LEMMA].shape[1]
        of_place = (1 + w["notice"].shape[1]) * w["word"].shape[1]
        of_stretch = inputs.places.shape[1] * of_place + len(self.kinds) + inputs.shapes.shape[1]
        return (of_word, of_stretch) == (len(w["word"]), len(w["stretch"]))

    def heard(self, inputs: Inputs, read: Read) -> NDArray[np.float64]:
        """How strongly each stretch (rows) is each of what is looked for (columns), as the logarithm of odds. Many have places in common: of these the mean is made once.

        Args:
            inputs: the stretches.
            read: what `read` makes of the words.
        """
        w, places, count = self.weights, inputs.places, len(read.sums)
        width = read.sums.shape[1]
        about = np.concatenate([self.kinds_of(inputs.kinds), inputs.shapes], axis=1)
        mixed = about @ w["stretch"][places.shape[1] * width :] + w["stretch base"]
        for place in range(places.shape[1]):
            those, which = np.unique(places[:, place, 0] * count + places[:, place, 1], return_inverse=True)
            begin, end = np.divmod(those, count)
            sums, totals = read.sums[end] - read.sums[begin], read.totals[end] - read.totals[begin] + FEW
            means = sums.reshape(*totals.shape, -1) / totals[..., None]
            mixed += (means.reshape(sums.shape).astype(np.float32) @ w["stretch"][place * width : (place + 1) * width])[which]
        heard: NDArray[np.float64] = (np.maximum(mixed, 0) @ w["heard"] + w["heard base"]).astype(np.float64)
        return np.clip(heard, -MOST, MOST)

    def read(self, inputs: Inputs) -> Read:
        """What is made of the words, ready for any stretches of them."""
        words = self.last(inputs)
        factors = noticed(np.tanh(words @ self.weights["notice"]))
        return Read(running((factors[:, :, None] * words[:, None, :]).reshape(len(words), -1)), running(factors))

    def last(self, inputs: Inputs) -> Floats:
        """What is made of the words in their surroundings; block by block, as a long article is not to need memory for what is made on the way."""
        blocks = [(at, min(at + BLOCK, len(inputs.vectors))) for at in range(0, len(inputs.vectors), BLOCK)]
        words: Floats = np.concatenate(
            [self.first(self.given(inputs, self.rows(inputs.lemmas[begin:end]), begin, end)) for begin, end in blocks]
        )
        for name in self.convolutions:
            made = [self.convolved(name, with_neighbours(words, inputs.heads, begin, end)) for begin, end in blocks]
            words = words + np.concatenate([value * gate for value, gate in made])
        return words

    def given(self, inputs: Inputs, rows: NDArray[np.int64], begin: int, end: int) -> Floats:
        """What is known of the words from `begin` to `end`; `rows` are those of their lemmas."""
        own = self.weights[LEMMA]
        own = np.concatenate([own, np.zeros((1, own.shape[1]), np.float32)])[rows]
        return np.concatenate([inputs.vectors[begin:end], inputs.traits[begin:end], own], axis=1)

    def first(self, given: Floats) -> Floats:
        """What is made of each word by itself."""
        words = given @ self.weights["word"] + self.weights["word base"]
        leaking: Floats = np.maximum(words, LEAK * words)
        return leaking

    def convolved(self, name: str, around: Floats) -> tuple[Floats, Floats]:
        """What a convolution would take over of what words take in, and how much of it (0 to 1)."""
        value, gate = np.split(around @ self.weights[name] + self.weights[f"{name} base"], 2, axis=1)
        return value, 1 / (1 + np.exp(-gate))

    def rows(self, lemmas: NDArray[np.uint64]) -> NDArray[np.int64]:
        """The rows of the vectors of lemmas; one behind the last where it is unknown."""
        known = self.lemmas
        rows = np.searchsorted(known, lemmas)
        rows[np.append(known, np.uint64(0))[rows] != lemmas] = len(known)
        return rows

    def kinds_of(self, kinds: Sequence[str]) -> Floats:
        """For each stretch 1 at its kind."""
        known = {kind: n for n, kind in enumerate(self.kinds)}
        out = np.zeros((len(kinds), len(known)), np.float32)
        for row, kind in zip(out, kinds, strict=True):
            if kind in known:
                row[known[kind]] = 1
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Ensemble:
    """Networks that have learnt the same, each in its own way.

    Attributes:
        members: they.
        path: the file that they were read from; None where they have just been trained.
    """

    members: tuple[Network, ...]
    path: Path | None = None

    def read(self, inputs: Inputs) -> tuple[Read, ...]:
        """What each network makes of the words, for those who ask for several stretches one after the other.

        Raises:
            LanguageError: the networks were trained on inputs of another kind.
        """
        if not all(member.fits(inputs) for member in self.members):
            raise LanguageError(f"{self.path}: the network is of another version of Greenroom than this one; get the file anew")
        return tuple(member.read(inputs) for member in self.members)

    def heard(self, inputs: Inputs, read: Sequence[Read] | None = None) -> list[tuple[float, ...]]:
        """How strongly each stretch is each of what is looked for, as the logarithm of odds to a hundredth: the last bits depend on the processor.

        Args:
            inputs: the words and the stretches.
            read: what `read` has made of the words, where that is known.

        Raises:
            LanguageError: as `read` does.
        """
        if not inputs.kinds:
            return []
        known = self.read(inputs) if read is None else read
        means = np.mean([member.heard(inputs, own) for member, own in zip(self.members, known, strict=True)], axis=0)
        return [tuple(row) for row in np.asarray(means).round(2).tolist()]

    def write(self, path: Path) -> None:
        """Write the networks to `path`."""
        path.parent.mkdir(exist_ok=True)
        arrays: dict[str, Any] = {KINDS: np.array(self.members[0].kinds), LEMMAS: self.members[0].lemmas}
        for n, member in enumerate(self.members):
            arrays |= {f"{n} {key}": _small(key, w) for key, w in member.weights.items()}
        np.savez_compressed(path, **arrays)


def as_kept(weights: Mapping[str, Floats]) -> dict[str, Floats]:
    """The weights as they are read again once they are written."""
    return {name: _large(_small(name, w)) for name, w in weights.items()}


def _small(name: str, weights: Floats) -> NDArray[Any]:
    return np.clip(np.round(weights * PARTS), -127, 127).astype(np.int8) if name == LEMMA else weights.astype(np.float16)


def _large(kept: NDArray[Any]) -> Floats:
    weights: Floats = kept.astype(np.float32)
    return weights / PARTS if kept.dtype == np.int8 else weights


@cache
def kept(name: str) -> Ensemble:
    """The networks of that name whose weights are kept.

    Raises:
        LanguageError: they are not there, or damaged.
    """
    path = FOLDER / f"{name}.npz"
    try:
        with np.load(path, allow_pickle=False) as file:
            kinds, lemmas = tuple(file[KINDS].tolist()), file[LEMMAS]
            weights: dict[str, dict[str, Floats]] = {}
            for array in file.files:
                member, _, key = array.partition(" ")
                if key:
                    weights.setdefault(member, {})[key] = _large(file[array])
            return Ensemble(tuple(Network(w, kinds, lemmas) for w in weights.values()), path)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as err:
        raise LanguageError(f"{path}: the network of {name} cannot be read ({err}); get the file anew") from err


class Listener:
    """Asks networks about stretches of one article, whose words they read once.

    Args:
        networks: gives them, once there is something to ask.
    """

    def __init__(self, networks: Callable[[], Ensemble]) -> None:
        self._networks = networks
        self._read: tuple[Read, ...] | None = None

    def heard(self, inputs: Inputs) -> list[tuple[float, ...]]:
        """How strongly each stretch is each of what is looked for; `inputs` has the words of the article each time."""
        if not inputs.kinds:
            return []
        networks = self._networks()
        if self._read is None:
            self._read = networks.read(inputs)
        return networks.heard(inputs, self._read)


def reached(name: str, value: float, steps: tuple[float, ...]) -> tuple[str, ...]:
    """The steps, which rise, that `value` is above, as cues."""
    return _cues(name, steps)[: bisect_left(steps, value)]


def compared(
    names: tuple[str, str], strengths: Sequence[float], steps: tuple[float, ...], shares: tuple[float, ...]
) -> list[tuple[str, ...]]:
    """Of several of whom one is looked for, the steps that each reaches, as cues.

    Args:
        names: what the strength of one is called, and what its share.
        strengths: how strongly each is heard, as the logarithm of odds.
        steps: of strengths, rising.
        shares: steps of the share of each in the odds of all, rising.
    """
    total = sum(exp(strength) for strength in strengths)
    return [(*reached(names[0], s, steps), *reached(names[1], exp(s) / total, shares)) for s in strengths]


@cache
def _cues(name: str, steps: tuple[float, ...]) -> tuple[str, ...]:
    return tuple(f"{name} over {step:g}" for step in steps)


def with_neighbours(words: Floats, heads: NDArray[np.int64], begin: int, end: int) -> Floats:
    """The words from `begin` to `end`, each beside those that stand before and behind it, nothing where none does, and its head."""
    edge = np.zeros((SIDES, words.shape[1]), np.float32)
    row = np.concatenate([edge, words, edge])
    return np.concatenate([*(row[begin + at : end + at] for at in range(2 * SIDES + 1)), words[heads[begin:end]]], axis=1)


def noticed(notice: Floats) -> Floats:
    """How much of each word a mean takes: of all alike, and by how much it is noticed (-1 to 1) in each way."""
    return np.concatenate([np.ones((len(notice), 1), np.float32), np.exp(SHARP * notice)], axis=1)


def running(rows: Floats) -> Sums:
    """The sums of all rows before each, and of all."""
    sums = np.zeros((rows.shape[1], len(rows) + 1))  # each column behind the other: four times as fast
    sums[:, 1:] = rows.T
    np.cumsum(sums, axis=1, out=sums)
    return np.ascontiguousarray(sums.T)
