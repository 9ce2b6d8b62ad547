"""Relations that an occasion implies: who receives guests on a named show hosts it; the lexicon's host, where named, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import NAME, Reading, Thing


def _hosts(occasions: Sequence[AppearanceDraft]) -> Iterator[RelationDraft]:
    for occasion in occasions:
        if occasion.show is None or occasion.kind in ("debate", "town_hall", "rally"):
            continue
        for host in occasion.hosts:
            if host.type in ("Person", "Organization") and all(host is not g for g in occasion.guests):
                yield RelationDraft(host, "HOSTS", occasion.show, "relations.occasions.host", list(occasion.evidence), confidence=0.65)


def _known(reading: Reading) -> Iterator[RelationDraft]:
    """The lexicon knows who hosts the show, and the article names both in one sentence."""
    people = {t.name: t for t in reading.named("Person")}
    for show in reading.named("Show"):
        if show.entry is None:
            continue
        for name in show.entry.properties.get("hosts", "").split("|"):
            host = people.get(name)
            together = _together(reading, show, host) if host is not None else None
            if host is not None and together is not None:
                yield RelationDraft(host, "HOSTS", show, "relations.occasions.known_host", [together], confidence=0.7)


def _together(reading: Reading, show: Thing, host: Thing) -> tuple[int, int] | None:
    """The first sentence in which the show is named and the host is spoken of."""
    for mention in sorted(show.mentions, key=lambda m: m.start):
        if mention.kind != NAME:
            continue
        start, end = reading.sentence_span(mention.start)
        if any(start <= m.start < end for m in host.mentions):
            return start, end
    return None


def find(reading: Reading, occasions: Sequence[AppearanceDraft]) -> list[RelationDraft]:
    """What the article's occasions and the lexicon say together about hosts."""
    return [*_hosts(occasions), *_known(reading)]
