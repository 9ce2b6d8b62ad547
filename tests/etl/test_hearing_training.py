"""Training of networks that hear: the slopes that it follows are those of the loss, and it learns what tells one stretch from another."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest

from benchmarks import hearing
from benchmarks.hearing import PART, SEEN, Size, Text, fit
from benchmarks.hearing_steps import stretches_of, words_of
from etl.transform.hearing import Network
from etl.transform.hearing_inputs import Inputs, joined

WORDS, STRETCHES = 30, 6
STEP = 2e-3


def text(seed: int) -> Text:
    """An article of random words; a stretch is what is looked for where its first word is lemma 3."""
    draw = np.random.default_rng(seed)
    lemmas = draw.integers(1, 6, WORDS).astype(np.uint64)
    places = np.sort(draw.integers(0, WORDS, (STRETCHES, 5, 2)), axis=2)
    places[:, 0, 1] = places[:, 0, 0] + 1
    inputs = Inputs(
        draw.normal(size=(WORDS, 7)).astype(np.float32),
        draw.integers(0, 2, (WORDS, 4)).astype(np.float32),
        lemmas,
        draw.integers(0, WORDS, WORDS),
        places,
        tuple("ab"[n % 2] for n in range(STRETCHES)),
        draw.normal(size=(STRETCHES, 3)).astype(np.float32),
    )
    right = (lemmas[places[:, 0, 0]] == 3)[:, None]
    return Text(inputs, np.concatenate([right, ~right], axis=1).astype(np.float32), np.ones(STRETCHES, np.float32))


def loss(network: Network, texts: list[Text], seed: int) -> float:
    """What training makes less, with the numbers left out that a seed draws."""
    draw = np.random.default_rng(seed)
    given = joined([t.inputs for t in texts])
    left = hearing._left(network, given, draw)
    heard = stretches_of(network, words_of(network, given, left).last, given, left).heard.astype(np.float64)
    right = np.concatenate([t.right for t in texts])
    return float((np.logaddexp(0, heard) - right * heard).sum() * PART)


def picked(shape: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """Some numbers of a matrix."""
    draw = np.random.default_rng(len(shape))
    for _ in range(4):
        yield tuple(int(draw.integers(0, size)) for size in shape)


def test_slopes_are_those_of_the_loss() -> None:
    texts = [text(seed) for seed in range(SEEN)]
    network = hearing._begun(texts, Size(8, 6, 1), np.random.default_rng(0))
    slopes = hearing._slopes(network, texts, np.random.default_rng(5))
    assert slopes.keys() == network.weights.keys()
    for name, slope in slopes.items():
        weights = network.weights[name]
        assert slope.shape == weights.shape
        for place in picked(weights.shape):
            kept = weights[place]
            both = []
            for step in (STEP, -STEP):
                weights[place] = kept + step
                both.append(loss(network, texts, 5))
            weights[place] = kept
            assert slope[place] == pytest.approx((both[0] - both[1]) / (2 * STEP), abs=3e-3), name


def test_a_network_learns_the_lemma_that_tells() -> None:
    learnt, held = [text(seed) for seed in range(60)], [text(seed) for seed in range(60, 80)]
    network = fit(learnt, Size(16, 16, 30))
    heard = np.array([row for t in held for row in network.heard(t.inputs)])
    right = np.concatenate([t.right for t in held]) > 0
    told = (heard > 0)[right.any(axis=1)] == right[right.any(axis=1)]
    assert told.mean() > 0.9


def test_training_is_the_same_each_time() -> None:
    texts = [text(seed) for seed in range(SEEN)]
    one, other = (fit(texts, Size(8, 6, 2)).members[0].weights for _ in range(2))
    assert all((one[name] == w).all() for name, w in other.items())
