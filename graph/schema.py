"""Constraints and indexes of the store, computed from the ontology, in the words of either engine.

Beside the ontology's labels the store keeps seven of its own, which no export of the graph shows: `Record`, the facts of
an article as they were loaded, and `Correction`, what persons have said against them, from which everything else can be computed again;
`Entry`, an article's entry in the register; `Name` and `Clue`, by which entries are found; `Import`, what was there before the last
imports; and `Revision`, which changes with each load.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.ontology import Ontology

VERSION = 3
"""Version of the graph that records come to, and of what the store keeps beside it. Raise it when the same records would come to
something else: `greenroom rebuild` then makes it anew. A constraint or index that is missing needs no new version, it is made at opening."""
REBUILDING = 0
"""Stands for the version while a store is being rebuilt."""
RECORD = "Record"
ENTRY = "Entry"
NAME = "Name"
CLUE = "Clue"
REVISION = "Revision"
CORRECTION = "Correction"
IMPORT = "Import"
INTERNAL_LABELS = (RECORD, ENTRY, NAME, CLUE, REVISION, CORRECTION, IMPORT)
INDEXED = (("Evidence", "fact"), (CLUE, "key"))
"""Labels and the property, beside the unique `id`, that their nodes are found by; a `Clue` has no `id`."""
BOOKKEEPING: Mapping[str, Mapping[str, str]] = {
    "Article": {"_article": "string"},
    "Reach": {"_as_of": "string"},
    "MENTIONS": {"_names": "strings", "_aliases": "strings", "_roles": "strings", "_wikidata": "string"},
    "PUBLISHED_BY": {"_name": "string"},
    RECORD: {"article": "string", "_facts": "string"},
    ENTRY: {
        "article": "string",
        "_facts_digest": "string",
        "_input": "string",
        "_words": "string",
        "_entry": "string",
        "_applied": "integers",
    },
    NAME: {"wikidata": "strings", "claims": "integers"},
    CLUE: {"key": "string", "article": "string", "date": "string"},
    REVISION: {"value": "string", "schema": "integer"},
    CORRECTION: {"number": "integer", "_said": "string", "active": "boolean"},
    IMPORT: {
        "step": "integer",
        "when": "string",
        "what": "string",
        "large": "integer",
        "number": "integer",
        "article": "string",
        "_facts": "string",
        "_after": "string",
    },
}
"""Properties of the store's own, by label or edge type, with their types; entities have ENTITY_BOOKKEEPING."""
ENTITY_BOOKKEEPING: Mapping[str, str] = {"_names": "strings", "_named": "integers"}
# a property whose name starts so is the store's own bookkeeping, for no export and no page
INTERNAL_PREFIX = "_"


def arcadedb_statements(ontology: Ontology) -> list[str]:
    """The schema in ArcadeDB's SQL; running it again changes nothing."""
    out = []
    out += [f"CREATE VERTEX TYPE `{label}` IF NOT EXISTS" for label in (*ontology.labels, *INTERNAL_LABELS)]
    for label in _identified(ontology):
        out += [f"CREATE PROPERTY `{label}`.id IF NOT EXISTS STRING", f"CREATE INDEX IF NOT EXISTS ON `{label}` (id) UNIQUE"]
    for label, name in INDEXED:
        out += [f"CREATE PROPERTY `{label}`.{name} IF NOT EXISTS STRING", f"CREATE INDEX IF NOT EXISTS ON `{label}` ({name}) NOTUNIQUE"]
    out += [f"CREATE EDGE TYPE `{name}` IF NOT EXISTS" for name in ontology.edges]
    return out


def constraints(labels: Iterable[str]) -> dict[str, str]:
    """By its name a constraint for each label that makes `id` unique and findable, in Neo4j's Cypher."""
    return {
        f"{label.lower()}_id": f"CREATE CONSTRAINT {label.lower()}_id IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE"
        for label in labels
    }


def neo4j_statements(ontology: Ontology) -> dict[str, str]:
    """The schema in Neo4j's Cypher, by the name of each constraint or index; running it again changes nothing."""
    out = constraints(_identified(ontology))
    for label, property_ in INDEXED:
        name = f"{label.lower()}_{property_}"
        out[name] = f"CREATE INDEX {name} IF NOT EXISTS FOR (n:{label}) ON (n.{property_})"
    return out


def _identified(ontology: Ontology) -> tuple[str, ...]:
    return tuple(label for label in (*ontology.labels, *INTERNAL_LABELS) if label != CLUE)
