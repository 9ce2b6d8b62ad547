"""An occasion as its card shows it: what each article says of it, side by side, its figures and motives, and where they disagree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.entry import Entry
from graph.errors import InputError
from graph.identity import edge_id, record_node
from graph.records import Appearance, Facts
from graph.schema import ENTRY, RECORD
from graph.store import Store
from graph.subgraph.evidence import EvidenceRow, evidence
from graph.subgraph.neighbourhood import Node, nodes

SLOTS: Mapping[str, tuple[str, bool]] = {
    "guests": ("APPEARED_IN", False),
    "hosts": ("HOSTED", False),
    "shows": ("EPISODE_OF", True),
    "platforms": ("ON", True),
    "places": ("AT", True),
    "dates": ("ON_DATE", True),
    "topics": ("DISCUSSED", True),
}
"""For each slot the type of its edges, and whether they lead away from the occasion."""
UNDISPUTED = ("date in words", "topics")
"""Terms of which one article may tell more, or otherwise, without another being wrong."""


@dataclass(frozen=True, slots=True)
class Filler:
    """What stands in a slot, with the sentences that say so."""

    node: Node
    proofs: tuple[EvidenceRow, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's word on an occasion: values by term, names as the article's own; empty where it says nothing."""

    article: str
    title: str
    outlet: str | None
    published: str | None
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Card:
    """An occasion with all that is known of it.

    Attributes:
        node: the occasion.
        proofs: the sentences that tell of it.
        slots: what stands in each slot of SLOTS.
        figures: figures of reach of the occasion itself, then of its shows and platforms, each with its subject's name.
        motives: why somebody took part.
        tellings: what each article says, in order of publication.
        disputed: the terms on which two articles say different things.
    """

    node: Node
    proofs: tuple[EvidenceRow, ...]
    slots: Mapping[str, tuple[Filler, ...]]
    figures: tuple[tuple[str, Filler], ...]
    motives: tuple[Filler, ...]
    tellings: tuple[Telling, ...]
    disputed: tuple[str, ...]


def card(store: Store, id_: str) -> Card:
    """The occasion with this id.

    Raises:
        InputError: there is none.
    """
    node = nodes(store, [id_]).get(id_)
    if node is None or node.label != "Appearance":
        raise InputError(f"there is no appearance {id_} in the store")
    slots = {slot: _slot(store, id_, type_, away) for slot, (type_, away) in SLOTS.items()}
    subjects = [node, *(f.node for slot in ("shows", "platforms") for f in slots[slot])]
    figures = [
        (s.name, f) for s in subjects for f in _bearing(store, s.id, "MATCH (n:Reach)-[:OF]->(s {id: $id}) RETURN n.id AS id ORDER BY id")
    ]
    motives = _bearing(store, id_, "MATCH (n:Motive)-[:FOR]->(s:Appearance {id: $id}) RETURN n.id AS id ORDER BY id")
    tellings = _tellings(store, id_)
    return Card(node, tuple(evidence(store, id_)), slots, tuple(figures), tuple(motives), tellings, disputed(tellings))


def disputed(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The terms on which two articles say different things: neither has all that the other has, and no date is a part of the other."""
    out = []
    for term in (t for t in tellings[0].values if t not in UNDISPUTED) if tellings else ():
        said = [t.values[term] for t in tellings if t.values[term]]
        if any(_differ(term, a, b) for n, a in enumerate(said) for b in said[:n]):
            out.append(term)
    return tuple(out)


def _differ(term: str, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if term == "date":
        return not (a[0].startswith(b[0]) or b[0].startswith(a[0]))
    one, other = ({v.casefold() for v in values} for values in (a, b))
    return not (one <= other or other <= one)


def _slot(store: Store, occasion: str, type_: str, away: bool) -> tuple[Filler, ...]:
    pattern = f"(a:Appearance {{id: $id}})-[:{type_}]->(n)" if away else f"(a:Appearance {{id: $id}})<-[:{type_}]-(n)"
    ids = sorted({row["id"] for row in store.read(f"MATCH {pattern} RETURN n.id AS id", {"id": occasion})})
    found = nodes(store, ids)
    return tuple(
        Filler(found[i], tuple(evidence(store, edge_id(type_, occasion, i) if away else edge_id(type_, i, occasion))))
        for i in ids
        if i in found
    )


def _bearing(store: Store, subject: str, query: str) -> list[Filler]:
    ids = [row["id"] for row in store.read(query, {"id": subject})]
    return [Filler(n, tuple(evidence(store, i))) for i, n in nodes(store, ids).items()]


def _tellings(store: Store, occasion: str) -> tuple[Telling, ...]:
    query = (
        "MATCH (v:Evidence {fact: $id})-[:IN]->(a:Article) "
        "RETURN DISTINCT a._article AS id, a.title AS title, a.outlet AS outlet, a.published AS published"
    )
    rows = sorted(store.read(query, {"id": occasion}), key=lambda r: (r["published"] or "9999", r["id"]))
    out = []
    for row in rows:
        kept = store.read(
            f"MATCH (r:{RECORD} {{id: $id}}) MATCH (e:{ENTRY} {{id: $id}}) RETURN r._facts AS facts, e._entry AS entry",
            {"id": record_node(row["id"])},
        )
        if not kept:
            continue
        facts, entry = Facts.from_json(kept[0]["facts"]), Entry.from_json(kept[0]["entry"])
        locals_ = {local for local, (node, _) in entry.resolution.appearances.items() if node == occasion}
        said = _said(facts, locals_)
        if said:
            out.append(Telling(row["id"], row["title"] or row["id"], row["outlet"], row["published"], said))
    return tuple(out)


def _said(facts: Facts, wanted: set[str]) -> dict[str, tuple[str, ...]]:
    names = {e.id: e.name for e in facts.entities}
    told: list[Appearance] = [a for a in facts.appearances if a.id in wanted]
    out: dict[str, list[str]] = defaultdict(list)
    for a in told:
        minutes = [] if a.duration_minutes is None else [f"{a.duration_minutes:g} minutes"]
        show, place = ([names[i]] if i else [] for i in (a.show, a.place))
        for term, values in (
            ("kind", [a.kind.replace("_", " ")]), ("status", [a.status]), ("guests", [names[i] for i in a.guests]),
            ("hosts", [names[i] for i in a.hosts]), ("show", show), ("platforms", [names[i] for i in a.platforms]), ("place", place),
            ("date", [a.date] if a.date else []), ("date in words", [a.date_text] if a.date_text else []), ("length", minutes),
            ("topics", [names[i] for i in a.topics]),
            ("figures", [f"{f.value:,.0f} {f.unit}" for f in facts.reach if f.subject == a.id]),
        ):  # fmt: skip
            out[term] += values
    return {term: tuple(dict.fromkeys(values)) for term, values in out.items()} if told else {}
