"""How strongly each relation seems to hold between two things as a network hears it (`hearing.py`).

It is given the words of their two nearest pairs of mentions and around these, what stands between the nearest two, before and behind them, the
words above them, and whether one speaks of the other. What it says joins the cues of the pair (`pair_cues.py`), as steps that are reached or not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import log1p

from etl.transform.drafts import AppearanceDraft
from etl.transform.hearing import kept, reached
from etl.transform.hearing_inputs import Inputs, ScenePage, Words, page_of
from etl.transform.media_sentences import scenery
from etl.transform.reading import Reading
from etl.transform.relations.pair_cues import Pair
from etl.transform.relations.pair_near import NEAREST, Near

NAME = "pairs"
LOOKED_AT = 2  # of the nearest mentions
BESIDE, OUTSIDE, BETWEEN = 3, 8, 24  # words beside each mention, beside both, and between the two, if there are no more
FAR, MANY = 4.0, float(NEAREST)  # by what the logarithm of distances and the number of mentions are divided
STEPS = (-6.0, -5.0, -4.5, -4.0, -3.5, -3.0, -2.5, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0)  # logarithms of odds
HEADS = 3, 5  # from which to which place the words above the two stand
NOWHERE: Words = (0, 0)


def given(reading: Reading, occasions: Sequence[AppearanceDraft], found: Sequence[Pair], predicates: Sequence[str]) -> Inputs | None:
    """What the network is given of pairs whose things are mentioned near each other; None where there are none.

    Args:
        reading: the article.
        occasions: its appearances.
        found: the pairs.
        predicates: the relations of which it is told whether a rule has found them.
    """
    if not found:
        return None
    page = page_of(reading, scenery(reading, occasions))
    places, shapes = [], []
    for pair in found:
        said = set(pair.alone)
        where, shape = _places(reading, page, pair.near)
        places.append(where)
        speaks = ("A speaks of B" in said, "B speaks of A" in said)
        shapes.append([*shape, len(pair.near) / MANY, *speaks, *(f"says {predicate}" in said for predicate in predicates)])
    return page.inputs(places, [f"{pair.subject.type} {pair.object.type}" for pair in found], shapes)


def heard(reading: Reading, occasions: Sequence[AppearanceDraft], found: Sequence[Pair], predicates: Sequence[str]) -> list[Pair]:
    """The pairs, with what the network says of those whose things are mentioned near each other among their cues; arguments as for `given`."""
    asked = given(reading, occasions, [pair for pair in found if pair.near], predicates)
    said = iter([] if asked is None else kept(NAME).heard(asked))
    out = []
    for pair in found:
        if pair.near:
            strength = dict(zip(predicates, next(said), strict=True))
            pair = replace(pair, own={p: (*cues, *reached("heard", strength[p], STEPS)) for p, cues in pair.own.items()})
        out.append(pair)
    return out


def _places(reading: Reading, page: ScenePage, near: Sequence[Near]) -> tuple[list[Words], list[float]]:
    """The words of the mentions of a pair and around them, and how these stand to each other."""
    count = len(reading.words)

    def beside(words: Words, many: int) -> Words:
        return max(0, words[0] - many), min(count, words[1] + many)

    places: list[Words] = []
    shape: list[float] = []
    for one in near[:LOOKED_AT]:
        a, b = (page.words(spot.mention.start, spot.mention.end) for spot in (one.a, one.b))
        low, high = sorted((a, b))
        if not places:
            heads = (reading.words[end - 1].head.i for _, end in (a, b))
            between = low[1], max(low[1], min(high[0], low[1] + BETWEEN))
            places = [between, (max(0, low[0] - OUTSIDE), low[0]), (high[1], min(count, high[1] + OUTSIDE)), *((h, h + 1) for h in heads)]
        places += [a, b, beside(a, BESIDE), beside(b, BESIDE)]
        shape += [a < b, one.apart, log1p(abs(a[0] - b[0])) / FAR]
    missing = LOOKED_AT - len(near[:LOOKED_AT])
    return [*places, *[NOWHERE] * (4 * missing)], [*shape, *[0.0] * (3 * missing)]
