"""What the scripts that fit weights share: the articles that may be learnt from, and the module that holds what was fitted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from etl.evaluate.floors import UNREAD, has_splits, split_of
from etl.evaluate.gold import gold_names

KINDS = {"Mapping[str, float]": Mapping, "tuple[int, ...]": tuple}  # how the values of a table are declared
TRANSFORM = Path(__file__).resolve().parents[1] / "etl" / "transform"
Table = Mapping[str, float]
Row = tuple[int, ...]
Value = float | Row | Table | Mapping[str, Row] | Mapping[str, Table]


def learnt(folders: Sequence[str]) -> list[tuple[str, str]]:
    """Folder and name of each gold file that may be learnt from: none of the split `unread`; a folder named twice counts twice."""
    return [(f, n) for f in folders for n in gold_names(f) if not (has_splits(f) and split_of(n) == UNREAD)]


def columns(rows: Iterable[Iterable[str]], seen: int) -> dict[str, int]:
    """A number for each cue that stands on so many rows at least, in alphabetical order."""
    counts = Counter(cue for cues in rows for cue in cues)
    return {cue: n for n, cue in enumerate(sorted(c for c, count in counts.items() if count >= seen))}


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
