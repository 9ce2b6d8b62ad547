"""What was talked about, and on which occasion: the candidates of an article weighed by fitted tables.

How likely a candidate is a topic is told by a logistic model over its cues, on which occasion, if any, by a conditional logistic model over
the cues of all that the article tells of. `benchmarks/fit_topics.py` fits the weights in `topic_weights.py` to annotated articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from etl.transform.appearances.frames import Frame
from etl.transform.appearances.occasion_hearing import OccasionHearing
from etl.transform.appearances.topic_cues import Candidate, candidates
from etl.transform.appearances.topic_scene import Owner, Scene
from etl.transform.appearances.topic_weights import BASE, OWNER, TOPIC
from etl.transform.reading import Reading, content_words
from etl.transform.topics import spans
from etl.transform.weighing import likelihood, shares
from graph.records import Span

NEEDED, NEEDED_WITH_OCCASION, NEEDED_OF_BOTH = 0.4, 0.3, 0.25


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of cues.

    Attributes:
        base: what a candidate without any cue has.
        topic: by cue of a candidate, that it is a topic.
        owner: by cue of an occasion, that it was talked about there.
    """

    base: float
    topic: Mapping[str, float]
    owner: Mapping[str, float]


FITTED = Weights(BASE, TOPIC, OWNER)
Owners = Callable[[Candidate], Sequence[Owner]]


@dataclass(frozen=True, slots=True, eq=False)
class Chosen:
    """A topic: the candidate, and the number of the occasion on which it was talked about, None where it is none that is told."""

    candidate: Candidate
    occasion: int | None


def marked(
    reading: Reading, records: Sequence[Frame], hearing: OccasionHearing | None, *, all_: bool = False
) -> tuple[list[Candidate], Scene]:
    """The candidates of an article with where it tells of its occasions.

    Args:
        reading: the article.
        records: its occasions, with the topics that the constructions give them.
        hearing: asks the network about candidates; None while that is still to be trained.
        all_: also candidates that are not worth weighing.
    """
    scene = Scene(reading, records)
    told = {(m.start, m.end) for t in reading.named("Topic") for m in t.mentions}
    for sent in reading.sentences:
        told.update(spans(reading, sent.start_char, sent.end_char))
    apart: list[Span] = []
    for start, end in sorted(told):
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return list(candidates(reading, apart, scene, hearing, all_=all_)), scene


def choose(
    reading: Reading,
    found: Iterable[Candidate],
    owners: Owners,
    weights: Weights | None = None,
    needed: tuple[float, float, float] = (NEEDED, NEEDED_WITH_OCCASION, NEEDED_OF_BOTH),
) -> list[Chosen]:
    """The topics, the likeliest first; none that has only words of another, or all of them.

    Args:
        reading: the article.
        found: its candidates.
        owners: tells each occasion by number with its cues for a candidate, and last those for none; only asked for likely candidates.
        weights: the weights of cues, if not those that are kept.
        needed: how likely a topic must be without an occasion, how likely with one, and how likely it and its occasion together.
    """
    weights = weights or FITTED
    alone, topic, both = needed
    likely = [(chance, c) for c in found if (chance := likelihood(c.cues, weights.base, weights.topic)) >= min(alone, topic)]
    out: list[Chosen] = []
    taken: dict[str, list[frozenset[str]]] = {}  # by each word of theirs those of the topics
    for chance, c in sorted(likely, key=lambda x: (-x[0], x[1].option.start)):
        key = content_words(reading.text[c.option.start : c.option.end])
        if not key or any(key <= other or other <= key for word in key for other in taken.get(word, ())):
            continue
        options = owners(c)
        *each, _ = shares([cues for _, cues in options], weights.owner)
        best = max(each, default=0.0)
        occasion = options[each.index(best)][0] if chance * best >= both else None
        if occasion is not None or chance >= alone:
            for word in key:
                taken.setdefault(word, []).append(key)
            out.append(Chosen(c, occasion))
    return out


def take_up(reading: Reading, records: Sequence[Frame], hearing: OccasionHearing) -> None:
    """Give each occasion the topics that were talked about on it, and note in the reading those of occasions that are not told."""
    found, scene = marked(reading, records, hearing)
    chosen = choose(reading, found, scene_owners(scene))
    for record in records:
        record.topics = []
    for c in sorted(chosen, key=lambda c: c.candidate.option.start):
        start, end = c.candidate.option.start, c.candidate.option.end
        topic = reading.described("Topic", reading.text[start:end], start, end)
        (reading.talked_about if c.occasion is None else records[c.occasion].topics).append(topic)


def scene_owners(scene: Scene) -> Owners:
    """What tells the cues of each occasion of `scene` for a candidate."""
    return lambda c: scene.owners(c.option, c.lead, c.subject)
