"""What faults do to a store, held against what had been acknowledged before; and the table of it in docs/faults.md.

`make faults` runs the tests that name their fault with `Examiner.record`, and writes the table anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etl.kept import facts as facts_kept
from etl.kept import kept
from etl.load import load
from graph.export.dump import Dump, dump
from graph.records import Facts
from graph.store import Store

PAGE = Path(__file__).resolve().parents[1] / "docs" / "faults.md"
SMALL = 200
"""Rows in a batch, so that a few articles make many batches."""
_ADDRESS = re.compile(r"\w[\w+]*://[\w.]+:\d+|/\S+\.db\b")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a fault came to.

    Attributes:
        fault: what was done.
        engine: `embedded` or `Neo4j`.
        acknowledged: facts that the loader had told to be in when it happened.
        lost: facts of these that were not there afterwards.
        half: whether the graph was another than that of the articles that were there.
        said: what the user was told; empty if the load went on by itself.
        completed: whether the same load, run again, made the graph whole.
    """

    fault: str
    engine: str
    acknowledged: int
    lost: int
    half: bool
    said: str
    completed: bool


LEDGER: list[Outcome] = []


def many(sample: dict[str, Facts], copies: int) -> list[Facts]:
    """The sample's articles as often as asked, each time under other ids."""
    return [replace(f, article=replace(f.article, id=f"{id_}-{n:02}")) for n in range(copies) for id_, f in sample.items()]


def count(given: Iterable[Facts]) -> int:
    """How many facts there are."""
    return sum(len(family) for f in given for family in (f.appearances, f.relations, f.reach, f.statements, f.motives))


class Examiner:
    """Looks at a store after a fault; what the graph should be it finds out in a store of its own."""

    def __init__(self, reference: Store) -> None:
        self._reference = reference
        self._known: dict[tuple[str, ...], Dump] = {}

    def graph(self, articles: Sequence[Facts]) -> Dump:
        """The graph that these articles come to."""
        key = tuple(sorted(f.to_json() for f in articles))
        if key not in self._known:
            self._reference.write("MATCH (n) DETACH DELETE n")
            load(self._reference, articles)
            self._known[key] = dump(self._reference)
        return self._known[key]

    def record(self, fault: str, store: Store, given: Sequence[Facts], acknowledged: int, said: str = "") -> int:
        """Examine the store, run the load again, and put down what came out; says how many articles there were before that.

        Args:
            fault: what was done.
            store: where.
            given: what was to be loaded, in order.
            acknowledged: how many articles of it the loader had told to be in.
            said: the message that the user got.
        """
        there = {f.article.id: f for f in facts_kept(store, kept(store))}
        text = {id_: f.to_json() for id_, f in there.items()}
        lost = count(f for f in given[:acknowledged] if text.get(f.article.id) != f.to_json())
        half = dump(store) != self.graph(list(there.values()))
        counted = load(store, given)
        completed = dump(store) == self.graph(given) and counted.articles_unchanged == len(there)
        told = _ADDRESS.sub("STORE", said)
        outcome = Outcome(fault, "embedded" if store.embedded else "Neo4j", count(given[:acknowledged]), lost, half, told, completed)
        LEDGER.append(outcome)
        assert outcome == replace(outcome, lost=0, half=False, completed=True)
        return len(there)


def page(outcomes: Iterable[Outcome]) -> str:
    """The table, in Markdown."""
    rows = sorted(outcomes, key=lambda o: (o.fault, o.engine))
    lines = [
        "<!-- Written by `make faults`; do not edit. -->",
        "",
        "# Faults",
        "",
        "Each line is a test against the real engine, a Neo4j 5.26 server or the embedded one. *Acknowledged* are the facts that the loader had told to",
        "be in when the fault came, *lost* those of them that were gone afterwards. After each fault the graph was compared with one that was made of",
        "the same articles without a fault, to see that nothing half-written stayed; then the same load was run again, and the graph compared with the",
        "whole one. The server that is too old is a 5.26 with the bar raised; the user who may only read is a database that may only be read, because",
        "the Community edition has no roles.",
        "",
        "| fault | engine | facts acknowledged | facts lost | half-written | run again | what the user is told |",
        "| --- | --- | ---: | ---: | --- | --- | --- |",
    ]
    for o in rows:
        said = o.said.replace("|", "\\|") or "nothing: the load goes on by itself"
        lines.append(
            f"| {o.fault} | {o.engine} | {o.acknowledged} | {o.lost} | {'some' if o.half else 'nothing'} | "
            f"{'complete' if o.completed else 'incomplete'} | {said} |"
        )
    lines += ["", f"Faults tried: {len(rows)}. Facts lost: {sum(o.lost for o in rows)}.", ""]
    return "\n".join(lines)
