"""The ontology: labels, edge types and relation types, read from `ontology.toml` and checked while reading."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from graph.errors import OntologyError

PATH = Path(__file__).with_name("ontology.toml")
ROLES = ("entity", "fact", "source")
PROPERTY_TYPES = ("string", "integer", "float", "boolean", "strings")


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or edge: its type, unit (may be empty) and meaning."""

    name: str
    type: str
    unit: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Label:
    """A node label with its look in the explorer; `role` is entity, fact or source."""

    name: str
    role: str
    meaning: str
    colour: str
    shape: str
    icon: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A structural edge type, or a relation type (`relation` is true) that articles state between entities."""

    name: str
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    meaning: str
    example: str
    symmetric: bool
    relation: bool


@dataclass(frozen=True, slots=True)
class Ontology:
    """All labels and edge types, by name, in the order of the file."""

    version: int
    labels: Mapping[str, Label]
    edges: Mapping[str, EdgeType]
    edge_properties: tuple[Property, ...]

    @property
    def entity_labels(self) -> tuple[str, ...]:
        """Labels of things with a name or description, in the order of the file."""
        return tuple(n for n, label in self.labels.items() if label.role == "entity")

    @property
    def relations(self) -> Mapping[str, EdgeType]:
        """The relation types that articles state, by name."""
        return {n: e for n, e in self.edges.items() if e.relation}

    def allows(self, subject: str, predicate: str, object_: str) -> bool:
        """Whether an edge of type `predicate` may lead from label `subject` to label `object_`."""
        edge = self.edges.get(predicate)
        return edge is not None and subject in edge.sources and object_ in edge.targets


def _properties(block: Mapping[str, Any], where: str) -> tuple[Property, ...]:
    out = []
    for name, spec in block.items():
        if spec.get("type") not in PROPERTY_TYPES:
            raise OntologyError(f"ontology: {where}.{name}: type is {spec.get('type')!r}, not one of {', '.join(PROPERTY_TYPES)}")
        if not spec.get("meaning"):
            raise OntologyError(f"ontology: {where}.{name}: no meaning given")
        out.append(Property(name, spec["type"], spec.get("unit", ""), spec["meaning"]))
    return tuple(out)


def _edge(name: str, spec: Mapping[str, Any], labels: Mapping[str, Label], relation: bool) -> EdgeType:
    for key in ("from", "to", "meaning", "example"):
        if not spec.get(key):
            raise OntologyError(f"ontology: edge type {name}: no '{key}' given")
    for label in (*spec["from"], *spec["to"]):
        if label not in labels:
            raise OntologyError(f"ontology: edge type {name} names the label {label!r}, which is not declared")
    if name in {label.upper() for label in labels}:
        raise OntologyError(f"ontology: edge type {name} has the same name as a label")
    return EdgeType(name, tuple(spec["from"]), tuple(spec["to"]), spec["meaning"], spec["example"], bool(spec.get("symmetric")), relation)


def parse(text: str) -> Ontology:
    """The ontology written in `text` (TOML).

    Raises:
        OntologyError: the text is not TOML, or contradicts itself; the message names the culprit.
    """
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as err:
        raise OntologyError(f"ontology: not TOML: {err}") from err
    blocks = raw.get("properties", {})
    shared = _properties(blocks.get("entity", {}), "properties.entity")
    labels: dict[str, Label] = {}
    for name, spec in raw.get("labels", {}).items():
        if spec.get("role") not in ROLES:
            raise OntologyError(f"ontology: label {name}: role is {spec.get('role')!r}, not one of {', '.join(ROLES)}")
        for key in ("meaning", "colour", "shape", "icon"):
            if not spec.get(key):
                raise OntologyError(f"ontology: label {name}: no '{key}' given")
        own = _properties(blocks.get(name, {}), f"properties.{name}")
        properties = (*shared, *own) if spec["role"] == "entity" else own
        labels[name] = Label(name, spec["role"], spec["meaning"], spec["colour"], spec["shape"], spec["icon"], properties)
    for name in blocks:
        if name not in labels and name not in ("entity", "edge"):
            raise OntologyError(f"ontology: properties.{name}: there is no label {name}")
    edges: dict[str, EdgeType] = {}
    for block, relation in (("edges", False), ("relations", True)):
        for name, spec in raw.get(block, {}).items():
            if name in edges:
                raise OntologyError(f"ontology: edge type {name} is declared twice")
            edges[name] = _edge(name, spec, labels, relation)
    return Ontology(int(raw.get("version", 0)), labels, edges, _properties(blocks.get("edge", {}), "properties.edge"))


@cache
def ontology() -> Ontology:
    """The shipped ontology, loaded once."""
    return parse(PATH.read_text(encoding="utf-8"))
