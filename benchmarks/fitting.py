"""What the scripts that fit weights share: the articles that may be learnt from, the two models, and the module that holds what was fitted.

A cue holds of a candidate or does not. `logistic` fits how likely a candidate is for itself, `conditional` which of several it is, both
with a ridge penalty; what they give is read by `etl/transform/weighing.py`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import numpy as np

from etl.evaluate.floors import UNREAD, has_splits, split_of
from etl.evaluate.gold import gold_names
from etl.transform.reading import Reading
from graph.records import Facts

KINDS = {"Mapping[str, float]": Mapping, "tuple[int, ...]": tuple}  # how the values of a table are declared
STEPS, MEMORY, ENOUGH = 500, 8, 1e-9  # of the search for the best weights: at most, remembered, and what one must gain
FREE = 0.01  # the penalty of what is to be free
TINY = 1e-30
TRANSFORM = Path(__file__).resolve().parents[1] / "etl" / "transform"
Table = Mapping[str, float]
Row = tuple[int, ...]
Cues = Collection[str]
T = TypeVar("T")
Value = float | Row | Table | Mapping[str, Row] | Mapping[str, Table]


Replacement = tuple[ModuleType, str, object]


@contextmanager
def instead(replaced: Iterable[Replacement]) -> Iterator[None]:
    """Other values in place of what modules hold (module, name, value), for as long as the context lasts."""
    new = list(replaced)
    was = [(module, name, getattr(module, name)) for module, name, _ in new]
    try:
        for module, name, value in new:
            setattr(module, name, value)
        yield
    finally:
        for module, name, value in reversed(was):
            setattr(module, name, value)


def learnt(folders: Sequence[str]) -> list[tuple[str, str]]:
    """Folder and name of each gold file that may be learnt from: none of the split `unread`; a folder named twice counts twice."""
    return [(f, n) for f in folders for n in gold_names(f) if not (has_splits(f) and split_of(n) == UNREAD)]


def folds(texts: Sequence[T], count: int) -> Iterator[tuple[list[T], list[T]]]:
    """The articles to fit to and those to try, each of `count` shares in turn held out; one that is there twice is in one share."""
    number = {id(t): n % count for n, t in enumerate({id(t): t for t in texts}.values())}
    for fold in range(count):
        yield [t for t in texts if number[id(t)] != fold], [t for t in texts if number[id(t)] == fold]


def named(reading: Reading, facts: Facts) -> dict[int, str]:
    """By the identity of each thing of `reading` what `facts` call it; "?" and its own name where they do not know it."""
    known = {name: e.name for e in reversed(facts.entities) for name in (e.name, *e.aliases)}
    return {id(t): next((known[n] for n in (t.name, *t.aliases) if n in known), f"?{t.name}") for t in reading.things}


def scored(asked: int, given: int, right: int) -> str:
    """Precision, recall and F1 in words."""
    return f"precision {right / given:.3f} recall {right / asked:.3f} F1 {2 * right / (given + asked):.3f}"


def columns(rows: Iterable[Iterable[str]], seen: int) -> dict[str, int]:
    """A number for each cue that stands on so many rows at least, in alphabetical order."""
    counts = Counter(cue for cues in rows for cue in cues)
    return {cue: n for n, cue in enumerate(sorted(c for c, count in counts.items() if count >= seen))}


def matrix(rows: Sequence[Cues], numbers: Mapping[str, int], *, base: bool = False) -> np.ndarray:
    """A line for each row with 1 for each cue that holds; `base` adds a last column of ones."""
    x = np.zeros((len(rows), len(numbers) + base))
    for n, cues in enumerate(rows):
        x[n, [numbers[c] for c in cues if c in numbers]] = 1
    if base:
        x[:, -1] = 1
    return x


def table(numbers: Mapping[str, int], w: np.ndarray, smallest: float) -> dict[str, float]:
    """The weight of each cue to a hundredth, without those nearer to nothing than `smallest`."""
    return {cue: round(float(w[n]), 2) for cue, n in numbers.items() if abs(w[n]) >= smallest}


class Sparse:
    """The matrix of `matrix`, by the places of its ones."""

    def __init__(self, rows: Sequence[Cues], numbers: Mapping[str, int]) -> None:
        self.shape = (len(rows), len(numbers))
        # Cues come in sets, too; sums are to be the same each time.
        found = [sorted(numbers[cue] for cue in cues if cue in numbers) for cues in rows]
        self._row = np.repeat(np.arange(len(rows)), [len(places) for places in found])
        self._column = np.array([place for places in found for place in places], dtype=np.int64)

    def times(self, w: np.ndarray) -> np.ndarray:
        """The matrix times a value for each column."""
        return np.bincount(self._row, w[self._column], self.shape[0])

    def gathered(self, v: np.ndarray) -> np.ndarray:
        """The transposed matrix times a value for each row."""
        return np.bincount(self._column, v[self._row], self.shape[1])


def logistic(
    rows: Sequence[Cues],
    right: Sequence[bool],
    ridge: float | Callable[[str], float],
    seen: int,
    smallest: float,
    free: Collection[str] = (),
) -> tuple[float, dict[str, float]]:
    """How likely a candidate is: the base, and the weight of each cue.

    Args:
        rows: the cues of each candidate.
        right: whether it is one.
        ridge: the penalty of weights, or tells that of a cue's weight.
        seen: candidates that a cue must stand on.
        smallest: weights nearer to nothing are left out.
        free: cues whose weight is hardly held down, as the base is.
    """
    numbers = columns(rows, seen)
    x, y = Sparse(rows, numbers), np.array(right, float)
    penalty = np.array([*(ridge(cue) if callable(ridge) else ridge for cue in numbers), FREE])
    penalty[[numbers[cue] for cue in free]] = FREE

    def slope(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x.times(w[:-1]) + w[-1]
        off = 1 / (1 + np.exp(-z)) - y
        loss = (np.logaddexp(0, z) - y * z).sum() + 0.5 * (penalty * w) @ w
        return float(loss), np.append(x.gathered(off), off.sum()) + penalty * w

    w = least(slope, np.zeros(len(penalty)))
    return round(float(w[-1]), 2), table(numbers, w, smallest)


def judged(rows: Sequence[Sequence[float]], right: Sequence[bool]) -> list[float]:
    """How likely a candidate is by what some numbers say of it: the weight of each number, and the base, by logistic regression."""
    x, y = np.column_stack([np.array(rows), np.ones(len(rows))]), np.array(right, float)

    def slope(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        return float((np.logaddexp(0, z) - y * z).sum() + 0.5 * FREE * w @ w), x.T @ (1 / (1 + np.exp(-z)) - y) + FREE * w

    return [round(float(v), 3) for v in least(slope, np.zeros(x.shape[1]))]


def conditional(cases: Sequence[tuple[Sequence[Cues], Sequence[int]]], ridge: float, seen: int, smallest: float) -> dict[str, float]:
    """Which of several candidates it is: the weight of each cue.

    Args:
        cases: the cues of the candidates that come into question together, and the numbers of those that are right (one at least).
        ridge, seen, smallest: as for `logistic`.
    """
    if not cases:
        return {}
    rows = [cues for options, _ in cases for cues in options]
    numbers = columns(rows, seen)
    x = Sparse(rows, numbers)
    sizes = [len(options) for options, _ in cases]
    starts = np.cumsum([0, *sizes[:-1]])
    case = np.repeat(np.arange(len(cases)), sizes)
    right = np.zeros(len(rows), bool)
    right[[start + n for start, (_, those) in zip(starts, cases, strict=True) for n in those]] = True

    def slope(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x.times(w)
        e = np.exp(z - np.maximum.reduceat(z, starts)[case])
        p = e / np.add.reduceat(e, starts)[case]
        told = np.maximum(np.add.reduceat(p * right, starts), TINY)
        return float(-np.log(told).sum() + 0.5 * ridge * w @ w), x.gathered(p - p * right / told[case]) + ridge * w

    return table(numbers, least(slope, np.zeros(len(numbers))), smallest)


def least(slope: Callable[[np.ndarray], tuple[float, np.ndarray]], w: np.ndarray, steps: int = STEPS, enough: float = ENOUGH) -> np.ndarray:
    """Where a smooth function is least, found by L-BFGS (Nocedal and Wright, algorithm 7.5) with backtracking.

    Args:
        slope: gives the function's value and its slope.
        w: where to begin.
        steps: at most.
        enough: the part of the value that a step must gain for another to follow.
    """
    value, g = slope(w)
    past: list[tuple[np.ndarray, np.ndarray]] = []
    for _ in range(steps):
        d, shares = -g, []
        for s, y in reversed(past):
            shares.append((s @ d) / (s @ y))
            d = d - shares[-1] * y
        d = d * ((past[-1][0] @ past[-1][1]) / (past[-1][1] @ past[-1][1]) if past else 10 / max(10.0, float(np.abs(g).sum())))
        for (s, y), share in zip(past, reversed(shares), strict=True):
            d = d + s * (share - (y @ d) / (s @ y))
        size = 1.0
        while True:
            new, g_new = slope(w + size * d)
            if new <= value + 1e-4 * size * float(g @ d) or size < 1e-6:
                break
            size /= 2
        if (size * d) @ (g_new - g) > 1e-10:
            past = [*past[1 - MEMORY :], (size * d, g_new - g)]
        w, g, gain, value = w + size * d, g_new, value - new, new
        if gain < enough * abs(value):
            break
    return w


def write(module: str, told: str, values: Mapping[str, Value]) -> Path:
    """Write `etl/transform/MODULE.py` with what was fitted; returns its path.

    Args:
        module: its name.
        told: its docstring.
        values: by the name of a constant a number, a row of whole numbers, a table of numbers or of rows, or tables by name.
    """
    path = TRANSFORM / f"{module}.py"
    path.write_text("\n".join(_source(told, values)) + "\n", encoding="utf-8")
    return path


def _source(told: str, values: Mapping[str, Value]) -> Iterator[str]:
    yield from (f'"""{told}"""', "", "# A seventh of these files would be indentation.", "# fmt: off", "")
    yield from ("from __future__ import annotations", "", "from collections.abc import Mapping", "")
    for name, value in values.items():
        if not isinstance(value, Mapping):
            yield f"{name} = {value}"
            continue
        kind = next((of for of, type_ in KINDS.items() if any(isinstance(inner, type_) for inner in value.values())), "float")
        yield f"{name}: Mapping[str, {kind}] = {{"
        for key, inner in value.items():
            if isinstance(inner, Mapping):
                yield f"{_text(key)}: {{"
                yield from (f"{_text(cue)}: {weight}," for cue, weight in inner.items())
                yield "},"
            else:
                yield f"{_text(key)}: {inner},"
        yield "}"


def _text(cue: str) -> str:
    """A literal, between double quotes unless it holds some: cues hold words of articles, quotation marks among them."""
    return repr(cue) if '"' in cue else f'"{cue}"'.replace("\\", "\\\\")
