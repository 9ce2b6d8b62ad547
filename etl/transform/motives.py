"""Motives: why somebody appears, publishes, chooses a platform or addresses an audience, or declines to.

Constructions of the language (`motive_rules`), what stands around (`motive_context`), words that open a reason or an aim
(`motive_clues`), and whatever is said (`motive_wide`) are where a motive may stand; fitted weights choose among them (`motive_choice`).
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.transform import motive_actor, motive_context, motive_rules
from etl.transform.drafts import AppearanceDraft, MotiveDraft, StatementDraft
from etl.transform.media_scene import Scene, scene
from etl.transform.media_sentences import Sentences
from etl.transform.motive_bounds import NEEDED
from etl.transform.motive_choice import choose
from etl.transform.motive_clues import Clue, clues
from etl.transform.motive_options import Actors
from etl.transform.motive_rules import Found
from etl.transform.reading import Reading

QUIET = 0.45  # how likely a motive must be where nothing is done in the media: few have reasons for it there


def constructions(reading: Reading, ground: Scene, said: Sequence[StatementDraft]) -> list[Found]:
    """What constructions of the language tell of motives."""
    found: list[Found] = []
    for aim in motive_rules.infinitives(reading):
        for rule in (motive_rules.purpose, motive_rules.trying, motive_rules.meant, motive_rules.way, motive_rules.lets):
            if (hit := rule(reading, aim)) is not None:
                found.append(hit)
                break
    return [
        *found,
        *motive_rules.gerunds(reading),
        *motive_rules.reasons(reading),
        *motive_rules.hopes(reading),
        *motive_rules.past_the_press(reading),
        *motive_rules.where_they_are(reading),
        *motive_context.find(reading, ground, said),
    ]


def marked(
    reading: Reading, appearances: Sequence[AppearanceDraft], said: Sequence[StatementDraft], *, all_: bool = True
) -> tuple[list[Clue], Actors]:
    """The stretches that may tell a motive (`all_`, or only those that can be likely enough), and who tells whose each may be."""
    ground = scene(reading, appearances)
    sentences = Sentences(ground)
    actors = Actors(reading, sentences, motive_actor.main(reading, appearances))
    return list(clues(reading, sentences, constructions(reading, ground, said), said, all_=all_)), actors


def find(reading: Reading, appearances: Sequence[AppearanceDraft], said: Sequence[StatementDraft]) -> list[MotiveDraft]:
    """The motives of the article, in text order; `appearances` are its occasions, for the one in the same sentence."""
    out: list[MotiveDraft] = []
    found, actors = marked(reading, appearances, said, all_=False)
    for c in choose(found, actors.options, needed=QUIET if actors.sentences.scene.is_quiet() else NEEDED):
        span = reading.sentence_span(c.clue.start)
        occasion = next(
            (a for a in appearances if c.actor in (*a.guests, *a.hosts) and any(s < span[1] and span[0] < e for s, e in a.evidence)), None
        )
        rule = c.clue.found[0].rule if c.clue.found else f"motives.{c.clue.kind.replace(' ', '_')}"
        told = reading.speaker(c.clue.start)
        out.append(MotiveDraft(c.actor, c.clue.start, c.clue.end, rule, [span], occasion, told, c.likelihood))
    return out
