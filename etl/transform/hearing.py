"""How strongly a stretch is what is looked for as a small network hears it: from the parser's vectors of the words in it and around it.

The parser has made a vector of each word in its context anyway. The network brings it, with what is known of the word besides, to fewer numbers,
takes means of these over the stretch, over what stands before and behind it in its sentences, and over the sentences around, once of all words alike
and as often as it has learnt to notice some more than others, and weighs the means. What it says is a number or two beside the weighed cues: of motives
(`motive_choice.py`), of whose they are (`actor_hearing.py`), of groups of people that somebody wants or has as a public (`group_choice.py`). Several networks that have begun from other numbers
are asked where that is worth it, and what they say is averaged (an ensemble, Hansen and Salamon 1990). `benchmarks/hearing.py` trains them; they are kept
in `data/networks`.
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
MOST = 8.0  # logarithm of odds that the network is believed at most
FEWEST = 8  # sentences of an article in which it is asked for motives and groups: it has learnt from long ones, and finds too few in others
KINDS = "kinds"
Floats = NDArray[np.float32]
Sums = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Pass:
    """What becomes of the inputs on the way through the network: a row for each word, then for each stretch.

    Attributes:
        given: what is known of each word.
        words: what is made of it.
        notice: how much each word is noticed (-1 to 1), by way of noticing.
        noticed: the same as a factor, behind a column of ones.
        sums, totals: of what is made of the words of each place, by way of noticing, and of the factors.
        means: of those, beside the kind and the shape of the stretch.
        mixed: what is made of the means.
        heard: how strongly the stretch is each of what is looked for, as the logarithm of odds.
    """

    given: Floats
    words: Floats
    notice: Floats
    noticed: Floats
    sums: Sums
    totals: Sums
    means: Floats
    mixed: Floats
    heard: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """The network.

    Attributes:
        weights: its matrices: "word" and "word base", "notice", "stretch" and "stretch base", "heard" and "heard base".
        kinds: the kinds of stretches that it knows.
    """

    weights: Mapping[str, Floats]
    kinds: tuple[str, ...]

    def heard(self, inputs: Inputs) -> NDArray[np.float64]:
        """How strongly each stretch (rows) is each of what is looked for (columns), as the logarithm of odds."""
        heard = np.zeros((len(inputs.places), self.weights["heard"].shape[1]))
        order = np.argsort(inputs.places[:, 0, 0], kind="stable")
        for at in range(0, len(order), AT_ONCE):  # a long article is not to need memory for all of its words times all that is made of them
            rows = order[at : at + AT_ONCE]
            heard[rows] = self.run(inputs.part(rows)).heard
        return np.clip(heard, -MOST, MOST)

    def run(self, inputs: Inputs, left: Sequence[Floats] = ()) -> Pass:
        """Put `inputs` through the network; `left` are factors of what is known of words, of the means and of what is made of these."""
        w = self.weights
        given = np.concatenate([inputs.vectors, inputs.traits], axis=1)
        if left:
            given = given * left[0]
        words = given @ w["word"] + w["word base"]
        words = np.maximum(words, LEAK * words)
        notice = np.tanh(words @ w["notice"])
        noticed = np.concatenate([np.ones((len(words), 1), np.float32), np.exp(SHARP * notice)], axis=1)
        begin, end = inputs.places[..., 0], inputs.places[..., 1]
        sums, totals = _between(noticed[:, :, None] * words[:, None, :], begin, end), _between(noticed, begin, end) + FEW
        means = (sums / totals[..., None]).astype(np.float32).reshape(len(sums), -1)
        means = np.concatenate([means, self._kinds(inputs.kinds), inputs.shapes], axis=1)
        if left:
            means = means * left[1]
        mixed = np.maximum(means @ w["stretch"] + w["stretch base"], 0)
        if left:
            mixed = mixed * left[2]
        return Pass(given, words, notice, noticed, sums, totals, means, mixed, mixed @ w["heard"] + w["heard base"])

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
        arrays: dict[str, Any] = {KINDS: np.array(self.members[0].kinds)}
        for n, member in enumerate(self.members):
            arrays |= {f"{n} {key}": w for key, w in member.weights.items()}
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
            kinds = tuple(file[KINDS].tolist())
            weights: dict[str, dict[str, Floats]] = {}
            for array in file.files:
                member, _, key = array.partition(" ")
                if array != KINDS:
                    weights.setdefault(member, {})[key] = file[array]
            return Ensemble(tuple(Network(w, kinds) for w in weights.values()))
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as err:
        raise LanguageError(f"{path}: the network of {name} cannot be read ({err}); get the file anew") from err


def _between(rows: Floats, begin: NDArray[np.int64], end: NDArray[np.int64]) -> Sums:
    """The sum of `rows` from each `begin` to its `end`."""
    sums = np.zeros((len(rows) + 1, *rows.shape[1:]))
    np.cumsum(rows, axis=0, dtype=np.float64, out=sums[1:])
    return np.asarray(sums[end] - sums[begin])
