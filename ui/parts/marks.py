"""An article's text with its mentions marked: escaped HTML, each mark with colour, underline and tag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.parts.links import href, network_query
from ui.parts.look import escape
from ui.parts.palette import colour


@dataclass(frozen=True, slots=True)
class Mark:
    """A mention to be marked: code points `start:end`, the label of what is mentioned, its id and name."""

    start: int
    end: int
    label: str
    node: str
    name: str


def reader(text: str, marks: Sequence[Mark], *, here: tuple[int, int] | None = None, dark: bool = False, linked: bool = True) -> str:
    """The text as HTML paragraphs; every character of it is escaped.

    Args:
        text: the article's body.
        marks: mentions; where two overlap, the one that begins first and is longer wins.
        here: a stretch to set off, with the element id `here` at its start.
        dark: whether the page's ground is dark.
        linked: whether marks lead to the networks of what they name.
    """
    chosen = _apart(marks, len(text))
    seen: set[str] = set()
    out = ['<div class="reader">']
    start = 0
    for block in text.split("\n"):
        end = start + len(block)
        if block.strip():
            inside = [m for m in chosen if m.start >= start and m.end <= end]
            out.append(f"<p>{_paragraph(text, start, end, inside, here, dark, linked, seen)}</p>")
        start = end + 1
    out.append("</div>")
    return "".join(out)


def _apart(marks: Sequence[Mark], size: int) -> list[Mark]:
    chosen: list[Mark] = []
    for mark in sorted(marks, key=lambda m: (m.start, -m.end, m.node)):
        if 0 <= mark.start < mark.end <= size and (not chosen or mark.start >= chosen[-1].end):
            chosen.append(mark)
    return chosen


def _paragraph(
    text: str, start: int, end: int, marks: list[Mark], here: tuple[int, int] | None, dark: bool, linked: bool, seen: set[str]
) -> str:
    out = []
    at = start
    for mark in marks:
        out.append(_stretch(text, at, mark.start, here))
        out.append(_mark(text, mark, here, dark, linked, seen))
        at = mark.end
    out.append(_stretch(text, at, end, here))
    return "".join(out)


def _stretch(text: str, start: int, end: int, here: tuple[int, int] | None) -> str:
    """Plain text, with what lies within `here` set off."""
    if here is None or here[1] <= start or here[0] >= end:
        return escape(text[start:end])
    low, high = max(start, here[0]), min(end, here[1])
    anchor = ' id="here"' if low == here[0] else ""
    return f'{escape(text[start:low])}<span class="here"{anchor}>{escape(text[low:high])}</span>{escape(text[high:end])}'


def _mark(text: str, mark: Mark, here: tuple[int, int] | None, dark: bool, linked: bool, seen: set[str]) -> str:
    ground = colour(mark.label, dark)
    # The tag stands at the first mention of each thing only: at all of them the text could not be read.
    thing = mark.node or mark.name
    tag = "" if thing in seen else f' data-tag="{escape(mark.label)}"'
    seen.add(thing)
    inner = _stretch(text, mark.start, mark.end, here)
    title = escape(f"{mark.name} · {mark.label}")
    marked = f'<mark style="--mark:{ground}"{tag} title="{title}">{inner}</mark>'
    if not linked:
        return marked
    target = escape(href("network", network_query(mark.node)))
    return f'<a href="{target}" target="_self">{marked}</a>'
