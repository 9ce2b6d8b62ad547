"""What the scripts that fit weights share: the articles that may be learnt from, the two models, and the module that holds what was fitted.

A cue holds of a candidate or does not. `logistic` fits how likely a candidate is for itself, `conditional` which of several it is, both
with a ridge penalty, by Newton's method; what they give is read by `etl/transform/weighing.py`.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

import numpy as np

from etl.evaluate.floors import UNREAD, has_splits, split_of
from etl.evaluate.gold import Gold, gold_names, read_gold
from etl.transform.reading import Reading
from graph.records import Facts

KINDS = {"Mapping[str, float]": Mapping, "tuple[int, ...]": tuple}  # how the values of a table are declared
STEPS = 60  # of Newton's method, at most
ENOUGH = 0.001  # the largest change of a weight after which a fit is ended
LONGEST = 1.0  # the largest change of a weight in one step: from afar Newton's method overshoots
FREE = 0.01  # the penalty of what is to be free
TINY = 1e-30
TRANSFORM = Path(__file__).resolve().parents[1] / "etl" / "transform"
Table = Mapping[str, float]
Row = tuple[int, ...]
Cues = Collection[str]
T = TypeVar("T")
Value = float | Row | Table | Mapping[str, Row] | Mapping[str, Table]


def learnt(folders: Sequence[str]) -> list[tuple[str, str]]:
    """Folder and name of each gold file that may be learnt from: none of the split `unread`; a folder named twice counts twice."""
    return [(f, n) for f in folders for n in gold_names(f) if not (has_splits(f) and split_of(n) == UNREAD)]


def wanted(doc: str | None, text_of: Callable[[Gold], T]) -> tuple[list[T], bool]:
    """What the command line asks for: each article to learn from as `text_of` makes it ready, and whether to cross-validate only.

    Args:
        doc: the script's docstring, which its help shows.
        text_of: makes an annotated article ready.
    """
    command = argparse.ArgumentParser(description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("folders", nargs="*", default=["data/gold"], help="folders with NAME.md and NAME.gold.json (default: data/gold)")
    command.add_argument("--check", action="store_true", help="cross-validate instead, and write nothing")
    args = command.parse_args()
    return [text_of(read_gold(folder, name)) for folder, name in learnt(args.folders)], args.check


def folds(texts: Sequence[T], count: int) -> Iterator[tuple[list[T], list[T]]]:
    """The articles to fit to and those to try, each of `count` shares in turn held out."""
    for fold in range(count):
        yield [t for n, t in enumerate(texts) if n % count != fold], [t for n, t in enumerate(texts) if n % count == fold]


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


def logistic(
    rows: Sequence[Cues], right: Sequence[bool], ridge: float, seen: int, smallest: float, free: Collection[str] = ()
) -> tuple[float, dict[str, float]]:
    """How likely a candidate is: the base, and the weight of each cue.

    Args:
        rows: the cues of each candidate.
        right: whether it is one.
        ridge: the penalty of weights.
        seen: candidates that a cue must stand on.
        smallest: weights nearer to nothing are left out.
        free: cues whose weight is hardly held down, as the base is.
    """
    numbers = columns(rows, seen)
    x, y = matrix(rows, numbers, base=True), np.array(right, float)
    penalty = np.full(x.shape[1], ridge)
    penalty[[-1, *(numbers[cue] for cue in free)]] = FREE

    def newton(w: np.ndarray) -> np.ndarray:
        p = 1 / (1 + np.exp(-x @ w))
        return np.asarray(np.linalg.solve((x.T * (p * (1 - p))) @ x + np.diag(penalty), x.T @ (p - y) + penalty * w))

    w = _ended(newton, x.shape[1])
    return round(float(w[-1]), 2), table(numbers, w, smallest)


def conditional(cases: Sequence[tuple[Sequence[Cues], Sequence[int]]], ridge: float, seen: int, smallest: float) -> dict[str, float]:
    """Which of several candidates it is: the weight of each cue.

    Args:
        cases: the cues of the candidates that come into question together, and the numbers of those that are right (one at least).
        ridge, seen, smallest: as for `logistic`.
    """
    numbers = columns([cues for options, _ in cases for cues in options], seen)
    sets = [(matrix(options, numbers), list(right)) for options, right in cases]

    def newton(w: np.ndarray) -> np.ndarray:
        slope, curve = ridge * w, np.eye(len(w)) * ridge
        for x, right in sets:
            s = np.exp(x @ w - (x @ w).max())
            p = s / s.sum()
            target = np.zeros(len(p))
            target[right] = p[right] / max(p[right].sum(), TINY)
            mean = x.T @ p
            slope += x.T @ (p - target)
            used = np.flatnonzero(x.any(axis=0))
            part = x[:, used]
            curve[np.ix_(used, used)] += (part.T * p) @ part - np.outer(mean[used], mean[used])
        return np.asarray(np.linalg.solve(curve, slope))

    return table(numbers, _ended(newton, len(numbers)), smallest)


def _ended(newton: Callable[[np.ndarray], np.ndarray], size: int) -> np.ndarray:
    """Where Newton's method, whose step from a place `newton` tells, comes to rest."""
    w = np.zeros(size)
    for _ in range(STEPS):
        step = newton(w)
        most = float(np.abs(step).max(initial=0.0))
        w -= step * min(1.0, LONGEST / max(most, TINY))
        if most < ENOUGH:
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
    yield from (f'"""{told}"""', "", "from __future__ import annotations", "", "from collections.abc import Mapping", "")
    for name, value in values.items():
        if not isinstance(value, Mapping):
            yield f"{name} = {value}"
            continue
        kind = next((of for of, type_ in KINDS.items() if any(isinstance(inner, type_) for inner in value.values())), "float")
        yield f"{name}: Mapping[str, {kind}] = {{"
        for key, inner in value.items():
            if isinstance(inner, Mapping):
                yield f"    {_text(key)}: {{"
                yield from (f"        {_text(cue)}: {weight}," for cue, weight in inner.items())
                yield "    },"
            else:
                yield f"    {_text(key)}: {inner},"
        yield "}"


def _text(cue: str) -> str:
    """A literal as the formatter would write it: cues hold words of articles, quotation marks among them."""
    return repr(cue) if '"' in cue else f'"{cue}"'.replace("\\", "\\\\")
