"""The evidence for a fact: the exact stretches of articles that bear it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from graph.identity import edge_ends, is_edge, label_of
from graph.ontology import ontology
from graph.store import Store


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """One stretch of one article; `attributed_to` is the name of who says so, None where it is the writer."""

    article_id: str
    title: str
    outlet: str | None
    published: str | None
    start: int
    end: int
    quote: str
    slot: str | None
    rule: str
    confidence: float
    attributed_to: str | None


def evidence(store: Store, fact_id: str) -> list[EvidenceRow]:
    """What bears out an edge or a fact node, in order of publication and then of the text.

    Args:
        store: an open store.
        fact_id: the id of an edge, or of an Appearance, Reach, Statement or Motive. An edge that only ties a fact node to
            its parts (such as SAID) is borne out by what bears out that node.

    Returns:
        The rows; none for ids that are not facts.
    """
    rows = _rows(store, fact_id)
    if rows or not is_edge(fact_id):
        return rows
    for end in edge_ends(fact_id)[1:]:
        label = ontology().labels.get(label_of(end))
        if label is not None and label.role == "fact":
            return _rows(store, end)
    return []


def _rows(store: Store, fact_id: str) -> list[EvidenceRow]:
    query = (
        "MATCH (v:Evidence {fact: $fact})-[:IN]->(a:Article) "
        "RETURN v.id AS id, v.start AS start, v.end AS end, v.quote AS quote, v.slot AS slot, v.rule AS rule, v.confidence AS confidence, "
        "v.attributed_to AS speaker, a.id AS article, a.title AS title, a.outlet AS outlet, a.published AS published, a._article AS given "
        "ORDER BY coalesce(published, '9999'), article, start, end, id"
    )
    found = store.read(query, {"fact": fact_id})
    names = {s: _name(store, s) for s in sorted({row["speaker"] for row in found if row["speaker"]})}
    return [_row(row, names) for row in found]


def _row(row: dict[str, Any], names: dict[str, str]) -> EvidenceRow:
    return EvidenceRow(
        row["given"], row["title"] or row["given"], row["outlet"], row["published"], row["start"], row["end"], row["quote"], row["slot"],
        row["rule"], row["confidence"], names.get(row["speaker"]),
    )  # fmt: skip


def _name(store: Store, id_: str) -> str:
    label = label_of(id_)
    rows = store.read(f"MATCH (n:{label} {{id: $id}}) RETURN n.name AS name", {"id": id_}) if label in ontology().labels else []
    return rows[0]["name"] if rows else id_
