"""Appearances: the occasions on which somebody speaks or shows up through media or before an audience."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.transform.appearances import cues
from etl.transform.appearances.completion import complete, kind_of
from etl.transform.appearances.duplicates import unite
from etl.transform.appearances.filling import refill
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.kind_cues import kind_cues
from etl.transform.appearances.merging import consolidate
from etl.transform.appearances.occasion_hearing import OccasionHearing
from etl.transform.appearances.options import Option, Options
from etl.transform.appearances.programmes import Programmes, programmes
from etl.transform.appearances.receivers import receive
from etl.transform.appearances.records import records_of
from etl.transform.appearances.slot_hearing import heard
from etl.transform.appearances.spots import Spots
from etl.transform.appearances.status_cues import status_cues
from etl.transform.appearances.topic_choice import take_up
from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import Reading, Thing
from etl.transform.weighing import Sums

# Of ten records that a rule begins, how many are an occasion with the right guest and at least half of their slots right: measured on 46
# gold articles (benchmark articles and those of the own corpus that rules may be written on).
RELIABILITY = {
    "appearances.venue": 0.9, "appearances.told": 0.85, "appearances.received": 0.85, "appearances.held": 0.8, "appearances.guest": 0.8,
    "appearances.calendar": 0.75, "appearances.conversation": 0.75, "appearances.debate": 0.75, "appearances.alone": 0.7, "appearances.noun": 0.7,
    "appearances.refused": 0.7, "appearances.posted": 0.65, "appearances.backed-out": 0.5,
}  # fmt: skip
LOOSE, LOOSE_AND_MORE = 0.5, 0.6  # told loosely only, or also by a construction later on


@dataclass(frozen=True, slots=True)
class Occasions:
    """The occasions of an article as rules find them, and what it says of shows and hosts at large; `drafts` go with `records` one by one."""

    known: Programmes
    records: list[Frame]
    drafts: list[AppearanceDraft]


def find(reading: Reading) -> Occasions:
    """The occasions that the article tells of, one record each, in the order of their first mention."""
    known = programmes(reading)
    spots = Spots(reading, known)
    hearing = OccasionHearing(reading, spots)
    records = told_of(reading, known, spots, hearing)
    take_up(reading, records, hearing)
    return Occasions(known, records, [draft(record, kind_of(reading, record, known)) for record in records])


def told_of(reading: Reading, known: Programmes, spots: Spots, hearing: OccasionHearing | None) -> list[Frame]:
    """The records, with the topics that constructions give them; arguments as for `records_of`."""
    records = records_of(reading, known, spots, hearing)
    for record in records:
        complete(reading, record, known)
        receive(reading, record, [r for r in records if r is not record])
    return [r for r in consolidate(records) if r.guests or (r.hosts and r.rule == "appearances.calendar")]


def fill(reading: Reading, found: Occasions, told: Sequence[RelationDraft]) -> None:
    """Choose anew what fills the slots of the occasions, once it is known what the article tells of shows and people, and unite those told twice.

    Args:
        reading: the article.
        found: what `find` has found in it; changed in place.
        told: its relations.
    """
    choose_slots(reading, found, told)
    kept = unite(reading, found.records, found.drafts)
    found.records[:], found.drafts[:] = [found.records[n] for n in kept], [found.drafts[n] for n in kept]


def choose_slots(reading: Reading, found: Occasions, told: Sequence[RelationDraft]) -> None:
    """Choose anew what fills the slots of the occasions' drafts; arguments as for `fill`."""
    sums = Sums()
    for n, given in enumerate(heard(reading, found.records, found.drafts, options(reading, found, told))):
        record, mine = found.records[n], found.drafts[n]
        kind = list(kind_cues(reading, found.known, record, mine.kind, found.records))
        refill(mine, given, kind, list(status_cues(reading, record, mine.kind)), sums)


def options(reading: Reading, found: Occasions, told: Sequence[RelationDraft]) -> list[list[Option]]:
    """What may fill the slots of each of the occasions; those without a show get the only one of their hosts before."""
    for record, mine in zip(found.records, found.drafts, strict=True):
        record.show = mine.show = record.show or only_show(record, mine.kind, told)
    near = Options(reading, found.known, found.records, told)
    return [list(near.of(record, mine.kind)) for record, mine in zip(found.records, found.drafts, strict=True)]


def only_show(record: Frame, kind: str, told: Sequence[RelationDraft]) -> Thing | None:
    """The one show that the hosts of the record have, where it may have been on one."""
    if kind in (*cues.LIVE_KINDS, "post") or record.place is not None:
        return None
    shows = {id(t.object): t.object for t in told if t.predicate == "HOSTS" and any(t.subject is h for h in record.hosts)}
    return next(iter(shows.values())) if len(shows) == 1 else None


def draft(record: Frame, kind: str) -> AppearanceDraft:
    """The record as a draft of a fact."""
    return AppearanceDraft(
        kind=kind, rule=record.rule, status=record.status, guests=record.guests, hosts=record.hosts, show=record.show, platforms=record.platforms,
        place=record.place, date=record.date, date_text=record.date_text, duration_minutes=record.minutes, topics=record.topics,
        evidence=sorted(set(record.evidence)), slot_evidence=record.slot_evidence,
        confidence=RELIABILITY.get(record.rule, LOOSE_AND_MORE if record.confidence > LOOSE else record.confidence),
    )  # fmt: skip
