"""The questions page: the shipped questions as forms."""

from __future__ import annotations

import streamlit as st

from graph.queries import questions
from ui.parts.answers import answer
from ui.parts.asking import asked, defined, field
from ui.parts.beginning import begun
from ui.parts.frame import guard, heading
from ui.parts.knowledge import known


def page() -> None:
    """Draw the page."""
    heading("Ask", "Questions that people ask of media appearances; choose one, fill in names if you like, and take the answer along.")
    if not begun():
        return
    known_questions = list(questions())
    wanted = st.query_params.get("question", known_questions[0])
    picked = st.selectbox(
        "Question",
        known_questions,
        index=known_questions.index(wanted) if wanted in known_questions else 0,
        format_func=lambda n: questions()[n].question,
        key="asked",
    )
    question = questions()[picked]
    defined(question)
    with st.form("question-form", border=True):
        columns = st.columns(max(1, len(question.parameters)), gap="medium")
        given = {}
        for column, parameter in zip(columns, question.parameters, strict=False):
            with column:
                # What the address says belongs to the question that it names, not to one chosen since.
                told = st.query_params.get(parameter.name) if picked == wanted else None
                given[parameter.name] = field(parameter, question, told)
        st.form_submit_button("Ask", type="primary", icon=":material/question_answer:")
    st.query_params.from_dict({"question": picked, **{k: str(v).lower() if isinstance(v, bool) else str(v) for k, v in given.items()}})
    with st.spinner("Asking …"):
        result = known(asked, picked, tuple(given.items()))
    answer(result, picked, question)
    with st.expander("The query behind it", icon=":material/terminal:"):
        st.code(question.cypher, language="cypher")


with guard():
    page()
