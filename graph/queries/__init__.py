"""The shipped questions: each a `.cypher` file with a TOML header that says what it asks, what it may be told and what it answers.

::

    // question = "Who owns what?"
    // columns = ["owner", "owned"]
    // scans = "every edge of the relation"
    // sentence = "{owner} owns {owned}[, since {since}]."
    // [parameters.owner]
    // default = ""
    // help = "part of a name; empty for all"
    MATCH …

`definition`, where there is one, is a paragraph that says what is counted and how. `computed` names a module of `graph.analytics` whose
`rows` makes the answer of the rows of the query, for what no query can ask; its answer is paged here. `sentence` says a row in words: columns in braces; what stands in brackets is left out where one of its columns is empty.
The type of a parameter is that of its default. `scans` says what a question reads from end to end, however few its rows; one that begins
at an index has none. Answers come in pages, by `limit` and `skip`. A new file is a new question: nothing else has to be told of it.
"""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from graph.errors import InputError, QueryError
from graph.store import Result, Store

_FOLDER = Path(__file__).parent
_SECONDS = 30.0
_COLUMN = re.compile(r"\{(\w+)\}")
_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_ROWS = 1000
_TYPES: Mapping[type, str] = {str: "string", int: "integer", float: "float", bool: "boolean"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something a question may be told: `type` is string, integer, float or boolean, that of `default`."""

    name: str
    type: str
    default: Any
    help: str


@dataclass(frozen=True, slots=True)
class Question:
    """A shipped question.

    Attributes:
        name: its name, that of its file.
        question: what it asks in words.
        parameters: what it may be told.
        columns: those of the answer.
        cypher: the query.
        sentence: how a row is said.
        scans: what is read from end to end.
        definition: a paragraph on what is counted and how.
        computed: the module of `graph.analytics` that makes the answer of the query's rows; empty where these are the answer.
    """

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    cypher: str
    sentence: str = ""
    scans: str = ""
    definition: str = ""
    computed: str = ""


@cache
def questions() -> Mapping[str, Question]:
    """All shipped questions by name, in alphabetical order."""
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob("*.cypher"))}


def parse(name: str, text: str) -> Question:
    """The question in the text of a file.

    Raises:
        QueryError: its header is not as it must be; the message names file and key.
    """
    lines = text.splitlines()
    size = next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))
    try:
        header = tomllib.loads("\n".join(line[2:].removeprefix(" ") for line in lines[:size]))
    except tomllib.TOMLDecodeError as err:
        raise QueryError(f"{name}.cypher: the header is not TOML: {err}") from err
    for key in ("question", "columns"):
        if not header.get(key):
            raise QueryError(f"{name}.cypher: no '{key}' given")
    parameters = []
    for parameter, spec in header.get("parameters", {}).items():
        if type(spec.get("default")) not in _TYPES or not spec.get("help"):
            raise QueryError(f"{name}.cypher: parameter {parameter} needs a 'default' and a 'help'")
        parameters.append(Parameter(parameter, _TYPES[type(spec["default"])], spec["default"], spec["help"]))
    return Question(
        name,
        header["question"],
        tuple(parameters),
        tuple(header["columns"]),
        "\n".join(lines[size:]).strip() + "\n",
        _sentence(name, header),
        header.get("scans", ""),
        " ".join(header.get("definition", "").split()),
        header.get("computed", ""),
    )


def _sentence(name: str, header: Mapping[str, Any]) -> str:
    sentence = header.get("sentence", "")
    unknown = [c for c in _COLUMN.findall(sentence) if c not in header["columns"]]
    if unknown:
        raise QueryError(f"{name}.cypher: 'sentence' names {unknown[0]}, which is no column")
    return str(sentence)


def say(question: Question, row: Mapping[str, Any]) -> str:
    """A row of the answer in words; empty for a question that has no sentence."""

    def fill(text: str) -> str:
        return _COLUMN.sub(lambda m: _words(row.get(m[1])), text)

    out = []
    at = 0
    for part in _OPTIONAL.finditer(question.sentence):
        out.append(fill(question.sentence[at : part.start()]))
        if all(row.get(c) not in (None, "", []) for c in _COLUMN.findall(part[1])):
            out.append(fill(part[1]))
        at = part.end()
    return "".join(out) + fill(question.sentence[at:])


def _words(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_words, value))
    if isinstance(value, float) and value.is_integer():
        return f"{value:,.0f}"
    return "" if value is None else str(value).replace("_", " ")


def ask(store: Store, name: str, params: Mapping[str, Any] | None = None) -> Result:
    """The answer to a shipped question.

    Args:
        store: an open store.
        name: the question's name.
        params: by name, as values or as text; what is not given has its default.

    Raises:
        InputError: there is no such question or parameter, or a value is not of the parameter's type.
        QueryError, QueryTimeout, StoreUnavailable: as for `Store.console`.
    """
    question = questions().get(name)
    if question is None:
        raise InputError(f"there is no question {name!r}; there are {', '.join(questions())}")
    given = dict(params or {})
    values = {p.name: _value(p, given.pop(p.name)) if p.name in given else p.default for p in question.parameters}
    if given:
        known = ", ".join(p.name for p in question.parameters) or "none"
        raise InputError(f"the question {name} has no parameter {min(given)!r}; it has {known}")
    if question.computed:
        return _computed(store, question, values)
    result = store.console(question.cypher, values, timeout=_SECONDS, limit=_ROWS)
    # of an answer without rows the embedded engine does not tell the columns
    return result if result.rows else replace(result, columns=question.columns)


def _computed(store: Store, question: Question, values: Mapping[str, Any]) -> Result:
    """One page of an answer that is computed of all rows of the query.

    Raises:
        InputError: the page begins before the first row, or has less than none.
    """
    for name in ("limit", "skip"):
        if values[name] < 0:
            raise InputError(f"{name} must not be negative, and is {values[name]}")
    started = time.monotonic()
    rows = import_module(f"graph.analytics.{question.computed}").rows(store.read(question.cypher, values), values)
    page = rows[values["skip"] :][: min(values["limit"], _ROWS)]
    return Result(question.columns, tuple({c: row.get(c) for c in question.columns} for row in page), False, time.monotonic() - started)


def _value(parameter: Parameter, given: Any) -> Any:
    wanted = type(parameter.default)
    try:
        if wanted is bool and isinstance(given, str):
            return {"true": True, "false": False}[given.lower()]
        return wanted(given)
    except (ValueError, TypeError, KeyError) as err:
        raise InputError(f"{parameter.name} must be of type {parameter.type}, not {given!r}") from err
