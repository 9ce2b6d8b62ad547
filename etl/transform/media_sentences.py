"""The sentences of a scene by place, with what each tells of the media: motives and networks look at the one they stand in and at those around."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from etl.transform.drafts import AppearanceDraft
from etl.transform.media_scene import Act, Scene, scene
from etl.transform.reading import Reading
from etl.transform.utterance import Paragraph

if TYPE_CHECKING:
    from etl.transform.hearing_inputs import ScenePage


class Sentences:
    """The sentences of a scene by place, with the act that each tells.

    Attributes:
        scene: the scene.
        all: they, in order.
        page: their words, once `hearing_inputs.page_of` has looked.
    """

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.page: ScenePage | None = None
        self.all = [s for paragraph in scene.texts for s in paragraph.sentences]
        self._starts = [s.start for s in self.all]
        self._paragraph_starts = [p.start for p in scene.texts]

    def at(self, position: int) -> int:
        """The number of the sentence at `position`."""
        return max(0, bisect_right(self._starts, position) - 1)

    def paragraph(self, position: int) -> Paragraph:
        """The paragraph at `position`."""
        return self.scene.texts[max(0, bisect_right(self._paragraph_starts, position) - 1)]

    def act(self, n: int) -> Act | None:
        """The act that sentence `n` tells."""
        return self.scene.acts.get(self.all[n].start) if 0 <= n < len(self.all) else None


def scenery(reading: Reading, occasions: Sequence[AppearanceDraft]) -> Sentences:
    """The sentences of the scene with these occasions; the same again for as long as nothing of these has changed that it tells."""
    seen = [(a.status, list(a.guests), list(a.hosts), list(a.evidence)) for a in occasions]
    if reading.scenery is None or reading.scenery[0] != seen:
        reading.scenery = seen, Sentences(scene(reading, occasions))
    return reading.scenery[1]
