"""What GraphML and GEXF have in common: values that XML can carry, and the columns that a graph may have, by the ontology."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from graph.ontology import Property, ontology

# characters that no XML file may contain, whatever the articles say
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# GEXF takes these two for points in time
_RENAMED = {"start": "start_offset", "end": "end_offset"}
_TYPES = {"string": "string", "strings": "string", "integer": "long", "float": "double", "boolean": "boolean"}


def node_columns() -> dict[str, str]:
    """Names and types of what nodes may have: `entity` is a node's label."""
    return {"entity": "string"} | _columns(p for label in ontology().labels.values() for p in label.properties)


def edge_columns() -> dict[str, str]:
    """Names and types of what edges may have: `relation` is an edge's type."""
    return {"relation": "string"} | _columns(ontology().edge_properties)


def _columns(properties: Iterable[Property]) -> dict[str, str]:
    out: dict[str, str] = {}
    for p in properties:
        if p.name != "id":
            name, type_ = _RENAMED.get(p.name, p.name), _TYPES[p.type]
            assert out.setdefault(name, type_) == type_, f"{name} is of several types"
    return out


def values(properties: Mapping[str, Any]) -> dict[str, str]:
    """Properties by the names of columns, as text; lists are joined by `; `."""
    return {_RENAMED.get(name, name): _written(value) for name, value in properties.items()}


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)


def text(words: str) -> str:
    """Words as the text of an element."""
    # a parser would take a bare carriage return for a line end
    return escape(_clean(words), {"\r": "&#13;"})


def quoted(words: str) -> str:
    """Words as the value of an attribute, in quotation marks."""
    return quoteattr(_clean(words))


def _clean(words: str) -> str:
    return _FORBIDDEN.sub("\ufffd", words)
