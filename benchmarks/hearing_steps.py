"""What becomes of words and stretches in a network that hears (`etl/transform/hearing.py`), with all that is made on the way, as it is needed to learn."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from etl.transform.hearing import FEW, Floats, Network, Sums, noticed, running, with_neighbours
from etl.transform.hearing_inputs import Inputs


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


def words_of(network: Network, inputs: Inputs, left: Left | None = None) -> Words:
    """Put the words of `inputs` through the network."""
    rows = network.rows(inputs.lemmas)
    given = network.given(inputs, rows, 0, len(rows))
    if left is not None:
        given = given * left.given
    words = first = network.first(given)
    convolutions = []
    for n, name in enumerate(network.convolutions):
        around = with_neighbours(words if left is None else words * left.around[n], inputs.heads, 0, len(words))
        value, gate = network.convolved(name, around)
        words = words + value * gate
        convolutions.append(Convolution(around, value, gate))
    return Words(rows, given, first, tuple(convolutions), words)


def stretches_of(network: Network, words: Floats, inputs: Inputs, left: Left | None = None) -> Stretches:
    """Put the stretches of `inputs` through the network, of whose words so much is made."""
    w = network.weights
    notice = np.tanh(words @ w["notice"])
    factors = noticed(notice)
    begin, end = inputs.places[..., 0], inputs.places[..., 1]
    running_sums, running_totals = running((factors[:, :, None] * words[:, None, :]).reshape(len(words), -1)), running(factors)
    sums, totals = (rows[end] - rows[begin] for rows in (running_sums, running_totals))
    sums = sums.reshape(*totals.shape, -1)
    totals = totals + FEW
    means = (sums / totals[..., None]).astype(np.float32).reshape(len(sums), -1)
    means = np.concatenate([means, network.kinds_of(inputs.kinds), inputs.shapes], axis=1)
    if left is not None:
        means = means * left.means
    mixed = np.maximum(means @ w["stretch"] + w["stretch base"], 0)
    if left is not None:
        mixed = mixed * left.mixed
    return Stretches(notice, factors, sums, totals, means, mixed, mixed @ w["heard"] + w["heard base"])
