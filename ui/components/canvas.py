"""The network canvas as Python sees it: nodes and links in, what was picked or opened out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from ui.components.registry import mount
from ui.parts.frame import tamed
from ui.parts.palette import kinds
from ui.parts.phrases import shorten

CAPTION = 40  # characters of a name that are written under its node


@dataclass(frozen=True, slots=True)
class Dot:
    """A node as drawn: `size` in pixels, `wave` tells in which step of opening it came (0 the first)."""

    id: str
    name: str
    label: str
    size: float
    wave: int = 0
    note: str = ""
    tentative: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A link as drawn: `width` in pixels; `claim` where only somebody quoted says so."""

    id: str
    source: str
    target: str
    text: str
    width: float = 1.5
    claim: bool = False


def drawn(dots: Sequence[Dot], lines: Sequence[Line]) -> str:
    """What stands for these nodes and links: in a key it makes of other ones another picture, arranged anew."""
    return sha256(repr((dots, lines)).encode()).hexdigest()[:16]


def network(
    dots: Sequence[Dot],
    lines: Sequence[Line],
    *,
    key: str,
    seed: str = "",
    picked: str | None = None,
    height: str = "640px",
    off: Sequence[str] = (),
    hidden: Sequence[str] = (),
    pinned: Mapping[str, tuple[int, int]] = MappingProxyType({}),
    opened: Sequence[str] = (),
    on_pick: Callable[[], None] | None = None,
    on_expand: Callable[[], None] | None = None,
    on_close: Callable[[], None] | None = None,
    on_view: Callable[[], None] | None = None,
) -> Any:
    """Draw a network, `height` high (CSS).

    Args:
        dots: the nodes.
        lines: the links.
        key: of the component; another key is another picture.
        seed: id of the node in the middle.
        picked: id of the node or link that is marked.
        height: CSS.
        off: labels and link names that the legend has switched off at first.
        hidden: ids of nodes that are hidden at first.
        pinned: where nodes are pinned at first, by id, in model pixels.
        opened: ids of the nodes whose neighbours have been opened; each is a step that can be undone.
        on_pick: called when something was picked.
        on_expand: called when a node was to be opened.
        on_close: called when the opening of a node was undone.
        on_view: called when the legend, what is hidden or what is pinned has changed.

    Returns the component's state with `picked` (`{"id", "node"}` or None), `expand` and `close` (a node's id) and `view`
    (`{"off", "hidden", "pinned"}`). The callbacks run before the page does; read the state there as `st.session_state[key]`.
    """
    return mount(
        "network",
        key=key,
        data={
            "nodes": [{**asdict(d), "name": tamed(d.name), "caption": shorten(tamed(d.name), CAPTION)} for d in dots],
            "edges": [asdict(line) for line in lines],
            "kinds": _looks(dots),
            "seed": seed,
            "picked": picked,
            "height": height,
            "off": list(off),
            "hidden": list(hidden),
            "pinned": {i: list(at) for i, at in pinned.items()},
            "opened": list(opened),
            "revision": drawn(dots, lines),
        },
        default={"picked": None, "view": None},
        on_picked_change=on_pick or _nothing,
        on_expand_change=on_expand or _nothing,
        on_close_change=on_close or _nothing,
        on_view_change=on_view or _nothing,
        height="content",
    )


def _looks(dots: Sequence[Dot]) -> Mapping[str, Mapping[str, str]]:
    shown = {d.label for d in dots}
    return {label: look for label, look in kinds().items() if label in shown}


def _nothing() -> None:
    """A component's state is kept only where a callback is named."""
