"""How strongly a described group is somebody's aim or public as a small network hears it (`hearing.py`)."""

from __future__ import annotations

from collections.abc import Sequence

from etl.transform.drafts import AppearanceDraft
from etl.transform.hearing import FEWEST, kept
from etl.transform.hearing_inputs import Inputs, inputs
from etl.transform.media_scene import scene
from etl.transform.media_sentences import Sentences
from etl.transform.reading import Reading
from etl.transform.relations.groups import Group

Heard = tuple[float, ...]


def given(reading: Reading, found: Sequence[Group], occasions: Sequence[AppearanceDraft]) -> Inputs | None:
    """What the network is given of an article's groups, None where it is not asked."""
    sentences = Sentences(scene(reading, occasions))
    if not found or len(sentences.all) < FEWEST:
        return None
    return inputs(reading, sentences, [(g.start, g.end, g.kind) for g in found])


def heard(reading: Reading, found: Sequence[Group], occasions: Sequence[AppearanceDraft]) -> Sequence[Heard | None]:
    """For each group how strongly it is an aim and how strongly a public, as logarithms of odds; None where the network is not asked."""
    asked = given(reading, found, occasions)
    return [None] * len(found) if asked is None else kept("groups").heard(asked)
