"""Records that tell of one occasion brought together, once it is known what fills their slots.

`merging.py` brings tellings together as the article is read, by what each says itself. Here whole records are compared, and fitted weights say how
likely two are one occasion; `benchmarks/fit_duplicates.py` fits the weights in `duplicate_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from etl.transform.appearances.duplicate_cues import Told, on_two_shows, pairs, told
from etl.transform.appearances.duplicate_weights import BASE, WEIGHTS
from etl.transform.appearances.frames import Frame, join, without
from etl.transform.drafts import AppearanceDraft
from etl.transform.reading import Reading
from etl.transform.weighing import likelihood

NEEDED = 0.6  # how likely two records must be one occasion
FEWEST = (
    8  # sentences of an article in which records are compared: the weights have learnt from long ones, and shorter ones hardly tell twice
)


def unite(reading: Reading, records: Sequence[Frame], drafts: Sequence[AppearanceDraft]) -> list[int]:
    """Bring together those of `drafts` that are likely of one occasion: the fuller of two takes up what it lacks.

    Args:
        reading: the article.
        records: the frames of the drafts.
        drafts: changed in place.

    Returns:
        The numbers of those that stay, in order.
    """
    if len(reading.sentences) < FEWEST:
        return list(range(len(drafts)))
    these = told(reading, records, drafts)
    chances = {(i, j): likelihood(cues, BASE, WEIGHTS) for i, j, cues in pairs(reading, these)}
    groups = {n: [n] for n in range(len(these))}  # by the one that stays
    into = list(groups)
    for (one, two), chance in sorted(chances.items(), key=lambda c: (-c[1], c[0])):
        if chance < NEEDED:
            break
        i, j = into[one], into[two]
        # Either may have taken up a show since they were compared.
        if i != j and not on_two_shows(drafts[i], drafts[j]) and _alike(groups[i], groups[j], chances):
            kept, left = (i, j) if _worth(these[i]) >= _worth(these[j]) else (j, i)
            take_up(drafts[kept], drafts[left])
            groups[kept] += groups.pop(left)
            for n in groups[kept]:
                into[n] = kept
    return sorted(groups)


def _alike(some: Sequence[int], others: Sequence[int], chances: Mapping[tuple[int, int], float]) -> bool:
    """Whether the records of two groups are likely enough of one occasion in the mean (average linkage, Sokal and Michener 1958).

    By the best two of them, a vague record would bring together all that are like it.
    """
    all_ = [chances.get((min(n, m), max(n, m)), 0.0) for n in some for m in others]
    return sum(all_) >= NEEDED * len(all_)


def _worth(one: Told) -> tuple[int, float]:
    return one.size, one.draft.confidence


def take_up(draft: AppearanceDraft, other: AppearanceDraft) -> None:
    """Fill the slots that `draft` lacks with those of `other`, which tells of the same occasion."""
    known = [*draft.guests, *draft.hosts]
    for slot in ("guests", "hosts"):
        if not getattr(draft, slot):
            join(getattr(draft, slot), without(getattr(other, slot), known))
    for slot in ("platforms", "topics"):
        if not getattr(draft, slot):
            join(getattr(draft, slot), getattr(other, slot))
    for slot in ("show", "place", "duration_minutes"):
        if getattr(draft, slot) is None:
            setattr(draft, slot, getattr(other, slot))
    if draft.date is None:
        draft.date, draft.date_text = other.date, other.date_text
        draft.slot_evidence["date"] = other.slot_evidence.get("date", [])
    draft.evidence = sorted({*draft.evidence, *other.evidence})
    draft.confidence = max(draft.confidence, other.confidence)
