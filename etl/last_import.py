"""The last import as the store remembers it, so that it can be taken back even after a restart, and by somebody else."""

from __future__ import annotations

from collections.abc import Mapping

from graph.identity import record_node
from graph.records import Facts
from graph.schema import IMPORT
from graph.store import Store, Transaction


def remember(store: Store, before: Mapping[str, Facts | None]) -> None:
    """Let an import be the last one.

    Call it before loading, as soon as `before` is known: what is cut short can then be taken back as well.

    Args:
        store: an open store.
        before: for each article of the import its facts as they were before it; None where it was not loaded.
    """
    rows = [
        {"id": record_node(article), "number": n, "article": article, "_facts": facts.to_json() if facts else ""}
        for n, (article, facts) in enumerate(before.items())
    ]

    def write(tx: Transaction) -> None:
        tx.run(f"MATCH (i:{IMPORT}) DELETE i")
        tx.run(f"UNWIND $rows AS row CREATE (i:{IMPORT}) SET i = row", {"rows": rows})

    store.transaction(write)


def remembered(store: Store) -> dict[str, Facts | None]:
    """The last import that has not been taken back, as it was remembered; empty where there is none."""
    rows = store.read(f"MATCH (i:{IMPORT}) RETURN i.article AS article, i._facts AS facts ORDER BY i.number")
    return {row["article"]: Facts.from_json(row["facts"]) if row["facts"] else None for row in rows}


def articles(store: Store) -> tuple[str, ...]:
    """Ids of the articles of the last import."""
    rows = store.read(f"MATCH (i:{IMPORT}) RETURN i.article AS article ORDER BY i.number")
    return tuple(row["article"] for row in rows)


def forget(store: Store) -> None:
    """Let there be no last import any more."""
    store.transaction(lambda tx: tx.run(f"MATCH (i:{IMPORT}) DELETE i"))
