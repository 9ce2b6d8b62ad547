"""The graph for networkx, with values that XML formats can carry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import networkx

from graph.export.dump import Dump

# characters that no XML file may contain, whatever the articles say
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

# GEXF takes these two for points in time
_RENAMED = {"start": "start_offset", "end": "end_offset"}


def network(graph: Dump) -> networkx.MultiDiGraph:
    """All nodes and edges, lists joined by `; `: `label` is the name, `entity` a node's label, `relation` an edge's type."""
    out = networkx.MultiDiGraph()
    for nodes in graph.nodes.values():
        for n in nodes:
            out.add_node(n.id, label=_clean(n.name), entity=n.label, **_attributes(n.properties))
    for edges in graph.edges.values():
        for e in edges:
            out.add_edge(e.source, e.target, key=e.id, relation=e.type, **_attributes(e.properties))
    return out


def _attributes(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {_RENAMED.get(name, name): _value(value) for name, value in properties.items()}


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return _clean("; ".join(map(str, value)))
    return _clean(value) if isinstance(value, str) else value


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
