"""Motives: why somebody appears, publishes, chooses a platform or addresses an audience, or declines to.

Constructions of the language tell them. Weights fitted to annotated quotations were tried for reasons that no construction marks; on
articles nobody had read one in twelve of what they added was right, so they were left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.transform import motive_actor, motive_context, motive_rules
from etl.transform.drafts import AppearanceDraft, MotiveDraft, StatementDraft
from etl.transform.motive_rules import Found
from etl.transform.motive_scene import scene
from etl.transform.reading import Reading, Thing

NEAR = 16  # characters between two stretches of one aim, at most


def _kept(found: Sequence[Found], main: Thing | None) -> list[Found]:
    """One aim for each stretch: "bypassing the press and going straight to the people" is one."""
    kept: list[Found] = []
    for f in sorted(found, key=lambda f: (-f.confidence, f.start, f.end)):
        f = f if f.actor is not None else replace(f, actor=main, confidence=f.confidence - 0.15)
        near = (
            k
            for k in kept
            if k.start < f.end + NEAR and f.start < k.end + NEAR and (k.actor is f.actor or (k.start < f.end and f.start < k.end))
        )
        if f.actor is not None and f.actor.type in motive_actor.ACTORS and next(near, None) is None:
            kept.append(f)
    return kept


def find(reading: Reading, appearances: Sequence[AppearanceDraft], said: Sequence[StatementDraft]) -> list[MotiveDraft]:
    """The motives of the article, in text order; `appearances` are its occasions, for the one in the same sentence."""
    found: list[Found] = []
    for aim in motive_rules.infinitives(reading):
        for rule in (motive_rules.purpose, motive_rules.trying, motive_rules.meant, motive_rules.way, motive_rules.lets):
            if (hit := rule(reading, aim)) is not None:
                found.append(hit)
                break
    found += [
        *motive_rules.gerunds(reading),
        *motive_rules.reasons(reading),
        *motive_rules.hopes(reading),
        *motive_rules.past_the_press(reading),
        *motive_rules.where_they_are(reading),
        *motive_context.find(reading, scene(reading, appearances), said),
    ]
    kept = _kept(found, motive_actor.main(reading, appearances))
    out: list[MotiveDraft] = []
    for f in sorted(kept, key=lambda f: (f.start, f.end)):
        assert f.actor is not None
        span = reading.sentence_span(f.start)
        occasion = next(
            (a for a in appearances if f.actor in (*a.guests, *a.hosts) and any(s < span[1] and span[0] < e for s, e in a.evidence)), None
        )
        out.append(MotiveDraft(f.actor, f.start, f.end, f.rule, [span], occasion, reading.speaker(f.start), f.confidence))
    return out
