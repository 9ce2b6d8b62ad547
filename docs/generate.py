"""The pages of docs/reference that list things, written anew from the registries: `python -m docs.generate`."""

from __future__ import annotations

import argparse
import ast
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from inspect import getdoc
from pathlib import Path

import etl.transform
from etl.extract import (
    READERS,
    address,
    addresses,
    archive,
    kept_pages,
    mail,
    pdf,
    reader,
    standard_input,
    web,
    word,
)
from etl.extract.fields import FIELD_LIMIT, TEXT_LIMIT, WORD_LIMIT
from etl.extract.sources import FILE_LIMIT, PAGE_LIMIT
from etl.rejects import Reason
from graph.export import EXPORTS
from graph.ontology import ontology
from graph.queries import questions
from ui.cli import COMMANDS

FOLDER = Path(__file__).with_name("reference")
NOTE = "<!-- Written by `make docs`; do not edit. -->"


def pages() -> dict[str, str]:
    """The text of each page, by its file's name."""
    return {name: f"{NOTE}\n\n{page().strip()}\n" for name, page in PAGES.items()}


def main() -> None:
    """Write the pages."""
    FOLDER.mkdir(exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


def commands() -> str:
    """Every subcommand with its arguments and examples."""
    out = ["# Commands", "Exit status: 0 good, 1 our error in one line on standard error, 2 wrong usage, 130 stopped with Ctrl-C."]
    for name, module_name in COMMANDS.items():
        module = import_module(module_name)
        command = argparse.ArgumentParser(add_help=False)
        module.arguments(command)
        rows = [(f"`{_words(action)}`", action.help or "") for action in command._actions]
        examples = textwrap.dedent(module.EXAMPLES).strip()
        out += [f"## greenroom {name}", getdoc(module) or "", table(("argument", "meaning"), rows), f"```sh\n{examples}\n```"]
    return "\n\n".join(out)


def readers() -> str:
    """Every kind of file, and every reason for leaving an article out."""
    kinds = [(f"`{ending}`", (getdoc(import_module(target.partition(":")[0])) or "").split("\n")[0]) for ending, target in READERS.items()]
    for ending in READERS:
        reader(ending)
    return "\n\n".join(
        [
            "# What can be read",
            table(("ending", "holds"), kinds),
            "[Ways in](../ways-in.md) tells how each is used. Everything is UTF-8; a web page or mail may declare another encoding.",
            "# Limits",
            table(("of", "at most"), _limits()),
            "# Why an article is left out",
            "An article that cannot be used is counted and named with one of these reasons, and the others are read all the same.",
            "\n".join(f"- {reason.value}" for reason in Reason),
        ]
    )


def _limits() -> list[tuple[str, str]]:
    """What each kind of file may have at most."""
    mb, gb = 1_000_000, 1_000_000_000
    return [
        ("a file that holds one article, or a record in a file of many", f"{FILE_LIMIT // mb} MB"),
        ("the text of one article", f"{TEXT_LIMIT:,} characters"),
        ("a word", f"{WORD_LIMIT:,} characters"),
        ("a title, outlet, author or address", f"{FIELD_LIMIT:,} characters"),
        ("a web page", f"{PAGE_LIMIT // mb} MB, {web.TAGS_LIMIT:,} elements"),
        ("a PDF", f"{pdf.PAGES_LIMIT} pages, {pdf.CONTENT_LIMIT // mb} MB drawn on them"),
        ("a DOCX, unpacked", f"{word.PART_LIMIT // mb} MB"),
        ("a mail", f"{mail.HEADERS_LIMIT // 1_000} kB of headers, {mail.PARTS_LIMIT:,} parts"),
        (
            "an archive",
            f"{archive.MEMBERS_LIMIT:,} files, {archive.ARCHIVE_LIMIT // gb} GB unpacked; a file {archive.RATIO_LIMIT} times its packed size",
        ),
        ("a list of addresses", f"{addresses.MOST:,} addresses"),
        ("standard input", f"{standard_input.LIMIT // gb} GB"),
        ("fetching", f"{address.SECONDS:.0f} s to connect and {address.SECONDS:.0f} s for a page, {address.MOST_TURNS} redirections"),
        ("kept pages", f"{kept_pages.LIMIT // mb} MB, {kept_pages.DAYS} days"),
    ]


def ontology_page() -> str:
    """Labels with their properties, structural edges, relation types."""
    known = ontology()
    out = ["# Ontology", f"Version {known.version}. The one declaration is `graph/ontology.toml`.", "## Labels"]
    for label in known.labels.values():
        rows = [(f"`{p.name}`", p.type, p.unit, p.meaning) for p in label.properties]
        out += [f"### {label.name}", f"{label.meaning} ({label.role})", table(("property", "type", "unit", "meaning"), rows)]
    for title, wanted in (("Edges", False), ("Relation types", True)):
        found = [e for e in known.edges.values() if e.relation is wanted]
        cells = [(f"`{e.name}`", ", ".join(e.sources), ", ".join(e.targets), e.meaning, e.example) for e in found]
        out += [f"## {title}", table(("type", "from", "to", "meaning", "example"), cells)]
    shared = [(f"`{p.name}`", p.type, p.unit, p.meaning) for p in known.edge_properties]
    out += ["## Properties of relations", table(("property", "type", "unit", "meaning"), shared)]
    return "\n\n".join(out)


def questions_page() -> str:
    """Every shipped question with its parameters, columns and Cypher."""
    out = ["# Questions", "Ask them with `greenroom ask NAME parameter=value`, or on the explorer's page."]
    for question in questions().values():
        out += [f"## {question.name}", question.question]
        if question.definition:
            out.append(question.definition)
        if question.parameters:
            rows = [(f"`{p.name}`", p.type, p.help, f"`{p.default}`" if p.default != "" else "") for p in question.parameters]
            out.append(table(("parameter", "type", "meaning", "default"), rows))
        out.append("Answers with " + ", ".join(f"`{column}`" for column in question.columns) + ".")
        if question.scans:
            out.append(f"Reads {question.scans}, however few the rows are: see [benchmarks](../benchmarks.md).")
        if question.computed:
            out.append(f"Computed by `graph/analytics/{question.computed}.py` from the rows of this query.")
        out += [f"```cypher\n{question.cypher.strip()}\n```"]
    return "\n\n".join(out)


def exports() -> str:
    """Every format of export."""
    rows = [(f"`{kind}`", (getdoc(import_module(target.partition(":")[0])) or "").split("\n")[0]) for kind, target in EXPORTS.items()]
    return "\n\n".join(["# Exports", "`greenroom export KIND -o DIR` writes the whole graph.", table(("kind", "what is written"), rows)])


def extraction() -> str:
    """Every module of extraction, by package."""
    out = ["# Modules of extraction", "How they work together is told in [extraction](../extraction.md)."]
    folder = Path(etl.transform.__path__[0])
    for package in (folder, *sorted(p for p in folder.rglob("*") if (p / "__init__.py").is_file())):
        names = [path.stem for path in sorted(package.glob("*.py"))]
        rows = [(f"`{name}`", _first_line(package / f"{name}.py")) for name in names if name != "__init__"]
        dotted = ".".join(("etl.transform", *package.relative_to(folder).parts))
        out += [f"## {dotted}", _first_line(package / "__init__.py"), table(("module", "holds"), rows)]
    return "\n\n".join(out)


PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands,
    "readers.md": readers,
    "ontology.md": ontology_page,
    "questions.md": questions_page,
    "exports.md": exports,
    "extraction.md": extraction,
}


def _first_line(path: Path) -> str:
    """The first line of a module's docstring; the module is not imported, so that the page needs no language model."""
    return (ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or "").split("\n")[0]


def _words(action: argparse.Action) -> str:
    value = action.metavar or (f"{{{','.join(action.choices)}}}" if action.choices else "")
    if not action.option_strings:
        return str(value or action.dest)
    names = ", ".join(action.option_strings)
    return names if action.nargs == 0 else f"{names} {value}"


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    main()
