"""Omitting: the facts of an article without some of them, and without what rests on these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from graph.records import FAMILIES, Appearance, Facts


def key(family: str, number: int) -> str:
    """The key of the fact that stands at `number` in its family."""
    return f"{family}:{number}"


def without(facts: Facts, dropped: Iterable[str]) -> Facts:
    """The facts without those of these keys, and without what rests on them: a dropped entity takes along all facts that name it.

    Raises:
        FactsError: never for keys of these facts; unknown keys are ignored.
    """
    gone = set(dropped)
    kept = {f: [x for n, x in enumerate(getattr(facts, f)) if key(f, n) not in gone] for f in FAMILIES}
    entities = {e.id for e in kept["entities"]}
    appearances = [_cut(a, entities) for a in kept["appearances"]]
    appearances = [a for a in appearances if a.guests or a.hosts or a.show]
    occasions = {a.id for a in appearances}
    subjects = entities | occasions
    return replace(
        facts,
        entities=tuple(kept["entities"]),
        appearances=tuple(appearances),
        relations=tuple(
            r for r in kept["relations"] if r.subject in entities and r.object in entities and _says(r.attributed_to, entities)
        ),
        reach=tuple(
            replace(r, platform=r.platform if r.platform in entities else None)
            for r in kept["reach"]
            if r.subject in subjects and _says(r.attributed_to, entities)
        ),
        statements=tuple(replace(s, about=tuple(a for a in s.about if a in entities)) for s in kept["statements"] if s.speaker in entities),
        motives=tuple(
            replace(m, appearance=m.appearance if m.appearance in occasions else None)
            for m in kept["motives"]
            if m.actor in entities and _says(m.attributed_to, entities)
        ),
    )


def _says(speaker: str | None, entities: set[str]) -> bool:
    return speaker is None or speaker in entities


def _cut(a: Appearance, entities: set[str]) -> Appearance:
    def left(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(i for i in ids if i in entities)

    def one(id_: str | None) -> str | None:
        return id_ if id_ in entities else None

    return replace(
        a,
        guests=left(a.guests), hosts=left(a.hosts), platforms=left(a.platforms), topics=left(a.topics),
        show=one(a.show), place=one(a.place), attributed_to=one(a.attributed_to),
    )  # fmt: skip
