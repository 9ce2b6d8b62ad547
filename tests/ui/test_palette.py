"""The colours of labels can be seen on both grounds, and glyphs on them."""

from __future__ import annotations

from itertools import combinations

import pytest

from graph.ontology import ontology
from ui.components.registry import _ROOT
from ui.parts.palette import CONTRAST, DARK, LIGHT, contrast, kinds, readable


@pytest.mark.parametrize("label", list(ontology().labels))
def test_a_label_can_be_seen_on_both_grounds(label: str) -> None:
    kind = kinds()[label]
    assert contrast(kind["light"], LIGHT) >= CONTRAST
    assert contrast(kind["dark"], DARK) >= CONTRAST
    assert contrast(kind["light"], kind["lightInk"]) >= CONTRAST
    assert contrast(kind["dark"], kind["darkInk"]) >= CONTRAST


def test_labels_differ_in_more_than_colour() -> None:
    looks = [(label.shape, label.icon) for label in ontology().labels.values()]
    assert all(a[1] != b[1] for a, b in combinations(looks, 2))


def test_the_grounds_are_those_of_the_theme() -> None:
    import tomllib

    theme = tomllib.loads((_ROOT.parents[1] / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
    assert (theme["light"]["backgroundColor"], theme["dark"]["backgroundColor"]) == (LIGHT, DARK)


@pytest.mark.parametrize("colour", ["#ffffff", "#000000", "#777777", "#e69f00"])
@pytest.mark.parametrize("ground", [LIGHT, DARK])
def test_readable_reaches_the_contrast(colour: str, ground: str) -> None:
    assert contrast(readable(colour, ground, 4.5), ground) >= 4.5


@pytest.mark.parametrize("icon", sorted({label.icon for label in ontology().labels.values()}))
def test_the_bundle_holds_the_icons_of_the_ontology(icon: str) -> None:
    assert icon in (_ROOT / "bundle" / "network.js").read_text(encoding="utf-8")
