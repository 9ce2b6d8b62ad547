"""The log of corrections as the store keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from graph.corrections import Correction
from graph.schema import CORRECTION
from graph.store import Store, Transaction


def log(store: Store) -> tuple[Correction, ...]:
    """All corrections, in the order in which they were made."""
    rows = store.read(f"MATCH (c:{CORRECTION}) RETURN c._said AS said, c.active AS active ORDER BY c.number")
    return tuple(_correction(row["said"], row["active"]) for row in rows)


def write(tx: Transaction, corrections: Iterable[Correction]) -> None:
    """Write corrections; those that are there by their number are written over."""
    rows = []
    for c in corrections:
        said = {name: value for name, value in asdict(c).items() if name != "active"}
        text = json.dumps(said, ensure_ascii=False, sort_keys=True)
        rows.append({"id": f"{CORRECTION}.{c.number}", "number": c.number, "active": c.active, "_said": text})
    if rows:
        tx.run(f"UNWIND $rows AS row MERGE (c:{CORRECTION} {{id: row.id}}) SET c += row", {"rows": rows})


def _correction(said: str, active: bool) -> Correction:
    raw = json.loads(said)
    return Correction(**{**raw, "targets": tuple(raw["targets"]), "articles": tuple(raw["articles"]), "active": active})
