"""Fits the weights of `etl/transform/name_weights.py` to annotated articles: multinomial logistic regression with a ridge penalty.

A name is of the type of the annotated entity that has it as name or alias; any other name is none. What the lexicon is sure of, and single
words of the names of people, which join them whatever their type, are left out. `python -m benchmarks.train names` fits them.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.fitting import Replacement, Value, columns, folds, least, scored
from etl.evaluate.gold import Gold
from etl.transform import name_choice, names
from etl.transform.language import parse
from etl.transform.lexicon import Lexicon
from etl.transform.name_choice import CLASSES, NO_NAME, NOTHING, is_settled
from etl.transform.name_traits import Marks, traits
from etl.transform.name_types import ENTITY_TYPES, Group, decide
from etl.transform.quotation import quotes
from etl.transform.reading import Reading
from graph.records import Entity

RIDGE, FREE, SEEN = 3.0, 0.01, 6  # penalties of weights and of bases; names that a trait must stand on
STEPS, ENOUGH = 120, 1e-5  # of the search for the best weights, and the part of the loss after whose gain it is ended
SMALLEST = 4  # hundredths: traits whose weights are all smaller are left out
FOLDS = 6


Weights = tuple[dict[str, int], np.ndarray]


@dataclass(frozen=True, slots=True)
class Row:
    """A name: its traits, what it is, and what the votes say."""

    traits: Mapping[str, float]
    meant: str
    hand: str


def _plain(name: str) -> str:
    letters = "".join(c for c in unicodedata.normalize("NFKD", name.replace("’", "'")) if not unicodedata.combining(c)).casefold()
    words = re.sub(r"[^\w&+]+", " ", re.sub(r"'s\b|'(?=\s|$)", "", letters)).split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) and len(words) > 1 else words)


def meanings(entities: Iterable[Entity]) -> Callable[[Group], str]:
    """What a group of mentions is, by the annotated entities; of several of one name the type that the votes say."""
    named: dict[str, list[str]] = {}
    for entity in entities:
        if entity.type in ENTITY_TYPES:
            for name in (entity.name, *entity.aliases):
                named.setdefault(_plain(name), []).append(entity.type)

    def meant(group: Group) -> str:
        types = named.get(_plain(group.name)) or named.get(_plain(group.mentions[0].text)) or [NOTHING]
        return group.type if group.type in types else types[0]

    return meant


def text_of(gold: Gold) -> list[Row]:
    """The names of an article with what they are."""
    text = gold.article.text
    doc = parse(text)
    reading, lexicon = Reading(gold.article, doc, quotes(text), ()), Lexicon.load()
    marks = Marks.of(doc)
    meant = meanings(gold.facts.entities)
    groups = names.voted(reading, lexicon)[1]
    for group in groups:
        group.type = decide(group)
    parts = {w.casefold() for g in groups if not g.single and meant(g) == "Person" for w in g.words}
    return [
        Row(traits(reading, g, lexicon, marks, g.type), meant(g), str(g.type))
        for g in groups
        if not is_settled(g) and not (g.single and g.words[0].casefold() in parts)
    ]


def _matrix(rows: Sequence[Row], places: Mapping[str, int]) -> np.ndarray:
    x = np.zeros((len(rows), len(places) + 1), np.float32)
    x[:, -1] = 1
    for n, row in enumerate(rows):
        for trait, strength in row.traits.items():
            if trait in places:
                x[n, places[trait]] = strength
    return x


def fit(texts: Sequence[Sequence[Row]]) -> Weights:
    """The column of each trait, and the weights: a line for each column and one for the bases, a column for each class."""
    rows = [r for text in texts for r in text]
    places = columns((r.traits for r in rows), SEEN)
    x = _matrix(rows, places)
    target = np.zeros((len(rows), len(CLASSES)), np.float32)
    target[np.arange(len(rows)), [CLASSES.index(r.meant) for r in rows]] = 1
    penalty = np.full((x.shape[1], 1), RIDGE)
    penalty[-1] = FREE

    def slope(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(-1, len(CLASSES))
        p = _chances(x, w)
        loss = -np.log(np.maximum((p * target).sum(1), 1e-12)).sum() + 0.5 * (penalty * w * w).sum()
        return float(loss), np.asarray(x.T @ (p - target) + penalty * w, float).ravel()

    w = least(slope, np.zeros(x.shape[1] * len(CLASSES)), STEPS, ENOUGH)
    return places, w.reshape(-1, len(CLASSES))


def _chances(x: np.ndarray, w: np.ndarray) -> np.ndarray:
    z = x @ w.astype(np.float32)
    e = np.exp(z - z.max(1, keepdims=True))
    return np.asarray(e / e.sum(1, keepdims=True))


def check(texts: Sequence[Sequence[Row]]) -> None:
    """Print the score of weights that were fitted without the article, and of the votes alone."""
    tally: Counter[str] = Counter()
    for known, others in folds(texts, FOLDS):
        places, w = fit(known)
        held = [r for text in others for r in text]
        for row, p in zip(held, _chances(_matrix(held, places), w), strict=True):
            best = NOTHING if p[0] > NO_NAME else CLASSES[1 + int(p[1:].argmax())]
            for way, told in (("votes", row.hand), ("weights", best)):
                tally.update({f"{way} given": told != NOTHING, f"{way} right": told == row.meant != NOTHING})
            tally["asked"] += row.meant != NOTHING
    for way in ("votes", "weights"):
        right, given, asked = tally[f"{way} right"], tally[f"{way} given"], tally["asked"]
        print(f"{way}: {scored(asked, given, right)}")


MODULE = "name_weights"
TOLD = "The weights in hundredths of the traits of names for no name and for each type (`name_choice.py`), fitted by `benchmarks/fit_names.py`."


def values(weights: Weights) -> dict[str, Value]:
    """What the module holds."""
    places, w = weights
    whole = np.rint(w * 100).astype(int)
    table = {t: tuple(int(v) for v in whole[n]) for t, n in places.items() if np.abs(whole[n]).max() >= SMALLEST}
    return {"BASES": tuple(int(v) for v in whole[-1]), "WEIGHTS": table}


def put(weights: Weights) -> list[Replacement]:
    """What `weights` take the place of."""
    return [(name_choice, name, value) for name, value in values(weights).items()]
