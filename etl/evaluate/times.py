"""The scoring of time expressions as in TempEval-3: spans found (strict and relaxed), and types and values of those found.

The gold is a folder of NAME.times.jsonl, a line for each expression as `greenroom dates` prints it; `folders.txt` beside them lists
where the articles NAME.md lie, relative to it (without it: there). Method: UzZaman et al. 2013, SemEval-2013 Task 1.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.evaluate.card import Tally
from etl.evaluate.floors import SPLITS, UNREAD, split_of
from etl.extract import read
from etl.rejects import Reject
from etl.transform.dates import Time, times
from graph.errors import FactsError, InputError
from graph.records import Article

ENDING = ".times.jsonl"
FOLDERS = "folders.txt"
TYPES = ("DATE", "TIME", "DURATION", "SET")


@dataclass(frozen=True, slots=True)
class TimeGold:
    """An article, the time expressions in it, and its split."""

    article: Article
    times: tuple[Time, ...]
    split: str


@dataclass(frozen=True, slots=True)
class Pair:
    """One expression of the gold and the one found that overlaps it, or either alone."""

    article: str
    gold: Time | None
    found: Time | None

    @property
    def error(self) -> str:
        """What is wrong: missed, invented, type, value or extent; "" for nothing."""
        if not self.found:
            return "missed"
        if not self.gold:
            return "invented"
        if self.gold.type != self.found.type:
            return "type"
        if self.gold.value != self.found.value:
            return "value"
        return "" if (self.gold.start, self.gold.end) == (self.found.start, self.found.end) else "extent"


@dataclass(frozen=True, slots=True)
class TimeCard:
    """All pairs of some articles.

    `strict` counts equal spans, `relaxed` overlapping ones, `type` and `value` those overlapping ones whose type or value is right:
    their F1 is the accuracy among the expressions found times the relaxed F1, as in TempEval-3.
    """

    articles: int
    pairs: tuple[Pair, ...]

    @property
    def scores(self) -> Mapping[str, Tally]:
        """The four tallies by name."""
        gold = sum(pair.gold is not None for pair in self.pairs)
        found = sum(pair.found is not None for pair in self.pairs)
        both = [(pair.gold, pair.found) for pair in self.pairs if pair.gold and pair.found]
        rights = {
            "strict": sum((g.start, g.end) == (f.start, f.end) for g, f in both),
            "relaxed": len(both),
            "type": sum(g.type == f.type for g, f in both),
            "value": sum(g.value == f.value for g, f in both),
        }
        return {name: Tally(gold, found, right) for name, right in rights.items()}

    def causes(self) -> list[tuple[str, str, int]]:
        """Error, type of the expression and how often it occurs, the most frequent first."""
        counted = Counter((pair.error, (pair.gold or pair.found or _NOTHING).type) for pair in self.pairs if pair.error)
        return [(*cause, count) for cause, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))]


_NOTHING = Time(0, 0, "", "", "")


def evaluate_times(folder: str, *, wanted: Callable[[str], bool] = lambda split: True) -> Mapping[str, TimeCard]:
    """The card of each split in which the gold corpus `folder` has articles.

    Args:
        wanted: which splits to read.

    Raises:
        InputError: there is no gold, or an article is missing or unfit for use.
        FactsError: a gold file is not of the format.
    """
    golds = [gold for gold in read_times(folder) if wanted(gold.split)]
    cards = {}
    for split in SPLITS:
        here = [gold for gold in golds if gold.split == split]
        if here:
            pairs = (p for g in here for p in pair_up(g.article.id, g.times, times(g.article.text, g.article.published)))
            cards[split] = TimeCard(len(here), tuple(pairs))
    return cards


def read_times(folder: str) -> Iterator[TimeGold]:
    """The gold articles of `folder`, by name; errors as for `evaluate_times`."""
    here = Path(folder)
    names = sorted(path.name.removesuffix(ENDING) for path in here.glob("*" + ENDING))
    if not names:
        raise InputError(f"no gold files (NAME{ENDING}) in {folder}")
    listed = here / FOLDERS
    try:
        folders = [here / line for line in listed.read_text(encoding="utf-8").split()] if listed.exists() else [here]
    except OSError as err:
        raise InputError(f"{listed}: {err.strerror}") from err
    for name in names:
        home = next((f for f in folders if (f / f"{name}.md").exists()), here)
        article = _article(home / f"{name}.md")
        yield TimeGold(article, tuple(_times(here / (name + ENDING), article)), times_split(name, home == here))


def times_split(name: str, own: bool) -> str:
    """The split of an article: of the corpus's `own` ones, even numbers are unread, odd ones train and check in turn.

    Those that lie elsewhere have the split that they have there (`split_of`).
    """
    number = re.search(r"\d+", name)
    if not own or not number:
        return split_of(name)
    return (UNREAD, "train", UNREAD, "check")[int(number[0]) % 4]


def _article(path: Path) -> Article:
    for _, item in read([str(path)]):
        if isinstance(item, Reject):
            raise InputError(str(item))
        return item
    raise InputError(f"{path}: no article")


def _times(path: Path, article: Article) -> Iterator[Time]:
    last = 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            time = Time(int(row["start"]), int(row["end"]), str(row["text"]), str(row["type"]), str(row["value"] or ""))
        except (ValueError, KeyError, TypeError) as err:
            raise FactsError(f"{path}:{number}: not a time expression: {err}") from err
        if article.text[time.start : time.end] != time.text or not time.text:
            raise FactsError(f"{path}:{number}: the article does not have {time.text!r} there")
        if time.type not in TYPES or time.start < last:
            raise FactsError(f"{path}:{number}: {time.type!r} is no type, or the expression begins within the one before")
        last = time.end
        yield time


def pair_up(article: str, gold: Sequence[Time], found: Sequence[Time]) -> Iterator[Pair]:
    """Each expression with the first of the other side that overlaps it, one to one, and those left over alone; both in text order."""
    i = j = 0
    while i < len(gold) and j < len(found):
        g, f = gold[i], found[j]
        if g.start < f.end and f.start < g.end:
            yield Pair(article, g, f)
            i, j = i + 1, j + 1
        elif g.end <= f.start:
            yield Pair(article, g, None)
            i += 1
        else:
            yield Pair(article, None, f)
            j += 1
    yield from (Pair(article, g, None) for g in gold[i:])
    yield from (Pair(article, None, f) for f in found[j:])
