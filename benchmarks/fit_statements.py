"""Fits the weights of statements to annotated articles: logistic regression with a ridge penalty.

A place is one where something is said where one of its stretches is an annotated one by NEAR at least; those of optional statements are left
out. Which stretch and which speaker it is is learnt from these. The plain sentences of `plain_statements.txt` are learnt too; articles of the split `unread` never are. `check` fits
without each eighth of the articles in turn and prints the score on the rest for some levels of likelihood.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.fitting import Cues, Replacement, Value, conditional, folds, logistic, named, scored
from etl.evaluate.gold import Gold
from etl.transform import said_choice, statements
from etl.transform.pipeline import reading_of
from etl.transform.reading import Reading
from etl.transform.said_by import Option
from etl.transform.said_choice import Weights, choose
from etl.transform.said_marks import NOUN, SENTENCE, VERB, Place
from etl.transform.said_places import BY_RULE
from etl.transform.said_spans import WIDE, Span
from graph.records import FAMILIES, Article, Entity, Facts, Statement

RIDGE, STRETCH_RIDGE, SPEAKER_RIDGE = 6.0, 4.0, 6.0
SEEN = 4  # places that a cue must stand on
SMALLEST = 0.03  # weights nearer to nothing are left out
NEAR, BESIDE = 0.5, 0.04  # shared part of two stretches that are the same; stretches nearly as good as the best
FAR, BY = 200, 3  # characters from a statement to a place without a mark, and by which a mark may be farther than the nearest
OWN = frozenset(("left", "right", "inner", BY_RULE))  # cues of the stretches that a place may be recognised by, wide ones among them
FOLDS = 8
LEVELS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
PLAIN = Path(__file__).with_name("plain_statements.txt")
MODULE = "said_weights"
TOLD = "The weights of the cues of statements (`said_choice.py`), fitted by `benchmarks/fit_statements.py`."
SPEAKERS = {"Iris Vane": "Person", "Tom Hale": "Person", "Lena Orr": "Person", "Vesper Radio": "Organization", "The Tide": "Outlet"}
INTRODUCED = "Iris Vane, the head of Vesper Radio, met Tom Hale in York. Hale edits The Tide. Lena Orr is a farmer.\n\n"


@dataclass(frozen=True, slots=True)
class Wanted:
    """An annotated statement."""

    start: int
    end: int
    speaker: str
    optional: bool

    def shared(self, start: int, end: int) -> float:
        """How much of both stretches together the two share."""
        return max(0, min(self.end, end) - max(self.start, start)) / (max(self.end, end) - min(self.start, start))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place with what may be said there, and by whom."""

    place: Place
    spans: tuple[Span, ...]
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's candidates and what is to be found."""

    candidates: tuple[Candidate, ...]
    wanted: tuple[Wanted, ...]
    names: Mapping[int, str]


def text_of(gold: Gold) -> Text:
    """The candidates of an article."""
    reading = reading_of(gold.article)
    given = statements.Candidates(reading)
    places = given.heard()
    found = [Candidate(p, tuple(given.stretches(p)), tuple(whose)) for p, whose in zip(places, given.options(places), strict=True)]
    return text(reading, gold, found)


def text(reading: Reading, gold: Gold, candidates: Sequence[Candidate]) -> Text:
    """The candidates of an article with what is to be found."""
    annotated = tuple(Wanted(s.start, s.end, s.speaker, gold.is_optional("statements", n)) for n, s in enumerate(gold.facts.statements))
    return Text(tuple(candidates), annotated, named(reading, gold.facts))


def plain() -> list[Gold]:
    """The plain sentences of `plain_statements.txt`, each behind an introduction of those who speak: "{Vane|what she says}"."""
    names = {name.split()[-1]: name for name in SPEAKERS} | {name: name for name in SPEAKERS}
    entities = tuple(Entity(name, kind, name, (name.split()[-1],) if kind == "Person" else ()) for name, kind in SPEAKERS.items())
    out = []
    for line in PLAIN.read_text(encoding="utf-8").splitlines():
        text, told = INTRODUCED, []
        for piece in re.split(r"(\{[^{}]*\})", line.replace("¶", "\n\n")):
            if not piece.startswith("{"):
                text += piece
                continue
            who, words = piece[1:-1].split("|")
            told.append(Statement(names[who], len(text), len(text) + len(words), words))
            text += words
        article = Article("plain", text, published="2025-03-04")
        out.append(Gold(article, Facts(article, entities, statements=tuple(told)), dict.fromkeys(FAMILIES, frozenset()), ()))
    return out


def meant_at(text: Text) -> list[tuple[Wanted | None, bool]]:
    """For each candidate the statement that stands there, and whether one does at all: of several places those nearest to it are meant."""
    near: list[list[tuple[float, int]]] = [[] for _ in text.candidates]
    least: dict[int, float] = {}
    for number, w in enumerate(text.wanted):
        for n, c in enumerate(text.candidates):
            token = c.place.token
            marked = c.place.kind in (VERB, NOUN) and token is not None
            if marked and token is not None and w.start <= token.idx < w.end:
                continue
            if max((w.shared(a, b) for a, b, cues in c.spans if not (WIDE & set(cues)) or OWN & set(cues)), default=0.0) < NEAR:
                continue
            far = (
                min(abs(token.idx - w.end), abs(w.start - token.idx))
                if marked and token is not None
                else FAR
                if c.place.kind == SENTENCE
                else 0
            )
            near[n].append((far, number))
            least[number] = min(far, least.get(number, far))
    meant = [min(((far, k) for far, k in found if far <= least[k] + BY), default=None) for found in near]
    return [(text.wanted[m[1]] if m is not None else None, bool(found)) for m, found in zip(meant, near, strict=True)]


def counts(meant: Wanted | None, some: bool) -> bool:
    """Whether it is known if something is said at a place: it is not where that is optional, or stands nearer to another place."""
    return not meant.optional if meant is not None else not some


def fit(texts: Sequence[Text]) -> Weights:
    """The weights."""
    rows: list[Cues] = []
    right: list[bool] = []
    stretches: list[tuple[list[Cues], list[int]]] = []
    speakers: list[tuple[list[Cues], list[int]]] = []
    for text in texts:
        for c, (meant, some) in zip(text.candidates, meant_at(text), strict=True):
            if counts(meant, some):
                rows.append(c.place.cues)
                right.append(meant is not None)
            if meant is None:
                continue
            shares = [meant.shared(a, b) for a, b, _ in c.spans]
            best = [n for n, s in enumerate(shares) if s >= max(shares) - BESIDE]
            if len(best) < len(c.spans):
                stretches.append(([cues for _, _, cues in c.spans], best))
            whose = [n for n, (t, _) in enumerate(c.options) if text.names[id(t)] == meant.speaker]
            if whose and len(whose) < len(c.options):
                speakers.append(([cues for _, cues in c.options], whose))
    # What rules find is likely, whichever rule it is.
    places = logistic(rows, right, RIDGE, SEEN, SMALLEST, free=(BY_RULE,))
    return Weights(*places, conditional(stretches, STRETCH_RIDGE, SEEN, SMALLEST), conditional(speakers, SPEAKER_RIDGE, SEEN, SMALLEST))


def values(weights: Weights) -> dict[str, Value]:
    """What the module of the weights holds."""
    return {"BASE": weights.base, "PLACE": weights.place, "STRETCH": weights.stretch, "SPEAKER": weights.speaker}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of."""
    return [(said_choice, "FITTED", weights)]


def score(text: Text, weights: Weights, level: float) -> Counter[str]:
    """How many statements are asked for, given and right."""
    by_place = {id(c.place): c for c in text.candidates}
    out: Counter[str] = Counter(gold=sum(not w.optional for w in text.wanted))
    left = list(text.wanted)
    for chosen in choose(
        [c.place for c in text.candidates],
        lambda p: by_place[id(p)].spans,
        lambda places: [by_place[id(p)].options for p in places],
        weights,
        level,
    ):
        fits = [w for w in left if w.speaker == text.names[id(chosen.speaker)] and w.shared(chosen.start, chosen.end) >= 0.5]
        hit = max(fits, key=lambda w: w.shared(chosen.start, chosen.end), default=None)
        if hit is not None:
            left.remove(hit)
        out["given"] += hit is None or not hit.optional
        out["right"] += hit is not None and not hit.optional
    return out


def check(texts: Sequence[Text], plainly: Sequence[Text]) -> None:
    """Print the score of weights that were fitted without the article."""
    tally = {level: Counter[str]() for level in LEVELS}
    for known, held in folds(texts, FOLDS):
        weights = fit([*known, *plainly])
        for text in held:
            for level in LEVELS:
                tally[level].update(score(text, weights, level))
    for level, c in tally.items():
        print(f"{level:.2f} {scored(c['gold'], c['given'], c['right'])}")
