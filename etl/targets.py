"""Targets: what a person means to correct, found in the graph by its id or name, and named so that it is found again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from etl.entries import Entries
from graph.corrections import Correction, check
from graph.entry import Entry
from graph.errors import InputError
from graph.identity import edge_ends, is_edge, label_of
from graph.ontology import ontology
from graph.records import Facts
from graph.references import reference
from graph.rows import figure_node, motive_node, statement_node
from graph.store import Store

_MOST = 8
_PARTS = ("APPEARED_IN", "HOSTED", "EPISODE_OF", "ON", "AT", "DISCUSSED")
_FACTS = ("Appearance", "Reach", "Statement", "Motive")


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be corrected: `targets` and `value` as in a correction, and what it is called."""

    targets: tuple[str, ...]
    value: str
    about: str


def entity(store: Store, words: str, label: str | None = None) -> tuple[str, str]:
    """Id and name of the entity that has this id, or bears this name, whatever the case.

    Args:
        store: an open store.
        words: an id or a name.
        label: the label that it must have, if any.

    Raises:
        InputError: there is none, or there are several of that name.
    """
    labels = [label] if label else list(ontology().entity_labels)
    if label_of(words) in labels:
        found = store.read(f"MATCH (n:{label_of(words)} {{id: $id}}) RETURN n.name AS name", {"id": words})
        if found:
            return words, found[0]["name"]
    for condition in ("toLower(n.name) = $name", "any(a IN n.aliases WHERE toLower(a) = $name)"):
        rows = []
        for one in labels:
            query = f"MATCH (n:{one}) WHERE {condition} RETURN n.id AS id, n.name AS name ORDER BY id"
            rows += store.read(query, {"name": words.strip().lower()})
        if len(rows) == 1:
            return rows[0]["id"], rows[0]["name"]
        if rows:
            told = ", ".join(row["id"] for row in rows[:_MOST]) + (" …" if len(rows) > _MOST else "")
            raise InputError(f"{words!r} may be {told}: give one of these ids")
    raise InputError(f"nothing in {store.name} is called {words!r}")


def target(store: Store, words: str) -> Target:
    """What is to be corrected: an entity by its id or name, an appearance, figure, statement or motive, a relation or a part by its id.

    Raises:
        InputError: there is no such thing.
    """
    if is_edge(words):
        type_, source, end = edge_ends(words)
        if type_ in _PARTS:
            part, occasion = (end, source) if label_of(source) == "Appearance" else (source, end)
            return Target(references(store, occasion), part, f"{named(store, part)} in {named(store, occasion)}")
        if not _borne_out(store, words):
            raise InputError(f"there is no relation {words!r} in {store.name}")
        return Target((words,), "", f"{named(store, source)} {type_.replace('_', ' ').lower()} {named(store, end)}")
    if label_of(words) in _FACTS:
        return Target(references(store, words), "", named(store, words))
    id_, name = entity(store, words)
    return Target((id_,), "", name)


def named(store: Store, id_: str) -> str:
    """What a node is called; its id where it is not there."""
    if label_of(id_) not in ontology().labels:
        return id_
    found = store.read(f"MATCH (n:{label_of(id_)} {{id: $id}}) RETURN n.name AS name", {"id": id_})
    return str(found[0]["name"]) if found and found[0]["name"] else id_


def _borne_out(store: Store, fact: str) -> list[str]:
    query = "MATCH (v:Evidence {fact: $id})-[:IN]->(a:Article) RETURN DISTINCT a._article AS article ORDER BY article"
    return [row["article"] for row in store.read(query, {"id": fact})]


def telling(store: Store, node: str) -> tuple[tuple[str, str], ...]:
    """Id and title of each article that tells of an entity or fact, by id."""
    found = "(v:Evidence {fact: $id})-[:IN]->(a:Article)"
    if label_of(node) in ontology().entity_labels:
        found = f"(n:{label_of(node)} {{id: $id}})<-[:MENTIONS]-(a:Article)"
    query = f"MATCH {found} RETURN DISTINCT a._article AS id, coalesce(a.title, a._article) AS title ORDER BY id"
    return tuple((row["id"], row["title"]) for row in store.read(query, {"id": node}))


def references(store: Store, node: str) -> tuple[str, ...]:
    """References to all that articles tell of an appearance, figure, statement or motive.

    Raises:
        InputError: there is no such node.
    """
    articles = _borne_out(store, node)
    entries = Entries(store)
    facts, there = entries.facts(articles), entries.entries(articles)
    found = tuple(reference(facts[a], *place) for a in sorted(facts) for place in _places(facts[a], there[a], node))
    if not found:
        raise InputError(f"there is no {node!r} in {store.name}")
    return found


def _places(facts: Facts, entry: Entry, node: str) -> Iterator[tuple[str, int]]:
    """Where in an article's facts a node is told of."""
    entities, occasions = entry.resolution.entities, entry.resolution.appearances
    match label_of(node):
        case "Appearance":
            yield from (("appearances", n) for n, a in enumerate(facts.appearances) if occasions.get(a.id, ("",))[0] == node)
        case "Statement":
            yield from (("statements", n) for n, s in enumerate(facts.statements) if statement_node(facts.article.id, s) == node)
        case "Motive":
            yield from (("motives", n) for n, m in enumerate(facts.motives) if motive_node(facts.article.id, m) == node)
        case "Reach":
            for n, f in enumerate(facts.reach):
                subject = entities.get(f.subject) or occasions.get(f.subject, ("",))[0]
                if figure_node(f, subject, entities.get(f.platform) if f.platform else None) == node:
                    yield "reach", n


def correction(
    store: Store, kind: str, words: str, value: str = "", *, articles: Sequence[str] = (), who: str = "", why: str = ""
) -> Correction:
    """The correction that a person means.

    Args:
        store: an open store.
        kind: one of `graph.corrections.KINDS`.
        words: what is to be corrected, see `target`.
        value: what it comes to; of a merge the id or name of the other thing, of a split the name of what is split off.
        articles: of a split, the articles in which it is something else.
        who: who says so.
        why: the reason.

    Raises:
        InputError: there is no such thing, or what the kind needs is missing.
    """
    found = target(store, words)
    targets, given = found.targets, tuple(articles)
    occasion = label_of(words) == "Appearance" and not is_edge(words)
    comes_to = found.value or value
    if kind == "merge" and occasion:
        targets = tuple(dict.fromkeys((*targets, *references(store, value))))
        comes_to = ""
    elif kind == "merge":
        comes_to = entity(store, value)[0]
    elif kind == "split" and occasion:
        targets, given = tuple(t for t in targets if t.rpartition("#")[0] in given), ()
    out = Correction(0, kind, targets, comes_to, given, who, "", why, found.about)
    check(out)
    return out
