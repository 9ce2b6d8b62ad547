"""What loading costs as a store grows, at its worst: made-up articles of which each tells again of the same few occasions, people and shows.

Their facts are put together from those of paragraphs of the sample articles, drawn anew for each, so that
ten thousand are there without reading them. Measured is processor time, of this process and of the engine's, which a machine with other work changes little; it is told in steps.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from benchmarks.scale import OUTLETS, PARAGRAPHS, paragraphs
from benchmarks.servers import ENGINES, engine, size
from etl.attempts import attempt
from etl.load import load
from graph.records import Article, Entity, Facts
from graph.store import Store

_GAP = len("\n\n")


def articles(count: int, seed: int = 1) -> Iterator[Facts]:
    """The facts of so many articles; the first ones of a larger number are the same."""
    read = [found for n, p in enumerate(paragraphs()) if isinstance(found := attempt(Article(f"p{n}", p, "")), Facts)]
    for n in range(count):
        draw = random.Random(f"{seed}-{n}")
        parts = draw.sample(read, draw.randint(*PARAGRAPHS))
        day = f"2024-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        text = "\n\n".join(p.article.text for p in parts)
        head = replace(parts[0].article, id=f"{n:06}", text=text, title=f"Made-up report {n}", outlet=draw.choice(OUTLETS), published=day)
        yield _joined(head, parts)


def _joined(article: Article, parts: Sequence[Facts]) -> Facts:
    """The facts of parts of an article, as of the article: an entity that several name is one, places are counted from its beginning."""
    entities: dict[tuple[str, str], Entity] = {}
    found = Facts(article, ())
    start = 0
    for number, part in enumerate(parts):
        names: dict[str | None, str] = {a.id: f"a{number}.{a.id}" for a in part.appearances}
        for e in part.entities:
            mentions = _moved(e.mentions, start)
            known = entities.setdefault((e.type, e.name), replace(e, id=f"e{len(entities)}", mentions=()))
            entities[e.type, e.name] = replace(known, mentions=known.mentions + mentions)
            names[e.id] = known.id
        found = _and(found, part, names, start)
        start += len(part.article.text) + _GAP
    return replace(found, entities=tuple(entities.values()))


def _moved(spans: Sequence[tuple[int, int]], by: int) -> tuple[tuple[int, int], ...]:
    return tuple((a + by, b + by) for a, b in spans)


def _and(found: Facts, part: Facts, names: dict[str | None, str], by: int) -> Facts:
    """The facts with those of a part, whose ids become others."""

    def one(id_: str | None) -> str | None:
        return names.get(id_, id_)

    def sure(id_: str) -> str:
        return names.get(id_, id_)

    def some(ids: Sequence[str]) -> tuple[str, ...]:
        return tuple(map(sure, ids))

    appearances = (
        replace(
            a, id=sure(a.id), guests=some(a.guests), hosts=some(a.hosts), show=one(a.show), platforms=some(a.platforms), place=one(a.place),
            topics=some(a.topics), evidence=_moved(a.evidence, by), attributed_to=one(a.attributed_to),
            slot_evidence={slot: _moved(spans, by) for slot, spans in a.slot_evidence.items()},
        )
        for a in part.appearances
    )  # fmt: skip
    relations = (
        replace(r, subject=sure(r.subject), object=sure(r.object), attributed_to=one(r.attributed_to), evidence=_moved(r.evidence, by))
        for r in part.relations
    )
    reach = (
        replace(r, subject=sure(r.subject), platform=one(r.platform), attributed_to=one(r.attributed_to), evidence=_moved(r.evidence, by))
        for r in part.reach
    )
    statements = (
        replace(s, speaker=sure(s.speaker), start=s.start + by, end=s.end + by, about=some(s.about), evidence=_moved(s.evidence, by))
        for s in part.statements
    )
    motives = (
        replace(
            m, actor=sure(m.actor), start=m.start + by, end=m.end + by, appearance=one(m.appearance), attributed_to=one(m.attributed_to),
            evidence=_moved(m.evidence, by),
        )
        for m in part.motives
    )  # fmt: skip
    return replace(
        found, appearances=(*found.appearances, *appearances), relations=(*found.relations, *relations), reach=(*found.reach, *reach),
        statements=(*found.statements, *statements), motives=(*found.motives, *motives),
    )  # fmt: skip


def main() -> None:
    """Load, and print a line for every so many articles."""
    command = argparse.ArgumentParser(description=__doc__)
    command.add_argument("--articles", type=int, default=1000, help="how many (default: 1000)")
    command.add_argument("--engine", choices=ENGINES, action="append", help="only this engine")
    command.add_argument("--step", type=int, default=500, help="articles to a line at least (default: 500)")
    args = command.parse_args()
    for name in args.engine or ENGINES:
        with engine(name) as (url, data), Store.open(url) as store:
            print(name, flush=True)
            given = articles(args.articles)
            # with the first one all paragraphs are read
            given = chain([next(given)], given)
            load(store, given, progress=_told(args.articles, args.step, data))


def _told(count: int, step: int, data: Path) -> Callable[[int], None]:
    begun = last = (0, *_seconds())

    def tell(done: int) -> None:
        nonlocal last
        if done - last[0] < step and done < count:
            return
        now = (done, *_seconds())
        more = done - last[0]
        each = [1000 * (b - a) / more for a, b in zip(last[1:], now[1:], strict=True)]
        whole = [b - a for a, b in zip(begun[1:], now[1:], strict=True)]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{done:,} articles: {whole[0]:.0f} s here and {whole[1]:.0f} s in the engine; the last {more:,}: {each[0]:.1f} and {each[1]:.1f} ms "
            f"each; {memory:.0f} MB here at most, {size(data) / 1e6:.0f} MB on disk",
            flush=True,
        )
        last = now

    return tell


def _seconds() -> tuple[float, float]:
    """Processor time of this process, and of its children that run, in seconds; Linux only."""
    tick = os.sysconf("SC_CLK_TCK")
    engines = 0.0
    for task in Path("/proc/self/task").iterdir():
        for child in (task / "children").read_text(encoding="ascii").split():
            fields = Path(f"/proc/{child}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            engines += (int(fields[11]) + int(fields[12])) / tick
    own = resource.getrusage(resource.RUSAGE_SELF)
    return own.ru_utime + own.ru_stime, engines


if __name__ == "__main__":
    main()
