"""The colours of labels on light and dark ground, computed from the ontology so that all of them can be seen."""

from __future__ import annotations

from functools import cache

from graph.ontology import ontology

LIGHT = "#fcfbf8"
DARK = "#111614"
CONTRAST = 3.0  # WCAG 2.2, 1.4.11: graphical objects against what is beside them
TEXT_CONTRAST = 5.0  # 1.4.3 asks for 4.5; tags stand on a tinted ground


def _channels(colour: str) -> tuple[float, float, float]:
    return (int(colour[1:3], 16) / 255, int(colour[3:5], 16) / 255, int(colour[5:7], 16) / 255)


def luminance(colour: str) -> float:
    """Relative luminance of a `#rrggbb` colour, 0 to 1 (WCAG 2.2)."""
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in _channels(colour))
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb` colours, 1 to 21 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def readable(colour: str, ground: str, least: float = CONTRAST) -> str:
    """`colour`, mixed with black or white in steps of 4 % until its contrast with `ground` is `least`."""
    end = 0.0 if luminance(ground) > 0.4 else 1.0
    for step in range(26):
        share = step * 0.04
        mixed = "#" + "".join(f"{round(255 * (c * (1 - share) + end * share)):02x}" for c in _channels(colour))
        if contrast(mixed, ground) >= least:
            return mixed
    return "#ffffff" if end else "#000000"


def ink(colour: str) -> str:
    """White or near-black, whichever is easier to see on `colour`; white where both do."""
    return "#ffffff" if contrast("#ffffff", colour) >= CONTRAST else "#14201b"


@cache
def kinds() -> dict[str, dict[str, str]]:
    """For each label: its colour (`light`, `dark`), that of its icon (`lightInk`, …), of its name (`lightText`, …), shape and icon."""
    out = {}
    for name, label in ontology().labels.items():
        light, dark = readable(label.colour, LIGHT), readable(label.colour, DARK, 4.0)
        out[name] = {
            "light": light, "lightInk": ink(light), "lightText": readable(label.colour, LIGHT, TEXT_CONTRAST),
            "dark": dark, "darkInk": ink(dark), "darkText": readable(label.colour, DARK, TEXT_CONTRAST),
            "shape": label.shape, "icon": label.icon,
        }  # fmt: skip
    return out


def colour(label: str, dark: bool) -> str:
    """The colour in which the name of a label can be read, that of text where the ontology does not know it."""
    kind = kinds().get(label)
    if kind is None:
        return "#e8ebe6" if dark else "#1b211f"
    return kind["darkText" if dark else "lightText"]
