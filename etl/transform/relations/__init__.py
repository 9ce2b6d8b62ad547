"""Relations that the article states between entities: by verb, by noun, by account and by audience.

Each module is a set of constructions over one word table; `stated` gathers what they find, `find` adds what fitted weights choose
(`pair_choice`) and notes who says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import Reading
from etl.transform.relations import accounts, audiences, occasions, roles, shows, ties, verbs, verdicts, wordings
from etl.transform.relations.coded import paragraphs
from etl.transform.relations.open_references import PARTY
from etl.transform.relations.pair_choice import choose
from graph.ontology import ontology

GUESTS = ("Person", "Show")


def _clash(draft: RelationDraft, told: dict[tuple[str, int, int], set[str]]) -> bool:
    """Whether another rule knows better what the two are to each other."""

    def rules(predicate: str) -> set[str]:
        return told.get((predicate, id(draft.subject), id(draft.object)), set())

    wording = draft.rule.startswith("relations.wordings.")
    if draft.predicate == "LEADS":  # "its political editor": a part only, which the parse sees and the wording does not
        return wording and "relations.roles.works_for" in rules("WORKS_FOR") and not rules("LEADS") - {draft.rule}
    if draft.predicate == "WORKS_FOR":
        return wording and bool(
            rules("LEADS") - {"relations.wordings.post_leads"} or (PARTY.search(draft.object.name) and rules("MEMBER_OF"))
        )
    if draft.predicate == "MEMBER_OF":
        return wording and bool(rules("WORKS_FOR")) and not PARTY.search(draft.object.name)
    return draft.predicate == "USES" and draft.subject.type == "Show" and wording and bool(rules("AIRS_ON"))


def _agreed(drafts: list[RelationDraft]) -> list[RelationDraft]:
    """Without what another rule's relation of the same two excludes."""
    told: dict[tuple[str, int, int], set[str]] = {}
    for d in drafts:
        told.setdefault((d.predicate, id(d.subject), id(d.object)), set()).add(d.rule)
    return [d for d in drafts if not _clash(d, told)]


PUBLIC_BODY = re.compile(
    r"\b(?:committee|ministry|department|senate|congress|court|government|administration|campaign|council|team|FC|United)\b", re.I
)


def _of_whom(draft: RelationDraft) -> RelationDraft | None:
    """ "Ann Lee's Harbour Party": nobody owns a party, a ministry or a team."""
    if draft.rule != "relations.wordings.whose_company":
        return draft
    if PARTY.search(draft.object.name) or any("party" in role.lower() for role in draft.object.roles):
        draft.predicate = "MEMBER_OF"
    elif PUBLIC_BODY.search(draft.object.name) or (
        draft.object.entry is not None and draft.object.entry.kind in ("sport", "party", "government")
    ):
        return None
    return draft


def worded(reading: Reading, appearances: Sequence[AppearanceDraft]) -> list[RelationDraft]:
    """The relations that rules find, but for those to described groups, which need to know them."""
    shows.introduce(reading)
    drafts = shows.find(reading)
    coded = list(paragraphs(reading))
    hosting = [(d.subject, d.object) for d in (*drafts, *wordings.hosting(reading, coded)) if d.predicate == "HOSTS"]
    hosting += [(h, a.show) for a in appearances if a.show is not None for h in a.hosts if len(a.hosts) == 1]
    if shows.refer(reading, hosting):
        coded = list(paragraphs(reading))
    for module in (roles, ties, verbs, verdicts, accounts):
        drafts += module.find(reading)
    drafts += wordings.find(reading, coded)
    return drafts + occasions.find(reading, appearances, drafts)


def stated(reading: Reading, appearances: Sequence[AppearanceDraft]) -> list[RelationDraft]:
    """The relations that rules find whose ends are of the declared types."""
    drafts = worded(reading, appearances)
    drafts += audiences.find(reading, appearances, drafts)
    drafts = [d for draft in drafts if (d := _of_whom(draft)) is not None]
    for draft in drafts:
        if draft.predicate == "PARTNERED_WITH" and draft.object.type in GUESTS and draft.subject.type not in GUESTS:
            draft.subject, draft.object = draft.object, draft.subject  # a deal is told of the artist or the show
    allowed = ontology()
    kept = [d for d in drafts if d.subject is not d.object and allowed.allows(d.subject.type, d.predicate, d.object.type)]
    return _agreed(kept)


def find(reading: Reading, appearances: Sequence[AppearanceDraft]) -> list[RelationDraft]:
    """All relations of the article, in the order of the text: those that rules find and those that are likely by fitted weights."""
    kept = choose(reading, appearances, stated(reading, appearances))
    for draft in kept:
        # What stands inside somebody's statement is that speaker's claim, not the writer's.
        speaker = reading.speaker(min(draft.evidence)[0])
        draft.attributed_to = speaker if speaker is not draft.subject else None
    return sorted(kept, key=lambda d: min(d.evidence))
