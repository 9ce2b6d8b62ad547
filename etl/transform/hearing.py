"""How strongly a stretch is what is looked for as a small network hears it: from the words in it and around it.

Of each word the network is given the vector that the parser has made of it in its context anyway, its lemma, for which it has learnt a vector of its own, and
what else is known of it. It brings these to fewer numbers. Convolutions with gated linear units (Dauphin et al. 2017) let each word take in the two before and
behind it and its syntactic head, and again what these have taken in. Means of that over the stretch, over what stands before and behind it in its sentences, and
over the sentences around, once of all words alike and as often as the network has learnt to notice some more than others, are weighed. What it says is
a number or two beside the weighed cues: of motives (`motive_choice.py`), of whose they are (`actor_hearing.py`), of groups of people that somebody
wants or has as a public (`group_choice.py`), of relations between two things (`pair_hearing.py`), of what fills the slots of occasions (`slot_hearing.py`). Several networks that have begun from other numbers are asked where that is worth it, and what they say is averaged
(an ensemble, Hansen and Salamon 1990). `benchmarks/hearing.py` trains them; they are kept in `data/networks`.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
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
AT_ONCE = 256  # stretches
BLOCK = 2048  # words of which so much is made at once
MOST = 8.0  # logarithm of odds that the network is believed at most
FEWEST = 8  # sentences of an article in which it is asked for motives and groups: it has learnt from long ones, and finds too few in others
KINDS, LEMMAS, CONVOLUTION = "kinds", "lemmas", "convolution"
SIDES = 2  # words before and behind that a convolution takes in
Floats = NDArray[np.float32]
Sums = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Convolution:
    """What becomes of the words in one convolution.

    Attributes:
        around: of each word what it takes in: itself, its neighbours and its head.
        value: what it would take over of that.
        gate: how much of it (0 to 1).
    """

    around: Floats
    value: Floats
    gate: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """What becomes of the words on the way through the network: a row for each.

    Attributes:
        rows: of the vectors of lemmas, those of the words; there is one more for unknown ones.
        given: what is known of each word.
        first: what is made of it by itself.
        convolutions: one after the other.
        last: what is made of it in its surroundings.
    """

    rows: NDArray[np.int64]
    given: Floats
    first: Floats
    convolutions: tuple[Convolution, ...]
    last: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """What becomes of the stretches from there on.

    Attributes:
        notice: how much each word is noticed (-1 to 1), by way of noticing.
        noticed: the same as a factor, behind a column of ones.
        sums, totals: of each stretch, of what is made of the words of each place, by way of noticing, and of the factors.
        means: of those, beside the kind and the shape of the stretch.
        mixed: what is made of the means.
        heard: how strongly the stretch is each of what is looked for, as the logarithm of odds.
    """

    notice: Floats
    noticed: Floats
    sums: Sums
    totals: Sums
    means: Floats
    mixed: Floats
    heard: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Left:
    """Factors of what is left of the numbers while the network learns (dropout).

    Attributes:
        given: of what is known of the words.
        around: of the words before each convolution.
        means: of the means of the stretches.
        mixed: of what is made of these.
    """

    given: Floats
    around: tuple[Floats, ...]
    means: Floats
    mixed: Floats


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

    def heard(self, inputs: Inputs) -> NDArray[np.float64]:
        """How strongly each stretch (rows) is each of what is looked for (columns), as the logarithm of odds."""
        heard = np.zeros((len(inputs.places), self.weights["heard"].shape[1]))
        words = self._last(inputs)
        order = np.argsort(inputs.places[:, 0, 0], kind="stable")
        for at in range(0, len(order), AT_ONCE):  # a long article is not to need memory for all of its words times all that is made of them
            rows = order[at : at + AT_ONCE]
            part, first, end = inputs.part(rows)
            heard[rows] = self.stretches(words[first:end], part).heard
        return np.clip(heard, -MOST, MOST)

    def words(self, inputs: Inputs, left: Left | None = None) -> Words:
        """Put the words of `inputs` through the network, and keep all that is made on the way."""
        rows, given = self._given(inputs, 0, len(inputs.vectors))
        if left is not None:
            given = given * left.given
        words = first = self._first(given)
        convolutions = []
        for n, name in enumerate(self.convolutions):
            around = with_neighbours(words if left is None else words * left.around[n], inputs.heads, 0, len(words))
            value, gate = self._convolved(name, around)
            words = words + value * gate
            convolutions.append(Convolution(around, value, gate))
        return Words(rows, given, first, tuple(convolutions), words)

    def _last(self, inputs: Inputs) -> Floats:
        """What is made of the words in their surroundings; block by block, as a long article is not to need memory for what is made on the way."""
        blocks = [(at, min(at + BLOCK, len(inputs.vectors))) for at in range(0, len(inputs.vectors), BLOCK)]
        words: Floats = np.concatenate([self._first(self._given(inputs, begin, end)[1]) for begin, end in blocks])
        for name in self.convolutions:
            made = [self._convolved(name, with_neighbours(words, inputs.heads, begin, end)) for begin, end in blocks]
            words = words + np.concatenate([value * gate for value, gate in made])
        return words

    def _given(self, inputs: Inputs, begin: int, end: int) -> tuple[NDArray[np.int64], Floats]:
        """What is known of some words, and the rows of their lemmas."""
        rows = self._rows(inputs.lemmas[begin:end])
        own = self.weights["lemma"]
        own = np.concatenate([own, np.zeros((1, own.shape[1]), np.float32)])[rows]
        return rows, np.concatenate([inputs.vectors[begin:end], inputs.traits[begin:end], own], axis=1)

    def _first(self, given: Floats) -> Floats:
        words = given @ self.weights["word"] + self.weights["word base"]
        leaking: Floats = np.maximum(words, LEAK * words)
        return leaking

    def _convolved(self, name: str, around: Floats) -> tuple[Floats, Floats]:
        """The value and the gate of words, of what they take in."""
        value, gate = np.split(around @ self.weights[name] + self.weights[f"{name} base"], 2, axis=1)
        return value, 1 / (1 + np.exp(-gate))

    def stretches(self, words: Floats, inputs: Inputs, left: Left | None = None) -> Stretches:
        """Put the stretches of `inputs` through the network, of whose words so much is made."""
        w = self.weights
        notice = np.tanh(words @ w["notice"])
        noticed = np.concatenate([np.ones((len(words), 1), np.float32), np.exp(SHARP * notice)], axis=1)
        begin, end = inputs.places[..., 0], inputs.places[..., 1]
        sums, totals = _between(noticed[:, :, None] * words[:, None, :], begin, end), _between(noticed, begin, end) + FEW
        means = (sums / totals[..., None]).astype(np.float32).reshape(len(sums), -1)
        means = np.concatenate([means, self._kinds(inputs.kinds), inputs.shapes], axis=1)
        if left is not None:
            means = means * left.means
        mixed = np.maximum(means @ w["stretch"] + w["stretch base"], 0)
        if left is not None:
            mixed = mixed * left.mixed
        return Stretches(notice, noticed, sums, totals, means, mixed, mixed @ w["heard"] + w["heard base"])

    def _rows(self, lemmas: NDArray[np.uint64]) -> NDArray[np.int64]:
        """The rows of the vectors of lemmas; one behind the last where it is unknown."""
        known = self.lemmas
        rows = np.searchsorted(known, lemmas)
        rows[np.append(known, np.uint64(0))[rows] != lemmas] = len(known)
        return rows

    def _kinds(self, kinds: Sequence[str]) -> Floats:
        known = {kind: n for n, kind in enumerate(self.kinds)}
        out = np.zeros((len(kinds), len(known)), np.float32)
        for row, kind in zip(out, kinds, strict=True):
            if kind in known:
                row[known[kind]] = 1
        return out


@dataclass(frozen=True, slots=True, eq=False)
class Ensemble:
    """Networks that have learnt the same, each in its own way."""

    members: tuple[Network, ...]

    def heard(self, inputs: Inputs) -> list[tuple[float, ...]]:
        """How strongly each stretch is each of what is looked for, as the logarithm of odds to a hundredth: the last bits depend on the processor."""
        means = np.mean([member.heard(inputs) for member in self.members], axis=0)
        return [tuple(round(float(z), 2) for z in row) for row in means]

    def write(self, path: Path) -> None:
        """Write the networks to `path`."""
        path.parent.mkdir(exist_ok=True)
        arrays: dict[str, Any] = {KINDS: np.array(self.members[0].kinds), LEMMAS: self.members[0].lemmas}
        for n, member in enumerate(self.members):
            arrays |= {f"{n} {key}": w.astype(np.float16) for key, w in member.weights.items()}
        np.savez_compressed(path, **arrays)


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
                    weights.setdefault(member, {})[key] = file[array].astype(np.float32)
            return Ensemble(tuple(Network(w, kinds, lemmas) for w in weights.values()))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as err:
        raise LanguageError(f"{path}: the network of {name} cannot be read ({err}); get the file anew") from err


def reached(name: str, value: float, steps: Sequence[float]) -> list[str]:
    """The steps that `value` is above, as cues."""
    return [f"{name} over {step:g}" for step in steps if value > step]


def with_neighbours(words: Floats, heads: NDArray[np.int64], begin: int, end: int) -> Floats:
    """The words from `begin` to `end`, each beside those that stand before and behind it, nothing where none does, and its head."""
    edge = np.zeros((SIDES, words.shape[1]), np.float32)
    row = np.concatenate([edge, words, edge])
    return np.concatenate([*(row[begin + at : end + at] for at in range(2 * SIDES + 1)), words[heads[begin:end]]], axis=1)


def _between(rows: Floats, begin: NDArray[np.int64], end: NDArray[np.int64]) -> Sums:
    """The sum of `rows` from each `begin` to its `end`."""
    sums = np.zeros((len(rows) + 1, *rows.shape[1:]))
    np.cumsum(rows, axis=0, dtype=np.float64, out=sums[1:])
    return np.asarray(sums[end] - sums[begin])
