"""GEXF, the format of Gephi: with the colours of the explorer, sizes by number of articles, and when things happened or were told."""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Iterator, Mapping
from pathlib import Path

from graph.export.files import writing
from graph.export.markup import edge_columns, node_columns, quoted, values
from graph.export.reading import Graph
from graph.identity import is_date
from graph.ontology import ontology
from graph.subgraph import Edge, Node

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.gexf.net/1.2draft http://www.gexf.net/1.2draft/gexf.xsd" version="1.2">
<meta>
<creator>Greenroom</creator>
</meta>
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
"""
_LEAST = 4.0
_WHEN = {"Appearance": "date", "Reach": "as_of", "Article": "published", "Date": "name"}
"""Properties that say when a node was; what has none is there all the time."""


def write(graph: Graph, folder: Path) -> list[Path]:
    """Write `graph.gexf`, as the graph is read."""
    path = folder / "graph.gexf"
    with writing(path) as file:
        file.write(_HEAD)
        for what, columns in (("node", node_columns()), ("edge", edge_columns())):
            file.write(f'<attributes class="{what}" mode="static">\n')
            file.writelines(f'<attribute id="{what}.{name}" title="{name}" type="{type_}"/>\n' for name, type_ in columns.items())
            file.write("</attributes>\n")
        file.write("<nodes>\n")
        for label in ontology().labels:
            file.writelines(_node(n) for n in graph.nodes(label))
        file.write("</nodes>\n<edges>\n")
        file.writelines(_edge(e) for e in graph.edges())
        file.write("</edges>\n</graph>\n</gexf>\n")
    return [path]


def _node(n: Node) -> str:
    size = _LEAST * (1 + math.log2(1 + n.properties.get("articles", 0)))
    span = _span(n.properties.get(_WHEN.get(n.label, "")), None)
    return (
        f"<node id={quoted(n.id)} label={quoted(n.name)}{_attributes(span)}>\n"
        f"<viz:color {_colour(ontology().labels[n.label].colour)}/>\n"
        f'<viz:size value="{size:.2f}"/>\n'
        f"{_values('node', {'entity': n.label} | values(n.properties))}</node>\n"
    )


def _edge(e: Edge) -> str:
    span = _span(e.properties.get("first_seen"), e.properties.get("last_seen"))
    weight = {"weight": f"{float(e.properties.get('articles', 1))}"}
    return (
        f"<edge id={quoted(e.id)} source={quoted(e.source)} target={quoted(e.target)}{_attributes(weight | span)}>\n"
        f"{_values('edge', {'relation': e.type} | values(e.properties))}</edge>\n"
    )


def _values(what: str, given: Mapping[str, str]) -> str:
    lines: Iterator[str] = (f'<attvalue for="{what}.{name}" value={quoted(value)}/>\n' for name, value in given.items())
    return f"<attvalues>\n{''.join(lines)}</attvalues>\n"


def _attributes(given: Mapping[str, str]) -> str:
    return "".join(f' {name}="{value}"' for name, value in given.items())


def _colour(code: str) -> str:
    return f'r="{int(code[1:3], 16)}" g="{int(code[3:5], 16)}" b="{int(code[5:7], 16)}" a="1.0"'


def _span(first: str | None, last: str | None) -> dict[str, str]:
    """First and last day of what may be told as a month or a year."""
    end = last or first
    if not (is_date(first) and is_date(end)):
        return {}
    assert first is not None
    assert end is not None
    begin = first + "-01-01"[len(first) - 4 :] if len(first) < 10 else first
    if len(end) == 4:
        end += "-12"
    if len(end) == 7:
        end += f"-{monthrange(int(end[:4]), int(end[5:]))[1]}"
    return {"start": begin, "end": end}
