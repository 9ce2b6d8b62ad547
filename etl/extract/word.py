"""DOCX: the paragraphs of a document of Word, without what is deleted, commented or in notes, and its title and author."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.etree import ElementTree

from etl.extract.fields import article, first_line
from etl.extract.sources import Named, Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Unfit

PART_LIMIT = 50_000_000
"""Bytes of the document when it is unpacked."""

_OLD = b"\xd0\xcf\x11\xe0"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The one article in a document.

    Raises:
        Unfit: it is broken, protected by a password, of Word before 2007, or too large.
    """
    with source.open() as stream:
        head = stream.read(4)
    if head == _OLD:
        raise Unfit(Reason.PROTECTED, "or written by a Word before 2007: save it anew as .docx")
    if not head:
        raise Unfit(Reason.EMPTY)
    with source.open() as stream:
        document, core = _parts(stream)
    text = "\n\n".join(_paragraphs(document))
    title = " ".join((core.findtext(f"{_DC}title") or "").split()) if core is not None else ""
    author = (core.findtext(f"{_DC}creator") or "") if core is not None else ""
    yield source.name, article(source.id, text, {"title": title or first_line(text), "author": author}, terms.latest)


def _parts(stream: BinaryIO) -> tuple[ElementTree.Element, ElementTree.Element | None]:
    """The document, and its description if it has one."""
    try:
        with zipfile.ZipFile(stream) as archive:
            document = _part(archive, "word/document.xml")
            core = _part(archive, "docProps/core.xml") if "docProps/core.xml" in archive.namelist() else None
    except KeyError as err:
        raise Unfit(Reason.BROKEN, "not a document of Word") from err
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        ValueError,
        OverflowError,
        ElementTree.ParseError,
    ) as err:
        raise Unfit(Reason.BROKEN, " ".join(str(err).split())[:120]) from err
    return document, core


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as part:
        data = part.read(PART_LIMIT + 1)
    if len(data) > PART_LIMIT:
        raise Unfit(Reason.TOO_LARGE, f"more than {PART_LIMIT // 1_000_000} MB when unpacked")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        # Word writes none, and entities could be bombs.
        raise Unfit(Reason.BROKEN, "a document type within")
    return ElementTree.fromstring(data)


def _paragraphs(document: ElementTree.Element) -> Iterator[str]:
    space = _STRICT if document.tag.startswith(_STRICT) else _W
    words: list[str] = []
    skipped = {f"{space}{name}" for name in ("del", "moveFrom", "instrText", "delText")} | {_ALTERNATE}
    # A stack of its own: a hostile document nests deeper than Python may call.
    waiting: list[tuple[ElementTree.Element, bool]] = [(document, False)]
    while waiting:
        node, leaving = waiting.pop()
        if node.tag == f"{space}p" and (leaving or words):
            if line := " ".join("".join(words).split()):
                yield line
            words = []
        if leaving or node.tag in skipped:
            continue
        if node.tag == f"{space}t":
            words.append(node.text or "")
        elif node.tag in (f"{space}tab", f"{space}br", f"{space}cr"):
            words.append(" ")
        waiting.append((node, True))
        waiting += [(child, False) for child in reversed(node)]
