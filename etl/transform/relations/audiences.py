"""Whom somebody wants to reach, and whom somebody reaches: TARGETS and HAS_AUDIENCE."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import Reading, Thing
from etl.transform.relations.group_choice import choose, likely
from etl.transform.relations.group_cues import candidates
from etl.transform.relations.group_hearing import GroupHearing
from etl.transform.relations.groups import groups

BUSINESS = re.compile(
    r"\b(?:chief|CEO|CFO|COO|spokes\w+|officer|director|manager|president|founder|co-founder|strategist|head|publisher|producer|executive|"
    r"organi[sz]er|advis[eo]r|chair\w*|boss|MD)\b",
    re.I,
)
PUBLIC_OFFICE = re.compile(r"\b(?:candidate|minister|mayor|senator|governor|presidential|MP|deputy|leader)\b", re.I)


def principals(told: Sequence[RelationDraft]) -> Mapping[int, Thing]:
    """For whom those who hold a post in a company or campaign speak, by the identity of the one who speaks: their aims are its aims."""
    out: dict[int, Thing] = {}
    for draft in told:
        roles = " ".join(draft.subject.roles)
        if (
            draft.predicate in ("WORKS_FOR", "LEADS", "FOUNDED")
            and draft.object.type in ("Organization", "Outlet", "Platform")
            and BUSINESS.search(roles)
            and not PUBLIC_OFFICE.search(roles)
        ):
            out.setdefault(id(draft.subject), draft.object)
    return out


def find(reading: Reading, occasions: Sequence[AppearanceDraft], told: Sequence[RelationDraft]) -> list[RelationDraft]:
    """The groups of people that are somebody's aim or public; each is taken up in the reading.

    Args:
        occasions: the article's appearances.
        told: its other relations, for whom people speak.
    """
    out: list[RelationDraft] = []
    if not (found := groups(reading)):
        return out
    for chosen in choose(candidates(reading, found, occasions, principals(told), GroupHearing(reading, occasions), likely)):
        group = chosen.group
        audience = reading.described("Audience", group.name, group.start, group.end)
        evidence = [reading.sentence_span(group.start)]
        for predicate, whose, chance in chosen.relations:
            rule = f"relations.audiences.{predicate.lower()}"
            out.append(RelationDraft(whose, predicate, audience, rule, list(evidence), confidence=round(chance, 2)))
    return out
