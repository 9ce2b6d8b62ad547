"""Fits the weights of topics to annotated articles: logistic regression with a ridge penalty.

A candidate is a topic where it is the same description as an annotated one. Of several that are, only the likeliest by weights fitted
before, and what is likelier than not, are learnt from: the article says the same words elsewhere, too, where nobody talks about it. On
which occasion it was talked about is learnt from the candidates that are topics. Articles of the split `unread` are never learnt from;
`check` fits without each sixth of the articles in turn and prints the score on the rest for some levels of likelihood.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.fitting import Replacement, Value, conditional, folds, logistic, scored
from etl.evaluate.gold import Gold
from etl.evaluate.likeness import pairs, same_description
from etl.evaluate.verdicts import Names, agreement, placed, slots_of
from etl.transform import appearances
from etl.transform.appearances import topic_choice
from etl.transform.appearances.completion import kind_of
from etl.transform.appearances.occasion_hearing import OccasionHearing
from etl.transform.appearances.programmes import programmes
from etl.transform.appearances.spots import Spots
from etl.transform.appearances.topic_choice import Weights, choose, marked
from etl.transform.appearances.topic_cues import Candidate
from etl.transform.appearances.topic_scene import Owner
from etl.transform.assembly import Drafts, assemble
from etl.transform.drafts import AppearanceDraft
from etl.transform.pipeline import hear, reading_of
from etl.transform.reading import Reading
from etl.transform.weighing import likelihood

RIDGE, OWNER_RIDGE, SEEN = 12.0, 6.0, 8  # penalties, candidates that a cue must stand on
SMALLEST = 0.05  # weights nearer to nothing are left out
FITS = 2  # the first has no weights to tell the likeliest by
LIKELY, WORTH = 0.5, 0.15  # how likely a further candidate is that is learnt from, and one whose occasion is
FOLDS = 6
MODULE = "appearances/topic_weights"
TOLD = "The weights of the cues of topics (`topic_choice.py`), fitted by `benchmarks/fit_topics.py`."
LEVELS = ((0.3, 0.25, 0.2), (0.35, 0.25, 0.2), (0.4, 0.3, 0.25))


@dataclass(frozen=True, slots=True)
class Wanted:
    """An annotated topic: its names, the numbers of the annotated occasions on which it was talked about, whether it is optional."""

    names: tuple[str, ...]
    occasions: frozenset[int]
    optional: bool

    def like(self, phrase: str) -> float:
        """How surely `phrase` is the same."""
        return max(same_description(name, phrase) for name in self.names)


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """An article's candidates and what is to be found.

    Attributes:
        reading: the article.
        candidates: its candidates.
        owners: for each of them the occasions by number with their cues, and last those of none.
        topics: the number of the annotated topic that each of them is, or None.
        wanted: the annotated topics.
        occasions: by number of an occasion that was found the number of the annotated one.
        optional: the numbers of the annotated occasions that are optional.
        weighed: those of the candidates that are weighed when an article is read; the others are learnt from only.
    """

    reading: Reading
    candidates: tuple[Candidate, ...]
    owners: tuple[list[Owner], ...]
    topics: tuple[int | None, ...]
    wanted: tuple[Wanted, ...]
    occasions: Mapping[int, int]
    optional: frozenset[int]
    weighed: tuple[Candidate, ...]


def text_of(gold: Gold) -> Text:
    """The candidates of an article."""
    reading = reading_of(gold.article)
    hear(reading)
    return text(gold, reading, heard=True)


def text(gold: Gold, reading: Reading, *, heard: bool) -> Text:
    """The candidates of an article of which it is known who speaks; `heard` says whether what the network says is to be among their cues."""
    known = programmes(reading)
    spots = Spots(reading, known)
    hearing = OccasionHearing(reading, spots) if heard else None
    records = appearances.told_of(reading, known, spots, hearing)
    found, scene = marked(reading, records, hearing, all_=True)
    weighed = {(c.option.start, c.option.end) for c in marked(reading, records, hearing)[0]}
    annotated = tuple(
        Wanted((e.name, *e.aliases), frozenset(n for n, a in enumerate(gold.facts.appearances) if e.name in a.topics), optional)
        for number, e in enumerate(gold.facts.entities)
        if e.type == "Topic"
        for optional in (gold.is_optional("entities", number),)
    )
    for record in records:
        record.topics = []
    return Text(
        reading,
        tuple(found),
        tuple(scene.owners(c.option, c.lead, c.subject) for c in found),
        tuple(_topic(annotated, reading.text[c.option.start : c.option.end]) for c in found),
        annotated,
        _occasions(gold, reading, [appearances.draft(r, kind_of(reading, r, known)) for r in records]),
        frozenset(n for n in range(len(gold.facts.appearances)) if gold.is_optional("appearances", n)),
        tuple(c for c in found if (c.option.start, c.option.end) in weighed),
    )


def _topic(annotated: Sequence[Wanted], phrase: str) -> int | None:
    """The number of the annotated topic that `phrase` is."""
    likely = [(w.like(phrase), -n) for n, w in enumerate(annotated)]
    share, number = max(likely, default=(0.0, 0))
    return -number if share else None


def _occasions(gold: Gold, reading: Reading, drafts: Sequence[AppearanceDraft]) -> dict[int, int]:
    """By number of a draft the number of the annotated occasion that it tells of, as the score pairs them but for topics."""
    out: dict[int, int] = {}
    facts = assemble(reading, Drafts(appearances=drafts), "")
    names = Names(gold, facts)
    order = sorted(range(len(drafts)), key=lambda n: (min(drafts[n].evidence, default=(0, 0)), drafts[n].rule))
    annotated = [frozenset(s for s in slots_of(a, str) if s[0] != "topic") for a in gold.facts.appearances]
    found = [slots_of(a, names.__getitem__) for a in facts.appearances]
    for i, j in pairs(range(len(annotated)), found, lambda i, given: agreement(annotated[i], placed(given, gold, i))).items():
        out[order[j]] = i
    return out


def fit(texts: Sequence[Text]) -> Weights:
    """The weights."""
    weights: Weights | None = None
    for _ in range(FITS):
        rows, right, whose = [], [], []
        for one in texts:
            chances = [_chance(c, weights) for c in one.candidates]
            for c, is_topic in zip(one.candidates, topics_among(one, chances, likely=weights is not None), strict=True):
                if is_topic is not None:
                    rows.append(c.cues)
                    right.append(is_topic)
            for n, topic in enumerate(one.topics):
                if topic is not None and len(one.owners[n]) > 1 and chances[n] > WORTH:
                    wanted_there = one.wanted[topic].occasions
                    theirs = [k for k, (r, _) in enumerate(one.owners[n]) if r is not None and one.occasions.get(r) in wanted_there]
                    whose.append(([cues for _, cues in one.owners[n]], theirs or [len(one.owners[n]) - 1]))
        weights = Weights(*logistic(rows, right, RIDGE, SEEN, SMALLEST), conditional(whose, OWNER_RIDGE, SEEN, SMALLEST))
    assert weights is not None
    return weights


def topics_among(text: Text, chances: Sequence[float], *, likely: bool) -> list[bool | None]:
    """Whether each candidate is a topic; None where that is not known.

    Args:
        text: an article.
        chances: how likely each of its candidates is one.
        likely: whether every likely one counts that is an annotated one, not only the likeliest of these.
    """
    best: dict[int, int] = {}
    for n, topic in enumerate(text.topics):
        if topic is not None and (topic not in best or chances[n] > chances[best[topic]]):
            best[topic] = n
    return [
        False
        if topic is None
        else True
        if not text.wanted[topic].optional and (best[topic] == n or (likely and chances[n] > LIKELY))
        else None
        for n, topic in enumerate(text.topics)
    ]


def _chance(c: Candidate, weights: Weights | None) -> float:
    """How likely it is a topic; before anything is fitted what constructions tell comes first, then what stands near an occasion."""
    if weights is not None:
        return likelihood(c.cues, weights.base, weights.topic)
    return WORTH + ("kind rule" in c.cues) + 0.5 * ("told here" in c.cues) + 0.25 * any(cue.startswith("talk ") for cue in c.cues)


def values(weights: Weights) -> dict[str, Value]:
    """What the module of the weights holds."""
    return {"BASE": weights.base, "TOPIC": weights.topic, "OWNER": weights.owner}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of."""
    return [(topic_choice, "FITTED", weights)]


def score(text: Text, weights: Weights, levels: tuple[float, float, float]) -> tuple[Counter[str], Counter[str]]:
    """How many topics, and how many topics of occasions, are asked for, given and right."""
    owners = {id(c): o for c, o in zip(text.candidates, text.owners, strict=True)}
    topics = {id(c): t for c, t in zip(text.candidates, text.topics, strict=True)}
    entities: Counter[str] = Counter(asked=sum(not w.optional for w in text.wanted))
    of_occasions: Counter[str] = Counter(asked=sum(len(w.occasions - text.optional) for w in text.wanted))
    left = set(range(len(text.wanted)))
    for c in choose(text.reading, text.weighed, lambda c: owners[id(c)], weights, levels):
        topic = topics[id(c.candidate)]
        if topic not in left:
            topic = None
        left.discard(topic if topic is not None else -1)
        counts = topic is None or not text.wanted[topic].optional
        entities["given"] += counts
        entities["right"] += counts and topic is not None
        if c.occasion is not None:
            occasion = text.occasions.get(c.occasion)
            if occasion not in text.optional:
                of_occasions["given"] += 1
                of_occasions["right"] += topic is not None and occasion in text.wanted[topic].occasions
    return entities, of_occasions


def check(texts: Sequence[Text]) -> None:
    """Print the score of weights that were fitted without the article."""
    tally = {levels: (Counter[str](), Counter[str]()) for levels in LEVELS}
    for known, held in folds(texts, FOLDS):
        weights = fit(known)
        for text in held:
            for levels, sums in tally.items():
                for total, counts in zip(sums, score(text, weights, levels), strict=True):
                    total.update(counts)
    for levels, sums in tally.items():
        print(levels, *(f"{of}: {scored(c['asked'], c['given'], c['right'])}" for of, c in zip(("topics", "slots"), sums, strict=True)))
