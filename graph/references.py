"""References: how a correction names one fact of one article, so that it is found again when the article has been read anew."""

from __future__ import annotations

from collections import Counter
from typing import Any

from graph.identity import digest, name_key
from graph.records import Appearance, Facts, Motive, Reach, Relation, Statement


def keys(facts: Facts) -> dict[str, tuple[str, int]]:
    """By its key, family and place of each fact but the entities; those that say the same in the same words are told apart by their order."""
    names = {e.id: name_key(e.name) for e in facts.entities}
    out: dict[str, tuple[str, int]] = {}
    same: Counter[tuple[str, ...]] = Counter()
    for family in ("appearances", "relations", "reach", "statements", "motives"):
        for n, fact in enumerate(getattr(facts, family)):
            said = (family, *_words(fact, names), _sentence(facts, fact))
            again = (str(same[said]),) if same[said] else ()
            same[said] += 1
            out[f"{family}:{digest(*said, *again, size=12)}"] = (family, n)
    return out


def reference(facts: Facts, family: str, number: int) -> str:
    """The reference to the fact that stands at `number` in its family."""
    by_place = {place: key for key, place in keys(facts).items()}
    return f"{facts.article.id}#{by_place[family, number]}"


def _words(fact: Any, names: dict[str, str]) -> tuple[str, ...]:
    match fact:
        case Appearance():
            people = ("guests", *sorted(names[g] for g in fact.guests), "hosts", *sorted(names[h] for h in fact.hosts))
            return *people, "show", names[fact.show] if fact.show else ""
        case Relation():
            return names[fact.subject], fact.predicate, names[fact.object]
        case Reach():
            return names.get(fact.subject, ""), f"{fact.value:g}", fact.unit
        case Statement():
            return (names[fact.speaker],)
        case Motive():
            return (names[fact.actor],)
    raise AssertionError(f"no fact: {fact!r}")


def _sentence(facts: Facts, fact: Any) -> str:
    """The words that bear the fact out, without regard to where they stand."""
    spans = [(fact.start, fact.end)] if isinstance(fact, Statement | Motive) else sorted(fact.evidence)[:1]
    return " ".join(w for start, end in spans for w in facts.article.text[start:end].split())
