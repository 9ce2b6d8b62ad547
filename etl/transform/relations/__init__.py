"""Relations that the article states between entities: by verb, by noun, by account and by audience.

Each module is a set of constructions over one word table; `find` gathers what they find and notes who says so.
"""

from __future__ import annotations

from collections.abc import Sequence

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import Reading
from etl.transform.relations import accounts, audiences, occasions, publics, roles, shows, ties, verbs, verdicts, wordings
from graph.ontology import ontology

GUESTS = ("Person", "Show")


def find(reading: Reading, appearances: Sequence[AppearanceDraft]) -> list[RelationDraft]:
    """All relations of the article whose ends are of the declared types, in the order of the text."""
    shows.introduce(reading)
    drafts: list[RelationDraft] = []
    for module in (roles, ties, verbs, verdicts, shows, accounts, audiences, wordings, publics):
        drafts += module.find(reading)
    drafts += occasions.find(reading, appearances, drafts)
    for draft in drafts:
        if draft.predicate == "PARTNERED_WITH" and draft.object.type in GUESTS and draft.subject.type not in GUESTS:
            draft.subject, draft.object = draft.object, draft.subject  # a deal is told of the artist or the show
    allowed = ontology()
    kept = [d for d in drafts if d.subject is not d.object and allowed.allows(d.subject.type, d.predicate, d.object.type)]
    for draft in kept:
        # What stands inside somebody's statement is that speaker's claim, not the writer's.
        speaker = reading.speaker(min(draft.evidence)[0])
        draft.attributed_to = speaker if speaker is not draft.subject else None
    return sorted(kept, key=lambda d: min(d.evidence))
