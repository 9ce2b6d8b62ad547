"""Floors: the scores below which a corpus must not fall, split by split (`floor.json`); they are raised knowingly, and only raised here."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from etl.evaluate.card import OVERALL, Card
from graph.errors import FactsError, InputError
from graph.records import FAMILIES

FILE = "floor.json"
SPLITS = ("train", "check", "unread")
UNREAD = "unread"
"""The split that is scored but never read while rules are written."""
MARGIN = 0.02
"""How far below a measured score its floor is set."""

Floors = Mapping[str, Mapping[str, float]]
_NUMBER = re.compile(r"\d+")


def split_of(name: str) -> str:
    """The split of an article by the first number in its name: divisible by three `unread`, else `train` or `check` in turn."""
    number = _NUMBER.search(name)
    return {0: UNREAD, 1: "train", 2: "check"}[int(number[0]) % 3] if number else "train"


def has_splits(folder: str) -> bool:
    """Whether the corpus in `folder` is divided into splits: where there is a floor, there are."""
    return (Path(folder) / FILE).is_file()


def read_floors(folder: str) -> Floors:
    """The floors of a corpus, by split and by family or `overall`; none where it has no `floor.json`.

    Raises:
        FactsError: the file is not of that form.
    """
    path = Path(folder) / FILE
    if not path.exists():
        return {}
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        floors = {split: {name: float(value) for name, value in scores.items()} for split, scores in raw.items()}
    except (ValueError, AttributeError, TypeError) as err:
        raise FactsError(f"{path}: not scores by split: {err}") from err
    for split, scores in floors.items():
        if split not in SPLITS or not set(scores) <= {*FAMILIES, OVERALL}:
            raise FactsError(f"{path}: {split!r} is no split, or has a score that is none")
    return floors


def below(card: Card, floors: Floors) -> Iterator[tuple[str, str, float, float]]:
    """Split, family or `overall`, score and floor of everything that has fallen below its floor."""
    for split, scores in floors.items():
        measured = by_split(card)[split].scores
        yield from ((split, name, measured[name], floor) for name, floor in scores.items() if measured[name] < floor)


def by_split(card: Card) -> Mapping[str, Card]:
    """The card of each split."""
    return {split: card.only(lambda name, split=split: split_of(name) == split) for split in SPLITS}  # type: ignore[misc]


def raised(card: Card, floors: Floors, margin: float = MARGIN) -> Floors:
    """The floors lifted to `margin` below the measured scores; none is ever lowered."""
    out: dict[str, dict[str, float]] = {}
    for split, one in by_split(card).items():
        old = floors.get(split, {})
        out[split] = {name: max(old.get(name, 0.0), math.floor((score - margin) * 1000) / 1000) for name, score in one.scores.items()}
    return out


def write_floors(folder: str, floors: Floors) -> None:
    """Write `floor.json`.

    Raises:
        InputError: it cannot be written.
    """
    path = Path(folder) / FILE
    try:
        path.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    except OSError as err:
        raise InputError(f"{path}: {err.strerror}") from err
