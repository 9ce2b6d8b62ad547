"""Trains networks that hear stretches (`etl/transform/hearing.py`) on annotated articles, by Adam (Kingma and Ba 2015) with dropout.

What is a candidate and which is right is told by the scripts of the networks, `fit_motive_network.py` and `fit_group_network.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from benchmarks.fitting import folds
from etl.transform.hearing import FOLDER, LEAK, SHARP, Ensemble, Network, Pass
from etl.transform.hearing_inputs import Inputs, joined

NOTICES = 2  # ways of noticing
AT_ONCE = 4  # articles learnt from at once
RATE, SLOWER = 0.0015, ((0.6, 1.0), (0.85, 0.4), (1.0, 0.15))  # of learning, and its parts until so much of the rounds is over
DROPPED = (0.28, 0.4, 0.4)  # of what is known of words, of the means, of what is made of them
ALONE, AROUND = 0.25, slice(3, 5)  # articles that are shown without the sentences around a stretch, and which of its places these are
DECAY, DECAYING = 0.001, frozenset(("word", "stretch", "heard"))
FIRST, SECOND, TINY = 0.9, 0.999, 1e-8  # what Adam keeps of the mean slope and of its square
PART = 1 / 32  # of the sum of the candidates' slopes
SELDOM = -2.5  # the logarithm of odds to begin with
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
    """

    words: int
    stretches: int
    rounds: int
    members: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """An article: its candidates, which of what is looked for each is, and which count (those of optional ones do not)."""

    inputs: Inputs
    right: Floats
    counted: Floats


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
            slopes = _slopes(network, [texts[n] for n in order[at : at + AT_ONCE]], draw)
            step += 1
            for name, slope in slopes.items():
                means[name] = FIRST * means[name] + (1 - FIRST) * slope
                squares[name] = SECOND * squares[name] + (1 - SECOND) * slope**2
                move = means[name] / (1 - FIRST**step) / (np.sqrt(squares[name] / (1 - SECOND**step)) + TINY)
                weights[name] -= (rate * (move + (DECAY * weights[name] if name in DECAYING else 0))).astype(np.float32)
    return network


def _begun(texts: Sequence[Text], size: Size, draw: np.random.Generator) -> Network:
    """A network that has learnt nothing yet."""
    kinds = tuple(sorted({kind for t in texts for kind in t.inputs.kinds}))
    one = texts[0].inputs

    def matrix(rows: int, columns: int, part: float = 1.0) -> Floats:
        return (draw.normal(size=(rows, columns)) * part * np.sqrt(2 / rows)).astype(np.float32)

    weights = {
        "word": matrix(one.vectors.shape[1] + one.traits.shape[1], size.words),
        "word base": np.zeros(size.words, np.float32),
        "notice": matrix(size.words, NOTICES, 0.3),
        "stretch": matrix(one.places.shape[1] * (1 + NOTICES) * size.words + len(kinds) + one.shapes.shape[1], size.stretches, 0.7),
        "stretch base": np.zeros(size.stretches, np.float32),
        "heard": matrix(size.stretches, texts[0].right.shape[1], 0.5),
        "heard base": np.full(texts[0].right.shape[1], SELDOM, np.float32),
    }
    return Network(weights, kinds)


def _slopes(network: Network, texts: Sequence[Text], draw: np.random.Generator) -> Mapping[str, Floats]:
    """How the loss on some articles changes with each weight, some of the numbers left out at random."""
    given = joined([_alone(t.inputs) if draw.random() < ALONE else t.inputs for t in texts])
    right, counted = (np.concatenate([getattr(t, name) for t in texts]) for name in ("right", "counted"))
    w = network.weights
    sizes = (len(given.vectors), w["word"].shape[0]), (len(right), w["stretch"].shape[0]), (len(right), len(w["stretch base"]))
    left = [
        (draw.random(size, dtype=np.float32) >= part).astype(np.float32) / np.float32(1 - part)
        for size, part in zip(sizes, DROPPED, strict=True)
    ]
    run = network.run(given, left)
    heard = ((1 / (1 + np.exp(-run.heard)) - right) * counted[:, None] * PART).astype(np.float32)
    mixed = (heard @ w["heard"].T) * left[2] * (run.mixed > 0)
    means = (mixed @ w["stretch"].T) * left[1]
    words, notice = _back(run, given, means[:, : run.sums[0].size].reshape(run.sums.shape))
    words = (words + notice @ w["notice"].T) * np.where(run.words > 0, np.float32(1), LEAK)
    return {
        "word": run.given.T @ words,
        "word base": words.sum(axis=0),
        "notice": run.words.T @ notice,
        "stretch": run.means.T @ mixed,
        "stretch base": mixed.sum(axis=0),
        "heard": run.mixed.T @ heard,
        "heard base": heard.sum(axis=0),
    }


def _alone(given: Inputs) -> Inputs:
    """The inputs without the sentences around, so that short texts are learnt to be heard, too."""
    places = given.places.copy()
    places[:, AROUND] = 0
    return replace(given, places=places)


def _back(run: Pass, given: Inputs, means: Floats) -> tuple[Floats, Floats]:
    """The slopes of words and of how they are noticed, from those of the means over places."""
    sums = means / run.totals[..., None]
    totals = -(sums * run.sums).sum(axis=-1) / run.totals
    sums, totals = (_spread(slope, given.places, len(run.words)) for slope in (sums, totals))
    factors = totals + (sums * run.words[:, None, :]).sum(axis=-1)
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
        right, counted = (np.concatenate([getattr(t, name) for t in held]) for name in ("right", "counted"))
        for of, strength in zip(right[counted > 0].T, heard[counted > 0].T, strict=True):
            order = np.argsort(-strength, kind="stable")
            precision = np.cumsum(of[order]) / np.arange(1, len(order) + 1)
            print(f"average precision {(precision * of[order]).sum() / of.sum():.3f} of {len(order)} candidates", flush=True)


def written(networks: Ensemble, name: str) -> str:
    """Write the weights; returns the file and its size."""
    path = FOLDER / f"{name}.npz"
    networks.write(path)
    return f"{path}: {path.stat().st_size / 1e6:.1f} MB"
