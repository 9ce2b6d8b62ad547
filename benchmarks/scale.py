"""What a thousand articles cost, side by side in one run: the bare spaCy pipeline, extraction alone, and reading and loading on either engine.

Articles are made of paragraphs of the sample articles, drawn anew for each (with a fixed seed), so that their words are real and no two are
the same. Each measurement is a process of its own, which also tells how much memory it took. `--write` puts the table into docs/operations.md.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.servers import engine
from etl.extract import read as read_files
from graph.records import Article

PAGE = Path(__file__).parents[1] / "docs" / "operations.md"
BLOCK = re.compile(r"(<!-- measured: scale -->\n).*?(<!-- end -->)", re.DOTALL)
PARAGRAPHS = (5, 9)
OUTLETS = ("Harbour Wire", "Evening Post", "Plumbline", "The Long Antenna", "Treble & Bass")


def paragraphs() -> list[str]:
    """The paragraphs of the sample articles, in order, but for headings and other short ones."""
    articles = [item for _, item in read_files(["data/articles"]) if isinstance(item, Article)]
    return sorted({p.strip() for a in articles for p in a.text.split("\n\n") if len(p.split()) > 15})


def made_up(count: int, seed: int = 1) -> Iterator[tuple[str, str]]:
    """Name and Markdown text of so many articles; the first ones of a larger number are the same."""
    pool = paragraphs()
    for n in range(count):
        draw = random.Random(f"{seed}-{n}")
        body = "\n\n".join(draw.sample(pool, draw.randint(*PARAGRAPHS)))
        day = f"2024-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        head = f"---\ntitle: Made-up report {n}\noutlet: {draw.choice(OUTLETS)}\npublished: {day}\n---\n"
        yield f"{n:06}.md", f"{head}{body}\n"


def _bare(folder: Path, workers: int) -> int:
    from etl.transform.language import installed

    nlp = installed()
    done = 0
    for _, item in read_files([str(folder)]):
        assert isinstance(item, Article), item
        nlp(item.text)
        done += 1
    return done


def _extraction(folder: Path, workers: int) -> int:
    from etl.run import Reading

    return sum(1 for _ in Reading([str(folder)], workers=workers))


def _ingest(name: str) -> Callable[[Path, int], int]:
    def run(folder: Path, workers: int) -> int:
        from etl.run import ingest
        from graph.store import Store

        with engine(name) as (url, _), Store.open(url) as store:
            start = time.perf_counter()
            done = ingest([str(folder)], store, workers=workers).added
            # the server's start is not the articles' affair
            _ingest.seconds = time.perf_counter() - start  # type: ignore[attr-defined]
            return done

    return run


WAYS: Mapping[str, tuple[str, Callable[[Path, int], int], int]] = {
    "bare": ("bare spaCy pipeline", _bare, 1),
    "extraction": ("extraction", _extraction, 1),
    "extraction-2": ("extraction, 2 workers", _extraction, 2),
    "embedded": ("extraction and load, embedded", _ingest("embedded"), 1),
    "embedded-2": ("extraction and load, embedded, 2 workers", _ingest("embedded"), 2),
    "neo4j": ("extraction and load, Neo4j", _ingest("neo4j"), 1),
}


def main() -> None:
    """Measure, print, and write the table if asked to."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--articles", type=int, action="append", help="how many (default: 100 and 1000)")
    command.add_argument("--way", choices=WAYS, action="append", help="only this (default: all)")
    command.add_argument("--write", action="store_true", help="put the table into docs/operations.md")
    command.add_argument("--here", help=argparse.SUPPRESS)
    args = command.parse_args()
    if args.here:
        _measure(args.way[0], Path(args.here))
        return
    rows = []
    for count in args.articles or (100, 1000):
        with tempfile.TemporaryDirectory(prefix="scale-") as folder:
            for name, text in made_up(count):
                (Path(folder) / name).write_text(text, encoding="utf-8")
            for way in args.way or WAYS:
                again = [sys.executable, "-m", "benchmarks.scale", "--here", folder, "--way", way]
                found = json.loads(subprocess.run(again, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1])
                rows.append({"articles": count, "what": WAYS[way][0], **found})
                print(rows[-1], flush=True)
    table = _table(rows)
    print(table)
    if args.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(BLOCK.sub(lambda m: f"{m[1]}{table}\n{m[2]}", page), encoding="utf-8")


def _measure(way: str, folder: Path) -> None:
    """One way, with all that it needs loaded before the clock starts but for what it loads itself."""
    from etl.attempts import attempt

    attempt(Article("first", "Ada Pell met Tom Weller in Lund.", ""))
    _, work, workers = WAYS[way]
    own, others = _cpu()
    start = time.perf_counter()
    done = work(folder, workers)
    seconds = getattr(_ingest, "seconds", time.perf_counter() - start)
    for child in multiprocessing.active_children():
        child.join()
    used, used_by_others = _cpu()
    # the engines are children, too: their memory is not that of reading
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN) if workers > 1 else (resource.RUSAGE_SELF,)
    most = max(resource.getrusage(who).ru_maxrss for who in whose) * 1024
    found: dict[str, Any] = {"done": done, "seconds": round(seconds, 2), "cpu": round(used - own, 2), "bytes": most}
    # workers are children; the engines are, too, and end after the measurement
    found["cpu_workers"] = round(used_by_others - others, 2) if workers > 1 else 0.0
    print(json.dumps(found))


def _cpu() -> tuple[float, float]:
    own, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime, others.ru_utime + others.ru_stime


def _table(rows: list[dict[str, Any]]) -> str:
    lines = [
        "| what | articles | an article | 1,000 articles | processor time of 1,000 | most memory of a process |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for r in rows:
        each = r["seconds"] / r["done"]
        cpu = (r["cpu"] + r["cpu_workers"]) / r["done"] * 1000
        lines.append(
            f"| {r['what']} | {r['articles']:,} | {each * 1000:,.0f} ms | {each * 1000 / 60:.1f} min | {cpu / 60:.1f} min | {r['bytes'] / 1e6:,.0f} MB |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
