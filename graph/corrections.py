"""Corrections: what persons have said against what was read, as entries of a log, and the rules that those in force come to.

A correction names its target so that it is found again after the article was read anew, taken out and put in, or copied: a node by its
id (also by the id that the name alone would give), a relation by type and ends, and a single fact by its article and a digest of its words.
The graph is a function of the records and of the corrections in force, whatever the order in which either came.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import datetime

from graph.errors import InputError
from graph.identity import claim, digest, edge_ends, is_date, is_edge, label_of
from graph.ontology import ontology
from graph.records import Entity

KINDS = ("merge", "split", "rename", "retype", "reject", "alias", "date", "distinct")
_REFERENCE = re.compile(r"(.+)#(appearances|relations|reach|statements|motives):([0-9a-f]{12})", re.DOTALL)
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the log.

    Attributes:
        number: its place in the log, from 1.
        kind: one of KINDS.
        targets: ids of the node or relation that is corrected, or references to facts (see `graph.references`).
            Of `distinct`, two nodes that are not one thing: it changes nothing, and they are proposed no more.
        value: what it comes to: the node to merge into, the new name, type or date, the alias, the name of what is split off;
            where a part of an appearance is rejected, the node in that part.
        articles: of a split, the articles in which the name means something else.
        who: who said so.
        when: ISO time in UTC, to the second.
        why: the reason given.
        about: what the target was called at the time.
        active: whether it is in force, that is, not undone.
    """

    number: int
    kind: str
    targets: tuple[str, ...]
    value: str = ""
    articles: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""
    about: str = ""
    active: bool = True

    @property
    def said(self) -> tuple[object, ...]:
        """What it says, without its place in the log and whether it is in force: twice the same is one."""
        return tuple(getattr(self, f.name) for f in fields(self) if f.name not in ("number", "active"))

    @property
    def node(self) -> str | None:
        """The node that is its target; None where the target is a relation or facts."""
        [*others, last] = self.targets
        return None if others or reference(last) or is_edge(last) else last


def reference(target: str) -> tuple[str, str] | None:
    """Article and key of the fact that a target refers to; None where it is a node or an edge."""
    found = _REFERENCE.fullmatch(target)
    return (found[1], f"{found[2]}:{found[3]}") if found else None


def check(correction: Correction) -> None:
    """Hold a correction against what corrections may say.

    Raises:
        InputError: it does not say what its kind needs; the message says what is missing.
    """
    kind, value, node = correction.kind, correction.value, correction.node if correction.targets else None
    entities = ontology().entity_labels
    if kind not in KINDS:
        raise InputError(f"{kind!r} is none of {', '.join(KINDS)}")
    if not correction.targets or not all(correction.targets):
        raise InputError(f"a {kind} needs a target")
    if max(map(len, (value, correction.who, correction.why, correction.about, *correction.targets))) > _LONGEST:
        raise InputError(f"a {kind} may say {_LONGEST} characters at most")
    if any("|" in t and not is_edge(t) for t in correction.targets if not reference(t)) or (node and label_of(node) not in entities):
        raise InputError(f"{correction.targets[0]!r} is not the id of an entity, of a relation or of a fact")
    if node is None and kind in ("rename", "retype", "alias"):
        raise InputError(f"a {kind} needs the id of an entity")
    if kind in ("rename", "alias") and not value.strip():
        raise InputError(f"a {kind} needs a name")
    if kind == "retype" and value not in entities:
        raise InputError(f"{value!r} is none of {', '.join(entities)}")
    if kind == "date" and (node is not None or not is_date(value)):
        raise InputError(f"a date is an ISO day, month or year of an appearance, not {value!r}")
    if kind == "merge" and node and (not value or "|" in value or label_of(value) not in entities or value == node):
        raise InputError(f"an entity is merged into another entity, not into {value!r}")
    if kind == "distinct" and (len(correction.targets) != 2 or not all(label_of(t) in entities for t in correction.targets)):
        raise InputError("distinct are two entities, by their ids")
    if kind == "split" and node and not correction.articles:
        raise InputError("a split needs the articles in which the name means something else")
    if correction.when:
        try:
            datetime.fromisoformat(correction.when)
        except ValueError as err:
            raise InputError(f"{correction.when!r} is not an ISO time") from err


@dataclass(frozen=True, slots=True)
class Rules:
    """What the corrections in force come to; of two that speak of the same the later holds.

    Attributes:
        redirects: by node id (as named, or as resolved) the node that it is, and the number of the correction.
        splits: the same by article and node id.
        titles: by node id its name.
        aliases: by node id further names.
        rejected: nodes and relations that there are not.
        facts: by article and key of a fact the corrections of it.
    """

    redirects: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    splits: Mapping[tuple[str, str], tuple[str, int]] = field(default_factory=dict)
    titles: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    aliases: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    rejected: Mapping[str, int] = field(default_factory=dict)
    facts: Mapping[str, Mapping[str, tuple[Correction, ...]]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return any((self.redirects, self.splits, self.titles, self.aliases, self.rejected, self.facts))

    def names(self) -> list[str]:
        """Ids of all nodes that they speak of, so that the lexicon ids of these names can be looked up."""
        out = {*self.redirects, *(t for t, _ in self.redirects.values()), *self.titles, *self.aliases}
        out |= {n for _, n in self.splits} | {t for t, _ in self.splits.values()}
        for target in self.rejected:
            out |= set(edge_ends(target)[1:]) if is_edge(target) else {target}
        return sorted(out)


NONE = Rules()
"""No corrections."""


def rules(log: Iterable[Correction]) -> Rules:
    """The rules that a log comes to; entries that are undone count for nothing."""
    redirects: dict[str, tuple[str, int]] = {}
    splits: dict[tuple[str, str], tuple[str, int]] = {}
    titles: dict[str, tuple[str, int]] = {}
    aliases: dict[str, list[tuple[str, int]]] = {}
    rejected: dict[str, int] = {}
    facts: dict[str, dict[str, list[Correction]]] = {}
    for c in sorted(log, key=lambda c: c.number):
        if not c.active:
            continue
        node = c.node
        for found in filter(None, map(reference, c.targets)):
            facts.setdefault(found[0], {}).setdefault(found[1], []).append(c)
        if node is None:
            rejected.update({t: c.number for t in c.targets if c.kind == "reject" and is_edge(t)})
        elif c.kind == "merge":
            redirects[node] = c.value, c.number
        elif c.kind == "retype":
            redirects[node] = retyped(node, c.value), c.number
        elif c.kind == "alias":
            aliases.setdefault(node, []).append((c.value.strip(), c.number))
            if alias_node(node, c.value) != node:
                redirects[alias_node(node, c.value)] = node, c.number
        elif c.kind == "rename":
            titles[node] = c.value.strip(), c.number
        elif c.kind == "reject":
            rejected[node] = c.number
        elif c.kind == "split":
            new = split_node(node, c.value, c.articles)
            splits.update({(a, node): (new, c.number) for a in c.articles})
            if c.value.strip():
                titles[new] = c.value.strip(), c.number
    return Rules(
        redirects,
        splits,
        titles,
        {n: tuple(given) for n, given in aliases.items()},
        rejected,
        {a: {k: tuple(cs) for k, cs in found.items()} for a, found in facts.items()},
    )


def _named(label: str, name: str) -> str:
    return claim(Entity("", label, name), "").named


def alias_node(node: str, alias: str) -> str:
    """The node that a further name of `node` would be without it."""
    return _named(label_of(node), alias)


def retyped(node: str, label: str) -> str:
    """The node under another label."""
    return f"{label}.{node.partition('.')[2]}"


def split_node(node: str, name: str, articles: Collection[str]) -> str:
    """The node that is split off: the one of its new name, or a new one where it has none."""
    if name.strip():
        return _named(label_of(node), name)
    return f"{node}~{digest(*sorted(articles), size=8)}"
