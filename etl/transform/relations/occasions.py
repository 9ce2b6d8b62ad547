"""Relations that an occasion or a name implies: who receives guests on a named show hosts it, and it airs where they were heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import NAME, Mention, Reading, Thing
from graph.records import Span

NEAR = 80  # characters between a host and the show, so that they stand in one clause


def _gap(one: Mention, other: Mention) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _hosts(occasions: Sequence[AppearanceDraft], told: Sequence[RelationDraft]) -> Iterator[RelationDraft]:
    """The hosts of occasions on a show, unless the lexicon knows of others, the article tells who hosts it or that the same one was a "
    "guest there."""
    known = {id(d.object) for d in told if d.predicate == "HOSTS"}
    for occasion in occasions:
        show = occasion.show
        if show is None or id(show) in known or occasion.kind in ("debate", "town_hall", "rally") or len(occasion.hosts) > 2:
            continue
        guests = {id(g) for o in occasions if o.show is show for g in o.guests}
        for host in occasion.hosts:
            near = any(_gap(m, n) <= NEAR for m in host.mentions for n in show.mentions)
            known_other = show.entry is not None and host.name not in show.entry.properties.get("hosts", "").split("|")
            if near and not known_other and host.type in ("Person", "Organization") and id(host) not in guests:
                yield RelationDraft(host, "HOSTS", show, "relations.occasions.host", list(occasion.evidence), confidence=0.6)


def _channels(occasions: Sequence[AppearanceDraft], told: Sequence[RelationDraft]) -> Iterator[RelationDraft]:
    """Where occasions on a show went out, unless the article tells where the show does."""
    known = {id(d.subject) for d in told if d.predicate == "AIRS_ON"}
    for occasion in occasions:
        show = occasion.show
        if show is None or id(show) in known or occasion.status == "declined":
            continue
        for channel in occasion.platforms:
            spots = [m for m in (*channel.mentions, *show.mentions) if any(s <= m.start < e for s, e in occasion.evidence)]
            named = any(m in channel.mentions for m in spots) and any(m in show.mentions for m in spots)
            if named and any(_gap(m, n) <= 2 * NEAR for m in channel.mentions for n in show.mentions):
                yield RelationDraft(show, "AIRS_ON", channel, "relations.occasions.channel", list(occasion.evidence), confidence=0.5)


def _posting(occasions: Sequence[AppearanceDraft]) -> Iterator[RelationDraft]:
    """Who published a video or message of their own somewhere has an account there."""
    for occasion in occasions:
        alone = occasion.kind == "post" and occasion.show is None and not occasion.hosts and occasion.status == "occurred"
        for user in occasion.guests if alone else ():
            for platform in occasion.platforms:
                yield RelationDraft(user, "USES", platform, "relations.occasions.posting", list(occasion.evidence), confidence=0.55)


def _known(reading: Reading) -> Iterator[RelationDraft]:
    """The lexicon knows who hosts the show, and the article names both."""
    people = {t.name: t for t in reading.named("Person")}
    for show in reading.named("Show"):
        if show.entry is None:
            continue
        for name in show.entry.properties.get("hosts", "").split("|"):
            host = people.get(name)
            if host is not None and host.mentions and show.mentions:
                yield RelationDraft(host, "HOSTS", show, "relations.occasions.known_host", _where(reading, show, host), confidence=0.7)


def _where(reading: Reading, one: Thing, other: Thing) -> list[Span]:
    """The first sentence in which both are spoken of, else the first of each."""
    places = [[reading.sentence_span(m.start) for m in sorted(t.mentions, key=lambda m: m.start)] for t in (one, other)]
    both = set(places[0]).intersection(places[1])
    return [min(both)] if both else sorted({places[0][0], places[1][0]})


def _listening(reading: Reading) -> Iterator[RelationDraft]:
    """Where a service for listening is named in the sentence in which a show is, or in the one behind, the show is to be had there."""
    for service in reading.named("Platform"):
        if service.entry is None or service.entry.kind != "audio":
            continue
        for mention in sorted(service.mentions, key=lambda m: m.start):
            start, end = reading.sentence_span(mention.start)
            near = reading.within(start, end, ("Show",)) or reading.within(reading.sentence_span(max(0, start - 2))[0], start, ("Show",))
            if mention.kind == NAME and len({id(t) for _, t in near}) == 1:
                evidence = sorted({(start, end), reading.sentence_span(near[0][0].start)})
                yield RelationDraft(near[0][1], "AIRS_ON", service, "relations.occasions.listening", evidence, confidence=0.45)


def _titled(reading: Reading) -> Iterator[RelationDraft]:
    """ "Late Enough with Gil Lee", "The Gil Lee Show": the person whom a show's title names, where the article names them elsewhere, too."""
    for show in reading.named("Show"):
        titles = {(m.start, m.end) for m in show.mentions}
        for person in reading.named("Person"):
            if person.name not in show.name or " " not in person.name or len(person.name) >= len(show.name):
                continue
            if any(not any(start <= m.start < end for start, end in titles) for m in person.mentions if m.kind == NAME) and titles:
                evidence = [reading.sentence_span(show.mentions[0].start)]
                yield RelationDraft(person, "HOSTS", show, "relations.occasions.titled", evidence, confidence=0.7)


def find(reading: Reading, occasions: Sequence[AppearanceDraft], told: Sequence[RelationDraft]) -> list[RelationDraft]:
    """What the article's occasions and the lexicon say about hosts and channels, beside the relations that are `told`."""
    return [
        *_hosts(occasions, told),
        *_channels(occasions, told),
        *_posting(occasions),
        *_known(reading),
        *_titled(reading),
        *_listening(reading),
    ]
