"""Fields for what a shipped question may be told, completed from the graph."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.ontology import ontology
from graph.queries import Parameter, Question, ask
from graph.records import UNITS
from graph.store import Result, Store
from ui.parts import readings
from ui.parts.filters import MOST_NAMES, chosen
from ui.parts.frame import plain
from ui.parts.knowledge import known

_LABELS = {
    "person": ("Person", "Organization"), "speaker": ("Person", "Organization"), "a": ("Person", "Organization"), "b": ("Person", "Organization"),
    "subject": ("Person", "Organization", "Show", "Platform", "Outlet"), "place": ("Show", "Platform", "Outlet", "Person"), "audience": ("Audience",), "topic": ("Topic",), "show": ("Show",), "platform": ("Platform", "Outlet"), "outlet": ("Outlet",),
}  # fmt: skip
_ANYTHING = ("name", "about")
_FIXED = {"unit": UNITS}


def names(parameter: str) -> list[str]:
    """What a parameter of this name can be completed to, what most articles tell of first; none for dates and numbers."""
    if parameter in _FIXED:
        return list(_FIXED[parameter])
    labels = _LABELS.get(parameter, ontology().entity_labels if parameter in _ANYTHING else ())
    rows = [r for label in labels for r in known(readings.leading, label, MOST_NAMES)]
    return list(dict.fromkeys(r["name"] for r in sorted(rows, key=lambda r: -r["articles"])))[:MOST_NAMES]


def field(parameter: Parameter, question: Question, given: str | None) -> Any:
    """The field for one parameter of a question, filled as `given` in the address; its value."""
    label, key, told = parameter.name.replace("_", " ").capitalize(), f"{question.name}-{parameter.name}", plain(parameter.help)
    if parameter.type == "boolean":
        return st.checkbox(label, value=(given == "true") if given else parameter.default, key=key, help=told)
    if parameter.type == "string":
        options = names(parameter.name)
        first = given if given is not None else _from_filter(parameter) or _suited(parameter, options)
        if not options:
            return st.text_input(label, value=first, key=key, help=told, placeholder=parameter.help, max_chars=200)
        if first and first not in options:
            options = [first, *options]
        # Where words can be typed that are no option, Enter takes them instead of the option below: only where a part of a name will do.
        free = parameter.help.startswith("part of") or len(options) >= MOST_NAMES
        return st.selectbox(
            label, options, index=options.index(first) if first else None, key=key, help=told, placeholder=parameter.help, accept_new_options=free
        ) or ""  # fmt: skip
    whole = parameter.type == "integer"
    try:
        begin = type(parameter.default)(given) if given else parameter.default
    except ValueError:
        begin = parameter.default
    return st.number_input(label, value=begin, step=1 if whole else 0.1, key=key, help=told)


def _suited(parameter: Parameter, options: list[str]) -> str:
    """What to begin with: the default where this store knows it, else what most of its articles tell of, and of a pair the next one."""
    if not parameter.default or parameter.default in options or not options:
        return str(parameter.default)
    return options[1 if parameter.name == "b" and len(options) > 1 else 0]


def _from_filter(parameter: Parameter) -> str:
    """What the filter bar says of a parameter that is left empty by default."""
    choice = chosen()
    said = {"person": choice.people, "speaker": choice.people, "audience": choice.audiences, "since": (choice.since,)}
    return next(iter(said.get(parameter.name, ())), "")


def asked(store: Store, name: str, given: tuple[tuple[str, Any], ...]) -> Result:
    """The answer to a question; for `known`, so that it is asked once and not with each press of a button."""
    return ask(store, name, dict(given))


def defined(question: Question) -> None:
    """What is counted and how, where the question says it."""
    if question.definition:
        st.caption(plain(question.definition.replace("`", "")))
