"""Proposals: pairs of nodes that are likely one thing, with the reasons, for a person to accept or refuse.

Nothing is joined here. Two are proposed when their names are compatible (a short first name, an initial, one letter otherwise, a generic word
more, a surname alone) and the graph knows something that both have in common: a role, a show, a firm, people whom both met. Names that lexicon
ids tell apart are never proposed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations

from graph.corrections import Correction
from graph.identity import label_of, name_key
from graph.nicknames import same_first_name
from graph.store import Store

_NAMED = ("Person", "Show", "Organization", "Platform", "Outlet")
_GENERIC = frozenset("podcast show media group network company radio tv television news live with the campaign inc".split())
_SUFFIXES = frozenset("jr sr ii iii iv".split())
_HUB = 60
"""What so many have to do with says little about who is who."""
MOST = 200
"""Proposals that are given at most."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two nodes that are likely one: ids and names, the one to be merged first, why, and how many things speak for it."""

    one: str
    other: str
    names: tuple[str, str]
    reasons: tuple[str, ...]
    weight: int


@dataclass(frozen=True, slots=True)
class _Thing:
    id: str
    name: str
    words: tuple[str, ...]
    roles: frozenset[str]
    wikidata: str | None
    articles: int


def proposals(store: Store, log: Collection[Correction] = ()) -> tuple[Proposal, ...]:
    """The likeliest first, at most MOST.

    Args:
        store: an open store.
        log: the corrections; pairs that a person has called distinct are left out.
    """
    distinct = {frozenset(c.targets) for c in log if c.active and c.kind == "distinct"}
    out = []
    for label in _NAMED:
        things = _things(store, label)
        pairs = [(a, b, why) for a, b, why in _compatible(label, things) if frozenset((a.id, b.id)) not in distinct]
        company = _company(store, label, {t.id for a, b, _ in pairs for t in (a, b)}) if pairs else {}
        for a, b, why in pairs:
            reasons = _in_common(a, b, company)
            if reasons:
                one, other = sorted((a, b), key=lambda t: (t.articles, len(t.name), t.id))
                out.append(Proposal(one.id, other.id, (one.name, other.name), (why, *reasons), len(reasons)))
    return tuple(sorted(out, key=lambda p: (-p.weight, p.one, p.other))[:MOST])


def _things(store: Store, label: str) -> list[_Thing]:
    rows = store.read(
        f"MATCH (n:{label}) RETURN n.id AS id, n.name AS name, n.roles AS roles, n.wikidata AS wikidata, n.articles AS articles"
    )
    return [
        _Thing(
            row["id"], row["name"], tuple(name_key(row["name"]).split("-")), frozenset(r.casefold() for r in row["roles"] or ()),
            row["wikidata"], int(row["articles"] or 0),
        )
        for row in sorted(rows, key=lambda row: row["id"])
    ]  # fmt: skip


def _compatible(label: str, things: list[_Thing]) -> Iterator[tuple[_Thing, _Thing, str]]:
    """Pairs whose names may be one thing's, and why."""
    blocks: dict[str, list[_Thing]] = defaultdict(list)
    for t in things:
        for key in _blocks(label, t.words):
            blocks[key].append(t)
    seen = set()
    for _, block in sorted(blocks.items()):
        for a, b in combinations(block, 2) if len(block) <= _HUB else ():
            if (a.id, b.id) in seen or (a.wikidata and b.wikidata) or _of_another_generation(a, b):
                continue
            seen.add((a.id, b.id))
            why = _person(a.words, b.words) if label == "Person" else _thing(a.words, b.words)
            if why:
                yield a, b, why


def _of_another_generation(a: _Thing, b: _Thing) -> bool:
    """Whether one of two is a junior of somebody whom the lexicon knows: a son is not his father."""
    return bool(a.wikidata or b.wikidata) and set(a.words) & _SUFFIXES != set(b.words) & _SUFFIXES


def _blocks(label: str, words: tuple[str, ...]) -> set[str]:
    if label == "Person":
        plain = [w for w in words if w not in _SUFFIXES] or list(words)
        return {plain[-1], f"{plain[0]} {plain[-1][:3]}"}
    return {w for w in words if w not in _GENERIC}


def _person(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    first, second = ([w for w in words if w not in _SUFFIXES] or list(words) for words in (a, b))
    if len(first) == 1 or len(second) == 1:
        short, long = sorted((first, second), key=len)
        return f"“{short[0].capitalize()}” may be the surname" if len(long) > 1 and short[0] == long[-1] else None
    if first[-1] == second[-1]:
        return same_first_name(first[0], second[0])
    if first[0] == second[0] and _one_letter(first[-1], second[-1]):
        return f"{first[-1].capitalize()} and {second[-1].capitalize()} differ by a letter"
    return None


def _thing(a: tuple[str, ...], b: tuple[str, ...]) -> str | None:
    more = set(a) ^ set(b)
    if more and more <= _GENERIC and set(a) & set(b):
        return f"the names differ by “{' '.join(sorted(more))}” only"
    if len("".join(a)) > 7 and _one_letter(" ".join(a), " ".join(b)):
        return "the names differ by a letter"
    return None


def _one_letter(a: str, b: str) -> bool:
    """Whether one letter more, less or otherwise makes one of the other; short words differ by more than that."""
    if a == b or min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    n = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[n + 1 :] == b[n + 1 :] or a[n:] == b[n + 1 :] or a[n + 1 :] == b[n:]


def _company(store: Store, label: str, ids: Collection[str]) -> dict[str, dict[str, str]]:
    """By node what it has to do with, id and name: by a relation, or by an appearance."""
    direct = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})-[]-(m) WHERE m.articles IS NOT NULL AND m.name IS NOT NULL "
    by_way = f"UNWIND $ids AS id MATCH (n:{label} {{id: id}})-[]-(a:Appearance)-[]-(m) WHERE m.id <> id AND m.articles IS NOT NULL "
    out: dict[str, dict[str, str]] = defaultdict(dict)
    for query in (direct, by_way):
        for row in store.read(query + "RETURN DISTINCT id, m.id AS other, m.name AS name", {"ids": sorted(ids)}):
            if label_of(row["other"]) in (*_NAMED, "Place"):
                out[row["id"]][row["other"]] = row["name"]
    return out


def _in_common(a: _Thing, b: _Thing, company: dict[str, dict[str, str]]) -> list[str]:
    """What speaks for the two being one, in words."""
    out = [f"both called {role}" for role in sorted(a.roles & b.roles)[:3]]
    mine, yours = company.get(a.id, {}), company.get(b.id, {})
    shared = sorted((mine.keys() & yours.keys()) - {a.id, b.id})
    return out + [f"both with {mine[n]}" for n in shared[:4]]
