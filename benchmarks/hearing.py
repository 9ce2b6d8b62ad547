"""Trains networks that hear stretches (`etl/transform/hearing.py`) on annotated articles, by Adam (Kingma and Ba 2015) with dropout.

What is a candidate and which is right is told by the scripts of the networks, `fit_…_network.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from benchmarks.fitting import Replacement, folds
from benchmarks.hearing_steps import Left, Stretches, Words, stretches_of, words_of
from etl.transform.hearing import CONVOLUTION, FOLDER, LEAK, SHARP, SIDES, Ensemble, Network, as_kept
from etl.transform.hearing_inputs import Inputs, joined

NOTICES = 2  # ways of noticing
CONVOLUTIONS = 2
LEMMAS, SEEN = 48, 8  # numbers of a lemma, and in how many articles it has to stand
AT_ONCE = 4  # articles learnt from at once
RATE, SLOWER = 0.0015, ((0.6, 1.0), (0.85, 0.4), (1.0, 0.15))  # of learning, and its parts until so much of the rounds is over
DROPPED, DROPPED_LEMMA, DROPPED_BESIDE, DROPPED_MEANS, DROPPED_MIXED = (
    0.28,
    0.2,
    0.2,
    0.4,
    0.4,
)  # of what is known of words, and so on (see `Left`)
UNKNOWN = 0.25  # lemmas that are taken for unknown, so that the network learns what to do with those
HIDING = 0.25  # articles that are shown without some of the places of a stretch
AROUND = 3, 5  # from which to which of its places the sentences around stand
DECAY = 0.001  # of all but the bases and the ways of noticing
FIRST, SECOND, TINY = 0.9, 0.999, 1e-8  # what Adam keeps of the mean slope and of its square
PART = 1 / 32  # of the sum of the candidates' slopes
SELDOM = -2.5  # the logarithm of odds to begin with
SURE = 50.0  # logarithm of odds beyond which nothing changes
SHARES = 3  # trainings without some of the articles: each takes minutes
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Size:
    """How large a network is and how long it learns.

    Attributes:
        words: the numbers made of each word.
        stretches: the numbers made of each stretch.
        rounds: how often it sees all articles.
        members: how many such networks there are.
        hidden: from which to which place the network is to do without now and then.
    """

    words: int
    stretches: int
    rounds: int
    members: int = 1
    hidden: tuple[int, int] = AROUND


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """An article: its candidates, which of what is looked for each is, and which count (those of optional ones do not), each for all or for each of that."""

    inputs: Inputs
    right: Floats
    counted: Floats


@dataclass(frozen=True, slots=True)
class Training:
    """How the networks of one kind are trained, checked and kept.

    Attributes:
        name: that of their file.
        asked: the module that asks them; its `kept` gives those that are kept.
        size: theirs.
    """

    name: str
    asked: ModuleType
    size: Size

    def fit(self, texts: Sequence[Text | None]) -> Ensemble:
        """The networks; None stands for an article in which they are not asked."""
        return fit(texts, self.size)

    def put(self, networks: Ensemble) -> list[Replacement]:
        """What trained networks take the place of."""
        return [(self.asked, "kept", lambda _: networks)]

    def check(self, texts: Sequence[Text | None]) -> None:
        """Print the average precisions of networks that have not seen the article."""
        check(texts, self.size)

    def write(self, networks: Ensemble) -> str:
        """Write the weights; returns the file and its size."""
        path = FOLDER / f"{self.name}.npz"
        networks.write(path)
        return f"{path}: {path.stat().st_size / 1e6:.1f} MB"


def fit(given: Sequence[Text | None], size: Size) -> Ensemble:
    """The networks; None stands for an article in which they are not asked."""
    texts = [t for t in given if t is not None and len(t.right)]
    return Ensemble(tuple(_trained(texts, size, np.random.default_rng(seed)) for seed in range(1, size.members + 1)))


def _trained(texts: Sequence[Text], size: Size, draw: np.random.Generator) -> Network:
    network = _begun(texts, size, draw)
    weights = dict(network.weights)
    means, squares = ({name: np.zeros_like(w) for name, w in weights.items()} for _ in range(2))
    step = 0
    for round_ in range(size.rounds):
        rate = RATE * next(part for until, part in SLOWER if round_ < until * size.rounds)
        order = draw.permutation(len(texts))
        for at in range(0, len(order), AT_ONCE):
            those = [texts[n] for n in order[at : at + AT_ONCE]]
            shown = [replace(t, inputs=_without(t.inputs, size.hidden)) if draw.random() < HIDING else t for t in those]
            slopes = _slopes(network, shown, draw)
            step += 1
            for name, slope in slopes.items():
                means[name] = FIRST * means[name] + (1 - FIRST) * slope
                squares[name] = SECOND * squares[name] + (1 - SECOND) * slope**2
                move = means[name] / (1 - FIRST**step) / (np.sqrt(squares[name] / (1 - SECOND**step)) + TINY)
                decaying = not name.endswith("base") and name != "notice"
                weights[name] -= (rate * (move + (DECAY * weights[name] if decaying else 0))).astype(np.float32)
    return replace(network, weights=as_kept(weights))


def _begun(texts: Sequence[Text], size: Size, draw: np.random.Generator) -> Network:
    """A network that has learnt nothing yet."""
    kinds = tuple(sorted({kind for t in texts for kind in t.inputs.kinds}))
    own = {id(t): t.inputs for t in texts}.values()  # an article that counts twice is one
    lemmas, seen = np.unique(np.concatenate([np.unique(one.lemmas) for one in own]), return_counts=True)
    lemmas = lemmas[seen >= SEEN]
    one, words = texts[0].inputs, size.words

    def matrix(rows: int, columns: int, part: float = 1.0) -> Floats:
        return (draw.normal(size=(rows, columns)) * part * np.sqrt(2 / rows)).astype(np.float32)

    weights = {
        "lemma": draw.normal(scale=0.5, size=(len(lemmas), LEMMAS)).astype(np.float32),
        "word": matrix(one.vectors.shape[1] + one.traits.shape[1] + LEMMAS, words),
        "word base": np.zeros(words, np.float32),
        "notice": matrix(words, NOTICES, 0.3),
        "stretch": matrix(one.places.shape[1] * (1 + NOTICES) * words + len(kinds) + one.shapes.shape[1], size.stretches, 0.7),
        "stretch base": np.zeros(size.stretches, np.float32),
        "heard": matrix(size.stretches, texts[0].right.shape[1], 0.5),
        "heard base": np.full(texts[0].right.shape[1], SELDOM, np.float32),
    }
    for n in range(CONVOLUTIONS):
        weights[f"{CONVOLUTION} {n}"] = matrix((2 * SIDES + 2) * words, 2 * words, 0.5)
        weights[f"{CONVOLUTION} {n} base"] = np.zeros(2 * words, np.float32)
    return Network(weights, kinds, lemmas)


def _left(network: Network, given: Inputs, draw: np.random.Generator) -> Left:
    """What is left of the numbers this time."""

    def some(rows: int, columns: int, dropped: float) -> Floats:
        return (draw.random((rows, columns), dtype=np.float32) >= dropped).astype(np.float32) / np.float32(1 - dropped)

    w, words, stretches = network.weights, len(given.vectors), len(given.places)
    lemma = some(words, LEMMAS, DROPPED_LEMMA) * (draw.random((words, 1), dtype=np.float32) >= UNKNOWN)
    return Left(
        np.concatenate([some(words, len(w["word"]) - LEMMAS, DROPPED), lemma], axis=1),
        tuple(some(words, len(w["word base"]), DROPPED_BESIDE) for _ in network.convolutions),
        some(stretches, len(w["stretch"]), DROPPED_MEANS),
        some(stretches, len(w["stretch base"]), DROPPED_MIXED),
    )


def _slopes(network: Network, texts: Sequence[Text], draw: np.random.Generator) -> Mapping[str, Floats]:
    """How the loss on some articles changes with each weight, some of the numbers left out at random."""
    given = joined([t.inputs for t in texts])
    right, counted = answers(texts)
    w, left = network.weights, _left(network, given, draw)
    words = words_of(network, given, left)
    run = stretches_of(network, words.last, given, left)
    likely = 1 / (1 + np.exp(-np.clip(run.heard, -SURE, SURE)))
    heard = ((likely - right) * counted * PART).astype(np.float32)
    mixed = (heard @ w["heard"].T) * left.mixed * (run.mixed > 0)
    means = (mixed @ w["stretch"].T) * left.means
    last, notice = _back(run, words.last, given, means[:, : run.sums[0].size].reshape(run.sums.shape))
    return {
        "notice": words.last.T @ notice,
        "stretch": run.means.T @ mixed,
        "stretch base": mixed.sum(axis=0),
        "heard": run.mixed.T @ heard,
        "heard base": heard.sum(axis=0),
        **_word_slopes(network, given, words, left, last + notice @ w["notice"].T),
    }


def answers(texts: Sequence[Text]) -> tuple[Floats, Floats]:
    """Which of what is looked for each candidate is, and which of these count."""
    right = np.concatenate([t.right for t in texts])
    return right, np.concatenate([np.broadcast_to(t.counted.reshape(len(t.right), -1), t.right.shape) for t in texts])


def _word_slopes(network: Network, given: Inputs, words: Words, left: Left, slope: Floats) -> dict[str, Floats]:
    """The slopes of the weights that make the words, from that of what becomes of these."""
    w, out = network.weights, {}
    for n, name in reversed([*enumerate(network.convolutions)]):
        made = words.convolutions[n]
        both = np.concatenate([slope * made.gate, slope * made.value * made.gate * (1 - made.gate)], axis=1)
        out[name], out[f"{name} base"] = made.around.T @ both, both.sum(axis=0)
        slope = slope + _own(both @ w[name].T, given.heads) * left.around[n]
    slope = slope * np.where(words.first > 0, np.float32(1), LEAK)
    known = len(w["lemma"])
    lemma = ((slope @ w["word"].T) * left.given)[:, -LEMMAS:]
    return out | {
        "lemma": _sums(lemma, words.rows, known + 1)[:known],
        "word": words.given.T @ slope,
        "word base": slope.sum(axis=0),
    }


def _own(around: Floats, heads: NDArray[np.int64]) -> Floats:
    """The slopes of words, from those of each of them beside its neighbours and its head (`with_neighbours` backwards)."""
    count = len(heads)
    *row, head = np.split(around, 2 * SIDES + 2, axis=1)
    wide = np.zeros((count + 2 * SIDES, head.shape[1]), np.float32)
    for at, part in enumerate(row):
        wide[at : at + count] += part
    return wide[SIDES : SIDES + count] + _sums(head, heads, count)


def _sums(rows: Floats, at: NDArray[np.int64], count: int) -> Floats:
    """For each of `count` numbers the sum of the rows that stand `at` it."""
    out = np.zeros((count, rows.shape[1]), np.float32)
    order = np.argsort(at, kind="stable")
    which, first = np.unique(at[order], return_index=True)
    out[which] = np.add.reduceat(rows[order], first, axis=0)
    return out


def _without(given: Inputs, hidden: tuple[int, int]) -> Inputs:
    """The inputs without some of the places: without the sentences around, short texts are learnt to be heard, too."""
    places = given.places.copy()
    places[:, slice(*hidden)] = 0
    return replace(given, places=places)


def _back(run: Stretches, words: Floats, given: Inputs, means: Floats) -> tuple[Floats, Floats]:
    """The slopes of words and of how they are noticed, from those of the means over places."""
    sums = means / run.totals[..., None]
    totals = -(sums * run.sums).sum(axis=-1) / run.totals
    sums, totals = (_spread(slope, given.places, len(words)) for slope in (sums, totals))
    factors = totals + (sums * words[:, None, :]).sum(axis=-1)
    notice = factors[:, 1:] * run.noticed[:, 1:] * SHARP * (1 - run.notice**2)
    return (sums * run.noticed[:, :, None]).sum(axis=1).astype(np.float32), notice.astype(np.float32)


def _spread(slope: NDArray[np.float64], places: NDArray[np.int64], words: int) -> NDArray[np.float64]:
    """For each word the sum of the slopes of the places that it stands in."""
    rows = slope.reshape(-1, *slope.shape[2:])
    out = np.zeros((words + 1, *rows.shape[1:]))
    for ends, sign in ((places[..., 0].ravel(), 1), (places[..., 1].ravel(), -1)):
        order = np.argsort(ends, kind="stable")
        which, first = np.unique(ends[order], return_index=True)
        out[which] += sign * np.add.reduceat(rows[order], first, axis=0)
    return np.asarray(np.cumsum(out, axis=0)[:-1])


def check(texts: Sequence[Text | None], size: Size) -> None:
    """Print the average precisions of networks that have not seen the article."""
    for known, held in folds([t for t in texts if t is not None], SHARES):
        networks = fit(known, size)
        heard = np.array([row for t in held for row in networks.heard(t.inputs)])
        right, counted = answers(held)
        for n in range(right.shape[1]):
            of, strength = right[counted[:, n] > 0, n], heard[counted[:, n] > 0, n]
            order = np.argsort(-strength, kind="stable")
            precision = np.cumsum(of[order]) / np.arange(1, len(order) + 1)
            print(f"average precision {(precision * of[order]).sum() / of.sum():.3f} of {len(order)} candidates", flush=True)
