"""The questions page: the shipped questions as forms."""

from __future__ import annotations

from typing import Any

import streamlit as st

from graph.queries import Parameter, Question, ask, questions
from ui.parts.answers import answer
from ui.parts.beginning import begun
from ui.parts.frame import guard, heading, plain
from ui.parts.knowledge import store


def field(parameter: Parameter, question: Question, given: str | None) -> Any:
    """The field for one parameter of a question, filled as `given` in the address; its value."""
    label, key, told = parameter.name.replace("_", " ").capitalize(), f"{question.name}-{parameter.name}", plain(parameter.help)
    if parameter.type == "boolean":
        return st.checkbox(label, value=(given == "true") if given else parameter.default, key=key, help=told)
    if parameter.type == "string":
        return st.text_input(
            label, value=given if given is not None else parameter.default, key=key, help=told, placeholder=parameter.help, max_chars=200
        )
    whole = parameter.type == "integer"
    try:
        begin = type(parameter.default)(given) if given else parameter.default
    except ValueError:
        begin = parameter.default
    return st.number_input(label, value=begin, step=1 if whole else 0.1, key=key, help=told)


def page() -> None:
    """Draw the page."""
    heading("Ask", "Questions that people ask of media appearances; choose one, fill in names if you like, and take the answer along.")
    if not begun():
        return
    names = list(questions())
    wanted = st.query_params.get("question", names[0])
    chosen = st.selectbox(
        "Question", names, index=names.index(wanted) if wanted in names else 0, format_func=lambda n: questions()[n].question, key="asked"
    )
    question = questions()[chosen]
    with st.form("question-form", border=True):
        columns = st.columns(max(1, len(question.parameters)), gap="medium")
        given = {}
        for column, parameter in zip(columns, question.parameters, strict=False):
            with column:
                # What the address says belongs to the question that it names, not to one chosen since.
                told = st.query_params.get(parameter.name) if chosen == wanted else None
                given[parameter.name] = field(parameter, question, told)
        st.form_submit_button("Ask", type="primary", icon=":material/question_answer:")
    st.query_params.from_dict({"question": chosen, **{k: str(v).lower() if isinstance(v, bool) else str(v) for k, v in given.items()}})
    with st.spinner("Asking …"):
        result = ask(store(), chosen, given)
    answer(result, chosen)
    with st.expander("The query behind it", icon=":material/terminal:"):
        st.code(question.cypher, language="cypher")


with guard():
    page()
