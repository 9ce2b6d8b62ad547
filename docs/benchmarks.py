"""The measured tables and the curve of docs/benchmarks.md, from what `python -m benchmarks.growth` and `python -m benchmarks.pages` found:
`python -m docs.benchmarks`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from docs.generate import table

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "growth.json"
PAGES = ROOT / "benchmarks" / "pages.json"
PAGE = ROOT / "docs" / "benchmarks.md"
CURVE = ROOT / "docs" / "pictures" / "growth.svg"
BLOCK = r"(<!-- measured: {name} -->\n).*?(\n<!-- end -->)"
ENGINES = {"embedded": "embedded", "neo4j": "Neo4j"}
SIZES = ("10k", "100k", "1M")
COLOURS = {"embedded": "#0072B2", "neo4j": "#D55E00"}
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP, _BOTTOM = 760, 420, 70, 210, 20, 50
Found = Mapping[str, Mapping[str, Mapping[str, Any]]]
Point = tuple[float, float]


def main() -> None:
    """Write each table between its marks, and the curve."""
    found = json.loads(RESULTS.read_text(encoding="utf-8"))
    text = PAGE.read_text(encoding="utf-8")
    views = json.loads(PAGES.read_text(encoding="utf-8"))
    for name, block in {**blocks(found), "pages": pages(views)}.items():
        text, count = re.subn(BLOCK.format(name=name), lambda m, b=block: m[1] + b + m[2], text, flags=re.S)  # type: ignore[misc]
        assert count == 1, f"{PAGE.name} has no place for {name}"
    PAGE.write_text(text, encoding="utf-8")
    CURVE.write_text(curve(found), encoding="utf-8")


def blocks(found: Found) -> Mapping[str, str]:
    """The tables by name."""
    sizes = [(engine, size, found[engine][size]) for engine in ENGINES for size in SIZES if size in found.get(engine, {})]
    headings = [f"{ENGINES[engine]}, {size}" for engine, size, _ in sizes]
    return {
        "loading": table(
            ("", "articles", "nodes", "edges", "seconds", "of these in Python", "rows a second", "loader's memory", "on disk"),
            (_loading(heading, one) for heading, (_, _, one) in zip(headings, sizes, strict=True) if "edges" in one),
        ),
        "hub": table(
            ("", "edges of the hub", "its neighbourhood", "search by name"),
            ((h, f"{one['hub_edges']:,}", _time(one["hub"]), _time(one["search"])) for h, (_, _, one) in zip(headings, sizes, strict=True)),
        ),
        "questions": table(("question", *headings), _questions(sizes, "questions")),
        "about the hub": table(("question", *headings), _questions(sizes, "about_the_hub")),
    }


def pages(found: Mapping[str, Mapping[str, Any]]) -> str:
    """The table of what the explorer's pages cost: for each store after a load, warm, and CPU."""
    stores = sorted(found, key=lambda name: found[name]["articles"])
    names = dict.fromkeys(name for store in stores for name in found[store]["views"])
    headings = (f"{store}, {found[store]['articles']:,} articles" for store in stores)
    rows = (
        (name, *(" / ".join(f"{t:.2f}" for t in found[store]["views"][name]) if name in found[store]["views"] else "–" for store in stores))
        for name in names
    )
    return table(("", *headings), rows)


def _loading(heading: str, one: Mapping[str, Any]) -> Sequence[str]:
    rows = one["nodes"] + one["edges"]
    return (
        heading, f"{one['articles']:,}", f"{one['nodes']:,}", f"{one['edges']:,}", f"{one['load_seconds']:,.0f}",
        f"{one['load_cpu_seconds']:,.0f}", f"{rows / one['load_seconds']:,.0f}", _bytes(one["loader_bytes"]), _bytes(one["bytes"]),
    )  # fmt: skip


def _questions(sizes: Iterable[tuple[str, str, Mapping[str, Any]]], kind: str) -> Iterator[Sequence[str]]:
    columns = [one[kind] for _, _, one in sizes]
    for name in dict.fromkeys(name for column in columns for name in column):
        yield (f"`{name}`", *(_time(column.get(name)) for column in columns))


def _time(times: Sequence[float] | None) -> str:
    """Median and 95th percentile in milliseconds; a question that was stopped after its 30 seconds has none."""
    return "over 30 s" if times is None else f"{1000 * times[0]:,.0f} / {1000 * times[1]:,.0f}"


def _bytes(count: int) -> str:
    return f"{count / 2**30:.1f} GB" if count >= 2**30 else f"{count / 2**20:,.0f} MB"


def curve(found: Found) -> str:
    """A picture of cost over size, both on a logarithmic scale: seconds to load, milliseconds for the hub and for the slowest question."""
    lines: dict[tuple[str, str], list[Point]] = {}
    for engine in ENGINES:
        for size in SIZES:
            one = found.get(engine, {}).get(size)
            if one is None or "edges" not in one:
                continue
            asked = [times for times in one["questions"].values() if times is not None]
            costs = {"loading": one["load_seconds"], "slowest question": max(t[0] for t in asked), "hub": one["hub"][0]}
            for what, seconds in costs.items():
                lines.setdefault((engine, what), []).append((one["edges"], seconds))
    points = [p for line in lines.values() for p in line]
    across = _scale([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    up = _scale([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    dashes = {"loading": "", "slowest question": "6 4", "hub": "2 3"}
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="12" role="img" '
        'aria-label="Cost over the number of edges, by engine">',
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
    ]
    for power in range(-3, 5):
        if _inside(10.0**power, [y for _, y in points]):
            y = up(10.0**power)
            out.append(f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
            out.append(f'<text x="{_LEFT - 8}" y="{y + 4:.1f}" text-anchor="end" fill="#333">{10.0**power:g} s</text>')
    for power in range(3, 8):
        if _inside(10.0**power, [x for x, _ in points]):
            x = across(10.0**power)
            out.append(f'<path d="M{x:.1f} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#ddd"/>')
            out.append(f'<text x="{x:.1f}" y="{_HEIGHT - _BOTTOM + 18}" text-anchor="middle" fill="#333">{10**power:,}</text>')
    out.append(f'<text x="{(_LEFT + _WIDTH - _RIGHT) / 2}" y="{_HEIGHT - 10}" text-anchor="middle" fill="#333">edges</text>')
    for n, ((engine, what), line) in enumerate(lines.items()):
        path = "L".join(f"{across(x):.1f} {up(y):.1f}" for x, y in line)
        style = f'stroke="{COLOURS[engine]}" stroke-width="2" stroke-dasharray="{dashes[what]}" fill="none"'
        out.append(f'<path d="M{path}" {style}/>')
        out += [f'<circle cx="{across(x):.1f}" cy="{up(y):.1f}" r="3" fill="{COLOURS[engine]}"/>' for x, y in line]
        out.append(f'<path d="M{_WIDTH - _RIGHT + 20} {_TOP + 20 + 22 * n}h30" {style}/>')
        out.append(f'<text x="{_WIDTH - _RIGHT + 58}" y="{_TOP + 24 + 22 * n}" fill="#333">{ENGINES[engine]}: {what}</text>')
    return "\n".join([*out, "</svg>"]) + "\n"


def _span(values: Sequence[float]) -> tuple[float, float]:
    return math.log10(min(values)) - 0.15, math.log10(max(values)) + 0.15


def _inside(value: float, values: Sequence[float]) -> bool:
    low, high = _span(values)
    return low <= math.log10(value) <= high


def _scale(values: Sequence[float], start: float, end: float) -> Any:
    low, high = _span(values)
    return lambda value: start + (math.log10(value) - low) / (high - low) * (end - start)


if __name__ == "__main__":
    main()
