"""PDF: the text layer of a document, lines joined into paragraphs, running heads and page numbers left out.

The day that a file was made is not that of its publication: a date comes with `--published`.
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from etl.extract.fields import TEXT_LIMIT, article, first_line
from etl.extract.lines import paragraphs
from etl.extract.sources import Named, Source
from etl.extract.terms import Terms
from etl.rejects import Reason, Unfit

PAGES_LIMIT = 500
"""Pages of one document."""
CONTENT_LIMIT = 30_000_000
"""Bytes of what is drawn on its pages, unpacked: a megabyte of it takes up to two seconds."""

_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?", re.IGNORECASE)
_STOP = re.compile(r"[.!?][”\"’')]*$")
_DIGITS = re.compile(r"\d+")
_FILE_NAME = re.compile(r"\.(?:docx?|pdf|indd|rtf|odt|txt|pages)$|^(?:untitled|microsoft word|document\d*$)", re.IGNORECASE)
_FEWEST_WORDS = 5


def read(source: Source, terms: Terms) -> Iterator[Named]:
    """The one article in a PDF.

    Raises:
        Unfit: it is broken, protected by a password, too long, or has no text layer.
    """
    data = source.data()
    if not data.strip():
        raise Unfit(Reason.EMPTY)
    if b"%PDF-" not in data[:1024]:
        raise Unfit(Reason.BROKEN, "not a PDF")
    pages, told = _pages(source)
    text = "\n\n".join(paragraphs(_body(pages), hyphens=True))
    if len(text.split()) < _FEWEST_WORDS:
        raise Unfit(Reason.NO_TEXT, "scanned, without a text layer: have it read by OCR first")
    title = told.get("title", "")
    if not title or _FILE_NAME.search(title):
        title = first_line(text)
    yield source.name, article(source.id, text, {"title": title, "author": told.get("author", "")}, terms.latest)


def _pages(source: Source) -> tuple[list[list[str]], dict[str, str]]:
    """The lines of each page, and the title and author that the document bears."""
    from pypdf import PdfReader

    # What it mends in passing it tells on standard error, a line each.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with source.open() as stream:
            document = PdfReader(stream)
            if document.is_encrypted and not document.decrypt(""):
                raise Unfit(Reason.PROTECTED)
            if len(document.pages) > PAGES_LIMIT:
                raise Unfit(Reason.TOO_LARGE, f"{len(document.pages):,} pages, the limit is {PAGES_LIMIT}")
            pages, size, drawn = [], 0, 0
            for page in document.pages:
                content = page.get_contents()
                drawn += len(content.get_data()) if content is not None else 0
                if drawn > CONTENT_LIMIT:
                    raise Unfit(Reason.TOO_LARGE, f"more than {CONTENT_LIMIT // 1_000_000} MB drawn on its pages")
                words = page.extract_text()
                size += len(words)
                if size > 2 * TEXT_LIMIT:
                    raise Unfit(Reason.TOO_LARGE, f"more than {TEXT_LIMIT:,} characters of text")
                pages.append([" ".join(line.split()) for line in words.replace("\0", "").splitlines()])
            info = document.metadata
            told = {"title": str(info.title or ""), "author": str(info.author or "")} if info else {}
    except Unfit:
        raise
    except OSError:
        raise
    except Exception as err:
        if "cryptography" in str(err):
            raise Unfit(Reason.PROTECTED, "encrypted by AES") from err
        # Of a broken file anything may come.
        raise Unfit(Reason.BROKEN, f"{type(err).__name__}: {' '.join(str(err).split())[:120]}") from err
    return pages, {name: " ".join(value.split()) for name, value in told.items()}


def _body(pages: Sequence[Sequence[str]]) -> list[str]:
    """The lines without what stands at the head or foot of most pages, whatever number is in it, and without page numbers."""
    edges: Counter[str] = Counter()
    for lines in pages:
        seen = [line for line in lines if line]
        edges.update({_DIGITS.sub("#", line) for line in (*seen[:2], *seen[-2:])})
    running = {line for line, number in edges.items() if len(pages) > 2 and number > len(pages) / 2}
    found: list[str] = []
    for lines in pages:
        last = len(lines) - 1
        for place, line in enumerate(lines):
            numbered = _NUMBER.fullmatch(line) and (place < 2 or place > last - 2)
            if not numbered and not (_DIGITS.sub("#", line) in running and (place < 3 or place > last - 3)):
                found.append(line)
        if found and _STOP.search(found[-1]):
            found.append("")  # a page that ends with a sentence ends a paragraph, as far as anybody can tell
    return found
