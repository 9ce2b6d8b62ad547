"""Scores of resolution across articles: which entities and appearances of different articles are taken to be one, against gold clusters.

The folder holds NAME.md and one `clusters.json`: by NAME its `entities` (type, name as the article has it, and `of`, the thing that it is)
and its `appearances` (a guest, and `of`, the occasion that it is). The measure is B-cubed (Bagga and Baldwin 1998): for each item the share of
its found cluster that belongs to its gold cluster, and the reverse, averaged over items. What the extractor missed stands alone, so
that it costs recall; a person or an appearance that it invented belongs to nothing, so that it costs precision where it is joined to something.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.attempts import Failure, attempts
from etl.evaluate.floors import SPLITS, split_of
from etl.evaluate.gold import parsed
from etl.extract import READERS, read_file
from etl.extract.files import plan
from etl.extract.terms import Terms
from graph.entry import Entry, Names
from graph.errors import FactsError, InputError
from graph.records import Appearance, Article, Facts
from graph.register import change

FILE = "clusters.json"
Item = tuple[Hashable, Hashable]
"""The found cluster and the gold cluster of one item."""


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed scores over `items` items, of which `missed` were not found by the extractor."""

    items: int
    missed: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class ClusterScores:
    """Scores by what is clustered (entities, people, appearances), and what is clustered wrongly, in words."""

    articles: int
    scores: Mapping[str, BCubed]
    errors: tuple[str, ...]


def b_cubed(items: Collection[Item], missed: int = 0) -> BCubed:
    """The scores of items, by their found and gold clusters; `missed` of them count as found alone."""
    found: dict[Hashable, list[Item]] = defaultdict(list)
    gold: dict[Hashable, list[Item]] = defaultdict(list)
    for item in items:
        found[item[0]].append(item)
        gold[item[1]].append(item)
    if not items:
        return BCubed(0, 0, 0.0, 0.0)
    same = {item: sum(other == item for other in found[item[0]]) for item in set(items)}
    precision = sum(same[i] / len(found[i[0]]) for i in items) / len(items)
    recall = sum(same[i] / len(gold[i[1]]) for i in items) / len(items)
    return BCubed(len(items), missed, precision, recall)


def evaluate_clusters(folder: str, *, wanted: Callable[[str], bool] = lambda split: True, workers: int = 1) -> dict[str, ClusterScores]:
    """Read the articles of each split, resolve them together, and score what becomes one; by split.

    All articles that tell of one occasion (c07a, c07b) are in one split, by its number.

    Args:
        folder: of NAME.md and `clusters.json`.
        wanted: which splits to take.
        workers: processes that read.

    Raises:
        InputError: there is no gold, or one of its articles is missing.
        FactsError: the gold is not of the format.
    """
    gold = _gold(folder)
    out = {}
    for split in filter(wanted, SPLITS):
        names = [name for name in gold if split_of(name) == split]
        facts = read(folder, names, workers)
        out[split] = score({name: gold[name] for name in names}, facts)
    return out


def read(folder: str, names: Collection[str], workers: int = 1) -> dict[str, Facts]:
    """The facts of the folder's articles of these names.

    Raises:
        InputError: one is missing, or could not be read.
    """
    given: list[Article] = []
    for name in sorted(names):
        for file in plan([str(Path(folder) / f"{name}.md")], READERS):
            given += [item for _, item in read_file(file, Terms()) if isinstance(item, Article)]
    out = {}
    for result in attempts(given, workers):
        if isinstance(result, Failure):
            raise InputError(f"{folder}: {result.id}: {result.detail}")
        out[result.article.id] = result
    return out


def _gold(folder: str) -> dict[str, Any]:
    path = Path(folder) / FILE
    raw = parsed(path)
    if not isinstance(raw, dict) or not all(isinstance(g, dict) and {"entities", "appearances"} <= g.keys() for g in raw.values()):
        raise FactsError(f"{path}: not gold clusters by article")
    return dict(sorted(raw.items()))


class _Nothing:
    """A store without articles."""

    def entries(self, articles: Collection[str]) -> dict[str, Entry]:
        return {}

    def facts(self, articles: Collection[str]) -> dict[str, Facts]:
        return {}

    def names(self, named: Collection[str]) -> Names:
        return {}

    def speaking_of(self, nodes: Collection[str]) -> list[str]:
        return []

    def telling(self, clues: Collection[Any]) -> list[str]:
        return []


def score(gold: Mapping[str, Any], facts: Mapping[str, Facts]) -> ClusterScores:
    """The scores of facts that are resolved together, against the gold of their articles."""
    entries = change(dict(facts), _Nothing()).entries
    entities: list[tuple[str, Item]] = []
    occasions: list[tuple[str, Item]] = []
    missed = {"entities": 0, "people": 0, "appearances": 0}
    for article, told in gold.items():
        read, entry = facts.get(article, Facts(Article(article))), entries.get(article)
        taken = set()
        for one in told["entities"]:
            match = next((e for e in read.entities if e.type == one["type"] and _bears(one["name"], (e.name, *e.aliases))), None)
            taken.add(match.id if match else None)
            node = entry.resolution.entities.get(match.id) if match and entry else None
            if node is None:
                missed["entities"] += 1
                missed["people"] += one["type"] == "Person"
            entities.append((f"{article} {one['name']}", (node or (article, one["name"]), one["of"])))
        for e in read.entities:
            if e.type == "Person" and e.id not in taken and entry and e.id in entry.resolution.entities:
                entities.append((f"{article} {e.name}", (entry.resolution.entities[e.id], (article, e.id))))
        used: set[str] = set()
        for one in told["appearances"]:
            match_a = next((a for a in read.appearances if a.id not in used and _told_of(one["guest"], a, read)), None)
            found = entry.resolution.appearances.get(match_a.id) if match_a and entry else None
            used |= {match_a.id} if match_a else set()
            missed["appearances"] += found is None
            occasions.append((f"{article} {one['guest']}", (found[0] if found else (article, one["of"]), one["of"])))
        for a in read.appearances:
            if a.id not in used and entry and a.id in entry.resolution.appearances:
                occasions.append((f"{article} {a.id}", (entry.resolution.appearances[a.id][0], (article, a.id))))
    scores = {
        "entities": b_cubed([i for _, i in entities], missed["entities"]),
        "people": b_cubed([i for _, i in entities if str(i[1]).startswith("person:") or isinstance(i[1], tuple)], missed["people"]),
        "appearances": b_cubed([i for _, i in occasions], missed["appearances"]),
    }
    return ClusterScores(len(gold), scores, (*_errors("entity", entities), *_errors("appearance", occasions)))


def _bears(name: str, names: Iterable[str]) -> bool:
    return name.casefold() in {n.casefold() for n in names}


def _told_of(guest: str, appearance: Appearance, facts: Facts) -> bool:
    names = {e.id: (e.name, *e.aliases) for e in facts.entities}
    return any(guest.casefold() in n.casefold() for g in appearance.guests for n in names[g])


def _errors(what: str, items: Iterable[tuple[str, Item]]) -> list[str]:
    """What was joined or kept apart wrongly, one line for each cluster that is mixed or broken."""
    found: dict[Hashable, list[tuple[str, Item]]] = defaultdict(list)
    gold: dict[Hashable, list[tuple[str, Item]]] = defaultdict(list)
    for named, item in items:
        found[item[0]].append((named, item))
        gold[item[1]].append((named, item))
    joined = [f"{what} joined: " + "; ".join(n for n, _ in group) for group in found.values() if len({i[1] for _, i in group}) > 1]
    apart = [f"{what} apart: " + "; ".join(n for n, _ in group) for group in gold.values() if len({i[0] for _, i in group}) > 1]
    return sorted((*joined, *apart))
