"""The questions page: the shipped questions as forms."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.ontology import ontology
from graph.queries import Parameter, Question, ask, questions
from graph.records import UNITS
from ui.parts import readings
from ui.parts.answers import answer
from ui.parts.beginning import begun
from ui.parts.filters import MOST_NAMES, chosen
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import known, store

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
        first = given if given is not None else _from_filter(parameter) or parameter.default
        options = names(parameter.name)
        if not options:
            return st.text_input(label, value=first, key=key, help=told, placeholder=parameter.help, max_chars=200)
        if first and first not in options:
            options = [first, *options]
        return st.selectbox(
            label, options, index=options.index(first) if first else None, key=key, help=told, placeholder=parameter.help, accept_new_options=True
        ) or ""  # fmt: skip
    whole = parameter.type == "integer"
    try:
        begin = type(parameter.default)(given) if given else parameter.default
    except ValueError:
        begin = parameter.default
    return st.number_input(label, value=begin, step=1 if whole else 0.1, key=key, help=told)


def _from_filter(parameter: Parameter) -> str:
    """What the filter bar says of a parameter that is left empty by default."""
    choice = chosen()
    said = {"person": choice.people, "speaker": choice.people, "audience": choice.audiences, "since": (choice.since,)}
    return next(iter(said.get(parameter.name, ())), "")


def page() -> None:
    """Draw the page."""
    heading("Ask", "Questions that people ask of media appearances; choose one, fill in names if you like, and take the answer along.")
    if not begun():
        return
    known_questions = list(questions())
    wanted = st.query_params.get("question", known_questions[0])
    asked = st.selectbox(
        "Question",
        known_questions,
        index=known_questions.index(wanted) if wanted in known_questions else 0,
        format_func=lambda n: questions()[n].question,
        key="asked",
    )
    question = questions()[asked]
    if question.definition:
        st.caption(plain(question.definition))
    with st.form("question-form", border=True):
        columns = st.columns(max(1, len(question.parameters)), gap="medium")
        given = {}
        for column, parameter in zip(columns, question.parameters, strict=False):
            with column:
                # What the address says belongs to the question that it names, not to one chosen since.
                told = st.query_params.get(parameter.name) if asked == wanted else None
                given[parameter.name] = field(parameter, question, told)
        st.form_submit_button("Ask", type="primary", icon=":material/question_answer:")
    st.query_params.from_dict({"question": asked, **{k: str(v).lower() if isinstance(v, bool) else str(v) for k, v in given.items()}})
    with st.spinner("Asking …"):
        result = ask(store(), asked, given)
    answer(result, asked, question)
    with st.expander("The query behind it", icon=":material/terminal:"):
        st.code(question.cypher, language="cypher")


with guard():
    page()
