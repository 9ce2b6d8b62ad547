"""Makes the bundled components known to Streamlit, so that their scripts are served as files and cached.

Streamlit looks for components only in the manifests of installed distributions, and a checkout that runs as
`streamlit run app.py` is not one; sending the script along with each rerun would cost 600 kB a time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

_ROOT = Path(__file__).parent


def mount(name: str, **given: Any) -> Any:
    """Show the component of bundle/`name`.js and bundle/`name`.css, on an element of class `name`; returns its state."""
    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(f"greenroom.{name}") is None:
        manager.register_from_manifest(ComponentManifest("greenroom", "1", [ComponentConfig(name, "bundle")]), _ROOT)
    return _renderer(name)(**given)


@cache
def _renderer(name: str) -> Callable[..., Any]:
    return st.components.v2.component(f"greenroom.{name}", html=f'<div class="{name}"></div>', css=f"{name}.css", js=f"{name}.js")
