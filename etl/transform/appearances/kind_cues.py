"""What a record shows of its kind: the words of its sentences, what fills its slots, what the other records of the article are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.transform.appearances import slots
from etl.transform.appearances.frames import Frame
from etl.transform.appearances.programmes import Programmes, is_broadcaster
from etl.transform.appearances.telling_cues import WIDE
from etl.transform.reading import Reading

SENTENCES = 4  # of a record, that are looked at
# What is said of media, gatherings and talk, whatever the occasion.
WORDS = frozenset(
    """podcast podcaster pod vodcast episode stream livestream live-stream webcast streamer channel live radio tv television station broadcaster broadcast network air
    programme program show series couch sofa studio desk breakfast morning evening late-night tonight bulletin newscast news phone-in caller call
    interview interviewer sit-down conversation chat discussion panel panellist panelist q&a exchange question answer host presenter anchor moderator
    debate hustings forum rival opponent lectern rally crowd supporter march speech keynote address lecture sermon stage audience hall town theatre theater
    conference convention summit festival fair gala church university commencement graduation event congress parliament
    video clip reel short vlog post tweet thread message statement letter essay film footage camera microphone recording tape tour visit press briefing hearing
    listener viewer follower subscriber spectator download view ticket space game ban account advert advertisement deal contract poll report minute hour
    guest appear appearance turn slot segment spot cameo return join sit talk speak tell say give grant hold host record release publish upload
    invite invitation decline refuse cancel schedule due will would""".split()
)
IN_NAMES = frozenset(
    "podcast radio tv news live tonight show hour morning breakfast late night today report daily club room talk stream fm channel".split()
)


def kind_cues(reading: Reading, known: Programmes, record: Frame, kind: str, others: Sequence[Frame]) -> Iterator[str]:
    """The cues of the record.

    Args:
        reading: the article.
        known: what it says of shows and hosts at large.
        record: the occasion.
        kind: the kind that rules give it.
        others: all the occasions of the article.
    """
    yield f"by rule {kind}"
    yield f"rule {record.rule}"
    yield f"status {record.status}"
    for said in sorted({k for k in record.kinds if k}):
        yield f"said {said}"
    yield from _of_slots(reading, known, record)
    yield from _of_words(reading, record)
    yield from _of_others(record, others)


def _of_slots(reading: Reading, known: Programmes, record: Frame) -> Iterator[str]:
    for slot in ("guests", "hosts", "platforms", "topics"):
        yield f"{slot} {min(len(getattr(record, slot)), 2)}"
    for slot in ("show", "place", "date", "minutes"):
        yield f"{slot} filled" if getattr(record, slot) else f"no {slot}"
    if record.date:
        yield f"length of date {len(record.date)}"
    if record.show is not None:
        yield f"show's kind {known.kinds.get(record.show, '')}"
        yield "show in lexicon" if record.show.entry is not None else "show not in lexicon"
        yield f"show often {min(len(record.show.mentions), 3)}"
        yield from sorted({f"word {w} in show" for w in record.show.name.lower().split() if w in IN_NAMES})
    for host in record.hosts[:2]:
        yield f"host presents {known.presenters[host]}" if host in known.presenters else "host presents nothing"
        yield f"host {host.type}"
    for guest in record.guests[:2]:
        yield f"guest {guest.type}"
        yield f"guest often {min(len(guest.mentions), 4)}"
        if known.hosts_anything(guest):
            yield "guest presents"
    for platform in record.platforms[:3]:
        yield "broadcaster" if is_broadcaster(reading, platform) else platform.type
        if platform.type == "Platform":
            yield f"on {platform.name}"


def _of_words(reading: Reading, record: Frame) -> Iterator[str]:
    at = record.at
    yield f"verb {WIDE.get(at.lemma_.lower(), 'other')}" if at.pos_ in ("VERB", "AUX") else f"at {at.pos_}"
    yield f"tag {at.tag_}"
    yield f"dep {at.dep_}"
    if at.lemma_.lower() in WORDS:
        yield f"at {at.lemma_.lower()}"
    for noun in record.nouns[:3]:
        yield f"noun {noun.lemma_.lower()}"
        yield f"noun dep {noun.dep_}"
    if slots.in_quote(reading, at):
        yield "quoted"
    clause: set[str] = set()
    for token in record.tokens[:60]:
        lemma = reading.lemmas[token.i]
        if lemma in WORDS:
            clause.add(lemma)
    yield from (f"clause {w}" for w in sorted(clause))
    said: set[str] = set()
    for start, end in sorted(set(record.evidence))[:SENTENCES]:
        said.update(w for t in reading.tokens(start, end) if (w := reading.lemmas[t.i]) in WORDS)
    yield from (f"sentence {w}" for w in sorted(said))


def _of_others(record: Frame, others: Sequence[Frame]) -> Iterator[str]:
    yield f"records {min(len(others), 6)}"
    kinds = [k for o in others if o is not record for k in o.kinds if k]
    if kinds:
        yield f"others are {max(sorted(set(kinds)), key=kinds.count)}"
