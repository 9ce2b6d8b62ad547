"""Correcting: entries added to the log of corrections, undone and redone; each time the graph is made to agree in the same transaction."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from etl.committing import Moved, commit
from etl.corrections_log import log, write
from etl.entries import Entries
from etl.upserts import by_label, chunks
from graph.corrections import Correction, alias_node, check, reference, rules
from graph.entry import Names
from graph.errors import InputError
from graph.identity import digest, edge_ends, is_edge, label_of
from graph.placing import settled
from graph.register import change
from graph.schema import ENTRY
from graph.store import Store

Log = tuple[Correction, ...]


def now() -> str:
    """The time, as a correction notes it."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()


def add(store: Store, new: Iterable[Correction]) -> Log:
    """Add corrections to the log; one that is there already, word for word, is not added again.

    Args:
        store: an open store.
        new: the corrections; the numbers that they bear count for nothing.

    Returns:
        Those that were added, with their numbers.

    Raises:
        InputError: one does not say what its kind needs, or merges what is one already.
        StoreError: the store refuses or is gone.
    """
    given = [replace(c, when=c.when or now()) for c in new]
    for c in given:
        check(c)

    def edit(old: Log) -> Log:
        out = list(old)
        said = {c.said for c in old}
        for c in given:
            if c.said not in said:
                said.add(c.said)
                out.append(replace(c, number=len(out) + 1))
        _refuse_circles(old, tuple(out))
        return tuple(out)

    old, after = _rewrite(store, edit)
    return after[len(old) :]


def undo(store: Store, number: int | None = None) -> Correction:
    """Put a correction out of force, by default the last that is in force; returns it.

    Raises:
        InputError: there is none.
    """
    return _switch(store, number, active=False)


def redo(store: Store, number: int | None = None) -> Correction:
    """Put a correction in force again, by default the last that was undone; returns it.

    Raises:
        InputError: there is none, or it merges what is one already.
    """
    return _switch(store, number, active=True)


def _switch(store: Store, number: int | None, *, active: bool) -> Correction:
    def edit(old: Log) -> Log:
        wanted = [c for c in old if c.active is not active and number in (None, c.number)]
        if not wanted:
            which = "no correction" if number is None else f"no correction {number}"
            raise InputError(f"there is {which} to {'redo' if active else 'undo'}")
        # What was undone last is the first in the log after those in force, as undoing goes backwards.
        one = wanted[-1] if number is not None or not active else _last_undone(old)
        new = tuple(replace(c, active=active) if c.number == one.number else c for c in old)
        if active:
            _refuse_circles(old, new)
        return new

    old, after = _rewrite(store, edit)
    return next(c for c, before in zip(after, old, strict=True) if c != before)


def _last_undone(log: Log) -> Correction:
    """Of the corrections undone the one that undoing step by step would have reached last."""
    undone = [c for c in log if not c.active]
    after = [c for c in undone if not any(d.active and d.number > c.number for d in log)]
    return (after or undone[-1:])[0]


def _refuse_circles(old: Log, new: Log) -> None:
    before = rules(old)
    for c in new:
        if c.active and c.kind == "merge" and c.node and c not in old:
            ends = [settled(n, {}, before) for n in (c.node, c.value)]
            if ends[0] == ends[1]:
                raise InputError(f"{c.node} and {c.value} are one already")


def copied(store: Store, corrections: Log) -> None:
    """Make the log of a store that of another one, where the latter goes on from the former.

    Raises:
        InputError: the store has corrections of its own.
    """

    def edit(old: Log) -> Log:
        if [c.said for c in old] != [c.said for c in corrections[: len(old)]]:
            raise InputError(f"{store.name} has corrections of its own: copy into an empty store")
        return corrections

    _rewrite(store, edit)


def _rewrite(store: Store, edit: Callable[[Log], Log]) -> tuple[Log, Log]:
    """Change the log, and the graph with it; returns the log before and after."""
    while True:
        revision = store.revision()
        old = log(store)
        new = edit(old)
        if new == old:
            return old, new
        entries = Entries(store)
        concerned = _concerned(store, entries, old, new)
        facts = entries.facts(concerned)
        plan = change(facts, entries, rules(new), rules(old))
        texts = {a: f.to_json() for a, f in plan.written.items()}
        digests = {a: digest(text, size=64) for a, text in texts.items()}
        altered = [c for c in new if c not in old]
        try:
            commit(store, plan, texts, digests, before=revision, also=lambda tx: write(tx, altered))  # noqa: B023
        except Moved:
            continue
        return old, new


def _concerned(store: Store, entries: Entries, old: Log, new: Log) -> list[str]:
    """Ids of loaded articles that corrections concern which were in force before or are now, but not both."""
    before, after = ({c.number: c for c in log if c.active} for log in (old, new))
    ended = sorted(before.keys() - after.keys())
    begun = [c for n, c in sorted(after.items()) if n not in before]
    out: set[str] = set()
    for number in ended:
        out |= {
            row["article"] for row in store.read(f"MATCH (e:{ENTRY}) WHERE $n IN e._applied RETURN e.article AS article", {"n": number})
        }
    nodes: set[str] = set()
    edges: set[str] = set()
    for c in begun:
        out |= {found[0] for found in map(reference, c.targets) if found} | set(c.articles)
        node = c.node
        if node is None:
            edges |= {t for t in c.targets if is_edge(t)}
        elif c.kind == "alias":
            nodes |= {alias_node(node, c.value), *_bound(store, alias_node(node, c.value))}
        elif c.kind not in ("rename", "split"):
            nodes.add(node)
    force = rules(old)
    known = _known(entries, {*nodes, *force.names(), *(n for e in edges for n in edge_ends(e)[1:])})
    out |= entries.speaking_of({*nodes, *(settled(n, known, force) for n in nodes)})
    found = sorted({*edges, *(settled(e, known, force) for e in edges)})
    query = "UNWIND $ids AS id MATCH (v:Evidence {fact: id})-[:IN]->(a:Article) RETURN DISTINCT a._article AS article"
    for chunk in chunks(found):
        out |= {row["article"] for row in store.read(query, {"ids": chunk})}
    return sorted(entries.digests(out))


def _bound(store: Store, node: str) -> list[str]:
    """Persons known by this one word only, each in its article."""
    if label_of(node) != "Person" or "-" in node:
        return []
    return [row["id"] for row in store.read("MATCH (n:Person) WHERE n.id STARTS WITH $start RETURN n.id AS id", {"start": f"{node}@"})]


def _known(entries: Entries, names: Iterable[str]) -> Names:
    return {n: Counter(found) for n, found in entries.names(sorted(names)).items()}


def unfound(store: Store, corrections: Sequence[Correction] | None = None) -> tuple[Correction, ...]:
    """The corrections in force that find nothing to correct in what is loaded.

    Args:
        store: an open store.
        corrections: the log, where it is at hand.
    """
    active = [c for c in (log(store) if corrections is None else corrections) if c.active and c.kind != "distinct"]
    if not active:
        return ()
    rows = store.read(f"MATCH (e:{ENTRY}) WHERE e._applied IS NOT NULL UNWIND e._applied AS n RETURN DISTINCT n")
    applied = {row["n"] for row in rows}
    force = rules(active)
    known = _known(Entries(store), force.names())
    stand = {c.number: settled(c.node, known, force) for c in active if c.node and c.kind in ("rename", "alias")}
    there: set[str] = set()
    for label, ids in by_label(set(stand.values())).items():
        for chunk in chunks(ids):
            there |= {row["id"] for row in store.read(f"UNWIND $ids AS id MATCH (n:{label} {{id: id}}) RETURN id", {"ids": chunk})}
    return tuple(c for c in active if c.number not in applied and stand.get(c.number) not in there)
