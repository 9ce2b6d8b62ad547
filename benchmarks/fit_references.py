"""Fits the weights of `etl/transform/antecedent_weights.py` to the annotated references: conditional logistic regression with a ridge penalty.

Every article is read in rounds: in the first each pronoun is resolved as the annotation says, in the later ones as the weights of the
round before say, so that the weights learn to live with the mistakes made earlier in an article. `check` fits without each quarter of
the articles in turn and prints how much of the rest is resolved rightly.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from benchmarks.fitting import Replacement, Value, conditional, folds
from benchmarks.references import Reference, annotated, thing_named
from etl.transform import antecedents, coreference, names
from etl.transform.antecedents import NEUTER, PERSON, PLURAL, Option, likeliest_thing
from etl.transform.dates import times
from etl.transform.language import parse
from etl.transform.quotation import quotes
from etl.transform.reading import DESCRIPTION, Reading, Thing
from etl.transform.weighing import likeliest
from graph.records import Article

Weights = Mapping[str, Mapping[str, float]]
KINDS = (PERSON, NEUTER, PLURAL, DESCRIPTION)
ROUNDS, RIDGE = 3, 3.0
SEEN = 8  # candidates that a cue must stand on
SMALLEST = 0.05  # weights nearer to nothing are left out
FOLDS = 4  # each fit takes minutes
MODULE = "antecedent_weights"
TOLD = "The weights of the cues in `antecedents.py`, fitted by `benchmarks/fit_references.py`."
LEVELS = tuple(n / 100 for n in range(20, 65, 5))


@dataclass(frozen=True, slots=True)
class Choice:
    """A pronoun with its candidates, and the number of the right one."""

    kind: str
    options: list[Option]
    right: int


@dataclass(frozen=True, slots=True)
class Text:
    """An article with its parse, what it names, and what its references stand for."""

    article: Article
    doc: Doc
    named: Reading
    references: tuple[Reference, ...]


def choices(text: Text, weights: Weights | None) -> list[Choice]:
    """The choices of an article while it is read: rightly, or with `weights`."""
    out: list[Choice] = []
    reading = _named(text)
    wanted = {
        (r.start, r.kind == DESCRIPTION): {id(t) for n in r.names if (t := thing_named(reading, n)) is not None} for r in text.references
    }

    def choose(token: Token, kind: str, given: list[Option]) -> Thing | None:
        names_ = wanted.get((token.idx, kind == DESCRIPTION))
        if names_ is None:
            return None
        last = len(given) - 1
        right = next((n for n, o in enumerate(given) if o.thing is not None and {id(o.thing)} == names_), last)
        out.append(Choice(kind, given, right))
        if weights is None:
            return given[right].thing
        return given[likeliest([o.cues for o in given], weights[kind])[0]].thing

    coreference.resolve(reading, choose)
    return out


def text_of(article: Article) -> Text:
    """The article ready to be resolved again and again."""
    doc = parse(article.text)
    reading = Reading(article, doc, quotes(article.text), times(article.text, article.published))
    names.resolve(reading)
    return Text(article, doc, reading, annotated(article.id))


def _named(text: Text) -> Reading:
    reading = Reading(text.article, text.doc, text.named.quotes, text.named.times)
    for t in text.named.things:
        reading.add(replace(t, aliases=list(t.aliases), roles=list(t.roles), mentions=list(t.mentions)))
    return reading


def fit(texts: Sequence[Text]) -> dict[str, dict[str, float]]:
    """The weights by kind of pronoun and cue."""
    weights: dict[str, dict[str, float]] | None = None
    for _ in range(ROUNDS):
        rows = [c for text in texts for c in choices(text, weights)]
        if weights is not None:
            rows += [c for text in texts for c in choices(text, None)]
        weights = {kind: _fit([c for c in rows if c.kind == kind]) for kind in KINDS}
    return weights or {}


def values(weights: Weights) -> dict[str, Value]:
    """What the module of the weights holds."""
    return {"WEIGHTS": weights}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of."""
    return [(antecedents, "WEIGHTS", weights)]


def _fit(rows: Sequence[Choice]) -> dict[str, float]:
    return conditional([([o.cues for o in c.options], [c.right]) for c in rows], RIDGE, SEEN, SMALLEST)


def check(texts: Sequence[Text]) -> None:
    """Print what weights get right that were fitted without the article, by kind and level of likelihood."""
    tally: dict[tuple[str, float], Counter[str]] = {}
    for known, held in folds(texts, FOLDS):
        weights = fit(known)
        for text in held:
            for c in choices(text, weights):
                best, share = likeliest_thing(c.options, weights[c.kind])
                last = len(c.options) - 1
                for level in LEVELS:
                    given = best if share >= level else last
                    told = "right" if given == c.right else "open" if given == last else "wrong"
                    tally.setdefault((c.kind, level), Counter())[told] += 1
    for (kind, level), counts in sorted(tally.items()):
        print(f"{kind} {level:.2f} right {counts['right'] / counts.total():.3f} open {counts['open']} wrong {counts['wrong']}")
