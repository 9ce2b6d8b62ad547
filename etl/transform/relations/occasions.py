"""Relations that an occasion or a name implies: who receives guests on a named show hosts it; two who debate for votes are opponents."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from etl.transform.drafts import AppearanceDraft, RelationDraft
from etl.transform.reading import NAME, Mention, Reading, Thing
from graph.records import Span

# Where these words stand, a debate of two is one for votes.
ELECTION = frozenset("election vote votes voters candidate candidates ballot nominee runoff run-off presidential campaign".split())


VOTES = 3  # words of an election that an article about one has at least
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


def _namesakes(reading: Reading) -> Iterator[RelationDraft]:
    """Two people of one surname are family: an article that names both by full name says so somewhere."""
    by_surname: dict[str, list[Thing]] = {}
    for person in reading.named("Person"):
        if " " in person.name and person.mentions and len(person.surname) > 2:
            by_surname.setdefault(person.surname.casefold(), []).append(person)
    for people in by_surname.values():
        if len(people) == 2:
            one, other = people
            yield RelationDraft(one, "RELATED_TO", other, "relations.occasions.namesakes", _where(reading, one, other), confidence=0.55)


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
    """ "Late Enough with Gil Lee": the person whom a show's title names, where the article names them too."""
    for show in reading.named("Show"):
        for person in reading.named("Person"):
            if person.name in show.name and " " in person.name and len(person.name) < len(show.name) and show.mentions:
                evidence = [reading.sentence_span(show.mentions[0].start)]
                yield RelationDraft(person, "HOSTS", show, "relations.occasions.titled", evidence, confidence=0.7)


POLITICAL = re.compile(
    r"\b(?:leader|minister|premier|president|chancellor|candidate|nominee|senator|governor|mayor|MP|lawmaker|councillor|congress\w*|"
    r"representative|politician|incumbent|deputy)\b",
    re.I,
)


def _is_politician(person: Thing) -> bool:
    return (person.entry is not None and person.entry.kind == "politician") or any(POLITICAL.search(role) for role in person.roles)


def _opponents(reading: Reading, occasions: Sequence[AppearanceDraft]) -> Iterator[RelationDraft]:
    """The two of an election debate: a debate in a paragraph that speaks of votes."""
    for occasion in occasions:
        people = [g for g in occasion.guests if g.type == "Person"]
        if occasion.kind != "debate" or len(people) != 2 or not occasion.evidence:
            continue
        start, end = min(occasion.evidence)
        first, last = reading.text.rfind("\n", 0, start) + 1, reading.text.find("\n", end)
        votes = ELECTION & {t.lower_ for t in reading.tokens(first, last if last > 0 else len(reading.text))}
        told = len(votes) > 1 or (votes and len(reading.with_form(ELECTION)) >= VOTES)
        if told or all(_is_politician(p) for p in people):
            yield RelationDraft(people[0], "OPPONENT_OF", people[1], "relations.occasions.debate", list(occasion.evidence), confidence=0.6)


RUNNING = re.compile(
    r"(?:,? (?:who|which))?(?: is| was| has been| will be| intends to be| will| are)?(?: also| now| again| once more)? ?(?:running (?:for|against|to)|"
    r"standing (?:for|against|in)|seeking (?:a (?:second|third|fourth|new)|re-?election|another)|re-?elected|bidding for|challenging|campaigning (?:for|to)|"
    r"stood for|ran for|hoping to (?:unseat|become|succeed))"
)
CANDIDATE = re.compile(r"\b(?:candidate|nominee|challenger|incumbent|contender|hopeful|opponent|front-?runner)\b", re.I)
NO_RIVAL = re.compile(r"\b(?:vice|deputy|former|running mate|ex-|lieutenant)\b", re.I)


def _candidates(reading: Reading) -> Iterator[RelationDraft]:
    """The two whom an article about a vote calls candidates, or of whom it says that they run."""
    if len(reading.with_form(ELECTION)) < VOTES:
        return
    running: list[Thing] = []
    for person in reading.named("Person"):
        roles = [r for r in person.roles if CANDIDATE.search(r) and not NO_RIVAL.search(r)]
        if roles or any(RUNNING.match(reading.text, m.end) for m in person.mentions):
            running.append(person)
    if len(running) == 2:
        one, other = sorted(running, key=lambda t: t.mentions[0].start)
        evidence = [reading.sentence_span(t.mentions[0].start) for t in (one, other)]
        yield RelationDraft(one, "OPPONENT_OF", other, "relations.occasions.candidates", sorted(set(evidence)), confidence=0.5)


def find(reading: Reading, occasions: Sequence[AppearanceDraft], told: Sequence[RelationDraft]) -> list[RelationDraft]:
    """What the article's occasions and the lexicon say about hosts and opponents, beside the relations that are `told`."""
    return [
        *_hosts(occasions, told),
        *_channels(occasions, told),
        *_posting(occasions),
        *_known(reading),
        *_titled(reading),
        *_namesakes(reading),
        *_listening(reading),
        *_opponents(reading, occasions),
        *_candidates(reading),
    ]
