"""Gold: articles with the facts that a careful reader takes out of them (`NAME.md` with `NAME.gold.json`), checked while they are read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.extract import READERS, read_file
from etl.extract.files import plan
from etl.extract.terms import Terms
from etl.rejects import Reject
from graph.errors import FactsError, InputError
from graph.ontology import ontology
from graph.records import FAMILIES, Article, Facts

ENDING = ".gold.json"


@dataclass(frozen=True, slots=True)
class Gold:
    """An article and what is to be found in it; `facts` have the entities' names for ids.

    `optional` numbers the records by family that one neither gains nor loses by; `places` are the acceptable places of each appearance.
    """

    article: Article
    facts: Facts
    optional: Mapping[str, frozenset[int]]
    places: tuple[frozenset[str], ...]

    def is_optional(self, family: str, number: int) -> bool:
        """Whether nothing depends on that record."""
        return number in self.optional[family]


def gold_names(folder: str) -> list[str]:
    """The names of the gold files in `folder`, sorted.

    Raises:
        InputError: there are none, or no such folder.
    """
    if not Path(folder).is_dir():
        raise InputError(f"no such folder: {folder}")
    names = sorted(path.name.removesuffix(ENDING) for path in Path(folder).glob("*" + ENDING))
    if not names:
        raise InputError(f"no gold files (NAME{ENDING} beside NAME.md) in {folder}")
    return names


def read_gold(folder: str, name: str) -> Gold:
    """The gold file `name` of `folder`, with its article.

    Raises:
        InputError: a file is not there or the article is unfit for use.
        FactsError: the gold file is not of the format: a name that no entity has, a text that does not stand in the article …
    """
    article = _article(Path(folder) / f"{name}.md")
    path = Path(folder) / (name + ENDING)
    raw = parsed(path)
    try:
        return _gold(article, raw)
    except FactsError as err:
        raise FactsError(f"{path}: {err}") from err


def parsed(path: Path) -> Any:
    """What a JSON file holds.

    Raises:
        InputError: it cannot be read.
        FactsError: it is not JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as err:
        raise InputError(f"{path}: {err.strerror}") from err
    except ValueError as err:
        raise FactsError(f"{path}: not JSON: {err}") from err


def _article(path: Path) -> Article:
    for _, item in read_file(plan([str(path)], READERS)[0], Terms()):
        if isinstance(item, Reject):
            raise InputError(str(item))
        return item
    raise InputError(f"{path}: no article")


def _gold(article: Article, raw: Any) -> Gold:
    if not isinstance(raw, Mapping):
        raise FactsError("must be an object")
    records: dict[str, list[dict[str, Any]]] = {}
    for family in FAMILIES:
        items = raw.get(family) or []
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            raise FactsError(f"{family}: must be a list of objects")
        records[family] = [dict(item) for item in items]
    for entity in records["entities"]:
        entity["id"] = entity.get("name")
        if entity.get("type") not in ontology().entity_labels:
            raise FactsError(f"entity {entity['id']!r}: there is no type {entity.get('type')!r}")
    places = []
    for appearance in records["appearances"]:
        named = appearance.get("place") or []
        named = [named] if isinstance(named, str) else named
        places.append(frozenset(named))
        appearance["place"] = named[0] if named else None
    for family in ("statements", "motives"):
        for record in records[family]:
            record["start"] = article.text.find(record.get("text") or "\0")
            record["end"] = record["start"] + len(record.get("text") or "")
            if record["start"] < 0:
                raise FactsError(f"{family}: not in the article, to the letter: {record.get('text')!r}")
    head = {"id": article.id, "text": article.text}
    facts = Facts.from_json(json.dumps({"article": head, **records}))
    if unknown := sorted({p for some in places for p in some} - {e.id for e in facts.entities}):
        raise FactsError(f"appearances: there is no {unknown[0]!r}")
    optional = {family: frozenset(n for n, r in enumerate(items) if r.get("optional")) for family, items in records.items()}
    return Gold(article, facts, optional, tuple(places))
